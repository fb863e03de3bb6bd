//! The value axis: which range it covers and where its grid lines stand.

use crate::view::model::{LineChart, Mark, Role, Series, ValueAxis};

/// A value axis with its ticks.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    /// Value at the lower end.
    pub(super) low: f64,
    /// Value at the upper end.
    pub(super) high: f64,
    /// The grid lines, from the bottom up.
    pub(super) ticks: Vec<f64>,
    /// Decimals of the tick labels.
    decimals: u8,
}

/// An axis spans at least this part of what the indicator allows: a chart must not make chance look like a landslide.
const LEAST_SPAN: f64 = 0.1;
const MOST_LINES: usize = 7;
const FEWEST_LINES: usize = 4;

/// The smallest and largest value that the drawing must hold: every value, every target and the intervals of the focus. The
/// others' intervals are capped where they leave the axis, so that one small school does not flatten the chart.
pub(super) fn extent(model: &LineChart) -> Option<(f64, f64)> {
    let marks = model.series.iter().flat_map(|series| series.points.iter().map(move |point| (series, point.mark)));
    let shown = marks.flat_map(|(series, mark)| values(series, mark, &model.axis)).flatten();
    let targets = model.targets.iter().map(|target| target.value);
    ends(shown).and_then(|(low, high)| ends([low, high].into_iter().chain(targets)))
}

/// The smallest and largest of some values, those that are no numbers left out.
pub(super) fn ends(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for value in values.filter(|value| value.is_finite()) {
        (low, high) = (low.min(value), high.max(value));
    }
    (low <= high).then_some((low, high))
}

fn values(series: &Series, mark: Mark, axis: &ValueAxis) -> [Option<f64>; 3] {
    let Mark::Shown { value, interval } = mark else { return [None; 3] };
    let ends = interval.filter(|_| series.role == Role::Focus);
    let cap = |end: f64| end.max(axis.lowest).min(axis.highest);
    [Some(value), ends.map(|(low, _)| cap(low)), ends.map(|(_, high)| cap(high))]
}

impl Scale {
    /// A nice axis that covers `extent`, with four to seven lines, or fewer where `most_lines` asks for it.
    pub(super) fn nice(extent: (f64, f64), axis: &ValueAxis, most_lines: usize) -> Self {
        let (low, high) = widened(extent, axis);
        let most_lines = most_lines.clamp(FEWEST_LINES - 1, MOST_LINES);
        let mut best = Self::with_step(low, high, axis, 1.0, 0);
        for (step, decimals) in steps(high - low) {
            best = Self::with_step(low, high, axis, step, decimals);
            if best.ticks.len() <= most_lines {
                break;
            }
        }
        best
    }

    /// The axis whose lines stand at the multiples of `step`.
    fn with_step(low: f64, high: f64, axis: &ValueAxis, step: f64, decimals: u8) -> Self {
        let (first, last) = ((low / step + 1e-9).floor(), (high / step - 1e-9).ceil());
        let low = (first * step).max(axis.lowest.min(low));
        let high = (last * step).min(axis.highest.max(high));
        let slack = step * 1e-9;
        let lines = std::iter::successors(Some(first), |line| Some(line + 1.0)).take(64);
        let ticks = lines.map(|line| line * step).filter(|&tick| low - slack <= tick && tick <= high + slack).collect();
        Self { low, high, ticks, decimals }
    }

    /// The words at a tick. The unit stands once, at the top; a long one stands above the axis.
    pub(super) fn tick_label(&self, tick: usize, axis: &ValueAxis) -> String {
        let label = self.ticks.get(tick).map(|&value| axis.figures(value, self.decimals)).unwrap_or_default();
        if tick + 1 == self.ticks.len() { axis.with_unit(label) } else { label }
    }
}

/// The range of a small chart without ticks: the extent with a little air.
pub(super) fn roomy(extent: (f64, f64), axis: &ValueAxis) -> (f64, f64) {
    let (low, high) = widened(extent, axis);
    let air = (high - low) * 0.08;
    ((low - air).max(axis.lowest.min(low)), (high + air).min(axis.highest.max(high)))
}

/// The extent with what else the axis must hold, at least [`LEAST_SPAN`] of the allowed range wide, and shifted back into that range.
fn widened((low, high): (f64, f64), axis: &ValueAxis) -> (f64, f64) {
    let zero = axis.zero.as_ref().map(|_| (0.0, 0.0));
    let held = [axis.covers, zero].into_iter().flatten().filter(|(low, high)| low.is_finite() && high.is_finite());
    let (low, high) = held.fold((low, high), |(low, high), (least, most)| (low.min(least), high.max(most)));
    let allowed = axis.highest - axis.lowest;
    let least = if allowed.is_finite() && allowed > 0.0 {
        allowed * LEAST_SPAN
    } else {
        (low.abs().max(high.abs()) * LEAST_SPAN).max(1.0)
    };
    let grow = (least - (high - low)).max(0.0) / 2.0;
    let (low, high) = (low - grow, high + grow);
    if grow == 0.0 {
        (low, high)
    } else if low < axis.lowest {
        (axis.lowest, high + (axis.lowest - low))
    } else if high > axis.highest {
        (low - (high - axis.highest), axis.highest)
    } else {
        (low, high)
    }
}

