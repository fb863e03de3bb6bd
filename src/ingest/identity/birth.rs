//! Columns of birth dates.

use super::date::Date;
use super::sample::Sample;
use std::ops::RangeInclusive;

/// Years in which those who go to school can be born, so long as no caption says whose dates they are.
const PUPILS: RangeInclusive<u32> = 1985..=2022;
/// Fewer dates than this tell nothing without a caption.
const ENOUGH: usize = 10;
/// From so many dates on, the days of the week tell birth dates from others.
const ENOUGH_FOR_WEEKDAYS: usize = 20;
/// Days since 1900 by which spreadsheets mean 1930 to 2030.
const SERIAL_DAYS: RangeInclusive<u32> = 10_959..=47_484;

/// Whether a column holds dates of birth: its caption says so and half of the values are dates, or more than 90 % of the values are
/// dates in the years of pupils, mostly different ones.
///
/// Schools act on weekdays, children are born on any: a column of twenty dates or more with hardly any weekend among them is not
/// one of births.
pub(super) fn are_dates(sample: &Sample) -> bool {
    if sample.wording.says_birth() {
        return sample.at_least(50, |value| Date::read(value).is_some() || is_serial_day(value) || is_short(value));
    }
    let dates: Vec<Date> = sample.values.iter().filter_map(|value| Date::read(value)).collect();
    let plausible = dates.iter().filter(|date| PUPILS.contains(&date.year)).count();
    let weekends = dates.iter().filter(|date| date.is_weekend()).count();
    let is_any_day = dates.len() < ENOUGH_FOR_WEEKDAYS || weekends * 12 >= dates.len();
    plausible >= ENOUGH && plausible * 10 > sample.values.len() * 9 && sample.is_distinct(30) && is_any_day
}

/// A date as a spreadsheet's number of days.
fn is_serial_day(value: &str) -> bool {
    super::date::digits(value).is_some_and(|days| value.len() == 5 && SERIAL_DAYS.contains(&days))
}

/// Six digits, of which [`Date`] doubts those that begin with 19 and 20, or five that have lost a nought.
fn is_short(value: &str) -> bool {
    matches!(value.len(), 5 | 6) && value.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::{Identity, of_column};

    fn column(caption: &str, count: u32, value: impl Fn(u32) -> String) -> Option<Identity> {
        let values: Vec<String> = (0..count).map(value).collect();
        of_column(caption, &values.iter().map(String::as_str).collect::<Vec<_>>())
    }

    #[test]
    fn dates_of_birth() {
        let birth = Some(Identity::BirthDate);
        assert_eq!(column("x", 25, |i| format!("200{}-{:02}-{:02}", 5 + i % 3, 1 + i % 12, 1 + i)), birth);
        assert_eq!(column("x", 25, |i| format!("200{}{:02}{:02}", 5 + i % 3, 1 + i % 12, 1 + i)), birth);
        assert_eq!(column("x", 25, |i| format!("0{}{:02}{:02}", 5 + i % 3, 1 + i % 12, 1 + i)), birth);
        assert_eq!(column("Födelsedatum", 3, |i| format!("2005-03-0{}", 1 + i)), birth);
        assert_eq!(column("date_of_birth", 3, |i| format!("{}/03/1962", 1 + i)), birth);
        assert_eq!(column("Född", 3, |i| format!("{}", 38_423 + i)), birth);
        assert_eq!(column("Född", 3, |i| format!("20010{}", 1 + i)), birth);
    }

    #[test]
    fn other_dates_and_other_births() {
        // 2018-01-01 was a Monday: five weekdays of each week.
        let weekday = |i: u32| format!("2018-01-{:02}", 1 + i % 5 + i / 5 % 4 * 7);
        assert_eq!(column("Datum för samtal", 20, weekday), None);
        assert_eq!(column("x", 60, |i| format!("2006-06-0{}", 1 + i % 3)), None, "few different");
        assert_eq!(column("x", 25, |i| format!("2024-01-{:02}", 1 + i)), None, "nobody at school was born then");
        assert_eq!(column("x", 9, |i| format!("2006-01-{:02}", 1 + i)), None, "too few to tell");
        assert_eq!(column("Född i Sverige", 20, |_| "Ja".to_owned()), None);
        assert_eq!(column("Född", 20, |i| (2005 + i % 3).to_string()), None, "years");
        assert_eq!(column("Födelseår", 20, |i| (2005 + i % 3).to_string()), None);
        assert_eq!(column("birth", 20, |i| format!("1979 Q{}", 1 + i % 4)), None);
        assert_eq!(column("Födelsedatum", 20, |_| String::new()), None);
    }
}
