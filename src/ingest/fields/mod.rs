//! One field → a value or the reason that there is none.

mod number;
mod symbol;

pub(crate) use number::{NARROW, number};

use crate::data::{Bound, Edge, Fixed, Indicator, Kind, Missing, Shape, Value};
use crate::ingest::encoding::Encoding;
use crate::ingest::records::Record;

/// A short number in thousandths, from a field as [`Lines::key`](crate::ingest::records::Lines::key) gives it; `None` says nothing about it.
#[inline]
pub(crate) fn narrow_key(key: u64) -> Option<i32> {
    let (word, length) = word_of(key);
    number::narrow(word, length)
}

/// The word that [`Record::word`] gives for a field that `Lines::key` gives so.
#[inline]
pub(crate) fn word_of(key: u64) -> (u64, u32) {
    let length = (key >> 56) as u32;
    (key << 8 << (56 - 8 * length), length)
}

/// `Ja` and `Nej` as [`Record::word`] gives them.
const YES: (u64, u32) = (word(b"Ja"), 2);
const NO: (u64, u32) = (word(b"Nej"), 3);

/// A few bytes as one word, the last highest.
const fn word(bytes: &[u8]) -> u64 {
    let (mut word, mut index) = (0, 0);
    while index < bytes.len() {
        word |= (bytes[index] as u64) << (8 * (8 - bytes.len() + index));
        index += 1;
    }
    word
}

/// What one field of an indicator says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// A value in thousandths, at most [`NARROW`] in magnitude: nearly every one.
    Narrow(i32),
    /// Any other value.
    Wide(Fixed),
    /// No value, only a bound of it.
    Within(Bound),
    /// No value.
    Missing(Missing),
    /// A number that stands for a missing value (`-9999`): it cannot be a value of this column.
    Sentinel,
}

/// How the fields of one indicator are read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    /// Whether pupils have it or not, told by yes or no.
    yes_or_no: bool,
    is_share: bool,
    lowest: f64,
    highest: f64,
    /// The limits in thousandths, drawn inwards.
    narrow: (i32, i32),
}

impl Scale {
    /// The scale of an indicator in rows of this shape.
    pub(crate) fn of(indicator: &Indicator, shape: Shape) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "a limit beyond 32 bits is as good as the largest")]
        let narrow = ((indicator.lowest * 1000.0).ceil() as i32, (indicator.highest * 1000.0).floor() as i32);
        let is_share = indicator.kind == Kind::Share;
        let yes_or_no = is_share && shape == Shape::PupilRows;
        Self { yes_or_no, is_share, lowest: indicator.lowest, highest: indicator.highest, narrow }
    }

    /// Whether values are told by yes or no.
    pub(crate) fn is_yes_or_no(self) -> bool {
        self.yes_or_no
    }

    /// Reads a short field, as [`Record::word`] gives it, that is a plain number on the scale, or a plain yes or no, in thousandths.
    #[expect(clippy::needless_bitwise_bool, reason = "which field comes next cannot be foreseen")]
    #[inline]
    pub(crate) fn plain(self, (word, length): (u64, u32)) -> Option<i32> {
        if self.yes_or_no {
            let (yes, no) = ((word == YES.0) & (length == YES.1), (word == NO.0) & (length == NO.1));
            return (yes | no).then_some(100_000 * i32::from(yes));
        }
        number::narrow(word, length).filter(|found| (self.narrow.0..=self.narrow.1).contains(found))
    }

    /// Reads any field of a record. Shares of pupil rows are yes or no and become 100 or 0.
    pub(crate) fn read(self, record: Record<'_>, column: usize) -> Reading {
        record
            .word(column)
            .and_then(|word| self.plain(word))
            .map_or_else(|| self.read_any(record.encoding().decode(record.field(column)).as_bytes()), Reading::Narrow)
    }

    /// Reads one field of UTF-8, however it is written.
    fn read_any(self, field: &[u8]) -> Reading {
        if self.yes_or_no {
            // A cross may mean yes as well as "not available".
            if number::trim(field).eq_ignore_ascii_case(b"x") {
                return Reading::Missing(Missing::Unreadable);
            }
            return symbol::missing(field).map_or_else(|| yes_or_no(number::trim(field)), Reading::Missing);
        }
        if let Some(bound) = symbol::bound(field) {
            return match bound.edge() {
                // One to four pupils of a mean are nothing that is told.
                Edge::NearlyAll | Edge::NearlyNone if !self.is_share => Reading::Missing(Missing::WithheldInSource),
                _ if bound.fits(self.lowest, self.highest) => Reading::Within(bound),
                _ => Reading::Missing(Missing::OutOfRange),
            };
        }
        if let Some(reason) = symbol::missing(field) {
            return Reading::Missing(reason);
        }
        let Some(found) = number(field) else { return Reading::Missing(Missing::Unreadable) };
        let on_scale = |number: &Fixed| (self.lowest..=self.highest).contains(&number.to_f64());
        match number::in_thousands(field).filter(on_scale) {
            // `1,059` where only one thousand and fifty-nine can be meant.
            Some(thousands) if !on_scale(&found) => known(thousands),
            // Both are possible: the file does not tell.
            Some(_) => Reading::Missing(Missing::Unreadable),
            None if on_scale(&found) => known(found),
            None if symbol::is_sentinel(found.millionths()) => Reading::Sentinel,
            None => Reading::Missing(Missing::OutOfRange),
        }
    }
}

