//! Shares as angles, in which chance is equally wide for every share: asin √p, from 0 to π/2.
//!
//! Of their own, because the general sine weighs more on the page than all of the funnel.

use std::f64::consts::FRAC_PI_2;

/// The angle of a share (0..=1).
pub(super) fn angle(share: f64) -> f64 {
    if share > 0.5 {
        return FRAC_PI_2 - angle(1.0 - share);
    }
    // Newton's method; the cosine is at least √½ here.
    let goal = share.max(0.0).sqrt();
    let mut angle = goal;
    for _ in 0..6 {
        angle -= (sine(angle) - goal) / sine(FRAC_PI_2 - angle);
    }
    angle
}

/// The share of an angle between 0 and π/2.
pub(super) fn share(angle: f64) -> f64 {
    let sine = sine(angle);
    sine * sine
}

/// The sine of an angle between 0 and π/2: what is left out of the series is below 1e-17.
fn sine(angle: f64) -> f64 {
    let square = angle * angle;
    let series = (1..=10_u32).rev().fold(1.0, |rest, at| {
        let at = f64::from(2 * at);
        1.0 - rest * square / (at * (at + 1.0))
    });
    angle * series
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for at in 0..=1_000_u32 {
            let part = f64::from(at) / 1_000.0;
            // The arcsine loses digits near 1.
            assert!((angle(part) - part.sqrt().asin()).abs() < 1e-14, "{part}");
            assert!((share(angle(part)) - part).abs() < 1e-15, "{part}");
            let slope = part * FRAC_PI_2;
            assert!((sine(slope) - slope.sin()).abs() < 5e-16, "{slope}");
        }
    }
}
