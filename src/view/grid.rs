//! The publishable values of the urval: school × school year × indicator, the one source of figures, tables and sentences.

use crate::data::{Break, Dim, Indicator, Lang, LeftOut, Missing};
use crate::disclose::{self, Key, Protected, Publishable};
use crate::query::Selection;
use crate::view::screen::Number;
use crate::view::{succession, window, words};

/// All values that a view of this urval may show.
#[derive(Clone, Debug)]
pub(crate) struct Grid {
    /// What was asked for.
    pub(crate) selection: Selection,
    /// Focus first, then the compared schools in label order.
    pub(crate) schools: Vec<u16>,
    /// Year labels from the first to the last asked for. Where years are put together, those to which all of theirs are there; the
    /// last one always.
    pub(crate) years: Vec<u16>,
    /// Label of the school year before the last one, where the dataset has it. Where years are put together, of those that end just
    /// before the last ones begin.
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
    /// Whether the years put together lie on both sides of a break, so that there can be no value.
    pub(crate) split: bool,
}

impl Spot {
    /// What there is of a group, or that there is none.
    pub(crate) fn new(found: Option<disclose::Spot>, indicator: usize) -> Self {
        found.map_or(Self { value: disclose::missing(), left_out: LeftOut::default(), split: false }, |found| Self {
            value: found.value(indicator),
            left_out: found.left_out(indicator),
            split: false,
        })
    }

    /// No value, because the years cannot be put together.
    pub(crate) fn split() -> Self {
        Self { split: true, ..Self::new(None, 0) }
    }

    /// Whether the source withholds a part of what was added up.
    pub(crate) fn is_partial(&self) -> bool {
        self.left_out.of(Missing::WithheldInSource) > 0
    }

    /// The value, or the words in its place.
    pub(crate) fn number(&self, about: &Indicator, lang: Lang) -> Number {
        if self.split {
            Number::Missing(window::not_together(lang).to_owned())
        } else {
            words::published(&self.value, about, lang)
        }
    }
}

/// The whole school in this year, as the urval asks for it: of one programme or all, with as many earlier years.
pub(crate) fn key(selection: &Selection, school: u16, year: u16) -> Key {
    Key { school, year, pooled: selection.pooled, programme: selection.programme, group: None }
}

impl Grid {
    /// Looks up what may be seen of every cell of the urval.
    pub(crate) fn new(dataset: &Protected, selection: &Selection) -> Self {
        let schools = selection.schools();
        let breaks = succession::applying(dataset, selection, &schools);
        let spots = |school: u16, own: &[Break], year: u16| -> Vec<Spot> {
            let is_whole = window::is_whole(dataset, selection, year);
            let found = dataset.at(key(selection, school, year)).filter(|_| is_whole);
            let spot = |(index, about): (usize, &Indicator)| {
                if is_whole && window::splits(dataset, selection, (about, own), year) {
                    Spot::split()
                } else {
                    Spot::new(found, index)
                }
            };
            dataset.profile.indicators.iter().enumerate().map(spot).collect()
        };
        let all_years = (0..=u16::MAX).take(dataset.labels(Dim::Year).len());
        let of_school =
            |(&school, own): (&u16, &Vec<Break>)| all_years.clone().map(|year| spots(school, own, year)).collect();
        let cells = schools.iter().zip(&breaks).map(of_school).collect();
        let is_shown = |year: &u16| *year == selection.to || window::is_whole(dataset, selection, *year);
        let years = (selection.from..=selection.to).filter(is_shown).collect();
        let before = window::before(dataset, selection, selection.to);
        Self { selection: selection.clone(), schools, years, before, breaks, cells }
    }

    /// The value of a school (by its place in `schools`), year label and indicator.
    pub(crate) fn spot(&self, school: usize, year: u16, indicator: usize) -> Spot {
        let known = self
            .cells
            .get(school)
            .and_then(|years| years.get(usize::from(year)))
            .and_then(|spots| spots.get(indicator));
        known.copied().unwrap_or(Spot::new(None, indicator))
    }
}
