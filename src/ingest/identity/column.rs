//! What a column holds, told by its caption and a sample of its values.

use super::number::{Verdict, candidates, lost_zeros};
use super::sample::Sample;
use super::{Identity, birth, contact, free_text, names, unique};

/// What a column holds, told by its caption and a sample of its values. The gravest kind is named; a column without values holds none.
pub(crate) fn of_column(caption: &str, values: &[&str]) -> Option<Identity> {
    let sample = Sample::new(caption, values);
    if sample.values.is_empty() {
        return None;
    }
    mostly_numbers(&sample)
        .or_else(|| mostly_phones(&sample).then_some(Identity::Phone))
        .or_else(|| some_numbers(&sample))
        .or_else(|| some_contacts(&sample))
        .or_else(|| birth::are_dates(&sample).then_some(Identity::BirthDate))
        .or_else(|| names::are_names(&sample).then_some(Identity::Name))
        .or_else(|| free_text::is_free(&sample).then_some(Identity::FreeText))
        .or_else(|| unique::is_nearly_unique(&sample).then_some(Identity::NearlyUnique))
}

/// Personal numbers in at least 60 % of the values, right check digit or not, or under a caption that says so.
fn mostly_numbers(sample: &Sample) -> Option<Identity> {
    let mut tally = Tally::default();
    let can_have_lost_zeros = sample.values.len() >= 5;
    for (value, times) in &sample.different {
        let found = candidates(value).find_map(|candidate| match candidate.verdict {
            Verdict::Certain(kind) | Verdict::Dated(kind) => Some(kind),
            Verdict::Undated => None,
        });
        tally.add(found.or_else(|| can_have_lost_zeros.then(|| lost_zeros(value))?), *times);
    }
    let says_so = || {
        let has_digits = |value: &str| value.bytes().filter(u8::is_ascii_digit).count() >= 4;
        sample.wording.says_numbers() && sample.at_least(50, has_digits)
    };
    if sample.is_share(tally.total(), 60) { tally.commonest() } else { says_so().then_some(Identity::Personnummer) }
}

/// Personal numbers that are certain, here and there among other texts.
///
/// Of random numbers with ten digits one in 270 passes for a personnummer. So where other codes of that length are common, one in
/// twenty of them must pass; where bare digits pass, one value in 200 must.
fn some_numbers(sample: &Sample) -> Option<Identity> {
    let (mut tally, mut within_text, mut undated) = (Tally::default(), 0, 0);
    for (value, times) in &sample.different {
        for candidate in candidates(value) {
            match candidate.verdict {
                Verdict::Certain(kind) => {
                    tally.add(Some(kind), *times);
                    within_text += usize::from(!value.bytes().all(|byte| byte.is_ascii_digit()));
                }
                Verdict::Undated => undated += times,
                Verdict::Dated(_) => {}
            }
        }
    }
    let is_common = within_text > 0 || tally.total() * 200 >= sample.values.len();
    (is_common && tally.total() * 20 > undated).then(|| tally.commonest()).flatten()
}

/// How often each kind of personal number was seen.
#[derive(Default)]
struct Tally {
    kinds: [usize; 3],
}

impl Tally {
    const KINDS: [Identity; 3] = [Identity::Personnummer, Identity::Samordningsnummer, Identity::TemporaryNumber];

    fn add(&mut self, kind: Option<Identity>, times: usize) {
        for (count, _) in self.kinds.iter_mut().zip(Self::KINDS).filter(|(_, known)| kind == Some(*known)) {
            *count += times;
        }
    }

    fn total(&self) -> usize {
        self.kinds.iter().sum()
    }

    /// The kind seen most often, the first of several.
    fn commonest(&self) -> Option<Identity> {
        let most = self.kinds.iter().max().filter(|most| **most > 0)?;
        self.kinds.iter().zip(Self::KINDS).find(|(count, _)| *count == most).map(|(_, kind)| kind)
    }
}

/// Telephone numbers in at least 60 % of the values; mobile numbers that have lost the nought in at least 80 %; any of seven digits
/// or more under a caption that says so.
fn mostly_phones(sample: &Sample) -> bool {
    let lost_zero = |value: &str| {
        let is_mobile = value.len() == 9 && value.starts_with('7') && value.bytes().all(|byte| byte.is_ascii_digit());
        is_mobile && matches!(value.as_bytes().get(1), Some(b'0' | b'2' | b'3' | b'6' | b'9'))
    };
    let is_long = |value: &str| value.bytes().filter(u8::is_ascii_digit).count() >= 7;
    sample.at_least(60, |value| contact::phone(value).is_some())
        || (sample.values.len() >= 5 && sample.at_least(80, lost_zero))
        || (sample.wording.says_phone() && sample.at_least(50, is_long))
}

/// E-mail in one value of 200, telephone numbers in one of twenty.
fn some_contacts(sample: &Sample) -> Option<Identity> {
    let emails = sample.count(|value| contact::email(value).is_some());
    let has_emails = emails > 0 && emails * 200 >= sample.values.len();
    let has_phones = || sample.at_least(5, |value| contact::phone(value).is_some());
    if has_emails { Some(Identity::Email) } else { has_phones().then_some(Identity::Phone) }
}

#[cfg(test)]
mod tests {
    use super::super::of_text;
    use super::*;
    use Identity::{Email, Personnummer, Phone, Samordningsnummer, TemporaryNumber};

