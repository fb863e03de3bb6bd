//! Measures, marks and rule, as the attack knows them.

use super::{NOBODY, UNSAID, bounds};
use crate::attack::{Base, Kind, Mark, Measure, Rule, Says};
use crate::data::{self, Fixed, Lang, RuleSet, Shape};
use crate::disclose::{Protected, Withheld};
use crate::view::words;

pub(super) fn measures(dataset: &Protected) -> Vec<Measure> {
    let thousandths = |value: f64| Fixed::from_f64(value).map_or(0, |fixed| fixed.millionths() / 1000);
    let kind = |about: &data::Indicator| match about.kind {
        data::Kind::Share => Kind::Share,
        data::Kind::Mean => Kind::Mean {
            lowest: thousandths(about.lowest),
            highest: thousandths(about.highest),
            step: thousandths(crate::disclose::step(about)),
            grades: about.steps.iter().map(|step| thousandths(*step)).collect(),
        },
    };
    let rounded_to = |about: &data::Indicator| (dataset.shape == Shape::Aggregated).then_some(about.decimals);
    let measure = |about: &data::Indicator| Measure {
        name: about.id.clone(),
        base: Base::Own,
        kind: kind(about),
        rounded_to: rounded_to(about),
    };
    dataset.profile.indicators.iter().map(measure).collect()
}

pub(super) fn legend(dataset: &Protected, lang: Lang) -> Vec<Mark> {
    let withheld = Says::Withheld { lowest: 0, highest: None };
    let in_source = Says::WithheldInSource { lowest: 0, highest: None };
    let marks = [
        (words::withheld(Withheld::ByRule, lang), withheld),
        (words::withheld(Withheld::InSource, lang), in_source),
        (words::missing(lang).to_owned(), Says::Missing),
        (NOBODY.to_owned(), Says::Missing),
        (UNSAID.to_owned(), Says::Unsaid),
    ];
    let marks = marks.into_iter().map(|(text, says)| Mark { text, says });
    marks.chain(bounds::legend(dataset, lang)).collect()
}

pub(super) fn rule(dataset: &Protected) -> Rule {
    let protection = dataset.protection();
    let rule = match protection.rules {
        RuleSet::Strikt => Rule::STRICT,
        RuleSet::Strikt10 => Rule::STRICT_10,
        RuleSet::Skolverket => Rule::SKOLVERKET,
        RuleSet::Internt => Rule { having: 2, lacking: 2, all_or_none: 10, ..Rule::STRICT },
    };
    Rule { pupils: protection.smallest_group, ..rule }
}
