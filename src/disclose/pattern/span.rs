//! Whether a hidden number is a sum and difference of published ones.

use crate::disclose::pattern::window::{Window, bits};

/// Remainders by this prime stand for whole numbers. That a sum is taken for 0 by chance only withholds more.
const PRIME: u64 = (1 << 31) - 1;

type Remainders = [u64; Window::LARGEST];

/// Whether the exact lines of a window determine its hidden number: Gaussian elimination.
pub(super) fn determines(window: &Window) -> bool {
    // Only a circle of parts and lines can do that without single lines doing it, and those are seen sooner elsewhere.
    if is_forest(window) {
        return false;
    }
    let mut reduced: Vec<(usize, Remainders)> = Vec::new();
    for line in window.lines.iter().filter(|line| line.low == line.high) {
        let mut row = remainders(line.mask);
        reduce(&mut row, &reduced);
        if let Some(pivot) = row.iter().position(|value| *value != 0) {
            let inverse = power(row[pivot], PRIME - 2);
            for value in &mut row {
                *value = *value * inverse % PRIME;
            }
            reduced.push((pivot, row));
        }
    }
    let mut hidden = remainders(window.hidden);
    reduce(&mut hidden, &reduced);
    hidden.iter().all(|value| *value == 0)
}

fn remainders(mask: u64) -> Remainders {
    let mut row = [0; Window::LARGEST];
    bits(mask).for_each(|part| row[part] = 1);
    row
}

/// Takes earlier rows away until their pivots are 0, in the order they came: a later one is 0 where an earlier one has its pivot.
fn reduce(row: &mut Remainders, by: &[(usize, Remainders)]) {
    for (pivot, other) in by {
        let times = PRIME - row[*pivot];
        if times != PRIME {
            row.iter_mut().zip(other).for_each(|(value, other)| *value = (*value + times * other) % PRIME);
        }
    }
}

fn power(mut base: u64, mut exponent: u64) -> u64 {
    let mut product = 1;
    while exponent > 0 {
        if exponent & 1 == 1 {
            product = product * base % PRIME;
        }
        base = base * base % PRIME;
        exponent >>= 1;
    }
    product
}

/// Whether parts and lines, joined where a part is in a line, have no circle: each line joins pieces that nothing joined before.
fn is_forest(window: &Window) -> bool {
    let mut pieces: Vec<u64> = Vec::with_capacity(window.lines.len());
    for line in &window.lines {
        let mut joined = line.mask;
        for piece in &pieces {
            if (piece & line.mask).count_ones() > 1 {
                return false;
            }
            if piece & line.mask != 0 {
                joined |= piece;
            }
        }
        pieces.retain(|piece| piece & line.mask == 0);
        pieces.push(joined);
    }
    true
}
