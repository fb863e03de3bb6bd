use super::*;
use proptest::prelude::*;

fn close(a: f64, b: f64, within: f64) -> bool {
    (a - b).abs() <= within
}

#[test]
fn eight_schools_all_go_to_the_mean() {
    // Rubin 1981; no more than chance between them.
    let units: Vec<(f64, f64)> =
        [(28.0, 15.0), (8.0, 10.0), (-3.0, 16.0), (7.0, 11.0), (-1.0, 9.0), (1.0, 11.0), (18.0, 10.0), (12.0, 18.0)]
            .map(|(y, se): (f64, f64)| (y, se * se))
            .to_vec();
    let got = dersimonian_laird(&units).expect("in range");
    assert!(
        close(got.mean, 7.685_617, 5e-7) && close(got.mean_error, 4.071_919, 5e-7) && close(got.q, 4.707_079, 5e-7)
    );
    assert!(got.between.abs() < f64::MIN_POSITIVE && got.beyond_chance.abs() < f64::MIN_POSITIVE);
    assert!(
        got.values
            .iter()
            .all(|school| close(school.value, got.mean, 1e-12) && close(school.error, got.mean_error, 1e-12))
    );
    // What is cut off at 0.
    let (w, w2) = units.iter().fold((0.0, 0.0), |(w, w2), (_, v)| (w + 1.0 / v, w2 + 1.0 / (v * v)));
    assert!(close((got.q - 7.0) / (w - w2 / w), -44.55, 0.005));
}

#[test]
fn batting_averages_of_1970() {
    let hits = [18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7].map(|hits| f64::from(hits) / 45.0);
    let mean = hits.iter().sum::<f64>() / 18.0;
    assert!(close(mean, 0.265_432, 5e-7));
    let got = james_stein(&hits, mean * (1.0 - mean) / 45.0).expect("in range");
    assert!(close((got[0] - mean) / (hits[0] - mean), 0.211_653, 5e-7));
    let printed = [
        0.294, 0.289, 0.285, 0.280, 0.275, 0.275, 0.270, 0.266, 0.261, 0.261, 0.256, 0.256, 0.256, 0.256, 0.256, 0.252,
        0.247, 0.242,
    ];
    for (got, expected) in got.iter().zip(printed) {
        assert!(close(*got, expected, 5.01e-4), "{got} is not {expected}");
    }
}

#[test]
fn six_schools_keep_most_of_what_differs() {
    let units = shares(&[(10.0, 20.0), (50.0, 60.0), (25.0, 50.0), (100.0, 120.0), (20.0, 45.0), (66.0, 75.0)]);
    let got = dersimonian_laird(&units.expect("shares")).expect("in range");
    assert!(close(got.between, 0.034_148, 5e-7));
    for (got, expected) in got.values.iter().zip([0.551_825, 0.824_525, 0.523_932, 0.828_728, 0.477_018, 0.869_511]) {
        assert!(close(got.value, expected, 6e-7), "{got:?} is not {expected}");
    }
}

#[test]
fn nothing_to_draw() {
    assert_eq!(dersimonian_laird(&[(1.0, 1.0)]), None);
    assert_eq!(dersimonian_laird(&[(1.0, 1.0), (2.0, 0.0)]), None);
    assert_eq!(dersimonian_laird(&[(1.0, 1.0), (f64::NAN, 1.0)]), None);
    assert_eq!(dersimonian_laird(&[(1.0, 1e-200), (2.0, 1e-200)]), None);
    assert_eq!(shares(&[(5.0, 5.0), (7.0, 7.0)]), None);
    assert_eq!(shares(&[(5.0, 4.0), (7.0, 9.0)]), None);
    assert_eq!(shares(&[(5.0, 9.0), (0.0, 0.0)]), None);
    assert_eq!(james_stein(&[1.0, 2.0, 3.0], 1.0), None);
    assert_eq!(james_stein(&[1.0, 2.0, 3.0, 4.0], f64::NAN), None);
    assert_eq!(james_stein(&[2.0; 4], 1.0), Some(vec![2.0; 4]));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn drawn_values_lie_between_their_own_and_the_mean_and_larger_schools_keep_more(
        units in prop::collection::vec((-50.0..50.0_f64, 0.01..100.0_f64), 2..40)
    ) {
        let got = dersimonian_laird(&units).expect("in range");
        prop_assert!((0.0..=1.0).contains(&got.beyond_chance));
        for ((y, _), shrunk) in units.iter().zip(&got.values) {
            let (low, high) = (y.min(got.mean) - 1e-9, y.max(got.mean) + 1e-9);
            prop_assert!((0.0..=1.0).contains(&shrunk.kept) && low <= shrunk.value && shrunk.value <= high);
        }
        for (first, a) in units.iter().zip(&got.values) {
            for (second, b) in units.iter().zip(&got.values) {
                prop_assert!(first.1 > second.1 || a.kept >= b.kept);
            }
        }
    }
}
