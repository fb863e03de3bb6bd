//! Cells → estimates.

use crate::data::{Cell, Indicator, Kind};
use crate::stats::normal::{Z95, Z998};
use crate::stats::{Difference, Interval, Moments, Verdict, caterpillar, difference, interval};

/// How sure the intervals are: as a part, and as a normal quantile.
const SURE: (f64, f64) = (0.95, Z95);
/// How sure it must be that one of many schools differs.
const SURER: (f64, f64) = (0.998, Z998);

/// An indicator's value for one group, with its 95 % interval. Values and limits are in the indicator's unit: shares in per cent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The value.
    pub value: f64,
    /// Pupils behind it.
    pub pupils: u64,
    /// 95 % interval, cut to the indicator's scale: Wilson for shares, t for means. `None` where the spread between pupils is
    /// unknown, there are fewer than two of them, or they are all alike.
    pub interval: Option<Interval>,
    basis: Basis,
}

/// What differences are taken of.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Basis {
    /// Pupils who have it, of those asked.
    Share { having: f64, of: f64 },
    /// Mean and spread.
    Spread(Moments),
    /// A weighted mean of published means.
    MeanOnly,
}

impl Estimate {
    /// The estimate of a cell; `None` where no pupil has a value.
    pub fn of(cell: &Cell, indicator: &Indicator) -> Option<Self> {
        let value = cell.mean()?;
        let pupils = cell.pupils();
        let (basis, interval) = match (indicator.kind, cell.weighted) {
            (Kind::Share, _) => {
                let of = pupils as f64;
                let having = value / 100.0 * of;
                (Basis::Share { having, of }, interval::wilson(having, of, Z95).map(per_cent))
            }
            (Kind::Mean, false) => {
                let moments = cell.sums.moments(1_000_000);
                // Pupils who are all alike give an interval without width, which would look like certainty.
                let interval = interval::mean_t_of(&moments, SURE.0).filter(|interval| interval.width() > 0.0);
                (Basis::Spread(moments), interval)
            }
            (Kind::Mean, true) => (Basis::MeanOnly, None),
        };
        let interval = interval.map(|interval| interval.within(indicator.lowest, indicator.highest));
        Some(Self { value, pupils, interval, basis })
    }

    /// The same of pupils of whom nobody may know how they spread.
    #[must_use]
    pub fn without_spread(self) -> Self {
        Self { interval: None, basis: Basis::MeanOnly, ..self }
    }

    /// Standard deviation between pupils, in the indicator's unit; `None` for shares and where it is unknown.
    pub fn sd(&self) -> Option<f64> {
        match self.basis {
            Basis::Spread(moments) => moments.sd(),
            Basis::Share { .. } | Basis::MeanOnly => None,
        }
    }

    /// The interval to compare this value with another of its kind; as [`Self::interval`] is cut, and missing where that is.
    pub fn pairwise(&self, indicator: &Indicator) -> Option<Interval> {
        let interval = match self.basis {
            Basis::Share { having, of } => caterpillar::pairwise_share(having, of).map(per_cent),
            Basis::Spread(moments) => caterpillar::pairwise_mean(&moments).filter(|interval| interval.width() > 0.0),
            Basis::MeanOnly => None,
        };
        interval.map(|interval| interval.within(indicator.lowest, indicator.highest))
    }

    /// How far this value is above `earlier`, with the 95 % interval of the difference (Newcombe for shares, Welch for means), in
    /// the indicator's unit. `None` where the spread is unknown.
    pub fn above(&self, earlier: &Self) -> Option<Difference> {
        self.apart(earlier, SURE)
    }

    /// Whether the difference from `earlier` is more than chance, where many schools are looked at at once: by its 99.8 % interval. At
    /// 95 % one in twenty of those that have not changed would be called changed.
    pub fn judged_among_many(&self, earlier: &Self) -> Option<Verdict> {
        // Where the narrower interval holds zero, the wider one does.
        let found = self.above(earlier)?.verdict();
        if found == Verdict::MoreThanChance { Some(self.apart(earlier, SURER)?.verdict()) } else { Some(found) }
    }

