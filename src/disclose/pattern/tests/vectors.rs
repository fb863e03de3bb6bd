//! V1–V19 of the specification: the patterns.

use super::enumerate::hulls;
use super::*;

const TEN: Rule = Rule::STRICT_10;

/// Cells given by their pupils, as parts of one total that comes last.
pub(super) fn parts(atoms: &[u64]) -> Vec<Vec<u32>> {
    let all: Vec<u32> = (0..lists::index(atoms.len())).collect();
    all.iter().map(|atom| vec![*atom]).chain([all.clone()]).collect()
}

fn pattern_of(atoms: &[u64], cells: &[Vec<u32>]) -> (Vec<usize>, Vec<usize>) {
    withheld(&pattern(&system(atoms, cells), &TEN).pupils)
}

/// Hulls of cells when all but the withheld are published, by enumeration.
fn hulls_of(atoms: &[u64], cells: &[Vec<u32>], withheld: &[usize], asked: &[usize]) -> Vec<(u64, u64)> {
    let published: Vec<Vec<u32>> =
        (0..cells.len()).filter(|c| !withheld.contains(c)).map(|c| cells[c].clone()).collect();
    let most = vec![atoms.iter().sum(); atoms.len()];
    hulls(atoms, &most, &published, &asked.iter().map(|c| cells[*c].clone()).collect::<Vec<_>>())
}

#[test]
fn v1_one_relation() {
    for (atoms, both, hull) in [(vec![28, 15, 7], [2, 1], (0, 22)), (vec![10, 5], [1, 0], (0, 15))] {
        let cells = parts(&atoms);
        assert_eq!(pattern_of(&atoms, &cells), (vec![both[0]], vec![both[1]]));
        assert_eq!(hulls_of(&atoms, &cells, &both, &both), [hull, hull]);
    }
}

#[test]
fn v2_a_residual_below_ten() {
    assert_eq!(pattern_of(&[60, 33, 4, 3], &parts(&[60, 33, 4, 3])), (vec![2, 3], vec![1]));
    // Four and five are apart by nine, but nine together.
    assert_eq!(pattern_of(&[60, 31, 5, 4], &parts(&[60, 31, 5, 4])), (vec![2, 3], vec![1]));
}

#[test]
fn v3_two_groupings_that_cross() {
    let atoms = [30, 47, 64, 89, 90, 124, 5, 31, 92, 100, 59, 85, 800, 991, 651, 685];
    let cells = crossing(4, 4);
    let secret = [0, 1, 2, 4, 6, 9, 11, 13, 15].map(|cell| (cell, 9));
    let beside = beside(&atoms, &cells, &secret);
    assert_eq!(beside.len(), 1, "{beside:?}");
    assert!([5, 7].contains(&beside[0]), "{beside:?}");
}

#[test]
fn v4_two_groupings_from_the_threshold_alone() {
    let atoms = [4, 6, 6, 21, 7, 18, 3, 25, 14, 5, 30, 8, 17, 9, 22, 2];
    let (primary, secondary) = pattern_of(&atoms, &crossing(4, 4));
    assert_eq!(primary, [0, 1, 2, 4, 6, 9, 11, 13, 15]);
    assert_eq!(secondary, [14]);
}

#[test]
fn v5_linked_tables() {
    // A B I J K L M N.
    let atoms = [2, 2, 8, 8, 3, 3, 3, 7];
    let mut cells: Vec<Vec<u32>> = (0..8).map(|atom| vec![atom]).collect();
    cells.extend([vec![0, 1, 2, 3], vec![4, 5, 6, 7], vec![5, 6], vec![0, 1, 2, 3, 4, 7], (0..8).collect()]);
    assert_eq!(beside(&atoms, &cells, &[0, 1, 4, 5, 6].map(|cell| (cell, 1))), [7]);
}

