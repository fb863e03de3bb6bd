//! Dash patterns.

/// How a line is broken up, at the line widths of `tokens.css`; patterns grow with the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dash {
    /// An unbroken line.
    Solid,
    /// The pattern of series 2 to 8; series 1 is solid.
    Series(u8),
    /// Round dots: a target.
    Dots,
    /// Short strokes: a change of definition.
    Fine,
    /// Strokes of a rule of width 1: the outer limits of a funnel.
    Strokes,
}

const DOTS_CODE: u8 = 0x40;
const FINE_CODE: u8 = 0x41;
const STROKES_CODE: u8 = 0x42;

impl Dash {
    /// The reserved number of the pattern, which travels through plotters as the green channel.
    pub(super) fn code(self) -> u8 {
        match self {
            Self::Solid => 0,
            Self::Series(number) => number,
            Self::Dots => DOTS_CODE,
            Self::Fine => FINE_CODE,
            Self::Strokes => STROKES_CODE,
        }
    }

    /// The pattern of a reserved number.
    pub(super) fn from_code(code: u8) -> Self {
        match code {
            0 => Self::Solid,
            DOTS_CODE => Self::Dots,
            FINE_CODE => Self::Fine,
            STROKES_CODE => Self::Strokes,
            number => Self::Series(number),
        }
    }

    /// Lengths of strokes and gaps for a line of this width.
    pub(super) fn lengths_px(self, width_px: f64) -> Vec<f64> {
        let (drawn_at_px, lengths): (f64, &[f64]) = match self {
            Self::Solid => (1.0, &[]),
            Self::Series(number) => (1.75, series_px(number)),
            Self::Dots => (1.5, &[0.5, 5.0]),
            Self::Fine => (1.25, &[2.0, 4.0]),
            Self::Strokes => (1.0, &[4.0, 3.0]),
        };
        lengths.iter().map(|length| length * width_px / drawn_at_px).collect()
    }

    /// Whether the strokes end in half circles.
    pub(super) fn has_round_caps(self) -> bool {
        matches!(self, Self::Dots | Self::Series(3 | 8))
    }
}

/// The pattern of a series at line width 1.75.
fn series_px(number: u8) -> &'static [f64] {
    match number {
        2 => &[7.0, 4.0],
        3 => &[3.0, 3.0],
        4 => &[12.0, 4.0],
        5 => &[9.0, 3.0, 2.0, 3.0],
        6 => &[4.0, 2.0],
        7 => &[12.0, 3.0, 2.0, 3.0, 2.0, 3.0],
        8 => &[1.0, 4.0],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_grow_with_the_line() {
        for dash in [Dash::Solid, Dash::Dots, Dash::Fine, Dash::Strokes].into_iter().chain((2..=8).map(Dash::Series)) {
            assert_eq!(Dash::from_code(dash.code()), dash);
        }
        assert_eq!(Dash::Series(2).lengths_px(1.75), [7.0, 4.0]);
        assert_eq!(Dash::Series(2).lengths_px(3.5), [14.0, 8.0]);
        assert!(Dash::Series(1).lengths_px(3.25).is_empty());
    }
}
