//! Everything of a urval as a CSV file, one value per line: for those who go on in another program.

use crate::data::{Dim, Indicator, Lang, Missing};
use crate::disclose::{Protected, State};
use crate::query::Selection;
use crate::view::csv_file::csv_file;
use crate::view::format::number;
use crate::view::grid::{Grid, Spot};
use crate::view::{breaks, notes, window, words};

/// Chosen schools × chosen school years × all indicators. `above` names the urval, `source` the files. A value that is not shown is an
/// empty field, with a remark that says why.
pub fn urval_csv(dataset: &Protected, selection: &Selection, above: &str, source: &str, lang: Lang) -> Vec<u8> {
    let grid = Grid::new(dataset, selection);
    let programme = selection.programme.map(|code| dataset.name(Dim::Programme, code));
    let programme = programme.unwrap_or(lang.pick("alla program", "all programmes"));
    let mut order: Vec<usize> = (0..grid.schools.len()).collect();
    order.sort_by_key(|&school| grid.schools[school]);
    let mut lines = vec![header(lang)];
    for (index, about) in dataset.profile.indicators.iter().enumerate() {
        for &school in &order {
            let cuts = breaks::told(dataset, &grid, (school, index), lang);
            for (&year, cut) in grid.years.iter().zip(cuts) {
                let spot = grid.spot(school, year, index);
                let mut line = vec![
                    dataset.name(Dim::School, grid.schools[school]).to_owned(),
                    window::name(dataset, selection, year),
                    programme.to_owned(),
                    about.name.get(lang).to_owned(),
                ];
                line.extend(values(&spot, about, lang));
                line.push(remark(&spot, cut.is_some(), lang));
                lines.push(line);
            }
        }
    }
    lines.extend([String::new(), above.to_owned()].map(|line| vec![line]));
    lines.extend(footnotes(dataset, &grid, source, lang).into_iter().map(|line| vec![line]));
    csv_file(lines)
}

fn header(lang: Lang) -> Vec<String> {
    let columns = lang.pick(
        [
            "Skola",
            "Läsår",
            "Program",
            "Indikator",
            "Värde",
            "Elever",
            "Intervall nedre",
            "Intervall övre",
            "Enhet",
            "Anmärkning",
        ],
        [
            "School",
            "School year",
            "Programme",
            "Indicator",
            "Value",
            "Pupils",
            "Interval lower",
            "Interval upper",
            "Unit",
            "Remark",
        ],
    );
    columns.map(str::to_owned).to_vec()
}

/// Value, pupils, the two limits, the unit.
fn values(spot: &Spot, about: &Indicator, lang: Lang) -> [String; 5] {
    let digits = |value: f64| number(value, about.decimals, lang);
    let [value, pupils, lower, upper] = match spot.value.shown() {
        None => Default::default(),
        Some(estimate) => {
            let limit = |of: fn(&crate::stats::Interval) -> f64| {
                estimate.interval.as_ref().map_or(String::new(), |interval| digits(of(interval)))
            };
            // Without a space between thousands, which only people read.
            let pupils = estimate.pupils.to_string();
            [digits(estimate.value), pupils, limit(|interval| interval.lo), limit(|interval| interval.hi)]
        }
    };
    [value, pupils, lower, upper, words::unit(about, lang).to_owned()]
}

/// Why there is no value, or what is to know of it.
fn remark(spot: &Spot, is_cut: bool, lang: Lang) -> String {
    let mut remarks: Vec<String> = Vec::new();
    match spot.value.state() {
        State::Withheld(why) => remarks.push(words::withheld(why, lang)),
        State::Missing if spot.split => remarks.push(window::not_together(lang).to_owned()),
        State::Missing => remarks.push(words::missing(lang).to_owned()),
        State::Shown(_) if spot.left_out.of(Missing::WithheldInSource) > 0 => {
            remarks.push(lang.pick("en del är dold i källan", "the source withholds a part").to_owned());
        }
        State::Shown(_) => {}
    }
    if is_cut {
        remarks.push(breaks::not_with_earlier(lang).to_owned());
    }
    remarks.join(". ")
}

/// What each indicator is, what changed, what is withheld, source.
fn footnotes(dataset: &Protected, grid: &Grid, source: &str, lang: Lang) -> Vec<String> {
    let all = 0..dataset.profile.indicators.len();
    let mut found: Vec<String> = Vec::new();
    for (index, about) in dataset.profile.indicators.iter().enumerate() {
        found.push(format!("{}: {}", about.name.get(lang), about.definition.get(lang)));
        for note in breaks::notes(dataset, grid, index, lang) {
            if !found.contains(&note) {
                found.push(note);
            }
        }
    }
    found.extend(window::note(grid.selection.pooled, grid.years.len() > 1, lang));
    found.extend(notes::withheld(grid, &grid.years, all.clone(), lang));
    found.extend(notes::no_spread(dataset, grid, all, lang));
    found.extend(window::note(grid.selection.pooled, grid.years.len() > 1, lang));
    found.push(notes::source(dataset, source, lang));
    found
}
