//! Palette roles: what a mark is, not which colour it has.

/// The role of a colour in a drawing. A [`Palette`](super::Palette) turns it into a colour when the list is replayed, so that a
/// change of theme needs no new layout, and tests never see a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paint {
    /// The ground of the plot; casings and hollow markers are filled with it.
    Plot,
    /// Grid lines and the edges of the strip for withheld values.
    Grid,
    /// Base line and tick marks.
    Axis,
    /// Tick labels.
    Tick,
    /// Direct labels.
    Label,
    /// Thin line from the end of a series to its moved label.
    Leader,
    /// A series that recedes: one of more than seven.
    Context,
    /// Withheld values of several series in one row.
    Hatch,
    /// Ring round the point under the cursor.
    Ring,
    /// Target line.
    Target,
    /// Change of definition.
    Break,
    /// Interval band of a pointed-at series without a colour of its own.
    ContextBand,
    /// Between the inner limits of a funnel.
    Inner,
    /// Between the outer limits of a funnel.
    Outer,
    /// The limits themselves.
    Limit,
    /// Series 1 (focus) to 8.
    Series(u8),
    /// Interval band of series 1 (focus) to 8.
    Band(u8),
}

/// The number of series colours.
pub const SERIES: u8 = 8;

const FIXED: [Paint; 15] = [
    Paint::Plot,
    Paint::Grid,
    Paint::Axis,
    Paint::Tick,
    Paint::Label,
    Paint::Leader,
    Paint::Context,
    Paint::Hatch,
    Paint::Ring,
    Paint::Target,
    Paint::Break,
    Paint::ContextBand,
    Paint::Inner,
    Paint::Outer,
    Paint::Limit,
];
const SERIES_CODE: u8 = 0x20;
const BAND_CODE: u8 = 0x40;

impl Paint {
    /// Every role.
    pub fn all() -> impl Iterator<Item = Self> {
        let series = (1..=SERIES).map(Self::Series);
        FIXED.into_iter().chain(series).chain((1..=SERIES).map(Self::Band))
    }

    /// The reserved number of the role, which travels through plotters as the red channel.
    pub(super) fn code(self) -> u8 {
        match self {
            Self::Series(number) => SERIES_CODE + number,
            Self::Band(number) => BAND_CODE + number,
            fixed => FIXED.iter().zip(0..).find_map(|(&role, code)| (role == fixed).then_some(code)).unwrap_or(0),
        }
    }

    /// The role of a reserved number; the axis for a number that nobody reserved.
    pub(super) fn from_code(code: u8) -> Self {
        match code {
            BAND_CODE.. => Self::Band(code - BAND_CODE),
            SERIES_CODE.. => Self::Series(code - SERIES_CODE),
            _ => FIXED.get(usize::from(code)).copied().unwrap_or(Self::Axis),
        }
    }

    /// The name of the role in snapshots and style sheets.
    pub fn name(self) -> String {
        match self {
            Self::Plot => "plot".into(),
            Self::Grid => "grid".into(),
            Self::Axis => "axis".into(),
            Self::Tick => "tick".into(),
            Self::Label => "label".into(),
            Self::Leader => "leader".into(),
            Self::Context => "context".into(),
            Self::Hatch => "hatch".into(),
            Self::Ring => "ring".into(),
            Self::Target => "target".into(),
            Self::Break => "break".into(),
            Self::ContextBand => "band".into(),
            Self::Inner => "inner".into(),
            Self::Outer => "outer".into(),
            Self::Limit => "limit".into(),
            Self::Series(number) => format!("s{number}"),
            Self::Band(number) => format!("band{number}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_survives_its_number() {
        for paint in Paint::all() {
            assert_eq!(Paint::from_code(paint.code()), paint);
        }
        assert_eq!(Paint::from_code(0x1f), Paint::Axis);
    }
}
