//! Indicators of which each is within the next (V12).

use proptest::prelude::*;

use super::vectors::parts;
use super::*;

/// Pupils with a result, and how many of them reached it, by atom.
type Results = (Vec<u64>, Vec<u64>);

/// Indicators, one within the next if they are linked.
fn within(pupils: &[u64], cells: &[Vec<u32>], results: &[Results], linked: bool, rule: &Rule) -> Pattern {
    let mut system = system(pupils, cells);
    let sums = |of: &[u64]| -> Vec<Value> {
        cells.iter().map(|cell| Value::Known(cell.iter().map(|atom| of[*atom as usize]).sum())).collect()
    };
    for (at, (base, reached)) in results.iter().enumerate() {
        let outcome = Outcome::Shares { reached: vec![sums(reached)], link: Link::Free };
        let within = (linked && at + 1 < results.len()).then_some(at + 1);
        system.indicators.push(Indicator { base: Some(sums(base)), outcome, within });
    }
    pattern(&system, rule)
}

#[test]
fn v12_who_has_a_diploma_after_three_years_has_it_after_four() {
    let rule = Rule { missed: 0, extreme_below: 0, ..Rule::STRICT_10 };
    let pupils = vec![30, 14];
    let results = [(pupils.clone(), vec![20, 7]), (pupils.clone(), vec![21, 10])];
    let found = within(&pupils, &parts(&pupils), &results, true, &rule);
    assert_eq!(withheld(&found.pupils), (vec![], vec![]));
    assert_eq!(withheld(&found.indicators[0].outcome), (vec![1], vec![0]));
    assert_eq!(withheld(&found.indicators[1].outcome), (vec![], vec![0, 1]));
    let apart = within(&pupils, &parts(&pupils), &results, false, &rule);
    assert_eq!(withheld(&apart.indicators[0].outcome), (vec![1], vec![0]));
    assert_eq!(withheld(&apart.indicators[1].outcome), (vec![], vec![]));
}

#[test]
fn what_is_near_everybody_hides_what_is_between_only() {
    // Within three, four and five years 60, 88 and 89 of 90: that one lacks it at last is hidden, and two of 88 would be near.
    let of = |reached: u64| (vec![90], vec![reached]);
    let found = within(&[90], &[vec![0]], &[of(60), of(88), of(89)], true, &Rule::STRICT);
    let fates: Vec<Fate> = found.indicators.iter().map(|told| told.outcome[0]).collect();
    assert_eq!(fates, [Fate::Shown, Fate::Withheld { primary: true }, Fate::Withheld { primary: true }]);
}

#[test]
fn pupils_without_a_result_in_the_next_year_are_not_counted_against_it() {
    // Ten of forty moved away before the fourth year: 25 of 40 had a diploma after three, 20 of 30 have after four.
    let found = within(&[40], &[vec![0]], &[(vec![40], vec![25]), (vec![30], vec![20])], true, &Rule::STRICT);
    assert!(found.indicators.iter().all(|told| told.outcome == [Fate::Shown]), "{found:?}");
    assert_eq!(found.unproven, 0);
    // With a result of all forty that would not fit, and nothing is told.
    let found = within(&[40], &[vec![0]], &[(vec![40], vec![25]), (vec![40], vec![20])], true, &Rule::STRICT);
    assert!(found.indicators.iter().all(|told| told.outcome == [Fate::Shown]), "no secret, so nothing to protect");
}

/// Small groups, so that small tables have large ones.
const SMALL: Rule = Rule { pupils: 3, reached: 2, missed: 2, extreme_below: 4, ..Rule::STRICT };

/// Of each atom: pupils, those with a result in each year, and who reached it.
fn any_atoms() -> impl Strategy<Value = Vec<[u64; 5]>> {
    let atom = (1..6_u64, 0..2_u64, 0..3_u64, 0..6_u64, 0..6_u64).prop_map(|(pupils, gone, left, later, first)| {
        let (one, two) = (pupils.saturating_sub(gone), pupils.saturating_sub(left));
        let later = later.min(two);
        [pupils, one, two, first.min(one).min(later + pupils - two), later]
    });
    proptest::collection::vec(atom, 2..=3)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn what_is_within_another_stays_hidden_with_it(atoms in any_atoms()) {
        let column = |at: usize| atoms.iter().map(|atom| atom[at]).collect::<Vec<u64>>();
        let cells = parts(&column(0));
        let found = within(&column(0), &cells, &[(column(1), column(3)), (column(2), column(4))], true, &SMALL);
        let all = atoms.len();
        // Every table in which nobody has it in the first year who has a result in the second, and lacks it there.
        let mut hulls = vec![[(u64::MAX, 0); 2]; cells.len()];
        let mut tables: Vec<Vec<[u64; 2]>> = vec![Vec::new()];
        for [pupils, one, two, ..] in &atoms {
            let pairs = (0..=*one).flat_map(|x| (0..=*two).map(move |y| [x, y]));
            let pairs: Vec<[u64; 2]> = pairs.filter(|[x, y]| *x <= y + pupils - two).collect();
            tables = tables.iter().flat_map(|table| pairs.iter().map(move |pair| [&table[..], &[*pair]].concat())).collect();
        }
        let sum = |table: &[[u64; 2]], cell: &Vec<u32>, of: usize| cell.iter().map(|atom| table[*atom as usize][of]).sum::<u64>();
        let truth: Vec<[u64; 2]> = atoms.iter().map(|atom| [atom[3], atom[4]]).collect();
        let fits = |table: &Vec<[u64; 2]>| (0..2).all(|of| {
            let shown = cells.iter().zip(&found.indicators[of].outcome).filter(|(_, fate)| fate.is_shown());
            { shown }.all(|(cell, _)| sum(table, cell, of) == sum(&truth, cell, of))
        });
        for table in tables.iter().filter(|table| fits(table)) {
            for (hulls, cell) in hulls.iter_mut().zip(&cells) {
                for (of, hull) in hulls.iter_mut().enumerate() {
                    let sum = sum(table, cell, of);
                    *hull = (hull.0.min(sum), hull.1.max(sum));
                }
            }
        }
        for of in 0..2 {
            for (at, cell) in cells.iter().enumerate() {
                let fate = found.indicators[of].outcome[at];
                let pupils: u64 = cell.iter().map(|atom| atoms[*atom as usize][of + 1]).sum();
                let apart = match fate {
                    Fate::Withheld { primary: true } => SMALL.reached_apart(pupils),
                    Fate::Withheld { primary: false } => 1.min(pupils),
                    _ => continue,
                };
                let (least, most) = hulls[at][of];
                prop_assert!(most - least >= apart, "{all} {of} {cell:?}: {least} to {most}, {:?}", found.indicators);
            }
        }
    }
}
