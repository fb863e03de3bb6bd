//! The table of methods, on schools of the kind of the specification: 60 schools, two to four programmes by kön, totals and types.

use indicator_explorer::disclose::pattern::{Fate, Rule, pattern};

use crate::generate::{Made, Shape, Ties, generate};
use crate::hull::Facts;
use crate::methods;

/// A school's cells as bits of its atoms, with their pupils.
pub(crate) struct School {
    /// Atoms and pupils.
    pub(crate) cells: Vec<(u32, u64)>,
    /// Sums and parts, as numbers of cells.
    pub(crate) relations: Vec<(usize, Vec<usize>)>,
    /// The fewest pupils that are shown.
    pub(crate) least: u64,
    made: Made,
}

impl School {
    fn new(seed: u64) -> Self {
        let made = generate(Shape { schools: 1, years: 1, programmes: (2, 4), genders: 2, ties: Ties::None }, seed);
        let cell = |atoms: &[u32]| atoms.iter().fold(0, |bits, atom| bits | 1 << atom);
        let cells = made.system.cells.iter().map(|it| (cell(&it.atoms), it.pupils.known().expect("known"))).collect();
        Self { cells, relations: made.relations.clone(), least: 10, made }
    }

    fn facts(&self, withheld: &[bool]) -> Facts {
        let shown = self.cells.iter().zip(withheld).filter(|(_, withheld)| !**withheld);
        let sums = shown.map(|((atoms, pupils), _)| (*atoms, i64::try_from(*pupils).expect("few"))).collect();
        Facts { sums, atoms: self.made.atoms.len() }
    }

    /// Primary cells, those that can be computed, and those known more closely than by nine.
    fn leaks(&self, withheld: &[bool]) -> [usize; 3] {
        let facts = self.facts(withheld);
        let mut leaks = [0; 3];
        for (atoms, pupils) in self.cells.iter().filter(|(_, pupils)| *pupils < self.least) {
            let (least, most) = facts.hull(*atoms, i64::try_from(*pupils).expect("few"));
            leaks[0] += 1;
            leaks[1] += usize::from(least == most);
            leaks[2] += usize::from(most - least < 9);
        }
        leaks
    }

    /// Our method.
    fn ours(&self) -> Vec<bool> {
        let mut system = self.made.system.clone();
        system.indicators.clear();
        let rule = Rule { reached: 0, missed: 0, ..Rule::STRICT };
        pattern(&system, &rule).pupils.iter().map(|fate| *fate != Fate::Shown).collect()
    }
}

type Method = fn(&School) -> Vec<bool>;

const METHODS: [(&str, Method); 4] = [
    ("primary only", methods::primary),
    ("next smallest to fixpoint", methods::next_smallest),
    ("elimination only", methods::gauss),
    ("ours", School::ours),
];

fn per_cent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

#[test]
fn ours_hides_no_more_than_methods_that_leak() {
    let schools: Vec<School> = (0..60).map(School::new).collect();
    println!(
        "\n| method | cells withheld | pupils withheld | primaries computable | width < 9 |\n|---|---|---|---|---|"
    );
    let mut cells = Vec::new();
    for (name, method) in METHODS {
        let (mut withheld, mut all, mut pupils, mut all_pupils, mut leaks) = (0, 0, 0, 0, [0; 3]);
        for school in &schools {
            let pattern = method(school);
            all += pattern.len();
            withheld += pattern.iter().filter(|withheld| **withheld).count();
            for ((_, number), withheld) in school.cells.iter().zip(&pattern) {
                let number = usize::try_from(*number).expect("few");
                all_pupils += number;
                pupils += if *withheld { number } else { 0 };
            }
            leaks.iter_mut().zip(school.leaks(&pattern)).for_each(|(sum, leaks)| *sum += leaks);
        }
        let (exact, narrow) = (per_cent(leaks[1], leaks[0]), per_cent(leaks[2], leaks[0]));
        let (share, of_pupils) = (per_cent(withheld, all), per_cent(pupils, all_pupils));
        println!("| {name} | {share:.1} % | {of_pupils:.1} % | {exact:.1} % | {narrow:.1} % |");
        cells.push(withheld);
        if name == "ours" {
            assert_eq!(leaks[1..], [0, 0]);
        }
    }
    assert!(cells[3] < cells[1], "{cells:?}");
}

#[test]
fn ours_is_near_the_fewest_that_can_be_hidden() {
    let (mut ours, mut fewest, mut primary) = (0, 0, 0);
    let schools = (100..400).map(School::new).filter(|school| school.cells.len() <= 14 && school.least == 10).take(30);
    for school in schools {
        let count = |pattern: &[bool]| pattern.iter().filter(|withheld| **withheld).count();
        let small = count(&methods::primary(&school));
        let own = count(&school.ours()) - small;
        let is_safe = |withheld: &[bool]| school.leaks(withheld)[2] == 0;
        ours += own;
        fewest += methods::fewest(&school, &is_safe, own);
        primary += small;
    }
    println!("primary {primary}, beside them: ours {ours}, fewest {fewest}");
    assert!((primary + ours) * 10 <= (primary + fewest) * 12);
}
