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

    /// Reads the forms that files use: `2023/24`, `2023/2024`, `2023-24`, `23/24`, `20232024`, `HT23`, `VT 2024`, `2024`, `2024.0`,
    /// `2006 Aug`, `2024-06-14`, with words around it (`Läsåret 2023/24`). A lone year is the result year: `2024` → `2023/24`. A
    /// month or a day belongs to the school year that goes on then: those from August on begin one.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let text = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(&text);
        let numbers: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
        let words: String = text.chars().filter(|c| c.is_alphabetic()).collect();
        match numbers.as_slice() {
            [both] if both.len() == 8 && words.is_empty() => Self::spanning(&both[..4], &both[4..]),
            [only] => {
                let year = full_year(only)?;
                match words.as_str() {
                    "ht" | "höst" | "hösten" | "hösttermin" | "höstterminen" | "läsårht" => Self::starting(year),
                    "vt" | "vår" | "våren" | "vårtermin" | "vårterminen" | "läsårvt" => Self::ending(year),
                    _ if only.len() != 4 => None,
                    "" | "år" | "läsår" | "läsåret" | "avgångsår" | "examensår" | "resultatår" => {
                        Self::ending(year)
                    }
                    month => Self::of_month(year, month_of(month)?),
                }
            }
            [first, second] => Self::spanning(first, second).or_else(|| {
                // `2024-06`: no two years follow one another so.
                let is_month = first.len() == 4 && second.len() == 2 && words.is_empty();
                is_month.then(|| Self::of_month(full_year(first)?, second.parse().ok()?))?
            }),
            [year, month, _day, ..] if year.len() == 4 && month.len() == 2 => {
                Self::of_month(full_year(year)?, month.parse().ok()?)
            }
            _ => None,
        }
    }

    /// Which part of a school year a text names that is read as one: `h` of `HT23`, `aug` of `2023 Aug`; `None` of a whole year.
    pub fn part(text: &str) -> Option<String> {
        let text = text.to_lowercase();
        let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        words.find_map(|word| match word.chars().next() {
            Some(term @ ('h' | 'v')) => Some(term.to_string()),
            _ => month_of(word).map(|_| word.chars().take(3).collect()),
        })
    }

    /// The school year from the first to the second calendar year, which must follow one another.
    fn spanning(first: &str, second: &str) -> Option<Self> {
        let start = full_year(first)?;
        (start.checked_add(1)? == full_year(second)?).then(|| Self::starting(start))?
    }

    /// The school year that goes on in this month of a calendar year.
    fn of_month(year: u16, month: u8) -> Option<Self> {
        match month {
            8..=12 => Self::starting(year),
            1..=7 => Self::ending(year),
            _ => None,
        }
    }
}

/// Number of the month of this name, in Swedish or English, short or long.
fn month_of(name: &str) -> Option<u8> {
    const MONTHS: [(&str, &str); 12] = [
        ("jan", "januari january"),
        ("feb", "februari february"),
        ("mar", "mars march"),
        ("apr", "april"),
        ("maj", "may"),
        ("jun", "juni june"),
        ("jul", "juli july"),
        ("aug", "augusti august"),
        ("sep", "sept september"),
        ("okt", "oktober oct october"),
        ("nov", "november"),
        ("dec", "december"),
    ];
    let is = |(short, long): &(&str, &str)| *short == name || long.split(' ').any(|word| word == name);
    (1..=12).zip(&MONTHS).find(|(_, month)| is(month)).map(|(number, _)| number)
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
            "20232024",
            "2023 Aug",
            "Dec 2023",
            "juni 2024",
            "2024-06-14",
            "2023-08",
            "2024-01-15 00:00",
        ] {
            assert_eq!(SchoolYear::parse(text).map(|year| year.to_string()).as_deref(), Some("2023/24"), "{text}");
        }
        assert_eq!(SchoolYear::parse("1999/00").map(SchoolYear::start), Some(1999));
    }

    #[test]
    fn terms_and_months_are_parts() {
        for (text, part) in [
            ("HT23", Some("h")),
            ("Vårterminen 2024", Some("v")),
            ("2023 Aug", Some("aug")),
            ("juni 2024", Some("jun")),
        ] {
            assert_eq!(SchoolYear::part(text).as_deref(), part, "{text}");
        }
        for text in ["2023/24", "Läsåret 2023/24", "LÅ23/24", "2024", "2024-06-14"] {
            assert_eq!(SchoolYear::part(text), None, "{text}");
        }
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
            "20232025",
            "2023-13",
            "2023-00-01",
            "Brumaire 2023",
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
