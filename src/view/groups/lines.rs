//! Utveckling, divided: the groups of the school in focus as lines beside all of its pupils.

mod say;

use super::field::Field;
use super::{columns, names, not_here};
use crate::data::{Dim, Lang};
use crate::disclose::{Key, Protected};
use crate::query::Selection;
use crate::view::grid::{Grid, Spot, key};
use crate::view::leaving::Leaving;
use crate::view::model::{Point, Role, Series};
use crate::view::screen::{Form, Table, TableRow, Trend};
use crate::view::{breaks, last, series, trend, words, years_table};

/// Groups with a colour, dash and marker of their own. More are told apart by pointing.
const COLOURED: usize = 7;

/// The lines of one indicator: of groups, where the urval divides schools, else of schools. `source` names the files.
pub fn over_years(dataset: &Protected, selection: &Selection, indicator: usize, source: &str, lang: Lang) -> Trend {
    let found = lines(dataset, selection, indicator, source, lang);
    found.unwrap_or_else(|| trend::trend(dataset, selection, indicator, source, lang))
}

/// What the urval divides each school by, where that gives groups.
pub fn divided_by(dataset: &Protected, selection: &Selection) -> Option<Dim> {
    selection.split.filter(|dim| columns(dataset).contains(dim))
}

/// What of the urval has no part where it is divided, with the reason.
pub fn left_aside(selection: &Selection, lang: Lang) -> Vec<String> {
    let schools = lang.pick(
        "När eleverna delas upp visas bara skolan i fokus. Grupper visar fler skolor.",
        "Where pupils are divided, only the school in focus is shown. Groups shows more schools.",
    );
    let schools = (!selection.compared.is_empty()).then(|| schools.to_owned());
    not_here(selection, lang).into_iter().chain(schools).collect()
}

impl Trend {
    /// Its numbers, for the attack. `programme` is the one that schools are shown for.
    pub fn leave<'a>(&self, leaving: Leaving<'a>, programme: Option<u16>) -> Leaving<'a> {
        if self.keys.is_empty() {
            return leaving.years_beside(self.rests_on(), self.indicator, programme, self.place);
        }
        leaving.cells(&self.table, self.indicator, &|row, cell| self.keys.get(row)?.get(cell).copied())
    }
}

/// A group over the years.
struct Line {
    name: String,
    keys: Vec<Key>,
    spots: Vec<Spot>,
}

fn lines(dataset: &Protected, selection: &Selection, indicator: usize, source: &str, lang: Lang) -> Option<Trend> {
    let dim = divided_by(dataset, selection)?;
    let asked = selection;
    // Whole schools, one school year at a time, and values: nothing else has groups that may be shown.
    let selection = &Selection {
        programme: None,
        pooled: 0,
        since: None,
        compared: Vec::new(),
        pair: None,
        area: None,
        ..asked.clone()
    };
    let field = Field::new(dataset, selection, dim, indicator, lang)?;
    let grid = Grid::new(dataset, selection);
    let line = |(group, name): &(u16, String)| {
        let keys =
            grid.years.iter().map(|&year| Key { group: Some((dim, *group)), ..key(selection, selection.focus, year) });
        let keys: Vec<Key> = keys.collect();
        let spots = keys.iter().map(|key| Spot::new(dataset.at(*key), indicator)).collect();
        Line { name: name.clone(), keys, spots }
    };
    let is_there = |group: u16| grid.years.iter().any(|&year| field.has_rows(selection.focus, year, group));
    let groups: Vec<Line> = field.groups.iter().filter(|(group, _)| is_there(*group)).map(line).collect();

    let say = say::say(&last::last_value(dataset, &grid, selection, indicator, lang), &groups, &field, lang);
    let mut chart = series::chart(dataset, &grid, 1, indicator, Some(&say), lang);
    let told = breaks::told(dataset, &grid, (0, indicator), lang);
    let school = dataset.name(Dim::School, selection.focus);
    let all = lang.pick("Alla elever", "All pupils");
    if let Some(whole) = chart.series.first_mut() {
        (whole.name, whole.short) = (all.to_owned(), lang.pick("Alla", "All").to_owned());
    }
    let cuts = chart.series.first().map_or(Vec::new(), |whole| whole.cuts.clone());
    let point = |group: &Line, at: usize, spot: &Spot| {
        let name = format!("{school}, {}", words::in_sentence(&group.name));
        let year = grid.years.get(at).map_or("", |&year| dataset.name(Dim::Year, year));
        let spoken = series::spoken(spot, field.about, (&name, year), lang);
        let reason = told.get(at).and_then(Option::as_ref);
        let spoken = match reason {
            Some(reason) => format!("{spoken}. {} {reason}", breaks::not_with_earlier(lang)),
            None => spoken,
        };
        Point { mark: series::mark(spot.value.state(), field.about), spoken }
    };
    let role = |at: usize| match u8::try_from(at + 2) {
        Ok(place) if groups.len() <= COLOURED => Role::Compared(place),
        _ => Role::Context,
    };
    chart.series.extend(groups.iter().enumerate().map(|(at, group)| Series {
        name: group.name.clone(),
        short: group.name.clone(),
        role: role(at),
        cuts: cuts.clone(),
        points: group.spots.iter().enumerate().map(|(at, spot)| point(group, at, spot)).collect(),
    }));

    let mut table = years_table::table(dataset, &grid, indicator, lang);
    for row in &mut table.rows {
        all.clone_into(&mut row.heading);
    }
    let by = names::column(dataset, dim, lang);
    let whole = grid.years.iter().map(|&year| key(selection, selection.focus, year)).collect();
    let row = |group: &Line| TableRow {
        heading: group.name.clone(),
        focus: false,
        cells: group
            .spots
            .iter()
            .zip(&told)
            .map(|(spot, told)| years_table::cell(spot, field.about, told.is_some(), lang))
            .collect(),
    };
    table.rows.extend(groups.iter().map(row));
    if let Some(heading) = table.columns.first_mut() {
        by.clone_into(heading);
    }
    let caption = format!("{school}, {}: {}", divided(by, lang), words::in_sentence(&table.caption));
    let table = Table { caption, ..table };
    Some(Trend {
        indicator,
        name: field.about.name.get(lang).to_owned(),
        footnotes: say::footnotes((dataset, asked, source), &field, &grid, &groups, lang),
        axis_note: series::axis_note(field.about, lang),
        keys: std::iter::once(whole).chain(groups.into_iter().map(|group| group.keys)).collect(),
        chart,
        table,
        say,
        place: None,
        values: None,
        form: Form::Lines,
    })
}

/// `uppdelat på kön`
pub fn divided(by: &str, lang: Lang) -> String {
    format!("{} {}", lang.pick("uppdelat på", "divided by"), words::in_sentence(by))
}
