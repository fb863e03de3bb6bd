//! The publishable values of the urval: school × school year × indicator, the one source of figures, tables and sentences.

use crate::data::{Break, Dim, LeftOut, SchoolYear};
use crate::disclose::{self, Key, Protected, Publishable};
use crate::query::Selection;
use crate::view::succession;

/// All values that a view of this urval may show.
#[derive(Clone, Debug)]
pub(crate) struct Grid {
    /// What was asked for.
    pub(crate) selection: Selection,
    /// Focus first, then the compared schools in label order.
    pub(crate) schools: Vec<u16>,
    /// Year labels from the first to the last asked for.
    pub(crate) years: Vec<u16>,
    /// Label of the school year before the last one, where the dataset has it.
    pub(crate) before: Option<u16>,
    /// By school (in the order of `schools`), the successions of programmes that apply to what is shown of it.
    pub(crate) breaks: Vec<Vec<Break>>,
    /// By school (in the order of `schools`), year label and indicator.
    cells: Vec<Vec<Vec<Spot>>>,
}

/// One value and what it rests on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot {
    /// The value that may be seen.
    pub(crate) value: Publishable,
    /// Rows without a usable value.
    pub(crate) left_out: LeftOut,
}

impl Grid {
    /// Looks up what may be seen of every cell of the urval.
    pub(crate) fn new(dataset: &Protected, selection: &Selection) -> Self {
        let schools = selection.schools();
        let labels = dataset.labels(Dim::Year);
        let last = labels.get(usize::from(selection.to)).and_then(|label| label.year);
        let before =
            last.map(SchoolYear::previous).and_then(|year| labels.iter().position(|label| label.year == Some(year)));
        let before = before.and_then(|index| u16::try_from(index).ok());
        let indicators = dataset.profile.indicators.len();
        let Selection { pooled, programme, .. } = *selection;
        let found = |school: u16, year: u16| dataset.at(Key { school, year, pooled, programme, group: None });
        let spots = |school: u16, year: u16| -> Vec<Spot> {
            let found = found(school, year);
            let spot = |index: usize| {
                found.map_or(Spot { value: disclose::missing(), left_out: LeftOut::default() }, |found| Spot {
                    value: found.value(index),
                    left_out: found.left_out(index),
                })
            };
            (0..indicators).map(spot).collect()
        };
        let all_years = (0..=u16::MAX).take(labels.len());
        let cells = schools.iter().map(|&school| all_years.clone().map(|year| spots(school, year)).collect()).collect();
        let breaks = succession::applying(dataset, selection, &schools);
        let years = (selection.from..=selection.to).collect();
        Self { selection: selection.clone(), schools, years, before, breaks, cells }
    }

    /// The value of a school (by its place in `schools`), year label and indicator.
    pub(crate) fn spot(&self, school: usize, year: u16, indicator: usize) -> Spot {
        let known = self
            .cells
            .get(school)
            .and_then(|years| years.get(usize::from(year)))
            .and_then(|spots| spots.get(indicator));
        known.copied().unwrap_or(Spot { value: disclose::missing(), left_out: LeftOut::default() })
    }
}
