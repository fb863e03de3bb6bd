//! Values drawn in: a lens for reading many small schools at once, beside the values and never instead of them.

use super::field::Field;
use crate::data::{Indicator, Lang};
use crate::stats::shrinkage::dersimonian_laird;
use crate::view::model::{Mark, School};
use crate::view::screen::{Compare, Number, TableCell};
use crate::view::words;

/// How much schools differ beyond chance is not estimated from fewer values than this: it would be mostly chance itself.
const FEWEST: usize = 5;

/// Draws the values of the schools towards their common mean, the further the fewer pupils they rest on.
///
/// They are made of what is on the screen only, values as they are written and the spread that the funnel shows, so that they tell
/// nothing else.
pub(super) fn draw_in(mut schools: Vec<School>, field: &Field, about: &Indicator) -> Vec<School> {
    let Some(spread) = field.spread else { return schools };
    let scale = 10_f64.powi(i32::from(about.decimals));
    let unit = |school: &School| match school.mark {
        Mark::Shown { value, .. } => Some(((value * scale).round() / scale, spread * spread / school.pupils as f64)),
        _ => None,
    };
    let units: Vec<(f64, f64)> = schools.iter().filter_map(unit).collect();
    let Some(found) = dersimonian_laird(&units).filter(|_| units.len() >= FEWEST) else { return schools };
    let shown = schools.iter_mut().filter(|school| matches!(school.mark, Mark::Shown { .. }));
    for (school, shrunk) in shown.zip(found.values) {
        school.drawn_in = Some(shrunk.value);
    }
    schools
}

impl Compare {
    /// Whether there is anything to draw in.
    pub fn can_draw_in(&self) -> bool {
        self.rows.schools.iter().any(|school| school.drawn_in.is_some())
    }

    /// The same with the drawn-in values beside the values: in the chart, the table and the words.
    #[must_use]
    pub fn drawn_in(mut self, about: &Indicator, lang: Lang) -> Self {
        if self.rows.has_lens || !self.can_draw_in() {
            return self;
        }
        self.rows.has_lens = true;
        self.table.columns.push(lang.pick("Utjämnat värde", "Evened-out value").to_owned());
        for (row, school) in self.table.rows.iter_mut().zip(&mut self.rows.schools) {
            let text = school.drawn_in.map(|value| words::value(value, about, lang));
            if let Some(text) = &text {
                school.spoken = format!("{}, {} {text}", school.spoken, lang.pick("utjämnat", "evened out"));
            }
            let number = text.map_or_else(|| Number::Missing("–".to_owned()), Number::Shown);
            row.cells.push(TableCell { number, sub: String::new() });
        }
        let note = note(lang);
        self.footnotes.insert(1.min(self.footnotes.len()), note.to_owned());
        self
    }
}

/// What a school's drawn-in value is, for "varför detta tal?"; `None` where it has none.
pub fn why(found: &Compare, school: usize, about: &Indicator, lang: Lang) -> Option<(String, String)> {
    let value = found.rows.schools.get(school)?.drawn_in.filter(|_| found.rows.has_lens)?;
    let (term, text) = note(lang).split_once(": ")?;
    let (term, _) = term.split_once(" (").unwrap_or((term, ""));
    Some((term.to_owned(), format!("{}: {text}", words::value(value, about, lang))))
}

/// What the drawn-in values are, and are not.
pub fn note(lang: Lang) -> &'static str {
    lang.pick(
            "Utjämnat värde (det korta lodräta strecket): skolans värde draget mot alla visade skolor, mer ju färre elever det vilar på (DerSimonian–Laird). Det är en gissning om vad skolan skulle visa igen, inte vad den har visat, och det döljer inget: värdet och intervallet står kvar.",
            "Evened-out value (the short upright line): the school's value drawn towards all schools shown, the more the fewer pupils it rests on (DerSimonian–Laird). It is a guess at what the school would show again, not what it has shown, and it hides nothing: the value and its interval remain.",
    )
}
