//! Display list → SVG.
//!
//! Colours and sizes are presentation attributes: a strict content security policy allows them, and forbids styles.

use std::fmt::Write as _;

use super::{
    DisplayList, Paint, Palette, Prim,
    list::{Anchor, Ink, Stroke, Text, Xy, halo_px, short_number},
};

/// The font stack of `tokens.css`.
pub const FONT: &str = "\"Segoe UI\", -apple-system, BlinkMacSystemFont, Roboto, \"Helvetica Neue\", Arial, sans-serif";

/// A file of its own, with a title and a description for those who do not see it.
pub fn standalone(list: &DisplayList, palette: &Palette, title: &str, description: &str) -> String {
    let mut svg = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    open(
        &mut svg,
        [0.0, 0.0, list.width_px, list.height_px],
        " xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title description\"",
    );
    svg.push_str("<title id=\"title\">");
    escape(&mut svg, title);
    svg.push_str("</title>\n<desc id=\"description\">");
    escape(&mut svg, description);
    svg.push_str("</desc>\n");
    body(&mut svg, list, palette);
    svg
}

/// A picture inside the page. The page around it carries the words, so it is hidden from screen readers.
pub fn inline(list: &DisplayList, palette: &Palette) -> String {
    let mut svg = String::new();
    open(&mut svg, [0.0, 0.0, list.width_px, list.height_px], " aria-hidden=\"true\" focusable=\"false\"");
    body(&mut svg, list, palette);
    svg
}

fn push(svg: &mut String, text: std::fmt::Arguments<'_>) {
    let written = svg.write_fmt(text);
    debug_assert!(written.is_ok(), "a string takes any text");
}

fn open(svg: &mut String, view: [f64; 4], attributes: &str) {
    let [x, y, width, height] = view.map(n);
    push(
        svg,
        format_args!("<svg{attributes} width=\"{width}\" height=\"{height}\" viewBox=\"{x} {y} {width} {height}\""),
    );
    svg.push_str(" font-family=\"");
    escape(svg, FONT);
    svg.push_str("\" stroke-linejoin=\"round\">\n");
}

fn body(svg: &mut String, list: &DisplayList, palette: &Palette) {
    for prim in &list.prims {
        draw(svg, prim, palette);
        svg.push('\n');
    }
    svg.push_str("</svg>\n");
}

fn n(value: f64) -> String {
    short_number(value, 2)
}

fn draw(svg: &mut String, prim: &Prim, palette: &Palette) {
    match prim {
        Prim::Path { points, stroke } => {
            push(svg, format_args!("<path d=\"{}\"", route(points)));
            outlined(svg, stroke, palette);
        }
        Prim::Polygon { points, ink } => {
            push(svg, format_args!("<path d=\"{}Z\"", route(points)));
            inked(svg, ink, palette);
        }
        Prim::Rect { x, y, width, height, ink } => {
            let (x, y, width, height) = (n(*x), n(*y), n(*width), n(*height));
            push(svg, format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\""));
            inked(svg, ink, palette);
        }
        Prim::Circle { x, y, radius, ink } => {
            push(svg, format_args!("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"", n(*x), n(*y), n(*radius)));
            inked(svg, ink, palette);
        }
        Prim::Text(text) => {
            words(svg, text, palette);
            return;
        }
    }
    svg.push_str("/>");
}

fn route(points: &[Xy]) -> String {
    let mut route = String::new();
    for (at, &(x, y)) in points.iter().enumerate() {
        push(&mut route, format_args!("{}{} {}", if at == 0 { 'M' } else { 'L' }, n(x), n(y)));
    }
    route
}

fn inked(svg: &mut String, ink: &Ink, palette: &Palette) {
    match ink {
        Ink::Stroke(stroke) => outlined(svg, stroke, palette),
        Ink::Fill(paint) => {
            push(svg, format_args!(" fill=\"{}\"", palette.color(*paint)));
            if let Some(opacity) = palette.opacity(*paint) {
                push(svg, format_args!(" fill-opacity=\"{opacity}\""));
            }
        }
    }
}

fn outlined(svg: &mut String, stroke: &Stroke, palette: &Palette) {
    let (color, width) = (palette.color(stroke.paint), n(stroke.width_px));
    push(svg, format_args!(" fill=\"none\" stroke=\"{color}\" stroke-width=\"{width}\""));
    if let Some(opacity) = palette.opacity(stroke.paint) {
        push(svg, format_args!(" stroke-opacity=\"{opacity}\""));
    }
    if !stroke.dash.is_empty() {
        let dash: Vec<_> = stroke.dash.iter().map(|&length| n(length)).collect();
        push(svg, format_args!(" stroke-dasharray=\"{}\"", dash.join(" ")));
    }
    if stroke.round_cap {
        svg.push_str(" stroke-linecap=\"round\"");
    }
}

/// A halo is a text of its own below: programs that do not know `paint-order` would draw it over the letters.
fn words(svg: &mut String, text: &Text, palette: &Palette) {
    let (x, y, size) = (n(text.x), n(text.y), n(text.size_px));
    for is_halo in [true, false] {
        if is_halo && !text.halo {
            continue;
        }
        let color = palette.color(if is_halo { Paint::Plot } else { text.paint });
        push(svg, format_args!("<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{color}\""));
        match text.anchor {
            Anchor::Start => {}
            Anchor::Middle => svg.push_str(" text-anchor=\"middle\""),
            Anchor::End => svg.push_str(" text-anchor=\"end\""),
        }
        if text.bold {
            svg.push_str(" font-weight=\"600\"");
        }
        if is_halo {
            let width = n(halo_px(text.size_px));
            push(svg, format_args!(" stroke=\"{color}\" stroke-width=\"{width}\" aria-hidden=\"true\""));
        }
        svg.push('>');
        escape(svg, &text.text);
        svg.push_str("</text>");
    }
}

/// Text as it may stand between tags and between double quotes. Characters that XML forbids are left out.
fn escape(svg: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => svg.push_str("&amp;"),
            '<' => svg.push_str("&lt;"),
            '>' => svg.push_str("&gt;"),
            '"' => svg.push_str("&quot;"),
            '\n' | '\t' => svg.push(letter),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => svg.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_from_a_file_cannot_leave_their_place() {
        let text = "<script>\"&\u{1}å";
        let mut svg = String::new();
        escape(&mut svg, text);
        assert_eq!(svg, "&lt;script&gt;&quot;&amp;å");
    }
}
