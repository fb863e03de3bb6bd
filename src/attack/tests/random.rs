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

/// Two groups and both together: pupils, and two shares of which the second includes the first.
#[derive(Clone, Debug)]
struct Shares {
    groups: [[i64; 3]; 2],
    shown: [[bool; 3]; 3],
    decimals: u8,
}

fn shares() -> impl Strategy<Value = Shares> {
    let group = (0..=6_i64).prop_flat_map(|n| (Just(n), 0..=n)).prop_flat_map(|(n, y)| (Just(n), 0..=y, Just(y)));
    let group = || group.clone().prop_map(|(n, x, y)| [n, x, y]);
    let shown = prop::array::uniform3(prop::array::uniform3(any::<bool>()));
    ([group(), group()], shown, 0..2_u8).prop_map(|(groups, shown, decimals)| Shares { groups, shown, decimals })
}

impl Shares {
    fn with_total([a, b]: [[i64; 3]; 2]) -> [[i64; 3]; 3] {
        [a, b, [a[0] + b[0], a[1] + b[1], a[2] + b[2]]]
    }

    /// In units of the last decimal, half up; nothing of nobody.
    fn printed(&self, [n, x, y]: [i64; 3], quantity: usize) -> Option<i64> {
        let whole = 100 * 10_i64.pow(self.decimals.into());
        match quantity {
            0 => Some(n),
            _ if n == 0 => None,
            1 => Some((2 * whole * x + n) / (2 * n)),
            _ => Some((2 * whole * y + n) / (2 * n)),
        }
    }

    /// Whether other groups could have given this print; both ways of rounding a half count.
    fn fits(&self, printed: i64, group: [i64; 3], quantity: usize) -> bool {
        if quantity == 0 {
            return printed == group[0];
        }
        let whole = 100 * 10_i64.pow(self.decimals.into());
        group[0] > 0 && (2 * whole * group[quantity] - 2 * printed * group[0]).abs() <= group[0]
    }

    fn shows(&self, group: usize, quantity: usize) -> Option<i64> {
        let found = self.printed(Self::with_total(self.groups)[group], quantity);
        found.filter(|_| self.shown[group][quantity])
    }

    fn document(&self) -> Document {
        let columns: [Column; 3] = std::array::from_fn(|at| match at {
            0 => Column::Pupils,
            _ => Column::Share { of: at - 1, decimals: self.decimals },
        });
        let rows = ["A", "B", "T"].iter().enumerate().map(|(group, name)| {
            let cells = (0..3).map(|quantity| match self.shows(group, quantity) {
                None => if quantity == 0 { "få" } else { HIDDEN }.to_owned(),
                Some(found) if quantity == 0 || self.decimals == 0 => found.to_string(),
                Some(found) => format!("{},{}", found / 10, found % 10),
            });
            Row { group: (*name).to_owned(), cells: cells.collect() }
        });
        let relations = vec![parts("T", &["A", "B"]), Relation::Cumulative(vec![0, 1])];
        let mut document = document(&[share(), share()], vec![table(&columns, rows.collect())], relations);
        document.legend.push(mark("få", Says::Withheld { lowest: 0, highest: Some(12) }));
        document
    }

    fn by_trying(&self) -> Vec<(String, Option<usize>, i64, i64)> {
        let most = self.shows(2, 0).unwrap_or(12);
        let all = |n_most: i64| {
            (0..=n_most).flat_map(|n| (0..=n).flat_map(move |y| (0..=y).map(move |x| [n, x, y]))).collect::<Vec<_>>()
        };
        let fits = |group: usize, values: [i64; 3]| {
            (0..3)
                .all(|quantity| self.shows(group, quantity).is_none_or(|printed| self.fits(printed, values, quantity)))
        };
        let of = |group: usize| all(most).into_iter().filter(|values| fits(group, *values)).collect::<Vec<_>>();
        let (first, second) = (of(0), of(1));
        let mut hulls = std::collections::BTreeMap::new();
        for a in &first {
            for b in &second {
                let found = Self::with_total([*a, *b]);
                if found[2][0] > 12 || !fits(2, found[2]) {
                    continue;
                }
                for (group, name) in ["A", "B", "T"].iter().enumerate() {
                    for quantity in (0..3).filter(|quantity| self.shows(group, *quantity).is_none()) {
                        let value = found[group][quantity];
                        let key = ((*name).to_owned(), quantity.checked_sub(1));
                        let hull = hulls.entry(key).or_insert((value, value));
                        *hull = (hull.0.min(value), hull.1.max(value));
                    }
                }
            }
        }
        hulls.into_iter().map(|((name, measure), (lo, hi))| (name, measure, lo, hi)).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 80, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hulls_of_shares_are_those_of_all_tables(shares in shares()) {
        let found = hulls(&shares.document(), &Rule::STRICT_10);
        prop_assert!(found.iter().all(|found| found.4));
        let found: Vec<_> = found.into_iter().map(|(name, measure, lo, hi, _)| (name, measure, lo, hi)).collect();
        prop_assert_eq!(found, shares.by_trying());
    }

    #[test]
    fn what_counts_as_protected_keeps_its_width(shares in shares()) {
        let (document, rule) = (shares.document(), Rule { pupils: 4, having: 3, lacking: 0, all_or_none: 0 });
        let found = attack(&document, &rule);
        let exact = shares.by_trying();
        let pupils = |name: &str| exact.iter().find(|found| found.0 == name && found.1.is_none()).map(|found| found.3);
        let printed = |name: &str| ["A", "B", "T"].iter().position(|group| *group == name).and_then(|at| shares.shows(at, 0));
        let narrow = exact.iter().filter(|(name, measure, lo, hi)| {
            let least = if measure.is_some() { 3 } else { 4 };
            let most = measure.map_or(i64::MAX, |_| pupils(name).or(printed(name)).unwrap_or(12));
            hi > lo && hi - lo < (least - 1).min(most)
        });
        prop_assert_eq!(found.unproven + found.contradictory, 0);
        prop_assert_eq!(found.computable as usize, exact.iter().filter(|found| found.2 == found.3).count());
        prop_assert!(found.narrow as usize <= narrow.count());
    }
}