/// Hulls of the hidden cells of a table of rows and columns with all its totals shown: of them alone, beside what the shown leave.
fn hulls_in(atoms: &[u64], cells: &[Vec<u32>], hidden: &[usize]) -> Vec<(u64, u64)> {
    let of = |cell: &Vec<u32>| -> Vec<u32> {
        (0..lists::index(hidden.len())).filter(|at| cell.contains(&lists::index(hidden[*at as usize]))).collect()
    };
    let values: Vec<u64> = hidden.iter().map(|cell| atoms[*cell]).collect();
    let sums: Vec<Vec<u32>> = cells[atoms.len()..].iter().map(of).filter(|sum| !sum.is_empty()).collect();
    let sum = |sum: &Vec<u32>| sum.iter().map(|at| values[*at as usize]).sum();
    let most = |at: u32| sums.iter().filter(|sum| sum.contains(&at)).map(sum).min().unwrap_or(0);
    let most: Vec<u64> = (0..lists::index(hidden.len())).map(most).collect();
    let alone: Vec<Vec<u32>> = (0..lists::index(hidden.len())).map(|at| vec![at]).collect();
    hulls(&values, &most, &sums, &alone)
}

#[test]
fn v6_the_reference_of_elimination() {
    // Annet, arbeid, soshjelp, trygd; one to three are secret, and here need only not be computable.
    let atoms = [
        11, 11, 55, 36, 7, 1, 29, 18, 5, 8, 35, 25, 13, 2, 17, 13, 9, 14, 63, 52, 12, 9, 24, 22, 6, 4, 22, 8, 9, 3, 38,
        15,
    ];
    let hull = |hidden: &[usize]| hulls_in(&atoms, &crossing(8, 4), hidden);
    assert_eq!(hull(&[4, 5, 12, 13, 28, 29]), [(2, 8), (0, 6), (9, 15), (0, 6), (6, 12), (0, 6)]);
    // Two cells are alike in D, so that ours is another pattern; without one of its own, too, a number could be computed.
    let secret = [5, 13, 29];
    let beside = beside(&atoms, &crossing(8, 4), &secret.map(|cell| (cell, 1)));
    let is_open = |without: Option<usize>| {
        let mut hidden: Vec<usize> =
            beside.iter().copied().filter(|cell| Some(*cell) != without).chain(secret).collect();
        hidden.sort_unstable();
        hidden.iter().zip(hull(&hidden)).all(|(cell, (least, most))| least < most || !secret.contains(cell))
    };
    assert!(is_open(None), "{beside:?}");
    assert!(beside.iter().all(|cell| !is_open(Some(*cell))), "{beside:?}");
}

#[test]
fn v7_zeros() {
    // Spain, Iceland, Portugal; young, then old; the union is of Spain and Portugal.
    let atoms = [5, 0, 0, 6, 3, 4];
    let mut cells = crossing(2, 3);
    cells.extend([vec![0, 2], vec![3, 5], vec![0, 2, 3, 5]]);
    let secret: Vec<(usize, i64)> = [1, 2].map(|cell| (cell, 1)).to_vec();
    let beside = beside(&atoms, &cells, &secret);
    assert!(beside.contains(&0), "Spain must go too: {beside:?}");
}

#[test]
fn v8_zeros_are_hidden_like_ones() {
    // Two rows of five; whoever is hidden may be nobody, so that ones are not told by having company.
    let atoms = [1, 1, 7, 1, 0, 1, 0, 0, 2, 8];
    let cells = crossing(2, 5);
    let rule = Rule { pupils: 3, reached: 0, missed: 0, extreme_below: 0, ..TEN };
    let (primary, secondary) = withheld(&pattern(&system(&atoms, &cells), &rule).pupils);
    let small: Vec<usize> = (0..10).filter(|cell| atoms[*cell] < 3).collect();
    assert_eq!(primary[..small.len()], small, "zeros and ones alike");
    let all: Vec<usize> = primary.iter().chain(&secondary).copied().collect();
    for (cell, (least, most)) in small.iter().zip(hulls_of(&atoms, &cells, &all, &small)) {
        assert!(most - least >= 3, "{cell}: {least} to {most}");
    }
    // Spain, Iceland, Portugal, young and old: of the ones nothing is known but their sum, two.
    assert_eq!(hulls_of(&[7, 1, 1], &parts(&[7, 1, 1]), &[1, 2], &[1, 2]), [(0, 2), (0, 2)]);
}

