//! What is said of links, in both languages.

use crate::data::Lang;
use crate::state::{Link, Told};
use crate::view::words::listed;

/// Most names in a sentence.
const MOST_NAMES: usize = 6;
/// Most letters of a name.
const MOST_LETTERS: usize = 60;

/// `Länken hör till ”a.csv”.`
pub(super) fn belongs(link: &Link, lang: Lang) -> String {
    let to = if link.invented {
        lang.pick("de påhittade exempeldata", "the invented example data").to_owned()
    } else if link.files.is_empty() {
        lang.pick("en fil", "a file").to_owned()
    } else {
        quoted(&link.files, lang)
    };
    sentence(lang.pick("Länken hör till", "The link belongs to"), &to)
}

/// What to do about it.
pub(super) fn open_it(link: &Link, lang: Lang) -> &'static str {
    if link.invented {
        lang.pick("Öppna dem under Data, så visas vyn.", "Open them under Data to see the view.")
    } else if link.files.len() > 1 {
        lang.pick("Öppna de filerna tillsammans, så visas vyn.", "Open those files together to see the view.")
    } else {
        lang.pick("Öppna den filen, så visas vyn.", "Open that file to see the view.")
    }
}

/// The first sentence.
pub(super) fn not_all(lang: Lang) -> &'static str {
    lang.pick("Allt i länken gick inte att visa.", "Not everything in the link could be shown.")
}

/// What could not be done as a link said.
pub(super) fn told(told: &Told, lang: Lang) -> String {
    let named = |words: &str, names: &[String]| {
        if names.is_empty() { String::new() } else { sentence(words, &quoted(names, lang)) }
    };
    let schools = match told.beyond {
        0 => String::new(),
        more => sentence(
            lang.pick(
                "Jämförda skolor som inte fick plats i länken:",
                "Compared schools that did not fit in the link:",
            ),
            &more.to_string(),
        ),
    };
    let sentences = [
        named(lang.pick("Den är gjord för", "It was made for"), &told.files),
        named(lang.pick("Finns inte i det som visas:", "Not in what is shown:"), &told.missing),
        schools,
        named(lang.pick("Förstås inte:", "Not understood:"), &told.strange),
    ];
    sentences.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}

fn sentence(words: &str, rest: &str) -> String {
    [words, " ", rest, "."].concat()
}

/// The names, as many and as much of each as one can take in: a link could hold whole paragraphs.
fn quoted(names: &[String], lang: Lang) -> String {
    let (open, close) = lang.pick(("”", "”"), ("“", "”"));
    let mut told: Vec<String> =
        names.iter().take(MOST_NAMES).map(|name| [open, &shortened(name), close].concat()).collect();
    if names.len() > MOST_NAMES {
        told.push(lang.pick("fler", "more").to_owned());
    }
    listed(&told, lang)
}

fn shortened(name: &str) -> String {
    let mut short: String = name.chars().take(MOST_LETTERS).collect();
    if short.len() < name.len() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_says_which_files_it_belongs_to() {
        let link = Link { files: vec!["a.csv".into(), "b.csv".into()], ..Link::default() };
        assert_eq!(belongs(&link, Lang::Sv), "Länken hör till ”a.csv” och ”b.csv”.");
        assert_eq!(open_it(&link, Lang::Sv), "Öppna de filerna tillsammans, så visas vyn.");
        let many = Link { files: (0..9).map(|file| format!("{file}{}", "x".repeat(99))).collect(), ..Link::default() };
        let words = belongs(&many, Lang::En);
        assert!(words.ends_with("x…” and more.") && words.len() < 500, "{words}");
    }

    #[test]
    fn what_could_not_be_done_is_said_in_sentences() {
        let said = Told {
            files: vec!["a.csv".into()],
            missing: vec!["Norra".into(), "2029/30".into()],
            beyond: 2,
            strange: vec!["q=1".into()],
        };
        assert_eq!(
            told(&said, Lang::Sv),
            "Den är gjord för ”a.csv”. Finns inte i det som visas: ”Norra” och ”2029/30”. \
             Jämförda skolor som inte fick plats i länken: 2. Förstås inte: ”q=1”."
        );
        assert_eq!(told(&Told { strange: vec!["q=1".into()], ..Told::default() }, Lang::En), "Not understood: “q=1”.");
    }
}
