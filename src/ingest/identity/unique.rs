//! Columns that point out one row each.

use super::date::Date;
use super::sample::Sample;
use std::ops::RangeInclusive;

/// Fewer values than this are different by chance.
const ENOUGH: usize = 30;
/// Integers up to this are points, ages and counts, if any of them is repeated.
const HIGHEST_POINTS: u64 = 400;
/// Of so many points up to 340 some are the same, but for one class in 200; a list of thirty often has none.
const MANY: usize = 60;
/// Integers that are years if all of them are.
const YEARS: RangeInclusive<u64> = 1900..=2100;

/// Whether nearly every row has another value that is no measure, or the caption names a pupil's number.
pub(super) fn is_nearly_unique(sample: &Sample) -> bool {
    let wording = &sample.wording;
    if wording.says_pupil_id() {
        return sample.distinct > 1;
    }
    if wording.says_group() || sample.values.len() < ENOUGH || !sample.is_distinct(95) {
        return false;
    }
    let numbers: Vec<Number> = sample.values.iter().filter_map(|value| Number::read(value)).collect();
    if numbers.len() * 10 >= sample.values.len() * 9 {
        return !wording.says_measure() && are_codes(sample, &numbers);
    }
    !sample.at_least(90, |value| Date::read(value).is_some())
}

/// Whether different integers are codes: of one length, four digits or more; or small, dense and never repeated; or ever rising, as
/// a list sorted by a register's numbers. Measures differ in length, have decimals, or are set in thousands. Years are no codes, and
/// steps (`1, 2, 3 …`, `0, 10, 20 …`) say nothing that the order of the rows does not.
fn are_codes(sample: &Sample, numbers: &[Number]) -> bool {
    let measured = numbers.iter().filter(|number| number.is_measure).count();
    if measured * 20 >= numbers.len() || numbers.iter().all(|number| YEARS.contains(&number.whole)) {
        return false;
    }
    let pairs = || numbers.windows(2).map(|pair| (pair[0].whole, pair[1].whole));
    if let Some((first, second)) = pairs().next()
        && first <= second.saturating_sub(first)
        && pairs().all(|(a, b)| b.checked_sub(a) == Some(second - first))
    {
        return sample.wording.may_say_names();
    }
    let highest = numbers.iter().map(|number| number.whole).max().unwrap_or_default();
    let lowest = numbers.iter().map(|number| number.whole).min().unwrap_or_default();
    let is_dense =
        numbers.len() >= MANY || usize::try_from(highest - lowest).is_ok_and(|span| span < 2 * numbers.len());
    let is_list = highest <= HIGHEST_POINTS && sample.distinct == sample.values.len() && is_dense;
    let length = numbers.first().map_or(0, |number| number.digits);
    let alike = numbers.iter().filter(|number| number.digits == length).count();
    is_list || (length >= 4 && alike * 10 >= numbers.len() * 9) || pairs().all(|(a, b)| a < b)
}

/// What can be told of a number without regard to how it is set.
struct Number {
    whole: u64,
    digits: usize,
    /// It has decimals, a sign, a percent sign, or thousands set apart.
    is_measure: bool,
}

impl Number {
    fn read(text: &str) -> Option<Self> {
        let bare = text.trim_start_matches(['-', '+', '\u{2212}']).trim_end_matches(['%', ' ', '\u{a0}']);
        let (whole, decimals) = bare.split_once([',', '.']).unwrap_or((bare, ""));
        let mut number = Self { whole: 0, digits: 0, is_measure: bare.len() < text.len() };
        for c in whole.chars() {
            match c.to_digit(10) {
                Some(digit) => {
                    number.whole = number.whole.saturating_mul(10).saturating_add(digit.into());
                    number.digits += 1;
                }
                None if c.is_whitespace() => number.is_measure = true,
                None => return None,
            }
        }
        let is_fraction = decimals.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
        number.is_measure |= decimals.contains(|c: char| c != '0');
        (is_fraction && number.digits > 0).then_some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Identity, of_column};

