//! Columns of names of persons.

use super::sample::Sample;
use super::wording::is_one_of;

/// Words that stand in names of schools, places, bodies and courses, and not in names of persons.
const BODIES: &str = "\
    skola skolor gymnas school academy college kommun universit institut program center centre centrum elementary \
    district unified utbildning stiftelse förening linje county region high";
/// Words under a caption such as `Vårdnadshavare` or `Elev` that say who, how many or whether, and name nobody.
const KINSHIP: &str = "\
    ja nej yes no mamma pappa mor far mother father both båda other annan ingen none man kvinna pojke flicka male \
    female okänd unknown saknas god";
/// Words within names that are written small.
const PARTICLES: &str = "von af av de da di del della der den van la el al bin ibn och";
/// Fewer values than this tell nothing without a caption.
const ENOUGH: usize = 5;

/// Whether a column holds names of persons.
///
/// A clear caption (`Förnamn`) needs values with letters. A caption that may mean others (`Namn`, `Mentor`) needs values that look
/// like names, most of them with two words or many different. Without one, more than 80 % must have two capitalised words and be
/// different, as in `Efternamn, Förnamn`.
pub(super) fn are_names(sample: &Sample) -> bool {
    let wording = &sample.wording;
    if wording.says_names() {
        return sample.at_least(50, |value| value.contains(char::is_alphabetic));
    }
    if wording.may_say_names() {
        let has_two = sample.at_least(30, |value| words_of_name(value).is_some_and(|words| words >= 2));
        let is_varied = sample.distinct >= 3 && sample.is_distinct(30);
        return sample.at_least(60, |value| words_of_name(value).is_some()) && (has_two || is_varied);
    }
    let look_so = || sample.at_least(81, |value| words_of_name(value).is_some_and(|words| words >= 2));
    !wording.says_group() && sample.values.len() >= ENOUGH && sample.is_distinct(80) && look_so()
}

/// How many capitalised words a text has, if it can be the name of a person.
fn words_of_name(text: &str) -> Option<usize> {
    let lower = text.to_lowercase();
    let is_other = BODIES.split_ascii_whitespace().any(|body| lower.contains(body)) || lower.ends_with(" ab");
    if is_other || text.matches(',').count() > 1 {
        return None;
    }
    let mut count = 0;
    for word in text.split([' ', '\u{a0}', ',']).filter(|word| !word.is_empty()) {
        let is_word = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '\u{2019}' | '.'));
        let lower = word.to_lowercase();
        let is_small = is_one_of(&lower, PARTICLES);
        let is_capital = word.starts_with(char::is_uppercase);
        if !is_word || !(is_small || is_capital) || is_one_of(&lower, KINSHIP) {
            return None;
        }
        count += usize::from(is_capital);
    }
    (1..=5).contains(&count).then_some(count).filter(|_| text.chars().count() >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_can_be_names() {
        for (text, expected) in [
            ("Anna", Some(1)),
            ("Anna Berg", Some(2)),
            ("Berg, Anna", Some(2)),
            ("BERG ANNA", Some(2)),
            ("Berg, Anna-Karin Maria", Some(3)),
            ("Carl von Linné", Some(2)),
            ("D'Angelo, José A.", Some(3)),
            ("Östra gymnasiet", None),
            ("Mead School", None),
            ("Lärlingsgymnasiet i Sverige AB", None),
            ("Bild och form", None),
            ("mother", None),
            ("God man", None),
            ("Engelska 5", None),
            ("P.S. 015 ROBERTO CLEMENTE", None),
            ("A", None),
            ("12,9", None),
            ("", None),
        ] {
            assert_eq!(words_of_name(text), expected, "{text}");
        }
    }

    #[test]
    fn columns_of_names_and_of_others() {
        let of = super::super::of_column;
        let name = Some(super::super::Identity::Name);
        let people = ["Berg, Anna", "Lund, Per", "Ek, Åsa", "Öst, Ali", "Ek, Li", "von Post, Eva"];
        let full = ["Anna Berg", "Per Lund", "Åsa Ek", "Ali Öst", "Li Ek"];
        let schools =
            ["Östra gymnasiet", "Sjödalsgymnasiet", "Mead School", "P.S. 015 CLEMENTE", "NTI Gymnasiet Södertörn"];
        for (caption, values, expected) in [
            ("Förnamn", &["Anna", "Anna", "Per"][..], name),
            ("förnamn", &["anna", "", ""], name),
            ("Elevens namn", &["Elev A", "Elev B"], name),
            ("Namn", &full, name),
            ("Elev", &people, name),
            ("Mentor", &["Anna Berg", "Anna Berg", "Per Lund", "Anna Berg"], name),
            ("Vårdnadshavare 1", &["Anna Berg", "saknas", "Per Lund"], name),
            ("x", &people, name),
            ("x", &full, name),
            ("Name", &schools, None),
            ("Skolnamn", &full, None),
            ("Kommun", &["Upplands Väsby", "Upplands Bro", "Nya Lund", "Stora Å", "Lilla Edet"], None),
            ("x", &["Anna Berg", "Per Lund", "Anna Berg", "Per Lund", "Anna Berg"], None),
            ("x", &full[..4], None),
            ("guardian", &["mother", "father", "other", "mother"], None),
            ("Mentor", &["Ja", "Nej", "Ja"], None),
            ("Elev", &["12", "13", "14"], None),
            ("Förnamn", &["", ""], None),
            ("Program", &["Ekonomiprogrammet", "Teknikprogrammet", "Bygg- och anläggningsprogrammet"], None),
        ] {
            assert_eq!(of(caption, values), expected, "{caption}: {values:?}");
        }
    }
}
