//! Every word of the components, in both languages. The words about numbers are in [`crate::view`].

use crate::data::{Break, Lang, Profile, Text};
use crate::state::{Progress, View};
use crate::view::format::{NBSP, count};
use crate::view::words::listed;

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

    // Data.
    start_heading: "Börja med en fil", "Begin with a file";
    start_lead: "Släpp en avidentifierad CSV-fil här, så ser du skolans tre gemensamma indikatorer inom en minut. Filen läses i webbläsaren och lämnar aldrig datorn.",
        "Drop an anonymised CSV file here to see the school’s three shared indicators within a minute. The file is read in the browser and never leaves the computer.";
    drop_here: "Släpp filer här, eller välj dem", "Drop files here, or choose them";
    drop_now: "Släpp för att läsa in", "Drop to read";
    drop_form: "CSV med en rad per elev och läsår, eller en rad per skola, läsår och program. Flera filer går bra.",
        "CSV with one row per pupil and school year, or one row per school, school year and programme. Several files are fine.";
    choose_files: "Välj filer", "Choose files";
    no_file_at_hand: "Har du ingen fil till hands?", "No file at hand?";
    demo_heading: "Prova med exempeldata", "Try it with example data";
    demo_button: "Visa med påhittade data", "Show with invented data";
    template_heading: "Hämta mallen", "Get the template";
    template_say: "En CSV med rätt rubriker och en förklaring av varje kolumn.",
        "A CSV with the right captions and an explanation of each column.";
    template_button: "Mall, CSV", "Template, CSV";
    other_files: "Läs in andra filer", "Read other files";
    other_files_say: "De nya filerna ersätter dem som visas.", "The new files replace those that are shown.";
    use_data: "Visa läget", "Show the overview";

    // Profile.
    profile_heading: "Profilen som används", "The profile in use";
    profile_own: "Öppnad från en fil. Används för nästa fil som läses in.", "Opened from a file. Used for the next file that is read.";
    profile_none: "Två profiler är inbyggda, en för egna elevrader och en för Skolverkets rapport 88. Filens kolumner avgör vilken som används.",
        "Two profiles are built in, one for a school’s own pupil rows and one for Skolverket’s report 88. The columns of the file decide which is used.";
    profile_of_data: "Används för de data som visas.", "Used for the data that are shown.";
    profile_say: "En profil är de indikatorer och kolumnnamn som flera skolor har valt tillsammans. Den innehåller inga data.",
        "A profile is the indicators and column names that several schools have chosen together. It holds no data.";
    profile_open: "Öppna profil", "Open profile";
    profile_save: "Spara profil", "Save profile";
    profile_use: "Läs om filerna med profilen", "Read the files again with it";
    profile_close: "Använd de inbyggda", "Use the built-in ones";
    definitions: "Visa definitionerna", "Show the definitions";
    withheld_values: "Dolda värden", "Withheld values";

    // Privacy: only what is true of this program as it is.
    privacy_heading: "Så skyddas eleverna", "How pupils are protected";
    privacy_network: "Programmet har ingen nätkod. Dra ur nätverkskabeln och prova.",
        "The program has no network code. Unplug the network cable and try.";
    privacy_storage: "Inga elevrader sparas. När fliken stängs är de borta.", "No pupil rows are stored. When the tab is closed they are gone.";
    privacy_link: "Adressfältet och webbläsarens historik får namn på filer, skolor, läsår och program, aldrig värden. Därför går en vy att dela som länk.",
        "The address bar and the browser’s history get names of files, schools, school years and programmes, never values. So a view can be shared as a link.";
    privacy_small: "Små grupper döljs, och det som annars skulle röja dem. Programmet prövar själv att inget dolt tal kan räknas ut.", "Small groups are withheld, and what would give them away. The program itself tries whether any withheld number can be computed.";
    protection_choice: "Regel för små grupper", "Rule for small groups";
    protection_try: "Pröva skyddet", "Try the protection";
    protection_internal: "Internt läge: bara för den här skärmen.", "Internal mode: for this screen only.";
    protection_internal_rest: "Grupper ned till fem elever visas. Filer som sparas följer profilens regel, och utskrifter får inga tal. Regeln väljs under Data.", "Groups down to five pupils are shown. Files that are saved follow the profile’s rule, and prints get no numbers. The rule is chosen under Data.";
    paper_held: "Sidan skrivs inte ut. Antingen är internt läge på, eller så skulle dolda tal kunna räknas ut ur det som skrivs. Välj en annan regel för små grupper under Data, och skriv ut igen.", "The page is not printed. Either internal mode is on, or withheld numbers could be computed from what is printed. Choose another rule for small groups under Data, and print again.";
    privacy_law: "En fil med en rad per elev räknas som personuppgifter även utan namn. Följ kommunens regler för var den får ligga.",
        "A file with one row per pupil is personal data even without names. Follow the municipality’s rules on where it may be kept.";

    // Reading, and what may go wrong.
    reading: "Filen läses", "Reading the file";
    stop: "Avbryt", "Cancel";
    cancelled: "Läsningen avbröts.", "Reading was cancelled.";
    cancelled_rest: "Inget ur filerna är kvar i minnet.", "Nothing from the files is kept.";
    lost_rest: "Är USB-minnet kvar, och ligger filen där den låg? Har filen ändrats behöver den väljas på nytt. Mappar går inte att läsa, bara filer.",
        "Is the USB stick still there, and the file where it was? If the file has changed, choose it again. Folders cannot be read, only files.";
    failed: "Inga rader gick att använda.", "No row could be used.";
    failed_rest: "Se under varje fil vad som hände och vad du kan göra.", "See under each file what happened and what you can do.";
    kept: "De data som lästes in tidigare visas fortfarande i de andra vyerna.", "The data read earlier are still shown in the other views.";
    profile_refused: "Profilen kan inte användas.", "The profile cannot be used.";

    choose_school: "Välj skola", "Choose a school";
    choose_school_rest: "Välj er i fältet Skola i fokus. Där går det att söka.", "Choose yours in the field School in focus. You can search there.";

    // Report.
    question_data: "Data: vad har vi?", "Data: what do we have?";
    see_report: "Se rapporten", "See the report";
    rows_heading: "Varje rad är redovisad", "Every row is accounted for";
    what: "Vad", "What";
    rows: "Rader", "Rows";
    note: "Not", "Note";
    to_know: "Bra att veta", "Good to know";
    values_unused: "Värden som inte gick att använda", "Values that could not be used";

    // Quality.
    report_csv: "Rapport, CSV", "Report, CSV";
    coverage: "Skolor och läsår", "Schools and school years";
    coverage_csv: "Skolor och läsår, CSV", "Schools and school years, CSV";

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

