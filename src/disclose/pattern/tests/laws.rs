//! Laws that hold for every small system, against enumeration of all tables.

use proptest::prelude::*;

use super::enumerate::hulls;
use super::*;

/// Up to six atoms with their pupils, each a cell, and up to five cells of several.
fn any_system() -> impl Strategy<Value = (Vec<u64>, Vec<Vec<u32>>)> {
    let size = prop_oneof![3 => 0..5_u64, 2 => 3..9_u64];
    proptest::collection::vec(size, 2..=6).prop_flat_map(|atoms| {
        let count = atoms.len() as u32;
        let cell = proptest::collection::btree_set(0..count, 1..=count as usize);
        let wider = proptest::collection::vec(cell, 1..=5);
        (Just(atoms), wider).prop_map(move |(atoms, wider)| {
            let mut cells: Vec<Vec<u32>> = (0..count).map(|atom| vec![atom]).collect();
            cells.extend(wider.into_iter().map(|cell| cell.into_iter().collect::<Vec<_>>()));
            cells.sort();
            cells.dedup();
            (atoms, cells)
        })
    })
}

/// Small groups, so that small tables have large ones.
const SMALL: Rule = Rule { pupils: 3, reached: 2, missed: 2, extreme_below: 4, ..Rule::STRICT };

fn published(cells: &[Vec<u32>], fates: &[Fate]) -> Vec<Vec<u32>> {
    let shown = cells.iter().zip(fates).filter(|(_, fate)| fate.is_shown());
    shown.map(|(cell, _)| cell.clone()).collect()
}

/// Whether every primary cell is as far apart as the rule asks. Nobody is bounded but by the sums, beyond what matters.
fn is_safe(atoms: &[u64], cells: &[Vec<u32>], published: &[Vec<u32>], primary: &[Vec<u32>]) -> bool {
    let total: u64 = atoms.iter().sum::<u64>() + SMALL.pupils;
    let most: Vec<u64> = (0..atoms.len())
        .map(|atom| {
            let sums = published.iter().filter(|cell| cell.contains(&(atom as u32)));
            sums.map(|cell| cell.iter().map(|atom| atoms[*atom as usize]).sum()).min().unwrap_or(total)
        })
        .collect();
    let _ = cells;
    // An atom in no published cell is free: leave it out of the enumeration.
    let free: Vec<bool> = most.iter().map(|most| *most == total).collect();
    let most: Vec<u64> = most.iter().zip(&free).map(|(most, free)| if *free { 0 } else { *most }).collect();
    let atoms: Vec<u64> = atoms.iter().zip(&free).map(|(atom, free)| if *free { 0 } else { *atom }).collect();
    let hulls = hulls(&atoms, &most, published, primary);
    primary.iter().zip(hulls).all(|(cell, (least, most))| {
        cell.iter().any(|atom| free[*atom as usize]) || most - least >= SMALL.pupils_apart()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn hidden_stays_hidden_and_no_more_than_needed((atoms, cells) in any_system()) {
        let found = pattern(&system(&atoms, &cells), &SMALL);
        let shown = published(&cells, &found.pupils);
        let those = |primary| -> Vec<Vec<u32>> {
            let fate = Fate::Withheld { primary };
            cells.iter().zip(&found.pupils).filter(|(_, it)| **it == fate).map(|(cell, _)| cell.clone()).collect()
        };
        let (primary, secondary) = (those(true), those(false));
        prop_assert!(is_safe(&atoms, &cells, &shown, &primary));
        // D1 for the secondary, and that none can be given back.
        let most = vec![atoms.iter().sum::<u64>(); atoms.len()];
        for (cell, (least, most)) in secondary.iter().zip(hulls(&atoms, &most, &shown, &secondary)) {
            prop_assert!(least < most, "{cell:?} can be computed");
            let more: Vec<Vec<u32>> = shown.iter().cloned().chain([cell.clone()]).collect();
            prop_assert!(!is_safe(&atoms, &cells, &more, &primary), "{cell:?} could be shown");
        }
    }
}
