//! What a figure says in words: its names, its sentence, its points, its table and what stands below.

use super::Subject;
use crate::chart::hit::Cursor;
use crate::data::Lang;
use crate::ui::{compare_text, groups_text, text};
use crate::view::model::ValueAxis;
use crate::view::screen::{Lens, Table};

impl Subject {
    /// Begins the ids of the figure's parts.
    pub(in crate::ui) fn id(&self) -> String {
        match self {
            Self::Trend(trend) => format!("fig{}", trend.indicator),
            Self::Rows(_) => "rader".to_owned(),
            Self::Funnel(_) => "tratt".to_owned(),
            Self::Strip(_) => "fordelning".to_owned(),
            Self::Pair(_) => "punkter".to_owned(),
            Self::Gap(_) => "gap".to_owned(),
            Self::Dumbbell(_) => "par".to_owned(),
        }
    }

    /// The indicator.
    pub(in crate::ui) fn name(&self) -> &str {
        match self {
            Self::Trend(trend) => &trend.name,
            Self::Rows(found) | Self::Funnel(found) | Self::Strip(found) => &found.name,
            Self::Gap(found) | Self::Dumbbell(found) => &found.name,
            Self::Pair(found) => &found.name,
        }
    }

    pub(in crate::ui) fn heading(&self, lang: Lang) -> &str {
        match self {
            Self::Trend(trend) => &trend.name,
            Self::Rows(found) if found.lens == Lens::Pairwise => compare_text::pairwise_heading(lang),
            Self::Funnel(found) if found.lens == Lens::Wider => compare_text::wider_heading(lang),
            Self::Rows(_) => compare_text::interval_heading(lang),
            Self::Funnel(_) => compare_text::funnel_heading(lang),
            Self::Strip(_) => compare_text::strip_heading(lang),
            Self::Pair(found) => &found.name,
            Self::Gap(_) => groups_text::gap_heading(lang),
            Self::Dumbbell(_) => groups_text::rows_heading(lang),
        }
    }

    /// The conclusion, where it does not stand above all figures.
    pub(in crate::ui) fn say(&self) -> &str {
        match self {
            Self::Trend(trend) => &trend.say,
            Self::Strip(found) => &found.strip.say,
            Self::Pair(found) => &found.say,
            _ => "",
        }
    }

    pub(in crate::ui) fn spoken(&self) -> &str {
        match self {
            Self::Trend(trend) => &trend.chart.spoken,
            Self::Rows(found) => &found.rows.spoken,
            Self::Funnel(found) => &found.funnel.spoken,
            Self::Strip(found) => &found.strip.spoken,
            Self::Pair(found) => &found.chart.spoken,
            Self::Gap(found) => &found.gap.spoken,
            Self::Dumbbell(found) => &found.rows.spoken,
        }
    }

    /// The point under the cursor in words.
    pub(in crate::ui) fn point(&self, (series, year): Cursor) -> Option<&str> {
        Some(match self {
            Self::Trend(trend) => &trend.chart.series.get(series)?.points.get(year)?.spoken,
            Self::Rows(found) => &found.rows.schools.get(series)?.spoken,
            Self::Funnel(found) => &found.funnel.schools.get(series)?.spoken,
            Self::Strip(found) => &found.strip.schools.get(series)?.spoken,
            Self::Pair(found) => &found.chart.schools.get(series)?.spoken,
            Self::Gap(found) => &found.gap.series.get(series)?.points.get(year)?.spoken,
            Self::Dumbbell(found) => &found.rows.rows.get(series)?.points.get(year)?.spoken,
        })
    }

    /// The name of a series, or of a school among many.
    pub(in crate::ui) fn series(&self, index: usize) -> Option<&str> {
        Some(match self {
            Self::Trend(trend) => &trend.chart.series.get(index)?.name,
            Self::Rows(found) => &found.rows.schools.get(index)?.name,
            Self::Funnel(found) => &found.funnel.schools.get(index)?.name,
            Self::Strip(found) => &found.strip.schools.get(index)?.name,
            Self::Pair(found) => &found.chart.schools.get(index)?.name,
            Self::Gap(found) => &found.gap.series.get(index)?.name,
            Self::Dumbbell(found) => &found.rows.rows.get(index)?.name,
        })
    }

    /// Its numbers. Two figures of one comparison have the same, under headings of their own.
    pub(in crate::ui) fn table(&self, lang: Lang) -> Table {
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
            Self::Pair(found) => found.table.clone(),
            Self::Dumbbell(found) => found.by_row.clone(),
        }
    }

    /// What stands below. Of two figures of one comparison, the last says it all.
    pub(in crate::ui) fn footnotes(&self) -> &[String] {
        match self {
            Self::Rows(_) | Self::Gap(_) => {
                let all = self.all_footnotes();
                all.last_chunk::<2>().map_or(all, |last| last)
            }
            _ => self.all_footnotes(),
        }
    }

    /// All that is to know, for a file.
    pub(in crate::ui) fn all_footnotes(&self) -> &[String] {
        match self {
            Self::Trend(trend) => &trend.footnotes,
            Self::Rows(found) | Self::Funnel(found) => &found.footnotes,
            Self::Strip(found) => &found.spread_footnotes,
            Self::Pair(found) => &found.footnotes,
            Self::Gap(found) | Self::Dumbbell(found) => &found.footnotes,
        }
    }

    pub(in crate::ui) fn axis(&self) -> (&ValueAxis, &str) {
        match self {
            Self::Trend(trend) => (&trend.chart.axis, &trend.axis_note),
            Self::Rows(found) | Self::Funnel(found) | Self::Strip(found) => (&found.rows.axis, &found.axis_note),
            Self::Gap(found) => (&found.gap.axis, &found.axis_note),
            Self::Pair(found) => (&found.chart.axis, ""),
            Self::Dumbbell(found) => (&found.rows.axis, &found.axis_note),
        }
    }

    /// What the keys do.
    pub(in crate::ui) fn keys(&self, lang: Lang) -> &'static str {
        match self {
            Self::Trend(_) | Self::Gap(_) => text::chart_keys(lang),
            Self::Dumbbell(_) => groups_text::row_keys(lang),
            Self::Rows(_) | Self::Funnel(_) | Self::Strip(_) | Self::Pair(_) => compare_text::school_keys(lang),
        }
    }
}
