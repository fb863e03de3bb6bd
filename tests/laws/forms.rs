//! Plain, long and wide tables of the same numbers give the same cells.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::rows::{INDICATORS, Pupil, plain, pupils, table, tenths, year};
use crate::{dataset, few, said};

/// One record per pupil and indicator.
fn long(pupils: &[Pupil]) -> String {
    let rows = pupils.iter().enumerate().flat_map(|(index, pupil)| {
        let labels = pupil.labels(index).join(";");
        let values = INDICATORS.into_iter().zip(pupil.values(""));
        values.map(|(name, value)| format!("{labels};{name};{value}")).collect::<Vec<_>>()
    });
    table("Skola;Läsår;Program;Kön;Indikator;Värde", rows)
}

/// One record per pupil, with columns for every school year, indicator by indicator.
fn wide(pupils: &[Pupil]) -> String {
    let years: Vec<u16> = (2019..2024).collect();
    let captions = INDICATORS.iter().flat_map(|name| years.iter().map(move |at| format!("{name} {}", year(*at))));
    let header = format!("Skola;Program;Kön;{}", captions.collect::<Vec<_>>().join(";"));
    let rows = pupils.iter().enumerate().map(|(index, pupil)| {
        let [school, _, programme, gender] = pupil.labels(index);
        let of_year =
            |value: String| years.iter().map(move |at| if *at == pupil.year { value.clone() } else { String::new() });
        let values: Vec<String> = pupil.values("").into_iter().flat_map(of_year).collect();
        format!("{school};{programme};{gender};{}", values.join(";"))
    });
    table(&header, rows)
}

/// A group of pupils: its number, and values in tenths; two of them say why there is none.
type Sums = (u32, [Result<u32, &'static str>; 3]);

/// Groups by school, school year and programme.
fn groups() -> impl Strategy<Value = BTreeMap<(usize, u16, usize), Sums>> {
    let value = |most: u32| prop_oneof![4 => (110..most).prop_map(Ok), 1 => prop::sample::select(vec!["", "..", "."]).prop_map(Err)];
    let sums = (10..400_u32, (value(1001), value(1001), value(201)).prop_map(|(a, b, c)| [a, b, c]));
    prop::collection::btree_map((0..4_usize, 2021..2024_u16, 0..3_usize), sums, 1..20)
}

const MEASURES: [&str; 4] =
    ["Totalt antal", "Andel med examen", "Andel med grundläggande behörighet", "Betygspoäng (GBP)"];

fn measures((pupils, values): &Sums) -> [String; 4] {
    let [a, b, c] = values.map(|value| value.map_or_else(str::to_owned, tenths));
    [pupils.to_string(), a, b, c]
}

fn school_and_programme(school: usize, programme: usize) -> String {
    format!("{};{}", ["Åsö", "Östra", "Norra", "Södra"][school], ["Ekonomiprogrammet", "TE", "BA"][programme])
}

proptest! {
    #![proptest_config(few(16))]

    #[test]
    fn of_pupils(pupils in pupils()) {
        let expected = said(dataset(&[plain(&pupils, "").into_bytes()]));
        prop_assert_eq!(&said(dataset(&[long(&pupils).into_bytes()])), &expected, "long");
        prop_assert_eq!(&said(dataset(&[wide(&pupils).into_bytes()])), &expected, "wide");
    }

    #[test]
    fn of_groups(groups in groups()) {
        let plain = groups.iter().map(|((school, at, programme), sums)| {
            format!("{};{};{}", school_and_programme(*school, *programme), year(*at), measures(sums).join(";"))
        });
        let plain = table(&format!("Skola;Program;Läsår;{}", MEASURES.join(";")), plain);
        let long = groups.iter().flat_map(|((school, at, programme), sums)| {
            let labels = format!("{};{}", school_and_programme(*school, *programme), year(*at));
            let measures = MEASURES.into_iter().zip(measures(sums));
            measures.map(|(name, value)| format!("{labels};{name};{value}")).collect::<Vec<_>>()
        });
        let long = table("Skola;Program;Läsår;Indikator;Värde", long);
        let mut by_school: BTreeMap<String, BTreeMap<u16, [String; 4]>> = BTreeMap::new();
        for ((school, at, programme), sums) in &groups {
            by_school.entry(school_and_programme(*school, *programme)).or_default().insert(*at, measures(sums));
        }
        let captions: Vec<String> =
            (2021..2024).flat_map(|at| MEASURES.iter().map(move |name| format!("{name} {}", year(at)))).collect();
        let wide = by_school.into_iter().map(|(labels, mut years)| {
            let values: Vec<String> = (2021..2024).flat_map(|at| years.remove(&at).unwrap_or_default()).collect();
            format!("{labels};{}", values.join(";"))
        });
        let wide = table(&format!("Skola;Program;{}", captions.join(";")), wide);
        let expected = said(dataset(&[plain.into_bytes()]));
        prop_assert_eq!(&said(dataset(&[long.into_bytes()])), &expected, "long");
        prop_assert_eq!(&said(dataset(&[wide.into_bytes()])), &expected, "wide");
    }
}
