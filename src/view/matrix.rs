//! The chosen schools side by side, for one school year.

use crate::data::{Dataset, Dim, Indicator, Lang, sort_by_key};
use crate::query::Selection;
use crate::stats::{Difference, Verdict};
use crate::view::grid::Grid;
use crate::view::model::{LineChart, Multiples};
use crate::view::screen::{Table, TableCell, TableRow};
use crate::view::{breaks, series, window, words};

/// With more schools than this, there are no minis.
const MOST_MINIS: usize = 20;

/// The chosen schools as rows, the indicators as columns.
pub(crate) fn matrix(dataset: &Dataset, grid: &Grid, selection: &Selection, lang: Lang) -> Table {
    let indicators = &dataset.profile.indicators;
    let mut order: Vec<usize> = (0..grid.schools.len()).collect();
    sort_by_key(&mut order, |&school| grid.schools[school]);
    let row = |school: usize| TableRow {
        heading: dataset.name(Dim::School, grid.schools[school]).to_owned(),
        focus: school == 0,
        cells: (0..indicators.len())
            .map(|index| matrix_cell(dataset, grid, selection, (school, index), lang))
            .collect(),
    };
    let names = indicators.iter().map(|indicator| indicator.name.get(lang).to_owned());
    Table {
        caption: format!(
            "{} {}{}",
            words::sentence_case(&words::listed(&names.clone().collect::<Vec<_>>(), lang)),
            window::name(dataset, selection, selection.to),
            window::and_together(selection.pooled, lang)
        ),
        columns: std::iter::once(Dim::School.name(lang).to_owned()).chain(names).collect(),
        breaks: Vec::new(),
        rows: order.into_iter().map(row).collect(),
    }
}

/// The years up to this one for each cell, in the order of the rows; none where there are so many rows that nobody would look at them.
/// All of a column share a scale.
pub(crate) fn minis(dataset: &Dataset, grid: &Grid, lang: Lang) -> Vec<Vec<LineChart>> {
    let schools = grid.schools.len();
    if schools > MOST_MINIS || grid.years.len() < 2 {
        return Vec::new();
    }
    let columns = (0..dataset.profile.indicators.len())
        .map(|index| Multiples::of(&series::chart(dataset, grid, schools, index, None, lang), false).panels);
    let columns: Vec<Vec<LineChart>> = columns.collect();
    let mut order: Vec<usize> = (0..schools).collect();
    sort_by_key(&mut order, |&school| grid.schools[school]);
    let cells = |school: &usize| columns.iter().filter_map(|column| column.get(*school).cloned()).collect();
    order.iter().map(cells).collect()
}

fn matrix_cell(dataset: &Dataset, grid: &Grid, selection: &Selection, place: (usize, usize), lang: Lang) -> TableCell {
    let (school, index) = place;
    let indicator = &dataset.profile.indicators[index];
    let spot = grid.spot(school, selection.to, index);
    let value = spot.value;
    let change = grid.before.and_then(|before| {
        let broken = breaks::between(dataset, grid, place, (before, selection.to), lang);
        let not_compared = || {
            let before = window::the_before(selection.pooled, lang);
            format!("{} {before}", lang.pick("Jämförs inte med", "Not compared with"))
        };
        broken.map(|_| not_compared()).or_else(|| {
            let earlier = grid.spot(school, before, index).value;
            Some(judged(value.above(&earlier)?, value.judged(&earlier, school > 0)?, indicator, lang))
        })
    });
    let sub = value.shown().map_or(String::new(), |estimate| {
        let change = change.map_or(String::new(), |change| format!("{change}. "));
        format!("{change}{}", words::base(estimate, indicator, lang))
    });
    TableCell { number: spot.number(indicator, lang), sub }
}

/// `3,2 procentenheter högre, mer än slump`
fn judged(difference: Difference, verdict: Verdict, indicator: &Indicator, lang: Lang) -> String {
    let judged = match verdict {
        _ if words::is_unchanged(difference.estimate, indicator) => "",
        Verdict::MoreThanChance => lang.pick(", mer än slump", ", more than chance"),
        Verdict::MayBeChance => lang.pick(", kan vara slump", ", may be chance"),
        Verdict::TooFewPupils => lang.pick(", för få elever", ", too few pupils"),
        Verdict::NotComparable => lang.pick(", går inte att jämföra", ", cannot be compared"),
    };
    format!("{}{judged}", words::sentence_case(&words::change(difference.estimate, indicator, lang)))
}
