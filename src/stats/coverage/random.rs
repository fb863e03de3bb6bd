//! Pupils by the dice: a seeded generator, and plausible values to draw from.

use super::Moments;

/// The generator `SplitMix64` (Steele, Lea & Flood 2014), as the invented data use it, here again because no other module may be used.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Evenly spread over 0..1.
    pub(super) fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Nearly normal with mean 0 and variance 1.
    pub(super) fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    /// How many of `n` pupils succeed, each with the chance `share`.
    pub(super) fn successes(&mut self, n: u32, share: f64) -> f64 {
        (0..n).map(|_| if self.unit() < share { 1.0 } else { 0.0 }).sum()
    }

    /// Count, mean and spread of `n` pupils' values, each drawn from the hundred.
    pub(super) fn values(&mut self, n: u32, hundred: &[f64]) -> Moments {
        let mut moments = Moments::default();
        for _ in 0..n {
            let place = ((self.bits() >> 32) * 100) >> 32;
            moments.push(hundred[usize::try_from(place).expect("below 100")]);
        }
        moments
    }
}

/// A hundred pupils' values, written as each value and how many have it.
pub(super) fn hundred(values: &[(f64, usize)]) -> Vec<f64> {
    values.iter().flat_map(|&(value, pupils)| std::iter::repeat_n(value, pupils)).collect()
}

/// Grade points of a programme: two humps, mean 12.5, standard deviation 3.2.
pub(super) const GRADES: [(f64, usize); 15] = [
    (2.5, 1),
    (5.0, 2),
    (7.5, 4),
    (9.0, 6),
    (10.0, 14),
    (11.0, 15),
    (12.0, 12),
    (13.0, 10),
    (14.0, 8),
    (15.0, 8),
    (16.0, 8),
    (17.0, 5),
    (18.0, 4),
    (19.0, 2),
    (20.0, 1),
];

/// Attendance in per cent: most near the ceiling, and a long tail. Mean 90.3, standard deviation 9.8, skewness −2.3.
pub(super) const ATTENDANCE: [(f64, usize); 12] = [
    (100.0, 6),
    (99.0, 9),
    (97.0, 14),
    (95.0, 15),
    (93.0, 14),
    (90.0, 13),
    (87.0, 10),
    (83.0, 7),
    (78.0, 5),
    (70.0, 4),
    (60.0, 2),
    (40.0, 1),
];
