//! What holds for every drawing of many schools.

use std::ops::Range;

use indicator_explorer::{
    chart::{Drawing, Frame, Metrics, Paint, Prim, caterpillar, funnel, hit},
    view::model::{Mark, Role, School},
};
use proptest::prelude::*;

use crate::{
    fixtures::NAMES,
    laws::{corners, outsider, overlap},
    schools::{caterpillar_of, drawings, funnel_of, many, school, sets, withheld},
};

#[test]
fn texts_are_apart_and_inside_the_frame() {
    for (name, _, frame, drawing) in drawings() {
        assert_eq!(overlap(&drawing.list, frame.width_factor), None, "{name}");
        assert_eq!(outsider(&drawing.list, frame.width_factor), None, "{name}");
        assert!(drawing.list.prims.iter().flat_map(corners).all(|(x, y)| x.is_finite() && y.is_finite()), "{name}");
    }
}

#[test]
fn every_shown_school_has_a_place_in_the_funnel_and_no_withheld_one_stands_in_it() {
    for (name, schools, _, drawing) in drawings().iter().filter(|(name, ..)| name.starts_with("funnel")) {
        let shown = schools.iter().filter(|school| matches!(school.mark, Mark::Shown { .. })).count();
        assert_eq!(drawing.placed.iter().filter(|spot| !spot.withheld).count(), shown, "{name}");
        for spot in &drawing.placed {
            assert_eq!(spot.withheld, schools[spot.series].mark == Mark::Withheld, "{name}");
            assert_eq!(spot.y > drawing.plot.bottom, spot.withheld, "{name}");
        }
    }
}

#[test]
fn a_school_stands_in_the_plot_where_both_its_values_are_shown() {
    for (name, schools, _, drawing) in drawings().iter().filter(|(name, ..)| name.starts_with("pair")) {
        let places = |withheld: bool| drawing.placed.iter().filter(move |spot| spot.withheld == withheld);
        let shown = schools.iter().filter(|school| matches!(school.mark, Mark::Shown { .. })).count();
        assert_eq!(places(false).count(), shown, "{name}");
        for spot in places(false) {
            assert!(matches!(schools[spot.series].mark, Mark::Shown { .. }), "{name}");
            let (plot, off) = (drawing.plot, 1e-6);
            assert!((plot.left - off..=plot.right + off).contains(&spot.x), "{name}");
            assert!((plot.top - off..=plot.bottom + off).contains(&spot.y), "{name}");
        }
        assert!(
            places(true).all(|spot| schools[spot.series].mark.is_hidden() && spot.y > drawing.plot.bottom),
            "{name}"
        );
    }
}

#[test]
fn a_row_is_drawn_for_every_school_or_it_is_said_that_not() {
    for (name, schools, _, drawing) in drawings().iter().filter(|(name, ..)| name.starts_with("caterpillar")) {
        let text = drawing.list.to_string();
        assert_eq!(drawing.placed.len() < schools.len(), text.contains("skolor ritas"), "{name}");
        let chosen = schools.iter().position(|school| school.role == Role::Focus);
        assert_eq!(drawing.placed.first().map(|spot| spot.series), chosen, "{name}: the focus is drawn, and first");
    }
}

/// Of many chosen schools none has a colour of its own; their rows are drawn all the same, however far they are from the focus.
#[test]
fn chosen_schools_are_drawn_before_those_that_stand_near() {
    let mut schools = many(300);
    let chosen = [3, 40, 41, 77, 120, 150, 180, 222, 260, 298];
    for (at, school) in schools.iter_mut().enumerate() {
        school.is_chosen = chosen.contains(&at);
        school.role = if at == 150 { Role::Focus } else { Role::Context };
    }
    let drawing = caterpillar(&caterpillar_of(schools), &Frame::new(860.0, 420.0));
    let drawn: Vec<usize> = drawing.placed.iter().map(|spot| spot.series).collect();
    assert!(chosen.iter().all(|at| drawn.contains(at)) && drawn.len() < 40, "{drawn:?}");
}

#[test]
fn the_cursor_enters_at_the_focus() {
    for (name, schools, _, drawing) in drawings() {
        let entered = hit::start(&drawing).map(|(series, _)| schools[series].role);
        assert!(matches!(entered, None | Some(Role::Focus)), "{name}: {entered:?}");
    }
}

/// Everything but where the lists of withheld schools stand: axes, limits, places of the shown.
fn geometry(drawing: &Drawing) -> (Vec<(f64, f64)>, f64) {
    let shown = drawing.placed.iter().filter(|spot| !spot.withheld);
    (shown.map(|spot| (spot.x, spot.y)).collect(), drawing.axis_start)
}

