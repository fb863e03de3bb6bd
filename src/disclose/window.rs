//! School years that are put together.

use std::ops::RangeInclusive;

use crate::data::{Dataset, Dim, SchoolYear};

/// The school years, as labels, that are put together with so many before it; `None` where one of them has no rows at all, or no
/// year is known by its label.
pub fn window(dataset: &Dataset, year: u16, pooled: u8) -> Option<RangeInclusive<u16>> {
    let first = year.checked_sub(u16::from(pooled))?;
    let years = dataset.labels(Dim::Year).get(usize::from(first)..=usize::from(year))?;
    let follows = |pair: &[crate::data::Label]| matches!(pair, [earlier, later] if earlier.year.is_some() && later.year.map(SchoolYear::previous) == earlier.year);
    years.windows(2).all(follows).then_some(first..=year)
}
