//! Values and names as labels write them.

use crate::view::model::ValueAxis;

/// A value with its unit, if that is short, as a direct label writes it.
pub(super) fn value_label(value: f64, axis: &ValueAxis, with_unit: bool) -> String {
    let text = axis.figures(value, axis.decimals);
    if with_unit { axis.with_unit(text) } else { text }
}

/// A name and what stands after it: `Alkulla 69,8`, but `Skola 4: 69,8`, which are not one number.
pub(super) fn named(name: &str, detail: &str) -> String {
    let between = if name.ends_with(|last: char| last.is_ascii_digit()) { ": " } else { " " };
    [name, between, detail].concat()
}