/// Steps of 1, 2, 2.5 and 5 times a power of ten, from far too fine upwards, with the decimals that they need.
fn steps(span: f64) -> impl Iterator<Item = (f64, u8)> {
    #[expect(clippy::cast_possible_truncation, reason = "a logarithm of a finite span")]
    let finest = (span / 10.0).max(1e-9).log10().floor() as i32;
    (finest..finest + 4).flat_map(|power| {
        [(1.0, 0), (2.0, 0), (2.5, 1), (5.0, 0)].map(|(factor, more)| {
            let decimals = u8::try_from((more - power).clamp(0, 9)).unwrap_or(0);
            (factor * 10_f64.powi(power), decimals)
        })
    })
}

/// Whether an axis that starts at `low` starts at 0, or is one of differences, on which 0 is drawn. If not, that must be said.
pub(super) fn begins_honestly(low: f64, axis: &ValueAxis) -> bool {
    low.abs() < f64::EPSILON || axis.zero.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Lang;
    use crate::view::model::ZeroLine;

    fn percent() -> ValueAxis {
        ValueAxis {
            unit: "%".into(),
            lowest: 0.0,
            highest: 100.0,
            lang: Lang::Sv,
            decimals: 1,
            zero: None,
            covers: None,
        }
    }

    fn labels(extent: (f64, f64), axis: &ValueAxis, most_lines: usize) -> String {
        let scale = Scale::nice(extent, axis, most_lines);
        let labels: Vec<_> = (0..scale.ticks.len()).map(|tick| scale.tick_label(tick, axis)).collect();
        labels.join(" ").replace('\u{a0}', "_")
    }

    #[test]
    fn ticks_are_round_and_few() {
        for (extent, most_lines, expected) in [
            ((47.4, 81.4), 7, "40 50 60 70 80 90_%"),
            ((0.0, 100.0), 7, "0 20 40 60 80 100_%"),
            ((0.0, 100.0), 4, "0 50 100_%"),
            ((87.1, 87.4), 7, "82 84 86 88 90 92 94_%"),
            ((99.0, 99.5), 7, "90 92 94 96 98 100_%"),
            ((0.0, 0.0), 7, "0 2 4 6 8 10_%"),
            ((40.0, 60.0), 7, "40 45 50 55 60_%"),
            ((81.0, 94.0), 7, "80,0 82,5 85,0 87,5 90,0 92,5 95,0_%"),
        ] {
            assert_eq!(labels(extent, &percent(), most_lines), expected, "{extent:?}");
        }
        let grades = ValueAxis {
            unit: String::new(),
            lowest: 0.0,
            highest: 20.0,
            lang: Lang::En,
            decimals: 1,
            zero: None,
            covers: None,
        };
        assert_eq!(labels((12.1, 13.7), &grades, 7), "11.5 12.0 12.5 13.0 13.5 14.0");
        let free = ValueAxis { highest: f64::INFINITY, ..grades };
        assert_eq!(labels((212.0, 240.0), &free, 7), "210 215 220 225 230 235 240");
    }

    #[test]
    fn differences_carry_their_sign_and_zero_is_always_there() {
        let zero = ZeroLine { label: "ingen skillnad".into(), short: "lika".into() };
        let axis = percent().of_differences("procentenheter".into(), zero);
        for (extent, expected) in [
            ((3.0, 8.0), "−10 −5 0 +5 +10 +15"),
            ((-4.0, -3.0), "−15 −10 −5 0 +5 +10"),
            ((-12.0, 31.0), "−20 −10 0 +10 +20 +30 +40"),
            ((-100.0, 100.0), "−100 −50 0 +50 +100"),
        ] {
            assert_eq!(labels(extent, &axis, 7), expected, "{extent:?}");
        }
    }

    #[test]
    fn charts_that_share_a_scale_cover_the_same() {
        let shared = ValueAxis { covers: Some((20.0, 80.0)), ..percent() };
        let scale = |extent| Scale::nice(extent, &shared, 7);
        assert_eq!(scale((30.0, 40.0)), scale((60.0, 61.0)));
    }

    #[test]
    fn a_value_outside_the_allowed_range_keeps_its_place() {
        let scale = Scale::nice((50.0, 104.0), &percent(), 7);
        assert!(scale.high >= 104.0);
    }

    #[test]
    fn any_extent_has_four_to_seven_lines() {
        for low in 0..100 {
            for high in low..=100 {
                let scale = Scale::nice((f64::from(low), f64::from(high)), &percent(), 7);
                assert!((4..=7).contains(&scale.ticks.len()), "{low}..{high}: {:?}", scale.ticks);
                assert!(scale.low <= f64::from(low) && f64::from(high) <= scale.high);
                assert!(0.0 <= scale.low && scale.high <= 100.0);
            }
        }
    }
}