    fn column(caption: &str, count: usize, value: impl Fn(usize) -> String) -> Option<Identity> {
        let values: Vec<String> = (0..count).map(value).collect();
        of_column(caption, &values.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Integers without order, different for different `i` below 997.
    fn scattered(i: usize) -> usize {
        (i * 367 + 101) % 997
    }

    #[test]
    fn keys_are_flagged() {
        let unique = Some(Identity::NearlyUnique);
        assert_eq!(column("id", 40, |i| (100_234 + i).to_string()), unique);
        assert_eq!(column("id", 40, |i| format!("{}.0", 100_000 + scattered(i))), unique);
        assert_eq!(column("nyckel", 40, |i| format!("A-{}", 1023 + scattered(i))), unique);
        assert_eq!(column("x", 40, |i| format!("{:08x}-41d4-a716-446655440000", scattered(i) * 7919)), unique);
        assert_eq!(column("rownames", 40, |i| (90 + 3 * i * i).to_string()), unique, "sorted by a register's number");
        assert_eq!(column("nr", 40, |i| scattered(i * 7 % 40).to_string()), None, "differs in length");
        assert_eq!(column("nr", 40, |i| (1 + i * 7 % 40).to_string()), unique, "a class list in another order");
        assert_eq!(column("Elev", 40, |i| (i + 1).to_string()), unique);
        assert_eq!(column("elev-id", 12, |i| (i / 3).to_string()), unique, "several rows for each pupil");
        assert_eq!(column("Löpnummer", 5, |i| (i + 1).to_string()), unique);
    }

    #[test]
    fn measures_places_and_rows_are_not() {
        for (caption, value) in [
            ("rad", Box::new(|i: usize| (i + 1).to_string()) as Box<dyn Fn(usize) -> String>),
            ("gräns", Box::new(|i| (i * 10).to_string())),
            ("år", Box::new(|i| (1980 + i).to_string())),
            ("merit", Box::new(|i| (scattered(i % 38) % 340).to_string())),
            ("merit", Box::new(|i| (3 + scattered(i) / 3).to_string())),
            ("merit", Box::new(|i| format!("{},5", scattered(i)))),
            ("x", Box::new(|i| format!("{}.{:04}", i % 3, scattered(i)))),
            ("x", Box::new(|i| format!("-0.0{}", scattered(i)))),
            ("kostnad", Box::new(|i| format!("{} {:03}", 100 + i, scattered(i)))),
            ("Totalt", Box::new(|i| (24_314 + scattered(i)).to_string())),
            ("Elever", Box::new(|i| (1000 + scattered(i)).to_string())),
            ("andel", Box::new(|i| format!("{}%", scattered(i)))),
            ("invånare", Box::new(|i| (scattered(i) * scattered(i)).to_string())),
            ("Skol-enhetskod", Box::new(|i| (49_862_313 + 7 * scattered(i)).to_string())),
            ("Huvudman orgnr", Box::new(|i| (2_120_000_068 + scattered(i)).to_string())),
            ("URN", Box::new(|i| (100_000 + i).to_string())),
            ("Skola", Box::new(|i| format!("Skola nr {i}"))),
            ("Kommun-kod", Box::new(|i| format!("{:04}", 114 + scattered(i)))),
            ("mätdag", Box::new(|i| format!("2024-{:02}-{:02}", 1 + i % 6, 1 + i / 2))),
            ("betyg", Box::new(|i| ["A", "B", "C"][i % 3].to_owned())),
            ("tomt", Box::new(|_| String::new())),
            ("tomt", Box::new(|_| "..".to_owned())),
        ] {
            assert_eq!(column(caption, 40, &value), None, "{caption}: {}, {} …", value(0), value(1));
        }
        assert_eq!(column("id", 29, |i| (100_234 + i).to_string()), None, "too few to tell");
    }
}
