//! The schools of a comparison, their centre, and where each of them lies.

use super::limits::Limits;
use crate::data::{Dim, Indicator, Kind, Missing};
use crate::disclose::{Key, Protected, Publishable, State};
use crate::query::{Estimate, Selection};
use crate::stats::funnel::Place;
use crate::stats::verdict::FEWEST_PUPILS;
use crate::stats::{Moments, pooling};
use crate::view::grid::{Spot, key};
use crate::view::model::Role;
use crate::view::screen::Lens;
use crate::view::{series, succession, window};

/// The schools of the file at one year (and programme).
pub(super) struct Field {
    /// In the order of the dataset, which is alphabetical by Swedish rules.
    pub(super) schools: Vec<Found>,
    /// The value of all pupils of the schools that are shown; `None` when fewer than two are.
    ///
    /// It is pooled over *all* schools of the file that are shown, never over those that a user chooses: two choices that differ in
    /// one school would give that school away. Only values that are on the screen go into it, so it tells nothing that they do not.
    /// It is printed in whole per cent (means: with one decimal), so that nobody takes it for the value of all pupils, withheld ones
    /// included, or subtracts it from a total published elsewhere.
    pub(super) centre: Option<f64>,
    /// How far single pupils land from the centre by chance, as a standard deviation; `None` where it is not known, or nothing
    /// spreads.
    pub(super) spread: Option<f64>,
    /// Within what the schools land, where the spread is known.
    pub(super) limits: Option<Limits>,
    /// The other ways in which these limits can be had.
    pub(super) offered: Vec<Lens>,
}

/// One school.
pub(super) struct Found {
    pub(super) school: u16,
    pub(super) role: Role,
    pub(super) is_chosen: bool,
    pub(super) spot: Spot,
    pub(super) placing: Placing,
}

/// Where a school lies in the funnel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Placing {
    /// There is no value, nothing to hold it against, or no known spread.
    Unknown,
    /// Too few pupils to tell.
    TooFew,
    /// There.
    At(Place),
}

impl Found {
    /// Whether the source withholds a part of what was added up.
    pub(super) fn is_partial(&self) -> bool {
        self.spot.value.shown().is_some() && self.spot.left_out.of(Missing::WithheldInSource) > 0
    }
}

impl Field {
    /// Looks the schools up. Those without any value are left out, unless they are chosen.
    pub(super) fn new(dataset: &Protected, selection: &Selection, (indicator, lens): (usize, Lens)) -> Self {
        let is_whole = window::is_whole(dataset, selection, selection.to);
        // Of single years nothing is cut.
        let breaks = if selection.pooled > 0 {
            let all: Vec<u16> = (0..=u16::MAX).take(dataset.labels(Dim::School).len()).collect();
            succession::applying(dataset, selection, &all)
        } else {
            Vec::new()
        };
        let find = |school: u16| {
            let role = series::role(dataset, selection, school);
            let found = dataset.at(key(selection, school, selection.to)).filter(|_| is_whole);
            let own = breaks.get(usize::from(school)).map_or(&[][..], Vec::as_slice);
            let is_split = |about| window::splits(dataset, selection, (about, own), selection.to);
            let single = Key { pooled: 0, ..key(selection, school, selection.to) };
            let is_split = is_whole
                && dataset.at(single).is_some()
                && dataset.profile.indicators.get(indicator).is_some_and(is_split);
            let spot = if is_split { Spot::split() } else { Spot::new(found, indicator) };
            let is_chosen = role.is_some();
            let is_kept = is_chosen || is_split || spot.value.state() != State::Missing;
            let role = role.unwrap_or(Role::Context);
            is_kept.then_some(Found { school, role, is_chosen, spot, placing: Placing::Unknown })
        };
        let all = (0..=u16::MAX).take(dataset.labels(Dim::School).len());
        let schools = all.filter_map(find).collect();
        let mut field = Self { schools, centre: None, spread: None, limits: None, offered: Vec::new() };
        if let Some(about) = dataset.profile.indicators.get(indicator) {
            field.hold_against_all(about, lens);
        }
        field
    }

    /// Finds the centre and the spread, and places every school.
    fn hold_against_all(&mut self, about: &Indicator, lens: Lens) {
        let shown: Vec<&Estimate> = self.schools.iter().filter_map(|found| found.spot.value.shown()).collect();
        if shown.len() < 2 {
            return;
        }
        let values: Vec<(f64, f64)> = shown.iter().map(|estimate| (estimate.value, estimate.pupils as f64)).collect();
        let Some(centre) = pooling::weighted_mean(&values) else { return };
        let spread = match about.kind {
            // Of pupils who have it or not, in per cent.
            Kind::Share => Some((centre * (100.0 - centre)).max(0.0).sqrt()),
            Kind::Mean => {
                let of = |estimate: &&Estimate| Moments::from_sd(estimate.pupils, estimate.value, estimate.sd()?);
                pooling::within_variance(&shown.iter().filter_map(of).collect::<Vec<_>>()).map(f64::sqrt)
            }
        };
        let spread = spread.filter(|spread| *spread > 0.0);
        let (limits, offered) = spread.map(|spread| Limits::new(&values, (centre, spread), about, lens)).unzip();
        for found in &mut self.schools {
            found.placing = placing(&found.spot.value, limits.as_ref());
        }
        (self.centre, self.spread) = (Some(centre), spread);
        (self.limits, self.offered) = (limits, offered.unwrap_or_default());
    }

    /// The lens that the limits are seen through.
    pub(super) fn lens(&self) -> Lens {
        self.limits.as_ref().map_or(Lens::Values, Limits::lens)
    }

    /// How many schools are so.
    pub(super) fn count(&self, is_so: impl Fn(&Found) -> bool) -> usize {
        self.schools.iter().filter(|found| is_so(found)).count()
    }
}

fn placing(value: &Publishable, limits: Option<&Limits>) -> Placing {
    let (Some(estimate), Some(limits)) = (value.shown(), limits) else { return Placing::Unknown };
    // The limits are from the normal distribution, which no longer holds there.
    if (estimate.pupils as f64) < FEWEST_PUPILS {
        return Placing::TooFew;
    }
    limits.place(estimate.value, estimate.pupils).map_or(Placing::Unknown, Placing::At)
}
