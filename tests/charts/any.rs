//! Any chart in any frame, for laws.

use std::ops::Range;

use indicator_explorer::{
    chart::{Frame, Metrics},
    data::Lang,
    view::model::{Break, LineChart, Mark, Role, Series, TargetLine},
};
use proptest::prelude::*;

use crate::fixtures::{NAMES, chart, series};

const LONG: &str = "Introduktionsprogrammet, programinriktat val mot bygg- och anläggningsprogrammet";

/// A value, now and then with an interval, now and then withheld or missing.
fn any_mark() -> impl Strategy<Value = Mark> {
    prop_oneof![
        6 => (0.0..=100.0, 0.0..30.0).prop_map(|(value, half): (f64, f64)| Mark::Shown {
            value,
            interval: (half > 3.0).then(|| ((value - half).max(0.0), (value + half).min(100.0))),
        }),
        1 => Just(Mark::Withheld),
        1 => Just(Mark::Missing),
    ]
}

fn any_series(years: usize) -> impl Strategy<Value = Vec<Series>> {
    let schools = prop::collection::vec((prop::collection::vec(any_mark(), years), any::<bool>()), 0..14);
    schools.prop_map(|schools| {
        let crowd = schools.len() > 8;
        let named = schools.into_iter().enumerate().map(move |(at, (marks, is_long))| {
            let (name, short) = NAMES[at % NAMES.len()];
            let role = match at {
                0 => Role::Focus,
                _ if crowd => Role::Context,
                _ => Role::Compared(u8::try_from(at + 1).unwrap_or(8)),
            };
            series(if is_long { LONG } else { name }, short, role, marks)
        });
        named.collect()
    })
}

/// A chart of up to twelve years and up to thirteen schools.
pub(crate) fn any_chart() -> impl Strategy<Value = LineChart> {
    (0..13_usize).prop_flat_map(|years| {
        let breaks = prop::collection::vec(0..14_usize, 0..3);
        let target = prop::option::of((0.0..=100.0, 0..12_usize, 0..14_usize));
        (any_series(years), breaks, target, any::<bool>()).prop_map(move |(series, breaks, target, in_english)| {
            let mut model = chart(years, series);
            let label = String::from("Ny definition");
            model.breaks =
                breaks.into_iter().map(|first_year_after| Break { first_year_after, label: label.clone() }).collect();
            let (label, short) = (String::from("Mål\u{a0}75\u{a0}%"), String::from("Mål\u{a0}75"));
            let line = |(value, first_year, last_year)| TargetLine { value, first_year, last_year, label, short };
            model.targets = target.map(line).into_iter().collect();
            if in_english {
                model.axis.lang = Lang::En;
                model.words.withheld = "Withheld".into();
            }
            model
        })
    })
}

/// A frame, now and then a projector's, with a font that may be wider than expected and a series that may be pointed at.
pub(crate) fn any_frame(width_px: Range<f64>, height_px: Range<f64>) -> impl Strategy<Value = Frame> {
    (width_px, height_px, any::<bool>(), 0.9..1.25, prop::option::of(0..14_usize)).prop_map(
        |(width_px, height_px, is_projector, width_factor, emphasis)| {
            let frame = if is_projector && width_px > 440.0 && height_px > 320.0 {
                Frame::projector(width_px, height_px)
            } else {
                Frame { metrics: Metrics::screen(), ..Frame::new(width_px, height_px) }
            };
            Frame { width_factor, emphasis, cursor: emphasis.map(|series| (series, 3)), ..frame }
        },
    )
}
