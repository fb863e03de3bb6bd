//! A picture is as exact as the table beside it: from no place of a point, band or line can a value be read more closely than it is
//! written. A mean in full would tell the sum of its pupils' results, and beside those of others the results of a few.

use std::fmt::Write;

use indicator_explorer::data::{Dim, Lang};
use indicator_explorer::disclose::Protected;
use indicator_explorer::ingest::Importer;
use indicator_explorer::query::Selection;
use indicator_explorer::view::compare::compare;
use indicator_explorer::view::groups::{groups, over_years};
use indicator_explorer::view::model::{DistributionChart, FunnelChart, Level, LineChart, Mark};
use indicator_explorer::view::overview::overview;
use indicator_explorer::view::trend::trend;

/// Six schools of one municipality in three years, with means of many decimals.
fn data() -> Protected {
    let mut csv = "Skola;Kommun;Läsår;Kön;Närvaro;Examen inom tre år;Betygspoäng\n".to_owned();
    for (at, school) in
        ["Alskolan", "Bokskolan", "Ekskolan", "Granskolan", "Lindskolan", "Tallskolan"].iter().enumerate()
    {
        for (year, name) in ["2021/22", "2022/23", "2023/24"].iter().enumerate() {
            for pupil in 0..43 + 8 * at {
                let gender = ["Flicka", "Pojke"][pupil % 2];
                let diploma = ["Ja", "Nej", "Ja"][(pupil / 2 + at) % 3];
                let (present, points) = (60 + (pupil * 7 + at + year) % 40, 80 + (pupil * 13 + 5 * at + year) % 97);
                writeln!(csv, "{school};Norrby;{name};{gender};{present};{diploma};{},{}", points / 10, points % 10)
                    .expect("a string takes it");
            }
        }
    }
    let mut importer = Importer::new(None);
    importer.begin_file("elever.csv");
    importer.push(csv.as_bytes());
    Protected::new(importer.finish().dataset.expect("a dataset"))
}

/// Places on value axes.
#[derive(Default)]
struct Places(Vec<(String, f64)>);

impl Places {
    fn mark(&mut self, of: &str, mark: Mark) {
        if let Mark::Shown { value, interval } = mark {
            let all = [Some(value), interval.map(|(low, _)| low), interval.map(|(_, high)| high)];
            self.0.extend(all.into_iter().flatten().map(|place| (of.to_owned(), place)));
        }
    }

    fn line(&mut self, of: &str, chart: &LineChart) {
        chart.series.iter().flat_map(|series| &series.points).for_each(|point| self.mark(of, point.mark));
    }

    fn levels(&mut self, of: &str, levels: &[&Option<Level>]) {
        self.0.extend(levels.iter().copied().flatten().map(|level| (of.to_owned(), level.value)));
    }
}

#[test]
fn nothing_is_drawn_more_exactly_than_it_is_written() {
    let data = data();
    let plain = Selection { compared: (1..6).collect(), to: 2, area: Some(Dim::Municipality), ..Selection::default() };
    let mut places = Places::default();
    for indicator in 0..data.profile.indicators.len() {
        for (since, pooled) in [(None, 0), (Some(0), 0), (None, 1)] {
            let selection = Selection { since, pooled, ..plain.clone() };
            places.line("trend", &trend(&data, &selection, indicator, "", Lang::Sv).chart);
        }
        let found = compare(&data, &plain, indicator, "", Lang::Sv);
        found.rows.schools.iter().for_each(|school| places.mark("school", school.mark));
        let FunnelChart { schools, centre, place, .. } = &found.funnel;
        for school in schools {
            places.mark("funnel", school.mark);
        }
        let DistributionChart { schools, centre: median, .. } = &found.strip;
        for school in schools {
            places.mark("distribution", school.mark);
        }
        places.levels("level", &[centre, place, median, &found.rows.centre]);
        let selection = Selection { split: Some(Dim::Gender), ..plain.clone() };
        let found = groups(&data, &selection, indicator, "", Lang::Sv).expect("girls and boys");
        places.line("gap", &found.gap);
        let points = found.rows.rows.iter().flat_map(|row| &row.points);
        points.for_each(|point| places.mark("pair", point.mark));
        places.line("groups", &over_years(&data, &selection, indicator, "", Lang::Sv).chart);
    }
    overview(&data, &plain, "", Lang::Sv).minis.iter().flatten().for_each(|mini| places.line("mini", mini));
    for (of, place) in &places.0 {
        let tenths = place * 10.0;
        assert!((tenths - tenths.round()).abs() < 1e-6, "{of}: {place}");
    }
    for of in ["trend", "school", "funnel", "distribution", "level", "gap", "pair", "groups", "mini"] {
        assert!(places.0.iter().filter(|(other, _)| other == of).count() > 3, "{of} was not tried");
    }
}
