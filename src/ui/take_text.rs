//! The words of taking away: files, clipboard and paper, in both languages.

use super::text::texts;
use crate::data::Lang;
use crate::state::Exit;

texts! {
    take: "Ladda ner", "Download";
    picture_svg: "Diagram, SVG", "Chart, SVG";
    picture_png: "Diagram, PNG", "Chart, PNG";
    picture_copy: "Kopiera bilden", "Copy the picture";
    table_csv: "Tabell, CSV", "Table, CSV";
    table_copy: "Kopiera tabellen", "Copy the table";
    urval_csv: "Hela urvalet, CSV", "All that is chosen, CSV";
    // The name of the file.
    urval_file: "urval", "choices";

    print: "Skriv ut", "Print";
    print_view: "Skriv ut vyn", "Print this view";
    print_all: "Skriv ut alla vyer", "Print all views";
    printed: "Utskrivet", "Printed";

    saved: "Filen är sparad.", "The file is saved.";
    copied: "Kopierat. Klistra in i Word, Excel eller ett mejl.", "Copied. Paste it into Word, Excel or an e-mail.";
    copied_not: "Webbläsaren kan inte kopiera det. Spara det som fil i stället: Diagram, PNG eller Tabell, CSV.",
        "The browser cannot copy it. Save it as a file instead: Chart, PNG or Table, CSV.";
    saved_not: "Webbläsaren kunde inte göra filen. Spara diagrammet som SVG i stället.",
        "The browser could not make the file. Save the chart as SVG instead.";

    blocked_rest: "Dolda tal kunde räknas ut ur det, eller så gick det inte att bevisa att de inte kan det. Välj regeln Strikt för små grupper under Data, eller färre skolor.",
        "Withheld numbers could be computed from it, or it could not be proven that they cannot. Choose the rule Strict for small groups under Data, or fewer schools.";
    together_rest: "Tillsammans med det som redan har sparats, kopierats eller skrivits ut kunde dolda tal räknas ut, eller så gick det inte att bevisa att de inte kan det.",
        "Together with what was saved, copied or printed before, withheld numbers could be computed, or it could not be proven that they cannot.";
}

/// Something was to leave by a way, and the browser could do it or not.
pub(super) fn done(exit: Exit, could: bool, lang: Lang) -> &'static str {
    match (exit, could) {
        (Exit::File, true) => saved(lang),
        (Exit::File, false) => saved_not(lang),
        (Exit::Paper, _) => printed(lang),
        (Exit::Clipboard, true) => copied(lang),
        (Exit::Clipboard, false) => copied_not(lang),
    }
}

/// Something may not leave.
pub(super) fn blocked(exit: Exit, lang: Lang) -> &'static str {
    match exit {
        Exit::File => lang.pick("Filen sparades inte.", "The file was not saved."),
        Exit::Clipboard => lang.pick("Inget kopierades.", "Nothing was copied."),
        Exit::Paper => lang.pick("Inget skrevs ut.", "Nothing was printed."),
    }
}

/// Something has left that must not be put together with what left before.
pub(super) fn together(exit: Exit, lang: Lang) -> &'static str {
    match exit {
        Exit::File => lang.pick(
            "Filen sparades, men sprid den inte tillsammans med det tidigare.",
            "The file was saved, but do not share it together with what you took before.",
        ),
        Exit::Clipboard => lang.pick(
            "Det kopierades, men sprid det inte tillsammans med det tidigare.",
            "It was copied, but do not share it together with what you took before.",
        ),
        Exit::Paper => lang.pick(
            "Sprid inte utskriften tillsammans med det tidigare.",
            "Do not share the print together with what you took before.",
        ),
    }
}
