//! What a figure is about: a model, by pointer, and which of its drawings is meant.

use crate::chart::{
    Drawing, Frame, caterpillar, caterpillar_height_px, distribution, distribution_height_px, dumbbell,
    dumbbell_height_px, funnel, hit::Cursor, line_chart, multiples, multiples_height_px, slope,
};
use crate::data::{Dataset, Dim, Lang, Shared};
use crate::disclose::Protected;
use crate::state::View;
use crate::view::compare::{compare, lens};
use crate::view::groups::{Groups, divided_by, groups, over_years};
use crate::view::leaving::Leaving;
use crate::view::model::{DistributionChart, Multiples, Role, ValueAxis};
use crate::view::screen::{Compare, Form, Table, Trend, Why};
use crate::view::why;

use super::compare_text;
use super::export::Way;
use super::groups_text;
use super::plot::Size;
use super::text;

/// The drawing of a figure.
#[derive(Clone, PartialEq)]
pub(super) enum Subject {
    /// Lines over the years.
    Trend(Shared<Trend>),
    /// A row per school.
    Rows(Shared<Compare>),
    /// Schools against their number of pupils.
    Funnel(Shared<Compare>),
    /// Schools along the value axis.
    Strip(Shared<Compare>),
    /// How far one group is above another, over the years.
    Gap(Shared<Groups>),
    /// Two groups in each row.
    Dumbbell(Shared<Groups>),
}

/// On A4 between margins, in CSS pixels.
const PAPER_ALONE: Size = Size { width_px: 640.0, height_px: 380.0 };
/// The same, so that three figures with their words fit on a page.
const PAPER: Size = Size { width_px: 640.0, height_px: 145.0 };
/// Rows of at most this height leave room on their page for the funnel of the same schools.
const ROWS_PX: f64 = 320.0;
/// The most that rows of groups may take on one page with all of their view.
const GROUPS_PX: f64 = 230.0;
/// A table of so many groups shares a page with the figures above it.
const FEW_GROUPS: usize = 8;
/// A distribution of at most this height has room enough in a low figure.
const STRIP_PX: f64 = 270.0;
/// The room beside rows of schools.
const BESIDE_ROWS: Size = Size { width_px: 640.0, height_px: 270.0 };
/// A file of its own.
const FILE: Size = Size { width_px: 960.0, height_px: 440.0 };
/// The most that rows may take on a page of paper, below the answer, and in a file.
const TALLEST_PX: [f64; 2] = [680.0, 2400.0];

