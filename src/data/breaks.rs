//! Breaks in series: changes after which values cannot be compared with those before.
//!
//! A profile lists the breaks of its indicators. Those of programmes that one programme has succeeded are known here.

use serde::{Deserialize, Serialize};

use crate::data::{SchoolYear, Text};

/// A change between two school years. Values from `first` on are not compared with earlier ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Break {
    /// First school year of the new series, `2024/25` in JSON.
    pub first: SchoolYear,
    /// What changed, in one plain sentence.
    pub text: Text,
    /// What stands at the mark in a chart, in a word or two: `Ny definition` unless something else is said.
    #[serde(default = "new_definition")]
    pub label: Text,
}

fn new_definition() -> Text {
    Text::new("Ny definition", "New definition")
}

impl Break {
    /// Whether it lies between these school years.
    pub fn lies_between(&self, earlier: SchoolYear, later: SchoolYear) -> bool {
        earlier < self.first && self.first <= later
    }
}

/// A programme that has taken the place of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succession {
    /// The programme that ended, as [`crate::data::programme_key`] writes it.
    pub old: &'static str,
    /// The programme that came instead, likewise.
    pub new: &'static str,
    /// The change, by result year: the first school year in which pupils of the new programme finish.
    pub cut: Break,
}

/// Every succession that the program knows.
///
/// * HA → FS. Riksdagen decided in June 2020 for pupils who begin in autumn 2022 (handelsnytt.se 2020-06-12 and 2020-08-28).
///   Skolverket's report 88 has only HA up to 2023/24 and only FS in 2024/25.
/// * HV → FR. Prop. 2022/23:94: applies to education that begins after 30 June 2025, so the first finish in 2027/28. The crafts
///   other than hairdressing and styling became nationally recruiting programmes of their own (skolverket.se on Gy25).
pub fn successions() -> Vec<Succession> {
    let known = [
        (
            ["handelsochadministrationsprogrammet", "forsaljningsochserviceprogrammet"],
            2024,
            Text::new(
                "Försäljnings- och serviceprogrammet har ersatt handels- och administrationsprogrammet för elever som började hösten 2022 eller senare.",
                "The sales and service programme (FS) has replaced the business and administration programme (HA) for pupils who began in autumn 2022 or later.",
            ),
        ),
        (
            ["hantverksprogrammet", "frisorochstylistprogrammet"],
            2027,
            Text::new(
                "Hantverksprogrammet har upphört för elever som började hösten 2025 eller senare; frisörer, barberare och stylister går i stället frisör- och stylistprogrammet.",
                "The handicraft programme (HV) has ended for pupils who began in autumn 2025 or later; hairdressers, barbers and stylists attend the hairdresser and stylist programme (FR) instead.",
            ),
        ),
    ];
    let succession = |([old, new], first, text): ([&'static str; 2], u16, Text)| {
        let first = SchoolYear::starting(first)?;
        let label = Text::new("Nytt program", "New programme");
        Some(Succession { old, new, cut: Break { first, text, label } })
    };
    known.into_iter().filter_map(succession).collect()
}

/// The change from course grades to subject grades, for indicators that are made of grades.
///
/// Gy25 applies to education that begins after 30 June 2025 (skolverket.se), so the first finish in 2027/28. A pupil's final grade
/// in a subject is that of the highest and last level (uhr.se), where each course had a grade of its own.
pub fn gy25() -> Option<Break> {
    let text = Text::new(
        "Elever som började hösten 2025 eller senare följer Gy25: ett betyg per ämne, där den sista nivån gäller, i stället för ett per kurs.",
        "Pupils who began in autumn 2025 or later follow Gy25: one grade per subject, that of its last level, instead of one per course.",
    );
    SchoolYear::starting(2027).map(|first| Break { first, text, label: Text::new("Gy25", "Gy25") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::programme_key;

    #[test]
    fn successions_name_programmes_as_their_keys_do() {
        let codes = [("HA", "FS"), ("HV", "FR")];
        let known: Vec<(&str, &str)> = successions().iter().map(|known| (known.old, known.new)).collect();
        let expected = codes.map(|(old, new)| (programme_key(old), programme_key(new)));
        assert_eq!(known, expected.iter().map(|(old, new)| (old.as_str(), new.as_str())).collect::<Vec<_>>());
    }

    #[test]
    fn a_break_lies_between_the_last_old_and_the_first_new_year() {
        let year = |text| SchoolYear::parse(text).expect("a school year");
        let cut = &successions()[0].cut;
        assert_eq!(cut.first, year("2024/25"));
        assert!(
            cut.lies_between(year("2023/24"), year("2024/25")) && cut.lies_between(year("2019/20"), year("2025/26"))
        );
        assert!(
            !cut.lies_between(year("2024/25"), year("2025/26")) && !cut.lies_between(year("2022/23"), year("2023/24"))
        );
    }
}
