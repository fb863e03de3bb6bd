//! The publishable values of the urval: school × school year × indicator, the one source of figures, tables and sentences.

use crate::data::{Break, Dataset, Dim, LeftOut, SchoolYear};
use crate::disclose::{self, Publishable};
use crate::query::{Filter, Selection, group};
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
    /// Adds up the rows of the urval and passes every cell through the disclosure rule.
    pub(crate) fn new(dataset: &Dataset, selection: &Selection) -> Self {
        let schools = selection.schools();
        let labels = dataset.labels(Dim::Year);
        let last = labels.get(usize::from(selection.to)).and_then(|label| label.year);
        let before =
            last.map(SchoolYear::previous).and_then(|year| labels.iter().position(|label| label.year == Some(year)));
        let before = before.and_then(|index| u16::try_from(index).ok());
        let mut filter = Filter::all().with(Dim::School, schools.iter().copied());
        if let Some(programme) = selection.programme {
            filter = filter.with(Dim::Programme, [programme]);
        }
        let groups = group(dataset, &filter, &[Dim::School, Dim::Year]);
        let profile = &dataset.profile;
        let spots = |school: u16, year: u16| -> Vec<Spot> {
            let cells = groups.get(&[school, year]).map(|group| &group.cells);
            let spot = |index: usize| {
                cells.map_or(Spot { value: disclose::missing(), left_out: LeftOut::default() }, |cells| Spot {
                    value: disclose::value(&cells[index], &profile.indicators[index], profile),
                    left_out: cells[index].left_out,
                })
            };
            (0..profile.indicators.len()).map(spot).collect()
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