fn known(value: Fixed) -> Reading {
    let thousandths = value.millionths() / 1000;
    match i32::try_from(thousandths) {
        Ok(narrow) if narrow.abs() <= NARROW && thousandths * 1000 == value.millionths() => Reading::Narrow(narrow),
        _ => Reading::Wide(value),
    }
}

/// More pupils than any school has.
const LARGEST_SCHOOL: u64 = 5000;

/// Reads a number of pupils of an aggregated row: a whole number, a bound, or why there is none; `Err` where there is something else.
pub(crate) fn pupils(field: &[u8], encoding: Encoding) -> Result<Value, ()> {
    let text = encoding.decode(field);
    let field = text.as_bytes();
    let is_counted = |bound: &Bound| !matches!(bound.edge(), Edge::NearlyAll | Edge::NearlyNone);
    if let Some(bound) = symbol::bound(field).filter(is_counted) {
        return Ok(Value::Within(bound));
    }
    if let Some(reason) = symbol::missing(field) {
        return Ok(Value::Missing(reason));
    }
    // `cirka 270`: Skolverket rounds some numbers to tens.
    let digits = text.trim().trim_start_matches("cirka ").trim_start_matches("ca ");
    let digits =
        [" st", " elever", " pupils"].iter().find_map(|noun| digits.strip_suffix(noun)).unwrap_or(digits).as_bytes();
    let found = number(digits).ok_or(())?;
    // A school may have 999 pupils; none has 9999.
    let is_likely = found.as_count().is_some_and(|pupils| pupils <= LARGEST_SCHOOL);
    match (found.as_count(), number::in_thousands(digits)) {
        _ if symbol::is_sentinel(found.millionths()) && !is_likely => Ok(Value::Missing(Missing::Blank)),
        (None, Some(thousands)) => Ok(Value::Known(thousands)),
        (Some(_), None) => Ok(Value::Known(found)),
        // `12.000` may be twelve as well as twelve thousand.
        (Some(_), Some(_)) | (None, None) => Err(()),
    }
}

/// Whether a field says yes or no: `Ja`/`Nej`, `J`/`N`, `Yes`/`No`, `Sant`/`Falskt`, `1`/`0`, `100`/`0`.
fn yes_or_no(field: &[u8]) -> Reading {
    let is = |words: &[&str]| words.iter().any(|word| field.eq_ignore_ascii_case(word.as_bytes()));
    let (yes, no) = (Reading::Narrow(100_000), Reading::Narrow(0));
    match field {
        _ if is(&["ja", "j", "yes", "y", "sant", "true"]) => yes,
        _ if is(&["nej", "n", "no", "falskt", "false"]) => no,
        // Numbers with decimals come from spreadsheets and statistics packages: `1,0`, `0.0`, `100,0`.
        _ => match number(field).map(Fixed::millionths) {
            Some(0) => no,
            Some(Fixed::SCALE | 100_000_000) => yes,
            Some(other) if symbol::is_sentinel(other) => Reading::Sentinel,
            _ => Reading::Missing(Missing::Unreadable),
        },
    }
}

