use super::*;
use proptest::prelude::*;

fn fixed(values: &[i32]) -> FixedSums {
    values.iter().fold(FixedSums::default(), |mut sums, &value| {
        sums.push(i64::from(value));
        sums
    })
}

fn welford(values: &[i32]) -> Moments {
    values.iter().fold(Moments::default(), |mut moments, &value| {
        moments.push(f64::from(value) / 10.0);
        moments
    })
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * (1.0 + a.abs().max(b.abs()))
}

fn same(a: Moments, b: Moments) -> bool {
    a.n == b.n && close(a.mean, b.mean) && close(a.m2, b.m2)
}

#[test]
fn no_cancellation_where_floating_point_sums_lose_everything() {
    // A mean of 200 000.0 with deviations of ±0.1: sum of squares less n·mean² has no correct digit to count on.
    let values: Vec<i32> = (0..100_000).map(|i| if i % 2 == 0 { 2_000_001 } else { 1_999_999 }).collect();
    let moments = fixed(&values).moments(10);
    assert!(close(moments.mean, 200_000.0));
    assert!(close(moments.m2, 1_000.0));
}

#[test]
fn equal_values_have_no_spread_and_never_a_negative_one() {
    assert!(fixed(&[873; 1_000]).moments(10).m2.abs() < f64::MIN_POSITIVE);
    let value = 87.3_f64;
    let sum: f64 = (0..1_000).map(|_| value).sum();
    let sum_sq: f64 = (0..1_000).map(|_| value * value).sum();
    let moments = Moments::from_sums(1_000, sum, sum_sq);
    assert!(moments.m2 >= 0.0 && moments.sd().is_some_and(|sd| sd < 1e-4));
    assert!(Moments::from_sums(2, 2.0, 1.999_999).m2.abs() < f64::MIN_POSITIVE);
}

#[test]
fn largest_values_do_not_overflow() {
    const LARGEST: i64 = 999_999_999_999_999;
    let mut one = FixedSums::default();
    one.push(-LARGEST);
    assert_eq!(one.sum_sq, u128::from(LARGEST.unsigned_abs()).pow(2));
    // Doubled 26 times: 67 million pupils.
    let all = (0..26).fold(one, |sums, _| sums.merged(sums));
    let moments = all.moments(1_000_000);
    assert_eq!(moments.n, 1 << 26);
    assert!(close(moments.mean, -999_999_999.999_999) && moments.m2.abs() < f64::MIN_POSITIVE);
}

#[test]
fn both_ways_to_square_agree() {
    for value in [i64::from(i32::MAX), i64::from(i32::MAX) + 1, i64::from(i32::MIN), i64::from(i32::MIN) - 1, -3] {
        let mut sums = FixedSums::default();
        sums.push(value);
        assert_eq!(sums.sum_sq, i128::from(value).pow(2).unsigned_abs());
    }
}

#[test]
fn too_few_values_have_no_deviation() {
    assert_eq!(FixedSums::default().moments(10), Moments::default());
    assert_eq!(welford(&[870]).sd(), None);
    assert_eq!(Moments::from_sd(0, 1.0, 1.0), None);
    assert_eq!(Moments::from_sd(5, 1.0, -1.0), None);
    assert_eq!(Moments::from_sd(5, f64::NAN, 1.0), None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_way_to_count_agrees(values in prop::collection::vec(-3_400..3_400_i32, 0..200)) {
        let exact = fixed(&values).moments(10);
        prop_assert!(same(exact, welford(&values)));
        let sum: f64 = values.iter().map(|&v| f64::from(v) / 10.0).sum();
        let sum_sq: f64 = values.iter().map(|&v| f64::from(v) * f64::from(v) / 100.0).sum();
        prop_assert!(same(exact, Moments::from_sums(values.len() as u64, sum, sum_sq)));
        if let Some(sd) = exact.sd() {
            prop_assert!(same(exact, Moments::from_sd(exact.n, exact.mean, sd).expect("in range")));
        }
    }

    #[test]
    fn merging_parts_equals_all_at_once(
        values in prop::collection::vec(-3_400..3_400_i32, 0..200), cut in 0..200_usize
    ) {
        let (left, right) = values.split_at(cut.min(values.len()));
        prop_assert_eq!(fixed(left).merged(fixed(right)), fixed(&values));
        prop_assert_eq!(fixed(right).merged(fixed(left)), fixed(&values));
        prop_assert!(same(welford(left).merged(welford(right)), welford(&values)));
    }

    #[test]
    fn order_does_not_matter(values in prop::collection::vec(-3_400..3_400_i32, 0..200)) {
        let mut sorted = values.clone();
        sorted.sort_unstable();
        prop_assert_eq!(fixed(&sorted), fixed(&values));
    }
}
