//! Exact clipping. plotters moves a point that lies outside to the nearest edge, which bends the shape.

use super::list::Xy;

/// The part of a closed shape between two heights (Sutherland and Hodgman, 1974).
pub(super) fn between(shape: &[Xy], low: f64, high: f64) -> Vec<Xy> {
    let above = cut(shape, low, |y| y >= low);
    cut(&above, high, |y| y <= high)
}

fn cut(shape: &[Xy], edge: f64, is_inside: impl Fn(f64) -> bool) -> Vec<Xy> {
    let mut kept = Vec::with_capacity(shape.len() + 4);
    for (at, &to) in shape.iter().enumerate() {
        let from = shape[(at + shape.len() - 1) % shape.len()];
        if is_inside(from.1) != is_inside(to.1) {
            let part = (edge - from.1) / (to.1 - from.1);
            kept.push((from.0 + part * (to.0 - from.0), edge));
        }
        if is_inside(to.1) {
            kept.push(to);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slopes_survive_the_cut() {
        let spike = [(0.0, 0.0), (1.0, 20.0), (2.0, 0.0)];
        assert_eq!(between(&spike, 0.0, 10.0), [(0.0, 0.0), (0.5, 10.0), (1.5, 10.0), (2.0, 0.0)]);
        assert_eq!(between(&spike, 0.0, 30.0), spike);
        assert!(between(&spike, 30.0, 40.0).is_empty());
    }
}
