//! Captions, contents, uses and reasons in words.

use super::kind;
use crate::data::{Dim, Lang, MOST_GROUPS, Profile, Role, band_names, normalise};
use crate::ingest::{Column, Content, Identity, Why};

/// What a column is read as: `Skola`, `Närvaro`.
pub fn role_name(role: Role, profile: &Profile, lang: Lang) -> String {
    let name = match role {
        Role::Dim(dim) => dim.name(lang),
        Role::SchoolCode => lang.pick("Skolenhetskod", "School unit code"),
        Role::Pupils => lang.pick("Antal elever", "Number of pupils"),
        Role::Pupil => lang.pick("Skiljer eleverna åt", "Tells pupils apart"),
        Role::IndicatorName => lang.pick("Indikatorns namn", "Name of the indicator"),
        Role::Value => lang.pick("Värde", "Value"),
        Role::Indicator(index) => match profile.indicators.get(index) {
            Some(indicator) => indicator.name.get(lang),
            None => lang.pick("Indikator", "Indicator"),
        },
    };
    name.to_owned()
}

/// Whether nothing in a caption could be known again.
pub(super) fn nameless(caption: &str) -> bool {
    normalise(caption).is_empty()
}

/// The caption for people.
pub(super) fn caption(caption: &str, lang: Lang) -> String {
    let unnamed = lang.pick("(utan rubrik)", "(no heading)");
    if caption.trim().is_empty() { unnamed.to_owned() } else { caption.to_owned() }
}

/// What the first rows hold.
pub(super) fn content(content: Content, lang: Lang) -> String {
    let kind = match content {
        Content::Empty => lang.pick("Tomt", "Empty"),
        Content::Numbers => lang.pick("Tal", "Numbers"),
        Content::YesOrNo => lang.pick("Ja eller nej", "Yes or no"),
        Content::Years => lang.pick("Läsår", "School years"),
        Content::Texts(_) => "Text",
    };
    match content {
        // Only the first rows have been counted.
        Content::Texts(different) if different > 1 => {
            let (at_least, sorts) = (lang.pick("minst", "at least"), lang.pick("olika", "different"));
            format!("{kind}, {at_least} {different} {sorts}")
        }
        _ => kind.to_owned(),
    }
}

/// Why a column is read as it is, or not.
pub(super) fn why(column: &Column, profile: &Profile, opened: Option<&Profile>, lang: Lang) -> String {
    let why = match column.role {
        Some(_) => why_used(column, profile, opened, lang),
        None => why_not(column, profile, opened, lang),
    };
    if column.role == Some(Role::Pupil) {
        let hidden = lang.pick("Innehållet visas aldrig.", "Its contents are never shown.");
        return format!("{why}. {hidden}");
    }
    why
}

fn why_used(column: &Column, profile: &Profile, opened: Option<&Profile>, lang: Lang) -> String {
    let name = profile.name.get(lang);
    let why = match (column.why, lang) {
        (Some(Why::Chosen), _) => chosen(column, profile, opened, lang),
        (Some(Why::Profile), Lang::Sv) => format!("Rubriken finns i profilen ”{name}”"),
        (Some(Why::Profile), Lang::En) => format!("The heading is in the profile “{name}”"),
        _ => lang.pick("Vanlig rubrik", "Usual heading").to_owned(),
    };
    if column.role == Some(Role::Dim(Dim::EntryBand)) && column.has_scores {
        return format!(
            "{why}. {}: {}",
            lang.pick("Talen läses i band", "The numbers are read in bands"),
            band_names(lang).join(", ")
        );
    }
    match column.year {
        Some(year) => {
            format!("{why}. {} {year} {}", lang.pick("Läsåret", "The school year"), lang.pick("står i den", "is in it"))
        }
        None => why,
    }
}

fn why_not(column: &Column, profile: &Profile, opened: Option<&Profile>, lang: Lang) -> String {
    let words = match column.why {
        _ if column.why == Some(Why::Personal) || column.identity.is_some_and(Identity::is_strong) => {
            let kind = column.identity.map_or("", |identity| kind::kind(identity, lang));
            return format!("{} {kind}", lang.pick("Ser ut som", "Looks like"));
        }
        Some(Why::Chosen) => return chosen(column, profile, opened, lang),
        Some(Why::Taken) => {
            lang.pick("En annan kolumn läses redan som detta", "Another column is read as this already")
        }
        Some(Why::Alone) => lang.pick(
            "Läses först när en kolumn är Indikatorns namn och en är Värde",
            "Read only when one column is Name of the indicator and one is Value",
        ),
        Some(Why::TooMany) => {
            return match lang {
                Lang::Sv => format!("Har fler än {MOST_GROUPS} olika värden och är därför inga grupper"),
                Lang::En => format!("Has more than {MOST_GROUPS} different values and therefore is no groups"),
            };
        }
        Some(Why::OnlyPupils) => {
            lang.pick("Läses bara när varje rad är en elev", "Read only when each row is one pupil")
        }
        _ if nameless(&column.caption) => lang.pick("Har ingen rubrik", "Has no heading"),
        _ => lang.pick("Rubriken känns inte igen", "The heading is not known"),
    };
    words.to_owned()
}

/// By whom it was chosen: in the profile that was opened, or since then.
fn chosen(column: &Column, profile: &Profile, opened: Option<&Profile>, lang: Lang) -> String {
    let in_profile = opened.filter(|opened| opened.choice(&column.caption) == profile.choice(&column.caption));
    match (in_profile, lang) {
        (Some(opened), Lang::Sv) => format!("Valt i profilen ”{}”", opened.name.get(lang)),
        (Some(opened), Lang::En) => format!("Chosen in the profile “{}”", opened.name.get(lang)),
        (None, _) => lang.pick("Valt av dig", "Chosen by you").to_owned(),
    }
}
