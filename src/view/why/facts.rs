//! What recurs in every answer.

use crate::data::{Dataset, Indicator, Kind, Lang, Missing, Shape};
use crate::disclose::{Protected, State, Withheld};
use crate::query::Estimate;
use crate::stats::{Difference, Verdict};
use crate::view::format::count;
use crate::view::grid::Spot;
use crate::view::screen::{Number, Why};
use crate::view::{bounds, notes, protection, words};

/// Terms and what they are, as they are gathered; the definition first.
pub(super) struct Facts<'a> {
    dataset: &'a Protected,
    about: &'a Indicator,
    lang: Lang,
    told: Vec<(String, String)>,
}

impl<'a> Facts<'a> {
    pub(super) fn of(dataset: &'a Protected, about: &'a Indicator, lang: Lang) -> Self {
        let definition = about.definition.get(lang).to_owned();
        Self { dataset, about, lang, told: vec![(lang.pick("Definition", "Definition").to_owned(), definition)] }
    }

    pub(super) fn add(&mut self, term: &str, text: String) {
        self.told.push((term.to_owned(), text));
    }

    pub(super) fn add_if(&mut self, term: &str, text: Option<String>) {
        self.told.extend(text.map(|text| (term.to_owned(), text)));
    }

    /// Which number it is, before all else.
    pub(super) fn first(&mut self, term: &str, text: String) {
        self.told.insert(0, (term.to_owned(), text));
    }

    /// The interval of a value, and how it is reckoned.
    pub(super) fn interval(&mut self, estimate: &Estimate) {
        let method = match self.about.kind {
            Kind::Share => self.lang.pick("Wilsons metod", "Wilson's method"),
            Kind::Mean => self.lang.pick("t-fördelningen", "the t distribution"),
        };
        let text = match estimate.interval {
            Some(interval) => format!("{} ({method})", words::limits(interval, self.about, self.lang)),
            None => notes::spread_unknown(self.dataset.shape, self.lang).to_owned(),
        };
        self.add(words::interval_name(self.lang), text);
    }

    /// Why a value is withheld: the one sentence, whichever step of the rule withheld it.
    pub(super) fn withheld(&mut self, why: Withheld) {
        let lang = self.lang;
        let (term, text) = match why {
            Withheld::ByRule => ("", protection::why_withheld(self.dataset.protection(), lang)),
            Withheld::InSource => (
                "",
                lang.pick(
                    "Den som gav ut uppgifterna har dolt värdet (..).",
                    "Whoever published the data withheld the value (..).",
                )
                .to_owned(),
            ),
            Withheld::Within(bound, _) => (lang.pick("Gräns", "Bound"), bounds::explained(bound, lang)),
        };
        self.add(if term.is_empty() { lang.pick("Dolt", "Withheld") } else { term }, text);
    }

    /// Why those of these values that are not shown are not, each reason once.
    pub(super) fn not_shown(&mut self, spots: &[&Spot]) {
        let mut told: Vec<State> = Vec::new();
        for state in spots.iter().map(|spot| spot.value.state()) {
            match state {
                _ if told.contains(&state) => continue,
                State::Withheld(why) => self.withheld(why),
                State::Missing => {
                    let text = self.lang.pick("Underlaget har inget värde här.", "The data have no value here.");
                    self.add(self.lang.pick("Saknas", "Missing"), text.to_owned());
                }
                State::Shown(_) => continue,
            }
            told.push(state);
        }
    }

    /// What one value rests on, or why it is not shown.
    pub(super) fn value(&mut self, spot: &Spot) {
        match spot.value.shown() {
            Some(estimate) => {
                self.add(self.lang.pick("Elever", "Pupils"), count(estimate.pupils, self.lang));
                self.interval(estimate);
            }
            None => self.not_shown(&[spot]),
        }
    }

    /// Rows left out of the shown ones of these values, rule and source; and the number as the heading.
    pub(super) fn end(mut self, spots: &[(&str, &Spot)], source: &str, number: Number) -> Why {
        let lang = self.lang;
        let is_told = |(_, spot): &&(&str, &Spot)| spot.value.shown().is_some() && spot.left_out.total() > 0;
        let rows = spots.iter().filter(is_told).map(|(name, spot)| {
            let rows = left_out(self.dataset, spot, lang);
            if name.is_empty() { rows } else { format!("{name}: {}", words::in_sentence(&rows)) }
        });
        let rows: Vec<String> = rows.collect();
        let is_shown = spots.iter().any(|(_, spot)| spot.value.shown().is_some());
        let none = || lang.pick("Inget är utelämnat.", "Nothing is left out.").to_owned();
        let rows = if rows.is_empty() { is_shown.then(none) } else { Some(rows.join("; ")) };
        self.add_if(lang.pick("Räknas inte", "Not counted"), rows);
        let protection = self.dataset.protection();
        let rule = protection::rule(protection, lang);
        self.add(lang.pick("Skydd", "Protection"), format!("{}. {rule}", protection.name(lang)));
        self.add(lang.pick("Källa", "Source"), source.to_owned());
        let question = lang.pick("varför detta tal?", "why this number?");
        let heading = match number {
            Number::Shown(text) => format!("{text}: {question}"),
            Number::Withheld(text) | Number::Missing(text) => format!("{}: {text}", self.about.name.get(lang)),
        };
        Why { heading, facts: self.told }
    }
}

