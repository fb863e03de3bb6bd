//! Device pixels: rules that run along the pixel grid are moved onto it, so that they are sharp.

use super::{Paint, Stroke, Xy};

/// The points of a line and its width, in device pixels. A straight horizontal or vertical rule gets a whole width and fills
/// whole pixels; lines of data stay exactly where they are.
pub fn line(points: &[Xy], stroke: &Stroke, ratio: f64) -> (Vec<Xy>, f64) {
    let scaled: Vec<Xy> = points.iter().map(|&(x, y)| (x * ratio, y * ratio)).collect();
    let width = stroke.width_px * ratio;
    let is_rule = matches!(stroke.paint, Paint::Grid | Paint::Axis | Paint::Target | Paint::Break);
    let [from, to] = scaled[..] else { return (scaled, width) };
    let whole = width.round().max(1.0);
    if is_rule && same(from.1, to.1) {
        let y = onto_grid(from.1, whole);
        (vec![(from.0, y), (to.0, y)], whole)
    } else if is_rule && same(from.0, to.0) {
        let x = onto_grid(from.0, whole);
        (vec![(x, from.1), (x, to.1)], whole)
    } else {
        (scaled, width)
    }
}

fn same(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-6
}

/// The nearest centre of a line of `whole` pixels that fills whole pixels.
fn onto_grid(centre: f64, whole: f64) -> f64 {
    (centre - whole / 2.0).round() + whole / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stroke(paint: Paint, width_px: f64) -> Stroke {
        Stroke { paint, width_px, dash: Vec::new(), round_cap: false }
    }

    #[test]
    fn rules_fill_whole_pixels_at_any_ratio() {
        for (y, width_px, ratio, expected) in [
            (42.7, 1.0, 1.0, (42.5, 1.0)),
            (42.7, 1.0, 1.5, (64.0, 2.0)),
            (42.7, 1.0, 2.0, (85.0, 2.0)),
            (0.9, 1.25, 1.25, (1.0, 2.0)),
        ] {
            let (points, width) = line(&[(10.0, y), (90.0, y)], &stroke(Paint::Grid, width_px), ratio);
            assert_eq!((points[0].1, width), expected, "{y} at {ratio}");
            assert!(same(points[0].1, points[1].1));
        }
    }

    #[test]
    fn data_stay_where_they_are() {
        let (points, width) = line(&[(10.2, 5.1), (20.4, 5.1)], &stroke(Paint::Series(2), 1.75), 2.0);
        assert_eq!((points, width), (vec![(20.4, 10.2), (40.8, 10.2)], 3.5));
    }
}
