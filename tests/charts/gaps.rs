//! Differences over the years: a gap between groups, or a change since a year. Invented schools, fixed numbers.

use indicator_explorer::{
    chart::{Drawing, Frame, line_chart},
    view::model::{Break, LineChart, Mark, Role, ZeroLine},
};
use proptest::prelude::*;

use crate::{
    any::{any_chart, any_frame},
    every::{Case, cases, legible, tried, whole},
    fixtures::{self, NAMES, chart, series, wobble},
};

/// The same chart in procentenheter, every value less 70 and with an interval that may go below 0.
fn differences(model: LineChart) -> LineChart {
    let zero = ZeroLine { label: "ingen skillnad".into(), short: "lika".into() };
    let mut model = LineChart { axis: model.axis.of_differences("procentenheter".into(), zero), ..model };
    for point in model.series.iter_mut().flat_map(|series| &mut series.points) {
        if let Mark::Shown { value, interval } = &mut point.mark {
            *value -= 70.0;
            *interval = interval.map(|(low, high)| (low - 70.0, high - 70.0));
        }
    }
    model.targets.clear();
    model
}

fn one_school(level: f64) -> LineChart {
    let mark = |year| {
        let value = level + 5.0 * wobble(3, year);
        Mark::Shown { value, interval: Some((value - 6.0, value + 6.0)) }
    };
    let mut model = differences(chart(8, Vec::new()));
    model.series = vec![series(NAMES[0].0, NAMES[0].1, Role::Focus, (0..8).map(mark).collect())];
    model.series[0].points[2].mark = Mark::Withheld;
    model.breaks = vec![Break { first_year_after: 5, label: "Ny definition".into() }];
    model
}

fn states() -> Vec<(&'static str, LineChart)> {
    let mut named = differences(fixtures::normal());
    named.axis.unit = "procentenheter högre för flickor än för pojkar".into();
    vec![
        ("normal", differences(fixtures::normal())),
        ("named", named),
        ("empty", differences(fixtures::empty())),
        ("one_point", differences(fixtures::one_point())),
        ("one_year", differences(fixtures::one_year())),
        ("all_withheld", differences(fixtures::all_withheld())),
        ("one_school", one_school(4.0)),
        ("all_below", one_school(-31.0)),
        ("forty", differences(fixtures::many(39))),
        ("long_names", differences(fixtures::long_names())),
        ("bounds", differences(fixtures::bounds())),
    ]
}

fn drawings() -> Vec<Case> {
    cases("gap", states(), line_chart, |_, frame: &Frame| frame.height_px)
}

#[test]
fn differences_look_as_agreed() {
    tried(&drawings(), &["normal_narrow", "one_school_projector"]);
}

fn texts(drawing: &Drawing) -> String {
    drawing
        .list
        .prims
        .iter()
        .filter_map(|prim| prim.to_string().split_once(": ").map(|(_, text)| text.to_owned() + "\n"))
        .collect()
}

#[test]
fn the_line_of_no_difference_is_always_there_and_named() {
    for Case { name, drawing, .. } in drawings() {
        let texts = texts(&drawing);
        if drawing.placed.iter().any(|spot| !spot.withheld) {
            assert!(texts.contains("ingen skillnad") || texts.contains("lika"), "{name}: {texts}");
            assert!(texts.lines().any(|line| line == "0"), "{name}");
            assert!(drawing.axis_start <= 0.0 && drawing.starts_at_zero, "{name}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_differences_are_legible(model in any_chart(), frame in any_frame(320.0..1400.0, 240.0..700.0)) {
        legible("any", &frame, &line_chart(&differences(model), &frame));
    }

    #[test]
    fn no_room_is_too_small_for_differences(model in any_chart(), frame in any_frame(0.0..320.0, 0.0..240.0)) {
        whole("any", &line_chart(&differences(model), &frame));
    }
}
