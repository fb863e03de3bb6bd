//! Chart models by hand: invented schools, fixed numbers.

use indicator_explorer::{
    data::Lang,
    view::model::{Break, ChartWords, LineChart, Mark, Point, Role, Series, TargetLine, ValueAxis, YearTick},
};

/// `n` years from 2016/17.
pub(crate) fn years(n: usize) -> Vec<YearTick> {
    (2016..2016 + n)
        .map(|year| {
            let next = (year + 1) % 100;
            YearTick { label: format!("{year}/{next:02}"), short: format!("{:02}/{next:02}", year % 100) }
        })
        .collect()
}

/// A value with an interval of `half` on either side; none when `half` is 0.
pub(crate) fn shown(value: f64, half: f64) -> Mark {
    Mark::Shown { value, interval: (half > 0.0).then(|| ((value - half).max(0.0), (value + half).min(100.0))) }
}

pub(crate) fn series(name: &str, short: &str, role: Role, marks: Vec<Mark>) -> Series {
    let points = marks.into_iter().map(|mark| Point { mark, spoken: format!("{name}: {mark:?}") }).collect();
    Series { name: name.into(), short: short.into(), role, cuts: Vec::new(), points }
}

/// A chart in percent of the given series.
pub(crate) fn chart(n: usize, series: Vec<Series>) -> LineChart {
    LineChart {
        title: "Andel elever med examen inom tre år".into(),
        spoken: "Linjediagram. Alkullagymnasiet gick från 61,7 % till 69,8 % på ett år.".into(),
        years: years(n),
        axis: ValueAxis {
            unit: "%".into(),
            lowest: 0.0,
            highest: 100.0,
            decimals: 1,
            lang: Lang::Sv,
            zero: None,
            covers: None,
        },
        series,
        breaks: Vec::new(),
        targets: Vec::new(),
        words: ChartWords { withheld: "Dolt".into(), empty: "Inga värden att visa för det här urvalet".into() },
    }
}

pub(crate) const NAMES: [(&str, &str); 8] = [
    ("Alkullagymnasiet", "Alkulla"),
    ("Fyrskärsgymnasiet", "Fyrskär"),
    ("Hasselängens gymnasium", "Hasseläng"),
    ("Kvarnmogymnasiet", "Kvarnmo"),
    ("Sjöbladsgymnasiet", "Sjöblad"),
    ("Åsvretsgymnasiet", "Åsvret"),
    ("Älgkullens gymnasieskola", "Älgkullen"),
    ("Öjersgymnasiet", "Öjer"),
];

fn role(at: usize) -> Role {
    if at == 0 { Role::Focus } else { Role::Compared(u8::try_from(at + 1).unwrap_or(8)) }
}

/// A number between -1 and 1 that looks like chance and is always the same.
pub(crate) fn wobble(school: usize, year: usize) -> f64 {
    let mixed = (school as u64 * 73 + year as u64 * 151 + 17) * 2_654_435_761 % 1_000_003;
    mixed as f64 / 500_001.5 - 1.0
}

/// Eight years of `n` schools.
pub(crate) fn schools(n: usize, half: f64) -> Vec<Series> {
    let marks = |school: usize| {
        let level = 66.0 + 3.0 * ((school * 5) % 8) as f64;
        (0..8).map(|year| shown(level + 4.0 * wobble(school, year), half)).collect()
    };
    (0..n).map(|at| series(NAMES[at].0, NAMES[at].1, role(at), marks(at))).collect()
}

/// The same beside all schools of a municipality.
pub(crate) fn with_place() -> LineChart {
    let mut model = normal();
    let mut place = model.series[1].clone();
    (place.name, place.short) = ("Lönnhamns kommun (alla skolor i filen)".into(), "Lönnhamns kommun".into());
    place.role = Role::Place;
    model.series.push(place);
    model
}

/// Six schools, eight years, with withheld and missing values, a change of definition and a target.
pub(crate) fn normal() -> LineChart {
    let mut schools = schools(6, 12.0);
    schools[5].points[4].mark = Mark::Withheld;
    schools[5].points[7].mark = Mark::Withheld;
    schools[0].points[2].mark = Mark::Withheld;
    schools[3].points[1].mark = Mark::Missing;
    schools[3].points[3].mark = Mark::Missing;
    schools[4].points[6].mark = Mark::Missing;
    schools[4].points[7].mark = Mark::Missing;
    let mut model = chart(8, schools);
    model.breaks = vec![Break { first_year_after: 5, label: "Ny definition".into() }];
    let (label, short) = ("Mål\u{a0}75\u{a0}%".into(), "Mål\u{a0}75".into());
    model.targets = vec![TargetLine { value: 75.0, first_year: 5, last_year: 7, label, short }];
    model
}

