//! Colours for the roles, when a list is replayed.

use super::{Paint, SERIES};

/// Red, green and blue.
pub type Rgb = [u8; 3];

/// A CSS colour for every role, and the opacity of the bands. Colours are strings, because an SVG inside the page may name
/// custom properties, which follow the theme by themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct Palette {
    /// `--c-plot`
    pub plot: String,
    /// `--c-grid`
    pub grid: String,
    /// `--c-axis`
    pub axis: String,
    /// `--c-tick`
    pub tick: String,
    /// `--c-label`
    pub label: String,
    /// `--c-context`
    pub context: String,
    /// `--c-hatch`
    pub hatch: String,
    /// `--focus`
    pub ring: String,
    /// `--c-target`
    pub target: String,
    /// `--c-break`
    pub cut: String,
    /// `--c-funnel-95`, `--c-funnel-998` and `--c-funnel-edge`
    pub funnel: [String; 3],
    /// `--s1` to `--s8`
    pub series: [String; SERIES as usize],
    /// `--band`: opacity of the focus band, from 0 to 1.
    pub band: String,
    /// `--band-context`: opacity of the band of a pointed-at series.
    pub band_context: String,
}

impl Palette {
    /// A palette from the values of the custom properties of `tokens.css`, asked for by name.
    pub fn from_tokens(mut token: impl FnMut(&str) -> String) -> Self {
        Self {
            plot: token("--c-plot"),
            grid: token("--c-grid"),
            axis: token("--c-axis"),
            tick: token("--c-tick"),
            label: token("--c-label"),
            context: token("--c-context"),
            hatch: token("--c-hatch"),
            ring: token("--focus"),
            target: token("--c-target"),
            cut: token("--c-break"),
            funnel: ["--c-funnel-95", "--c-funnel-998", "--c-funnel-edge"].map(&mut token),
            series: ["--s1", "--s2", "--s3", "--s4", "--s5", "--s6", "--s7", "--s8"].map(&mut token),
            band: token("--band"),
            band_context: token("--band-context"),
        }
    }

    /// The custom properties themselves, for an SVG inside the page: it follows theme, print and forced colours.
    pub fn css() -> Self {
        Self::from_tokens(|name| format!("var({name})"))
    }

    /// The light theme, for an exported file.
    pub fn light() -> Self {
        Self::from_tokens(|name| light(name).to_owned())
    }

    /// Black on white, for paper.
    pub fn print() -> Self {
        Self::from_tokens(|name| print(name).unwrap_or_else(|| light(name)).to_owned())
    }

    /// The colour of a role.
    pub fn color(&self, paint: Paint) -> &str {
        match paint {
            Paint::Plot => &self.plot,
            Paint::Grid => &self.grid,
            Paint::Axis | Paint::Leader => &self.axis,
            Paint::Tick => &self.tick,
            Paint::Label => &self.label,
            Paint::Context | Paint::ContextBand => &self.context,
            Paint::Hatch => &self.hatch,
            Paint::Ring => &self.ring,
            Paint::Target => &self.target,
            Paint::Break => &self.cut,
            Paint::Inner => &self.funnel[0],
            Paint::Outer => &self.funnel[1],
            Paint::Limit => &self.funnel[2],
            Paint::Series(number) | Paint::Band(number) => &self.series[usize::from(number.clamp(1, SERIES)) - 1],
        }
    }

    /// The opacity of a role, unless it covers fully.
    pub fn opacity(&self, paint: Paint) -> Option<&str> {
        match paint {
            Paint::Band(1) => Some(&self.band),
            Paint::Band(_) | Paint::ContextBand => Some(&self.band_context),
            Paint::Leader => Some("0.7"),
            _ => None,
        }
    }
}

