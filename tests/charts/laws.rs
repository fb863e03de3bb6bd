//! What holds for every drawing.

use indicator_explorer::{
    chart::{Anchor, Area, DisplayList, Ink, Paint, Prim, Xy, measure},
    view::model::Mark,
};

use crate::{cases, drawings, sparks};

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

fn corners(prim: &Prim) -> Vec<Xy> {
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

#[test]
fn no_text_overlaps_another() {
    for (name, drawing) in drawings() {
        let boxes = text_boxes(&drawing.list, width_factor(name));
        for (at, (one, text)) in boxes.iter().enumerate() {
            for (other, words) in &boxes[at + 1..] {
                let is_apart = one.right <= other.left
                    || other.right <= one.left
                    || one.bottom <= other.top
                    || other.bottom <= one.top;
                assert!(is_apart, "{name}: “{text}” {one:?} over “{words}” {other:?}");
            }
        }
    }
}

#[test]
fn everything_is_inside_the_frame() {
    for (name, drawing) in drawings() {
        let list = &drawing.list;
        let (right, bottom) = (list.width_px + 0.01, list.height_px + 0.01);
        for (area, text) in text_boxes(list, width_factor(name)) {
            let is_inside = area.left >= -0.01 && area.top >= -0.01 && area.right <= right && area.bottom <= bottom;
            assert!(is_inside, "{name}: “{text}” {area:?}");
        }
        for prim in &list.prims {
            for (x, y) in corners(prim) {
                assert!((-0.01..=right).contains(&x) && (-0.01..=bottom).contains(&y), "{name}: {prim}");
            }
        }
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
        let still = indicator_explorer::chart::line_chart(&model, &frame);
        for emphasis in 0..model.series.len().min(9) {
            let frame = indicator_explorer::chart::Frame { emphasis: Some(emphasis), ..frame.clone() };
            let pointed = indicator_explorer::chart::line_chart(&model, &frame);
            assert_eq!(pointed.placed, still.placed, "{name}");
        }
    }
}
