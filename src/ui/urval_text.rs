//! The words of the urval, in both languages.

use super::text::texts;
use crate::data::{Dim, Lang};
use crate::view::format::count;
use crate::view::screen::Form;

texts! {
    order_by: "Ordna efter", "Order by";
    by_name: "Namn", "Name";
    choose_in_list: "Välj ur listan", "Choose from the list";
    close_list: "Stäng listan", "Close the list";
    schools_of: "Skolor i", "Schools of";
    all_schools: "Alla kommuner och huvudmän", "All municipalities and providers";
    pool: "Slå ihop läsår", "Put school years together";
    pool_help: "Fler läsår: fler elever bakom varje värde, men ändringar syns senare.",
        "More school years: more pupils behind each value, but changes show later.";
    show: "Visa", "Show";
    howto_place: "Flera skolor tillsammans. Texten under diagrammet säger vilka.", "Several schools together. The text below the chart says which.";
    form: "Diagram", "Chart";
    values: "Värden", "Values";
    undivided: "Ingenting", "Nothing";
    list_label: "Skolor att jämföra med", "Schools to compare with";
}

/// How many years are together, where so many earlier ones are.
pub(super) fn how_many(earlier: u8, lang: Lang) -> &'static str {
    match earlier {
        0 => lang.pick("Ett", "One"),
        1 => lang.pick("Två", "Two"),
        _ => lang.pick("Tre", "Three"),
    }
}

/// Why Utveckling has a single point per line: the urval, or all there is, is one school year.
pub(super) fn one_year(has_more: bool, lang: Lang) -> &'static str {
    if has_more {
        lang.pick(
            "Urvalet är ett enda läsår. Välj fler, så syns utvecklingen.",
            "A single school year is chosen. Choose more to see the development.",
        )
    } else {
        lang.pick(
            "Underlaget har ett enda läsår. Läs in filer med flera läsår tillsammans, så syns utvecklingen.",
            "The data have a single school year. Read files with several together to see the development.",
        )
    }
}

/// A chart of Utveckling, of schools or of groups.
pub(super) fn form_name(form: Form, is_divided: bool, lang: Lang) -> &'static str {
    match form {
        Form::Lines => lang.pick("Ett diagram", "One chart"),
        Form::Each if is_divided => lang.pick("Ett per grupp", "One per group"),
        Form::Each => lang.pick("Ett per skola", "One per school"),
        Form::Own if is_divided => lang.pick("Ett per grupp, egen axel", "One per group, own axis"),
        Form::Own => lang.pick("Ett per skola, egen axel", "One per school, own axis"),
        Form::Ends => lang.pick("Start och slut", "Start and end"),
    }
}

/// `Ändring sedan 2019/20`
pub(super) fn since(year: &str, lang: Lang) -> String {
    format!("{} {year}", lang.pick("Ändring sedan", "Change since"))
}

/// `Lönnhamn, kommun`
pub(super) fn area(name: &str, dim: Dim, lang: Lang) -> String {
    format!("{name}, {}", dim.name(lang).to_lowercase())
}

/// Chooses every school around the one in focus: `Välj alla i Lönnhamn (14)`.
pub(super) fn choose_area(name: &str, dim: Dim, schools: usize, lang: Lang) -> String {
    let schools = count(schools as u64, lang);
    match (dim, lang) {
        (Dim::Provider, Lang::Sv) => format!("Välj alla hos huvudmannen {name} ({schools})"),
        (Dim::Provider, Lang::En) => format!("Choose all of the provider {name} ({schools})"),
        (_, Lang::Sv) => format!("Välj alla i {name} ({schools})"),
        (_, Lang::En) => format!("Choose all in {name} ({schools})"),
    }
}

/// `Huddinge kommun, alla skolor i filen`
pub(super) fn beside(name: &str, lang: Lang) -> String {
    format!("{name}, {}", lang.pick("alla skolor i filen", "all schools of the file"))
}

/// `Välj alla 14`
pub(super) fn choose_all(schools: usize, lang: Lang) -> String {
    format!("{} {}", lang.pick("Välj alla", "Choose all"), count(schools as u64, lang))
}

/// Not all are listed.
pub(super) fn capped(listed: usize, all: usize, lang: Lang) -> String {
    let (listed, all) = (count(listed as u64, lang), count(all as u64, lang));
    match lang {
        Lang::Sv => {
            format!("De {listed} första av {all} skolor. Välj en kommun eller huvudman, eller sök i fältet ovanför.")
        }
        Lang::En => {
            format!(
                "The first {listed} of {all} schools. Choose a municipality or provider, or search in the field above."
            )
        }
    }
}

/// The rest of the chosen schools.
pub(super) fn more_chosen(schools: usize, lang: Lang) -> String {
    let number = count(schools as u64, lang);
    match (schools, lang) {
        (1, Lang::Sv) => "och en till".to_owned(),
        (1, Lang::En) => "and one more".to_owned(),
        (_, Lang::Sv) => format!("och {number} till"),
        (_, Lang::En) => format!("and {number} more"),
    }
}