#[test]
fn v9_widths() {
    // Spain, Iceland, Portugal; young, then old.
    let atoms = [17, 3, 1, 17, 10, 11];
    let mut beside = beside(&atoms, &crossing(2, 3), &[(1, 5), (2, 5)]);
    beside.sort_unstable();
    assert_eq!(beside, [0, 3, 4, 5]);
}

#[test]
fn v9b_whole_numbers_see_what_linear_ones_do_not() {
    let atoms = [1, 1, 1, 0, 3, 4];
    let groups = [vec![0, 3, 5], vec![1, 2, 3, 4, 5], vec![0, 2, 3, 5], vec![0, 1, 3], vec![0, 1, 4, 5]];
    let mut cells: Vec<Vec<u32>> = (0..6).map(|atom| vec![atom]).collect();
    cells.extend(groups.clone());
    let secret: Vec<(usize, i64)> = (0..6).map(|cell| (cell, 1)).collect();
    // All five groups together leave one table only, so not all of them are published.
    assert!(!beside(&atoms, &cells, &secret).is_empty());
    let singles: Vec<Vec<u32>> = (0..6).map(|atom| vec![atom]).collect();
    let most = vec![9; 6];
    let hulls = hulls(&atoms, &most, &groups, &singles);
    assert!(hulls.iter().all(|(least, most)| least == most), "{hulls:?}");
}

#[test]
fn v10_nothing_more_than_needed() {
    let (primary, secondary) = pattern_of(&[8, 9, 40, 35, 7, 9, 9, 30, 8], &crossing(3, 3));
    assert_eq!((primary, secondary), (vec![0, 1, 4, 5, 6, 8], vec![]));
}

#[test]
fn v11_one_mark() {
    assert_eq!(pattern_of(&[60, 30, 2, 10], &parts(&[60, 30, 2, 10])), (vec![2], vec![3]));
}

/// An indicator of nested or other outcomes over known pupils.
pub(super) fn told(atoms: &[u64], cells: &[Vec<u32>], reached: &[&[u64]], link: Link, rule: &Rule) -> Pattern {
    let mut system = system(atoms, cells);
    let of = |outcome: &&[u64]| -> Vec<Value> {
        cells.iter().map(|cell| Value::Known(cell.iter().map(|atom| outcome[*atom as usize]).sum())).collect()
    };
    let reached = reached.iter().map(of).collect();
    system.indicators.push(Indicator { base: None, outcome: Outcome::Shares { reached, link }, within: None });
    pattern(&system, rule)
}

/// F, E, D, C, B, A in hundredths.
const GRADES: [u64; 6] = [0, 1_000, 1_250, 1_500, 1_750, 2_000];

#[test]
fn v15_a_mean_of_grades_near_the_end_of_its_scale() {
    // Eleven A and one B: 19,8.
    let one = |pupils: u64, sum: u64, grades: &[u64]| means_of(&[(pupils, sum)], grades).indicators[0].outcome[0];
    let (hidden, shown) = (Fate::Withheld { primary: true }, Fate::Shown);
    assert_eq!(one(12, 11 * 2_000 + 1_750, &GRADES), hidden);
    assert_eq!(one(12, 11 * 2_000 + 1_750, &[]), shown, "many courses");
    // One D and thirteen A: 19,5, as with one C and one B, or three B.
    assert_eq!(one(14, 13 * 2_000 + 1_250, &GRADES), hidden);
    // The same at the other end: eleven F and one E.
    assert_eq!(one(12, 1_000, &GRADES), hidden);
    // In the middle there is choice at both ends.
    assert_eq!(one(60, 60 * 1_340, &GRADES), shown);
    // All of them failed, however many they are.
    assert_eq!(one(150, 0, &GRADES), hidden);
    assert_eq!(one(100_000, 100_000 * 1_340, &GRADES), shown);
    // What is hidden is not computed from a total either, and the total of the two does not count grades itself.
    let found = means_of(&[(12, 11 * 2_000 + 1_750), (40, 40 * 1_300), (30, 30 * 1_200)], &GRADES);
    assert_eq!(withheld(&found.indicators[0].outcome), (vec![0], vec![2]));
}

