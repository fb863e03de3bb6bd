//! Dumbbell charts by hand: invented schools, fixed numbers.

use indicator_explorer::{
    chart::{Frame, Paint, Prim, dumbbell, dumbbell_height_px},
    view::model::{DumbbellChart, DumbbellRow, DumbbellWords, Group, Level, Mark, Point, Role},
};
use proptest::prelude::*;

use crate::{
    any::any_frame,
    every::{Case, any_mark, cases, legible, tried, whole},
    fixtures::{NAMES, chart, shown, wobble},
};

const GROUPS: [&str; 6] = ["flickor", "pojkar", "utländsk bakgrund", "svensk bakgrund", "uppgift saknas", "övriga"];
const LONG: &str = "Introduktionsprogrammens gymnasium i Södra Lönnhamns stadsdel";

fn row(name: &str, short: &str, role: Role, marks: Vec<Mark>) -> DumbbellRow {
    let none = !marks.iter().any(|mark| matches!(mark, Mark::Shown { .. }));
    let instead = if marks.contains(&Mark::Withheld) { "dolt för att skydda elever" } else { "saknas" };
    let points = marks.into_iter().map(|mark| Point { mark, spoken: format!("{name}: {mark:?}") }).collect();
    let note = if none { "" } else { "8,1\u{a0}procentenheter" };
    DumbbellRow {
        name: name.into(),
        short: short.into(),
        role,
        points,
        note: note.into(),
        instead: if none { instead.into() } else { String::new() },
    }
}

fn dumbbell_of(groups: usize, rows: Vec<DumbbellRow>) -> DumbbellChart {
    let role = |at: usize| Role::Compared(u8::try_from(at + 2).unwrap_or(8));
    DumbbellChart {
        title: "Examen inom tre år".into(),
        spoken: "Hanteldiagram.".into(),
        axis: chart(0, Vec::new()).axis,
        groups: (0..groups).map(|at| Group { name: GROUPS[at % 6].into(), role: role(at) }).collect(),
        rows,
        target: None,
        words: DumbbellWords {
            withheld: "Dolt".into(),
            empty: "Inget värde att visa".into(),
            some: "{drawn} av {all} rader ritas: de valda och de som står närmast. Alla står i tabellen.".into(),
        },
    }
}

fn role(at: usize) -> Role {
    if at == 0 { Role::Focus } else { Role::Context }
}

fn marks(school: usize, groups: usize, half: f64) -> Vec<Mark> {
    (0..groups).map(|group| shown(70.0 + 14.0 * wobble(school, group) + 3.0 * group as f64, half)).collect()
}

fn many(rows: usize, groups: usize, half: f64) -> DumbbellChart {
    let row = |at: usize| {
        let (name, short) = (format!("Skola {at} i Lönnhamns kommun"), format!("Skola {at}"));
        let mut marks = marks(at, groups, half);
        if at % 7 == 3 {
            marks[at % groups] = Mark::Withheld;
        }
        row(&name, &short, if at == rows / 2 { Role::Focus } else { Role::Context }, marks)
    };
    dumbbell_of(groups, (0..rows).map(row).collect())
}

fn normal(groups: usize, half: f64) -> DumbbellChart {
    let mut rows: Vec<_> = (0..6).map(|at| row(NAMES[at].0, NAMES[at].1, role(at), marks(at, groups, half))).collect();
    rows[2].points[1].mark = Mark::Withheld;
    rows[3] = row(NAMES[3].0, NAMES[3].1, role(3), vec![Mark::Withheld; groups]);
    rows[4] = row(NAMES[4].0, NAMES[4].1, role(4), vec![Mark::Missing; groups]);
    rows[5].points[0].mark = Mark::Missing;
    dumbbell_of(groups, rows)
}