/// `Närvaro, Alkullagymnasiet, 2023/24`, without what has no name.
pub(super) fn joined(parts: &[&str]) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A value with what it rests on, or the words in its place.
pub(super) fn stated(spot: &Spot, about: &Indicator, lang: Lang) -> String {
    match (spot.value.shown(), spot.number(about, lang)) {
        (Some(estimate), Number::Shown(text)) => format!("{text}, {}", words::base(estimate, about, lang)),
        (_, Number::Shown(text) | Number::Withheld(text) | Number::Missing(text)) => text,
    }
}

/// A difference, its interval, and whether it is more than chance. `verdict` is what is said of it where it is one of many.
pub(super) fn judged(about: &Indicator, (difference, verdict): (Difference, Verdict), lang: Lang) -> String {
    let size = words::sentence_case(&words::change(difference.estimate, about, lang));
    let limits = words::limits(difference.interval, about, lang);
    let end = match difference.verdict() {
        Verdict::MoreThanChance if verdict != Verdict::MoreThanChance => lang.pick(
            "Noll ingår inte, men bland många skolor kan det ändå vara slump.",
            "Zero is outside, but among many schools it may still be chance.",
        ),
        Verdict::MoreThanChance => lang.pick(
            "Noll ingår inte, så det är mer än slumpen brukar ge.",
            "Zero is outside, so it is more than chance usually gives.",
        ),
        Verdict::MayBeChance => lang.pick("Noll ingår, så det kan vara slump.", "Zero is inside, so it may be chance."),
        Verdict::TooFewPupils => {
            lang.pick("Det är för få elever för att säga något.", "There are too few pupils to tell.")
        }
        Verdict::NotComparable => lang.pick("Går inte att jämföra.", "Cannot be compared."),
    };
    format!("{size} ({}: {limits}). {end}", words::interval_name(lang))
}

/// How the interval of a difference is reckoned, in plain words. Sources: see `stats::difference`.
pub(super) fn method(about: &Indicator, lang: Lang) -> &'static str {
    match about.kind {
        Kind::Share => lang.pick(
            "Med Newcombes metod för skillnaden mellan två andelar: den utgår från de två värdenas egna intervall, och få elever ger ett brett intervall.",
            "By Newcombe's method for the difference between two shares: it starts from the intervals of the two values, and few pupils give a wide interval.",
        ),
        Kind::Mean => lang.pick(
            "Med Welchs metod för skillnaden mellan två medelvärden: de två får ha olika spridning, och få elever ger ett brett intervall.",
            "By Welch's method for the difference between two means: the two may differ in spread, and few pupils give a wide interval.",
        ),
    }
}

/// Rows without a usable value, by reason.
fn left_out(dataset: &Dataset, spot: &Spot, lang: Lang) -> String {
    let reasons = Missing::ALL.into_iter().filter(|&reason| spot.left_out.of(reason) > 0);
    let parts: Vec<String> = reasons
        .map(|reason| {
            let rows = units(spot.left_out.of(reason), dataset.shape, lang);
            let why = match reason {
                Missing::Blank => lang.pick("utan värde", "without a value"),
                Missing::WithheldInSource => lang.pick("dolda i källan", "withheld in the source"),
                Missing::Bounded => {
                    lang.pick("som källan bara anger en gräns för", "of which the source only gives a bound")
                }
                Missing::NotApplicable => {
                    lang.pick("där måttet inte är tillämpligt", "where the measure does not apply")
                }
                Missing::Unreadable => lang.pick("som inte gick att läsa", "that could not be read"),
                Missing::OutOfRange => lang.pick("utanför skalan", "outside the scale"),
            };
            format!("{rows} {why}")
        })
        .collect();
    words::sentence_case(&words::listed(&parts, lang))
}

/// `43 elever` or `2 rader`.
fn units(n: u64, shape: Shape, lang: Lang) -> String {
    match shape {
        Shape::PupilRows => words::pupils(n, lang),
        Shape::Aggregated if n == 1 => format!("1\u{a0}{}", lang.pick("rad", "row")),
        Shape::Aggregated => format!("{}\u{a0}{}", count(n, lang), lang.pick("rader", "rows")),
    }
}
