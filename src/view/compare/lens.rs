//! Lenses for reading many schools at once, never silently: values drawn in, beside the values; intervals to be read in pairs; and what is
//! said of limits that are not those of chance.

use super::field::Field;
use crate::data::{Indicator, Lang};
use crate::stats::shrinkage::dersimonian_laird;
use crate::view::model::{Mark, School};
use crate::view::screen::{Compare, Lens, Number, TableCell};
use crate::view::{series, words};

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
        let told: Vec<Option<String>> = self
            .rows
            .schools
            .iter()
            .map(|school| school.drawn_in.map(|value| words::value(value, about, lang)))
            .collect();
        self.told(Lens::Evened, lang.pick("Utjämnat värde", "Evened-out value"), told, lang)
    }

    /// The same with intervals that are to be read in pairs: in the chart in place of the 95 % intervals, in the table and the words beside
    /// them. `field` is what it was made of, in the same order.
    pub(super) fn in_pairs(mut self, field: &Field, about: &Indicator, lang: Lang) -> Self {
        if !self.lenses.contains(&Lens::Pairwise) {
            return self;
        }
        let mut told = Vec::new();
        for (school, found) in self.rows.schools.iter_mut().zip(&field.schools) {
            let pairwise = found.spot.value.shown().and_then(|estimate| estimate.pairwise(about));
            if let Mark::Shown { value, .. } = school.mark {
                school.mark = series::shown(value, pairwise, about);
            }
            told.push(pairwise.map(|found| words::limits(found, about, lang)));
        }
        self.told(Lens::Pairwise, lang.pick("Intervall för två och två", "Interval for pairs"), told, lang)
    }

    /// What each school has through a lens: in the table, in its words and explained below.
    fn told(mut self, lens: Lens, column: &str, told: Vec<Option<String>>, lang: Lang) -> Self {
        self.lens = lens;
        self.table.columns.push(column.to_owned());
        let rows = self.table.rows.iter_mut().zip(&mut self.rows.schools);
        for ((row, school), text) in rows.zip(told) {
            if let Some(text) = &text {
                school.spoken = format!("{}, {} {text}", school.spoken, words::in_sentence(column));
            }
            let number = text.map_or_else(|| Number::Missing("–".to_owned()), Number::Shown);
            row.cells.push(TableCell { number, sub: String::new() });
        }
        let note = note(lens, lang).unwrap_or_default().to_owned();
        self.footnotes.insert(1.min(self.footnotes.len()), note);
        self
    }
}

/// What these schools can be seen through.
pub(super) fn offered(field: &Field, schools: &[School]) -> Vec<Lens> {
    let has_interval = |school: &&School| matches!(school.mark, Mark::Shown { interval: Some(_), .. });
    let plain = [
        Some(Lens::Values),
        schools.iter().any(|school| school.drawn_in.is_some()).then_some(Lens::Evened),
        (schools.iter().filter(has_interval).count() > 1).then_some(Lens::Pairwise),
    ];
    plain.into_iter().flatten().chain(field.offered.iter().copied()).collect()
}

/// What a school has through the lens, for "varför detta tal?"; `None` where there is no more than its value.
pub fn why(found: &Compare, school: usize, lang: Lang) -> Option<(String, String)> {
    let told = matches!(found.lens, Lens::Evened | Lens::Pairwise);
    let (term, cell) = (found.table.columns.last()?, found.table.rows.get(school)?.cells.last()?);
    let (Number::Shown(text), true) = (&cell.number, told) else { return None };
    let (_, note) = note(found.lens, lang)?.split_once(": ")?;
    Some((term.clone(), format!("{text}: {note}")))
}

/// What is seen through a lens, and what is not.
pub fn note(lens: Lens, lang: Lang) -> Option<&'static str> {
    Some(match lens {
        Lens::Values => return None,
        Lens::Evened => lang.pick(
            "Utjämnat värde (det korta lodräta strecket): skolans värde draget mot alla visade skolor, mer ju färre elever det vilar på (DerSimonian–Laird). Det är en gissning om vad skolan skulle visa igen, inte vad den har visat, och det döljer inget: värdet och intervallet står kvar.",
            "Evened-out value (the short upright line): the school's value drawn towards all schools shown, the more the fewer pupils it rests on (DerSimonian–Laird). It is a guess at what the school would show again, not what it has shown, and it hides nothing: the value and its interval remain.",
        ),
        Lens::Pairwise => lang.pick(
            "Kortare intervall, för att jämföra skolor två och två: möts inte två skolors sådana intervall är skillnaden mellan just de två mer än slumpen brukar ge (Goldstein–Healy). Bland många skolor blir ungefär ett par av 20 så av bara slump. Hur säkert en skolas eget värde är visar 95\u{a0}%\u{2011}intervallet, i tabellen.",
            "Shorter intervals, to compare schools two at a time: where those of two schools do not meet, the difference of just those two is more than chance usually gives (Goldstein–Healy). Among many schools about one pair in 20 is so by chance alone. How sure a school's own value is, its 95% interval shows, in the table.",
        ),
        Lens::Wider => lang.pick(
            "Vidgade gränser: de rymmer både slump och så stora skillnader som är vanliga mellan skolorna. Utanför dem ligger en skola som skiljer sig mer än så. Innanför kan skillnaden ändå vara verklig: gränserna säger bara att den inte är ovanlig.",
            "Widened limits: they hold both chance and differences as large as are usual between the schools. Outside lies a school that differs by more. Inside, the difference may still be real: the limits only say that it is not unusual.",
        ),
        Lens::Exact => lang.pick(
            "Exakta gränser: räknade på hela elever (binomialfördelningen) i stället för med en jämn kurva. De ligger ungefär en halv elev lägre.",
            "Exact limits: computed for whole pupils (the binomial distribution) instead of by a smooth curve. They lie about half a pupil lower.",
        ),
    })
}
