//! What holds for every drawing.

use indicator_explorer::{
    chart::{Anchor, Area, DisplayList, Frame, Ink, Paint, Prim, Xy, line_chart, measure, spark},
    view::model::Mark,
};
use proptest::prelude::*;

use crate::{
    any::{any_chart, any_frame},
    cases, drawings, sparks,
};

/// The rectangle that a text covers, by the width table.
fn text_boxes(list: &DisplayList, width_factor: f64) -> Vec<(Area, &str)> {
    let texts = list.prims.iter().filter_map(|prim| if let Prim::Text(text) = prim { Some(text) } else { None });
    texts
        .map(|text| {
            let width = measure(&text.text, text.size_px, text.bold) * width_factor;
            let left = match text.anchor {
                Anchor::Start => text.x,
                Anchor::Middle => text.x - width / 2.0,
                Anchor::End => text.x - width,
            };
            let (top, bottom) = (text.y - text.size_px * 0.74, text.y + text.size_px * 0.21);
            (Area { left, top, right: left + width, bottom }, text.text.as_str())
        })
        .collect()
}

pub(crate) fn corners(prim: &Prim) -> Vec<Xy> {
    match prim {
        Prim::Path { points, .. } | Prim::Polygon { points, .. } => points.clone(),
        Prim::Rect { x, y, width, height, .. } => vec![(*x, *y), (x + width, y + height)],
        Prim::Circle { x, y, radius, .. } => vec![(x - radius, y - radius), (x + radius, y + radius)],
        Prim::Text(_) => Vec::new(),
    }
}

fn width_factor(name: &str) -> f64 {
    if name.ends_with("wide_font") { 1.18 } else { 1.0 }
}

/// Two texts that overlap, if there are any.
pub(crate) fn overlap(list: &DisplayList, width_factor: f64) -> Option<String> {
    let boxes = text_boxes(list, width_factor);
    for (at, (one, text)) in boxes.iter().enumerate() {
        for (other, words) in &boxes[at + 1..] {
            let is_apart = one.right <= other.left
                || other.right <= one.left
                || one.bottom <= other.top
                || other.bottom <= one.top;
            if !is_apart {
                return Some(format!("“{text}” {one:?} over “{words}” {other:?}"));
            }
        }
    }
    None
}

/// A text or a shape that leaves the frame, if there is one.
pub(crate) fn outsider(list: &DisplayList, width_factor: f64) -> Option<String> {
    let (right, bottom) = (list.width_px + 0.01, list.height_px + 0.01);
    let holds = |(x, y): Xy| (-0.01..=right).contains(&x) && (-0.01..=bottom).contains(&y);
    let texts = text_boxes(list, width_factor).into_iter();
    let mut texts = texts.map(|(area, text)| ([(area.left, area.top), (area.right, area.bottom)], text));
    if let Some((_, text)) = texts.find(|(corners, _)| !corners.iter().copied().all(holds)) {
        return Some(text.to_owned());
    }
    list.prims.iter().find(|prim| !corners(prim).into_iter().all(holds)).map(ToString::to_string)
}

#[test]
fn no_text_overlaps_another() {
    for (name, drawing) in drawings() {
        assert_eq!(overlap(&drawing.list, width_factor(name)), None, "{name}");
    }
}

#[test]
fn everything_is_inside_the_frame() {
    for (name, drawing) in drawings() {
        assert_eq!(outsider(&drawing.list, width_factor(name)), None, "{name}");
    }
}

#[test]
fn no_number_is_broken() {
    for (name, drawing) in drawings() {
        for (x, y) in drawing.list.prims.iter().flat_map(corners) {
            assert!(x.is_finite() && y.is_finite(), "{name}");
        }
        assert!(drawing.axis_start.is_finite(), "{name}");
    }
}

#[test]
fn data_stay_between_the_axes() {
    for (name, drawing) in drawings() {
        let plot = drawing.plot;
        let holds = |(x, y): Xy| {
            (plot.left - 0.1..=plot.right + 0.1).contains(&x) && (plot.top - 0.1..=plot.bottom + 0.1).contains(&y)
        };
        for prim in &drawing.list.prims {
            let is_data = match prim {
                Prim::Polygon { ink: Ink::Fill(Paint::Band(_) | Paint::ContextBand), .. } => true,
                Prim::Path { stroke, points } => {
                    matches!(stroke.paint, Paint::Series(_) | Paint::Context) && points.len() > 2
                }
                _ => false,
            };
            assert!(!is_data || corners(prim).into_iter().all(holds), "{name}: {prim}");
        }
    }
}

#[test]
fn a_withheld_value_has_no_place_on_the_value_axis() {
    let models = cases().into_iter().chain(sparks());
    for ((name, model, _), (_, drawing)) in models.zip(drawings()) {
        for spot in &drawing.placed {
            let is_withheld = model.series[spot.series].points[spot.year].mark == Mark::Withheld;
            assert_eq!(spot.withheld, is_withheld, "{name}: {spot:?}");
            assert_eq!(spot.y > drawing.plot.bottom, is_withheld, "{name}: {spot:?}");
        }
    }
}

#[test]
fn every_value_and_every_withheld_value_has_a_place() {
    for ((name, model, _), (_, drawing)) in cases().into_iter().zip(drawings()) {
        let marks = model.series.iter().flat_map(|series| &series.points);
        let visible = marks.filter(|point| point.mark != Mark::Missing).count();
        assert_eq!(drawing.placed.len(), visible, "{name}");
    }
}

#[test]
fn the_same_input_gives_the_same_drawing() {
    assert_eq!(drawings(), drawings());
}

#[test]
fn pointing_at_a_series_moves_nothing() {
    for (name, model, frame) in cases() {
        let still = line_chart(&model, &frame);
        for emphasis in 0..model.series.len().min(9) {
            let frame = Frame { emphasis: Some(emphasis), ..frame.clone() };
            let pointed = line_chart(&model, &frame);
            assert_eq!(pointed.placed, still.placed, "{name}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_chart_is_legible(model in any_chart(), frame in any_frame(320.0..1400.0, 240.0..700.0)) {
        let drawing = line_chart(&model, &frame);
        prop_assert_eq!(overlap(&drawing.list, frame.width_factor), None);
        prop_assert_eq!(outsider(&drawing.list, frame.width_factor), None);
        prop_assert!(drawing.placed.iter().all(|spot| (spot.y > drawing.plot.bottom) == spot.withheld));
    }

    #[test]
    fn any_card_is_legible(model in any_chart(), frame in any_frame(200.0..400.0, 90.0..200.0)) {
        let drawing = spark(&model, &frame);
        prop_assert_eq!(overlap(&drawing.list, frame.width_factor), None);
        prop_assert_eq!(outsider(&drawing.list, frame.width_factor), None);
    }

    #[test]
    fn no_room_is_too_small(model in any_chart(), frame in any_frame(0.0..320.0, 0.0..240.0)) {
        for drawing in [line_chart(&model, &frame), spark(&model, &frame)] {
            let mut places = drawing.list.prims.iter().flat_map(corners);
            prop_assert!(places.all(|(x, y)| x.is_finite() && y.is_finite()));
        }
    }
}
