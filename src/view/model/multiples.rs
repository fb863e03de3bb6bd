//! Small multiples: one small line chart for each line of a chart. Data units and words, no pixels.

use super::{LineChart, Mark, Role, Series, ValueAxis};
use crate::data::Lang;

/// Small line charts side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Multiples {
    /// Heading.
    pub title: String,
    /// Text alternative.
    pub spoken: String,
    /// One chart with one line for each series, in their order: the focus first. Its title is the panel's heading.
    pub panels: Vec<LineChart>,
    /// Whether every panel has a value axis of its own.
    pub own_scales: bool,
    /// What stands below all panels: which scale they have, and what a dotted line is.
    pub note: String,
    /// Said where not all panels can be drawn: `{drawn} av {all} rutor ritas.`, with two places to fill in.
    pub some: String,
    /// Shown where there is no panel at all.
    pub empty: String,
    /// Language of the numbers in `some`.
    pub lang: Lang,
}

impl Multiples {
    /// The lines of a chart, each in a panel of its own.
    pub fn of(chart: &LineChart, own_scales: bool) -> Self {
        let lang = chart.axis.lang;
        let covers = if own_scales { None } else { extent(chart) };
        // What all panels have, without the lines: copying those for each would take the square of their number.
        let bare = LineChart {
            title: String::new(),
            spoken: chart.spoken.clone(),
            years: chart.years.clone(),
            axis: ValueAxis { covers, ..chart.axis.clone() },
            series: Vec::new(),
            breaks: chart.breaks.clone(),
            targets: chart.targets.clone(),
            words: chart.words.clone(),
        };
        let panel = |line: &Series| LineChart { title: line.name.clone(), series: vec![line.clone()], ..bare.clone() };
        let mut notes = vec![if own_scales {
            lang.pick(
                "Varje ruta har sin egen skala, som inte behöver börja på 0: jämför formen, inte höjden.",
                "Each panel has its own scale, which need not begin at 0: compare shapes, not heights.",
            )
            .to_owned()
        } else {
            lang.pick("Alla rutor har samma skala.", "All panels have the same scale.").to_owned()
        }];
        if chart.axis.has_long_unit() {
            notes.push(format!("{} {}.", lang.pick("Enhet:", "Unit:"), chart.axis.unit));
        }
        if let Some(zero) = &chart.axis.zero {
            notes.push(format!("{} {}.", lang.pick("Heldragen linje vid 0:", "Solid line at 0:"), zero.label));
        }
        let targets: Vec<&str> = chart.targets.iter().map(|target| target.label.as_str()).collect();
        if !targets.is_empty() {
            notes.push(format!("{} {}.", lang.pick("Prickad linje:", "Dotted line:"), targets.join(", ")));
        }
        Self {
            title: chart.title.clone(),
            spoken: chart.spoken.clone(),
            panels: chart.series.iter().map(panel).collect(),
            own_scales,
            note: notes.join(" "),
            empty: chart.words.empty.clone(),
            lang,
            some: lang
                .pick(
                    "{drawn} av {all} rutor ritas. Alla värden står i tabellen.",
                    "{drawn} of {all} panels are drawn. All values are in the table.",
                )
                .to_owned(),
        }
    }
}

/// The smallest and largest of all values and of the focus's intervals, cut to the axis: as in the chart of all lines, one small school
/// does not flatten the others.
fn extent(chart: &LineChart) -> Option<(f64, f64)> {
    let mut found: Option<(f64, f64)> = None;
    for series in &chart.series {
        for point in &series.points {
            let Mark::Shown { value, interval } = point.mark else { continue };
            let ends = interval.filter(|_| series.role == Role::Focus).unwrap_or((value, value));
            let cap = |end: f64| end.max(chart.axis.lowest).min(chart.axis.highest);
            for value in [value, cap(ends.0), cap(ends.1)].into_iter().filter(|value| value.is_finite()) {
                let (low, high) = found.unwrap_or((value, value));
                found = Some((low.min(value), high.max(value)));
            }
        }
    }
    found
}
