//! Chart models: what a chart shows, in data units and words. No pixels, no colours.

use crate::data::{Bound, Lang};
use crate::view::bounds;
use crate::view::format::{NBSP, number};

mod distribution;
mod dumbbell;
mod multiples;
mod schools;

pub use distribution::{DistributionChart, Middle};
pub use dumbbell::{DumbbellChart, DumbbellRow, DumbbellWords, Group};
pub use multiples::Multiples;
pub use schools::{Across, CaterpillarChart, FunnelChart, FunnelWords, Level, Out, School};

/// A line chart over school years.
#[derive(Clone, Debug, PartialEq)]
pub struct LineChart {
    /// Heading, for example `Examen inom tre år`.
    pub title: String,
    /// Text alternative: chart type, subject and the conclusion in words.
    pub spoken: String,
    /// The school years, oldest first. Every point names one by index.
    pub years: Vec<YearTick>,
    /// The value axis.
    pub axis: ValueAxis,
    /// Focus first, then the others in their fixed order.
    pub series: Vec<Series>,
    /// Changes that concern every series. The lines stop before one and start anew after it.
    pub breaks: Vec<Break>,
    /// Target values, each over its own years.
    pub targets: Vec<TargetLine>,
    /// Words that the drawing itself carries.
    pub words: ChartWords,
}

/// One school year on the horizontal axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearTick {
    /// `2023/24`
    pub label: String,
    /// `23/24`
    pub short: String,
}

/// The value axis of a chart: what the indicator allows, and how to write its numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueAxis {
    /// Unit for the top tick: `%`, or empty. A longer one, such as `procentenheter`, stands on a line of its own above the axis.
    pub unit: String,
    /// Smallest value that the indicator can take.
    pub lowest: f64,
    /// Largest value that the indicator can take.
    pub highest: f64,
    /// Decimals of a written value, as in the direct label `69,8 %`. Tick labels choose their own.
    pub decimals: u8,
    /// Language of the tick labels.
    pub lang: Lang,
    /// Of an axis of differences: the line at 0. It always belongs to the axis, and every number carries its sign.
    pub zero: Option<ZeroLine>,
    /// What the axis must hold besides the values shown, so that several charts share one scale.
    pub covers: Option<(f64, f64)>,
}

/// The line of no difference, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZeroLine {
    /// `ingen skillnad`
    pub label: String,
    /// `lika`, for narrow drawings.
    pub short: String,
}

impl ValueAxis {
    /// The axis of differences between two values of this axis. Its numbers carry their sign; `unit` is theirs: `procentenheter`.
    #[must_use]
    pub fn of_differences(&self, unit: String, zero: ZeroLine) -> Self {
        let span = self.highest - self.lowest;
        Self { unit, lowest: -span, highest: span, zero: Some(zero), covers: None, ..self.clone() }
    }

    /// A value on this axis in figures, without its unit: `69,8`, or `+5,0` and `−5,0` where it is a difference.
    pub fn figures(&self, value: f64, decimals: u8) -> String {
        let text = number(value, decimals, self.lang);
        let is_above = self.zero.is_some() && value > 0.0 && text.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
        if is_above { format!("+{text}") } else { text }
    }

    /// Figures with the unit after them as the language writes it, if that is short: `69,8 %`, `69.8%`.
    pub fn with_unit(&self, mut figures: String) -> String {
        if !self.unit.is_empty() && !self.has_long_unit() {
            if self.lang == Lang::Sv {
                figures.push(NBSP);
            }
            figures.push_str(&self.unit);
        }
        figures
    }

    /// Whether the unit is too long to stand at a number.
    pub fn has_long_unit(&self) -> bool {
        self.unit.chars().count() > 3
    }
}

/// One school's line.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Full name, for the direct label.
    pub name: String,
    /// Short name, for narrow drawings.
    pub short: String,
    /// How it is told apart from the others.
    pub role: Role,
    /// Indices of years before which this line alone stops, to start anew there.
    pub cuts: Vec<usize>,
    /// One point for every year, in the order of [`LineChart::years`].
    pub points: Vec<Point>,
}

impl LineChart {
    /// Whether any point has a value that may be seen.
    pub fn has_values(&self) -> bool {
        self.values().next().is_some()
    }

    /// Whether there is a line that leads to the last year.
    pub fn has_course(&self) -> bool {
        let last = self.series.iter().filter_map(|series| series.points.last());
        self.values().nth(1).is_some() && last.into_iter().any(|point| matches!(point.mark, Mark::Shown { .. }))
    }

    fn values(&self) -> impl Iterator<Item = &Point> {
        let points = self.series.iter().flat_map(|series| &series.points);
        points.filter(|point| matches!(point.mark, Mark::Shown { .. }))
    }
}

/// A series' place in the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The school in focus: accent colour, thick solid line, interval band.
    Focus,
    /// A compared school with its own colour, dash and marker: 2 to 8.
    Compared(u8),
    /// Several schools together, such as those of a municipality: ink, broken line.
    Place,
    /// One of more than seven others: grey, no label of its own.
    Context,
}

/// A change of definition between two school years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// Index of the first year with the new definition.
    pub first_year_after: usize,
    /// `Ny definition`
    pub label: String,
}

/// A target value over some of the years.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetLine {
    /// The target, in the axis's unit.
    pub value: f64,
    /// Index of its first year.
    pub first_year: usize,
    /// Index of its last year.
    pub last_year: usize,
    /// `Mål 75 %`
    pub label: String,
    /// `Mål 75`, for narrow drawings.
    pub short: String,
}

/// What a series has at one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The value, or why there is none.
    pub mark: Mark,
    /// The point in words, for the readout line and the screen reader.
    pub spoken: String,
}

/// A value on the chart, or the reason that there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mark {
    /// A value in the axis's unit, with its 95 % interval where one is known.
    Shown {
        /// The value.
        value: f64,
        /// Lower and upper limit of the interval.
        interval: Option<(f64, f64)>,
    },
    /// Withheld by our rule or by the source: a hatched square in the strip below the axis, never a place on the value axis.
    Withheld,
    /// The source gives a bound in place of the number: its symbol in the strip, `~100`.
    Within(Bound),
    /// Nothing was reported: a plain gap.
    Missing,
}

impl Mark {
    /// Whether there is a number that is not shown, and stands beside the value axis.
    pub fn is_hidden(self) -> bool {
        matches!(self, Self::Withheld | Self::Within(_))
    }

    /// What stands there of a bound: `<5`.
    pub fn symbol(self, lang: Lang) -> Option<String> {
        if let Self::Within(bound) = self { Some(bounds::symbol(bound, lang)) } else { None }
    }

    /// The word beside such marks, whichever of them there are.
    pub(crate) fn hidden_word(marks: impl Iterator<Item = Self>, lang: Lang) -> String {
        let (mut withheld, mut bounded) = (false, false);
        for mark in marks {
            withheld |= mark == Self::Withheld;
            bounded |= matches!(mark, Self::Within(_));
        }
        match (withheld, bounded) {
            (true, true) => lang.pick("Dolt, gräns", "Withheld, bound"),
            (false, true) => lang.pick("Gräns", "Bound"),
            _ => lang.pick("Dolt", "Withheld"),
        }
        .to_owned()
    }
}

/// The words that stand inside a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartWords {
    /// Label of the strip for values that are not shown: `Dolt`, of bounds `Gräns`.
    pub withheld: String,
    /// Shown in place of the plot when there is no value at all.
    pub empty: String,
}
