//! Random numbers from a seed.

/// The `SplitMix64` generator: 64 bits of state, one addition and two multiplications per number.
///
/// Good enough by far for data that is meant to look like a school, and small. It is no source of secrets.
///
/// Source: Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators", OOPSLA '14; the constants are
/// Vigna's public-domain `splitmix64.c`.
#[derive(Clone, Debug)]
pub struct SplitMix64(u64);

impl SplitMix64 {
    /// The generator of this seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number below `end`, all equally likely but for a bias below `end` in 2^32; 0 when `end` is 0.
    pub fn below(&mut self, end: u32) -> u32 {
        let high = ((self.bits() >> 32) * u64::from(end)) >> 32;
        u32::try_from(high).unwrap_or(0) // the product of two numbers below 2^32, shifted, is below 2^32
    }

    /// True in `percent` cases of a hundred. Tenths and hundredths of a percent count; 0 is never, 100 is always.
    pub fn chance(&mut self, percent: f64) -> bool {
        // 53 random bits make a number in 0..1 that f64 holds exactly.
        ((self.bits() >> 11) as f64) / ((1_u64 << 53) as f64) * 100.0 < percent
    }

    /// A number that is nearly normal with mean 0 and variance 1, within −6..6: the sum of twelve uniform numbers, each of
    /// them 16 bits. Only integers are added, so it is the same on every platform, which a logarithm would not be.
    pub fn normal(&mut self) -> f64 {
        let mut sum = 0_u64;
        for _ in 0..3 {
            let bits = self.bits();
            for lane in 0..4 {
                sum += (bits >> (16 * lane)) & 0xffff;
            }
        }
        // Twelve times the middle of 0..=65535 is 393 210.
        (sum as f64 - 393_210.0) / 65_536.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Moments;

    #[test]
    fn matches_the_published_generator() {
        // splitmix64.c, seed 1234567 (test vector of Rosetta Code, "Pseudo-random numbers/Splitmix64").
        let mut random = SplitMix64::new(1_234_567);
        for expected in [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ] {
            assert_eq!(random.bits(), expected);
        }
    }

    #[test]
    fn normal_numbers_have_mean_0_and_variance_1() {
        let mut random = SplitMix64::new(1);
        let mut moments = Moments::default();
        (0..100_000).for_each(|_| moments.push(random.normal()));
        assert!(moments.mean.abs() < 0.01, "{moments:?}");
        assert!(moments.variance().is_some_and(|v| (v - 1.0).abs() < 0.02), "{moments:?}");
    }

    #[test]
    fn chances_are_kept() {
        let mut random = SplitMix64::new(1);
        let hits = (0..100_000).filter(|_| random.chance(12.5)).count();
        assert!((12_200..12_800).contains(&hits), "{hits}");
        assert!(!(0..1_000).any(|_| random.chance(0.0)) && (0..1_000).all(|_| random.chance(100.0)));
    }

    #[test]
    fn whole_numbers_fill_their_range() {
        let mut random = SplitMix64::new(1);
        let mut seen = [0_u32; 7];
        for _ in 0..70_000 {
            seen[random.below(7) as usize] += 1;
        }
        assert!(seen.iter().all(|count| (9_500..10_500).contains(count)), "{seen:?}");
        assert_eq!(random.below(0), 0);
    }
}
