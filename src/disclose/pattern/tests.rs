//! The vectors of the specification, and laws against enumeration.

mod enumerate;
mod laws;
mod nested;
mod vectors;

use super::fate::Exposed;
use super::frame::{Frame, Secret, Watch};
use super::greedy::Candidate;
use super::guard::Guard;
use super::merge::Layout;
use super::table::{FREE, Table};
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

/// Cells withheld beside those that are named secret, each with how far apart it must be.
pub(super) fn beside(atoms: &[u64], cells: &[Vec<u32>], secret: &[(usize, i64)]) -> Vec<usize> {
    let system = system(atoms, cells);
    let layout = Layout::new(&system);
    let frame = Frame::new(&system, &layout, &Rule::STRICT);
    let rows = frame.rows(system.cells.iter().map(|cell| cell.pupils));
    let truth = truth::Truth::find(&layout, &rows, vec![FREE; layout.unknowns()]);
    assert!(truth.fits.iter().all(|fits| *fits));
    let table = Table::new(&layout, 1, truth.value.clone(), truth.most.clone());
    let row_of = |cell: usize| layout.row_of[cell] as usize;
    let secrets = secret.iter().map(|(cell, apart)| Secret {
        group: Frame::group(row_of(*cell), 0, 1),
        apart: *apart,
        counts: true,
    });
    let watch = Watch { guard: Guard::new(table), facts: Vec::new(), secrets: secrets.collect() };
    let candidates = (0..cells.len()).filter(|cell| secret.iter().all(|(secret, _)| secret != cell));
    let candidates: Vec<Candidate> = candidates
        .map(|cell| Candidate { row: row_of(cell), part: 0, pupils: truth.sum(&layout, row_of(cell)) })
        .collect();
    let groups_of = |_: usize, of: Candidate, groups: &mut Vec<table::Group>| groups.push(Frame::group(of.row, 0, 1));
    let (shown, _) = frame.publish(vec![watch], &candidates, &groups_of, &truth.fits, &mut Exposed::default());
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
