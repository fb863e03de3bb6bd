//! The vectors of the specification, and laws against enumeration.
//!
//! Which tests hold each vector. Those of `attack` begin with the printed strings; `here` is `vectors` and `nested`.
//!
//! | vector | what it is about | here | elsewhere |
//! | --- | --- | --- | --- |
//! | V1 | one relation | `v1_one_relation` | `attack` |
//! | V2 | a residual below ten | `v2_a_residual_below_ten` | `attack` |
//! | V3, V4 | groupings that cross | `v3_two_groupings_that_cross`, `v4_two_groupings_from_the_threshold_alone` | `attack` |
//! | V5 | linked tables | `v5_linked_tables` | `attack` |
//! | V6 | the reference of elimination | `v6_the_reference_of_elimination` | `attack` |
//! | V7, V8 | zeros and singletons | `v7_zeros`, `v8_zeros_are_hidden_like_ones` | `attack` |
//! | V9, V9b | widths, whole numbers | `v9_widths`, `v9b_whole_numbers_see_what_linear_ones_do_not` | `attack` |
//! | V10 | no more than needed | `v10_nothing_more_than_needed`, `laws` | `attack` |
//! | V11 | one mark | `v11_one_mark` | `attack`; `view::words`: one word for all |
//! | V12 | cumulative shares | `v12_who_has_a_diploma_after_three_years_has_it_after_four`, a law | `attack`; `view::leaving`, from a file |
//! | V13, V14 | shares and intervals without their pupils | `laws`: none is shown without them | `attack` |
//! | V15 | means of few grades | `v15_*` | `attack`; `tests/protection.rs`, from a file |
//! | V16 | public numbers of pupils | `v16_results_are_hidden_though_pupils_are_known`, `laws` | `attack` |
//! | V17 | symbols that are bounds | `v17_the_bound_of_a_symbol_is_known` | `attack` |
//! | V18 | two tables of one report | `v18_two_tables_of_one_report` | `attack`; `view::leaving`, between files |
//! | V19 | the six leaks of the agency's scheme | `v19_*` | `attack` |
//! | V20 | whoever replays the algorithm | cannot be repaired | `view::protection`: the page says so |

mod enumerate;
mod few;
mod laws;
mod nested;
mod vectors;

use super::fate::Exposed;
use super::frame::Frame;
use super::greedy::Candidate;
use super::merge::Layout;
use super::publish::Report;
use super::table::FREE;
use super::watch::{Secret, Watch};
use super::*;

/// Cells that are open, by their atoms' numbers.
pub(super) fn system(atoms: &[u64], cells: &[Vec<u32>]) -> System {
    let sum = |cell: &Vec<u32>| Value::Known(cell.iter().map(|atom| atoms[*atom as usize]).sum());
    let cell = |cell: &Vec<u32>| Cell { atoms: cell.clone(), role: Role::Open, pupils: sum(cell) };
    System { atoms: atoms.len(), cells: cells.iter().map(cell).collect(), indicators: Vec::new() }
}

/// A table of rows and columns with all its totals: cells row by row, then row totals, column totals, the total.
pub(super) fn crossing(rows: u32, columns: u32) -> Vec<Vec<u32>> {
    let mut cells: Vec<Vec<u32>> = (0..rows * columns).map(|atom| vec![atom]).collect();
    cells.extend((0..rows).map(|row| (0..columns).map(|column| row * columns + column).collect()));
    cells.extend((0..columns).map(|column| (0..rows).map(|row| row * columns + column).collect()));
    cells.push((0..rows * columns).collect());
    cells
}

fn at_once<T>(work: impl AsyncFnOnce(&Pace) -> T) -> T {
    let mut done = None;
    Work::new(async |pace: &Pace| done = Some(work(pace).await)).finish();
    done.expect("work that is finished")
}

/// Cells withheld beside those that are named secret, each with how far apart it must be.
pub(super) fn beside(atoms: &[u64], cells: &[Vec<u32>], secret: &[(usize, i64)]) -> Vec<usize> {
    let system = system(atoms, cells);
    let layout = at_once(async |pace| Layout::new(&system, pace).await);
    let pace = Pace::default();
    let frame = Frame::new(&system, &layout, &Rule::STRICT, &pace);
    let rows = frame.rows(&mut system.cells.iter().map(|cell| cell.pupils));
    let truth = truth::Truth::find(&layout, &rows, vec![FREE; layout.unknowns()]);
    assert!(truth.fits.iter().all(|fits| *fits));
    let row_of = |cell: usize| layout.row_of[cell] as usize;
    let secrets = secret.iter().map(|(cell, apart)| Secret {
        group: Frame::group(row_of(*cell), 0, 1),
        part: 0,
        apart: *apart,
        step: 1,
        counts: true,
    });
    let (values, most) = (truth.value.clone(), truth.most.clone());
    let watch = Watch { layers: 1, values, most, facts: Vec::new(), secrets: secrets.collect() };
    let candidates = (0..cells.len()).filter(|cell| secret.iter().all(|(secret, _)| secret != cell));
    let candidates: Vec<Candidate> = candidates
        .map(|cell| Candidate { row: row_of(cell), part: 0, pupils: truth.sum(&layout, row_of(cell)) })
        .collect();
    let groups_of = |_: usize, of: Candidate, groups: &mut Vec<table::Group>| groups.push(Frame::group(of.row, 0, 1));
    let mut exposed = Exposed::default();
    let report = Report { watches: vec![watch], candidates: &candidates, groups_of: &groups_of, fits: &truth.fits };
    let publish = async |_: &Pace| report.publish(&frame, &mut exposed).await;
    let shown = at_once(publish).shown;
    let is_shown = |row: usize| candidates.iter().zip(&shown).any(|(of, shown)| of.row == row && *shown);
    (0..cells.len())
        .filter(|cell| !is_shown(row_of(*cell)) && secret.iter().all(|(secret, _)| secret != cell))
        .collect()
}

/// Numbers of the cells that are withheld, primary and secondary.
pub(super) fn withheld(fates: &[Fate]) -> (Vec<usize>, Vec<usize>) {
    let those = |primary: bool| -> Vec<usize> {
        (0..fates.len()).filter(|cell| fates[*cell] == Fate::Withheld { primary }).collect()
    };
    (those(true), those(false))
}
