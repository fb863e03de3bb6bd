//! Writes one pupil as a line of CSV: semicolons, decimal commas, LF.

use super::pupil::Pupil;

/// The columns before the pupil's own.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The calendar year in which the läsår ends.
    pub year: u16,
    /// Name of the school.
    pub school: &'a str,
    /// Skolenhetskod.
    pub school_code: &'a str,
    /// Municipality.
    pub municipality: &'a str,
    /// Programme, by name or code.
    pub programme: &'a str,
}

/// Appends the header.
pub fn header(out: &mut Vec<u8>, columns: &[&str]) {
    out.extend_from_slice(columns.join(";").as_bytes());
    out.push(b'\n');
}

/// Appends one pupil; `more` are the fields of further columns.
pub fn pupil(out: &mut Vec<u8>, place: &Place<'_>, pupil: &Pupil, more: &[&str]) {
    whole(out, place.year - 1);
    out.push(b'/');
    two_digits(out, place.year % 100);
    for text in [place.school, place.school_code, place.municipality, place.programme] {
        out.push(b';');
        out.extend_from_slice(text.as_bytes());
    }
    out.push(b';');
    out.extend_from_slice(choice(pupil.girl, "Flicka", "Pojke"));
    out.push(b';');
    if let Some(tenths) = pupil.merit {
        whole(out, tenths / 10);
        // Excel leaves out a zero after the comma unless the column has a number format. Närvaro has one here.
        if !tenths.is_multiple_of(10) {
            tenth(out, tenths);
        }
    }
    out.push(b';');
    if let Some(tenths) = pupil.narvaro {
        whole(out, tenths / 10);
        tenth(out, tenths);
    }
    out.push(b';');
    out.extend_from_slice(choice(pupil.examen, "Ja", "Nej"));
    out.push(b';');
    if let Some(hundredths) = pupil.grade {
        whole(out, hundredths / 100);
        match hundredths % 100 {
            0 => {}
            rest if rest.is_multiple_of(10) => tenth(out, rest / 10),
            rest => {
                out.push(b',');
                two_digits(out, rest);
            }
        }
    }
    for text in more {
        out.push(b';');
        out.extend_from_slice(text.as_bytes());
    }
    out.push(b'\n');
}

fn choice(value: Option<bool>, yes: &'static str, no: &'static str) -> &'static [u8] {
    value.map_or("", |value| if value { yes } else { no }).as_bytes()
}

/// A number in decimal.
fn whole(out: &mut Vec<u8>, number: u16) {
    if number >= 10 {
        whole(out, number / 10);
    }
    digit(out, number);
}

/// The comma and the last digit of a number of tenths.
fn tenth(out: &mut Vec<u8>, tenths: u16) {
    out.push(b',');
    digit(out, tenths);
}

fn two_digits(out: &mut Vec<u8>, number: u16) {
    digit(out, number / 10);
    digit(out, number);
}

/// The last digit of a number.
fn digit(out: &mut Vec<u8>, number: u16) {
    out.push(b'0' + u8::try_from(number % 10).unwrap_or(0)); // a remainder by ten is one digit
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: Place<'static> =
        Place { year: 2000, school: "Skolan", school_code: "99000099", municipality: "Orten", programme: "EK" };

    fn written(pupil: Pupil) -> String {
        let mut out = Vec::new();
        super::pupil(&mut out, &PLACE, &pupil, &[]);
        String::from_utf8(out).expect("only text is written")
    }

    #[test]
    fn decimals_as_excel_writes_them() {
        for (merit, narvaro, grade, expected) in [
            (2_175, 874, 1_208, "217,5;87,4;Ja;12,08\n"),
            (2_200, 870, 1_250, "220;87,0;Ja;12,5\n"),
            (3_400, 1_000, 2_000, "340;100,0;Ja;20\n"),
            (25, 4, 1_005, "2,5;0,4;Ja;10,05\n"),
        ] {
            let pupil = Pupil {
                girl: Some(true),
                merit: Some(merit),
                narvaro: Some(narvaro),
                examen: Some(true),
                grade: Some(grade),
            };
            assert_eq!(written(pupil), format!("1999/00;Skolan;99000099;Orten;EK;Flicka;{expected}"));
        }
    }

    #[test]
    fn a_blank_is_nothing_between_semicolons() {
        let nothing = Pupil { girl: None, merit: None, narvaro: None, examen: None, grade: None };
        assert_eq!(written(nothing), "1999/00;Skolan;99000099;Orten;EK;;;;;\n");
        assert_eq!(
            written(Pupil { girl: Some(false), examen: Some(false), ..nothing }),
            "1999/00;Skolan;99000099;Orten;EK;Pojke;;;Nej;\n"
        );
    }
}
