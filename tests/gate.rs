//! What the views show of small files may leave: nothing that is shown is held back by the attack.

use std::fmt::Write;

use indicator_explorer::data::{Dim, Lang, Protection, RuleSet};
use indicator_explorer::disclose::Protected;
use indicator_explorer::ingest::Importer;
use indicator_explorer::query::Selection;
use indicator_explorer::view::compare::compare;
use indicator_explorer::view::coverage::coverage_csv;
use indicator_explorer::view::groups::{groups, over_years};
use indicator_explorer::view::leaving::Leaving;
use indicator_explorer::view::trend::trend;

/// Numbers that look like chance.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % most
    }

    fn is(&mut self, hundredths: usize) -> bool {
        self.below(100) < hundredths
    }
}

/// A file of at most four schools, years and programmes, of few pupils, with lopsided groups and many results missing.
fn csv(seed: u64) -> String {
    let mut random = Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x4d);
    let [_, _, schools, years, programmes] = [9, 9, 4, 4, 4].map(|most| 1 + random.below(most));
    let [gender, parents, place] = [60, 30, 60].map(|part| random.is(part));
    let pupils = 20 + random.below(260);
    let part: Vec<usize> = (0..12).map(|_| [4, 15, 50, 85, 96][random.below(5)]).collect();
    let mut csv = "Skola;Läsår;Program".to_owned();
    for (is_there, names) in [(gender, ";Kön"), (parents, ";Föräldrars utbildning"), (place, ";Kommun;Huvudman")] {
        csv += if is_there { names } else { "" };
    }
    csv += ";Examen;Betygspoäng;Närvaro\n";
    for _ in 0..pupils {
        let school = if random.is(part[0]) { 0 } else { random.below(schools) };
        let year = random.below(years);
        let programme = if random.is(part[1]) { 0 } else { random.below(programmes) };
        csv += ["Alskolan;", "Bokskolan;", "Ekskolan;", "Granskolan;"][school];
        csv += ["2020/21;", "2021/22;", "2022/23;", "2023/24;"][year];
        csv += ["Naturvetenskapsprogrammet", "Teknikprogrammet", "Barn- och fritidsprogrammet", "Ekonomiprogrammet"]
            [programme];
        let girl = random.is(if programme == 0 { part[2] } else { 100 - part[2] });
        if gender {
            csv += if !random.is(97) {
                ";"
            } else if girl {
                ";Flicka"
            } else {
                ";Pojke"
            };
        }
        if parents {
            csv += [";Gymnasial", ";Eftergymnasial"][usize::from(random.is(if girl { part[3] } else { 50 }))];
        }
        if place {
            csv += [";Norrby;Egna AB", ";Norrby;Andra AB", ";Söderby;Andra AB", ";Söderby;Egna AB"][school];
        }
        let has = [part[4], part[7], part[8]].map(|part| part.max(50));
        let diploma = if random.is(has[0]) {
            ["Nej", "Ja"][usize::from(random.is(part[if programme == 0 { 5 } else { 6 }]))]
        } else {
            ""
        };
        let halves = random.is(has[1]).then(|| random.below(41));
        let points = halves.map_or(String::new(), |halves| format!("{},{}", halves / 2, halves % 2 * 5));
        let present = if random.is(has[2]) { (50 + random.below(51)).to_string() } else { String::new() };
        writeln!(csv, ";{diploma};{points};{present}").expect("a string takes everything");
    }
    csv
}

fn protected(seed: u64) -> Protected {
    read(&csv(seed))
}

fn read(csv: &str) -> Protected {
    let mut importer = Importer::new(None);
    importer.begin_file("elever.csv");
    importer.push(csv.as_bytes());
    Protected::new(importer.finish().dataset.expect("a dataset"))
}

/// What may be asked for: one school or all, single years or several, all programmes or one, beside a place or not.
fn selections(data: &Protected) -> Vec<Selection> {
    let count = |dim: Dim| u16::try_from(data.labels(dim).len()).expect("few");
    let programmes = std::iter::once(None).chain((0..count(Dim::Programme)).map(Some));
    let places = [Dim::Municipality, Dim::Provider].into_iter().filter(|dim| count(*dim) > 1);
    let whats: Vec<(Option<u16>, Option<Dim>)> =
        programmes.map(|programme| (programme, None)).chain(places.map(|place| (None, Some(place)))).collect();
    let mut selections = Vec::new();
    for focus in 0..=count(Dim::School) {
        let all = focus == count(Dim::School);
        let (focus, compared) = if all { (0, (1..focus).collect()) } else { (focus, Vec::new()) };
        for pooled in 0..=Selection::MOST_POOLED {
            selections.extend(whats.iter().map(|(programme, area)| Selection {
                focus,
                compared: compared.clone(),
                to: count(Dim::Year) - 1,
                programme: *programme,
                pooled,
                area: *area,
                ..Selection::default()
            }));
        }
    }
    selections
}

