//! Unknowns that the printed sums determine, whatever the bounds (rung 2): elimination modulo two primes.

use super::system::{Contradiction, System};

/// Two primes just below 2³¹: products fit, and no determinant of a real table is a multiple of both.
const PRIMES: [u64; 2] = [2_147_483_647, 2_147_483_629];

/// The column of the known side.
const KNOWN: u32 = u32::MAX;

/// Larger components are left to the search.
const MOST_UNKNOWNS: usize = 4000;

/// Column and factor, sorted by column.
type Sparse = Vec<(u32, u64)>;

/// Unknowns with their only value. An unknown that only one of the primes finds determined is left to the search.
pub(super) fn determined(system: &System, vars: &[u32], ties: &[u32]) -> Result<Vec<(u32, i64)>, Contradiction> {
    if vars.len() > MOST_UNKNOWNS {
        return Ok(Vec::new());
    }
    let [first, second] = PRIMES.map(|prime| solve(equations(system, ties, prime), prime));
    let (Some(first), Some(second)) = (first, second) else { return Err(Contradiction) };
    // Equal modulo both, so equal.
    Ok(first
        .into_iter()
        .filter(|found| second.contains(found))
        .map(|(var, value)| (var, value.cast_signed()))
        .collect())
}

/// The sums over what is still open.
fn equations(system: &System, ties: &[u32], prime: u64) -> Vec<Sparse> {
    let modulo = |number: i64| number.rem_euclid(prime.cast_signed()).cast_unsigned();
    let sums = ties.iter().filter_map(|tie| system.rows.get(*tie as usize)).filter(|row| row.lo == row.hi);
    let equation = |row: &super::system::Row| {
        let mut known = row.lo;
        let mut terms = Sparse::new();
        for &(var, factor) in &row.terms {
            match system.fixed(var) {
                Some(value) => known -= factor * value,
                None => terms.push((var, modulo(factor))),
            }
        }
        terms.sort_unstable();
        terms.push((KNOWN, modulo(known)));
        terms.retain(|term| term.1 != 0);
        terms
    };
    sums.map(equation).collect()
}

/// The unknowns that stand alone when everything is eliminated; `None` where the equations contradict each other.
fn solve(equations: Vec<Sparse>, prime: u64) -> Option<Vec<(u32, u64)>> {
    // Each led by an unknown with the factor one, that is in no other.
    let mut reduced: Vec<Sparse> = Vec::new();
    for mut row in equations {
        for other in &reduced {
            let lead = other.first().map_or(KNOWN, |lead| lead.0);
            if let Ok(at) = row.binary_search_by_key(&lead, |term| term.0) {
                row = less(&row, row[at].1, other, prime);
            }
        }
        let Some(&(lead, factor)) = row.first() else { continue };
        if lead == KNOWN {
            return None;
        }
        let inverse = power(factor, prime - 2, prime);
        for term in &mut row {
            term.1 = term.1 * inverse % prime;
        }
        for other in &mut reduced {
            if let Ok(at) = other.binary_search_by_key(&lead, |term| term.0) {
                *other = less(other, other[at].1, &row, prime);
            }
        }
        reduced.push(row);
    }
    let alone = reduced.iter().filter_map(|row| match row[..] {
        [(var, _)] => Some((var, 0)),
        [(var, _), (KNOWN, value)] => Some((var, value)),
        _ => None,
    });
    Some(alone.collect())
}

/// `row − factor · other`.
fn less(row: &Sparse, factor: u64, other: &Sparse, prime: u64) -> Sparse {
    let mut found = Sparse::with_capacity(row.len() + other.len());
    let (mut left, mut right) = (row.iter().peekable(), other.iter().peekable());
    loop {
        let column = match (left.peek(), right.peek()) {
            (None, None) => return found,
            (Some(left), None) => left.0,
            (None, Some(right)) => right.0,
            (Some(left), Some(right)) => left.0.min(right.0),
        };
        let kept = left.next_if(|term| term.0 == column).map_or(0, |term| term.1);
        let taken = right.next_if(|term| term.0 == column).map_or(0, |term| term.1 * factor % prime);
        let value = (kept + prime - taken) % prime;
        if value != 0 {
            found.push((column, value));
        }
    }
}

fn power(base: u64, exponent: u64, prime: u64) -> u64 {
    let (mut found, mut square, mut left) = (1, base % prime, exponent);
    while left > 0 {
        if left % 2 == 1 {
            found = found * square % prime;
        }
        square = square * square % prime;
        left /= 2;
    }
    found
}
