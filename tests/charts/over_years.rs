//! Small multiples and slopes: other drawings of the line chart's model.

use std::collections::BTreeMap;

use indicator_explorer::{
    chart::{Frame, hit, mini, multiples, multiples_height_px, slope},
    view::model::{LineChart, Mark, Multiples, ValueAxis, ZeroLine},
};
use proptest::prelude::*;

use crate::{
    any::{any_chart, any_frame},
    every::{Case, cases, legible, tried, whole},
    fixtures,
    laws::outsider,
};

fn states() -> Vec<(&'static str, LineChart)> {
    let zero = ZeroLine { label: "ingen skillnad".into(), short: "lika".into() };
    let mut differences = fixtures::normal();
    differences.axis = ValueAxis { covers: None, ..differences.axis.of_differences("procentenheter".into(), zero) };
    vec![
        ("normal", fixtures::normal()),
        ("mock", fixtures::mock()),
        ("empty", fixtures::empty()),
        ("nothing_at_all", fixtures::nothing_at_all()),
        ("one_point", fixtures::one_point()),
        ("one_year", fixtures::one_year()),
        ("all_withheld", fixtures::all_withheld()),
        ("one_school", fixtures::one_school()),
        ("forty", fixtures::many(39)),
        ("long_names", fixtures::long_names()),
        ("close_ends", fixtures::close_ends()),
        ("differences", differences),
    ]
}

/// One height for as many panels as there are, another one that is too low for all of them.
fn panels(own_scales: bool) -> Vec<Case> {
    let states = states().into_iter().map(|(state, chart)| (state, Multiples::of(&chart, own_scales)));
    let height = |model: &Multiples, frame: &Frame| {
        let unit = frame.font_px / 16.0;
        multiples_height_px(model.panels.len(), frame.width_px / unit) * unit
    };
    let mut all = cases(if own_scales { "panels_own" } else { "panels" }, states.clone().collect(), multiples, height);
    if !own_scales {
        let low = cases("panels_in_low_frame", states.collect(), multiples, |_, frame| frame.height_px);
        all.extend(low.into_iter().map(|case| Case { name: case.name + "_low", ..case }));
    }
    all
}

#[test]
fn small_multiples_look_as_agreed() {
    tried(&panels(false), &["normal_phone", "normal_projector", "normal_pointed", "long_names_narrow"]);
    let own = panels(true);
    tried(&own.into_iter().filter(|case| case.name.contains("normal")).collect::<Vec<_>>(), &[]);
}

#[test]
fn panels_share_a_scale_or_say_that_they_do_not() {
    for (state, chart) in states() {
        let model = Multiples::of(&chart, false);
        let drawing = multiples(&model, &Frame::new(860.0, multiples_height_px(model.panels.len(), 860.0)));
        let list = drawing.list.to_string();
        let ticks = list.lines().filter(|line| line.starts_with("text tick 13 >") && !line.ends_with("Dolt"));
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for label in ticks.filter_map(|line| line.split_once(": ")) {
            *counts.entry(label.1).or_default() += 1;
        }
        let mut counts: Vec<usize> = counts.into_values().collect();
        counts.dedup();
        assert!(counts.len() <= 1, "{state}: every panel has the same ticks");
        assert!(model.note.contains("samma skala"), "{state}");
        assert!(Multiples::of(&chart, true).note.contains("egen skala"), "{state}");
    }
}

#[test]
fn the_cursor_means_the_series_of_the_chart() {
    let chart = fixtures::normal();
    let model = Multiples::of(&chart, false);
    let drawing = multiples(&model, &Frame::new(860.0, 500.0));
    for spot in &drawing.placed {
        let mark = chart.series[spot.series].points[spot.year].mark;
        assert_eq!(spot.withheld, mark == Mark::Withheld, "{spot:?}");
    }
    assert_eq!(hit::start(&drawing), Some((0, 7)));
    assert_eq!(hit::step(&drawing, (0, 7), hit::Step::Down), Some((1, 7)));
}

fn slopes() -> Vec<Case> {
    cases("slope", states(), slope, |_, frame| frame.height_px)
}

#[test]
fn slopes_look_as_agreed() {
    tried(&slopes(), &["normal_narrow", "mock_narrow", "close_ends_projector", "mock_pointed"]);
}

#[test]
fn a_slope_has_the_ends_of_the_lines_and_nothing_between() {
    for (state, model) in states().into_iter().filter(|(_, model)| model.years.len() > 1) {
        let drawing = slope(&model, &Frame::new(860.0, 400.0));
        let last = model.years.len() - 1;
        let ends = model.series.iter().flat_map(|series| [&series.points[0], &series.points[last]]);
        assert_eq!(drawing.placed.len(), ends.filter(|point| point.mark != Mark::Missing).count(), "{state}");
        for spot in &drawing.placed {
            assert!(spot.year == 0 || spot.year == last, "{state}");
            assert_eq!(spot.withheld, model.series[spot.series].points[spot.year].mark == Mark::Withheld, "{state}");
            assert_eq!(spot.y > drawing.plot.bottom, spot.withheld, "{state}");
        }
    }
}

#[test]
fn no_slope_crosses_a_change_of_definition() {
    let with_breaks = fixtures::mock();
    let without = LineChart { breaks: Vec::new(), ..with_breaks.clone() };
    let lines = |model: &LineChart| {
        let text = slope(model, &Frame::new(860.0, 400.0)).list.to_string();
        text.lines().filter(|line| line.starts_with("path s1")).count()
    };
    assert_eq!((lines(&with_breaks), lines(&without)), (0, 1));
}

#[test]
fn minis_look_as_agreed() {
    let minis: Vec<String> = states()
        .into_iter()
        .map(|(state, chart)| {
            let list = mini(&chart);
            assert_eq!(outsider(&list, 1.0), None, "{state}");
            format!("{state}\n{list}")
        })
        .collect();
    insta::assert_snapshot!("minis", minis.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_slope_is_legible(model in any_chart(), frame in any_frame(320.0..1400.0, 240.0..700.0)) {
        legible("any", &frame, &slope(&model, &frame));
    }

    #[test]
    fn any_panels_are_legible(model in any_chart(), own in any::<bool>(), frame in any_frame(320.0..1400.0, 300.0..1400.0)) {
        legible("any", &frame, &multiples(&Multiples::of(&model, own), &frame));
    }

    #[test]
    fn any_mini_stays_in_its_cell(model in any_chart()) {
        prop_assert_eq!(outsider(&mini(&model), 1.0), None);
    }

    #[test]
    fn no_room_is_too_small_for_them(model in any_chart(), frame in any_frame(0.0..320.0, 0.0..240.0)) {
        whole("any", &slope(&model, &frame));
        whole("any", &multiples(&Multiples::of(&model, false), &frame));
    }
}
