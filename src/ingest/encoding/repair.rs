//! Text that another program misread before it saved the file.

use super::Encoding;
use super::score::{multibyte, score};

/// The text that was meant, where `text` looks like UTF-8 that was read as Windows-1252 and saved again, once or more.
///
/// Nothing if any character outside ASCII does not fit, or if `text` is as plausible as it stands.
pub(crate) fn repaired(text: &str) -> Option<String> {
    let mut meant = undone(text)?;
    while let Some(deeper) = undone(&meant) {
        meant = deeper;
    }
    Some(meant.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(meant))
}

/// One misreading undone. The text becomes shorter, so that repeating it ends.
fn undone(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let bytes: Vec<u8> = text.chars().map(misread).collect::<Option<_>>()?;
    let meant = String::from_utf8(bytes).ok()?;
    (score(&meant) + multibyte(&meant) > score(text)).then_some(meant)
}

/// The byte that was read as `c`: as Windows-1252, or as Latin-1, which has control characters at 0x80–0x9F.
fn misread(c: char) -> Option<u8> {
    let latin_1 = u8::try_from(c).ok();
    latin_1.or_else(|| {
        let upper = Encoding::Windows1252.upper_half()?;
        let at = upper.iter().position(|&upper| upper == c && c != '\u{fffd}')?;
        u8::try_from(at + 0x80).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// UTF-8 read as Windows-1252, or as Latin-1.
    fn garbled(text: &str, latin_1: bool) -> String {
        let windows = |byte: u8| Encoding::Windows1252.decode(&[byte]).chars().next().filter(|&c| c != '\u{fffd}');
        let character = |byte: u8| windows(byte).filter(|_| !latin_1).unwrap_or(char::from(byte));
        text.bytes().map(character).collect()
    }

    #[test]
    fn what_was_meant() {
        for (text, meant) in [
            ("LÃ¤sÃ¥r", "Läsår"),
            ("SjÃ¶dal", "Sjödal"),
            ("â€“", "–"),
            ("Ã…r", "År"),
            ("Ã‰cole", "École"),
            ("1Â\u{a0}059", "1\u{a0}059"),
            ("L\u{c3}\u{84}S\u{c3}\u{85}R", "LÄSÅR"),
            ("LÃƒÂ¤sÃƒÂ¥r", "Läsår"),
            ("Å\u{a0}imuniÄ‡", "Šimunić"),
            ("ï»¿SkolÃ¥r", "Skolår"),
            ("ï»¿Skola", "Skola"),
        ] {
            assert_eq!(repaired(text).as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn every_word_is_repaired() {
        for meant in [
            "Läsår",
            "LÄSÅR",
            "Närvaro",
            "SJÖDAL",
            "Ängelholm",
            "Åmål",
            "Öckerö",
            "Ö",
            "på",
            "idé",
            "Über",
            "São Paulo",
            "naïve",
            "2023–24",
            "“ja” – ’nej’…",
            "100 €",
            "Łódź",
            "Şahin",
            "Yılmaz",
            "Ploiești",
            "İstanbul",
            "Школа",
            "مدرسة",
            "学校 😀",
        ] {
            for (first, second) in [(false, false), (true, true), (false, true)] {
                let once = garbled(meant, first);
                assert_eq!(repaired(&once).as_deref(), Some(meant), "{once:?}");
                let twice = garbled(&once, second);
                assert_eq!(repaired(&twice).as_deref(), Some(meant), "{twice:?}");
            }
        }
    }

    #[test]
    fn honest_text_stays() {
        for text in [
            "",
            "Skola",
            "Läsår",
            "LÄSÅR",
            "Ã",
            "Â",
            "São",
            "SÃO",
            "École",
            "É",
            "À la carte",
            "Ångström",
            "« É »",
            "ÅÄÖ",
            "1\u{a0}059",
            "“BLÅ”",
            "BLÅ”",
            "SÅ… DET",
            "CAFÉ™",
            "TRÄ–METALL",
            "PÅ\u{a0}5",
            "Ö…",
            "LÃ¤sår",
            "LÃ¤sÃ",
            "Lä\u{fffd}r",
            "LÃ¤sÃ\u{fffd}r",
            "Школа",
            "学校",
            "😀",
        ] {
            assert_eq!(repaired(text), None, "{text:?}");
        }
    }
}
