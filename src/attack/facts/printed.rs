//! One printed string → what it says.

use crate::attack::document::{Document, Says};
use crate::data::Lang;

/// A number as printed: `units` of the digit `decimals` places after the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    pub(super) units: i64,
    pub(super) decimals: u8,
}

/// What a string says, other than by a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Printed {
    /// A mark of the legend, by its place there.
    Mark(usize, Says),
    /// `<10`.
    FewerThan(i64),
    /// Nothing was reported.
    Nothing,
}

/// Digits that are read; no count or share of pupils has more.
const MOST_DIGITS: usize = 12;

/// The string without what only sets it: word joiners, and every space an ordinary one.
pub(super) fn plain(text: &str) -> String {
    let text: String = text
        .chars()
        .filter(|sign| !matches!(sign, '\u{2060}' | '\u{feff}' | '\u{200b}' | '\u{ad}'))
        .map(|sign| if sign.is_whitespace() { ' ' } else { sign })
        .collect();
    text.trim().to_owned()
}

/// What is needed to read a document's strings.
pub(super) struct Reader {
    /// Of the table at hand.
    pub(super) lang: Lang,
    legend: Vec<(String, Says)>,
}

impl Reader {
    pub(super) fn of(document: &Document) -> Self {
        let legend = document.legend.iter().map(|mark| (plain(&mark.text), mark.says));
        Self { lang: Lang::default(), legend: legend.collect() }
    }

    /// What a plain string says, where it is a mark, a bound, or nothing.
    pub(super) fn without_number(&self, text: &str) -> Option<Printed> {
        if let Some(at) = self.legend.iter().position(|(mark, _)| mark == text) {
            return Some(match self.legend[at].1 {
                Says::Missing => Printed::Nothing,
                says => Printed::Mark(at, says),
            });
        }
        if matches!(text, "" | "–" | "—") {
            return Some(Printed::Nothing);
        }
        for few in ["<", "färre än ", "fewer than "] {
            if let Some(bound) = text.strip_prefix(few) {
                let bound = self.count(bound.trim_start())?;
                return (bound > 0).then_some(Printed::FewerThan(bound));
            }
        }
        None
    }

    /// `43`, `1 284 elever`.
    pub(super) fn count(&self, text: &str) -> Option<i64> {
        number(without_noun(text), self.lang)
            .filter(|number| number.decimals == 0 && number.units >= 0)
            .map(|number| number.units)
    }

    /// `69,8 %`, `12,9`.
    pub(super) fn value(&self, text: &str) -> Option<Decimal> {
        number(text.strip_suffix('%').unwrap_or(text).trim_end(), self.lang)
    }

    /// `85,8–89,0`, `−11,4 till 26,5`.
    pub(super) fn limits(&self, text: &str) -> Option<(Decimal, Decimal)> {
        let (low, high) = [" till ", " to ", "–"].iter().find_map(|between| text.split_once(between))?;
        Some((self.value(low.trim())?, self.value(high.trim())?))
    }

    /// `43 elever, 95 %-intervall 54,9–81,4`: the pupils, and the limits if they are there.
    pub(super) fn basis(&self, text: &str) -> Option<(i64, Option<(Decimal, Decimal)>)> {
        let Some((pupils, rest)) = text.split_once(", ") else {
            return Some((self.count(text)?, None));
        };
        let (_, between) = ["intervall ", "interval "].iter().find_map(|word| rest.split_once(word))?;
        Some((self.count(pupils)?, Some(self.limits(between)?)))
    }
}

fn without_noun(text: &str) -> &str {
    let nouns = [" elever", " elev", " pupils", " pupil"];
    nouns.iter().find_map(|noun| text.strip_suffix(noun)).unwrap_or(text)
}

/// `1 284`, `1,284`, `69,8`, `69.8`, `−3,2`.
fn number(text: &str, lang: Lang) -> Option<Decimal> {
    let (negative, digits) = match text.strip_prefix(['\u{2212}', '-']) {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let point = match lang {
        Lang::Sv => digits.find([',', '.']),
        Lang::En => digits.find('.'),
    };
    let (whole, fraction) = point.map_or((digits, ""), |at| (&digits[..at], &digits[at + 1..]));
    if point.is_some() && fraction.is_empty() || digits.len() > 2 * MOST_DIGITS {
        return None;
    }
    let mut units = 0_i64;
    let mut read = 0;
    // Digits since the last separator of thousands.
    let mut since = None;
    for sign in whole.bytes() {
        match sign {
            b'0'..=b'9' => {
                units = units * 10 + i64::from(sign - b'0');
                read += 1;
                since = since.map(|count: u8| count + 1);
            }
            b' ' | b',' if (sign == b' ') == (lang == Lang::Sv) => {
                if read == 0 || read > 3 && since.is_none() || since.is_some_and(|count| count != 3) {
                    return None;
                }
                since = Some(0);
            }
            _ => return None,
        }
        if read > MOST_DIGITS {
            return None;
        }
    }
    if read == 0 || since.is_some_and(|count| count != 3) {
        return None;
    }
    for sign in fraction.bytes() {
        read += 1;
        if !sign.is_ascii_digit() || read > MOST_DIGITS {
            return None;
        }
        units = units * 10 + i64::from(sign - b'0');
    }
    let decimals = u8::try_from(fraction.len()).ok().filter(|decimals| *decimals <= 6)?;
    Some(Decimal { units: if negative { -units } else { units }, decimals })
}
