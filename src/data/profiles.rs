//! The two built-in profiles.

use std::collections::BTreeMap;

use crate::data::{Direction, Indicator, Kind, Profile, RuleSet, Text, Unit, gy25};

/// Every built-in profile, in the order in which a file is held against them.
pub fn builtin() -> Vec<Profile> {
    vec![pupil_profile(), report_88_profile()]
}

fn strings(captions: &[&str]) -> Vec<String> {
    captions.iter().map(ToString::to_string).collect()
}

fn percent(id: &str, kind: Kind, name: Text, definition: Text, columns: &[&str]) -> Indicator {
    Indicator {
        id: id.into(),
        name,
        definition,
        kind,
        unit: Unit::Percent,
        decimals: 1,
        lowest: 0.0,
        highest: 100.0,
        better: Direction::Higher,
        columns: strings(columns),
        breaks: Vec::new(),
        steps: Vec::new(),
        within: None,
    }
}

/// The same, for an indicator that is made of grades.
fn of_grades(indicator: Indicator) -> Indicator {
    Indicator { breaks: gy25().into_iter().collect(), ..indicator }
}

fn grade_points(name: Text, definition: Text, columns: &[&str]) -> Indicator {
    of_grades(Indicator {
        id: "betygspoang".into(),
        name,
        definition,
        kind: Kind::Mean,
        unit: Unit::Points,
        decimals: 1,
        lowest: 0.0,
        highest: 20.0,
        better: Direction::Higher,
        columns: strings(columns),
        breaks: Vec::new(),
        steps: Vec::new(),
        within: None,
    })
}

/// The shared profile for a school's own rows: närvaro, examen inom tre år, betygspoäng.
pub fn pupil_profile() -> Profile {
    Profile {
        id: "gemensam".into(),
        name: Text::new("Gemensamma indikatorer", "Shared indicators"),
        indicators: vec![
            percent(
                "narvaro",
                Kind::Mean,
                Text::new("Närvaro", "Attendance"),
                Text::new(
                    "Elevens närvaro i procent av den schemalagda lektionstiden under läsåret: 100 procent minus all frånvaro, giltig och ogiltig. Medelvärde per elev.",
                    "The pupil's attendance in per cent of scheduled lesson time during the school year: 100 per cent less all absence, authorised and unauthorised. Mean per pupil.",
                ),
                &[
                    "närv",
                    "närvaroprocent",
                    "närvarograd",
                    "närvaro av lektionstid",
                    "total närvaro",
                    "attendance rate",
                    "attendance pct",
                ],
            ),
            of_grades(percent(
                "examen",
                Kind::Share,
                Text::new("Examen inom tre år", "Diploma within three years"),
                Text::new(
                    "Andel elever med gymnasieexamen inom tre år, av dem som började programmet. Läsåret är resultatåret, två läsår efter starten.",
                    "Share of pupils with an upper-secondary diploma within three years, of those who began the programme. The school year is the year of the result, two years after the start.",
                ),
                &[
                    "examen 3 år",
                    "examen tre år",
                    "examen inom 3 år",
                    "examen",
                    "gymnasieexamen",
                    "gymnasieexamen inom tre år",
                    "diploma",
                    "diploma 3 years",
                    "graduated",
                ],
            )),
            grade_points(
                Text::new("Betygspoäng", "Grade points"),
                Text::new(
                    "Elevens genomsnittliga betygspoäng, 0–20, för elever med examen: summan av kursernas betygsvärde gånger poäng, delad med poängen. Gymnasiearbetet och utökat program räknas inte. Medelvärde per elev.",
                    "The pupil's average grade points, 0–20, for pupils with a diploma: the sum of each course's grade value times credits, divided by the credits. The diploma project and extended programmes are not counted. Mean per pupil.",
                ),
                &["gbp", "genomsnittlig betygspoäng", "betygspoäng snitt", "gpa", "grade point average"],
            ),
        ],
        columns: BTreeMap::new(),
        choices: BTreeMap::new(),
        targets: Vec::new(),
        smallest_group: Profile::SMALLEST_GROUP,
        rule: RuleSet::default(),
    }
}

