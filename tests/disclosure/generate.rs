//! Made-up systems: schools with programmes and kön, their totals and types, and totals over all schools.

use indicator_explorer::demo::prng::SplitMix64;
use indicator_explorer::disclose::pattern::{Cell, Indicator, Link, Outcome, Role, Scale, System, Value};

/// What to make up.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    /// Schools, from 1.
    pub(crate) schools: u32,
    /// Years of each school.
    pub(crate) years: u32,
    /// The fewest and the most programmes of a school.
    pub(crate) programmes: (u32, u32),
    /// Kön that are told apart: 1 for none.
    pub(crate) genders: u32,
    /// What ties them together.
    pub(crate) ties: Ties,
}

/// What ties schools and years together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ties {
    /// Nothing.
    None,
    /// Totals of all schools, per year.
    Totals,
    /// These by programme and by kön, too, and totals of all years of each school.
    Crossing,
}

/// A made-up system with one share and one mean, and the rules that its cells add up by: a sum, then its parts.
pub(crate) struct Made {
    /// The system.
    pub(crate) system: System,
    /// Per atom: pupils, pupils who reached something, sum of hundredths of a mean's unit.
    pub(crate) atoms: Vec<[u64; 3]>,
    /// Sums and parts, as numbers of cells.
    pub(crate) relations: Vec<(usize, Vec<usize>)>,
}

/// Makes one up.
pub(crate) fn generate(shape: Shape, seed: u64) -> Made {
    let mut random = SplitMix64::new(seed);
    let mut atoms: Vec<[u64; 3]> = Vec::new();
    let mut made = Drafts::default();
    let mut everywhere: Vec<(u32, u32, u32, u32)> = Vec::new(); // atom, year, programme, gender
    for _ in 0..shape.schools {
        let (fewest, most) = shape.programmes;
        let count = fewest + random.below(most - fewest + 1);
        let first = random.below(18);
        let mut of_school: Vec<Vec<u32>> = Vec::new();
        for year in 0..shape.years {
            let mut grid: Vec<Vec<u32>> = Vec::new();
            for programme in 0..count {
                let size = 25.0 * (0.95 * random.normal()).exp();
                let mut left = (1..2_000).take_while(|pupils| f64::from(*pupils) <= size).count().max(1) as u64;
                let skew = 15.0 + 70.0 * f64::from(random.below(1_000)) / 1_000.0;
                let mut row = Vec::new();
                for gender in 0..shape.genders {
                    let pupils = match shape.genders - gender {
                        1 => left,
                        _ => (0..left).filter(|_| random.chance(skew)).count() as u64,
                    };
                    left -= pupils;
                    let share = 55.0 + f64::from(random.below(40));
                    let reached = (0..pupils).filter(|_| random.chance(share)).count() as u64;
                    let sum = (0..pupils).map(|_| 800 + u64::from(random.below(1_200))).sum();
                    let atom = u32::try_from(atoms.len()).expect("few atoms");
                    everywhere.push((atom, year, (first + programme) % 18, gender));
                    atoms.push([pupils, reached, sum]);
                    row.push(atom);
                }
                grid.push(row);
            }
            made.school(&grid);
            of_school.push(grid.concat());
        }
        if shape.ties == Ties::Crossing && shape.years > 1 {
            made.sum(&of_school);
        }
    }
    if shape.ties != Ties::None {
        for year in 0..shape.years {
            let of_year = |programme: Option<u32>, gender: Option<u32>| -> Vec<u32> {
                let fits = |(_, y, p, g): &&(u32, u32, u32, u32)| {
                    *y == year
                        && programme.is_none_or(|programme| *p == programme)
                        && gender.is_none_or(|gender| *g == gender)
                };
                everywhere.iter().filter(fits).map(|(atom, ..)| *atom).collect()
            };
            made.cell(of_year(None, None));
            if shape.ties == Ties::Totals {
                continue;
            }
            (0..18).for_each(|programme| made.cell(of_year(Some(programme), None)));
            if shape.genders > 1 {
                (0..shape.genders).for_each(|gender| made.cell(of_year(None, Some(gender))));
            }
        }
    }
    made.finish(atoms)
}

/// Cells by their atoms, and relations between them.
#[derive(Default)]
struct Drafts {
    cells: Vec<Vec<u32>>,
    relations: Vec<(Vec<u32>, Vec<Vec<u32>>)>,
}

impl Drafts {
    fn cell(&mut self, mut atoms: Vec<u32>) {
        atoms.sort_unstable();
        if !atoms.is_empty() {
            self.cells.push(atoms);
        }
    }

    /// A sum and its parts.
    fn sum(&mut self, parts: &[Vec<u32>]) {
        let parts: Vec<Vec<u32>> = parts.iter().filter(|part| !part.is_empty()).cloned().collect();
        let mut all = parts.concat();
        all.sort_unstable();
        if parts.len() > 1 {
            self.relations.push((all.clone(), parts.clone()));
        }
        parts.into_iter().chain([all]).for_each(|atoms| self.cell(atoms));
    }

    /// A school in a year: atoms by programme and kön. The first half of the programmes is of one type.
    fn school(&mut self, grid: &[Vec<u32>]) {
        let (one, other) = grid.split_at(grid.len().div_ceil(2));
        let genders = grid.first().map_or(0, Vec::len);
        let column = |rows: &[Vec<u32>], gender: usize| rows.iter().map(|row| row[gender]).collect::<Vec<u32>>();
        for row in grid {
            self.sum(&row.iter().map(|atom| vec![*atom]).collect::<Vec<_>>());
        }
        for rows in [one, other] {
            self.sum(rows);
            self.sum(&(0..genders).map(|gender| column(rows, gender)).collect::<Vec<_>>());
            for gender in 0..genders {
                self.sum(&column(rows, gender).into_iter().map(|atom| vec![atom]).collect::<Vec<_>>());
            }
        }
        for gender in 0..genders {
            self.sum(&[column(one, gender), column(other, gender)]);
        }
        self.sum(&[one.concat(), other.concat()]);
        self.sum(&(0..genders).map(|gender| column(grid, gender)).collect::<Vec<_>>());
    }

    fn finish(self, atoms: Vec<[u64; 3]>) -> Made {
        let mut sets = self.cells;
        sets.sort();
        sets.dedup();
        let place = |atoms: &Vec<u32>| {
            let mut atoms = atoms.clone();
            atoms.sort_unstable();
            sets.binary_search(&atoms).expect("a part is a cell")
        };
        let mut relations: Vec<(usize, Vec<usize>)> =
            self.relations.iter().map(|(sum, parts)| (place(sum), parts.iter().map(place).collect())).collect();
        relations.sort();
        relations.dedup();
        let sum = |set: &Vec<u32>, of: usize| Value::Known(set.iter().map(|atom| atoms[*atom as usize][of]).sum());
        let cells = sets.iter().map(|set| Cell { atoms: set.clone(), role: Role::Open, pupils: sum(set, 0) }).collect();
        let values = |of: usize| sets.iter().map(|set| sum(set, of)).collect();
        let share = Outcome::Shares { reached: vec![values(1)], link: Link::Free };
        let mean = Outcome::Mean {
            sums: values(2),
            scale: Scale { least: 0, most: 2_000, unit: 10, step: 250 },
            grades: Vec::new(),
            alike: Vec::new(),
        };
        let indicators = [share, mean].map(|outcome| Indicator { base: None, outcome, within: None }).to_vec();
        Made { system: System { atoms: atoms.len(), cells, indicators }, atoms, relations }
    }
}
