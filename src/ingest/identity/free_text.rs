//! Columns in which someone has written freely.

use super::sample::Sample;

/// Whether a column holds free text: most values are long or many words, and they differ from row to row. Definitions and names of
/// programmes are long too, but repeated. A caption such as `Kommentar` lowers what is asked.
pub(super) fn is_free(sample: &Sample) -> bool {
    if sample.wording.says_remarks() && sample.is_distinct(20) {
        return sample.at_least(20, |value| words(value) >= 3);
    }
    if sample.wording.says_group() {
        return false;
    }
    let is_long = |value: &str| value.chars().count() > 40;
    // Short remarks in most rows and a story in a few are free text as well.
    let is_story = |value: &str| value.chars().count() > 80 && words(value) >= 10;
    (sample.at_least(50, is_long) && sample.is_distinct(20))
        || (sample.at_least(50, |value| words(value) >= 5) && sample.is_distinct(60))
        || (sample.at_least(5, is_story) && sample.is_distinct(20))
}

/// Words with letters.
fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count()
}

#[cfg(test)]
mod tests {
    use super::super::{Identity, of_column};

    fn column(caption: &str, value: impl Fn(usize) -> String) -> Option<Identity> {
        let values: Vec<String> = (0..25).map(value).collect();
        of_column(caption, &values.iter().map(String::as_str).collect::<Vec<_>>())
    }

    #[test]
    fn what_someone_has_written() {
        let free = Some(Identity::FreeText);
        assert_eq!(column("x", |i| format!("Eleven har varit borta {i} dagar och behöver mer stöd i svenska.")), free);
        assert_eq!(column("x", |i| format!("Har lyft sig rejält sedan {i}")), free);
        assert_eq!(column("Kommentar", |i| format!("Bra jobbat {i}, fortsätt")), free);
        let long = "Mamma ringde om att det är oroligt hemma, och vi kom överens om ett möte i nästa vecka";
        assert_eq!(column("x", |i| if i % 10 == 0 { format!("{long} {i}") } else { format!("Ok {i}") }), free);
    }

    #[test]
    fn long_labels_are_no_free_text() {
        let programme = "Vård- och omsorgsprogrammet, inriktning mot hälsa och sjukvård";
        let definition = "Andel elever med examen inom tre år i procent av nybörjarna, kull";
        assert_eq!(column("x", |i| format!("{programme} {}", i % 3)), None);
        assert_eq!(column("Indikator", |i| format!("{definition} {i}")), None);
        assert_eq!(column("Skola", |i| format!("Achievement First Hartford Academy Incorporated {i}")), None);
        assert_eq!(column("Notering", |_| "Uppgift saknas i år".to_owned()), None);
        assert_eq!(column("Kommentar", |_| String::new()), None);
        assert_eq!(column("x", |i| format!("1 059 {i}")), None);
    }
}
