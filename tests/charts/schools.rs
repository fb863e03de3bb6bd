//! Funnels and interval plots by hand: invented schools, fixed numbers.

use indicator_explorer::{
    chart::{Drawing, Frame, Metrics, Palette, caterpillar, funnel, svg},
    data::Lang,
    view::model::{Across, CaterpillarChart, FunnelChart, FunnelWords, Level, Mark, Out, Role, School, ValueAxis},
};

use crate::fixtures::{NAMES, wobble};

/// Standard deviation of single pupils round 75 %.
const SPREAD: f64 = 43.3;

pub(crate) fn school(name: &str, short: &str, role: Role, pupils: u64, value: f64) -> School {
    let half = 1.96 * SPREAD / (pupils as f64).sqrt();
    let away = (value - 75.0).abs() / half;
    let out = if away > 1.58 {
        Out::Outer
    } else if away > 1.0 {
        Out::Inner
    } else {
        Out::No
    };
    School {
        name: name.into(),
        short: short.into(),
        role,
        is_chosen: role != Role::Context,
        mark: Mark::Shown { value, interval: Some(((value - half).max(0.0), (value + half).min(100.0))) },
        pupils,
        out,
        drawn_in: Some(75.0 + (value - 75.0) * 0.5),
        instead: String::new(),
        spoken: format!("{name}: {value} %, {pupils} elever"),
    }
}

pub(crate) fn withheld(name: &str, short: &str, role: Role) -> School {
    let instead = "dolt för att skydda elever".to_owned();
    School {
        mark: Mark::Withheld,
        pupils: 0,
        out: Out::No,
        drawn_in: None,
        instead,
        ..school(name, short, role, 1, 0.0)
    }
}

fn axis() -> ValueAxis {
    ValueAxis { unit: "%".into(), lowest: 0.0, highest: 100.0, decimals: 1, lang: Lang::Sv, zero: None, covers: None }
}

fn centre(schools: &[School]) -> Option<Level> {
    let shown = schools.iter().filter(|school| matches!(school.mark, Mark::Shown { .. })).count();
    let (label, short) = ("Alla visade 75\u{a0}%".into(), "Alla 75\u{a0}%".into());
    (shown > 1).then_some(Level { value: 75.0, label, short })
}

/// All schools of a municipality.
pub(crate) fn place() -> Level {
    let label = "Lönnhamns kommun 72,0\u{a0}%";
    Level { value: 72.0, label: label.into(), short: label.into() }
}

pub(crate) fn funnel_of(schools: Vec<School>) -> FunnelChart {
    FunnelChart {
        title: "Examen inom tre år".into(),
        spoken: "Trattdiagram.".into(),
        axis: axis(),
        spread: centre(&schools).map(|_| SPREAD),
        curves: None,
        centre: centre(&schools),
        place: None,
        schools,
        across: None,
        words: FunnelWords {
            pupils: "Antal elever".into(),
            inner: "95\u{a0}%".into(),
            outer: "99,8\u{a0}%".into(),
            withheld: "Dolt".into(),
            empty: "Inget värde att visa".into(),
        },
    }
}

/// The schools against another indicator, which every ninth lacks, and as they are marked then.
pub(crate) fn pair_of(schools: Vec<School>) -> (FunnelChart, Vec<School>) {
    let (mut marks, mut of_both) = (Vec::new(), Vec::new());
    for (at, school) in schools.into_iter().enumerate() {
        let value = 70.0 + (at * 37 % 250) as f64 / 10.0;
        let half = 400.0 / (school.pupils.max(4) as f64).sqrt() / 4.0;
        let mark = match school.mark {
            Mark::Shown { .. } if at % 9 == 5 => Mark::Withheld,
            Mark::Shown { .. } => Mark::Shown { value, interval: Some((value - half, value + half)) },
            _ => Mark::Missing,
        };
        let own = if mark == Mark::Withheld { mark } else { school.mark };
        marks.push(mark);
        of_both.push(School { mark: own, out: Out::No, ..school });
    }
    let funnel = funnel_of(of_both.clone());
    let words = FunnelWords { pupils: "Närvaro".into(), ..funnel.words };
    let across = Some(Across { axis: axis(), marks });
    (FunnelChart { across, centre: None, spread: None, words, ..funnel }, of_both)
}