/// What is held back of all that a view, a table or a file of all values would take out.
fn held_back(data: &Protected) -> Vec<String> {
    let mut found = Vec::new();
    let new = || Leaving::of(data, Lang::Sv);
    let mut judge = |leaving: Leaving<'_>, what: &str, selection: Option<&Selection>| {
        let findings = leaving.attack();
        if !findings.clean() {
            found.push(format!("{what} {selection:?}: {findings:?}"));
        }
    };
    judge(new().pupils(&coverage_csv(data, "", Lang::Sv).1), "pupils", None);
    let indicators = || 0..data.profile.indicators.len();
    let divisions: Vec<Dim> =
        Dim::ALL.into_iter().filter(|dim| dim.is_group() && data.dimension(*dim).is_some()).collect();
    for selection in &selections(data) {
        judge(new().urval(selection), "urval", Some(selection));
        for of in indicators() {
            judge(trend(data, selection, of, "", Lang::Sv).leave(new(), selection.programme), "trend", Some(selection));
        }
        if !selection.compared.is_empty() {
            let all =
                indicators().fold(new(), |all, of| all.schools(&compare(data, selection, of, "", Lang::Sv), selection));
            judge(all, "compare", Some(selection));
        }
        for dim in divisions.iter().filter(|_| selection.programme.is_none() && selection.area.is_none()) {
            let selection = Selection { split: Some(*dim), ..selection.clone() };
            judge(new().urval_by(&selection, *dim), "urval by", Some(&selection));
            let all = indicators().filter_map(|of| groups(data, &selection, of, "", Lang::Sv));
            judge(all.fold(new(), |all, found| found.leave_all(all)), "groups", Some(&selection));
            let all =
                indicators().fold(new(), |all, of| over_years(data, &selection, of, "", Lang::Sv).leave(all, None));
            judge(all, "over years", Some(&selection));
        }
    }
    found
}

/// What is held back of all that can be shown of each school, with each division and without, and of all schools.
fn held_back_of_all(data: &Protected) -> Vec<String> {
    let new = || Leaving::of(data, Lang::Sv);
    let schools = 0..u16::try_from(data.labels(Dim::School).len()).expect("few");
    let divisions = Dim::ALL.into_iter().filter(|dim| dim.is_group() && data.dimension(*dim).is_some());
    let splits: Vec<Option<Dim>> = std::iter::once(None).chain(divisions.map(Some)).collect();
    let of_schools = schools.flat_map(|school| splits.iter().map(move |split| (school, *split)));
    let mut found = Vec::new();
    for (school, split) in of_schools {
        let findings = new().everything_of(school, split).attack();
        if !findings.clean() {
            found.push(format!("school {school} {split:?}: {findings:?}"));
        }
    }
    let findings = new().everything().attack();
    if !findings.clean() {
        found.push(format!("everything: {findings:?}"));
    }
    found
}

/// Ours: that of Skolverket lets numbers be computed.
fn rules() -> impl Iterator<Item = Protection> {
    Protection::CHOICES.into_iter().filter(|protection| protection.rules != RuleSet::Skolverket)
}

/// The first rows of a file.
fn rows(csv: &str, rows: usize) -> String {
    csv.lines().take(1 + rows).fold(String::new(), |csv, line| csv + line + "\n")
}

#[test]
fn what_is_shown_of_small_files_may_leave() {
    // Four of them were held back once: no tables were found beside sums of means, or a mean had been hidden that its parts tell.
    for (seed, rule) in [(30, 0), (57, 0), (67, 1), (81, 1), (2, 3)] {
        let data = protected(seed).with(Protection::CHOICES[rule]);
        assert_eq!(held_back(&data), Vec::<String>::new(), "{seed} {rule}");
    }
}

/// Under each rule, files of their own of few pupils: small enough for what hides and what attacks to be tried on many.
#[test]
fn all_of_tiny_files_may_leave() {
    for (at, protection) in rules().enumerate() {
        for seed in (1000..).skip(at).step_by(5).take(FILES) {
            let data = read(&rows(&csv(seed), 24 + usize::try_from(seed % 7).expect("few") * 8)).with(protection);
            assert_eq!(held_back_of_all(&data), Vec::<String>::new(), "{seed} {protection:?}");
        }
    }
}

const FILES: usize = 9;

/// So many files under every rule of ours. Prints how many of them are held back, and what of them.
fn try_all(files: u64, held_back: &dyn Fn(&Protected) -> Vec<String>) -> usize {
    let (mut tried, mut held) = (0, 0);
    for seed in 0..files {
        let data = protected(seed);
        for protection in rules() {
            let found = held_back(&data.with(protection));
            tried += 1;
            held += usize::from(!found.is_empty());
            for found in found {
                println!("{seed} {protection:?}: {found}");
            }
        }
    }
    println!("{tried} files and rules, {held} held back");
    held
}

// One is known, under the rule for the screen alone: what is shown of single years was decided before numbers of pupils of years put
// together, and with its means these tell a number of pupils within one less than they should (seed 215).
#[test]
#[ignore = "takes half an hour, with optimization minutes"]
fn all_of_small_files_may_leave() {
    assert!(try_all(300, &held_back_of_all) <= 1);
}

// Two files are known, under two rules each: a mean that is hidden for others' sake, of one gender or of a provider, that the shown
// ones tell within a tenth (seeds 47 and 188).
#[test]
#[ignore = "takes half an hour, with optimization minutes"]
fn all_that_is_shown_of_small_files_may_leave() {
    assert!(try_all(300, &held_back) <= 4);
}