/// The profile of Skolverket's report 88 (avgångselever, nationella program).
///
/// Its definitions of both GBP columns, of leavers and of the shares are word for word the same in the exports of 2013/14, 2020/21,
/// 2023/24 and 2024/25, so only Gy25 is a break.
/// Kolada's grade points did change in 2022, from pupils with a diploma or study certificate to those with a diploma; that concerns
/// Kolada's own numbers.
///
/// `GBP för elever med examen eller studiebevis` is used because its base, every leaver, is the one whose number the report gives.
pub fn report_88_profile() -> Profile {
    Profile {
        id: "skolverket_88".into(),
        name: Text::new("Skolverkets rapport 88, avgångselever", "Skolverket's report 88, school leavers"),
        indicators: vec![
            of_grades(percent(
                "andel_examen",
                Kind::Share,
                Text::new("Andel med examen", "Share with a diploma"),
                Text::new(
                    "Andel avgångselever med gymnasieexamen. Avgångselever har examen eller studiebevis om minst 2 500 poäng. Inte detsamma som examen inom tre år, som räknas på alla som började.",
                    "Share of school leavers with an upper-secondary diploma. Leavers have a diploma or a study certificate of at least 2,500 credits. Not the same as a diploma within three years, which counts everyone who began.",
                ),
                &["andel med examen", "andel elever med examen"],
            )),
            of_grades(percent(
                "andel_behorighet",
                Kind::Share,
                Text::new("Andel med grundläggande behörighet", "Share eligible for higher education"),
                Text::new(
                    "Andel avgångselever med grundläggande behörighet till högskolan.",
                    "Share of school leavers with basic eligibility for higher education.",
                ),
                &["andel med grundl. behörighet", "andel med grundläggande behörighet till högskola"],
            )),
            grade_points(
                Text::new("Betygspoäng (GBP)", "Grade points (GBP)"),
                Text::new(
                    "Genomsnittlig betygspoäng, 0–20, för alla avgångselever, med examen eller studiebevis.",
                    "Average grade points, 0–20, for all school leavers, with a diploma or a study certificate.",
                ),
                &[
                    "GBP för elever med examen eller studiebevis",
                    "genomsnittlig betygspoäng för elever med examen eller studiebevis",
                ],
            ),
        ],
        columns: BTreeMap::new(),
        choices: BTreeMap::new(),
        targets: Vec::new(),
        smallest_group: Profile::SMALLEST_GROUP,
        rule: RuleSet::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::ProfileError;

    #[test]
    fn builtin_profiles_survive_their_own_json() {
        for profile in builtin() {
            assert_eq!(Profile::from_json(&profile.to_json()).as_ref(), Ok(&profile));
        }
    }

    #[test]
    fn only_what_is_made_of_grades_breaks_with_the_grades() {
        let broken = |profile: Profile| -> Vec<String> {
            let with = profile.indicators.into_iter().filter(|indicator| !indicator.breaks.is_empty());
            with.map(|indicator| indicator.id).collect()
        };
        assert_eq!(broken(pupil_profile()), ["examen", "betygspoang"]);
        assert_eq!(broken(report_88_profile()), ["andel_examen", "andel_behorighet", "betygspoang"]);
    }

    #[test]
    fn a_break_is_written_with_its_school_year() {
        let json = pupil_profile().to_json();
        assert!(json.contains(r#""first": "2027/28""#), "{json}");
        let wrong = json.replacen("2027/28", "2027/29", 1);
        assert!(matches!(Profile::from_json(&wrong), Err(ProfileError::Syntax { .. })));
    }

    #[test]
    fn a_share_can_be_within_another_but_not_within_itself() {
        let chain = |links: [Option<&str>; 3]| {
            let mut profile = report_88_profile();
            profile.indicators.retain(|indicator| indicator.kind == Kind::Share);
            let third = Indicator { id: "tredje".into(), ..profile.indicators[0].clone() };
            profile.indicators.push(third);
            for (indicator, outer) in profile.indicators.iter_mut().zip(links) {
                indicator.within = outer.map(Into::into);
            }
            Profile::from_json(&profile.to_json()).map(|_| ())
        };
        let wrong = |id: &str| Err(ProfileError::Within(id.into()));
        let [first, second] = ["andel_examen", "andel_behorighet"];
        assert_eq!(chain([Some(second), Some("tredje"), None]), Ok(()));
        assert_eq!(chain([Some("tredje"), Some("tredje"), None]), Ok(()));
        assert_eq!(chain([Some(first), None, None]), wrong(first));
        assert_eq!(chain([Some(second), Some("tredje"), Some(first)]), wrong(first));
        assert_eq!(chain([None, Some("närvaro"), None]), wrong(second));
        let mut profile = pupil_profile();
        profile.indicators[1].within = Some("narvaro".into());
        assert_eq!(Profile::from_json(&profile.to_json()).err(), Some(ProfileError::Within("examen".into())));
    }

    #[test]
    fn a_profile_is_refused_with_the_reason() {
        let with = |change: fn(&mut Profile)| {
            let mut profile = pupil_profile();
            change(&mut profile);
            Profile::from_json(&profile.to_json())
        };
        assert_eq!(with(|p| p.indicators.truncate(2)), Err(ProfileError::TooFew(2)));
        assert_eq!(with(|p| p.indicators[1].id = "narvaro".into()), Err(ProfileError::Twice("narvaro".into())));
        assert_eq!(with(|p| p.indicators[2].lowest = 20.0), Err(ProfileError::Scale("betygspoang".into())));
        assert_eq!(with(|p| p.indicators[1].highest = 1.0), Err(ProfileError::Scale("examen".into())));
        assert_eq!(with(|p| p.indicators[0].id = "antal".into()), Err(ProfileError::Identifier("antal".into())));
        assert_eq!(with(|p| p.indicators[0].decimals = 255), Err(ProfileError::Decimals("narvaro".into())));
        assert_eq!(
            with(|p| p.indicators[2].breaks[0].text.sv.clear()),
            Err(ProfileError::Breaks("betygspoang".into()))
        );
        let twice = |p: &mut Profile| p.indicators[1].breaks.extend(gy25());
        assert_eq!(with(twice), Err(ProfileError::Breaks("examen".into())));
        let steps = |steps: &[f64], at: usize| {
            let mut profile = pupil_profile();
            profile.indicators[at].steps = steps.to_vec();
            Profile::from_json(&profile.to_json()).err()
        };
        assert_eq!(steps(&[0.0, 10.0, 12.5, 15.0, 17.5, 20.0], 2), None);
        for (wrong, at) in
            [(&[0.0, 20.0][..], 1), (&[10.0], 2), (&[0.0, 20.0, 10.0], 2), (&[0.0, 30.0], 2), (&[0.0, 0.1, 20.0], 2)]
        {
            let id = pupil_profile().indicators[at].id.clone();
            assert_eq!(steps(wrong, at), Some(ProfileError::Steps(id)), "{wrong:?}");
        }
        assert_eq!(with(|p| p.smallest_group = 9), Err(ProfileError::SmallestGroup(9)));
        assert_eq!(
            with(|p| drop(p.columns.insert("stjärntecken".into(), vec![]))),
            Err(ProfileError::Dimension("stjärntecken".into()))
        );
        assert!(matches!(Profile::from_json("{\n  \"id\": 1\n}"), Err(ProfileError::Syntax { line: 2, .. })));
    }
}
