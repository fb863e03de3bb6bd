//! Random tables: what is found is what trying all tables finds.

use super::*;
use proptest::prelude::*;

/// Atoms and how many pupils each has; groups of atoms, which of them are printed.
#[derive(Clone, Debug)]
struct Random {
    atoms: Vec<i64>,
    groups: Vec<(Vec<bool>, bool)>,
    shown: Vec<bool>,
}

fn random() -> impl Strategy<Value = Random> {
    (2..7_usize).prop_flat_map(|size| {
        let group = (prop::collection::vec(any::<bool>(), size), prop::bool::weighted(0.8));
        let atoms = prop::collection::vec(0..=8_i64, size);
        let shown = prop::collection::vec(prop::bool::weighted(0.3), size);
        (atoms, prop::collection::vec(group, 1..6), shown).prop_map(|(atoms, groups, shown)| Random {
            atoms,
            groups,
            shown,
        })
    })
}

const MOST: i64 = 8;

impl Random {
    fn members(&self, group: usize) -> Vec<usize> {
        (0..self.atoms.len()).filter(|at| self.groups[group].0[*at]).collect()
    }

    fn sum(&self, group: usize, of: &[i64]) -> i64 {
        self.members(group).into_iter().map(|at| of[at]).sum()
    }

    fn document(&self) -> Document {
        let print = |shown: bool, value: i64| if shown { value.to_string() } else { "?".to_owned() };
        let atoms = self.atoms.iter().zip(&self.shown).enumerate();
        let mut rows: Vec<Row> =
            atoms.map(|(at, (value, shown))| row(&format!("a{at}"), &print(*shown, *value))).collect();
        let mut relations = Vec::new();
        for (at, (_, shown)) in self.groups.iter().enumerate() {
            rows.push(row(&format!("g{at}"), &print(*shown, self.sum(at, &self.atoms))));
            let members: Vec<String> = self.members(at).iter().map(|at| format!("a{at}")).collect();
            relations.push(Relation::Parts { whole: format!("g{at}"), parts: members });
        }
        let mut document = document(&[], vec![table(&[Column::Pupils], rows)], relations);
        document.legend[0].says = Says::Withheld { lowest: 0, highest: Some(64) };
        document
    }

    /// The hull of every withheld count, by trying all tables with atoms up to eight.
    fn by_trying(&self) -> Vec<(String, i64, i64)> {
        let mut hulls: std::collections::BTreeMap<String, (i64, i64)> = std::collections::BTreeMap::new();
        let mut table = vec![0; self.atoms.len()];
        loop {
            let fits = (0..table.len()).all(|at| !self.shown[at] || table[at] == self.atoms[at])
                && (0..self.groups.len())
                    .all(|at| !self.groups[at].1 || self.sum(at, &table) == self.sum(at, &self.atoms));
            if fits {
                let atoms = (0..table.len()).filter(|at| !self.shown[*at]).map(|at| (format!("a{at}"), table[at]));
                let groups = (0..self.groups.len()).filter(|at| !self.groups[*at].1);
                let groups = groups.map(|at| (format!("g{at}"), self.sum(at, &table)));
                for (name, value) in atoms.chain(groups) {
                    let hull = hulls.entry(name).or_insert((value, value));
                    *hull = (hull.0.min(value), hull.1.max(value));
                }
            }
            let Some(at) = (0..table.len()).find(|at| table[*at] < MOST) else { break };
            table[..at].iter_mut().for_each(|value| *value = 0);
            table[at] += 1;
        }
        hulls.into_iter().map(|(name, (lo, hi))| (name, lo, hi)).collect()
    }
}

/// A document whose atoms are known to be at most eight.
fn bounded(random: &Random) -> Document {
    let mut document = random.document();
    let few = mark("få", Says::Withheld { lowest: 0, highest: u32::try_from(MOST).ok() });
    document.legend.push(few);
    for row in document.tables[0].rows.iter_mut().take(random.atoms.len()) {
        if row.cells[0] == HIDDEN {
            row.cells[0] = "få".to_owned();
        }
    }
    document
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hulls_are_those_of_all_tables(random in random()) {
        let document = bounded(&random);
        let found: Vec<(String, i64, i64)> = hulls(&document, &Rule::STRICT_10)
            .into_iter()
            .map(|(name, _, lo, hi, proven)| {
                assert!(proven);
                (name, lo, hi)
            })
            .collect();
        prop_assert_eq!(found, random.by_trying());
        // What is counted is what the hulls say.
        let exact = random.by_trying().iter().filter(|(_, lo, hi)| lo == hi).count();
        prop_assert_eq!(attack(&document, &Rule::STRICT_10).computable as usize, exact);
    }

    #[test]
    fn the_order_of_rows_and_relations_changes_nothing(random in random()) {
        let document = bounded(&random);
        let mut other = document.clone();
        other.tables[0].rows.reverse();
        other.relations.reverse();
        prop_assert_eq!(attack(&document, &Rule::STRICT_10), attack(&other, &Rule::STRICT_10));
    }
}
