//! Letters that were garbled before the file came here, and the offer to put them right.

use crate::data::Lang;
use crate::ingest::{Note, Report};

/// Examples that are shown.
const SHOWN: usize = 3;

/// What was found, and what can be done; nothing where every letter is as it was meant.
pub fn garbled(report: &Report, lang: Lang) -> Option<(String, String)> {
    let pairs = report.notes.iter().filter_map(|note| match note {
        Note::DoubleEncoded(pairs) => Some(pairs),
        _ => None,
    });
    let instead = |(found, meant): &(String, String)| match lang {
        Lang::Sv => format!("”{found}” i stället för ”{meant}”"),
        Lang::En => format!("“{found}” instead of “{meant}”"),
    };
    let mut examples: Vec<String> = pairs.flatten().map(instead).collect();
    examples.dedup();
    examples.truncate(SHOWN);
    let examples = (!examples.is_empty()).then(|| examples.join(", "))?;
    Some(match lang {
        Lang::Sv => (
            "Å, ä och ö är förvanskade.".to_owned(),
            format!(
                "Det står {examples}. Filen har troligen sparats av ett program som läste den fel. Programmet kan läsa den med rättade tecken; filen själv ändras inte."
            ),
        ),
        Lang::En => (
            "Letters such as å, ä and ö are garbled.".to_owned(),
            format!(
                "It says {examples}. The file was probably saved by a program that read it wrongly. It can be read with the letters put right; the file itself stays as it is."
            ),
        ),
    })
}