/// Whether a text is written like a number.
pub(crate) fn is_number(text: &str) -> bool {
    number(text.as_bytes()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{pupil_profile, report_88_profile};
    use crate::ingest::records::Splitter;

    /// What a field says in the middle of a record.
    fn read(scale: Scale, field: &str) -> Reading {
        let mut found = None;
        let mut splitter = Splitter::new(b';', Encoding::Utf8 { mark: false }, false);
        splitter
            .push(format!("a;{field};b\n").as_bytes(), &mut |record: Record<'_>| found = Some(scale.read(record, 1)));
        found.expect("a record")
    }

    #[test]
    fn values_keep_their_reason() {
        let profile = pupil_profile();
        let (attendance, diploma) = (&profile.indicators[0], &profile.indicators[1]);
        let narrow = Reading::Narrow;
        let within = |edge, limit| {
            let limit = Fixed::from_f64(limit).expect("in range");
            Reading::Within(Bound::new(edge, limit).expect("room"))
        };
        for (field, indicator, shape, expected) in [
            ("87,4", attendance, Shape::PupilRows, narrow(87_400)),
            ("87,4137", attendance, Shape::PupilRows, Reading::Wide(Fixed::from_f64(87.4137).expect("in range"))),
            ("", attendance, Shape::PupilRows, Reading::Missing(Missing::Blank)),
            ("140", attendance, Shape::PupilRows, Reading::Missing(Missing::OutOfRange)),
            ("-9999", attendance, Shape::PupilRows, Reading::Sentinel),
            ("99", attendance, Shape::PupilRows, narrow(99_000)),
            ("999", attendance, Shape::PupilRows, Reading::Sentinel),
            ("87,412", attendance, Shape::PupilRows, narrow(87_412)),
            ("sjuk", attendance, Shape::PupilRows, Reading::Missing(Missing::Unreadable)),
            ("Ja", diploma, Shape::PupilRows, narrow(100_000)),
            ("NEJ", diploma, Shape::PupilRows, narrow(0)),
            ("1", diploma, Shape::PupilRows, narrow(100_000)),
            ("100", diploma, Shape::PupilRows, narrow(100_000)),
            ("1,0", diploma, Shape::PupilRows, narrow(100_000)),
            ("0.0", diploma, Shape::PupilRows, narrow(0)),
            ("0,5", diploma, Shape::PupilRows, Reading::Missing(Missing::Unreadable)),
            ("-9", diploma, Shape::PupilRows, Reading::Sentinel),
            ("x", diploma, Shape::PupilRows, Reading::Missing(Missing::Unreadable)),
            ("kanske", diploma, Shape::PupilRows, Reading::Missing(Missing::Unreadable)),
            ("1", diploma, Shape::Aggregated, narrow(1000)),
            ("..", diploma, Shape::Aggregated, Reading::Missing(Missing::WithheldInSource)),
            (".", diploma, Shape::Aggregated, Reading::Missing(Missing::NotApplicable)),
            ("~100", diploma, Shape::Aggregated, within(Edge::NearlyAll, 100.0)),
            ("~100", attendance, Shape::Aggregated, Reading::Missing(Missing::WithheldInSource)),
            ("≥95 %", attendance, Shape::Aggregated, within(Edge::AtLeast, 95.0)),
            ("<5", diploma, Shape::Aggregated, within(Edge::Below, 5.0)),
            (">100", diploma, Shape::Aggregated, Reading::Missing(Missing::OutOfRange)),
            ("<5", diploma, Shape::PupilRows, Reading::Missing(Missing::WithheldInSource)),
        ] {
            let found = read(Scale::of(indicator, shape), field);
            assert_eq!(found, expected, "{field} {}", indicator.id);
        }
        let points = Scale::of(&report_88_profile().indicators[2], Shape::Aggregated);
        assert_eq!(read(points, "12,7"), narrow(12_700));
    }

    #[test]
    fn thousands_are_told_by_the_scale_of_the_column() {
        let mut indicator = pupil_profile().indicators[0].clone();
        let mut check = |(lowest, highest), field: &str, expected| {
            (indicator.lowest, indicator.highest) = (lowest, highest);
            let found = read(Scale::of(&indicator, Shape::Aggregated), field);
            assert_eq!(found, expected, "{field} on {lowest}–{highest}");
        };
        check((0.0, 20.0), "1,059", Reading::Narrow(1059));
        check((200.0, 2400.0), "1,059", Reading::Wide(Fixed::from_f64(1059.0).expect("in range")));
        check((0.0, 2400.0), "1,059", Reading::Missing(Missing::Unreadable));
    }

    #[test]
    fn numbers_of_pupils_are_whole() {
        let count = |text: &str| {
            pupils(text.as_bytes(), Encoding::Utf8 { mark: false }).map(|found| match found {
                Value::Known(found) => Ok(found.as_count()),
                Value::Missing(reason) => Err(reason),
                Value::Within(_) => Err(Missing::Bounded),
            })
        };
        assert_eq!(count("35"), Ok(Ok(Some(35))));
        assert_eq!(count("1 059"), Ok(Ok(Some(1059))));
        assert_eq!(count("1,059"), Ok(Ok(Some(1059))));
        assert_eq!(count("35.0"), Ok(Ok(Some(35))));
        assert_eq!(count("cirka 270"), Ok(Ok(Some(270))));
        assert_eq!(count("270 st"), Ok(Ok(Some(270))));
        assert_eq!(count("ca 270 elever"), Ok(Ok(Some(270))));
        assert_eq!(count("<10"), Ok(Err(Missing::Bounded)));
        assert_eq!(count("Färre än 10"), Ok(Err(Missing::Bounded)));
        assert_eq!(count("~100"), Ok(Err(Missing::WithheldInSource)));
        assert_eq!(count(".."), Ok(Err(Missing::WithheldInSource)));
        assert_eq!(count("-9999"), Ok(Err(Missing::Blank)));
        assert_eq!(count("9999"), Ok(Err(Missing::Blank)));
        assert_eq!(count("999"), Ok(Ok(Some(999))));
        assert_eq!(count("35,5"), Err(()));
        assert_eq!(count("12.000"), Err(()));
        assert_eq!(count("många"), Err(()));
    }
}
