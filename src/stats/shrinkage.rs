//! Schools drawn towards the whole: what each of them would be expected to show again.
//!
//! A lens for reading many small schools at once: the fewer the pupils, the more of what stands out is chance, and the further the
//! value is drawn in. It never replaces the published value, and hides nothing: small groups are withheld by other rules.

use super::interval::share_count;
use super::pooling::pooled_share;

/// Many values, drawn towards their common mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Shrinkage {
    /// The common mean, weighted by how sure each value is; the centre of the funnel when the values are shares. In the values' unit.
    pub mean: f64,
    /// The standard error of the common mean, between-school spread included.
    pub mean_error: f64,
    /// Cochran's Q: the squared deviations from the mean, each in its own variances. Near the number of values less 1 when nothing
    /// but chance separates them.
    pub q: f64,
    /// τ²: the variance between schools that chance does not account for, in the values' unit squared; 0 where there is none.
    pub between: f64,
    /// I² of Higgins & Thompson 2002: the part of all variance that is not chance, 0..=1.
    pub beyond_chance: f64,
    /// The drawn values, in the order given.
    pub values: Vec<Shrunk>,
}

/// One value, drawn towards the mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shrunk {
    /// Mean + `kept`·(value − mean).
    pub value: f64,
    /// How much of the deviation is kept, 0..=1.
    pub kept: f64,
    /// The standard error of the drawn value. Too small by what is not known of the spread between schools: see the table of
    /// coverage in [`super`].
    pub error: f64,
}

/// Values with the variance of each (its standard error squared), drawn by what differs between them beyond chance.
///
/// With w = 1/s²: Q = Σw(y − ȳ)², between = max(0, (Q − (k − 1))/(Σw − Σw²/Σw)), kept = between/(between + s²). When no more than chance
/// is seen, everyone is drawn all the way to the mean. `None` for fewer than two values, and for a variance that is not above 0.
///
/// Source: `DerSimonian` & Laird 1986, Controlled Clinical Trials 7:177; the same as `tau2h_dl` of the R package pimeta and
/// `rma_dl` of metaforest. The mean is weighted by 1/s², as Q is; those packages weigh their mean by 1/(s² + between).
pub fn dersimonian_laird(units: &[(f64, f64)]) -> Option<Shrinkage> {
    if units.len() < 2 || !units.iter().all(|(y, variance)| y.is_finite() && variance.is_finite() && *variance > 0.0) {
        return None;
    }
    let sum = |of: &dyn Fn(f64, f64) -> f64| units.iter().map(|&(y, variance)| of(y, variance)).sum::<f64>();
    let (w, w2) = (sum(&|_, v| 1.0 / v), sum(&|_, v| 1.0 / (v * v)));
    let mean = sum(&|y, v| y / v) / w;
    let q = sum(&|y, v| (y - mean) * (y - mean) / v);
    let excess = q - (units.len() - 1) as f64;
    let between = (excess / (w - w2 / w)).max(0.0);
    let mean_variance = (1.0 + between * w2 / w) / w;
    if ![mean, q, between, mean_variance].iter().all(|found| found.is_finite()) {
        return None;
    }
    let shrunk = |&(y, variance): &(f64, f64)| {
        let kept = between / (between + variance);
        let error = (kept * variance + (1.0 - kept) * (1.0 - kept) * mean_variance).sqrt();
        Shrunk { value: mean + kept * (y - mean), kept, error }
    };
    Some(Shrinkage {
        mean,
        mean_error: mean_variance.sqrt(),
        q,
        between,
        beyond_chance: if excess > 0.0 { excess / q } else { 0.0 },
        values: units.iter().map(shrunk).collect(),
    })
}

/// Shares, `x` of `n` pupils, as values and variances for [`dersimonian_laird`]. The variance is θ(1 − θ)/n with the pooled share θ,
/// because the school's own would be 0 where all succeed. `None` where one of them is no share, and when all are 0 or all are 1.
pub fn shares(units: &[(f64, f64)]) -> Option<Vec<(f64, f64)>> {
    let (x, n) = pooled_share(units)?;
    let spread = x / n * (1.0 - x / n);
    units
        .iter()
        .map(|&(x, n)| Some((share_count(x, n)? / n, spread / n)))
        .collect::<Option<Vec<_>>>()
        .filter(|_| spread > 0.0)
}

/// Values that are all equally sure, with this variance each, drawn towards their plain mean by 1 − (k − 3)·variance/Σ(y − ȳ)², at
/// least 0. `None` for fewer than four values or a variance that is not above 0.
///
/// Source: Efron & Morris 1975, Journal of the American Statistical Association 70:311 (batting averages).
pub fn james_stein(values: &[f64], variance: f64) -> Option<Vec<f64>> {
    let k = values.len() as f64;
    let mean = values.iter().sum::<f64>() / k;
    let squares: f64 = values.iter().map(|y| (y - mean) * (y - mean)).sum();
    if values.len() < 4 || !squares.is_finite() || !variance.is_finite() || variance <= 0.0 {
        return None;
    }
    let kept = if squares > 0.0 { (1.0 - (k - 3.0) * variance / squares).max(0.0) } else { 0.0 };
    Some(values.iter().map(|y| mean + kept * (y - mean)).collect())
}

#[cfg(test)]
mod tests;
