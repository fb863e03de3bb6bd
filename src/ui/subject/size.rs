//! How much room a figure takes: on the screen, on paper, as a file.

use super::Subject;
use crate::chart::{caterpillar_height_px, distribution_height_px, dumbbell_height_px, multiples_height_px};
use crate::ui::plot::Size;
use crate::view::model::{DistributionChart, Role};
use crate::view::screen::Form;

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
    /// Its size on paper, `alone` on a page or not. On `one_page`, its view may take no second one.
    pub(in crate::ui) fn paper(&self, alone: bool, one_page: bool) -> Size {
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
    pub(in crate::ui) fn file(&self) -> Size {
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
            Self::Trend(_) | Self::Strip(_) | Self::Pair(_) => return None,
            Self::Rows(found) | Self::Funnel(found) => caterpillar_height_px(found.rows.schools.len()),
            Self::Gap(found) | Self::Dumbbell(found) => {
                dumbbell_height_px(found.rows.rows.len(), found.rows.groups.len())
            }
        })
    }

    /// How much room it takes on the screen.
    pub(in crate::ui) fn room(&self) -> Option<&'static str> {
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
            Self::Funnel(_) | Self::Strip(_) | Self::Pair(_) => return None,
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
