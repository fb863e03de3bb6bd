//! Laws of the importer, tried on rows that are made up.
//!
//! | module | what holds |
//! | --- | --- |
//! | `any` | any bytes give a dataset or a sentence; how they are cut changes nothing |
//! | `pupils` | order, encoding, repetition and columns that are not read change nothing; files add up |
//! | `forms` | plain, long and wide tables of the same numbers give the same cells |
//! | `quoting` | what is written as RFC 4180 says is read as it was |

mod any;
mod forms;
mod pupils;
mod quoting;
mod rows;

use indicator_explorer::data::{Cell, Dataset, Dimension, Lang, Slot};
use indicator_explorer::ingest::{Importer, Ingested};
use indicator_explorer::view::report::report;
use proptest::prelude::ProptestConfig;

/// So many times fewer cases than usual (256, or `PROPTEST_CASES`): each is several imports.
fn few(times: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: (usual.cases / times).max(1), ..usual }
}

/// Imports files in pieces of `cut` bytes, and checks what holds of every import.
fn import_cut(files: &[Vec<u8>], cut: usize) -> Ingested {
    let mut importer = Importer::new(None);
    for (index, bytes) in files.iter().enumerate() {
        importer.begin_file(&format!("fil {index}.csv"));
        bytes.chunks(cut.max(1)).for_each(|chunk| importer.push(chunk));
    }
    let found = importer.finish();
    for file in &found.report.files {
        let aside: u64 = file.set_aside.iter().map(|group| group.rows).sum();
        assert_eq!(file.rows_read, file.rows_used + aside, "every row of {} is accounted for", file.name);
    }
    let rows = found.dataset.as_ref().map_or(0, |dataset| dataset.rows);
    assert_eq!(rows, found.report.rows_used(), "the dataset holds the rows that are used");
    found
}

fn import(files: &[Vec<u8>]) -> Ingested {
    import_cut(files, usize::MAX)
}

/// The dataset of files that are all used, or are repetitions.
fn dataset(files: &[Vec<u8>]) -> Dataset {
    let found = import(files);
    found.dataset.unwrap_or_else(|| panic!("no dataset: {:?}", found.report))
}

/// All that a dataset says, apart from how many lines said it.
fn said(dataset: Dataset) -> (Vec<Dimension>, Vec<Slot>, Vec<Cell>) {
    (dataset.dimensions, dataset.pupils, dataset.cells)
}

/// Whether an import says in both languages what became of it.
fn is_explained(found: &Ingested) -> bool {
    let profile = found.dataset.as_ref().map(|dataset| &dataset.profile);
    [Lang::Sv, Lang::En].into_iter().all(|lang| {
        let words = report(&found.report, profile, lang);
        let is_said = |text: &String| !text.trim().is_empty();
        let files = words.files.iter().zip(&found.report.files).all(|(view, file)| {
            let refusal = view.refused.iter().all(|(what, then)| is_said(what) && is_said(then));
            refusal && view.refused.is_some() == file.refused.is_some() && view.problems.iter().all(is_said)
        });
        is_said(&words.heading) && is_said(&words.say) && files && words.notes.iter().all(is_said)
    })
}
