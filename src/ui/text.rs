//! Every word of the components, in both languages. The words about numbers are in [`crate::view`].

use crate::data::{Lang, Profile};
use crate::state::View;
use crate::view::format::{NBSP, count};

/// What a new urval costs, in the browser's performance tools.
pub(super) const TIMED_URVAL: &str = "indikator:urval";

/// One function per text: `name: Swedish, English;`.
macro_rules! texts {
    ($($name:ident: $sv:literal, $en:literal;)*) => {
        $(pub(super) fn $name(lang: Lang) -> &'static str {
            lang.pick($sv, $en)
        })*
    };
}
pub(super) use texts;

texts! {
    // The frame of the page.
    skip: "Hoppa till svaret", "Skip to the answer";
    views: "Vyer", "Views";
    no_file: "Ingen fil inläst", "No file read yet";
    opens_later: "Öppnas när en fil är inläst", "Opens when a file has been read";
    invented: "Påhittade data", "Invented data";
    local: "Lokalt: inget lämnar datorn", "Local: nothing leaves this computer";
    language: "Språk", "Language";
    dark: "Mörkt", "Dark";
    projector: "Storbild", "Projector";
    leave_projector: "Avsluta storbild", "Leave projector view";
    close: "Stäng", "Close";
    foot: "Indikatorutforskaren läser filer på den här datorn och har ingen nätkod.",
        "Indikatorutforskaren reads files on this computer and has no network code.";

    // Urval.
    urval: "Urval", "Choices";
    change: "Ändra", "Change";
    focus_school: "Skola i fokus", "School in focus";
    compare_with: "Jämför med", "Compare with";
    compare_add: "Lägg till skola", "Add a school";
    compare_none: "Ta bort alla", "Remove all";
    compare_empty: "Ingen skola vald", "No school chosen";
    years: "Läsår (resultatår)", "School years (of results)";
    from: "Från läsår", "From school year";
    to: "Till läsår", "To school year";
    until: "till", "to";
    programme: "Program", "Programme";
    all_programmes: "Alla program", "All programmes";
    reset: "Återställ urvalet", "Reset the choices";
    search: "Skriv för att söka", "Type to search";
    unnamed: "Utan namn", "Without name";

    // Läget.
    question_overview: "Läget: var är vi?", "Overview: where are we?";
    why: "Varför detta tal?", "Why this number?";

    // Utveckling.
    question_trend: "Utveckling: vart är vi på väg?", "Trends: where are we heading?";
    indicator: "Indikator", "Indicator";
    show_as: "Visa som", "Show as";
    chart: "Diagram", "Chart";
    table: "Tabell", "Table";
    chart_role: "diagram", "chart";
    chart_keys: "Gå mellan punkterna med piltangenterna. Home och End går till första och sista läsåret, Esc lämnar punkten.",
        "Move between the points with the arrow keys. Home and End go to the first and last school year, Esc leaves the point.";
    point_at: "Peka på en punkt, eller gå mellan dem med piltangenterna.", "Point at a value, or move between them with the arrow keys.";
    howto_focus: "Skolan i fokus. Bandet är 95 %-intervallet: där kan det verkliga värdet ligga.",
        "The school in focus. The band is the 95% interval: the true value may lie there.";
    howto_focus_plain: "Skolan i fokus.", "The school in focus.";
    howto_other: "En annan skola. Färg, streck och form hör ihop.", "Another school. Colour, dash and shape belong together.";
    howto_many: "En av många skolor. Peka på linjen för att se vilken.", "One of many schools. Point at the line to see which.";
    howto_withheld: "Dolt värde. Det står under axeln, aldrig på den.", "A withheld value. It stands below the axis, never on it.";
    howto_gap: "Ett uppehåll i linjen: värdet saknas eller är dolt.", "A gap in the line: the value is missing or withheld.";
    howto_break: "Värdena på ömse sidor jämförs inte. Texten under diagrammet säger varför.", "The values on either side are not compared. The text below the chart says why.";
    howto_cut: "En linje som slutar och börjar om mellan två värden: de jämförs inte. Texten under diagrammet säger varför.", "A line that ends and begins anew between two values: they are not compared. The text below the chart says why.";
    base: "underlag", "base";
}

/// Name of a view.
pub(super) fn view(view: View, lang: Lang) -> &'static str {
    match view {
        View::Data => "Data",
        View::Overview => lang.pick("Läget", "Overview"),
        View::Trend => lang.pick("Utveckling", "Trends"),
        View::Compare => lang.pick("Jämför", "Compare"),
        View::Groups => lang.pick("Grupper", "Groups"),
    }
}

