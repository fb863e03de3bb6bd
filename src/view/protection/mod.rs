//! How small groups are protected: the rule, what it costs, what the attack found, and what it cannot do.

mod limits;
mod panel;

use crate::data::{Lang, Protection, RuleSet};
use crate::view::format::count;

use self::limits::limits;
pub use self::panel::{Tried, panel};

/// `färre än tio elever`, in the words of the smallest group that may be shown.
fn fewer_than(protection: Protection, lang: Lang) -> String {
    match (protection.smallest_group, lang) {
        (5, Lang::Sv) => "färre än fem elever".to_owned(),
        (5, Lang::En) => "fewer than five pupils".to_owned(),
        (10, Lang::Sv) => "färre än tio elever".to_owned(),
        (10, Lang::En) => "fewer than ten pupils".to_owned(),
        (smallest, Lang::Sv) => format!("färre än {} elever", count(u64::from(smallest), lang)),
        (smallest, Lang::En) => format!("fewer than {} pupils", count(u64::from(smallest), lang)),
    }
}

/// Why a number is withheld: one sentence for every step of the rule, since telling them apart would tell what is hidden.
pub fn why_withheld(protection: Protection, lang: Lang) -> String {
    let few = fewer_than(protection, lang);
    match lang {
        Lang::Sv => format!(
            "Talet gäller {few}, eller få som har eller saknar det som räknas, eller så skulle ett sådant tal kunna räknas ut."
        ),
        Lang::En => format!(
            "The number is about {few}, or few who have or lack what is counted, or such a number could be computed."
        ),
    }
}

/// What the rule is, in a sentence or two.
pub fn rule(protection: Protection, lang: Lang) -> String {
    let few = fewer_than(protection, lang);
    let share = |fewest: &str, of: &str| match lang {
        Lang::Sv => format!(
            "Dolt är det som bygger på {few}, och andelar som färre än {fewest} elever har, eller saknar. Fler tal döljs där ett dolt tal annars kunde räknas ut."
        ),
        Lang::En => format!(
            "Withheld is what rests on {few}, and shares that fewer than {of} pupils have, or lack. More numbers are withheld where a withheld one could be computed."
        ),
    };
    match protection.rules {
        RuleSet::Strikt => share("fem", "five"),
        RuleSet::Strikt10 => share("tio", "ten"),
        RuleSet::Skolverket => match lang {
            Lang::Sv => format!(
                "Dolt är det som bygger på {few}, och andelar som färre än tio elever har. Dolda tal kan ofta räknas ut ur de andra. Välj den för att jämföra, inte för att sprida."
            ),
            Lang::En => format!(
                "Withheld is what rests on {few}, and shares that fewer than ten pupils have. Withheld numbers can often be computed from the others. Choose it to compare, not to publish."
            ),
        },
        RuleSet::Internt => match lang {
            Lang::Sv => format!(
                "Dolt är det som bygger på {few}. Gäller bara den här skärmen: filer och utskrifter följer profilens regel."
            ),
            Lang::En => format!(
                "Withheld is what rests on {few}. For this screen only: files and prints follow the profile’s rule."
            ),
        },
    }
}

#[cfg(test)]
mod tests;
