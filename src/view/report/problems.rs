//! Values that could not be used, in words.

use super::indicator_name;
use crate::data::{Kind, Lang, Missing, Profile, Shape};
use crate::ingest::{FileReport, Problem};
use crate::view::format::{count, number};

/// `Närvaro: 6 värden utanför skalan 0–100, till exempel ”140” på rad 1 018. De räknas som saknade.`
pub(super) fn problem(found: &Problem, file: &FileReport, profile: Option<&Profile>, lang: Lang) -> String {
    let name = indicator_name(found.indicator, profile, lang);
    let values = count(found.values, lang);
    let expected = expected(found, file, profile, lang);
    let example = found.examples.first();
    let place = example.map_or(String::new(), |example| {
        let line = count(example.line, lang);
        match lang {
            Lang::Sv => format!(", till exempel ”{}” på rad {line}", example.found),
            Lang::En => format!(", for example “{}” on line {line}", example.found),
        }
    });
    if found.reason == Missing::Blank {
        return sentinel(&name, found, lang);
    }
    match lang {
        Lang::Sv => {
            let noun = if found.values == 1 { "värde" } else { "värden" };
            format!(
                "{name}: {values} {noun} kunde inte användas{place}. Väntat: {expected}. Räknas som saknat; resten av raden används."
            )
        }
        Lang::En => {
            let noun = if found.values == 1 { "value" } else { "values" };
            format!(
                "{name}: {values} {noun} could not be used{place}. Expected: {expected}. Counted as missing; the rest of the row is used."
            )
        }
    }
}

/// What a value of the indicator looks like: `Ja eller Nej`, `ett tal 0–100`.
fn expected(found: &Problem, file: &FileReport, profile: Option<&Profile>, lang: Lang) -> String {
    let indicator = profile.and_then(|profile| profile.indicators.get(found.indicator));
    let shape = file.form.as_ref().map(|form| form.shape);
    match (indicator, shape) {
        (Some(indicator), Some(Shape::PupilRows)) if indicator.kind == Kind::Share => {
            lang.pick("Ja eller Nej", "Ja or Nej (yes or no)").to_owned()
        }
        (Some(indicator), _) => {
            let (lowest, highest) = (number(indicator.lowest, 0, lang), number(indicator.highest, 0, lang));
            format!("{} {lowest}–{highest}", lang.pick("ett tal", "a number"))
        }
        (None, _) => lang.pick("ett tal", "a number").to_owned(),
    }
}

/// What is wrong with such values, in a few words: `Närvaro: utanför skalan`.
pub(super) fn what(found: &Problem, profile: Option<&Profile>, lang: Lang) -> String {
    let what = match found.reason {
        Missing::Blank => {
            lang.pick("ett tal som står för att värdet saknas", "a number that stands for a missing value")
        }
        Missing::OutOfRange => lang.pick("utanför skalan", "outside the scale"),
        _ => lang.pick("gick inte att läsa", "unreadable"),
    };
    format!("{}: {what}", indicator_name(found.indicator, profile, lang))
}

/// What was done with such values, and what was expected.
pub(super) fn action(found: &Problem, file: &FileReport, profile: Option<&Profile>, lang: Lang) -> String {
    let counted =
        lang.pick("Räknas som saknat; resten av raden används.", "Counted as missing; the rest of the row is used.");
    if found.reason == Missing::Blank {
        return counted.to_owned();
    }
    let expected = expected(found, file, profile, lang);
    format!("{counted} {} {expected}.", lang.pick("Väntat:", "Expected:"))
}

/// Numbers such as `-9999` that stand for a missing value.
fn sentinel(name: &str, found: &Problem, lang: Lang) -> String {
    let values = count(found.values, lang);
    let example = found.examples.first().map_or("", |example| example.found.as_str());
    let times =
        lang.pick(if found.values == 1 { "gång" } else { "gånger" }, if found.values == 1 { "time" } else { "times" });
    match lang {
        Lang::Sv => format!(
            "{name}: {values} {times} står {example} eller liknande, som inte kan vara ett värde. Det har lästs som att värdet saknas."
        ),
        Lang::En => format!(
            "{name}: {values} {times} there is {example} or the like, which cannot be a value. It was read as a missing value."
        ),
    }
}
