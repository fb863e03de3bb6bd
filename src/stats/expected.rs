//! What a group would be expected to reach from where it started, and how far from that it is.

use super::least_squares::fit;
use super::normal::upper_tail;

/// A group's result beside what is expected of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expected {
    /// The result of groups with this starting point, in the unit of the results.
    pub value: f64,
    /// The group's own result less the expected one.
    pub residual: f64,
    /// The standard error of the residual: √(sd²/n + s²·h), with the residual deviation s and the leverage h of the line. A lower bound
    /// on the real uncertainty: it holds chance in the pupils and in the line, not what the line leaves out.
    pub error: f64,
}

/// The expected result of each group, `(start, result, pupils)`, from the line through all of them; `sd` is the standard deviation of
/// results between pupils. Start and result are different scales (meritvärde 0–340 and grade points 0–20), and are never subtracted.
///
/// `None` for fewer than three groups, starts that are all alike, a group without pupils, or a negative deviation.
///
/// Source: the project `england_school_explorer` (README), for the standard error. Groups count alike, whatever their size.
pub fn expected(groups: &[(f64, f64, f64)], sd: f64) -> Option<Vec<Expected>> {
    if !(sd.is_finite() && sd >= 0.0 && groups.iter().all(|(.., pupils)| pupils.is_finite() && *pupils > 0.0)) {
        return None;
    }
    let (starts, results): (Vec<f64>, Vec<f64>) = groups.iter().map(|&(start, result, _)| (start, result)).unzip();
    let line = fit(&[&starts], &results)?;
    let rows = groups.iter().zip(&line.residuals).zip(&line.leverage);
    rows.map(|((&(_, result, pupils), &residual), leverage)| {
        let error = (sd * sd / pupils + line.sd * line.sd * leverage).sqrt();
        error.is_finite().then_some(Expected { value: result - residual, residual, error })
    })
    .collect()
}

/// The probability that the true first value is above the second, from values and their standard errors: Φ((a − b)/√(s₁² + s₂²)).
/// `None` when an error is negative, both are 0, or something is not a number.
pub fn probability_above((first, error): (f64, f64), (second, other): (f64, f64)) -> Option<f64> {
    let apart = error.hypot(other);
    (error >= 0.0 && other >= 0.0 && apart > 0.0 && apart.is_finite()).then(|| upper_tail((second - first) / apart))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_groups_by_their_meritvarde() {
        let groups = [
            (180.0, 11.8, 20.0),
            (190.0, 12.4, 35.0),
            (200.0, 12.6, 50.0),
            (210.0, 13.1, 60.0),
            (220.0, 13.0, 45.0),
            (230.0, 13.9, 80.0),
        ];
        let (starts, results): (Vec<f64>, Vec<f64>) = groups.iter().map(|&(x, y, _)| (x, y)).unzip();
        let line = fit(&[&starts], &results).expect("a line");
        let close = |got: f64, expected: f64| assert!((got - expected).abs() < 5.1e-7, "{got} is not {expected}");
        close(line.coefficients[0], 5.302_857);
        close(line.coefficients[1], 0.036_571);
        close(line.sd, 0.223_287);
        close(line.r_squared.expect("a spread"), 0.921_485);
        let got = expected(&groups, 2.6).expect("a line");
        let residuals = [-0.085_714, 0.148_571, -0.017_143, 0.117_143, -0.348_571, 0.185_714];
        let leverage = [0.523_810, 0.295_238, 0.180_952, 0.180_952, 0.295_238, 0.523_810];
        let errors = [0.603_420, 0.455_919, 0.379_765, 0.348_839, 0.406_130, 0.332_589];
        for index in 0..6 {
            close(got[index].residual, residuals[index]);
            close(line.leverage[index], leverage[index]);
            close(got[index].error, errors[index]);
            close(got[index].value, groups[index].1 - residuals[index]);
        }
    }

    #[test]
    fn one_of_two_is_probably_above() {
        assert!(probability_above((1.2, 0.5), (0.4, 0.6)).is_some_and(|p| (p - 0.847_152).abs() < 5e-7));
        assert!(probability_above((0.4, 0.6), (1.2, 0.5)).is_some_and(|p| (p - 0.152_848).abs() < 5e-7));
    }

    #[test]
    fn nothing_to_expect() {
        assert_eq!(expected(&[(1.0, 2.0, 9.0), (2.0, 3.0, 9.0)], 1.0), None);
        assert_eq!(expected(&[(1.0, 2.0, 9.0); 5], 1.0), None);
        assert_eq!(expected(&[(1.0, 2.0, 9.0), (2.0, 3.0, 9.0), (3.0, 3.0, 0.0)], 1.0), None);
        assert_eq!(expected(&[(1.0, 2.0, 9.0), (2.0, 3.0, 9.0), (3.0, 3.0, 9.0)], -1.0), None);
        assert_eq!(probability_above((1.0, 0.0), (2.0, 0.0)), None);
        assert_eq!(probability_above((f64::NAN, 1.0), (2.0, 1.0)), None);
        assert_eq!(probability_above((1.0, -1.0), (2.0, 1.0)), None);
    }
}
