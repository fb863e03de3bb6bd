//! What every chart is tried with: states, frames, laws.

use indicator_explorer::{
    chart::{Drawing, Frame, Metrics, Palette, hit, svg},
    view::model::Mark,
};
use proptest::prelude::*;

use crate::laws::{corners, outsider, overlap};

/// The frames that every chart is drawn in.
pub(crate) fn frames() -> Vec<(&'static str, Frame)> {
    let (cursor, emphasis) = (Some((1, 1)), Some(1));
    vec![
        ("", Frame::new(860.0, 400.0)),
        ("_narrow", Frame::new(320.0, 380.0)),
        ("_phone", Frame::new(390.0, 420.0)),
        ("_projector", Frame::projector(1300.0, 640.0)),
        ("_low", Frame::new(600.0, 200.0)),
        ("_wide_font", Frame { width_factor: 1.18, ..Frame::new(860.0, 400.0) }),
        ("_pointed", Frame { emphasis, cursor, ..Frame::new(860.0, 400.0) }),
        ("_print", Frame { metrics: Metrics::print(), font_px: 13.5, ..Frame::new(640.0, 380.0) }),
    ]
}

/// A drawing by name, with the frame that it is drawn in.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) frame: Frame,
    pub(crate) drawing: Drawing,
}

/// A chart in all its states, in every frame. `of_state` begins the names; a state's own height is used where it is given.
pub(crate) fn cases<M>(
    chart: &str,
    states: Vec<(&'static str, M)>,
    draw: impl Fn(&M, &Frame) -> Drawing,
    height_px: impl Fn(&M, &Frame) -> f64,
) -> Vec<Case> {
    let mut cases = Vec::new();
    for (state, model) in states {
        for (suffix, frame) in frames() {
            let frame = Frame { height_px: height_px(&model, &frame), ..frame };
            let drawing = draw(&model, &frame);
            cases.push(Case { name: format!("{chart}_{state}{suffix}"), frame, drawing });
        }
    }
    cases
}

/// Texts apart and inside the frame, numbers whole, points within reach of pointer and keys.
pub(crate) fn legible(name: &str, frame: &Frame, drawing: &Drawing) {
    assert_eq!(overlap(&drawing.list, frame.width_factor), None, "{name}");
    assert_eq!(outsider(&drawing.list, frame.width_factor), None, "{name}");
    whole(name, drawing);
    for spot in &drawing.placed {
        let found = hit::nearest(drawing, spot.x, spot.y);
        let found = found.and_then(|at| drawing.placed.iter().find(|spot| (spot.series, spot.year) == at));
        let apart = found.map_or(f64::INFINITY, |found| (found.x - spot.x).hypot(found.y - spot.y));
        assert!(apart < 0.5, "{name}: a pointer at {spot:?} means {found:?}");
    }
}

/// No number is broken.
pub(crate) fn whole(name: &str, drawing: &Drawing) {
    assert!(drawing.list.prims.iter().flat_map(corners).all(|(x, y)| x.is_finite() && y.is_finite()), "{name}");
    assert!(drawing.placed.iter().all(|spot| spot.x.is_finite() && spot.y.is_finite()), "{name}");
    assert!(drawing.axis_start.is_finite(), "{name}");
}

/// Every point can be walked to: from where the cursor enters, over all steps.
pub(crate) fn reachable(name: &str, drawing: &Drawing) {
    use hit::Step::{Down, End, Home, Left, Right, Up};
    let Some(start) = hit::start(drawing) else {
        assert!(drawing.placed.is_empty(), "{name}");
        return;
    };
    let (mut seen, mut next) = (vec![start], vec![start]);
    while let Some(at) = next.pop() {
        for step in [Up, Down, Left, Right, Home, End] {
            let to = hit::step(drawing, at, step).expect("a step leads somewhere");
            if !seen.contains(&to) {
                seen.push(to);
                next.push(to);
            }
        }
    }
    assert_eq!(seen.len(), drawing.placed.len(), "{name}");
}

/// Snapshots of all on a wide screen, and of those named; the laws of all.
pub(crate) fn tried(cases: &[Case], also: &[&str]) {
    for Case { name, frame, drawing } in cases {
        legible(name, frame, drawing);
        // A walk among a thousand takes a minute and tries nothing new.
        if drawing.placed.len() < 100 {
            reachable(name, drawing);
        }
        let is_other = frames().iter().any(|(suffix, _)| !suffix.is_empty() && name.ends_with(suffix));
        if !is_other || also.iter().any(|also| name.ends_with(also)) {
            let list = drawing.list.to_string();
            let head: Vec<_> = list.lines().filter(|line| line.len() < 600).take(140).collect();
            insta::assert_snapshot!(name.as_str(), head.join("\n"));
        }
    }
    let Ok(folder) = std::env::var("CHARTS_DIR") else { return };
    for Case { name, drawing, .. } in cases {
        let file = svg::standalone(&drawing.list, &Palette::light(), name, "");
        std::fs::write(format!("{folder}/{name}.svg"), file).expect("the folder exists");
    }
}

/// A value between two ends, now and then with an interval, now and then withheld or missing.
pub(crate) fn any_mark(low: f64, high: f64) -> impl Strategy<Value = Mark> {
    prop_oneof![
        6 => (low..=high, 0.0..30.0).prop_map(move |(value, half): (f64, f64)| Mark::Shown {
            value,
            interval: (half > 3.0).then(|| ((value - half).max(low), (value + half).min(high))),
        }),
        1 => Just(Mark::Withheld),
        1 => Just(Mark::Missing),
    ]
}
