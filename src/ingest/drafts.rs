//! Aggregated rows, before they are compared with one another.

use std::collections::BTreeMap;

use crate::data::{Fixed, Missing, Slot, Value};
use crate::ingest::entry::Codes;
use crate::ingest::fields::Reading;

/// One entry of an aggregated file.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) codes: Codes,
    /// Number of pupils; `None` where no record says it.
    pub(crate) pupils: Option<Slot>,
    /// One per indicator; `None` where no record says it.
    pub(crate) values: Vec<Option<Slot>>,
    /// Index of the file among those of the import.
    pub(crate) file: usize,
    /// The lines that it comes from: several in the long form.
    pub(crate) lines: Vec<u64>,
}

impl Draft {
    /// Number of pupils, or why there is none.
    pub(crate) fn pupils(&self) -> Slot {
        self.pupils.unwrap_or(Slot::new(Value::Missing(Missing::Blank)))
    }

    /// The value of every indicator, or why there is none.
    pub(crate) fn values(&self) -> impl Iterator<Item = Slot> {
        self.values.iter().map(|value| value.unwrap_or(Slot::new(Value::Missing(Missing::Blank))))
    }

    /// Whether two drafts say the same of the same.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        self.pupils() == other.pupils() && self.values().eq(other.values())
    }

    /// Adds what another record says of the same; it is given back where they say different things.
    fn complete(&mut self, other: Self) -> Option<Self> {
        let fits = |own: Option<Slot>, theirs: Option<Slot>| own.is_none() || theirs.is_none() || own == theirs;
        let all_fit = self.values.iter().zip(&other.values).all(|(own, theirs)| fits(*own, *theirs));
        if !all_fit || !fits(self.pupils, other.pupils) {
            return Some(other);
        }
        self.pupils = self.pupils.or(other.pupils);
        for (own, theirs) in self.values.iter_mut().zip(other.values) {
            *own = own.or(theirs);
        }
        self.lines.extend(other.lines);
        None
    }
}

/// What a reading is in a column of values.
pub(crate) fn slot(reading: Reading) -> Slot {
    Slot::new(match reading {
        Reading::Narrow(thousandths) => Fixed::from_millionths(i64::from(thousandths) * 1000)
            .map_or(Value::Missing(Missing::OutOfRange), Value::Known),
        Reading::Wide(value) => Value::Known(value),
        Reading::Within(bound) => Value::Within(bound),
        Reading::Missing(reason) => Value::Missing(reason),
        Reading::Sentinel => Value::Missing(Missing::Blank),
    })
}

/// Joins the records of the long form that are about the same school, year and group.
pub(crate) fn join(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut first_of: BTreeMap<Codes, usize> = BTreeMap::new();
    let mut joined: Vec<Draft> = Vec::new();
    for draft in drafts {
        let place = *first_of.entry(draft.codes).or_insert(joined.len());
        let left_over = match joined.get_mut(place) {
            Some(first) => first.complete(draft),
            None => Some(draft),
        };
        joined.extend(left_over);
    }
    joined
}
