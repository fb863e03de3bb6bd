//! Distributions by hand: invented schools, fixed numbers.

use indicator_explorer::{
    chart::{Frame, distribution, distribution_height_px},
    view::model::{DistributionChart, Level, Mark, Middle, School},
};
use proptest::prelude::*;

use crate::{
    any::any_frame,
    every::{Case, cases, legible, tried, whole},
    school_laws::any_schools,
    schools::{caterpillar_of, place, sets},
};

pub(crate) fn distribution_of(schools: Vec<School>) -> DistributionChart {
    let hidden = schools.iter().filter(|school| school.mark == Mark::Withheld).count();
    let rows = caterpillar_of(schools);
    DistributionChart {
        title: rows.title,
        spoken: "Fördelning.".into(),
        axis: rows.axis,
        schools: rows.schools,
        centre: rows.centre,
        middle: None,
        place: None,
        target: None,
        say: String::new(),
        hidden: match hidden {
            0 => String::new(),
            1 => "En skola är dold och ritas inte.".into(),
            many => format!("{many} skolor är dolda och ritas inte."),
        },
        empty: rows.empty,
    }
}

fn states() -> Vec<(&'static str, DistributionChart)> {
    let models = sets().into_iter().map(|(state, schools)| {
        let mut model = distribution_of(schools);
        if state == "target" {
            let (label, short) = ("Mål\u{a0}80\u{a0}%".into(), "Mål\u{a0}80".into());
            model.place = Some(place());
            model.target = Some(Level { value: 80.0, label, short });
        }
        (state, model)
    });
    models.chain(with_middle()).collect()
}

/// Many schools, and the field of those in the middle: somewhere, at the lower end, and without width.
fn with_middle() -> impl Iterator<Item = (&'static str, DistributionChart)> {
    let fields = [("middle", 60.0, 78.0), ("middle_low", 0.0, 20.0), ("middle_thin", 70.0, 70.0)];
    fields.into_iter().filter_map(|(state, low, high)| {
        let (_, schools) = sets().into_iter().find(|(state, _)| *state == "forty")?;
        let label = format!("Hälften av skolorna {low}–{high}\u{a0}%");
        let middle = Some(Middle { low, high, label, short: "Hälften".into() });
        Some((state, DistributionChart { middle, ..distribution_of(schools) }))
    })
}

fn drawings() -> Vec<Case> {
    let own = |model: &DistributionChart, frame: &Frame| {
        distribution_height_px(model.schools.len(), 4) * frame.font_px / 16.0
    };
    let many = states().into_iter().filter(|(state, _)| ["forty", "thirteen_hundred"].contains(state)).collect();
    let mut all = cases("distribution", states(), distribution, |_, frame: &Frame| frame.height_px);
    all.extend(cases("distribution_as_high_as_it_asks", many, distribution, own));
    all
}

#[test]
fn distributions_look_as_agreed() {
    tried(&drawings(), &["normal_narrow", "forty_projector", "middle_narrow", "forty_pointed", "long_names_narrow"]);
}

#[test]
fn only_what_is_shown_has_a_place_and_the_rest_is_counted() {
    for (state, model) in states() {
        let drawing = distribution(&model, &Frame::new(860.0, 300.0));
        let shown = model.schools.iter().filter(|school| matches!(school.mark, Mark::Shown { .. })).count();
        assert_eq!(drawing.placed.len(), shown, "{state}");
        assert!(drawing.placed.iter().all(|spot| !spot.withheld && spot.y <= drawing.plot.bottom), "{state}");
        assert_eq!(drawing.list.to_string().contains("ritas inte"), shown < model.schools.len(), "{state}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_distribution_is_legible(schools in any_schools(), frame in any_frame(320.0..1400.0, 260.0..700.0)) {
        legible("any", &frame, &distribution(&distribution_of(schools), &frame));
    }

    #[test]
    fn no_room_is_too_small_for_a_distribution(schools in any_schools(), frame in any_frame(0.0..320.0, 0.0..240.0)) {
        whole("any", &distribution(&distribution_of(schools), &frame));
    }
}
