//! The values that cut an ordered list in four.

/// First quartile, median and third quartile, in the unit of the values, each interpolated between the two values around it.
///
/// `None` of nothing, and where a value is not a number. Source: Hyndman & Fan 1996, Sample Quantiles in Statistical Packages,
/// definition 7.
pub fn quartiles(values: &[f64]) -> Option<[f64; 3]> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().checked_sub(1)?;
    if !sorted.iter().all(|value| value.is_finite()) {
        return None;
    }
    // The place of a quartile is a number of whole steps and quarters of one.
    let at = |quarters: usize| {
        let (below, part) = (last * quarters / 4, (last * quarters % 4) as f64 / 4.0);
        sorted[below] + part * (sorted[(below + 1).min(last)] - sorted[below])
    };
    Some([at(1), at(2), at(3)])
}

#[cfg(test)]
mod tests {
    use super::quartiles;

    #[test]
    fn quartiles_lie_between_the_values_around_them() {
        for (values, expected) in [
            (vec![], None),
            (vec![f64::NAN, 1.0], None),
            (vec![7.0], Some([7.0, 7.0, 7.0])),
            (vec![2.0, 1.0], Some([1.25, 1.5, 1.75])),
            (vec![1.0, 3.0, 2.0, 5.0, 4.0], Some([2.0, 3.0, 4.0])),
            // R: quantile(c(3, 6, 7, 8, 8, 10, 13, 15, 16, 20))
            (vec![3.0, 6.0, 7.0, 8.0, 8.0, 10.0, 13.0, 15.0, 16.0, 20.0], Some([7.25, 9.0, 14.5])),
        ] {
            assert_eq!(quartiles(&values), expected, "{values:?}");
        }
    }
}