pub(crate) fn caterpillar_of(schools: Vec<School>) -> CaterpillarChart {
    CaterpillarChart {
        title: "Examen inom tre år".into(),
        spoken: "Intervalldiagram.".into(),
        axis: axis(),
        centre: centre(&schools),
        place: None,
        target: None,
        has_lens: false,
        schools,
        empty: "Inget värde att visa".into(),
        some: "{drawn} av {all} skolor ritas: de valda och de som står närmast i listan. Alla står i tabellen.".into(),
    }
}

fn role(at: usize) -> Role {
    if at == 0 { Role::Focus } else { Role::Compared(u8::try_from(at + 1).unwrap_or(8)) }
}

/// The mock-up's schools.
pub(crate) fn normal() -> Vec<School> {
    let rows = [(0, 43, 69.8), (1, 191, 79.6), (2, 76, 61.8), (3, 114, 77.2)];
    let mut schools: Vec<School> = rows
        .iter()
        .enumerate()
        .map(|(at, &(name, pupils, value))| school(NAMES[name].0, NAMES[name].1, role(at), pupils, value))
        .collect();
    schools.push(withheld(NAMES[5].0, NAMES[5].1, role(4)));
    schools
}

pub(crate) fn one() -> Vec<School> {
    normal().into_iter().take(1).collect()
}

pub(crate) fn two() -> Vec<School> {
    normal().into_iter().take(2).collect()
}

/// One value among withheld ones.
pub(crate) fn one_point() -> Vec<School> {
    let mut schools = all_withheld();
    schools[0] = normal().swap_remove(0);
    schools
}

pub(crate) fn all_withheld() -> Vec<School> {
    (0..5).map(|at| withheld(NAMES[at].0, NAMES[at].1, role(at))).collect()
}

/// The focus in the middle of `n` schools, the first three of the others compared, one in eleven withheld.
pub(crate) fn many(n: usize) -> Vec<School> {
    let focus = n / 2;
    (0..n)
        .map(|at| {
            let role = match at {
                at if at == focus => Role::Focus,
                2..5 => Role::Compared(u8::try_from(at).unwrap_or(8)),
                _ => Role::Context,
            };
            let (name, short) = (format!("Skola {at} i Lönnhamns kommun"), format!("Skola {at}"));
            let chance = wobble(at, 3) + wobble(at, 7) + wobble(at, 11);
            let pupils = 12 + (at as u64 * 37) % 61 + if at % 9 == 0 { 240 + (at as u64 * 53) % 700 } else { 0 };
            let value = (75.0 + chance * SPREAD / (pupils as f64).sqrt() * 1.1).clamp(0.0, 100.0);
            match at % 11 {
                7 => withheld(&name, &short, role),
                _ => school(&name, &short, role, pupils, (value * 10.0).round() / 10.0),
            }
        })
        .collect()
}

pub(crate) fn long_names() -> Vec<School> {
    let names = [
        "Introduktionsprogrammens gymnasium i Södra Lönnhamns stadsdel",
        "Donaudampfschifffahrtsgesellschaftskapitänsgymnasieskolan i X",
        "Naturbruksgymnasiet i Södra Lönnhamn",
    ];
    let mut schools = normal();
    schools.swap(2, 4);
    for (school, name) in schools.iter_mut().zip(names) {
        school.name = name.into();
        school.short = name.into();
    }
    schools
}

/// A mean whose source gives no spread: no limits and no intervals.
pub(crate) fn no_spread() -> Vec<School> {
    let mut schools = normal();
    for school in &mut schools {
        if let Mark::Shown { interval, .. } = &mut school.mark {
            *interval = None;
        }
    }
    schools
}

/// Everybody has it.
pub(crate) fn bounds() -> Vec<School> {
    [100.0, 0.0, 100.0, 50.0]
        .iter()
        .enumerate()
        .map(|(at, &value)| school(NAMES[at].0, NAMES[at].1, role(at), 20 + 9 * at as u64, value))
        .collect()
}

