//! The withheld schools: a list below the plot, in no relation to either axis.

use super::{key, layout::Layout};
use crate::chart::{Paint, Placed, fit::Room, list::Anchor, marker::Look, sheet::Sheet};
use crate::data::sort_by_key;
use crate::view::model::{FunnelChart, Role};

/// Draws the list: the chosen schools first, as many as fit on a line, and how many more there are. Gives the places of the squares.
pub(super) fn draw(sheet: &Sheet, model: &FunnelChart, looks: &[Look], layout: &Layout) -> Vec<Placed> {
    let withheld = model.schools.iter().enumerate().filter(|(_, school)| school.mark.is_hidden());
    let mut order: Vec<usize> = withheld.map(|(at, _)| at).collect();
    sort_by_key(&mut order, |&at| match model.schools[at].role {
        Role::Focus => 0,
        Role::Compared(number) => number,
        Role::Context | Role::Place => u8::MAX,
    });
    let mut placed = Vec::new();
    if order.is_empty() {
        return placed;
    }
    let (face, unit, y) = (layout.face, layout.unit, layout.strip_y);
    let words = |x, anchor, bold, text: &str| sheet.words(face, (x, y), anchor, (Paint::Tick, bold), text);
    words(layout.plot.left - 8.0 * unit, Anchor::End, false, &model.words.withheld);
    let mut x = layout.plot.left + 2.0 * unit;
    for (listed, &at) in order.iter().enumerate() {
        let left = order.len() - listed - 1;
        let rest = format!("+{}", left + 1);
        let bold = looks[at].role == Role::Focus;
        // Room for the name, and for the number of those that follow.
        let after_px = if left > 0 { face.width(&rest, false) + 16.0 * unit } else { 0.0 };
        let symbol = model.schools[at].mark.symbol(model.axis.lang);
        let key_px = symbol.as_ref().map_or(16.0 * unit, |symbol| face.width(symbol, false) + 5.0 * unit);
        let room = Room { face, bold, width_px: layout.width_px - x - key_px - after_px };
        let name = if layout.is_narrow || !room.holds(&model.schools[at].name) {
            &model.schools[at].short
        } else {
            &model.schools[at].name
        };
        // The first may be cut: a list of nothing but a number would not tell which.
        let name = if listed == 0 { room.name(name) } else { name.clone() };
        if !room.holds(&name) || name.is_empty() {
            words(x, Anchor::Start, false, &rest);
            break;
        }
        placed.push(Placed { series: at, year: 0, x: x + 5.0 * unit, y, withheld: true });
        match symbol {
            Some(symbol) => words(x, Anchor::Start, false, &symbol),
            None => key(sheet, &looks[at], (x + 5.0 * unit, y), 5.0 * unit),
        }
        words(x + key_px, Anchor::Start, bold, &name);
        x += key_px + 16.0 * unit + face.width(&name, bold);
    }
    placed
}
