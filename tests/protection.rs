//! Protection and attack on whole datasets: what the views print stands the attack.

use std::time::Instant;

use indicator_explorer::data::{Lang, Protection};
use indicator_explorer::demo;
use indicator_explorer::disclose::Protected;
use indicator_explorer::ingest::Importer;
use indicator_explorer::view::leaving::Leaving;

fn protected(files: &[(&str, Vec<u8>)]) -> Protected {
    let mut importer = Importer::new(None);
    for (name, bytes) in files {
        importer.begin_file(name);
        importer.push(bytes);
    }
    Protected::new(importer.finish().dataset.expect("a dataset"))
}

fn shared(path: &str) -> Option<Vec<u8>> {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(path);
    std::fs::read(&file).map_err(|_| println!("skipped: {} is not on this machine", file.display())).ok()
}

#[test]
fn the_demo_stands_the_attack_under_every_rule() {
    let data = protected(&[(demo::file_name(), demo::csv(demo::SEED))]);
    for protection in Protection::CHOICES {
        let data = data.with(protection);
        let begun = Instant::now();
        let costs = *data.costs();
        let (protecting, begun) = (begun.elapsed(), Instant::now());
        let found = Leaving::of(&data, Lang::Sv).everything().attack();
        println!("{protection:?}: {costs:?}\n  {found:?}\n  {protecting:?} {:?}", begun.elapsed());
        for (group, of, lo, hi, proven) in
            Leaving::of(&data, Lang::Sv).everything().hulls().into_iter().filter(|hull| hull.2 == hull.3).take(12)
        {
            println!("    {group} {of:?} {lo}..{hi} {proven}");
        }
    }
}

#[test]
fn national_files() {
    let Some(bytes) = shared("skolverket88/gymnasiet_avgangselever_2021.csv") else { return };
    let ends: Vec<usize> = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at).collect();
    let bytes = bytes[..ends[420]].to_vec();
    let data = protected(&[("2021.csv", bytes)]);
    for protection in Protection::CHOICES.into_iter().take(1) {
        let data = data.with(protection);
        let begun = Instant::now();
        let costs = *data.costs();
        let (protecting, begun) = (begun.elapsed(), Instant::now());
        let found = Leaving::of(&data, Lang::Sv).everything().attack();
        println!("{protection:?}: {costs:?}\n  {found:?}\n  {protecting:?} {:?}", begun.elapsed());
        let (_, document) = Leaving::of(&data, Lang::Sv).everything().judge(&[]);
        for group in ["Alströmergymnasiet Sektor 6", "Apelrydsskolan i Båstad"] {
            let school = group.split(" · ").next().unwrap();
            for row in document.tables.iter().flat_map(|table| &table.rows).filter(|row| row.group.starts_with(school))
            {
                println!("       {row:?}");
            }
        }
    }
}
