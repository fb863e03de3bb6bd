//! Every school in every school year, as far as it may be seen.

use crate::data::{Dim, LeftOut, SchoolYear};
use crate::disclose::{self, Protected, Publishable, PublishableCount, SCHOOLS};

/// A school in a school year.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    /// Number of pupils.
    pub(super) pupils: PublishableCount,
    /// Whether the source withholds the number of pupils of a part.
    pub(super) partial: bool,
    /// One value per indicator, with the rows that it leaves out.
    pub(super) values: Vec<(Publishable, LeftOut)>,
}

/// All schools and school years of a dataset.
#[derive(Debug)]
pub(super) struct Spots<'a> {
    pub(super) dataset: &'a Protected,
    /// By school label and year label; `None` without rows.
    by_school: Vec<Vec<Option<Spot>>>,
    /// For each year label, that of the school year before it.
    before: Vec<Option<usize>>,
}

impl<'a> Spots<'a> {
    pub(super) fn of(dataset: &'a Protected) -> Self {
        let years = dataset.labels(Dim::Year);
        let before = |year: SchoolYear| years.iter().position(|label| label.year == Some(year.previous()));
        Self {
            dataset,
            by_school: spots(dataset),
            before: years.iter().map(|label| label.year.and_then(before)).collect(),
        }
    }

    pub(super) fn schools(&self) -> usize {
        self.by_school.len()
    }

    pub(super) fn years(&self) -> usize {
        self.before.len()
    }

    pub(super) fn get(&self, school: usize, year: usize) -> Option<&Spot> {
        self.by_school.get(school)?.get(year)?.as_ref()
    }

    /// The spots of a school year and of the one before it, where the school has both.
    pub(super) fn pair(&self, school: usize, year: usize) -> Option<(&Spot, &Spot)> {
        let before = (*self.before.get(year)?)?;
        Some((self.get(school, before)?, self.get(school, year)?))
    }

    /// The school years of a pair.
    pub(super) fn school_years(&self, year: usize) -> Option<(SchoolYear, SchoolYear)> {
        let later = self.dataset.labels(Dim::Year).get(year)?.year?;
        Some((later.previous(), later))
    }

    /// How the number of pupils changed since the year before, in per cent, and by how many; only where both numbers may be seen
    /// and are whole.
    pub(super) fn change(&self, school: usize, year: usize) -> Option<Change> {
        let (earlier, later) = self.pair(school, year)?;
        if earlier.partial || later.partial {
            return None;
        }
        let (from, to) = (earlier.pupils.get().ok()?, later.pupils.get().ok()?);
        let per_cent = (to as f64 - from as f64) * 100.0 / from as f64;
        Some(Change { per_cent, pupils: to.abs_diff(from) })
    }
}

/// A change of a number of pupils.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Change {
    /// In per cent of the year before.
    pub(super) per_cent: f64,
    /// How many more or fewer.
    pub(super) pupils: u64,
}

fn spots(dataset: &Protected) -> Vec<Vec<Option<Spot>>> {
    let labels = |dim: Dim| (0..=u16::MAX).take(dataset.labels(dim).len());
    let indicators = dataset.profile.indicators.len();
    let spot = |found: disclose::Spot| Spot {
        pupils: found.pupils(),
        partial: found.is_partial(),
        values: (0..indicators).map(|index| (found.value(index), found.left_out(index))).collect(),
    };
    let at = |school: u16, year: u16| dataset.spot(SCHOOLS, &[school, year]).map(spot);
    labels(Dim::School).map(|school| labels(Dim::Year).map(|year| at(school, year)).collect()).collect()
}