/// The frames that every set of schools is drawn in.
fn frames() -> Vec<(&'static str, Frame)> {
    vec![
        ("", Frame::new(860.0, 400.0)),
        ("_narrow", Frame::new(320.0, 380.0)),
        ("_projector", Frame::projector(1300.0, 640.0)),
        ("_low", Frame::new(600.0, 200.0)),
        ("_wide_font", Frame { width_factor: 1.18, ..Frame::new(860.0, 400.0) }),
        ("_pointed", Frame { emphasis: Some(1), cursor: Some((1, 0)), ..Frame::new(860.0, 400.0) }),
        ("_print", Frame { metrics: Metrics::print(), font_px: 13.5, ..Frame::new(640.0, 380.0) }),
    ]
}

/// Every set of schools by name.
pub(crate) fn sets() -> Vec<(&'static str, Vec<School>)> {
    vec![
        ("normal", normal()),
        ("target", normal()),
        ("empty", Vec::new()),
        ("one", one()),
        ("two", two()),
        ("one_point", one_point()),
        ("all_withheld", all_withheld()),
        ("forty", many(40)),
        ("thirteen_hundred", many(1300)),
        ("long_names", long_names()),
        ("no_spread", no_spread()),
        ("bounds", bounds()),
    ]
}

/// Every drawing by name, with its schools and its frame.
pub(crate) fn drawings() -> Vec<(String, Vec<School>, Frame, Drawing)> {
    let mut all = Vec::new();
    for (name, schools) in sets() {
        for (suffix, frame) in frames() {
            let mut model = funnel_of(schools.clone());
            if name == "no_spread" {
                model.spread = None;
            }
            let mut rows = caterpillar_of(schools.clone());
            if name == "target" {
                let (label, short) = ("Mål\u{a0}80\u{a0}%".into(), "Mål\u{a0}80".into());
                rows.target = Some(Level { value: 80.0, label, short });
                rows.has_lens = true;
                (rows.place, model.place) = (Some(place()), Some(place()));
            }
            let (points, rows) = (funnel(&model, &frame), caterpillar(&rows, &frame));
            let (against, of_both) = pair_of(schools.clone());
            all.push((format!("pair_{name}{suffix}"), of_both, frame.clone(), funnel(&against, &frame)));
            all.push((format!("funnel_{name}{suffix}"), schools.clone(), frame.clone(), points));
            all.push((format!("caterpillar_{name}{suffix}"), schools.clone(), frame, rows));
        }
    }
    all
}

/// Only drawings on a wide screen, and some of the others, are kept as snapshots.
fn is_snapshot(name: &str) -> bool {
    let rarely = ["target", "two", "thirteen_hundred", "no_spread", "bounds", "projector"];
    if name.starts_with("pair") && rarely.iter().any(|set| name.contains(set)) {
        return false;
    }
    let also = ["normal_narrow", "normal_projector", "normal_pointed", "long_names_narrow"];
    !["_narrow", "_projector", "_low", "_wide_font", "_pointed", "_print"].iter().any(|suffix| name.ends_with(suffix))
        || also.iter().any(|kept| name.ends_with(kept))
}

#[test]
fn drawings_of_many_schools_look_as_agreed() {
    for (name, _, _, drawing) in drawings().into_iter().filter(|(name, ..)| is_snapshot(name)) {
        let list = drawing.list.to_string();
        let head: Vec<_> = list.lines().filter(|line| line.len() < 600).take(140).collect();
        insta::assert_snapshot!(name, head.join("\n"));
    }
}

#[test]
fn every_drawing_of_many_schools_can_be_written_to_look_at() {
    let Ok(folder) = std::env::var("CHARTS_DIR") else { return };
    for (name, _, _, drawing) in drawings() {
        let file = svg::standalone(&drawing.list, &Palette::light(), &name, "");
        std::fs::write(format!("{folder}/{name}.svg"), file).expect("the folder exists");
    }
}
