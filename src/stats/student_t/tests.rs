use super::*;
use proptest::prelude::*;

#[test]
fn quantiles_match_scipy() {
    // scipy.stats.t.ppf, 1.17.1, each confirmed with mpmath at 30 digits.
    for (df, p, t) in [
        (0.5, 0.975, 164.557_673_480_488_18),
        (0.5, 0.999, 102_849.115_630_175_38),
        (1.0, 0.6, 0.324_919_696_232_906_34),
        (1.0, 0.975, 12.706_204_736_174_694),
        (1.0, 0.999, 318.308_838_985_550_15),
        (2.0, 0.975, 4.302_652_729_749_462),
        (2.0, 0.999, 22.327_124_770_119_866),
        (3.7, 0.975, 2.867_520_707_191_189_5),
        (3.7, 0.999, 7.795_183_875_029_165),
        (5.0, 0.975, 2.570_581_835_636_314_5),
        (5.0, 0.999, 5.893_429_531_356_009),
        (7.0, 0.55, 0.130_292_796_591_777_56),
        (7.0, 0.975, 2.364_624_251_592_784),
        (7.0, 0.999, 4.785_289_628_638_333),
        (10.0, 0.025, -2.228_138_851_986_275_3),
        (10.0, 0.975, 2.228_138_851_986_274),
        (10.0, 0.999, 4.143_700_494_046_589),
        (12.34, 0.975, 2.172_173_296_809_782_4),
        (12.34, 0.999, 3.901_531_053_501_25),
        (30.0, 0.975, 2.042_272_456_301_237_8),
        (30.0, 0.999, 3.385_184_866_829_304_5),
        (100.0, 0.975, 1.983_971_518_523_551_8),
        (100.0, 0.999, 3.173_739_493_738_783),
        (500.0, 0.975, 1.964_719_837_467_367_6),
        (500.0, 0.999, 3.106_611_624_321_628_6),
        (999.9, 0.975, 1.962_339_318_642_608_1),
        (999.9, 0.999, 3.098_402_982_957_298_3),
        (1_000.0, 0.975, 1.962_339_080_826_408_3),
        (1_000.0, 0.999, 3.098_402_163_912_923_3),
        (1e6, 0.975, 1.959_966_356_814_107),
        (1e6, 0.999, 3.090_240_456_316_52),
        (f64::INFINITY, 0.975, normal::Z95),
    ] {
        let got = quantile(p, df).expect("p and df are in range");
        assert!((got - t).abs() <= 1e-11 * t.abs(), "df {df}, p {p}: {got} is not {t}");
    }
}

#[test]
fn nothing_outside_the_range() {
    for (p, df) in [(0.975, 0.0), (0.975, -1.0), (0.975, f64::NAN), (0.0, 5.0), (1.0, 5.0), (f64::NAN, 5.0)] {
        assert_eq!(quantile(p, df), None);
    }
    for confidence in [0.0, 1.0, -0.95, 95.0, f64::NAN] {
        assert_eq!(two_sided(confidence, 5.0), None);
    }
    // So few degrees of freedom that the quantile is beyond the largest f64.
    assert_eq!(quantile(0.999, 1e-3), None);
}

#[test]
fn two_sided_is_the_quantile_of_the_upper_half() {
    assert_eq!(two_sided(0.95, 7.0), quantile(0.975, 7.0));
    assert_eq!(two_sided(0.998, 7.0), quantile(0.999, 7.0));
}

#[test]
fn tails_at_the_edges() {
    assert!((upper_tail(0.0, 3.0) - 0.5).abs() < 1e-15);
    assert!(upper_tail(f64::MAX, 3.0).abs() < 1e-15);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_tail_of_a_quantile_is_the_probability(p in 0.501..0.9999_f64, df in 0.3..5_000.0_f64) {
        let t = quantile(p, df).expect("p and df are in range");
        prop_assert!((upper_tail(t, df) / (1.0 - p) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn symmetric_and_narrower_with_more_degrees_of_freedom(p in 0.51..0.9999_f64, df in 0.3..5_000.0_f64) {
        let t = quantile(p, df).expect("p and df are in range");
        let mirrored = quantile(1.0 - p, df).expect("p and df are in range");
        prop_assert!((t + mirrored).abs() <= 1e-9 * t);
        prop_assert!(quantile(p, df * 1.01).expect("p and df are in range") < t);
        prop_assert!(normal::quantile(p).expect("p is in range") < t);
    }
}
