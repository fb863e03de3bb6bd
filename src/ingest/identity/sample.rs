//! What of a column is looked at.

use super::wording::Wording;

/// A column's caption and those of its values that say something.
pub(super) struct Sample<'a> {
    /// The caption, asked about.
    pub(super) wording: Wording,
    /// The values that hold a letter or a digit; the rest are empty or symbols for what is missing.
    pub(super) values: Vec<&'a str>,
    /// How many of them are different.
    pub(super) distinct: usize,
    /// Each of them once, with how often it occurs.
    pub(super) different: Vec<(&'a str, usize)>,
}

impl<'a> Sample<'a> {
    /// The column with this caption and these values.
    pub(super) fn new(caption: &str, values: &[&'a str]) -> Self {
        let values: Vec<&str> =
            values.iter().map(|value| value.trim()).filter(|value| value.contains(char::is_alphanumeric)).collect();
        let mut sorted = values.clone();
        sorted.sort_unstable();
        let different: Vec<(&str, usize)> = sorted.chunk_by(PartialEq::eq).map(|same| (same[0], same.len())).collect();
        Self { wording: Wording::new(caption), distinct: different.len(), different, values }
    }

    /// How many of the values are so.
    pub(super) fn count(&self, test: impl Fn(&str) -> bool) -> usize {
        self.different.iter().filter(|(value, _)| test(value)).map(|(_, times)| times).sum()
    }

    /// Whether at least so many per cent of the values are so; never of none.
    pub(super) fn at_least(&self, percent: usize, test: impl Fn(&str) -> bool) -> bool {
        self.is_share(self.count(test), percent)
    }

    /// Whether more than so many per cent of the values are different.
    pub(super) fn is_distinct(&self, percent: usize) -> bool {
        self.distinct * 100 > percent * self.values.len()
    }

    /// Whether so many values are at least so many per cent; never of none.
    pub(super) fn is_share(&self, count: usize, percent: usize) -> bool {
        count > 0 && count * 100 >= percent * self.values.len()
    }
}