#[test]
fn v15_counts_of_grades_are_those_of_enumeration() {
    let grades = Grades::new(&GRADES).expect("few");
    for pupils in [10, 11, 13] {
        let mut sums: Vec<(i64, [i64; 2])> = Vec::new();
        count(&GRADES, pupils, &mut Vec::new(), &mut sums);
        for mean in (0..=200).filter(|tenths| tenths % 7 == 0 || !(20..180).contains(tenths)) {
            let (from, to) = (10 * mean * pupils - 5 * pupils, 10 * mean * pupils + 5 * pupils);
            let fit = || sums.iter().filter(|(sum, _)| (from..=to).contains(sum));
            let width = |end: usize| {
                let counts = || fit().map(|(_, ends)| ends[end]);
                Some(counts().max()? - counts().min()?)
            };
            for least in [2, 4, 9] {
                let is_narrow = (0..2).any(|end| width(end).is_none_or(|width| 2 * width < least));
                assert_eq!(grades.are_told(pupils, (from, to), least), is_narrow, "{pupils} {mean} {least}");
            }
        }
    }
}

/// The sum of every choice of grades, and how many have the lowest and the highest.
fn count(grades: &[u64], left: i64, chosen: &mut Vec<i64>, sums: &mut Vec<(i64, [i64; 2])>) {
    if chosen.len() + 1 == grades.len() {
        let counts = || chosen.iter().chain([&left]);
        let sum = counts().zip(grades).map(|(count, grade)| count * i64::try_from(*grade).expect("small")).sum();
        sums.push((sum, [chosen[0], left]));
        return;
    }
    for count_of in 0..=left {
        chosen.push(count_of);
        count(grades, left - count_of, chosen, sums);
        chosen.pop();
    }
}

#[test]
fn v16_results_are_hidden_though_pupils_are_known() {
    // The first two and all three are rows; 41 pupils of whom 40, 3 of whom 3, 60 of whom 57.
    let cells = vec![vec![0], vec![1], vec![2], vec![0, 1], vec![0, 1, 2]];
    let found = told(&[41, 3, 60], &cells, &[&[40, 3, 57]], Link::Free, &TEN);
    let (_, shown): (Vec<usize>, Vec<usize>) = (0..5).partition(|cell| !found.indicators[0].outcome[*cell].is_shown());
    assert!(!shown.contains(&3), "{shown:?}");
}

#[test]
fn v17_the_bound_of_a_symbol_is_known() {
    // 58 pupils of whom 3 lack it: of 31 boys one to four (`~100`), of 27 girls nobody knows.
    let rule = Rule { missed: 0, extreme_below: 0, ..TEN };
    let told = |boys: Value, total: Role| {
        let mut system = system(&[31, 27], &parts(&[31, 27]));
        system.cells[0].role = Role::Forced;
        system.cells[1].role = Role::Forced;
        system.cells[2].role = total;
        let reached = vec![boys, Value::Within(0, 27), Value::Known(55)];
        let outcome = Outcome::Shares { reached: vec![reached], link: Link::Free };
        system.indicators.push(Indicator { base: None, outcome, within: None });
        pattern(&system, &rule)
    };
    let found = told(Value::Within(27, 30), Role::Open);
    let hidden = [true, true, false].map(|primary| Fate::Withheld { primary });
    assert_eq!(found.indicators[0].outcome, hidden, "the total would leave one to three boys");
    assert_eq!(found.exposed, Exposed::default());
    // Published by the source, it has told already: of the boys 28 to 30, of the girls 25 to 27.
    assert_eq!(told(Value::Within(27, 30), Role::Forced).exposed, Exposed { exactly: 0, nearly: 2 });
    assert_eq!(told(Value::Within(30, 30), Role::Forced).exposed, Exposed { exactly: 1, nearly: 0 });
}

