//! Calendar dates as they stand in personal numbers and in columns of birth dates.

/// A day that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    pub(super) year: u32,
    month: u32,
    day: u32,
}

/// Two-digit years up to this one are 20xx, those above it 19xx.
const PIVOT: u32 = 30;

impl Date {
    /// The day, if there is such a day.
    pub(super) fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let last = match month {
            2 => 28 + u32::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => 0,
        };
        (1..=last).contains(&day).then_some(Self { year, month, day })
    }

    /// Reads a whole text as one date: `2005-03-12`, `2005/3/12`, `12.3.2005`, `3/12/2005`, `05-03-12`, `20050312`, `050312`, each
    /// with or without a time of day after it.
    ///
    /// Six digits that begin with 19 or 20 are no date: `201109` is September 2011.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = match text.split_once([' ', 'T']) {
            Some((date, time)) if time.contains(':') => date,
            _ => text,
        };
        let mut parts = text.split(['-', '/', '.']);
        let first = parts.next()?;
        let (second, third, more) = (parts.next(), parts.next(), parts.next());
        match (second, third, more) {
            (None, ..) => Self::compact(first),
            (Some(second), Some(third), None) => Self::of_parts(first, second, third),
            _ => None,
        }
    }

    fn compact(text: &str) -> Option<Self> {
        let number = digits(text)?;
        let (month, day) = (number / 100 % 100, number % 100);
        match text.len() {
            8 => Self::new(number / 10_000, month, day),
            6 if !text.starts_with("19") && !text.starts_with("20") => Self::new(full(number / 10_000), month, day),
            _ => None,
        }
    }

    fn of_parts(first: &str, second: &str, third: &str) -> Option<Self> {
        let (a, b, c) = (digits(first)?, digits(second)?, digits(third)?);
        match (first.len(), second.len(), third.len()) {
            (4, 1..=2, 1..=2) => Self::new(a, b, c),
            (1..=2, 1..=2, 4) => Self::new(c, b, a).or_else(|| Self::new(c, a, b)),
            (2, 2, 2) => Self::new(full(a), b, c),
            _ => None,
        }
    }

    /// Whether the day is a Saturday or a Sunday (Sakamoto's method).
    pub(super) fn is_weekend(self) -> bool {
        const SHIFT: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let year = if self.month < 3 { self.year - 1 } else { self.year };
        let shift =
            usize::try_from(self.month - 1).ok().and_then(|index| SHIFT.get(index)).copied().unwrap_or_default();
        let weekday = (year + year / 4 - year / 100 + year / 400 + shift + self.day) % 7;
        matches!(weekday, 0 | 6)
    }
}

/// The number that one to eight digits say, if there is nothing but digits.
pub(super) fn digits(text: &str) -> Option<u32> {
    let fits = (1..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok())?
}

fn full(year: u32) -> u32 {
    if year > PIVOT { 1900 + year } else { 2000 + year }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_files_write_them() {
        for (text, expected) in [
            ("2005-03-12", Some((2005, 3, 12))),
            ("2005/3/2", Some((2005, 3, 2))),
            ("12.3.2005", Some((2005, 3, 12))),
            ("3/25/2005", Some((2005, 3, 25))),
            ("05-03-12", Some((2005, 3, 12))),
            ("20050312", Some((2005, 3, 12))),
            ("050312", Some((2005, 3, 12))),
            ("981231", Some((1998, 12, 31))),
            ("2005-03-12 00:00:00", Some((2005, 3, 12))),
            ("2005-03-12T08:15", Some((2005, 3, 12))),
            ("2004-02-29", Some((2004, 2, 29))),
            ("2005-02-29", None),
            ("2005-13-01", None),
            ("2005-03", None),
            ("2023/24", None),
            ("202324", None),
            ("201109", None),
            ("49862313", None),
            ("12,9", None),
            ("1.059.000", None),
            ("1979 Q3", None),
            ("", None),
        ] {
            let expected = expected.and_then(|(year, month, day)| Date::new(year, month, day));
            assert_eq!(Date::read(text), expected, "{text}");
        }
    }

    #[test]
    fn weekends() {
        for (text, expected) in [
            ("2024-06-01", true),
            ("2024-06-02", true),
            ("2024-06-03", false),
            ("2000-01-01", true),
            ("2004-02-29", true),
            ("2005-03-11", false),
        ] {
            assert_eq!(Date::read(text).map(Date::is_weekend), Some(expected), "{text}");
        }
    }
}
