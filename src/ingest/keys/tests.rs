use super::*;
use crate::data::pupil_profile;
use crate::ingest::captions::Known;
use crate::ingest::columns;
use crate::ingest::encoding::Encoding;
use crate::ingest::entry::ABSENT;
use crate::ingest::layout;
use crate::ingest::records::{Each, Splitter};

/// Keys of rows with school, year, a value, gender and programme.
fn keys() -> Keys {
    let head = "Skola;Läsår;Närvaro;Kön;Program\nA;2023/24;90;Flicka;NA\n";
    let profile = pupil_profile();
    let layout = layout::layout(head.as_bytes(), Encoding::Ascii, false, std::slice::from_ref(&profile));
    let layout = layout.expect("a layout");
    Keys::new(&Plan::new(&layout, &columns::describe(&layout, &Known::of(&profile)), &profile))
}

#[test]
fn only_the_same_labels_are_the_same() {
    let mut keys = keys();
    let mut entries = Vec::new();
    for round in 0..2 {
        let mut splitter = Splitter::new(b';', Encoding::Ascii, false);
        let mut rows = 0;
        let mut each = |record: Record<'_>| {
            let known = keys.get(record);
            if round == 0 {
                assert_eq!(known, None, "row {rows}");
                keys.put(record, &[ABSENT; Dim::COUNT], rows + 7);
                entries.push(rows + 7);
            } else if let Some(known) = known {
                assert_eq!(known, entries[rows], "row {rows}");
            } else {
                // Near the end of the text, where no whole blocks can be read.
                assert!(rows > 3990, "row {rows}");
            }
            rows += 1;
        };
        let mut text = String::new();
        for school in [
            "",
            "A",
            "AB",
            "A\0",
            "Sjödalsgymnasiet",
            "Sjödalsgymnasiets",
            "12345678",
            "En skola med långt namn i ett långt land",
        ] {
            for number in 0..500 {
                let (year, programme) = (number % 7, number / 7);
                // What stands between the labels makes no difference.
                text.extend([
                    school,
                    ";20",
                    &year.to_string(),
                    ";",
                    &round.to_string(),
                    ";F;",
                    &programme.to_string(),
                    "\n",
                ]);
            }
        }
        splitter.push(text.as_bytes(), &mut each);
        splitter.push(b"\"A\";2020;0;F;0\n", &mut |record: Record<'_>| assert_eq!(keys.get(record), None, "not plain"));
    }
}

/// Looks rows up many at a time and one by one.
struct Both(Keys, usize);

impl Each for Both {
    fn record(&mut self, _: Record<'_>) {}

    fn lines(&mut self, lines: Lines<'_>) {
        let Self(keys, count) = self;
        let (mut next, mut found) = (0, Vec::new());
        keys.look_up(lines);
        while next < lines.len() {
            next = keys.find(lines, next, &mut found);
            if let Some(record) = lines.record(next) {
                // Perhaps since the rows were looked up.
                if keys.get(record).is_none() {
                    keys.put(record, &[ABSENT; Dim::COUNT], next);
                }
                next += 1;
            }
        }
        for Found { start, entry } in found {
            assert_eq!(lines.record_at(start).and_then(|record| keys.get(record)), Some(entry as usize));
            *count += 1;
        }
    }
}

#[test]
fn many_rows_at_a_time_are_found_as_one_by_one() {
    for length in [3, 12, 17, 30, 45, 60, 90] {
        let mut text = String::new();
        for row in 0..3000_usize {
            let (school, year, gender) = (&"Malmens gymnasium ".repeat(6)[..length - row % 3], row % 7, row % 5);
            text.extend([school, ";", &year.to_string(), ";90;", &gender.to_string(), ";Teknik\n"]);
        }
        let mut both = Both(keys(), 0);
        Splitter::new(b';', Encoding::Ascii, false).push(text.as_bytes(), &mut both);
        assert!(both.1 > 1500, "{length}");
    }
}
