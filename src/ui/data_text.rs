//! Words of the view Data: files, profile, protection, reading and what may go wrong, the report.

use crate::data::{Break, Lang, Profile, Text};
use crate::state::Progress;
use crate::view::format::{NBSP, count};
use crate::view::words::listed;

use super::text::{row_count, texts};

texts! {
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
    choose_school_rest: "Välj er skola i fältet Skola i fokus. Där går det att söka.", "Choose yours in the field School in focus. You can search there.";

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