#[test]
fn v18_two_tables_of_one_report() {
    // All, and all but three; the three are in no table.
    let mut system = system(&[84, 3], &[vec![0, 1], vec![0], vec![1]]);
    system.cells[2].role = Role::Kept;
    assert_eq!(withheld(&pattern(&system, &TEN).pupils), (vec![], vec![1]));
}

#[test]
fn v19_the_six_leaks() {
    // 1: total minus shown.
    assert_eq!(pattern_of(&[16, 7], &parts(&[16, 7])), (vec![1], vec![0]));
    // 2: the complement.
    let complement = |rule: &Rule| told(&[153], &[vec![0]], &[&[144]], Link::Free, rule).indicators[0].outcome[0];
    assert_eq!(complement(&Rule::STRICT_10), Fate::Withheld { primary: true });
    assert_eq!(complement(&Rule::STRICT), Fate::Shown);
    // 4: by provider.
    let found = told(&[14, 3], &parts(&[14, 3]), &[&[14, 2]], Link::Free, &Rule::STRICT);
    assert_eq!(withheld(&found.pupils), (vec![1], vec![0]));
    // 5: later years.
    let found = told(&[12], &[vec![0]], &[&[5], &[10]], Link::Nested, &TEN);
    assert_eq!(found.indicators[0].outcome, [Fate::Withheld { primary: true }]);
}

/// Means with one decimal on a scale from 0 to 20, in hundredths.
fn means(atoms: &[(u64, u64)]) -> Pattern {
    means_of(atoms, &[])
}

/// The same of results that are few.
fn means_of(atoms: &[(u64, u64)], grades: &[u64]) -> Pattern {
    let pupils: Vec<u64> = atoms.iter().map(|(pupils, _)| *pupils).collect();
    let cells = parts(&pupils);
    let mut system = system(&pupils, &cells);
    let sum = |cell: &Vec<u32>| Value::Known(cell.iter().map(|atom| atoms[*atom as usize].1).sum());
    let sums = cells.iter().map(sum).collect();
    let scale = Scale { least: 0, most: 2_000, unit: 10, step: 250 };
    system.indicators.push(Indicator {
        base: None,
        outcome: Outcome::Mean { sums, scale, grades: grades.to_vec(), alike: Vec::new() },
        within: None,
    });
    pattern(&system, &TEN)
}

#[test]
fn v19_6_means_by_subtraction() {
    // 20 · 13,4 − 16 · 14,0; the total of 300 protects its four.
    assert_eq!(withheld(&means(&[(16, 16 * 1_400), (4, 20 * 1_340 - 16 * 1_400)]).indicators[0].outcome).1, [0]);
    let found = means(&[(200, 200 * 1_340), (96, 96 * 1_340), (4, 4 * 1_340), (11, 11 * 1_340)]);
    // Of 311 pupils the rounding hides more than four of them can weigh; only their number needs another.
    assert_eq!(withheld(&found.pupils), withheld(&found.indicators[0].outcome));
}

#[test]
fn what_the_source_has_told_is_counted() {
    // 23 pupils, 16 of them in one programme, the others withheld by the source.
    let mut system = system(&[16, 7], &parts(&[16, 7]));
    system.cells.iter_mut().for_each(|cell| cell.role = Role::Forced);
    system.cells[1].pupils = Value::Within(1, 9);
    let found = pattern(&system, &TEN);
    assert_eq!(found.exposed, Exposed { exactly: 1, nearly: 0 });
    assert_eq!(found.pupils, [Fate::Shown, Fate::Withheld { primary: true }, Fate::Shown]);
    // Two of them.
    let cells = parts(&[16, 3, 4]);
    let mut system = super::system(&[16, 3, 4], &cells);
    system.cells.iter_mut().for_each(|cell| cell.role = Role::Forced);
    system.cells[1].pupils = Value::Within(1, 9);
    system.cells[2].pupils = Value::Within(1, 9);
    assert_eq!(pattern(&system, &TEN).exposed, Exposed { exactly: 0, nearly: 2 });
}
