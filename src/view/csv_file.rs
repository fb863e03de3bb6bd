//! Lines of text as a CSV file that Swedish Excel opens: a byte-order mark, semicolons, CRLF, every field quoted and harmless.

use csv::{QuoteStyle, Terminator, WriterBuilder};

/// The lines as bytes. They may have different numbers of fields.
pub(crate) fn csv_file(lines: impl IntoIterator<Item = Vec<String>>) -> Vec<u8> {
    let mut builder = WriterBuilder::new();
    builder.delimiter(b';').quote_style(QuoteStyle::Always).terminator(Terminator::CRLF).flexible(true);
    let mut writer = builder.from_writer("\u{feff}".as_bytes().to_vec());
    for line in lines {
        let written = writer.write_record(line.iter().map(|field| harmless(field)));
        debug_assert!(written.is_ok(), "memory takes any record");
    }
    writer.into_inner().unwrap_or_default()
}

/// A field without the characters that only matter to line breaking on screen, and kept from becoming a formula where it begins
/// like one. Excel takes the full-width signs of East Asian keyboards for the plain ones.
pub(crate) fn harmless(text: &str) -> String {
    const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let plain = text.replace('\u{2060}', "").replace('\u{2011}', "-");
    if plain.starts_with(FORMULA) { format!("'{plain}") } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_field_becomes_a_formula() {
        for begin in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\u{2060}=1", "\u{2011}1", "＝1"] {
            let csv = csv_file([vec!["a".to_owned(), begin.to_owned()]]);
            let text = String::from_utf8(csv).expect("UTF-8");
            assert!(text.starts_with("\u{feff}\"a\";\"'"), "{text:?}");
        }
        let minus = csv_file([vec!["\u{2212}34 %".to_owned()]]);
        assert_eq!(String::from_utf8(minus).expect("UTF-8"), "\u{feff}\"\u{2212}34 %\"\r\n");
    }
}
