//! Which numbers of pupils a printed Wilson interval can come from.
//!
//! The limits `l` of the interval of x of n are the two solutions of `n (x/n − l)² = z² l (1 − l)`. They grow with x, so that for each n
//! a printed pair leaves a range of x, found here in whole numbers.

/// A printed limit: between `from` and `to`, of `whole` (which stands for 100 %).
#[derive(Clone, Copy)]
pub(super) struct Limit {
    pub(super) from: i64,
    pub(super) to: i64,
}

/// `z²` in millionths, of the levels in use.
pub(super) fn z_squared(level: u16) -> Option<i64> {
    Some(match level {
        800 => 1_642_374,
        900 => 2_705_543,
        950 => 3_841_459,
        990 => 6_634_897,
        998 => 9_549_536,
        _ => return None,
    })
}

/// The x, from … to, that print as these limits with n pupils.
pub(super) fn having(n: i64, low: Limit, high: Limit, whole: i64, z2: i64) -> Option<(i64, i64)> {
    // `n (x/n − t)²` against `z² t (1 − t)`, times n · whole² · a million, with t = limit / whole.
    let sides = |x: i64, limit: i64| {
        let away = i128::from(x) * i128::from(whole) - i128::from(n) * i128::from(limit);
        let spread = i128::from(z2) * i128::from(n) * i128::from(limit) * i128::from(whole - limit);
        (away, away * away * 1_000_000, spread)
    };
    let low_at_least = |x: i64, limit: i64| {
        let (away, square, spread) = sides(x, limit);
        limit <= 0 || (limit < whole && away >= 0 && square >= spread)
    };
    let low_above = |x: i64, limit: i64| {
        let (away, square, spread) = sides(x, limit);
        limit < 0 || (limit < whole && away >= 0 && square > spread)
    };
    let high_at_least = |x: i64, limit: i64| {
        let (away, square, spread) = sides(x, limit);
        limit <= 0 || (limit <= whole && (away >= 0 || square <= spread))
    };
    let high_above = |x: i64, limit: i64| {
        let (away, square, spread) = sides(x, limit);
        limit < 0 || (limit < whole && (away > 0 || square < spread))
    };
    let from = first(n, |x| low_at_least(x, low.from) && high_at_least(x, high.from));
    let to = first(n, |x| low_above(x, low.to) || high_above(x, high.to)) - 1;
    (from <= to).then_some((from, to))
}

/// The smallest x up to n of which this holds, n + 1 if none; it holds of every larger one too.
fn first(n: i64, holds: impl Fn(i64) -> bool) -> i64 {
    let (mut from, mut to) = (0, n + 1);
    while from < to {
        let middle = i64::midpoint(from, to);
        if holds(middle) {
            to = middle;
        } else {
            from = middle + 1;
        }
    }
    from
}
