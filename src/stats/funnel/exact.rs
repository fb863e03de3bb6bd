//! Funnel limits from the binomial distribution itself.

use super::super::interval::Interval;
use super::super::normal::upper_tail;
use super::score_limits;

/// Above this many pupils the score limits are given: half a pupil, by which the two differ, is then nothing that a plot shows.
const LARGEST: u64 = 10_000;

/// As [`score_limits`], from the binomial distribution of `n` pupils, interpolated so that the limits are smooth in n.
///
/// With F the cumulative distribution, p the probability below the limit and r the smallest count with F(r) ≥ p, the limit is
/// (r − a)/n, where a = (F(r) − p)/(F(r) − F(r − 1)). It lies about half a pupil below the score limit: F counts whole pupils.
///
/// `None` as for the score limits. Source: Spiegelhalter 2005, Statistics in Medicine 24:1185, appendix; the same formula in
/// the Stata command funnelcompar, option `exact` (Forni & Gini 2009).
pub fn exact_limits(centre: f64, n: u64, z: f64) -> Option<Interval> {
    let approximate = score_limits(centre, n as f64, z)?;
    if n > LARGEST || centre <= 0.0 || centre >= 1.0 {
        return Some(approximate);
    }
    let chances = chances(n, centre);
    let tail = upper_tail(z)?;
    let limit = |below: f64| {
        let mut sum = 0.0;
        for (count, chance) in chances.iter().enumerate() {
            sum += chance;
            if sum >= below && *chance > 0.0 {
                return ((count as f64 - (sum - below) / chance) / n as f64).clamp(0.0, 1.0);
            }
        }
        1.0 // the chances add up to 1 but for a rounding error
    };
    Some(Interval { lo: limit(tail), hi: limit(1.0 - tail) })
}

/// The chance of each count from 0 to `n`, where a pupil succeeds with the chance `share`: from the most likely count outwards by the
/// ratio of neighbours, so that nothing underflows but what is nothing.
fn chances(n: u64, share: f64) -> Vec<f64> {
    let (total, odds) = (n as f64, share / (1.0 - share));
    let mut weights: Vec<f64> = (0..=n).map(|_| 1.0).collect(); // n is at most LARGEST
    let last = weights.len() - 1;
    let top = (0..last).take_while(|count| (count + 1) as f64 <= total * share).count();
    for count in top..last {
        weights[count + 1] = weights[count] * (total - count as f64) / (count + 1) as f64 * odds;
    }
    for count in (0..top).rev() {
        weights[count] = weights[count + 1] * (count + 1) as f64 / ((total - count as f64) * odds);
    }
    let sum: f64 = weights.iter().sum();
    weights.iter().map(|weight| weight / sum).collect()
}
