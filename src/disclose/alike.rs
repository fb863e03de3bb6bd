//! Whether few pupils have results so alike that their mean tells each one's: what nobody or everybody is to a share.

use super::system::step;
use crate::data::{Cell, Fixed, Indicator, Kind};

/// Larger groups are not looked at: there, all alike is no secret.
const LARGEST: u64 = 40;

/// The scale of a mean, in millionths.
#[derive(Debug)]
pub(super) struct Alike {
    lowest: i128,
    highest: i128,
    step: i128,
}

impl Alike {
    /// `None` of what is no mean.
    pub(super) fn new(about: &Indicator) -> Option<Self> {
        let millionths = |value: f64| Fixed::from_f64(value).map_or(0, |fixed| i128::from(fixed.millionths()));
        let [lowest, highest, step] = [about.lowest, about.highest, step(about)].map(millionths);
        (about.kind == Kind::Mean).then_some(Self { lowest, highest, step })
    }

    /// Whether a mean of these pupils, with its interval, tells the result of each to within a step of the scale. Of so few, all are at
    /// one end of the scale, or have nearly the same.
    pub(super) fn are_alike<'a>(&self, cells: impl Iterator<Item = &'a Cell>) -> bool {
        let (mut n, mut sum, mut squares) = (0, 0, 0);
        for cell in cells {
            n += cell.sums.n;
            // Of published means nobody knows how they spread.
            if n > LARGEST || cell.weighted {
                return false;
            }
            sum += cell.sums.sum;
            squares += cell.sums.sum_sq.cast_signed();
        }
        let (n, step) = (i128::from(n), self.step);
        // Nobody is further from an end than all together, and nobody further from the mean than the root of (n - 1) / n of the sum of
        // squared deviations, which is 1 / n of this.
        let (above, below) = (sum - n * self.lowest, n * self.highest - sum);
        let spread = n * squares - sum * sum;
        n > 0 && (above < step || below < step || 4 * spread * (n - 1) < step * step * n * n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Fixed, Value, pupil_profile};

    /// Attendance from 0 to 100, of which a step is 10.
    fn alike(values: &[f64]) -> bool {
        let mut cell = Cell::default();
        for value in values {
            cell.push_pupil(Value::Known(Fixed::from_f64(*value).expect("in range")));
        }
        Alike::new(&pupil_profile().indicators[0]).expect("a mean").are_alike([&cell, &Cell::default()].into_iter())
    }

    #[test]
    fn results_are_alike_where_each_is_known_to_within_a_step() {
        for (values, expected) in [
            (&[100.0; 12][..], true),
            (&[0.0; 19], true),
            (&[80.0; 12], true),
            (&[0.0; 41], false),
            (&[], false),
            (&[100.0, 100.0, 100.0, 90.5], true),
            (&[100.0, 100.0, 100.0, 89.5], false),
            (&[80.0, 81.0, 80.0, 79.0, 80.0], true),
            // Four of five may be at 80 and one at 72, or at 88.
            (&[80.0, 84.0, 76.0, 78.0, 82.0], false),
            (&[60.0, 100.0, 90.0, 85.0, 70.0], false),
        ] {
            assert_eq!(alike(values), expected, "{values:?}");
        }
        assert!(Alike::new(&pupil_profile().indicators[1]).is_none(), "a share has a rule of its own");
    }
}
