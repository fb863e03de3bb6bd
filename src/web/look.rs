//! What drawings need to know of the page, and how they get onto a canvas.

use web_sys::HtmlCanvasElement;
use yew::NodeRef;

use super::{canvas, palette, watch};
use crate::chart::DisplayList;
use crate::ui::Look;

/// Reads the style sheet and the screen.
pub(crate) fn look() -> Option<Look> {
    let window = gloo::utils::window();
    let palette::Theme { palette, metrics, font, font_px, width_factor } = palette::theme(&window)?;
    let ratio = window.device_pixel_ratio();
    Some(Look { palette, metrics, font, font_px, width_factor, ratio, system_is_dark: watch::system_is_dark() })
}

/// Paints a drawing on a canvas.
pub(crate) fn paint(place: &NodeRef, list: &DisplayList, look: &Look) {
    if let Some(element) = place.cast::<HtmlCanvasElement>() {
        // A canvas that cannot be painted stays empty; the table beside it has every value.
        canvas::paint(&element, list, &look.palette, &look.font, look.ratio).unwrap_or_default();
    }
}
