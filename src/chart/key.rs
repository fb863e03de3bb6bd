//! Keys: the line and marker of a series, and the symbol of a verdict, beside words in the page.

use super::{DisplayList, Metrics, Paint, dash::Dash, marker::Look, sheet::Sheet, signs};
use crate::view::model::Role;

/// Whether a difference is more than chance usually gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// More than chance, and higher: a solid dot whose interval is clear of the line, to its right.
    Higher,
    /// More than chance, and lower: the same to its left.
    Lower,
    /// May be chance: a hollow dot whose interval crosses the line.
    MayBeChance,
}

/// Line and marker of a series, 40 × 16 px.
pub fn series_key(role: Role) -> DisplayList {
    let look = Look::new(role, &Metrics::screen());
    let sheet = Sheet::new(40.0, 16.0);
    sheet.path(&[(1.0, 8.0), (39.0, 8.0)], look.paint, look.line_px, look.dash);
    if role != Role::Context {
        let mark_px = if role == Role::Focus { 5.0 } else { 4.0 };
        look.with_mark(mark_px).draw_marker(&sheet, (20.0, 8.0));
    }
    sheet.finish()
}

/// A dot on its interval, beside the line of no difference, 28 × 14 px.
pub fn verdict_key(verdict: Verdict) -> DisplayList {
    let sheet = Sheet::new(28.0, 14.0);
    let (axis_x, from_x, dot_x, to_x) = match verdict {
        Verdict::Higher => (5.0, 11.0, 19.0, 27.0),
        Verdict::Lower => (23.0, 1.0, 9.0, 17.0),
        Verdict::MayBeChance => (11.0, 3.0, 14.0, 25.0),
    };
    sheet.path(&[(axis_x, 1.0), (axis_x, 13.0)], Paint::Axis, 1.0, Dash::Solid);
    sheet.path(&[(from_x, 7.0), (to_x, 7.0)], Paint::Context, 1.5, Dash::Solid);
    let (dot, focus) = ((dot_x, 7.0), Paint::Series(1));
    sheet.fill_circle(dot, 4.0, if verdict == Verdict::MayBeChance { Paint::Plot } else { focus });
    sheet.circle(dot, 4.0, focus, 1.75);
    sheet.finish()
}

/// A change that concerns every series: the dotted line across the axis, 40 × 30 px.
pub fn break_key() -> DisplayList {
    let sheet = Sheet::new(40.0, 30.0);
    sheet.path(&[(1.0, 24.0), (39.0, 24.0)], Paint::Axis, 1.0, Dash::Solid);
    signs::cut(&sheet, 20.0, (0.0, 24.0), 1.0);
    sheet.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn certainty_is_solid() {
        let solid = |verdict| verdict_key(verdict).to_string().contains("fill s1");
        assert!(solid(Verdict::Higher) && solid(Verdict::Lower));
        assert!(!solid(Verdict::MayBeChance));
    }

    #[test]
    fn no_two_series_share_a_key() {
        let roles = (2..=8).map(Role::Compared).chain([Role::Focus, Role::Context]);
        let mut keys: Vec<_> = roles.map(|role| series_key(role).to_string().replace(char::is_numeric, "")).collect();
        let all = keys.len();
        keys.sort();
        keys.dedup();
        assert!(keys.len() > 5, "shapes differ even without numbers: {} of {all}", keys.len());
    }
}
