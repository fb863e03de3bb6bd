//! The fields of one line of the file.

use super::lines::Line;
use crate::data::{Dim, Indicator, Lang};
use crate::disclose::{Protected, State};
use crate::query::Selection;
use crate::view::format::number;
use crate::view::grid::Spot;
use crate::view::{breaks, groups, window, words};

/// The captions; that of the groups is their column's.
pub(super) fn header(dataset: &Protected, split: Option<Dim>, lang: Lang) -> Vec<String> {
    let before = lang.pick(["Skola", "Läsår", "Program"], ["School", "School year", "Programme"]);
    let after = lang.pick(
        ["Indikator", "Värde", "Elever", "Intervall nedre", "Intervall övre", "Enhet", "Anmärkning"],
        ["Indicator", "Value", "Pupils", "Interval lower", "Interval upper", "Unit", "Remark"],
    );
    let group = split.map(|dim| groups::column_name(dataset, dim, lang));
    before.into_iter().chain(group).chain(after).map(str::to_owned).collect()
}

/// One value. `has_groups` where the file has a column for them.
pub(super) fn fields(
    dataset: &Protected,
    selection: &Selection,
    line: &Line,
    has_groups: bool,
    lang: Lang,
) -> Vec<String> {
    let about = &dataset.profile.indicators[line.indicator];
    let programme = line.key.programme.map(|code| dataset.name(Dim::Programme, code));
    let everybody = || lang.pick("alla elever", "all pupils").to_owned();
    let mut fields = vec![
        dataset.name(Dim::School, line.key.school).to_owned(),
        window::name(dataset, selection, line.key.year),
        programme.unwrap_or(lang.pick("alla program", "all programmes")).to_owned(),
    ];
    fields.extend(has_groups.then(|| line.group.clone().unwrap_or_else(everybody)));
    fields.push(about.name.get(lang).to_owned());
    fields.extend(values(&line.spot, about, lang));
    fields.push(remark(&line.spot, line.is_cut, lang));
    fields
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
        State::Shown(_) if spot.is_partial() => {
            remarks.push(lang.pick("en del är dold i källan", "the source withholds a part").to_owned());
        }
        State::Shown(_) => {}
    }
    if is_cut {
        remarks.push(breaks::not_with_earlier(lang).to_owned());
    }
    remarks.join(". ")
}