/// A colour as `#rrggbb`, `#rgb`, `rgb(1, 2, 3)` or `rgba(1, 2, 3, 0.5)`: the ways in which browsers report one. Opacity is
/// ignored.
pub fn parse_rgb(color: &str) -> Option<Rgb> {
    let color = color.trim();
    if let Some(digits) = color.strip_prefix('#') {
        let value = u32::from_str_radix(digits, 16).ok()?;
        return match digits.len() {
            6 => value.to_be_bytes()[1..].try_into().ok(),
            3 => u8::try_from(value >> 8).ok().map(|red| {
                let [_, _, _, low] = value.to_be_bytes();
                [red * 17, (low >> 4) * 17, (low & 15) * 17]
            }),
            _ => None,
        };
    }
    let inside = color.strip_prefix("rgb")?.trim_start_matches('a').strip_prefix('(')?.strip_suffix(')')?;
    let mut parts = inside.split([',', ' ', '/']).filter(|part| !part.is_empty());
    let mut next = || parts.next()?.parse::<f64>().ok().and_then(byte);
    Some([next()?, next()?, next()?])
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the value has just been checked")]
fn byte(value: f64) -> Option<u8> {
    (0.0..=255.0).contains(&value).then(|| value.round() as u8)
}

/// The light values of `tokens.css`.
fn light(name: &str) -> &'static str {
    match name {
        "--c-plot" => "#ffffff",
        "--c-grid" => "#e3e1db",
        "--c-axis" | "--c-break" => "#6b6f75",
        "--c-tick" => "#52575e",
        "--c-context" => "#7d7b74",
        "--c-hatch" => "#85837c",
        "--c-funnel-95" => "#e9eef5",
        "--c-funnel-998" => "#f3f5f9",
        "--c-funnel-edge" => "#7b8694",
        "--s1" => "#00389c",
        "--s2" => "#815139",
        "--s3" => "#68906d",
        "--s4" => "#e4429a",
        "--s5" => "#9d8200",
        "--s6" => "#8068f2",
        "--s7" => "#5b1222",
        "--s8" => "#2e6a6c",
        "--band" => ".14",
        "--band-context" => ".10",
        _ => "#1c1e21",
    }
}

/// The values of `tokens.css` that differ in print.
fn print(name: &str) -> Option<&'static str> {
    Some(match name {
        "--c-grid" => "#ddd",
        "--c-axis" | "--c-break" | "--s8" => "#333",
        "--c-tick" | "--s4" => "#222",
        "--c-label" | "--c-target" | "--focus" | "--s1" => "#000",
        "--c-context" | "--c-funnel-edge" => "#777",
        "--c-funnel-95" => "#ececec",
        "--c-funnel-998" => "#f6f6f6",
        "--c-hatch" => "#555",
        "--s2" => "#3d3d3d",
        "--s3" => "#5c5c5c",
        "--s5" => "#707070",
        "--s6" => "#4a4a4a",
        "--s7" => "#666",
        "--band" => ".16",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_browsers_write_them() {
        for (color, expected) in [
            ("#00389c", Some([0, 0x38, 0x9c])),
            (" #fff ", Some([255, 255, 255])),
            ("#a3c", Some([0xaa, 0x33, 0xcc])),
            ("rgb(1, 2, 3)", Some([1, 2, 3])),
            ("rgba(1, 2, 3, 0.5)", Some([1, 2, 3])),
            ("rgb(1 2 3 / 50%)", Some([1, 2, 3])),
            ("rgb(1, 2)", None),
            ("Highlight", None),
            ("#12345", None),
        ] {
            assert_eq!(parse_rgb(color), expected, "{color}");
        }
    }

    #[test]
    fn every_role_has_a_colour() {
        for paint in Paint::all() {
            for palette in [Palette::light(), Palette::print()] {
                assert!(parse_rgb(palette.color(paint)).is_some(), "{paint:?}");
                assert!(palette.opacity(paint).is_none_or(|part| part.parse::<f64>().is_ok()), "{paint:?}");
            }
        }
        assert_eq!(Palette::css().color(Paint::Band(3)), "var(--s3)");
    }
}
