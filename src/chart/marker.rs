//! What tells a series apart: colour, dash and marker, always all three.

use super::{Metrics, Paint, dash::Dash, list::Xy, sheet::Sheet};
use crate::view::model::{LineChart, Out, Role, School};

/// How a series is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Look {
    /// Who it is.
    pub(super) role: Role,
    /// Its colour.
    pub(super) paint: Paint,
    /// Its band's colour.
    pub(super) band: Paint,
    /// Its dash pattern.
    pub(super) dash: Dash,
    /// Its line's width.
    pub(super) line_px: f64,
    /// Its marker's radius.
    pub(super) mark_px: f64,
    /// Width of its marker's outline.
    pub(super) edge_px: f64,
}

/// More others than this recede into grey.
const MOST_COMPARED: usize = 7;
/// More receding lines than this get thinner, so that one can see between them.
const CROWD: f64 = 40.0;

/// How every series of a chart is drawn. A pointed-at series is a little thicker, and in the ink of the labels if it has no
/// colour of its own.
pub(super) fn looks(model: &LineChart, metrics: &Metrics, emphasis: Option<usize>) -> Vec<Look> {
    let others = model.series.iter().filter(|series| !matches!(series.role, Role::Focus | Role::Place)).count();
    let roles = model.series.iter().map(|series| match series.role {
        Role::Compared(_) if others > MOST_COMPARED => Role::Context,
        role => role,
    });
    let thinner = thinner(others);
    let look = |(at, role): (usize, Role)| {
        let look = Look::new(role, metrics);
        let is_pointed_at = emphasis == Some(at);
        match role {
            Role::Context if is_pointed_at => Look { paint: Paint::Label, line_px: metrics.line_px * 1.15, ..look },
            Role::Context => Look { line_px: look.line_px * thinner, mark_px: look.mark_px * thinner, ..look },
            Role::Compared(_) if is_pointed_at => Look { line_px: look.line_px * 1.25, ..look },
            Role::Compared(_) | Role::Place | Role::Focus => look,
        }
    };
    roles.enumerate().map(look).collect()
}

/// By how much receding series shrink among so many.
fn thinner(others: usize) -> f64 {
    (CROWD / others.max(1) as f64).sqrt().clamp(0.4, 1.0)
}

/// How every school of a chart of many is drawn, of which so many are drawn. Those that are chosen keep their colour and marker among
/// any number of others. Those outside the outer limits are in the ink of the labels, and so is the pointed-at one, which is a little
/// bigger, too.
pub(super) fn school_looks(
    schools: &[School],
    metrics: &Metrics,
    (drawn, emphasis): (usize, Option<usize>),
) -> Vec<Look> {
    let thinner = thinner(drawn).max(0.55);
    let look = |(at, school): (usize, &School)| {
        let look = Look::new(school.role, metrics);
        match school.role {
            Role::Context if emphasis == Some(at) => Look { paint: Paint::Label, mark_px: metrics.mark_px, ..look },
            Role::Context => {
                let paint = if school.out == Out::Outer { Paint::Label } else { look.paint };
                Look { paint, mark_px: metrics.mark_px * 0.8 * thinner, ..look }
            }
            _ => look.with_mark(look.mark_px * 1.2),
        }
    };
    schools.iter().enumerate().map(look).collect()
}

impl Look {
    /// How a series with this role is drawn.
    pub(super) fn new(role: Role, metrics: &Metrics) -> Self {
        let (paint, band, dash) = match role {
            Role::Focus => (Paint::Series(1), Paint::Band(1), Dash::Solid),
            Role::Compared(number) => {
                let number = number.clamp(2, super::paint::SERIES);
                (Paint::Series(number), Paint::Band(number), Dash::Series(number))
            }
            Role::Place => (Paint::Label, Paint::ContextBand, Dash::Strokes),
            Role::Context => (Paint::Context, Paint::ContextBand, Dash::Solid),
        };
        let (line_px, mark_px) = match role {
            Role::Place => (metrics.line_px, metrics.mark_px * 0.7),
            Role::Focus => (metrics.line_focus_px, metrics.mark_focus_px),
            Role::Compared(_) => (metrics.line_px, metrics.mark_px),
            Role::Context => (metrics.line_context_px, metrics.mark_px * 0.7),
        };
        Self { role, paint, band, dash, line_px, mark_px, edge_px: metrics.line_px }
    }

    /// The same where it is the only one: nothing to recede behind.
    pub(super) fn alone(self, metrics: &Metrics) -> Self {
        match self.role {
            Role::Context => {
                Self { paint: Paint::Label, line_px: metrics.line_px, mark_px: metrics.mark_px * 0.8, ..self }
            }
            _ => self,
        }
    }

    /// The same look with a marker of another size.
    pub(super) fn with_mark(self, mark_px: f64) -> Self {
        Self { mark_px, ..self }
    }

    /// Draws the marker: filled for the focus, hollow for the others.
    pub(super) fn draw_marker(&self, sheet: &Sheet, at: Xy) {
        let r = self.mark_px;
        match self.role {
            Role::Focus => {
                sheet.fill_circle(at, r, self.paint);
                sheet.circle(at, r, Paint::Plot, self.edge_px * 0.857);
            }
            Role::Compared(6 | 7) => {
                for stroke in self.strokes(at) {
                    sheet.path(&stroke, Paint::Plot, self.edge_px * 1.286 + 2.0, Dash::Solid);
                }
                for stroke in self.strokes(at) {
                    sheet.path(&stroke, self.paint, self.edge_px * 1.286, Dash::Solid);
                }
            }
            Role::Compared(number) => {
                let corners = corners(number);
                let shape: Vec<Xy> = corners.iter().map(|(x, y)| (at.0 + x * r, at.1 + y * r)).collect();
                sheet.fill(&shape, Paint::Plot);
                sheet.outline(&shape, self.paint, self.edge_px);
            }
            Role::Context | Role::Place => sheet.fill_circle(at, r, self.paint),
        }
    }

    /// The two strokes of a plus or a cross.
    fn strokes(&self, (x, y): Xy) -> [[Xy; 2]; 2] {
        let (straight, slanted) = (self.mark_px * 1.35, self.mark_px);
        match self.role {
            Role::Compared(6) => [[(x - straight, y), (x + straight, y)], [(x, y - straight), (x, y + straight)]],
            _ => [
                [(x - slanted, y - slanted), (x + slanted, y + slanted)],
                [(x - slanted, y + slanted), (x + slanted, y - slanted)],
            ],
        }
    }
}

/// The corners of a hollow marker, in radii.
fn corners(number: u8) -> &'static [Xy] {
    match number {
        2 => &[(-0.94, -0.94), (0.94, -0.94), (0.94, 0.94), (-0.94, 0.94)],
        3 => &[(0.0, -1.26), (1.26, 1.05), (-1.26, 1.05)],
        4 => &[(0.0, -1.38), (1.38, 0.0), (0.0, 1.38), (-1.38, 0.0)],
        5 => &[(0.0, 1.26), (1.26, -1.05), (-1.26, -1.05)],
        _ => &[(-0.6, -1.04), (0.6, -1.04), (1.2, 0.0), (0.6, 1.04), (-0.6, 1.04), (-1.2, 0.0)],
    }
}