#[test]
fn a_withheld_value_moves_nothing() {
    for (name, schools) in sets() {
        let frame = Frame::new(860.0, 500.0);
        let mut other = schools.clone();
        for school in other.iter_mut().filter(|school| school.mark == Mark::Withheld) {
            // Whatever a model might carry of a withheld value.
            school.pupils = 100_000;
        }
        let (first, second) = (funnel(&funnel_of(schools.clone()), &frame), funnel(&funnel_of(other.clone()), &frame));
        assert_eq!(first, second, "{name}");
        assert_eq!(
            caterpillar(&caterpillar_of(schools), &frame),
            caterpillar(&caterpillar_of(other), &frame),
            "{name}"
        );
    }
}

#[test]
fn pointing_at_a_school_moves_nothing() {
    for (name, schools) in sets() {
        let still = Frame::new(860.0, 400.0);
        for emphasis in (0..schools.len()).take(9) {
            let pointed = Frame { emphasis: Some(emphasis), cursor: Some((emphasis, 0)), ..still.clone() };
            let model = funnel_of(schools.clone());
            assert_eq!(geometry(&funnel(&model, &pointed)), geometry(&funnel(&model, &still)), "{name}");
            let model = caterpillar_of(schools.clone());
            assert_eq!(geometry(&caterpillar(&model, &pointed)), geometry(&caterpillar(&model, &still)), "{name}");
        }
    }
}

#[test]
fn the_limits_are_where_the_formula_puts_them() {
    let drawing = funnel(&funnel_of(crate::schools::normal()), &Frame::new(860.0, 400.0));
    let paths = drawing.list.prims.iter().filter_map(|prim| match prim {
        Prim::Path { points, stroke } if stroke.paint == Paint::Limit => Some(points),
        _ => None,
    });
    let edges: Vec<_> = paths.collect();
    assert_eq!(edges.len(), 4, "two pairs");
    // 75 ∓ 3.09·43.3/√200 at the right end, on an axis from 60 to 90.
    let lowest = edges[1].last().expect("a corner").1;
    let per_unit = (drawing.plot.bottom - drawing.plot.top) / 30.0;
    let value = 60.0 + (drawing.plot.bottom - lowest) / per_unit;
    assert!((value - (75.0 - 3.090_232 * 43.3 / 200_f64.sqrt())).abs() < 0.1, "{value}");
}

pub(crate) fn any_schools() -> impl Strategy<Value = Vec<School>> {
    let long = "Introduktionsprogrammens gymnasium i Södra Lönnhamns stadsdel";
    let one = (0..8_usize, 1..900_u64, 0.0..=100.0, 0..9_u8, any::<bool>());
    prop::collection::vec(one, 0..90).prop_map(move |found| {
        let schools = found.into_iter().enumerate().map(|(at, (named, pupils, value, kind, is_long))| {
            let role = match (at, kind) {
                (0, _) => Role::Focus,
                (1..8, _) => Role::Compared(u8::try_from(at + 1).unwrap_or(8)),
                _ => Role::Context,
            };
            let name = if is_long { long } else { NAMES[named].0 };
            if kind == 0 {
                withheld(name, NAMES[named].1, role)
            } else {
                school(name, NAMES[named].1, role, pupils, value)
            }
        });
        schools.collect()
    })
}

fn any_frame(width_px: Range<f64>, height_px: Range<f64>) -> impl Strategy<Value = Frame> {
    (width_px, height_px, any::<bool>(), 0.9..1.25, prop::option::of(0..90_usize)).prop_map(
        |(width_px, height_px, is_projector, width_factor, emphasis)| {
            let frame = if is_projector && width_px > 600.0 && height_px > 400.0 {
                Frame::projector(width_px, height_px)
            } else {
                Frame { metrics: Metrics::screen(), ..Frame::new(width_px, height_px) }
            };
            Frame { width_factor, emphasis, cursor: emphasis.map(|at| (at, 0)), ..frame }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_schools_are_legible(schools in any_schools(), frame in any_frame(320.0..1400.0, 240.0..700.0)) {
        for drawing in [funnel(&funnel_of(schools.clone()), &frame), caterpillar(&caterpillar_of(schools.clone()), &frame)] {
            prop_assert_eq!(overlap(&drawing.list, frame.width_factor), None);
            prop_assert_eq!(outsider(&drawing.list, frame.width_factor), None);
        }
    }

    #[test]
    fn no_room_is_too_small_for_schools(schools in any_schools(), frame in any_frame(0.0..320.0, 0.0..240.0)) {
        for drawing in [funnel(&funnel_of(schools.clone()), &frame), caterpillar(&caterpillar_of(schools.clone()), &frame)] {
            let mut places = drawing.list.prims.iter().flat_map(corners);
            prop_assert!(places.all(|(x, y)| x.is_finite() && y.is_finite()));
        }
    }
}
