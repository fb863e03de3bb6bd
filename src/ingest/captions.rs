//! Captions → roles.

use crate::data::{Dim, Indicator, Profile, Role, normalise};

/// Captions of the columns that no profile names, in the reduced form of [`normalise`].
const KNOWN: &[(Role, &[&str])] = &[
    (
        Role::Dim(Dim::School),
        &[
            "skola",
            "skolnamn",
            "skolansnamn",
            "skolenhet",
            "skolenhetsnamn",
            "skolenhetnamn",
            "gymnasieskola",
            "enhet",
            "enhetsnamn",
            "school",
            "schoolname",
            "schoolunit",
        ],
    ),
    (
        Role::SchoolCode,
        &[
            "skolkod",
            "skolenhetskod",
            "skolenhetskoden",
            "skolenhetskodsv",
            "enhetskod",
            "schoolcode",
            "schoolunitcode",
            "schoolid",
        ],
    ),
    (
        Role::Dim(Dim::Year),
        &[
            "lasar",
            "lasaret",
            "resultatar",
            "resultatlasar",
            "examenslasar",
            "avgangsar",
            "avgangslasar",
            "examensar",
            "ar",
            "year",
            "schoolyear",
            "academicyear",
        ],
    ),
    (
        Role::Dim(Dim::Programme),
        &[
            "program",
            "programnamn",
            "programkod",
            "studievag",
            "studievagensnamn",
            "studievagsnamn",
            "studievagskod",
            "gymnasieprogram",
            "programme",
            "programname",
        ],
    ),
    (Role::Dim(Dim::Municipality), &["kommun", "skolkommun", "lageskommun", "kommunnamn", "municipality"]),
    (Role::Dim(Dim::ProviderType), &["typavhuvudman", "huvudmantyp", "huvudmannatyp", "providertype"]),
    (Role::Dim(Dim::Provider), &["huvudman", "huvudmansnamn", "huvudmannamn", "provider"]),
    (Role::Dim(Dim::Gender), &["kon", "gender", "sex"]),
    (
        Role::Pupils,
        &[
            "totaltantal",
            "antal",
            "antalelever",
            "elever",
            "antalavgangselever",
            "n",
            "pupils",
            "numberofpupils",
            "students",
            "numberofstudents",
        ],
    ),
];

/// Words about the unit that a caption may end with.
const UNITS: &[&str] = &["iprocent", "procent", "percent", "pct"];

/// What the columns under these captions are used as. No role is given twice: an indicator's own name comes before its other
/// captions, and then the first caption that fits.
pub(crate) fn roles(captions: &[String], profile: &Profile) -> Vec<Option<Role>> {
    let found: Vec<Option<Role>> = captions.iter().map(|caption| role(caption, profile)).collect();
    let exact = |caption: &str, role: Role| match role {
        Role::Indicator(index) => {
            let Indicator { name, .. } = &profile.indicators[index];
            [&name.sv, &name.en].iter().any(|own| normalise(own) == normalise(caption))
        }
        _ => false,
    };
    let keeper = |role: Role| {
        let of_role = || (0..captions.len()).filter(|&column| found[column] == Some(role));
        of_role().find(|&column| exact(&captions[column], role)).or_else(|| of_role().next())
    };
    (0..captions.len()).map(|column| found[column].filter(|role| keeper(*role) == Some(column))).collect()
}

/// What a column under this caption is used as.
pub(crate) fn role(caption: &str, profile: &Profile) -> Option<Role> {
    let name = normalise(caption);
    if name.is_empty() {
        return None;
    }
    let bare = UNITS.iter().find_map(|unit| name.strip_suffix(unit)).unwrap_or(&name);
    let is = |candidate: &str| {
        let candidate = normalise(candidate);
        candidate == name || candidate == bare
    };
    let indicator = profile.indicators.iter().position(|indicator| {
        is(&indicator.id)
            || is(&indicator.name.sv)
            || is(&indicator.name.en)
            || indicator.columns.iter().any(|column| is(column))
    });
    if let Some(index) = indicator {
        return Some(Role::Indicator(index));
    }
    let named = profile.columns.iter().find(|(_, columns)| columns.iter().any(|column| is(column)));
    if let Some((id, _)) = named {
        return Role::from_id(id);
    }
    KNOWN.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(role, _)| *role)
}

/// Number of captions that have a role.
pub(crate) fn recognised(captions: &[String], profile: &Profile) -> usize {
    roles(captions, profile).iter().flatten().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{pupil_profile, report_88_profile};

    fn check(profile: &Profile, caption: &str, expected: Option<Role>) {
        assert_eq!(role(caption, profile), expected, "{caption}");
    }

    #[test]
    fn swedish_and_english_captions_are_known() {
        let profile = pupil_profile();
        for (caption, expected) in [
            ("Läsår", Role::Dim(Dim::Year)),
            ("LÄSÅR ", Role::Dim(Dim::Year)),
            ("school_year", Role::Dim(Dim::Year)),
            ("Skol-enhetskod", Role::SchoolCode),
            ("Närv_%", Role::Indicator(0)),
            ("Närvaro (%)", Role::Indicator(0)),
            ("närvaro procent", Role::Indicator(0)),
            ("Attendance", Role::Indicator(0)),
            ("Examen 3 år", Role::Indicator(1)),
            ("GBP", Role::Indicator(2)),
            ("Studievägens namn", Role::Dim(Dim::Programme)),
            ("Antal elever", Role::Pupils),
        ] {
            check(&profile, caption, Some(expected));
        }
        check(&profile, "Skostorlek", None);
        check(&profile, "%", None);
    }

    #[test]
    fn report_88_has_its_own() {
        let profile = report_88_profile();
        check(&profile, "Andel (%) med examen", Some(Role::Indicator(0)));
        check(&profile, "Andel (%) med grundl. behörighet", Some(Role::Indicator(1)));
        check(&profile, "GBP för elever med examen eller studiebevis", Some(Role::Indicator(2)));
        check(&profile, "GBP för elever med examen", None);
        check(&profile, "Andel (%) med studiebevis", None);
    }

    #[test]
    fn a_role_is_given_once() {
        let captions = ["Examen", "Examen inom tre år"].map(String::from);
        assert_eq!(roles(&captions, &pupil_profile()), [None, Some(Role::Indicator(1))], "the exact name comes first");
        assert_eq!(role("Namn", &pupil_profile()), None, "a pupil's name is no school");
        let captions = ["Skola", "Skolnamn", "Närvaro"].map(String::from);
        assert_eq!(roles(&captions, &pupil_profile()), [Some(Role::Dim(Dim::School)), None, Some(Role::Indicator(0))]);
    }
}
