//! Student's t distribution with real degrees of freedom, as Welch's formula gives them.

use super::normal;

/// From this many degrees of freedom on, the expansion about the normal quantile is exact to the last digits.
const LARGE_DF: f64 = 1_000.0;

/// The logarithm of the largest t that is looked for: its square must stay within f64.
const LN_LARGEST: f64 = 350.0;

/// The quantile of Student's t at `p` (0 < p < 1) with `df` degrees of freedom (real, above 0; infinity gives the normal
/// quantile). Relative error below 1e-9. `None` outside these ranges, and where the quantile is beyond 1e152, which takes
/// less than 0.02 degrees of freedom.
///
/// Below 1 000 degrees of freedom it inverts [`upper_tail`]; above, it is the expansion of Abramowitz & Stegun 26.7.5
/// (Fisher & Cornish), whose first term left out is below 1e-13 there.
pub fn quantile(p: f64, df: f64) -> Option<f64> {
    let z = normal::quantile(p)?;
    if df.is_nan() || df <= 0.0 {
        return None;
    }
    if z == 0.0 || df == f64::INFINITY {
        return Some(z);
    }
    if df >= LARGE_DF {
        return Some(expand(z, df));
    }
    let t = invert(p.min(1.0 - p), z.abs(), df)?;
    Some(t.copysign(z))
}

/// The factor of a two-sided t interval: the quantile at (1 + confidence) / 2. `confidence` is 0.95, not 95.
pub fn two_sided(confidence: f64, df: f64) -> Option<f64> {
    if confidence > 0.0 { quantile(f64::midpoint(1.0, confidence), df) } else { None }
}

/// P(T > t) for t >= 0 and `df` > 0: half the regularised incomplete beta function I(x; df/2, 1/2) at x = df/(df + t²).
///
/// Source: Abramowitz & Stegun 26.7.1; the continued fraction is 26.5.8, by the modified Lentz method (Thompson & Barnett
/// 1986, Journal of Computational Physics 64:490).
pub fn upper_tail(t: f64, df: f64) -> f64 {
    let (a, b) = (df / 2.0, 0.5);
    // Both x and 1 − x are computed directly: the small one of them would lose its digits as a difference from 1.
    let ratio = t * t / df;
    let (x, rest) = (1.0 / (1.0 + ratio), 1.0 / (1.0 + 1.0 / ratio));
    if rest == 0.0 {
        return 0.5;
    }
    let ln_front = -a * ratio.ln_1p() + b * rest.ln() - ln_beta(a, b);
    // The continued fraction converges fast on one side of the mode; the other side is reached by symmetry.
    if x < (a + 1.0) / (a + b + 2.0) {
        0.5 * ln_front.exp() * continued_fraction(a, b, x) / a
    } else {
        0.5 * (1.0 - ln_front.exp() * continued_fraction(b, a, rest) / b)
    }
}

/// The t with an upper tail of `tail` (below 1/2). `z` is the normal quantile, which is never above t.
///
/// Newton's method on ln tail against ln t, because the tail is a power of t when `df` is small, and so the curve is then
/// nearly straight. A step that leaves the bracket is replaced by its middle, so it always ends.
fn invert(tail: f64, z: f64, df: f64) -> Option<f64> {
    let target = tail.ln();
    let (mut low, mut high) = (z.ln(), z.ln() + 1.0);
    while upper_tail(high.exp(), df) > tail {
        low = high;
        high += 1.0 + high.abs();
        if high > LN_LARGEST {
            return None;
        }
    }
    let mut u = low;
    for _ in 0..200 {
        let t = u.exp();
        let q = upper_tail(t, df);
        let miss = q.ln() - target;
        if miss > 0.0 {
            low = u;
        } else {
            high = u;
        }
        let step = miss * q / (density(t, df) * t);
        let next = if u + step > low && u + step < high { u + step } else { f64::midpoint(low, high) };
        if (next - u).abs() <= 1e-14 * (1.0 + u.abs()) {
            return Some(next.exp());
        }
        u = next;
    }
    Some(u.exp())
}

/// The density of Student's t.
fn density(t: f64, df: f64) -> f64 {
    (-f64::midpoint(df, 1.0) * (t * t / df).ln_1p() - ln_beta(df / 2.0, 0.5)).exp() / df.sqrt()
}

/// Abramowitz & Stegun 26.7.5: the quantile as the normal one plus terms in 1/df.
fn expand(z: f64, df: f64) -> f64 {
    let w = z * z;
    let g1 = (w + 1.0) / 4.0;
    let g2 = ((5.0 * w + 16.0) * w + 3.0) / 96.0;
    let g3 = (((3.0 * w + 19.0) * w + 17.0) * w - 15.0) / 384.0;
    let g4 = ((((79.0 * w + 776.0) * w + 1_482.0) * w - 1_920.0) * w - 945.0) / 92_160.0;
    z * (1.0 + (g1 + (g2 + (g3 + g4 / df) / df) / df) / df)
}

/// ln B(a, b).
fn ln_beta(a: f64, b: f64) -> f64 {
    ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b)
}

/// The continued fraction of the incomplete beta function.
fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300; // stands in for a denominator of exactly 0, as the modified Lentz method asks
    let away_from_zero = |v: f64| if v.abs() < TINY { TINY } else { v };
    // The ratios of consecutive numerators and of consecutive denominators (C and D in the paper).
    let mut above = 1.0;
    let mut below = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut fraction = below;
    for index in 1..10_000 {
        let step = f64::from(index);
        let even = step * (b - step) * x / ((a + 2.0 * step - 1.0) * (a + 2.0 * step));
        let odd = -(a + step) * (a + b + step) * x / ((a + 2.0 * step) * (a + 2.0 * step + 1.0));
        let before = fraction;
        for term in [even, odd] {
            below = 1.0 / away_from_zero(1.0 + term * below);
            above = away_from_zero(1.0 + term / above);
            fraction *= above * below;
        }
        if (fraction - before).abs() <= 1e-16 * fraction.abs() {
            break;
        }
    }
    fraction
}

/// ln Γ(x) for x > 0.
///
/// Source: Lanczos 1964, SIAM Journal on Numerical Analysis 1:86, with g = 7 and nine coefficients (Godfrey). Relative
/// error about 1e-15.
fn ln_gamma(x: f64) -> f64 {
    const G: f64 = 7.0;
    const HALF_LN_TWO_PI: f64 = 0.918_938_533_204_672_7;
    const COEFFICIENTS: [f64; 8] = [
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    if x < 0.5 {
        // One step of the recurrence keeps the small degrees of freedom in the range where the series is best.
        return ln_gamma(x + 1.0) - x.ln();
    }
    let y = x - 1.0;
    let mut series = 0.999_999_999_999_809_9;
    let mut divisor = y;
    for c in COEFFICIENTS {
        divisor += 1.0;
        series += c / divisor;
    }
    let base = y + G + 0.5;
    HALF_LN_TWO_PI + (y + 0.5) * base.ln() - base + series.ln()
}

#[cfg(test)]
mod tests;
