use csv_core::{ReadRecordResult, ReaderBuilder};
use proptest::prelude::*;

use super::*;

fn split(text: &[u8], cut: usize) -> Vec<(u64, Vec<String>)> {
    let mut found = Vec::new();
    let mut each = |record: Record<'_>| {
        let fields = record.fields().map(|field| String::from_utf8_lossy(field).into_owned()).collect();
        found.push((record.line, fields));
    };
    let mut splitter = Splitter::new(b';', Encoding::Utf8 { mark: false }, false);
    for chunk in text.chunks(cut.max(1)) {
        splitter.push(chunk, &mut each);
    }
    splitter.finish(&mut each);
    found
}

/// What `csv-core` alone makes of the whole text.
fn by_csv_core(text: &[u8]) -> Vec<Vec<Vec<u8>>> {
    let mut reader = ReaderBuilder::new().delimiter(b';').build();
    let (mut output, mut ends) = (vec![0; text.len() + 1], vec![0; text.len() + 2]);
    let (mut records, mut from, mut written, mut ended) = (Vec::new(), 0, 0, 0);
    loop {
        let (result, read, more, further) =
            reader.read_record(&text[from..], &mut output[written..], &mut ends[ended..]);
        (from, written, ended) = (from + read, written + more, ended + further);
        match result {
            ReadRecordResult::End => return records,
            ReadRecordResult::Record => {
                let starts = std::iter::once(0).chain(ends[..ended].iter().copied());
                records.push(starts.zip(&ends[..ended]).map(|(start, &end)| output[start..end].to_vec()).collect());
                (written, ended) = (0, 0);
            }
            _ => {}
        }
    }
}

#[test]
fn every_line_end_counts_lines_alike_however_the_text_is_cut() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["", "a;b", "", "1;2", "3;\"x\ny\"", "4;\"5\"\"\""].join(end);
        let expected = [(2, ["a", "b"]), (4, ["1", "2"]), (5, ["3", "x\ny"]), (7, ["4", "5\""])]
            .map(|(line, fields)| (line, fields.map(String::from).to_vec()));
        for cut in 1..text.len() {
            assert_eq!(split(text.as_bytes(), cut), expected, "{end:?} cut {cut}");
        }
    }
}

#[test]
fn long_records_grow_the_buffers() {
    let text = vec!["abcdefghij"; 1000].join(";");
    assert_eq!(split(text.as_bytes(), 64)[0].1.len(), 1000);
    assert_eq!(split("x".repeat(10_000).as_bytes(), 999)[0].1[0].len(), 10_000);
}

#[test]
fn excel_guards_are_taken_off() {
    assert_eq!(split(b"=\"0126\";\"=\"\"0127\"\"\";=\"\n", 3)[0].1, ["0126", "0127", "=\""]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// The rules of `csv-core` hold for every text and every cut.
    #[test]
    fn records_are_those_of_csv_core(pieces in prop::collection::vec(prop_oneof![
        Just(";"), Just("\n"), Just("\r\n"), Just("\r"), Just("\""), Just("\"\""), Just("\";"), Just(";\""), Just("\"\n"), Just("ab"), Just(" "), Just("å"),
    ], 0..60), cut in 1_usize..70, width in 0_usize..3) {
        // Some texts are wide enough for several blocks of the scanner.
        let text = pieces.concat().replace("ab", &"ab".repeat(1 + width * 20));
        let expected = by_csv_core(text.as_bytes());
        let found: Vec<Vec<Vec<u8>>> =
            split(text.as_bytes(), cut).into_iter().map(|(_, fields)| fields.into_iter().map(String::into_bytes).collect()).collect();
        // Excel's guards are taken off besides; none of these texts has one.
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn lines_are_counted_alike_however_the_text_is_cut(text in "[a;\"\n\r]{0,80}", cut in 1_usize..20) {
        prop_assert_eq!(split(text.as_bytes(), cut), split(text.as_bytes(), text.len()));
    }
}
