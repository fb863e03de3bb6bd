//! Charts, from model to display list and SVG.
//!
//! `CHARTS_DIR=/tmp/charts cargo test --test charts` also writes every case as an SVG file, to look at.

mod any;
mod distributions;
mod dumbbells;
mod every;
mod fixtures;
mod gaps;
mod laws;
mod over_years;
mod school_laws;
mod schools;

use std::fs;

use indicator_explorer::{
    chart::{
        Caption, DisplayList, Drawing, Frame, Metrics, Palette, Verdict, captioned, line_chart, series_key, spark, svg,
        verdict_key,
    },
    view::model::{LineChart, Role},
};

/// Every case by name: the model, and the frame that it is drawn in.
pub(crate) fn cases() -> Vec<(&'static str, LineChart, Frame)> {
    let wide = Frame::new(900.0, 400.0);
    let narrow = Frame::new(340.0, 400.0);
    let pointed = Frame { emphasis: Some(2), cursor: Some((2, 4)), ..wide.clone() };
    let wide_font = Frame { width_factor: 1.18, ..wide.clone() };
    vec![
        ("normal", fixtures::normal(), wide.clone()),
        ("normal_narrow", fixtures::normal(), narrow.clone()),
        ("normal_projector", fixtures::normal(), Frame::projector(1300.0, 640.0)),
        ("normal_pointed", fixtures::normal(), pointed.clone()),
        ("normal_wide_font", fixtures::normal(), wide_font),
        ("normal_low", fixtures::normal(), Frame::new(600.0, 200.0)),
        ("mock", fixtures::mock(), Frame { cursor: Some((0, 5)), ..Frame::new(860.0, 400.0) }),
        ("mock_narrow", fixtures::mock(), Frame::new(352.0, 400.0)),
        ("empty", fixtures::empty(), wide.clone()),
        ("nothing_at_all", fixtures::nothing_at_all(), wide.clone()),
        ("one_point", fixtures::one_point(), wide.clone()),
        ("one_year", fixtures::one_year(), wide.clone()),
        ("all_withheld", fixtures::all_withheld(), wide.clone()),
        ("one_school", fixtures::one_school(), wide.clone()),
        ("forty", fixtures::many(39), wide.clone()),
        ("eight", fixtures::eight(), wide.clone()),
        ("eight_narrow", fixtures::eight(), narrow.clone()),
        ("close_ends", fixtures::close_ends(), wide.clone()),
        ("close_ends_narrow", fixtures::close_ends(), narrow.clone()),
        ("twelve", fixtures::many(11), wide.clone()),
        ("twelve_pointed", fixtures::many(11), pointed),
        ("four_hundred", fixtures::many(399), wide.clone()),
        ("long_names", fixtures::long_names(), wide.clone()),
        ("long_names_narrow", fixtures::long_names(), narrow),
        ("bounds", fixtures::bounds(), wide.clone()),
        ("no_intervals", fixtures::no_intervals(), wide.clone()),
        ("place", fixtures::with_place(), wide.clone()),
        ("place_narrow", fixtures::with_place(), Frame::new(340.0, 400.0)),
        ("print", fixtures::normal(), Frame { metrics: Metrics::print(), ..Frame::new(680.0, 320.0) }),
    ]
}

/// Every small chart by name.
pub(crate) fn sparks() -> Vec<(&'static str, LineChart, Frame)> {
    let card = Frame::new(272.0, 100.0);
    vec![
        ("spark_normal", fixtures::normal(), card.clone()),
        ("spark_mock", fixtures::mock(), card.clone()),
        ("spark_empty", fixtures::empty(), card.clone()),
        ("spark_nothing_at_all", fixtures::nothing_at_all(), card.clone()),
        ("spark_one_year", fixtures::one_year(), card.clone()),
        ("spark_one_point", fixtures::one_point(), card.clone()),
        ("spark_forty", fixtures::many(39), card.clone()),
        ("spark_long_names", fixtures::long_names(), card.clone()),
        ("spark_all_withheld", fixtures::all_withheld(), card.clone()),
        ("spark_bounds", fixtures::bounds(), card),
        ("spark_projector", fixtures::normal(), Frame::projector(340.0, 130.0)),
    ]
}

/// Every drawing by name.
pub(crate) fn drawings() -> Vec<(&'static str, Drawing)> {
    let charts = cases().into_iter().map(|(name, model, frame)| (name, line_chart(&model, &frame)));
    charts.chain(sparks().into_iter().map(|(name, model, frame)| (name, spark(&model, &frame)))).collect()
}

/// Cases that only the laws watch over: their lists would say little new.
const WITHOUT_SNAPSHOT: [&str; 7] =
    ["normal_wide_font", "normal_low", "mock_narrow", "eight", "close_ends_narrow", "long_names_narrow", "print"];

#[test]
fn drawings_look_as_agreed() {
    for (name, drawing) in drawings() {
        if !WITHOUT_SNAPSHOT.contains(&name) {
            let list = drawing.list.to_string();
            let head: Vec<_> = list.lines().take(160).collect();
            insta::assert_snapshot!(name, head.join("\n"));
        }
    }
}

#[test]
fn svg_files_look_as_agreed() {
    let model = fixtures::mock();
    let drawing = line_chart(&model, &Frame::new(860.0, 400.0));
    let notes = ["Källa: x.csv.".to_owned()];
    let list = captioned(drawing.list, &Caption { title: &model.title, urval: "Norra, 2023/24", notes: &notes });
    insta::assert_snapshot!("svg", svg::standalone(&list, &Palette::light(), &model.title, &model.spoken));
    let drawing = spark(&model, &Frame::new(272.0, 100.0));
    insta::assert_snapshot!("svg_inline", svg::inline(&drawing.list, &Palette::css()));
}

/// The keys by name.
fn keys() -> Vec<(String, DisplayList)> {
    let roles = [Role::Focus, Role::Context].into_iter().chain((2..=8).map(Role::Compared));
    let series = roles.map(|role| (format!("{role:?}"), series_key(role)));
    let verdicts = [Verdict::Higher, Verdict::Lower, Verdict::MayBeChance];
    series.chain(verdicts.map(|verdict| (format!("{verdict:?}"), verdict_key(verdict)))).collect()
}

#[test]
fn keys_look_as_agreed() {
    let keys: Vec<_> = keys().iter().map(|(name, list)| format!("{name}\n{list}")).collect();
    insta::assert_snapshot!("keys", keys.join("\n"));
}

#[test]
fn every_case_can_be_written_to_look_at() {
    let Ok(folder) = std::env::var("CHARTS_DIR") else { return };
    for (name, drawing) in drawings() {
        let palette = if name == "print" { Palette::print() } else { Palette::light() };
        let file = svg::standalone(&drawing.list, &palette, name, "");
        fs::write(format!("{folder}/{name}.svg"), file).expect("the folder exists");
    }
    let inline = |list: &DisplayList| svg::inline(list, &Palette::css());
    let keys: String = keys().iter().map(|(_, list)| inline(list)).collect();
    let chart = inline(&line_chart(&fixtures::normal(), &Frame::new(900.0, 400.0)).list);
    fs::write(format!("{folder}/inline.html"), format!("{keys}{chart}")).expect("the folder exists");
}