/// The mock-up's chart.
pub(crate) fn mock() -> LineChart {
    let rows: [(usize, [f64; 6]); 5] = [
        (0, [64.7, 67.4, 69.4, 62.2, 61.7, 69.8]),
        (1, [77.7, 80.1, 77.8, 78.6, 80.3, 79.6]),
        (2, [71.6, 69.6, 67.5, 66.7, 64.9, 61.8]),
        (3, [68.6, 72.2, 73.5, 74.3, 74.1, 77.2]),
        (5, [71.4, 66.7, -1.0, 68.4, 64.7, -1.0]),
    ];
    let mark = |value: f64| if value < 0.0 { Mark::Withheld } else { shown(value, 13.5) };
    let series = rows
        .iter()
        .enumerate()
        .map(|(at, &(name, values))| series(NAMES[name].0, NAMES[name].1, role(at), values.map(mark).to_vec()))
        .collect();
    let mut model = LineChart { years: years(8)[2..].to_vec(), ..chart(8, series) };
    model.breaks = vec![Break { first_year_after: 3, label: "Ny definition".into() }];
    let (label, short) = ("Mål\u{a0}75\u{a0}%".into(), "Mål\u{a0}75".into());
    model.targets = vec![TargetLine { value: 75.0, first_year: 3, last_year: 5, label, short }];
    model
}

pub(crate) fn empty() -> LineChart {
    chart(8, vec![series("Alkullagymnasiet", "Alkulla", Role::Focus, vec![Mark::Missing; 8])])
}

pub(crate) fn nothing_at_all() -> LineChart {
    chart(0, Vec::new())
}

pub(crate) fn one_point() -> LineChart {
    let mut marks = vec![Mark::Missing; 8];
    marks[5] = shown(72.0, 9.0);
    chart(8, vec![series("Alkullagymnasiet", "Alkulla", Role::Focus, marks)])
}

pub(crate) fn one_year() -> LineChart {
    chart(1, vec![series("Alkullagymnasiet", "Alkulla", Role::Focus, vec![shown(72.0, 9.0)])])
}

pub(crate) fn one_school() -> LineChart {
    chart(8, schools(1, 9.0))
}

pub(crate) fn all_withheld() -> LineChart {
    let all = |at: usize| series(NAMES[at].0, NAMES[at].1, role(at), vec![Mark::Withheld; 8]);
    let mut model = chart(8, vec![all(0), all(1)]);
    model.words.empty = "Alla värden är dolda".into();
    model
}

/// The focus and `others` schools that recede.
pub(crate) fn many(others: usize) -> LineChart {
    let mut schools = schools(1, 8.0);
    for at in 1..=others {
        let level = 55.0 + 30.0 * ((at * 37) % others) as f64 / others as f64;
        let mut marks: Vec<_> = (0..8).map(|year| shown(level + 5.0 * wobble(at, year), 6.0)).collect();
        if at % 5 == 0 {
            marks[at % 8] = Mark::Withheld;
        }
        schools.push(series(&format!("Skola {at} i Lönnhamns kommun"), &format!("Skola {at}"), Role::Context, marks));
    }
    chart(8, schools)
}

pub(crate) fn eight() -> LineChart {
    let mut model = chart(8, schools(8, 10.0));
    for (at, series) in model.series.iter_mut().enumerate() {
        series.points[at].mark = Mark::Withheld;
    }
    model
}

pub(crate) fn close_ends() -> LineChart {
    let mut model = chart(8, schools(8, 10.0));
    for series in &mut model.series {
        series.points[7].mark = shown(80.0, 10.0);
    }
    model
}

pub(crate) fn long_names() -> LineChart {
    let mut model = normal();
    let long = [
        "Introduktionsprogrammet, programinriktat val mot bygg- och anläggningsprogrammet",
        "Naturbruksgymnasiet i Södra Lönnhamns stadsdel",
        "Donaudampfschifffahrtsgesellschaftskapitänsgymnasium",
    ];
    for (series, name) in model.series.iter_mut().zip(long) {
        series.name = name.into();
        series.short = name.into();
    }
    model
}

pub(crate) fn bounds() -> LineChart {
    let marks = |value: f64| (0..8).map(|year| shown(if year % 2 == 0 { value } else { 50.0 }, 4.0)).collect();
    chart(
        8,
        vec![
            series("Alkullagymnasiet", "Alkulla", Role::Focus, marks(100.0)),
            series("Fyrskärsgymnasiet", "Fyrskär", Role::Compared(2), marks(0.0)),
        ],
    )
}

pub(crate) fn no_intervals() -> LineChart {
    chart(8, schools(4, 0.0))
}
