//! School years: `2023/24`.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A school year, named by the calendar year in which it starts. `2023/24` starts in 2023. In JSON it is written so, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SchoolYear(u16);

/// Calendar years that a school file can speak of.
const PLAUSIBLE: std::ops::RangeInclusive<u16> = 1950..=2099;

impl SchoolYear {
    /// The school year that starts in `year`; `None` outside 1950–2099.
    pub fn starting(year: u16) -> Option<Self> {
        PLAUSIBLE.contains(&year).then_some(Self(year))
    }

    /// The school year that ends in `year`: a result year, `2024` → `2023/24`.
    pub fn ending(year: u16) -> Option<Self> {
        Self::starting(year.checked_sub(1)?)
    }

    /// Calendar year of the autumn term.
    pub fn start(self) -> u16 {
        self.0
    }

    /// The year before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self(self.0 - 1)
    }

    /// `23/24`, for narrow axes.
    pub fn short(self) -> String {
        format!("{:02}/{:02}", self.0 % 100, (self.0 + 1) % 100)
    }

    /// Reads the forms that Swedish files use: `2023/24`, `2023/2024`, `2023-24`, `23/24`, `HT23`, `VT 2024`, `2024`, `2024.0`,
    /// with words around it (`Läsåret 2023/24`). A lone year is the result year: `2024` → `2023/24`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let text = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(&text);
        let numbers: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
        let words: String = text.chars().filter(|c| c.is_alphabetic()).collect();
        match numbers.as_slice() {
            [only] => {
                let year = full_year(only)?;
                match words.as_str() {
                    "ht" | "höst" | "hösten" | "hösttermin" | "höstterminen" | "läsårht" => Self::starting(year),
                    "vt" | "vår" | "våren" | "vårtermin" | "vårterminen" | "läsårvt" => Self::ending(year),
                    "" | "år" | "läsår" | "läsåret" | "avgångsår" | "examensår" | "resultatår" if only.len() == 4 => {
                        Self::ending(year)
                    }
                    _ => None,
                }
            }
            [first, second] => {
                let start = full_year(first)?;
                let end = full_year(second)?;
                (start.checked_add(1)? == end).then(|| Self::starting(start)).flatten()
            }
            _ => None,
        }
    }
}

/// `2023` or `23` → 2023.
fn full_year(digits: &str) -> Option<u16> {
    let year: u16 = digits.parse().ok()?;
    match digits.len() {
        4 => PLAUSIBLE.contains(&year).then_some(year),
        2 => Some(if year < 70 { 2000 + year } else { 1900 + year }),
        _ => None,
    }
}

impl fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{:02}", self.0, (self.0 + 1) % 100)
    }
}

impl TryFrom<String> for SchoolYear {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("`{text}` is no school year, expected one such as `2024/25`"))
    }
}

impl From<SchoolYear> for String {
    fn from(year: SchoolYear) -> Self {
        year.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_forms_of_swedish_files() {
        for text in [
            "2023/24",
            "2023/2024",
            "2023-24",
            "2023–2024",
            " 23/24 ",
            "HT23",
            "ht 2023",
            "VT24",
            "2024",
            "2024.0",
            "2024,0",
            "Läsåret 2023/24",
            "LÅ23/24",
            "Höstterminen 2023",
            "VT-24",
        ] {
            assert_eq!(SchoolYear::parse(text).map(|year| year.to_string()).as_deref(), Some("2023/24"), "{text}");
        }
        assert_eq!(SchoolYear::parse("1999/00").map(SchoolYear::start), Some(1999));
    }

    #[test]
    fn refuses_what_is_no_year() {
        for text in [
            "",
            "24",
            "2023/25",
            "Q2 2023",
            "H2023",
            "Autumn 2023",
            "2024/23",
            "20231",
            "1-2-3",
            "abc",
            "0",
            "9999",
            "12",
        ] {
            assert_eq!(SchoolYear::parse(text), None, "{text}");
        }
    }

    #[test]
    fn short_form_has_two_digits_on_both_sides() {
        assert_eq!(SchoolYear(2008).short(), "08/09");
        assert_eq!(SchoolYear(1999).short(), "99/00");
    }
}
