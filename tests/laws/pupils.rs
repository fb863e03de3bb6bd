//! What changes nothing about rows of pupils, and how files add up.

use indicator_explorer::ingest::Refusal;
use proptest::prelude::*;

use crate::rows::{Code, INDICATORS, Pupil, plain, pupils, quoted, table};
use crate::{dataset, few, import};

fn file(pupils: &[Pupil]) -> Vec<u8> {
    plain(pupils, "").into_bytes()
}

/// The same with a column that tells pupils apart, beginning at `first`.
fn with_pupil_column(pupils: &[Pupil], first: usize) -> Vec<u8> {
    let header = format!("Skola;Läsår;Program;Kön;ElevID;{}", INDICATORS.join(";"));
    let rows = pupils.iter().enumerate().map(|(index, pupil)| {
        format!("{};e{};{}", pupil.labels(index).join(";"), first + index, pupil.values("").join(";"))
    });
    table(&header, rows).into_bytes()
}

/// The rows of a table in another order, below the same header.
fn shuffled() -> impl Strategy<Value = (Vec<u8>, Vec<u8>)> {
    pupils().prop_flat_map(|pupils| {
        let text = plain(&pupils, "");
        let lines: Vec<String> = text.lines().skip(1).map(str::to_owned).collect();
        let header = text.lines().next().unwrap_or_default().to_owned();
        let other = Just(lines).prop_shuffle().prop_map(move |lines| table(&header, lines.into_iter()).into_bytes());
        (Just(text.into_bytes()), other)
    })
}

proptest! {
    #![proptest_config(few(16))]

    #[test]
    fn the_order_of_the_rows_changes_nothing((one, other) in shuffled()) {
        prop_assert_eq!(dataset(&[one]), dataset(&[other]));
    }

    #[test]
    fn files_add_up(pupils in pupils(), cut in 0..4_usize) {
        // Of different schools.
        let (first, second): (Vec<Pupil>, Vec<Pupil>) = pupils.iter().cloned().partition(|pupil| pupil.school < cut);
        if !first.is_empty() && !second.is_empty() {
            let both: Vec<Pupil> = first.iter().chain(&second).cloned().collect();
            let (found, other) = (dataset(&[file(&first), file(&second)]), dataset(&[file(&second), file(&first)]));
            prop_assert_eq!(&found.cells, &dataset(&[file(&both)]).cells);
            prop_assert_eq!(found, other);
        }
        // Of the same schools, where a column tells pupils apart.
        let (first, second) = pupils.split_at(pupils.len() / 2);
        if !first.is_empty() {
            let files = [with_pupil_column(first, 0), with_pupil_column(second, first.len())];
            let whole = dataset(&[with_pupil_column(&pupils, 0)]);
            prop_assert_eq!((dataset(&files).rows, dataset(&files).cells), (whole.rows, whole.cells));
        }
    }

    #[test]
    fn the_same_file_twice_counts_once(pupils in pupils(), code in Code::any()) {
        for file in [plain(&pupils, ""), String::from_utf8(with_pupil_column(&pupils, 0)).expect("UTF-8")] {
            let once = [file.clone().into_bytes()];
            let twice = import(&[file.clone().into_bytes(), code.encode(&file)]);
            prop_assert_eq!(&twice.report.files[1].refused, &Some(Refusal::SameFile));
            prop_assert_eq!(twice.dataset, Some(dataset(&once)));
        }
    }

    #[test]
    fn encoding_and_line_end_change_nothing(
        pupils in pupils(),
        end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        code in Code::any(),
    ) {
        let text = plain(&pupils, "");
        prop_assert_eq!(dataset(&[code.encode(&text.replace('\n', end))]), dataset(&[text.into_bytes()]));
    }

    #[test]
    fn however_a_missing_value_is_written_it_is_missing(
        pupils in pupils(),
        blank in prop::sample::select(vec![" ", "NA", "saknas", "n/a", "#N/A", "NaN", "null"]),
        sentinel in prop::sample::select(vec!["-9999", "-99", "9999", "-1"]),
    ) {
        prop_assert_eq!(dataset(&[plain(&pupils, blank).into_bytes()]), dataset(&[file(&pupils)]));
        // Numbers that statistics packages write stand where there are numbers.
        let told = |pupil: &Pupil| Pupil { diploma: pupil.diploma.or(Some(false)), ..pupil.clone() };
        let pupils: Vec<Pupil> = pupils.iter().map(told).collect();
        prop_assert_eq!(dataset(&[plain(&pupils, sentinel).into_bytes()]), dataset(&[file(&pupils)]));
    }

    #[test]
    fn a_column_that_is_not_read_changes_nothing(
        pupils in pupils(),
        notes in prop::collection::vec("[ -~åäö]{0,9}", 60),
        place in 0..8_usize,
    ) {
        let with_note = |line: &str, note: &str| {
            // The school whose name holds a delimiter is quoted, and stands first.
            let (school, rest) = line.split_at(line.rfind("\";").map_or_else(|| line.find(';').unwrap_or(0), |at| at + 1));
            let mut fields: Vec<&str> = std::iter::once(school).chain(rest.split(';').skip(1)).collect();
            fields.insert(place, note);
            fields.join(";")
        };
        let text = plain(&pupils, "");
        let notes = std::iter::once("Skostorlek".to_owned()).chain(notes.iter().map(|note| quoted(note)));
        let lines: Vec<String> = text.lines().zip(notes).map(|(line, note)| with_note(line, &note)).collect();
        let other = table(&lines[0], lines[1..].iter().cloned());
        prop_assert_eq!(dataset(&[other.into_bytes()]), dataset(&[text.into_bytes()]));
    }
}
