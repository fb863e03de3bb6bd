//! What a figure is about: a model, by pointer, and which of its drawings is meant.

mod size;
mod words;

use crate::chart::{
    Drawing, Frame, caterpillar, distribution, dumbbell, funnel, hit::Cursor, line_chart, multiples, slope,
};
use crate::data::{Dim, Lang, Shared};
use crate::disclose::Protected;
use crate::state::View;
use crate::view::compare::{compare, lens, pair, through};
use crate::view::groups::{Groups, divided_by, groups, over_years};
use crate::view::leaving::Leaving;
use crate::view::model::Multiples;
use crate::view::screen::{Compare, Form, Pair, Trend, Why};
use crate::view::why;

use super::way::Way;

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
    /// Schools with one indicator upwards and another across.
    Pair(Shared<Pair>),
    /// How far one group is above another, over the years.
    Gap(Shared<Groups>),
    /// Two groups in each row.
    Dumbbell(Shared<Groups>),
}

impl Subject {
    /// The same of the data as they may leave the screen; `None` where those have no such figure.
    pub(super) fn anew(&self, way: &Way, lang: Lang) -> Option<Self> {
        let Way { dataset, selection, source } = way;
        let compared = |found: &Compare| {
            let again = through(dataset, selection, (found.indicator, found.lens), source, lang);
            Shared::new(if found.is_by_value { again.by_value(lang) } else { again })
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
            Self::Pair(found) => {
                let [upwards, across] =
                    [0, 1].map(|at| compare(dataset, selection, found.of[at].indicator, source, lang));
                Self::Pair(Shared::new(pair(upwards, across, selection, lang)))
            }
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
            Self::Pair(found) => found.of.iter().fold(leaving, |all, found| all.schools(found, &way.selection)),
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
            Self::Rows(_) | Self::Funnel(_) | Self::Strip(_) | Self::Pair(_) => View::Compare,
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
            Self::Pair(found) => funnel(&found.chart, frame),
            Self::Gap(found) => line_chart(&found.gap, frame),
            Self::Dumbbell(found) => dumbbell(&found.rows, frame),
        }
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
            Self::Pair(found) => (found.of[0].indicator, &found.chart.schools.get(series)?.name, None),
            Self::Gap(found) => {
                return why::of_gap(shown, found.indicator, found.pair_of_year(year)?, source, lang);
            }
            Self::Dumbbell(found) => {
                let mut pair = found.pair_of_row(series)?;
                if year > 0 {
                    pair.reverse();
                }
                return why::of_group(
                    shown,
                    found.indicator,
                    (pair[0], Some((pair[1], pair[1].school != way.selection.focus))),
                    source,
                    lang,
                );
            }
        };
        let mut why = why::of_point(shown, &way.selection, indicator, (name, year), source, lang)?;
        if let Self::Pair(found) = self {
            let told = found.chart.schools.get(series).map(|school| school.spoken.clone());
            why.facts.splice(1..1, told.map(|told| (found.name.clone(), told)));
        }
        if let Self::Rows(found) = self {
            // After the definition.
            let place = why.facts.len().min(2);
            why.facts.splice(place..place, lens::why(found, series, lang));
        }
        Some(why)
    }
}
