//! Laws that hold for every small system, against enumeration of all tables.

use proptest::prelude::*;

use super::enumerate::hulls;
use super::lists::index;
use super::vectors::told;
use super::*;

/// Some atoms with their pupils, each a cell, and up to five cells of several.
fn any_system(most: usize) -> impl Strategy<Value = (Vec<u64>, Vec<Vec<u32>>)> {
    let size = prop_oneof![3 => 0..5_u64, 2 => 3..9_u64];
    proptest::collection::vec(size, 2..=most).prop_flat_map(|atoms| {
        let count = index(atoms.len());
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
fn is_safe(atoms: &[u64], published: &[Vec<u32>], primary: &[Vec<u32>]) -> bool {
    let total: u64 = atoms.iter().sum::<u64>() + SMALL.pupils;
    let most: Vec<u64> = (0..atoms.len())
        .map(|atom| {
            let sums = published.iter().filter(|cell| cell.contains(&index(atom)));
            sums.map(|cell| cell.iter().map(|atom| atoms[*atom as usize]).sum()).min().unwrap_or(total)
        })
        .collect();
    // An atom in no published cell is free: leave it out of the enumeration.
    let free: Vec<bool> = most.iter().map(|most| *most == total).collect();
    let most: Vec<u64> = most.iter().zip(&free).map(|(most, free)| if *free { 0 } else { *most }).collect();
    let atoms: Vec<u64> = atoms.iter().zip(&free).map(|(atom, free)| if *free { 0 } else { *atom }).collect();
    let hulls = hulls(&atoms, &most, published, primary);
    primary.iter().zip(hulls).all(|(cell, (least, most))| {
        cell.iter().any(|atom| free[*atom as usize]) || most - least >= SMALL.pupils_apart()
    })
}

/// What the law on shares says of one system.
fn shares_are_safe(atoms: &[u64], cells: &[Vec<u32>], reached: &[u64]) -> Result<(), TestCaseError> {
    let reached: Vec<u64> = atoms.iter().zip(reached).map(|(pupils, reached)| *reached.min(pupils)).collect();
    let found = told(atoms, cells, &[&reached], Link::Free, &SMALL);
    let outcome = &found.indicators[0].outcome;
    for (cell, (pupils, outcome)) in cells.iter().zip(found.pupils.iter().zip(outcome)) {
        prop_assert!(pupils.is_shown() || !outcome.is_shown(), "{cell:?}");
    }
    // Everybody knows all pupils.
    let hidden: Vec<Vec<u32>> =
        cells.iter().zip(outcome).filter(|(_, it)| !it.is_shown()).map(|(it, _)| it.clone()).collect();
    let of = |cell: &Vec<u32>, of: &[u64]| cell.iter().map(|atom| of[*atom as usize]).sum::<u64>();
    for (cell, (least, most)) in hidden.iter().zip(hulls(&reached, atoms, &published(cells, outcome), &hidden)) {
        let (pupils, reached) = (of(cell, atoms), of(cell, &reached));
        let primary = SMALL.hides_pupils(pupils) || SMALL.hides_share(pupils, reached);
        let apart = if primary { SMALL.reached_apart(pupils) } else { 1 };
        prop_assert!(most - least >= apart, "{cell:?}: {least} to {most}");
    }
    // Nobody knows more than what is shown: pupils with the outcome have even numbers, those without odd ones.
    let both: Vec<u64> =
        atoms.iter().zip(&reached).flat_map(|(pupils, reached)| [*reached, pupils - reached]).collect();
    let all = |cell: &Vec<u32>| cell.iter().flat_map(|atom| [2 * atom, 2 * atom + 1]).collect::<Vec<u32>>();
    let some = |cell: &Vec<u32>| cell.iter().map(|atom| 2 * atom).collect::<Vec<u32>>();
    let mut shown: Vec<Vec<u32>> = published(cells, &found.pupils).iter().map(all).collect();
    shown.extend(published(cells, outcome).iter().map(some));
    let few = cells.iter().zip(&found.pupils).filter(|(_, it)| **it == Fate::Withheld { primary: true });
    let few: Vec<Vec<u32>> = few.map(|(cell, _)| all(cell)).collect();
    prop_assert!(is_safe(&both, &shown, &few));
    Ok(())
}

/// The results of two rows, each with an atom of a third, that had told how many pupils are in its other one.
#[test]
fn results_far_away_tell_nothing_of_an_empty_atom() -> Result<(), TestCaseError> {
    let cells = [vec![0], vec![0, 1], vec![0, 2], vec![1], vec![1, 3], vec![2], vec![3]];
    shares_are_safe(&[3, 4, 0, 4], &cells, &[3, 1, 7, 1, 8, 5])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn hidden_stays_hidden_and_no_more_than_needed((atoms, cells) in any_system(6)) {
        let found = pattern(&system(&atoms, &cells), &SMALL);
        let shown = published(&cells, &found.pupils);
        let those = |primary| -> Vec<Vec<u32>> {
            let fate = Fate::Withheld { primary };
            cells.iter().zip(&found.pupils).filter(|(_, it)| **it == fate).map(|(cell, _)| cell.clone()).collect()
        };
        let (primary, secondary) = (those(true), those(false));
        prop_assert!(is_safe(&atoms, &shown, &primary));
        // D1 for the secondary, and that none can be given back.
        let most = vec![atoms.iter().sum::<u64>(); atoms.len()];
        for (cell, (least, most)) in secondary.iter().zip(hulls(&atoms, &most, &shown, &secondary)) {
            prop_assert!(least < most, "{cell:?} can be computed");
            let more: Vec<Vec<u32>> = shown.iter().cloned().chain([cell.clone()]).collect();
            prop_assert!(!is_safe(&atoms, &more, &primary), "{cell:?} could be shown");
        }
    }

    #[test]
    fn shares_give_nothing_away_either((atoms, cells) in any_system(4), reached in proptest::collection::vec(0..9_u64, 6)) {
        shares_are_safe(&atoms, &cells, &reached)?;
    }

    #[test]
    fn what_is_no_matter_of_each_others_changes_nothing((one, cells) in any_system(6), (other, more) in any_system(6)) {
        let alone = pattern(&system(&one, &cells), &SMALL).pupils;
        let beside = pattern(&system(&other, &more), &SMALL).pupils;
        let moved = |cell: &Vec<u32>| cell.iter().map(|atom| atom + index(one.len())).collect::<Vec<u32>>();
        let both = system(&[&one[..], &other[..]].concat(), &[&cells[..], &more.iter().map(moved).collect::<Vec<_>>()[..]].concat());
        prop_assert_eq!(pattern(&both, &SMALL).pupils, [alone, beside].concat());
    }

    #[test]
    fn how_atoms_are_numbered_changes_nothing((atoms, cells) in any_system(6)) {
        let last = index(atoms.len()) - 1;
        let turned: Vec<u64> = atoms.iter().rev().copied().collect();
        let cells_turned: Vec<Vec<u32>> = cells.iter().map(|cell| cell.iter().map(|atom| last - atom).collect()).collect();
        prop_assert_eq!(pattern(&system(&atoms, &cells), &SMALL), pattern(&system(&turned, &cells_turned), &SMALL));
    }

    #[test]
    fn no_input_makes_it_panic(
        atoms in 0..5_usize,
        cells in proptest::collection::vec((proptest::collection::vec(0..7_u32, 0..5), 0..4_u8, any_value()), 0..7),
        values in proptest::collection::vec(any_value(), 0..9),
        link in prop_oneof![Just(Link::Free), Just(Link::Nested), Just(Link::Apart)],
        outer in 0..7_usize,
    ) {
        let role = |number| [Role::Open, Role::Forced, Role::Kept, Role::Told][usize::from(number)];
        let cells: Vec<Cell> = cells.into_iter().map(|(atoms, number, pupils)| Cell { atoms, role: role(number), pupils }).collect();
        let grades = values.iter().filter_map(|value| value.known()).collect();
        let scale = Scale { least: 10, most: 5, unit: 0, step: u64::MAX };
        let indicators = vec![
            Indicator { base: Some(values.clone()), outcome: Outcome::Shares { reached: vec![values.clone(), values.clone()], link }, within: Some(2) },
            Indicator { base: None, outcome: Outcome::Mean { sums: values.clone(), scale, grades, alike: Vec::new() }, within: None },
            Indicator { base: None, outcome: Outcome::Shares { reached: Vec::new(), link }, within: Some(3) },
            Indicator { base: None, outcome: Outcome::Shares { reached: vec![values.clone()], link }, within: Some(4) },
            Indicator { base: Some(values.clone()), outcome: Outcome::Shares { reached: vec![values.clone()], link }, within: Some(outer) },
        ];
        let found = pattern(&System { atoms, cells: cells.clone(), indicators }, &SMALL);
        prop_assert_eq!(found.pupils.len(), cells.len());
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        6 => (0..30_u64).prop_map(Value::Known),
        2 => (0..3_u64, 0..9_u64).prop_map(|(low, high)| Value::Within(low, high)),
        1 => Just(Value::Absent),
        1 => Just(Value::Known(u64::MAX)),
    ]
}