fn states() -> Vec<(&'static str, DumbbellChart)> {
    let with_target = {
        let (label, short) = ("Mål\u{a0}75\u{a0}%".into(), "Mål\u{a0}75".into());
        DumbbellChart { target: Some(Level { value: 75.0, label, short }), ..normal(2, 9.0) }
    };
    let withheld = |at: usize| row(NAMES[at].0, NAMES[at].1, role(at), vec![Mark::Withheld; 2]);
    let mut one_point = normal(2, 6.0);
    one_point.rows.truncate(1);
    one_point.rows[0].points[1].mark = Mark::Missing;
    let mut long_names = normal(4, 6.0);
    for row in &mut long_names.rows {
        (row.name, row.short) = (LONG.into(), LONG.into());
    }
    long_names.groups[0].name = "föräldrar med eftergymnasial utbildning kortare än tre år".into();
    let same = dumbbell_of(3, vec![row(NAMES[0].0, NAMES[0].1, role(0), vec![shown(70.0, 5.0); 3])]);
    vec![
        ("normal", normal(2, 0.0)),
        ("intervals", with_target),
        ("six_groups", normal(6, 5.0)),
        ("empty", dumbbell_of(2, Vec::new())),
        ("one_point", one_point),
        ("all_withheld", dumbbell_of(2, (0..4).map(withheld).collect())),
        ("one_school", dumbbell_of(2, vec![row(NAMES[0].0, NAMES[0].1, role(0), marks(0, 2, 9.0))])),
        ("same", same),
        ("forty", many(40, 2, 5.0)),
        ("thirteen_hundred", many(1300, 3, 0.0)),
        ("long_names", long_names),
    ]
}

fn drawings() -> Vec<Case> {
    let height = |model: &DumbbellChart, frame: &Frame| {
        let wished = dumbbell_height_px(model.rows.len(), model.groups.len()) * frame.font_px / 16.0;
        if model.rows.len() == 40 { wished } else { frame.height_px }
    };
    cases("dumbbell", states(), dumbbell, height)
}

#[test]
fn dumbbells_look_as_agreed() {
    tried(&drawings(), &["normal_narrow", "intervals_projector", "intervals_pointed", "long_names_narrow"]);
}

#[test]
fn forty_rows_have_room_at_the_height_asked_for() {
    for Case { name, drawing, .. } in drawings().iter().filter(|case| case.name.starts_with("dumbbell_forty")) {
        assert!(!drawing.list.to_string().contains("rader ritas"), "{name}");
    }
}

#[test]
fn a_withheld_group_stands_beside_the_axis_in_its_row() {
    for ((state, model), _) in states().into_iter().zip(0..) {
        let drawing = dumbbell(&model, &Frame::new(860.0, 400.0));
        for spot in &drawing.placed {
            let mark = model.rows[spot.series].points[spot.year].mark;
            assert_eq!(spot.withheld, mark == Mark::Withheld, "{state}");
            assert_eq!(spot.x > drawing.plot.right, spot.withheld, "{state}: {spot:?}");
        }
    }
}

#[test]
fn a_withheld_value_moves_nothing_that_is_shown() {
    // Whether and where something is withheld is said; of its size nothing is in the model.
    let drawing = dumbbell(&normal(2, 0.0), &Frame::new(860.0, 400.0));
    let squares = drawing.list.prims.iter().filter(|prim| match prim {
        Prim::Rect { ink, .. } => matches!(ink, indicator_explorer::chart::Ink::Fill(Paint::Plot)),
        _ => false,
    });
    assert_eq!(squares.count(), drawing.placed.iter().filter(|spot| spot.withheld).count());
}

fn any_dumbbell() -> impl Strategy<Value = DumbbellChart> {
    (1..7_usize).prop_flat_map(|groups| {
        let one = (prop::collection::vec(any_mark(0.0, 100.0), groups), 0..8_usize, any::<bool>());
        (prop::collection::vec(one, 0..50), any::<bool>()).prop_map(move |(found, has_target)| {
            let rows = found.into_iter().enumerate().map(|(at, (marks, named, is_long))| {
                row(if is_long { LONG } else { NAMES[named].0 }, NAMES[named].1, role(at), marks)
            });
            let level = Level { value: 75.0, label: "Mål\u{a0}75\u{a0}%".into(), short: "Mål\u{a0}75".into() };
            DumbbellChart { target: has_target.then_some(level), ..dumbbell_of(groups, rows.collect()) }
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_groups_are_legible(model in any_dumbbell(), frame in any_frame(320.0..1400.0, 240.0..900.0)) {
        legible("any", &frame, &dumbbell(&model, &frame));
    }

    #[test]
    fn no_room_is_too_small_for_groups(model in any_dumbbell(), frame in any_frame(0.0..320.0, 0.0..240.0)) {
        whole("any", &dumbbell(&model, &frame));
    }
}