/// Title of the page.
pub(super) fn title(name: &str, subject: Option<&str>) -> String {
    match subject {
        Some(subject) => format!("{name}, {subject} – Indikatorutforskaren"),
        None => format!("{name} – Indikatorutforskaren"),
    }
}

/// `2 646 rader`
pub(super) fn row_count(rows: u64, lang: Lang) -> String {
    let noun = if rows == 1 { lang.pick("rad", "row") } else { lang.pick("rader", "rows") };
    format!("{}{NBSP}{noun}", count(rows, lang))
}

/// The files, for a line: `a.csv`, `a.csv och 2 filer till`.
pub(super) fn files(names: &[&str], lang: Lang) -> String {
    match (names, lang) {
        ([], _) => String::new(),
        ([only], _) => (*only).to_owned(),
        ([first, second], _) => format!("{first} {} {second}", lang.pick("och", "and")),
        ([first, rest @ ..], Lang::Sv) => format!("{first} och {}{NBSP}filer till", rest.len()),
        ([first, rest @ ..], Lang::En) => format!("{first} and {} more files", rest.len()),
    }
}

/// The rest of a list, folded away.
pub(super) fn more_items(items: usize, lang: Lang) -> String {
    let items = count(items as u64, lang);
    match lang {
        Lang::Sv => format!("Visa {items} till"),
        Lang::En => format!("Show {items} more"),
    }
}

/// The foot of the page when the data are invented: nothing random without its seed.
pub(super) fn foot_invented(seed: u64, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!(
            "Påhittade exempeldata för Lönnhamn och Tjädermo, två kommuner som inte finns. Skolorna och siffrorna är uppdiktade (slumpfrö {seed})."
        ),
        Lang::En => format!(
            "Invented example data for Lönnhamn and Tjädermo, two municipalities that do not exist. Schools and figures are made up (random seed {seed})."
        ),
    }
}

/// How many schools the focus is compared with.
fn compared(schools: usize, lang: Lang) -> String {
    match (schools, lang) {
        (0, _) => String::new(),
        (1, Lang::Sv) => " och en skola till".to_owned(),
        (1, Lang::En) => " and one more school".to_owned(),
        (_, Lang::Sv) => format!(" och {schools} skolor till"),
        (_, Lang::En) => format!(" and {schools} more schools"),
    }
}

/// First and last school year: `2018/19–2023/24`.
pub(super) fn span(from: &str, to: &str) -> String {
    if from == to { to.to_owned() } else { format!("{from}–{to}") }
}

/// The urval in one line: `Alkullagymnasiet och 4 skolor till, 2018/19–2023/24, alla program`.
pub(super) fn urval_line(school: &str, others: usize, years: &str, programme: Option<&str>, lang: Lang) -> String {
    let schools = format!("{school}{}", compared(others, lang));
    let programme = programme.unwrap_or(lang.pick("alla program", "all programmes"));
    let parts = [schools.as_str(), years, programme].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

/// The urval, the files and the profile, for the head of a printed page.
pub(super) fn print_line(urval: &str, source: &str, profile: &Profile, lang: Lang) -> String {
    let profile = profile.name.get(lang);
    match lang {
        Lang::Sv => format!("Urval: {urval}. Fil: {source}. Profil: {profile}."),
        Lang::En => format!("Choices: {urval}. File: {source}. Profile: {profile}."),
    }
}

/// `3 av 17`
pub(super) fn hits(found: usize, all: usize, lang: Lang) -> String {
    let (found, all) = (count(found as u64, lang), count(all as u64, lang));
    format!("{found} {} {all}", lang.pick("av", "of"))
}

/// More was found than is listed.
pub(super) fn more_hits(listed: usize, found: usize, lang: Lang) -> String {
    let hits = hits(listed, found, lang);
    match lang {
        Lang::Sv => format!("Visar {hits}. Skriv för att söka."),
        Lang::En => format!("Showing {hits}. Type to search."),
    }
}

/// Nothing was found.
pub(super) fn no_hits(query: &str, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("Ingen träff på ”{query}”."),
        Lang::En => format!("Nothing matches “{query}”."),
    }
}

/// Takes one school out of the comparison.
pub(super) fn remove(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("Ta bort {name}"),
        Lang::En => format!("Remove {name}"),
    }
}

/// All indicators together: `Alla tre`.
pub(super) fn all_indicators(indicators: usize, lang: Lang) -> &'static str {
    if indicators == 3 { lang.pick("Alla tre", "All three") } else { lang.pick("Alla", "All") }
}