/// What the demonstration holds.
pub(super) fn demo_say(schools: usize, years: usize, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("{schools} påhittade skolor, {years} läsår. Allt går att prova."),
        Lang::En => format!("{schools} invented schools, {years} school years. Everything can be tried."),
    }
}

/// Which profile, in a heading.
pub(super) fn profile_name(profile: &Profile, lang: Lang) -> String {
    let indicators = profile.indicators.len();
    match lang {
        Lang::Sv => format!("{}, {indicators} indikatorer", profile.name.get(lang)),
        Lang::En => format!("{}, {indicators} indicators", profile.name.get(lang)),
    }
}

/// A profile was opened while data measured by another are shown: the bold sentence and the rest.
pub(super) fn profile_waits(opened: &Text, shown: &Text, lang: Lang) -> (String, String) {
    let (opened, shown) = (opened.get(lang), shown.get(lang));
    match lang {
        Lang::Sv => (
            format!("Profilen ”{opened}” är öppnad."),
            format!("Den används för nästa fil. Det som visas nu följer ”{shown}”."),
        ),
        Lang::En => (
            format!("The profile “{opened}” is open."),
            format!("It is used for the next file. What is shown now follows “{shown}”."),
        ),
    }
}

/// `Nytt från 2027/28: …`
pub(super) fn new_from(cut: &Break, lang: Lang) -> String {
    format!("{} {}: {}", lang.pick("Nytt från", "New from"), cut.first, cut.text.get(lang))
}

/// The rest of a list, folded away.
pub(super) fn more_items(items: usize, lang: Lang) -> String {
    let items = count(items as u64, lang);
    match lang {
        Lang::Sv => format!("Visa {items} till"),
        Lang::En => format!("Show {items} more"),
    }
}

/// A file could not be read.
pub(super) fn lost(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Sv => format!("”{name}” gick inte att läsa."),
        Lang::En => format!("“{name}” could not be read."),
    }
}

/// How far the reading has come: `gymnasiet.csv, 298 400 rader`.
pub(super) fn progress(progress: &Progress, lang: Lang) -> String {
    format!("{}, {}", progress.file, row_count(progress.rows, lang))
}

/// Files have been read.
pub(super) fn done(rows: u64, lang: Lang) -> String {
    let rows = row_count(rows, lang);
    match lang {
        Lang::Sv => format!("{rows} är inlästa."),
        Lang::En => format!("{rows} have been read."),
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

/// Files were refused, rows set aside, values unusable or characters replaced: the bold sentence and the rest.
pub(super) fn not_all(refused: &[&str], rows: u64, values: u64, replaced: u64, lang: Lang) -> (String, String) {
    let unused = listed(&refused.iter().map(ToString::to_string).collect::<Vec<_>>(), lang);
    let (rows_text, values_text, signs) = (row_count(rows, lang), count(values, lang), count(replaced, lang));
    let one = |found: u64, text: (String, String)| (found > 0).then(|| if lang == Lang::Sv { text.0 } else { text.1 });
    let sentences = [
        one(refused.len() as u64, (format!("Används inte: {unused}."), format!("Not used: {unused}."))),
        one(rows, (format!("{rows_text} lades åt sidan."), format!("{rows_text} set aside."))),
        one(
            values,
            (
                format!("{values_text} värden gick inte att använda."),
                format!("{values_text} values could not be used."),
            ),
        ),
        one(
            replaced,
            (
                format!("{signs} tecken gick inte att läsa och är ersatta med \u{fffd}."),
                format!("{signs} characters could not be read and are replaced by \u{fffd}."),
            ),
        ),
    ];
    let mut sentences = sentences.into_iter().flatten();
    (sentences.next().unwrap_or_default(), sentences.collect::<Vec<_>>().join(" "))
}

/// The file is about many schools.
pub(super) fn many_schools(schools: usize, lang: Lang) -> String {
    let schools = count(schools as u64, lang);
    match lang {
        Lang::Sv => format!("Det finns {schools}{NBSP}skolor i underlaget."),
        Lang::En => format!("There are {schools} schools in the data."),
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
