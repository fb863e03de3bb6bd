//! Direct labels at the right end: marker, name and value, apart from each other, with a thin leader where one has moved.

use crate::chart::{
    Paint,
    dash::Dash,
    line::{
        layout::Layout,
        tags::{Named, Tag},
    },
    list::{Anchor, Text, Xy},
    marker::Look,
    sheet::{Plot, Sheet},
    signs,
    spread::{Wish, spread},
};
use crate::data::sort_by;
use crate::view::model::LineChart;

/// Draws the labels in order of height.
pub(in crate::chart::line) fn draw(sheet: &Sheet, plot: &Plot, model: &LineChart, looks: &[Look], layout: &Layout) {
    let mut tags: Vec<(Xy, &Tag)> = layout.tags.iter().map(|tag| (origin(plot, model, layout, tag), tag)).collect();
    sort_by(&mut tags, |((_, y), _), ((_, other), _)| y.total_cmp(other));
    let (top, bottom, unit) =
        (layout.plot.top - 6.0 * layout.unit, layout.plot.bottom + 6.0 * layout.unit, layout.unit);
    // Labels may be set a little closer than they wish; those of several lines have less air to give.
    let closest = |tags: &[(Xy, &Tag)]| if tags.iter().any(|(_, tag)| tag.lines.len() > 1) { 0.9 } else { 0.75 };
    while tags.iter().map(|(_, tag)| tag.height_px(layout.face, layout.unit)).sum::<f64>() * closest(&tags)
        > bottom - top
    {
        let expendable = |(_, tag): &(Xy, &Tag)| !tag.bold && matches!(tag.of, Named::Series(..));
        let Some(last) = tags.iter().rposition(expendable) else { break };
        tags.remove(last);
    }
    let wishes: Vec<_> = tags
        .iter()
        .map(|&((_, y), tag)| Wish {
            centre: y,
            height: tag.height_px(layout.face, layout.unit),
            weight: if tag.bold { 4.0 } else { 1.0 },
        })
        .collect();
    for ((from, tag), y) in tags.into_iter().zip(spread(&wishes, top, bottom)) {
        let key_x = layout.tags_x - 12.0 * unit;
        match tag.of {
            Named::Series(at, ..) => {
                let look = looks[at];
                let starts_x = from.0 + look.mark_px + 3.0 * unit;
                let turn = (starts_x.max(layout.plot.right - 2.0 * unit), from.1);
                let is_long = turn.0 - starts_x > 12.0 * unit;
                leader(sheet, &[(starts_x, from.1), turn, (key_x - 7.0 * unit, y)], is_long, unit);
                look.with_mark(look.mark_px * 0.95).draw_marker(sheet, (key_x, y));
            }
            Named::Target(_) => {
                leader(sheet, &[from, from, (key_x - 5.0 * unit, y)], false, unit);
                signs::cap(sheet, (key_x, y), unit);
            }
            Named::Zero => {
                leader(sheet, &[from, from, (key_x - 7.0 * unit, y)], false, unit);
                sheet.path(&[(key_x - 5.0 * unit, y), (key_x + 5.0 * unit, y)], Paint::Axis, 1.25 * unit, Dash::Solid);
            }
        }
        write(sheet, tag, layout, y);
    }
}

/// Where the leader of a label begins.
fn origin(plot: &Plot, model: &LineChart, layout: &Layout, tag: &Tag) -> Xy {
    match tag.of {
        Named::Series(_, year, value) => plot.at(year, value),
        Named::Target(at) => {
            let target = &model.targets[at];
            let last = target.last_year.min(model.years.len().saturating_sub(1));
            let (x, y) = plot.at(last as f64, target.value);
            (x + 9.0, y)
        }
        Named::Zero => (layout.plot.right, plot.at(0.0, 0.0).1),
    }
}

fn leader(sheet: &Sheet, corners: &[Xy; 3], is_long: bool, unit: f64) {
    let has_moved = (corners[2].1 - corners[0].1).abs() > unit;
    if is_long {
        sheet.path(corners, Paint::Leader, unit, Dash::Fine);
    } else if has_moved {
        sheet.path(&corners[1..], Paint::Leader, unit, Dash::Solid);
    }
}

fn write(sheet: &Sheet, tag: &Tag, layout: &Layout, centre: f64) {
    let face = layout.face;
    let first = centre - (tag.lines.len() as f64 - 1.0) / 2.0 * face.line_px();
    for (line, text) in tag.lines.iter().enumerate() {
        let y = face.base_px(first + line as f64 * face.line_px());
        let (x, text, size_px) = (layout.tags_x, text.clone(), face.size_px);
        let paint = if tag.of == Named::Zero { Paint::Tick } else { Paint::Label };
        let anchor = Anchor::Start;
        sheet.text(Text { x, y, text, anchor, size_px, bold: tag.bold, paint, halo: false });
    }
}
