//! Any bytes → a dataset or a sentence, however they are cut.
//!
//! The input is one file, or several with the byte 0x1c (file separator) between them, so that the seeds in `corpus` are plain files. How
//! it is cut is told by a hash of it. `cargo xtask fuzz` builds and runs this; without a fuzzer, any input can be tried by giving its
//! path to the program.

#![no_main]

use indicator_explorer::data::{Dataset, Dim, Lang};
use indicator_explorer::disclose::Protected;
use indicator_explorer::ingest::{Importer, Ingested};
use indicator_explorer::query::{Filter, Selection, group};
use indicator_explorer::view::report::report;
use indicator_explorer::view::table_csv::table_csv;
use indicator_explorer::view::{overview, trend};
use libfuzzer_sys::fuzz_target;

/// Bytes between the files of one input.
const FILE_SEPARATOR: u8 = 0x1c;
/// Longer than what is held back to find out what kind of file it is.
const LONG: usize = 70_000;

fuzz_target!(|input: &[u8]| {
    let hash = hash(input);
    let repairs = hash & 1 == 1;
    let mut files: Vec<Vec<u8>> = input.split(|byte| *byte == FILE_SEPARATOR).take(4).map(<[u8]>::to_vec).collect();
    if hash % 61 == 0 {
        lengthen(&mut files[0]);
    }
    let whole = import(&files, repairs, usize::MAX, usize::MAX);
    check(&whole);
    let longest = files.iter().map(Vec::len).max().unwrap_or(0);
    let cut = usize::try_from(hash >> 8).unwrap_or(0) % (longest + 1);
    let then = if hash & 2 == 2 && longest < LONG { 1 + usize::from(hash.to_le_bytes()[1] % 7) } else { usize::MAX };
    let split = import(&files, repairs, cut, then);
    assert_eq!(
        whole.dataset, split.dataset,
        "another dataset where the files are cut at {cut}, then every {then} bytes"
    );
    assert_eq!(whole.report, split.report, "another report where the files are cut at {cut}, then every {then} bytes");
});

/// FNV-1a.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Repeats the second half of a file until the head no longer holds all of it, where that gives more rows.
fn lengthen(file: &mut Vec<u8>) {
    let half = file[file.len() / 2..].to_vec();
    while half.contains(&b'\n') && file.len() < LONG {
        file.extend_from_slice(&half);
    }
}

/// Reads the files, each cut in two at `cut` and the rest into pieces of `then` bytes.
fn import(files: &[Vec<u8>], repairs: bool, cut: usize, then: usize) -> Ingested {
    let mut importer = Importer::new(None);
    if repairs {
        importer = importer.repairing();
    }
    for (index, file) in files.iter().enumerate() {
        importer.begin_file(&format!("fil {index}.csv"));
        let (first, rest) = file.split_at(cut.min(file.len()));
        importer.push(first);
        rest.chunks(then).for_each(|piece| importer.push(piece));
    }
    importer.finish()
}

/// What holds of every import.
fn check(found: &Ingested) {
    let counted = &found.report;
    for file in &counted.files {
        let aside: u64 = file.set_aside.iter().map(|group| group.rows).sum();
        assert_eq!(file.rows_read, file.rows_used + aside, "every row of {} is accounted for", file.name);
        assert!(file.refused.is_none() || file.rows_used == 0, "a refused file gives no row");
    }
    assert_eq!(counted.rows_used(), found.dataset.as_ref().map_or(0, |dataset| dataset.rows));
    assert_eq!(
        found.dataset.is_some(),
        counted.files.iter().any(|file| file.refused.is_none()),
        "a dataset or a reason"
    );
    let profile = found.dataset.as_ref().map(|dataset| &dataset.profile);
    for lang in [Lang::Sv, Lang::En] {
        let words = report(counted, profile, lang);
        assert!(!words.heading.is_empty() && !words.say.is_empty() && words.notes.iter().all(|note| !note.is_empty()));
        for file in &words.files {
            assert!(file.refused.iter().all(|(what, then)| !what.is_empty() && !then.is_empty()), "{file:?}");
            assert!(file.problems.iter().all(|problem| !problem.is_empty()));
        }
    }
    if let Some(dataset) = &found.dataset {
        views(dataset, if counted.rows_read() % 2 == 0 { Lang::Sv } else { Lang::En });
    }
}

/// No view stumbles, and no exported field begins like a formula.
fn views(dataset: &Dataset, lang: Lang) {
    let by: Vec<Dim> = dataset.dimensions.iter().map(|dimension| dimension.dim).collect();
    group(dataset, &Filter::all(), &by);
    let selection = Selection::first(dataset);
    let dataset = &Protected::new(dataset.clone());
    overview::overview(dataset, &selection, "fil.csv", lang);
    let shown = trend::trend(dataset, &selection, 0, "fil.csv", lang);
    let csv = String::from_utf8(table_csv(&shown.table, &shown.table.caption, &shown.footnotes, "underlag"));
    let csv = csv.expect("UTF-8");
    for begins in ['=', '+', '-', '@', '\t', '\r'] {
        let bad = format!(";\"{begins}");
        assert!(
            !csv.contains(&bad) && !csv.contains(&format!("\n\"{begins}")),
            "a field begins with {begins:?}: {csv}"
        );
    }
}
