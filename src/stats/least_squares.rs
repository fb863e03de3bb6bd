//! Ordinary least squares with an intercept, for a handful of predictors.

/// A fitted line or plane.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The intercept, then one coefficient per predictor, in the order given.
    pub coefficients: Vec<f64>,
    /// Their standard errors.
    pub errors: Vec<f64>,
    /// The residual standard deviation, with n − p − 1 degrees of freedom, in the unit of the values.
    pub sd: f64,
    /// The part of the variance that is explained; `None` when the values are all alike.
    pub r_squared: Option<f64>,
    /// What is left of each value.
    pub residuals: Vec<f64>,
    /// How much each value pulls the line towards itself, 0..=1; they add up to the number of coefficients.
    pub leverage: Vec<f64>,
}

/// Fits `values` by `predictors`, each of which has a number per value.
///
/// `None` when lengths differ, there are not more values than coefficients, something is not a number, or a predictor is a combination of
/// others (or does not vary).
///
/// By orthogonalisation (Gram & Schmidt), each column twice, after which the columns are orthogonal to the last digit (Giraud et al.
/// 2005, Numerische Mathematik 101:87): the normal equations would lose half of the digits.
pub fn fit(predictors: &[&[f64]], values: &[f64]) -> Option<Fit> {
    let count = values.len();
    let free = count.checked_sub(predictors.len() + 1).filter(|free| *free > 0)? as f64;
    if predictors.iter().any(|column| column.len() != count) {
        return None;
    }
    // Each predictor is (row of R, its column of Q): the predictor is Q·R.
    let mut basis: Vec<Vec<f64>> = Vec::new();
    let mut rows: Vec<Vec<f64>> = Vec::new();
    for column in std::iter::once(vec![1.0; count]).chain(predictors.iter().map(|column| column.to_vec())) {
        let (rest, mut parts) = without(&basis, column.clone());
        let (length, before) = (dot(&rest, &rest).sqrt(), dot(&column, &column).sqrt());
        if !(length.is_finite() && length > 1e-10 * before) {
            return None;
        }
        parts.push(length);
        rows.push(parts);
        basis.push(rest.iter().map(|value| value / length).collect());
    }
    let (residuals, parts) = without(&basis, values.to_vec());
    let variance = dot(&residuals, &residuals) / free;
    let mean = values.iter().sum::<f64>() / count as f64;
    let total: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    if !variance.is_finite() {
        return None;
    }
    let coefficients = solve(&rows, &parts);
    // The rows of the inverse of R hold what each coefficient owes to each orthogonal column.
    let unit = |at: usize| (0..rows.len()).map(|index| if index == at { 1.0 } else { 0.0 }).collect::<Vec<f64>>();
    let inverse: Vec<Vec<f64>> = (0..rows.len()).map(|at| solve(&rows, &unit(at))).collect();
    let owed =
        |index: usize| inverse.iter().filter_map(|column| column.get(index)).map(|part| part * part).sum::<f64>();
    let errors: Vec<f64> = (0..rows.len()).map(|index| (variance * owed(index)).sqrt()).collect();
    if !coefficients.iter().chain(&errors).all(|found| found.is_finite()) {
        return None;
    }
    Some(Fit {
        coefficients,
        errors,
        sd: variance.sqrt(),
        r_squared: (total > 0.0).then(|| (1.0 - variance * free / total).max(0.0)),
        residuals,
        leverage: (0..count).map(|at| basis.iter().filter_map(|q| q.get(at)).map(|q| q * q).sum()).collect(),
    })
}

/// What is left of a column without its parts along the basis, and those parts.
fn without(basis: &[Vec<f64>], mut column: Vec<f64>) -> (Vec<f64>, Vec<f64>) {
    let mut parts = vec![0.0; basis.len()];
    for _ in 0..2 {
        for (part, direction) in parts.iter_mut().zip(basis) {
            let along = dot(direction, &column);
            *part += along;
            column.iter_mut().zip(direction).for_each(|(value, direction)| *value -= along * direction);
        }
    }
    (column, parts)
}

/// Solves R·b = parts from the last coefficient backwards; `columns[j]` holds R's column j from the top to its diagonal.
fn solve(columns: &[Vec<f64>], parts: &[f64]) -> Vec<f64> {
    let mut left = parts.to_vec();
    let mut solved = Vec::new();
    for column in columns.iter().rev() {
        let coefficient = left.pop().unwrap_or(0.0) / column.last().copied().unwrap_or(1.0);
        left.iter_mut().zip(column).for_each(|(left, part)| *left -= coefficient * part);
        solved.push(coefficient);
    }
    solved.reverse();
    solved
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_through_five_points() {
        // R: lm(c(2.1, 3.9, 6.2, 7.8, 10.1) ~ c(1, 2, 3, 4, 5)), and by hand: slope 19.9/10.
        let got = fit(&[&[1.0, 2.0, 3.0, 4.0, 5.0]], &[2.1, 3.9, 6.2, 7.8, 10.1]).expect("a line");
        assert!((got.coefficients[1] - 1.99).abs() < 1e-12 && (got.coefficients[0] - 0.05).abs() < 1e-12);
        let squares: f64 = [0.06, -0.13, 0.18, -0.21, 0.1].map(|rest: f64| rest * rest).iter().sum();
        assert!((got.sd - (squares / 3.0).sqrt()).abs() < 1e-12);
        assert!((got.errors[1] - (squares / 3.0 / 10.0).sqrt()).abs() < 1e-12);
        assert!((got.leverage[0] - 0.6).abs() < 1e-12 && (got.leverage[2] - 0.2).abs() < 1e-12);
    }

    #[test]
    fn no_line() {
        let x = [1.0, 2.0, 3.0, 4.0];
        assert_eq!(fit(&[&x[..2]], &[1.0, 2.0]), None);
        assert_eq!(fit(&[&x[..3]], &x), None);
        assert_eq!(fit(&[&[5.0; 4]], &x), None);
        assert_eq!(fit(&[&x, &[2.0, 4.0, 6.0, 8.0]], &x), None);
        assert_eq!(fit(&[&[1.0, 2.0, f64::NAN, 4.0]], &x), None);
        assert_eq!(fit(&[&x], &[1.0, 2.0, f64::INFINITY, 4.0]), None);
        assert_eq!(fit(&[], &[]), None);
        assert_eq!(fit(&[], &[3.0; 4]).and_then(|mean| mean.r_squared), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn residuals_are_orthogonal_and_leverage_adds_up(
            rows in prop::collection::vec((-50.0..50.0_f64, -5.0..5.0_f64, -9.0..9.0_f64), 6..40)
        ) {
            let column = |of: fn(&(f64, f64, f64)) -> f64| rows.iter().map(of).collect::<Vec<f64>>();
            let (a, b, y) = (column(|row| row.0), column(|row| row.1), column(|row| row.2));
            let got = fit(&[&a, &b], &y).expect("a plane");
            for direction in [&a, &b, &vec![1.0; y.len()]] {
                prop_assert!(dot(direction, &got.residuals).abs() < 1e-8);
            }
            prop_assert!((got.leverage.iter().sum::<f64>() - 3.0).abs() < 1e-9);
            let at = |index: usize| got.coefficients[0] + got.coefficients[1] * a[index] + got.coefficients[2] * b[index];
            prop_assert!((0..y.len()).all(|index| (at(index) + got.residuals[index] - y[index]).abs() < 1e-8));
        }
    }
}