/// The room of so many panels; of more than are drawn, of the most.
const ROOMS: [&str; 13] = ["p1", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p10", "p11", "p12"];

impl Subject {
    /// The same of the data as they may leave the screen; `None` where those have no such figure.
    pub(super) fn anew(&self, way: &Way, lang: Lang) -> Option<Self> {
        let Way { dataset, selection, source } = way;
        let compared = |found: &Compare| {
            let again = compare(dataset, selection, found.indicator, source, lang);
            let again = if found.is_by_value { again.by_value(lang) } else { again };
            Shared::new(if found.rows.has_lens { lensed(again, dataset, lang) } else { again })
        };
        let grouped = |found: &Groups| groups(dataset, selection, found.indicator, source, lang).map(Shared::new);
        Some(match self {
            Self::Trend(found) => {
                let again = over_years(dataset, selection, found.indicator, source, lang);
                Self::Trend(Shared::new(again.shaped(found.form)))
            }
            Self::Rows(found) => Self::Rows(compared(found)),
            Self::Funnel(found) => Self::Funnel(compared(found)),
            Self::Strip(found) => Self::Strip(compared(found)),
            Self::Gap(found) => Self::Gap(grouped(found)?),
            Self::Dumbbell(found) => Self::Dumbbell(grouped(found)?),
        })
    }

    /// Its numbers, for the attack.
    pub(super) fn leaving<'a>(&self, way: &'a Way, lang: Lang) -> Leaving<'a> {
        let (leaving, programme) = (Leaving::of(&way.dataset, lang), way.selection.programme);
        match self {
            Self::Trend(found) => found.leave(leaving, programme),
            Self::Rows(found) | Self::Funnel(found) | Self::Strip(found) => leaving.schools(found, &way.selection),
            Self::Gap(found) => found.leave_by_year(leaving),
            Self::Dumbbell(found) => found.leave_by_row(leaving),
        }
    }

    /// The column whose groups it shows.
    pub(super) fn split(&self, way: &Way) -> Option<Dim> {
        match self {
            Self::Trend(_) => divided_by(&way.dataset, &way.selection),
            Self::Gap(found) | Self::Dumbbell(found) => Some(found.dim),
            _ => None,
        }
    }

    /// The view that it is a figure of.
    pub(super) fn view(&self) -> View {
        match self {
            Self::Trend(_) => View::Trend,
            Self::Rows(_) | Self::Funnel(_) | Self::Strip(_) => View::Compare,
            Self::Gap(_) | Self::Dumbbell(_) => View::Groups,
        }
    }

    pub(super) fn draw(&self, frame: &Frame) -> Drawing {
        match self {
            Self::Trend(trend) => match trend.form {
                Form::Lines => line_chart(&trend.chart, frame),
                Form::Each | Form::Own => multiples(&Multiples::of(&trend.chart, trend.form == Form::Own), frame),
                Form::Ends => slope(&trend.chart, frame),
            },
            Self::Rows(found) => caterpillar(&found.rows, frame),
            Self::Funnel(found) => funnel(&found.funnel, frame),
            Self::Strip(found) => distribution(&found.strip, frame),
            Self::Gap(found) => line_chart(&found.gap, frame),
            Self::Dumbbell(found) => dumbbell(&found.rows, frame),
        }
    }

    /// Begins the ids of the figure's parts.
    pub(super) fn id(&self) -> String {
        match self {
            Self::Trend(trend) => format!("fig{}", trend.indicator),
            Self::Rows(_) => "rader".to_owned(),
            Self::Funnel(_) => "tratt".to_owned(),
            Self::Strip(_) => "fordelning".to_owned(),
            Self::Gap(_) => "gap".to_owned(),
            Self::Dumbbell(_) => "par".to_owned(),
        }
    }

    /// The indicator.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Trend(trend) => &trend.name,
            Self::Rows(found) | Self::Funnel(found) | Self::Strip(found) => &found.name,
            Self::Gap(found) | Self::Dumbbell(found) => &found.name,
        }
    }

    pub(super) fn heading(&self, lang: Lang) -> &str {
        match self {
            Self::Trend(trend) => &trend.name,
            Self::Rows(_) => compare_text::interval_heading(lang),
            Self::Funnel(_) => compare_text::funnel_heading(lang),
            Self::Strip(_) => compare_text::strip_heading(lang),
            Self::Gap(_) => groups_text::gap_heading(lang),
            Self::Dumbbell(_) => groups_text::rows_heading(lang),
        }
    }

    /// The conclusion, where it does not stand above all figures.
    pub(super) fn say(&self) -> &str {
        match self {
            Self::Trend(trend) => &trend.say,
            Self::Strip(found) => &found.strip.say,
            _ => "",
        }
    }

    pub(super) fn spoken(&self) -> &str {
        match self {
            Self::Trend(trend) => &trend.chart.spoken,
            Self::Rows(found) => &found.rows.spoken,
            Self::Funnel(found) => &found.funnel.spoken,
            Self::Strip(found) => &found.strip.spoken,
            Self::Gap(found) => &found.gap.spoken,
            Self::Dumbbell(found) => &found.rows.spoken,
        }
    }

    /// The point under the cursor in words.
    pub(super) fn point(&self, (series, year): Cursor) -> Option<&str> {
        Some(match self {
            Self::Trend(trend) => &trend.chart.series.get(series)?.points.get(year)?.spoken,
            Self::Rows(found) => &found.rows.schools.get(series)?.spoken,
            Self::Funnel(found) => &found.funnel.schools.get(series)?.spoken,
            Self::Strip(found) => &found.strip.schools.get(series)?.spoken,
            Self::Gap(found) => &found.gap.series.get(series)?.points.get(year)?.spoken,
            Self::Dumbbell(found) => &found.rows.rows.get(series)?.points.get(year)?.spoken,
        })
    }

    /// Why the value under the cursor is as it is on the screen; `None` where there is no answer.
    pub(super) fn why(&self, (series, year): Cursor, shown: &Protected, way: &Way, lang: Lang) -> Option<Why> {
        let source = &way.source;
        let (indicator, name, year) = match self {
            Self::Trend(trend) if !trend.keys.is_empty() => {
                let key = *trend.keys.get(series)?.get(year)?;
                return why::of_group(shown, trend.indicator, (key, None), source, lang);
            }
            Self::Trend(trend) => {
                let chart = &trend.chart;
                (trend.indicator, &chart.series.get(series)?.name, Some(chart.years.get(year)?.label.as_str()))
            }
            Self::Rows(found) => (found.indicator, &found.rows.schools.get(series)?.name, None),
            Self::Funnel(found) => (found.indicator, &found.funnel.schools.get(series)?.name, None),
            Self::Strip(found) => (found.indicator, &found.strip.schools.get(series)?.name, None),
            Self::Gap(found) => {
                return why::of_gap(shown, found.indicator, found.pair_of_year(year)?, source, lang);
            }
            Self::Dumbbell(found) => {
                let mut pair = found.pair_of_row(series)?;
                if year > 0 {
                    pair.reverse();
                }
                return why::of_group(shown, found.indicator, (pair[0], Some(pair[1])), source, lang);
            }
        };
        let mut why = why::of_point(shown, &way.selection, indicator, (name, year), source, lang)?;
        if let (Self::Rows(found), Some(about)) = (self, shown.profile.indicators.get(indicator)) {
            // After the definition.
            let place = why.facts.len().min(2);
            why.facts.splice(place..place, lens::why(found, series, about, lang));
        }
        Some(why)
    }

    /// The name of a series, or of a school among many.
    pub(super) fn series(&self, index: usize) -> Option<&str> {
        Some(match self {
            Self::Trend(trend) => &trend.chart.series.get(index)?.name,
            Self::Rows(found) => &found.rows.schools.get(index)?.name,
            Self::Funnel(found) => &found.funnel.schools.get(index)?.name,
            Self::Strip(found) => &found.strip.schools.get(index)?.name,
            Self::Gap(found) => &found.gap.series.get(index)?.name,
            Self::Dumbbell(found) => &found.rows.rows.get(index)?.name,
        })
    }

    /// Its numbers. Two figures of one comparison have the same, under headings of their own.
    pub(super) fn table(&self, lang: Lang) -> Table {
        match self {
            Self::Trend(trend) => trend.table.clone(),
            Self::Rows(found) => found.whole_table(),
            Self::Funnel(found) => {
                let caption = format!("{}: {}", self.heading(lang), found.table.caption);
                Table { caption, ..found.whole_table() }
            }
            // What the drawing says of all schools together, the table says above them.
            Self::Strip(found) => {
                let caption = format!("{}. {}", found.table.caption, found.strip.say.trim_end_matches('.'));
                Table { caption, ..found.whole_table() }
            }
            Self::Gap(found) => found.by_year.clone(),
            Self::Dumbbell(found) => found.by_row.clone(),
        }
    }

    /// What stands below. Of two figures of one comparison, the last says it all.
    pub(super) fn footnotes(&self) -> &[String] {
        match self {
            Self::Rows(_) | Self::Gap(_) => {
                let all = self.all_footnotes();
                all.last_chunk::<2>().map_or(all, |last| last)
            }
            _ => self.all_footnotes(),
        }
    }

    /// All that is to know, for a file.
    pub(super) fn all_footnotes(&self) -> &[String] {
        match self {
            Self::Trend(trend) => &trend.footnotes,
            Self::Rows(found) | Self::Funnel(found) => &found.footnotes,
            Self::Strip(found) => &found.spread_footnotes,
            Self::Gap(found) | Self::Dumbbell(found) => &found.footnotes,
        }
    }

    pub(super) fn axis(&self) -> (&ValueAxis, &str) {
        match self {
            Self::Trend(trend) => (&trend.chart.axis, &trend.axis_note),
            Self::Rows(found) | Self::Funnel(found) | Self::Strip(found) => (&found.rows.axis, &found.axis_note),
            Self::Gap(found) => (&found.gap.axis, &found.axis_note),
            Self::Dumbbell(found) => (&found.rows.axis, &found.axis_note),
        }
    }

    /// What the keys do.
    pub(super) fn keys(&self, lang: Lang) -> &'static str {
        match self {
            Self::Trend(_) | Self::Gap(_) => text::chart_keys(lang),
            Self::Dumbbell(_) => groups_text::row_keys(lang),
            Self::Rows(_) | Self::Funnel(_) | Self::Strip(_) => compare_text::school_keys(lang),
        }
    }

    /// Its size on paper, `alone` on a page or not. On `one_page`, its view may take no second one.
    pub(super) fn paper(&self, alone: bool, one_page: bool) -> Size {
        let Some(rows_px) = self.rows_px() else {
            return if alone { self.sized(PAPER_ALONE, TALLEST_PX[0]) } else { PAPER };
        };
        // A third panel stands below them: all groups in a table.
        match self {
            Self::Gap(found) if one_page || found.all.rows.len() <= FEW_GROUPS => return PAPER,
            Self::Dumbbell(found) if one_page || found.all.rows.len() <= FEW_GROUPS => {
                return self.sized(PAPER, GROUPS_PX);
            }
            _ => {}
        }
        let is_low = one_page || rows_px <= ROWS_PX;
        let size = if is_low { BESIDE_ROWS } else { PAPER_ALONE };
        self.sized(size, if is_low { ROWS_PX } else { TALLEST_PX[0] })
    }

    /// Its size as a file.
    pub(super) fn file(&self) -> Size {
        self.sized(FILE, TALLEST_PX[1])
    }

    fn sized(&self, size: Size, tallest_px: f64) -> Size {
        let height_px = match self {
            Self::Trend(trend) if matches!(trend.form, Form::Each | Form::Own) => {
                Some(multiples_height_px(trend.chart.series.len(), size.width_px))
            }
            Self::Rows(_) | Self::Dumbbell(_) => self.rows_px(),
            Self::Strip(found) => Some(strip_px(&found.strip)),
            _ => None,
        };
        height_px.map_or(size, |height_px| Size { height_px: height_px.min(tallest_px), ..size })
    }

    /// The height of the rows in its view, where there are any, at their best.
    fn rows_px(&self) -> Option<f64> {
        Some(match self {
            Self::Trend(_) | Self::Strip(_) => return None,
            Self::Rows(found) | Self::Funnel(found) => caterpillar_height_px(found.rows.schools.len()),
            Self::Gap(found) | Self::Dumbbell(found) => {
                dumbbell_height_px(found.rows.rows.len(), found.rows.groups.len())
            }
        })
    }

    /// How much room it takes on the screen.
    pub(super) fn room(&self) -> Option<&'static str> {
        if let Self::Trend(trend) = self
            && matches!(trend.form, Form::Each | Form::Own)
        {
            let last = ROOMS.len().saturating_sub(1);
            return ROOMS.get(trend.chart.series.len().min(last)).copied();
        }
        let rows = match self {
            Self::Strip(found) if strip_px(&found.strip) <= STRIP_PX => return Some("fig__room--low"),
            Self::Rows(found) => found.rows.schools.len(),
            Self::Dumbbell(found) => found.rows.rows.len(),
            Self::Trend(trend) => return (!trend.chart.has_values()).then_some("fig__room--none"),
            Self::Gap(found) => return (!found.gap.has_values()).then_some("fig__room--none"),
            Self::Funnel(_) | Self::Strip(_) => return None,
        };
        match rows {
            0..=6 => Some("fig__room--low"),
            7..=14 => None,
            _ => Some("fig__room--tall"),
        }
    }
}

/// The height of a distribution at its best.
fn strip_px(chart: &DistributionChart) -> f64 {
    let chosen = chart.schools.iter().filter(|school| school.role != Role::Context).count();
    distribution_height_px(chart.schools.len(), chosen)
}

/// With the drawn-in values.
pub(super) fn lensed(found: Compare, dataset: &Dataset, lang: Lang) -> Compare {
    match dataset.profile.indicators.get(found.indicator) {
        Some(about) => found.drawn_in(about, lang),
        None => found,
    }
}
