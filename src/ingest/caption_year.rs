//! School years inside captions: `Närvaro 2022/23`, `HT23`, `2021`.

use crate::data::{SchoolYear, normalise};

/// Words about the year that say nothing of what is measured.
const WORDS: &[&str] = &["lasar", "lasaret", "la", "ar", "avgangsar", "resultatar", "year"];

/// What is left of a caption without its school year.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Rest {
    /// All other words.
    words: String,
    /// Those that are not about the year.
    bare: String,
}

impl Rest {
    /// The readings of what is measured, the likeliest first: in `Närvaro läsår 2022/23` the word `läsår` is about the year, in
    /// `Examen inom tre år 2022/23` the word `år` is not.
    pub(crate) fn readings(&self) -> [&str; 2] {
        [&self.words, &self.bare]
    }

    /// Whether the caption is only about the year.
    pub(crate) fn is_empty(&self) -> bool {
        self.bare.is_empty()
    }
}

/// What is left of a caption without its school year, and the year; `None` where it has none, or several.
pub(crate) fn split(caption: &str) -> Option<(Rest, SchoolYear)> {
    let (start, end) = the_year(caption)?;
    let year = SchoolYear::parse(&caption[start..end])?;
    let kept =
        [&caption[..start], &caption[end..]].map(|part| part.trim_matches(|c: char| !c.is_alphanumeric() && c != '%'));
    let rest = kept.join(" ");
    let join = |words: &mut dyn Iterator<Item = &str>| words.collect::<Vec<_>>().join(" ");
    let words = join(&mut rest.split_whitespace());
    let bare = join(&mut rest.split_whitespace().filter(|word| !WORDS.contains(&normalise(word).as_str())));
    Some((Rest { words, bare }, year))
}

/// Where the only year in a caption stands, with the term before it.
fn the_year(caption: &str) -> Option<(usize, usize)> {
    let mut found = None;
    let mut from = 0;
    while let Some(start) = caption[from..].find(|c: char| c.is_ascii_digit()).map(|at| from + at) {
        let run = |at: usize| caption[at..].find(|c: char| !c.is_ascii_digit()).map_or(caption.len(), |len| at + len);
        let mut end = run(start);
        // `2022/23`, `22/23`, `2022-2023`, `2022–23`.
        let mark = caption[end..].chars().next().filter(|c| matches!(c, '/' | '-' | '–'));
        if let Some(after) = mark.map(|mark| end + mark.len_utf8())
            && SchoolYear::parse(&caption[start..run(after)]).is_some()
        {
            end = run(after);
        }
        from = end;
        let term = caption[..start].trim_end();
        let begins = ["HT", "VT", "ht", "vt"].iter().find_map(|word| term.strip_suffix(word)).map(str::len);
        let alone = |at: usize| {
            !caption[..at].ends_with(char::is_alphanumeric) && !caption[end..].starts_with(char::is_alphanumeric)
        };
        let start = begins.filter(|at| alone(*at)).unwrap_or(start);
        // The shortest forms are `2022` and `HT22`: most numbers in rows that are tried as captions are no years at first sight.
        if end - start >= 4 && alone(start) && SchoolYear::parse(&caption[start..end]).is_some() {
            if found.is_some() {
                return None;
            }
            found = Some((start, end));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_taken_out_of_a_caption() {
        for (caption, rest, year) in [
            ("Närvaro 2022/23", "Närvaro", "2022/23"),
            ("Närvaro_2023", "Närvaro", "2022/23"),
            ("2023 Närvaro", "Närvaro", "2022/23"),
            ("Närvaro (läsår 2022/23)", "Närvaro", "2022/23"),
            ("Andel (%) med examen, 22/23", "Andel (%) med examen", "2022/23"),
            ("Närvaro HT22", "Närvaro", "2022/23"),
            ("Examen inom tre år 2022/23", "Examen inom tre", "2022/23"),
            ("Läsår 2022–2023", "", "2022/23"),
            ("2023", "", "2022/23"),
            ("GBP 2023 med examen", "GBP med examen", "2022/23"),
        ] {
            assert_eq!(
                split(caption).map(|(rest, year)| (rest.bare, year.to_string())),
                Some((rest.to_owned(), year.to_owned())),
                "{caption}"
            );
        }
        let both = split("Examen inom tre år 2022/23").map(|(rest, _)| rest.readings().map(str::to_owned));
        assert_eq!(both, Some(["Examen inom tre år".to_owned(), "Examen inom tre".to_owned()]));
        for caption in ["Närvaro", "Eng 5", "Examen 3 år", "Gymnarb. 12", "2022 till 2024", "A2023", ""] {
            assert_eq!(split(caption), None, "{caption}");
        }
    }
}
