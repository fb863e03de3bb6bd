//! Sums of spread values: how a million rows become one mean and one standard deviation.
//!
//! Two forms, because the two ends of the chain want different things.
//!
//! * [`FixedSums`] is for counting rows. The values are whole numbers of a small fixed unit (87,4 % is 87 400 000
//!   millionths), so the sums are integers and therefore exact: the same bits in whatever order
//!   the rows come, merging is addition, and a part can be taken out of a total again without a trace. It costs one
//!   multiplication and two additions per row, against a division per row for Welford's method.
//! * [`Moments`] is for estimating and for merging cells that were never rows (a published mean with n and sd). It keeps
//!   the squared deviations from the mean (Welford 1962, Technometrics 4:419), so nothing is lost to cancellation, as it
//!   is with floating-point n, sum and sum of squares: with mean 90 and sd 8 those give away two digits, with mean 90 and
//!   sd 0.01 eight. It merges by Chan et al. (1983, The American Statistician 37:242), where the last bit may
//!   depend on the order.
//!
//! So: count with [`FixedSums`], estimate with [`Moments`]. [`Moments::from_sums`] takes floating-point sums where a column
//! has no fixed number of decimals.

/// Exact sums of whole-numbered values. Compares equal whatever the order of the rows.
///
/// Values up to 10^15 in magnitude leave room for 80 million of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FixedSums {
    /// Number of values.
    pub n: u64,
    /// Their sum, in units.
    pub sum: i128,
    /// The sum of their squares, in squared units.
    pub sum_sq: u128,
}

impl FixedSums {
    /// Counts one value.
    #[inline]
    pub fn push(&mut self, value: i64) {
        self.n += 1;
        self.sum += i128::from(value);
        // Below 2 147 in millionths the square fits in 64 bits; the 128-bit product is a function call in wasm.
        self.sum_sq += match i32::try_from(value) {
            Ok(_) => u128::from((value * value).unsigned_abs()),
            Err(_) => i128::from(value).pow(2).unsigned_abs(),
        };
    }

    /// The sums of both groups together.
    #[must_use]
    pub fn merged(self, other: Self) -> Self {
        Self { n: self.n + other.n, sum: self.sum + other.sum, sum_sq: self.sum_sq + other.sum_sq }
    }

    /// Count, mean and spread, where `scale` is the number of units in 1: a million for millionths. No values when it is 0.
    pub fn moments(&self, scale: u32) -> Moments {
        if self.n == 0 || scale == 0 {
            return Moments::default();
        }
        // Deviations from the nearest whole number to the mean are taken in integers: exact, and nothing left to cancel.
        let n = i128::from(self.n);
        let centre = (2 * self.sum + n).div_euclid(2 * n);
        let rest = (self.sum - n * centre) as f64;
        let about_centre = (self.sum_sq.cast_signed() - 2 * centre * self.sum + n * centre * centre) as f64;
        let (count, scale) = (self.n as f64, f64::from(scale));
        let m2 = (about_centre - rest * rest / count).max(0.0) / (scale * scale);
        Moments { n: self.n, mean: (centre as f64 + rest / count) / scale, m2 }
    }
}

/// Count, mean and spread of a group of values.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moments {
    /// Number of values.
    pub n: u64,
    /// Their mean, in the indicator's unit; 0 when there are none.
    pub mean: f64,
    /// The sum of squared deviations from the mean, in the indicator's unit squared; never negative.
    pub m2: f64,
}

impl Moments {
    /// From floating-point sums. Rounding can make the spread of equal values slightly negative; it is then 0.
    pub fn from_sums(n: u64, sum: f64, sum_sq: f64) -> Self {
        if n == 0 {
            return Self::default();
        }
        let mean = sum / n as f64;
        Self { n, mean, m2: (sum_sq - sum * mean).max(0.0) }
    }

    /// From a published mean and standard deviation (the one with n − 1). `None` when the deviation is negative or not a
    /// number.
    pub fn from_sd(n: u64, mean: f64, sd: f64) -> Option<Self> {
        if n == 0 || !mean.is_finite() || !sd.is_finite() || sd < 0.0 {
            return None;
        }
        Some(Self { n, mean, m2: sd * sd * (n - 1) as f64 })
    }

    /// Adds one value (Welford).
    pub fn push(&mut self, value: f64) {
        self.n += 1;
        let before = value - self.mean;
        self.mean += before / self.n as f64;
        self.m2 += before * (value - self.mean);
    }

    /// The moments of both groups together (Chan et al.).
    #[must_use]
    pub fn merged(self, other: Self) -> Self {
        if self.n == 0 {
            return other;
        }
        if other.n == 0 {
            return self;
        }
        let (a, b) = (self.n as f64, other.n as f64);
        let apart = other.mean - self.mean;
        Self {
            n: self.n + other.n,
            mean: self.mean + apart * (b / (a + b)),
            m2: self.m2 + other.m2 + apart * apart * (a * b / (a + b)),
        }
    }

    /// The sample variance, with n − 1; `None` for fewer than two values.
    pub fn variance(&self) -> Option<f64> {
        (self.n >= 2).then(|| self.m2.max(0.0) / (self.n - 1) as f64)
    }

    /// The sample standard deviation, in the indicator's unit; `None` for fewer than two values.
    pub fn sd(&self) -> Option<f64> {
        self.variance().map(f64::sqrt)
    }
}

#[cfg(test)]
mod tests;