    fn apart(&self, earlier: &Self, (confidence, z): (f64, f64)) -> Option<Difference> {
        match (self.basis, earlier.basis) {
            (Basis::Share { having: x1, of: n1 }, Basis::Share { having: x2, of: n2 }) => {
                let found = difference::newcombe(x1, n1, x2, n2, z)?;
                Some(Difference { estimate: found.estimate * 100.0, interval: per_cent(found.interval), ..found })
            }
            (Basis::Spread(first), Basis::Spread(second)) => difference::welch(&first, &second, confidence),
            _ => None,
        }
    }
}

fn per_cent(fraction: Interval) -> Interval {
    Interval { lo: fraction.lo * 100.0, hi: fraction.hi * 100.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Fixed, Value, pupil_profile, report_88_profile};

    fn known(value: f64) -> Value {
        Value::Known(Fixed::from_f64(value).expect("in range"))
    }

    #[test]
    fn a_share_of_pupils_has_a_wilson_interval() {
        let mut cell = Cell::default();
        (0..20).for_each(|index| cell.push_pupil(known(if index < 14 { 100.0 } else { 0.0 })));
        let estimate = Estimate::of(&cell, &pupil_profile().indicators[1]).expect("pupils");
        let interval = estimate.interval.expect("an interval");
        assert!((estimate.value - 70.0).abs() < 1e-9);
        assert!((interval.lo - 48.1027).abs() < 1e-4 && (interval.hi - 85.4523).abs() < 1e-4);
    }

    #[test]
    fn a_mean_of_pupils_has_a_t_interval_within_the_scale() {
        let mut cell = Cell::default();
        for value in [33.09375, 48.38596, 64.83495, 67.98475, 22.93556, 71.23587, 38.78465, 82.37927] {
            cell.push_pupil(known(value));
        }
        let estimate = Estimate::of(&cell, &pupil_profile().indicators[0]).expect("pupils");
        let interval = estimate.interval.expect("an interval");
        assert!((estimate.value - 53.704_345).abs() < 1e-6);
        assert!((interval.lo - 36.168_325).abs() < 1e-5 && (interval.hi - 71.240_365).abs() < 1e-5);
        let mut high = Cell::default();
        for value in [100.0, 100.0, 90.0] {
            high.push_pupil(known(value));
        }
        let cut = Estimate::of(&high, &pupil_profile().indicators[0])
            .and_then(|estimate| estimate.interval)
            .expect("an interval");
        assert!((cut.hi - 100.0).abs() < 1e-12);
    }

    #[test]
    fn among_many_schools_a_difference_must_be_surer() {
        use Verdict::{MayBeChance, MoreThanChance, TooFewPupils};
        let share = |having: u32, of: u32| {
            let mut cell = Cell::default();
            (0..of).for_each(|index| cell.push_pupil(known(if index < having { 100.0 } else { 0.0 })));
            Estimate::of(&cell, &pupil_profile().indicators[1]).expect("pupils")
        };
        let mean = |from: u32| {
            let mut cell = Cell::default();
            (0..40).for_each(|index| cell.push_pupil(known(f64::from(from + index % 10))));
            Estimate::of(&cell, &pupil_profile().indicators[0]).expect("pupils")
        };
        // Newcombe's own example: 0.052 to 0.334 at 95 %, −0.033 to 0.402 at 99.8 %.
        for (now, then, alone, among_many) in [
            (share(56, 70), share(48, 80), MoreThanChance, MayBeChance),
            (share(56, 70), share(30, 80), MoreThanChance, MoreThanChance),
            (share(50, 70), share(48, 80), MayBeChance, MayBeChance),
            (share(18, 20), share(11, 20), MoreThanChance, TooFewPupils),
            (mean(62), mean(60), MoreThanChance, MayBeChance),
            (mean(64), mean(60), MoreThanChance, MoreThanChance),
        ] {
            assert_eq!(now.above(&then).map(Difference::verdict), Some(alone));
            assert_eq!(now.judged_among_many(&then), Some(among_many));
        }
    }

    #[test]
    fn a_published_mean_has_no_interval_and_no_difference() {
        let mut cell = Cell::default();
        cell.push_weighted(known(12.7), known(287.0));
        let estimate = Estimate::of(&cell, &report_88_profile().indicators[2]).expect("pupils");
        assert_eq!(estimate.interval, None);
        assert_eq!(estimate.above(&estimate), None);
        let share = Estimate::of(&cell, &report_88_profile().indicators[0]).expect("pupils");
        assert!(share.interval.is_some() && share.above(&share).is_some());
    }
}
