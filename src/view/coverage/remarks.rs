//! What stands out among schools and school years. It need not be wrong; it is worth a look.

use crate::data::{Dim, LeftOut, Missing};
use crate::disclose::{Publishable, State, Withheld};
use crate::query::{Estimate, Selection};
use crate::stats::Verdict;
use crate::view::coverage::spots::{Change, Spots};
use crate::view::succession;

/// A number of pupils that changed by more than this, in per cent, stands out,
const MUCH: f64 = 30.0;
/// if it is at least so many pupils.
const MANY: u64 = 10;
/// A value that changed by more than this part of its scale stands out.
const PART_OF_SCALE: f64 = 0.15;

/// Something to look at, at one school.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Remark {
    /// School label.
    pub(super) school: usize,
    pub(super) what: What,
}

/// What stands out. Years and indicators are label numbers and indices.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    /// No rows in these years, although there are some before and after.
    Absent(Vec<usize>),
    /// The number of pupils changed much since the year before.
    Pupils { year: usize, change: Change },
    /// No value in these years, although other schools have one.
    NoValue { indicator: usize, years: Vec<usize> },
    /// The value changed more since the year before than it usually does, and more than chance usually gives.
    Jump { indicator: usize, year: usize, value: Estimate, difference: f64 },
}

impl What {
    /// Whether it is about an indicator's value, not about the number of pupils.
    pub(super) fn is_of_value(&self) -> bool {
        matches!(self, Self::NoValue { .. } | Self::Jump { .. })
    }

    /// The years it is about.
    pub(super) fn years(&self) -> &[usize] {
        match self {
            Self::Absent(years) | Self::NoValue { years, .. } => years,
            Self::Pupils { year, .. } | Self::Jump { year, .. } => std::slice::from_ref(year),
        }
    }
}

/// Everything that stands out, school by school.
pub(super) fn remarks(spots: &Spots) -> Vec<Remark> {
    let indicators = spots.dataset.profile.indicators.len();
    let schools: Vec<u16> = (0..=u16::MAX).take(spots.schools()).collect();
    let breaks = succession::applying(spots.dataset, &Selection::default(), &schools);
    let reported = reported(spots);
    let mut remarks = Vec::new();
    for (school, own_breaks) in breaks.iter().enumerate() {
        let mut add = |what: What| remarks.push(Remark { school, what });
        let absent = absent(spots, school);
        if !absent.is_empty() {
            add(What::Absent(absent));
        }
        let changes = (0..spots.years()).filter_map(|year| Some((year, spots.change(school, year)?)));
        changes
            .filter(|(_, change)| change.per_cent.abs() > MUCH && change.pupils >= MANY)
            .for_each(|(year, change)| add(What::Pupils { year, change }));
        for (indicator, reported) in (0..indicators).zip(&reported) {
            let is_blank = |year: &usize| {
                let spot = spots.get(school, *year).and_then(|spot| spot.values.get(indicator));
                reported[*year] && spot.is_some_and(|(value, left_out)| is_unreported(value, *left_out))
            };
            let years: Vec<usize> = (0..spots.years()).filter(is_blank).collect();
            if !years.is_empty() {
                add(What::NoValue { indicator, years });
            }
            let is_broken = |year: usize| {
                let own = spots.dataset.profile.indicators[indicator].breaks.iter().chain(own_breaks);
                spots.school_years(year).is_none_or(|(from, to)| own.into_iter().any(|cut| cut.lies_between(from, to)))
            };
            (0..spots.years())
                .filter(|year| !is_broken(*year))
                .filter_map(|year| jump(spots, school, year, indicator))
                .for_each(&mut add);
        }
    }
    remarks
}

/// Years without rows between years with rows.
fn absent(spots: &Spots, school: usize) -> Vec<usize> {
    let has = |year: &usize| spots.get(school, *year).is_some();
    // A label without a year, of rows that say none, lies neither before nor after.
    let labels = spots.dataset.labels(Dim::Year);
    let years: Vec<usize> = (0..spots.years()).filter(|year| labels[*year].year.is_some()).collect();
    let first = years.iter().position(has).unwrap_or(0);
    let last = years.iter().rposition(has).unwrap_or(0);
    years[first.min(last)..last].iter().copied().filter(|year| !has(year)).collect()
}

/// By indicator and year, whether some school has a value, seen or withheld. Of a school whose pupils are withheld nobody is told.
fn reported(spots: &Spots) -> Vec<Vec<bool>> {
    let has = |year: usize, indicator: usize| {
        let told =
            |school: usize| spots.get(school, year).filter(|found| found.pupils.get() != Err(Some(Withheld::ByRule)));
        let found = (0..spots.schools()).filter_map(|school| told(school)?.values.get(indicator));
        found.into_iter().any(|(value, _)| value.state() != State::Missing)
    };
    let indicators = spots.dataset.profile.indicators.len();
    (0..indicators).map(|indicator| (0..spots.years()).map(|year| has(year, indicator)).collect()).collect()
}

/// Whether there is no value although the source does not say that there is none to have.
fn is_unreported(value: &Publishable, left_out: LeftOut) -> bool {
    value.state() == State::Missing && left_out.of(Missing::NotApplicable) < left_out.total()
}

fn jump(spots: &Spots, school: usize, year: usize, indicator: usize) -> Option<What> {
    let (earlier, later) = spots.pair(school, year)?;
    let ((earlier, not_before), (later, not_now)) = (earlier.values.get(indicator)?, later.values.get(indicator)?);
    if [not_before, not_now].iter().any(|left_out| left_out.of(Missing::WithheldInSource) > 0) {
        return None;
    }
    let (from, to) = (earlier.shown()?.value, later.shown()?.value);
    let scale = &spots.dataset.profile.indicators[indicator];
    let difference = to - from;
    let is_large = difference.abs() > (scale.highest - scale.lowest) * PART_OF_SCALE;
    // Small schools swing by chance alone, and all schools and years are looked at.
    let is_more_than_chance = || later.judged(earlier, true).is_none_or(|found| found == Verdict::MoreThanChance);
    (is_large && is_more_than_chance()).then_some(What::Jump { indicator, year, value: *later.shown()?, difference })
}

/// School years that no school has, between those of the dataset.
pub(super) fn years_nobody_has(spots: &Spots) -> Vec<String> {
    let years: Vec<_> = spots.dataset.labels(Dim::Year).iter().filter_map(|label| label.year).collect();
    let (Some(first), Some(last)) = (years.iter().min(), years.iter().max()) else { return Vec::new() };
    let mut absent = Vec::new();
    let mut year = last.previous();
    while year > *first {
        if !years.contains(&year) {
            absent.push(year.to_string());
        }
        year = year.previous();
    }
    absent.reverse();
    absent
}
