//! The normal distribution: the limits in use, its quantile and its tail.

/// Two-sided 95 %: the standard normal quantile at 0.975.
pub const Z95: f64 = 1.959_963_984_540_054;

/// Two-sided 99.8 %: the standard normal quantile at 0.999. The outer limit of a funnel plot.
pub const Z998: f64 = 3.090_232_306_167_813;

/// The standard normal quantile at 0.80, for 80 % power.
pub const Z80: f64 = 0.841_621_233_572_914_3;

/// The standard normal quantile at `p`, 0 < p < 1; `None` outside.
///
/// Source: Wichura 1988, Algorithm AS 241 (routine PPND16), Applied Statistics 37:477. Relative error about 1e-16.
pub fn quantile(p: f64) -> Option<f64> {
    if !(p > 0.0 && p < 1.0) {
        return None;
    }
    let q = p - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return Some(q * horner(&CENTRE_TOP, r) / horner(&CENTRE_BOTTOM, r));
    }
    let tail = if q < 0.0 { p } else { 1.0 - p };
    let r = (-tail.ln()).sqrt();
    let z = if r <= 5.0 {
        horner(&MIDDLE_TOP, r - 1.6) / horner(&MIDDLE_BOTTOM, r - 1.6)
    } else {
        horner(&FAR_TOP, r - 5.0) / horner(&FAR_BOTTOM, r - 5.0)
    };
    Some(if q < 0.0 { -z } else { z })
}

/// The chance that a standard normal number is above `z`; 0.025 at [`Z95`], 0.001 at [`Z998`]. `None` for NaN.
///
/// Source: Abramowitz & Stegun 26.2.11 (a series) up to 3, beyond it 26.2.14 (a continued fraction). Relative error below 1e-12.
pub fn upper_tail(z: f64) -> Option<f64> {
    if z.is_nan() {
        return None;
    }
    let above = z.abs();
    let tail = if above <= 3.0 {
        let (mut term, mut sum, mut odd) = (above, 0.0, 1.0);
        while term > 1e-17 {
            sum += term;
            odd += 2.0;
            term *= above * above / odd;
        }
        0.5 - density(above) * sum
    } else {
        density(above) / (1..=60).rev().fold(above, |below, step| above + f64::from(step) / below)
    };
    Some(if z < 0.0 { 1.0 - tail } else { tail })
}

/// The density of the standard normal distribution.
pub(super) fn density(z: f64) -> f64 {
    const ONE_BY_SQRT_TWO_PI: f64 = 0.398_942_280_401_432_7;
    ONE_BY_SQRT_TWO_PI * (-0.5 * z * z).exp()
}

/// The polynomial with these coefficients, lowest power first.
fn horner(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

const CENTRE_TOP: [f64; 8] = [
    3.387_132_872_796_366_5,
    133.141_667_891_784_38,
    1_971.590_950_306_551_3,
    13_731.693_765_509_46,
    45_921.953_931_549_87,
    67_265.770_927_008_7,
    33_430.575_583_588_13,
    2_509.080_928_730_122_7,
];
const CENTRE_BOTTOM: [f64; 8] = [
    1.0,
    42.313_330_701_600_91,
    687.187_007_492_057_9,
    5_394.196_021_424_751,
    21_213.794_301_586_597,
    39_307.895_800_092_71,
    28_729.085_735_721_943,
    5_226.495_278_852_545,
];
const MIDDLE_TOP: [f64; 8] = [
    1.423_437_110_749_683_5,
    4.630_337_846_156_546,
    5.769_497_221_460_691,
    3.647_848_324_763_204_5,
    1.270_458_252_452_368_4,
    0.241_780_725_177_450_6,
    0.022_723_844_989_269_184,
    7.745_450_142_783_414e-4,
];
const MIDDLE_BOTTOM: [f64; 8] = [
    1.0,
    2.053_191_626_637_759,
    1.676_384_830_183_803_8,
    0.689_767_334_985_1,
    0.148_103_976_427_480_08,
    0.015_198_666_563_616_457,
    5.475_938_084_995_345e-4,
    1.050_750_071_644_416_9e-9,
];
const FAR_TOP: [f64; 8] = [
    6.657_904_643_501_103,
    5.463_784_911_164_114,
    1.784_826_539_917_291_3,
    0.296_560_571_828_504_87,
    0.026_532_189_526_576_124,
    0.001_242_660_947_388_078_4,
    2.711_555_568_743_487_6e-5,
    2.010_334_399_292_288_1e-7,
];
const FAR_BOTTOM: [f64; 8] = [
    1.0,
    0.599_832_206_555_888,
    0.136_929_880_922_735_8,
    0.014_875_361_290_850_615,
    7.868_691_311_456_133e-4,
    1.846_318_317_510_054_7e-5,
    1.421_511_758_316_446e-7,
    2.044_263_103_389_939_8e-15,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_match_scipy() {
        // scipy.stats.norm.ppf, 1.17.1. The rows visit all three branches.
        for (p, z) in [
            (0.975, Z95),
            (0.999, Z998),
            (0.8, Z80),
            (0.5, 0.0),
            (0.6, 0.253_347_103_135_799_7),
            (0.025, -1.959_963_984_540_054_5),
            (1e-6, -4.753_424_308_822_899),
            (1e-12, -7.034_483_825_301_131),
            (1e-100, -21.273_453_560_965_58),
        ] {
            let got = quantile(p).expect("p is inside the open interval");
            assert!((got - z).abs() <= 1e-13 * (1.0 + z.abs()), "p = {p}: {got} is not {z}");
        }
    }

    #[test]
    fn tails_match_scipy() {
        // scipy.stats.norm.sf, 1.17.1.
        for (z, tail) in [
            (0.0, 0.5),
            (1.0, 0.158_655_253_931_457_07),
            (Z95, 0.025),
            (-Z95, 0.975),
            (2.999, 0.001_354_336_533_727_105_7),
            (3.001, 0.001_345_472_825_084_965_3),
            (Z998, 0.001),
            (10.0, 7.619_853_024_160_495e-24),
            (f64::INFINITY, 0.0),
            (f64::NEG_INFINITY, 1.0),
        ] {
            let got = upper_tail(z).expect("a number");
            assert!((got - tail).abs() <= 1e-12 * tail, "z = {z}: {got} is not {tail}");
        }
        assert_eq!(upper_tail(f64::NAN), None);
    }

    #[test]
    fn no_quantile_outside_the_open_interval() {
        for p in [0.0, 1.0, -0.1, 1.1, f64::NAN] {
            assert_eq!(quantile(p), None);
        }
    }
}