    fn of(caption: &str, values: &[String]) -> Option<Identity> {
        of_column(caption, &values.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// A birth date of 2005 to 2008 as `yymmdd`, the day higher by `more`.
    fn date(i: usize, more: usize) -> String {
        format!("{:02}{:02}{:02}", 5 + i % 4, 1 + i * 5 % 12, 1 + more + i * 11 % 28)
    }

    /// Ten digits and a hyphen with the right check digit, or a wrong one.
    fn number(i: usize, more: usize, right: bool) -> String {
        let stem = format!("{}-{:03}", date(i, more), (i * 37 + 11) % 1000);
        let found = (0..10).map(|last| format!("{stem}{last}")).find(|number| of_text(number).is_some() == right);
        found.unwrap_or_default()
    }

    fn values(count: usize, value: impl Fn(usize) -> String) -> Vec<String> {
        (0..count).map(value).collect()
    }

    #[test]
    fn columns_of_personal_numbers() {
        let bare = |i: usize, right| number(i, 0, right).replace('-', "");
        for (values, expected) in [
            (values(20, |i| number(i, 0, true)), Personnummer),
            (values(20, |i| number(i, 0, false)), Personnummer),
            (values(20, |i| bare(i, false)), Personnummer),
            (values(20, |i| format!("20{}", bare(i, false))), Personnummer),
            (values(20, |i| format!("20{}.0", bare(i, true))), Personnummer),
            (values(20, |i| bare(i, true)[1..].to_owned()), Personnummer),
            (values(20, |i| format!("{}-XXXX", date(i, 0))), Personnummer),
            (values(20, |i| format!("20{}-****", date(i, 0))), Personnummer),
            (values(20, |i| number(i, 60, true)), Samordningsnummer),
            (values(20, |i| format!("20{}-T{:03}", date(i, 0), i)), TemporaryNumber),
            (values(20, |i| format!("20{}TF{:02}", date(i, 0), i)), TemporaryNumber),
            (values(20, |i| number(i, if i % 5 == 0 { 60 } else { 0 }, true)), Personnummer),
            (values(20, |i| if i % 3 == 0 { "saknas".to_owned() } else { number(i, 0, false) }), Personnummer),
            (
                values(400, |i| if i == 7 { format!("se {}", number(i, 0, true)) } else { "Ok".to_owned() }),
                Personnummer,
            ),
            (values(150, |i| if i == 7 { bare(i, true) } else { (i % 9).to_string() }), Personnummer),
            (values(1, |_| "640323-3235".to_owned()), Personnummer),
        ] {
            assert_eq!(of("x", &values), Some(expected), "{}, {:?} …", values[0], values.get(1));
        }
        assert_eq!(of("Personnummer", &values(9, |i| format!("20{}", date(i, 0)))), Some(Personnummer));
    }

    #[test]
    fn look_alikes_of_personal_numbers() {
        for values in [
            values(40, |i| (2_120_000_068 + 9 * (i % 20)).to_string()),
            values(40, |i| format!("212000-{:04}", i % 20)),
            values(40, |i| format!("5567{:06}", (i % 20) * 8176)),
            values(40, |i| (49_862_313 + 17 * (i % 20)).to_string()),
            values(40, |i| ["202324", "202223", "201112"][i % 3].to_owned()),
            values(40, |i| ["2023/24", "2023-2024", "HT23"][i % 3].to_owned()),
            values(40, |i| format!("{} 234 567", 1 + i % 7)),
            values(40, |i| format!("0,81122898{}", 10 + i % 20)),
            values(40, |i| format!("20230512{:02}30", 8 + i % 9)),
            values(40, |i| format!("Programinriktat val {}", i % 3)),
            // One random code among many passes for a personnummer.
            values(40, |i| if i == 3 { "8112289874".to_owned() } else { (4_100_000_000_usize + i % 20).to_string() }),
            // One hit in a thousand among bare digits.
            values(1000, |i| if i == 3 { "8112289874".to_owned() } else { (i % 9).to_string() }),
            values(40, |_| String::new()),
            values(40, |_| "..".to_owned()),
            values(0, |_| String::new()),
        ] {
            assert_eq!(of("x", &values), None, "{:?}, {:?} …", values.first(), values.get(1));
        }
        assert_eq!(of("Personnummer", &values(9, |_| String::new())), None);
        assert_eq!(of("Andel med personnummer", &values(9, |i| format!("1{i} 000"))), None);
        assert_eq!(of("Har personnummer", &values(9, |_| "Ja".to_owned())), None);
    }

    #[test]
    fn columns_of_addresses() {
        for (caption, values, expected) in [
            ("x", values(20, |i| format!("elev{i}@skola.exempel.se")), Some(Email)),
            ("x", values(150, |i| if i == 9 { "anna@exempel.se".to_owned() } else { "Ok".to_owned() }), Some(Email)),
            ("x", values(20, |i| format!("070-123 45 {}", 10 + i)), Some(Phone)),
            ("x", values(20, |i| format!("07312345{}", 10 + i)), Some(Phone)),
            ("x", values(20, |i| format!("7312345{}", 10 + i)), Some(Phone)),
            ("Telefon hem", values(20, |i| format!("81234{}", 50 + i)), Some(Phone)),
            ("x", values(20, |i| format!("a{}@b", i % 5)), None),
            ("Kommun-kod", values(20, |i| format!("0{}", 114 + i)), None),
        ] {
            assert_eq!(of(caption, &values), expected, "{caption}: {} …", values[0]);
        }
    }
}
