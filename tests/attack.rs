//! The attack on Skolverket's own report 88: how many of its `..` can be computed from the rest. Skipped, and saying so, where the
//! files are not there.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use indicator_explorer::attack::{
    Base, Column, Document, Findings, Kind, Mark, Measure, Relation, Row, Rule, Says, Table, attack,
};

/// Where the columns stand.
const CODE: usize = 1;
const PROGRAMME: usize = 7;
const RESULTS: [usize; 3] = [8, 9, 10];

const ALL: &str = "Nationella program";
const VOCATIONAL: &str = "Yrkesprogram";
const PREPARATORY: &str = "Högskoleförberedande program";

/// The programmes that prepare for higher education; all others are vocational.
const PREPARING: [&str; 7] = [
    "Ekonomiprogrammet",
    "Estetiska programmet",
    "Humanistiska programmet",
    "Naturvetenskapsprogrammet",
    "Samhällsvetenskapsprogrammet",
    "Teknikprogrammet",
    "International Baccalaureate",
];

fn share() -> Measure {
    Measure { name: String::new(), base: Base::Pupils, kind: Kind::Share, rounded_to: None }
}

fn mark(text: &str, says: Says) -> Mark {
    Mark { text: text.to_owned(), says }
}

/// Number of pupils, examen and studiebevis of every school and programme, as printed.
fn report_88(year: u16) -> Option<Document> {
    let path = format!("../shared/data/skolverket88/gymnasiet_avgangselever_{year}.csv");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: {} is not on this machine", path.display());
        return None;
    };
    let percent = |of| Column::Share { of, decimals: 1 };
    let mut table = Table { columns: vec![Column::Pupils, percent(0), percent(1)], ..Table::default() };
    let mut schools: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in text.lines() {
        let fields: Vec<&str> = line.split(';').collect();
        if fields.len() > 12 && fields[CODE].bytes().all(|byte| byte.is_ascii_digit()) && !fields[CODE].is_empty() {
            schools.entry(fields[CODE]).or_default().push(fields[PROGRAMME]);
            table.rows.push(Row {
                group: format!("{} · {}", fields[CODE], fields[PROGRAMME]),
                cells: RESULTS.map(|at| fields[at].to_owned()).to_vec(),
            });
        }
    }
    let mut relations = vec![Relation::Outcomes(vec![0, 1])];
    for (code, programmes) in schools {
        let (totals, single): (Vec<&str>, Vec<&str>) =
            programmes.into_iter().partition(|name| [ALL, VOCATIONAL, PREPARATORY].contains(name));
        let (preparing, vocational): (Vec<&str>, Vec<&str>) =
            single.into_iter().partition(|name| PREPARING.contains(name));
        for (whole, parts) in [(ALL, vec![VOCATIONAL, PREPARATORY]), (VOCATIONAL, vocational), (PREPARATORY, preparing)]
        {
            let parts = parts.into_iter().filter(|part| whole != ALL || totals.contains(part));
            let parts: Vec<String> = parts.map(|part| format!("{code} · {part}")).collect();
            if totals.contains(&whole) && !parts.is_empty() {
                relations.push(Relation::Parts { whole: format!("{code} · {whole}"), parts });
            }
        }
    }
    let few = Says::WithheldInSource { lowest: 1, highest: Some(9) };
    let legend = vec![mark("..", few), mark(".", Says::Exactly(0))];
    Some(Document { measures: vec![share(), share()], legend, tables: vec![table], relations })
}

fn attacked(year: u16) -> Option<Findings> {
    let document = report_88(year)?;
    let start = Instant::now();
    let found = attack(&document, &Rule::SKOLVERKET);
    println!("{year}: {} ms, {found:?}", start.elapsed().as_millis());
    Some(found)
}

#[test]
fn two_thirds_of_what_skolverket_withholds_can_be_computed() {
    let Some(found) = attacked(2021) else { return };
    assert_eq!((found.tried, found.computable, found.within_two), (6305, 4182, 204));
    assert_eq!((found.contradictory, found.unreadable, found.unproven), (0, 0, 0));
}

#[test]
fn schools_that_do_not_fit_their_marks_are_set_aside() {
    let Some(found) = attacked(2020) else { return };
    assert_eq!((found.tried, found.computable), (6553, 4153));
    assert_eq!((found.contradictory, found.unreadable, found.unproven), (21, 0, 0));
}
