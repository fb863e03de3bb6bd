//! Methods to compare with. Each takes one school and returns which cells are withheld.

use crate::utility::School;

/// Small cells only.
pub(crate) fn primary(school: &School) -> Vec<bool> {
    school.cells.iter().map(|(_, pupils)| *pupils < school.least).collect()
}

/// Where one number of a sum is withheld, the smallest other is too: a part, if there is one. Until nothing changes.
pub(crate) fn next_smallest(school: &School) -> Vec<bool> {
    let mut withheld = primary(school);
    loop {
        let mut is_done = true;
        for (sum, parts) in &school.relations {
            let members = || parts.iter().chain([sum]).copied();
            if members().filter(|cell| withheld[*cell]).count() == 1 {
                let shown = |cells: &[usize]| {
                    let shown = cells.iter().copied().filter(|cell| !withheld[*cell]);
                    shown.min_by_key(|cell| (school.cells[*cell].1, *cell))
                };
                if let Some(next) = shown(parts).or_else(|| shown(&[*sum])) {
                    withheld[next] = true;
                    is_done = false;
                }
            }
        }
        if is_done {
            return withheld;
        }
    }
}

/// The largest first, unless a primary cell would be a sum and difference of the published.
pub(crate) fn gauss(school: &School) -> Vec<bool> {
    let primary = primary(school);
    let mut order: Vec<usize> = (0..primary.len()).filter(|cell| !primary[*cell]).collect();
    order.sort_by_key(|cell| {
        let (atoms, pupils) = school.cells[*cell];
        (std::cmp::Reverse((atoms.count_ones(), pupils)), *cell)
    });
    let mut withheld = primary.clone();
    let mut rows: Vec<u32> = Vec::new();
    for cell in order {
        let more: Vec<u32> = rows.iter().copied().chain([school.cells[cell].0]).collect();
        let hidden = (0..primary.len()).filter(|cell| primary[*cell]);
        if hidden.map(|cell| school.cells[cell].0).any(|hidden| rank(&more) == rank(&[&more[..], &[hidden]].concat())) {
            withheld[cell] = true;
        } else {
            rows = more;
        }
    }
    withheld
}

/// Rank of 0/1 rows, with fractions as remainders by a prime.
fn rank(rows: &[u32]) -> usize {
    const PRIME: i64 = 1_000_003;
    let mut rows: Vec<Vec<i64>> =
        rows.iter().map(|row| (0..32).map(|atom| i64::from(row >> atom & 1)).collect()).collect();
    let mut rank = 0;
    for atom in 0..32 {
        let Some(pivot) = (rank..rows.len()).find(|row| rows[*row][atom] != 0) else { continue };
        rows.swap(rank, pivot);
        let (above, below) = rows.split_at_mut(rank + 1);
        let pivot = &above[rank];
        for row in below {
            // Cross-multiplied, so that no inverse is needed.
            let (a, b) = (pivot[atom], row[atom]);
            for (value, by) in row.iter_mut().zip(pivot) {
                *value = (*value * a - by * b).rem_euclid(PRIME);
            }
        }
        rank += 1;
    }
    rank
}

/// The fewest cells that can be withheld beside the primary ones, by trying all: those in `may`, largest sets last.
pub(crate) fn fewest(school: &School, is_safe: &dyn Fn(&[bool]) -> bool, at_most: usize) -> usize {
    let primary = primary(school);
    let may: Vec<usize> = (0..primary.len()).filter(|cell| !primary[*cell]).collect();
    let mut sets: Vec<u32> = (0..1_u32 << may.len()).filter(|set| (set.count_ones() as usize) < at_most).collect();
    sets.sort_by_key(|set| set.count_ones());
    let with = |set: &u32| {
        let mut withheld = primary.clone();
        may.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).for_each(|(_, cell)| withheld[*cell] = true);
        withheld
    };
    sets.iter().find(|set| is_safe(&with(set))).map_or(at_most, |set| set.count_ones() as usize)
}
