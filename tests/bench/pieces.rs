//! Native times of the pieces: `cargo bench --bench pieces`.

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use indicator_explorer::data::{Dataset, Dim, Lang, pupil_profile};
use indicator_explorer::demo;
use indicator_explorer::disclose::Protected;
use indicator_explorer::disclose::pattern::{self, Rule};
use indicator_explorer::ingest::{Importer, Ingested, pieces};
use indicator_explorer::query::{Filter, group};
use indicator_explorer::view::leaving::Leaving;

#[path = "../disclosure/generate.rs"]
#[expect(dead_code, reason = "relations are for the comparison of methods")]
mod generate;

use generate::{Shape, Ties, generate};

const ROWS: u64 = 100_000;
/// Bytes at a time, as the page hands them on.
const PIECE: usize = 128 * 1024;

fn main() {
    divan::main();
}

fn file() -> Vec<u8> {
    let mut bytes = Vec::new();
    demo::large_csv(ROWS, demo::SEED, &mut bytes).expect("a vector takes every byte");
    bytes
}

fn read(bytes: &[u8]) -> Ingested {
    let mut importer = Importer::new(None);
    importer.begin_file("elever.csv");
    bytes.chunks(PIECE).for_each(|piece| importer.push(piece));
    importer.finish()
}

/// Bytes to dataset and report.
#[divan::bench]
fn import(bencher: Bencher) {
    let bytes = file();
    bencher.counter(BytesCount::new(bytes.len())).bench_local(|| read(black_box(&bytes)));
}

/// Bytes to fields.
#[divan::bench]
fn scan(bencher: Bencher) {
    let bytes = file();
    bencher.counter(BytesCount::new(bytes.len())).bench_local(|| pieces::scan(black_box(&bytes)));
}

/// Fields to values: attendance (numbers) and diplomas (yes or no). The scan is in it.
#[divan::bench(args = [0, 1])]
fn fields(bencher: Bencher, indicator: usize) {
    let (bytes, profile) = (file(), pupil_profile());
    let indicator_of = &profile.indicators[indicator];
    bencher
        .counter(ItemsCount::new(usize::try_from(ROWS).unwrap_or(0)))
        .bench_local(|| pieces::fields(black_box(&bytes), 7 + indicator, indicator_of));
}

/// Fields to labels: school years, schools, programmes. The scan is in it.
#[divan::bench(args = [0, 1, 4])]
fn dictionary(bencher: Bencher, column: usize) {
    let bytes = file();
    bencher
        .counter(ItemsCount::new(usize::try_from(ROWS).unwrap_or(0)))
        .bench_local(|| pieces::dictionary(black_box(&bytes), column));
}

/// Dataset to cells, by columns as in `cargo xtask table --by`.
#[divan::bench(args = ["", "läsår", "skola,läsår", "program,läsår"])]
fn group_all(bencher: Bencher, by: &str) {
    let by: Vec<Dim> = by.split(',').filter_map(Dim::from_id).collect();
    group_by(bencher, |_| Filter::all(), &by);
}

/// One school of forty by läsår.
#[divan::bench]
fn group_one_school(bencher: Bencher) {
    group_by(bencher, |_| Filter::all().with(Dim::School, [0]), &[Dim::Year]);
}

fn group_by(bencher: Bencher, filter: impl Fn(&Dataset) -> Filter, by: &[Dim]) {
    let ingested = read(&file());
    let dataset = ingested.dataset.as_ref().expect("every row of the file can be used");
    let filter = filter(dataset);
    bencher.counter(ItemsCount::new(dataset.entries())).bench_local(|| group(black_box(dataset), &filter, by));
}

/// One school: twenty programmes by three kön with totals and types, five läsår; numbers of pupils (0), with a share (1), with
/// a mean, too (2).
#[divan::bench(args = [0, 1, 2])]
fn pattern_one_school(bencher: Bencher, indicators: usize) {
    let shape = Shape { schools: 1, years: 5, programmes: (20, 20), genders: 3, ties: Ties::None };
    pattern_of(bencher, shape, indicators);
}

/// A nation: 1 300 schools with two to six programmes and their totals and types, five läsår.
#[divan::bench(args = [0, 1, 2])]
fn pattern_nation(bencher: Bencher, indicators: usize) {
    let shape = Shape { schools: 1_300, years: 5, programmes: (2, 6), genders: 1, ties: Ties::None };
    pattern_of(bencher, shape, indicators);
}

/// The same with totals of all schools per läsår.
#[divan::bench(args = [0, 1, 2])]
fn pattern_nation_with_totals(bencher: Bencher, indicators: usize) {
    let shape = Shape { schools: 1_300, years: 5, programmes: (2, 6), genders: 1, ties: Ties::Totals };
    pattern_of(bencher, shape, indicators);
}

fn pattern_of(bencher: Bencher, shape: Shape, indicators: usize) {
    let mut system = generate(shape, demo::SEED).system;
    system.indicators.truncate(indicators);
    bencher
        .counter(ItemsCount::new(system.cells.len()))
        .bench_local(|| pattern::pattern(black_box(&system), &Rule::STRICT));
}

/// The invented data, and the national file of a year where it is on this machine.
const DATA: [&str; 2] = ["demo", "nation"];

fn protected(name: &str) -> Option<Protected> {
    let national = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/skolverket88/gymnasiet_avgangselever_2021.csv");
    let bytes = if name == "demo" { demo::csv(demo::SEED) } else { std::fs::read(national).ok()? };
    read(&bytes).dataset.map(Protected::new)
}

/// Everything that the views can show, protected: groups, system, pattern. Once per file and rule.
#[divan::bench(args = DATA)]
fn protect(bencher: Bencher, name: &str) {
    let Some(data) = protected(name) else { return };
    bencher.bench_local(|| black_box(&data).with(data.protection()).costs());
}

/// The attack on all of it.
#[divan::bench(args = DATA)]
fn attack(bencher: Bencher, name: &str) {
    let Some(data) = protected(name) else { return };
    data.costs();
    bencher.bench_local(|| Leaving::of(black_box(&data), Lang::Sv).everything().attack());
}
