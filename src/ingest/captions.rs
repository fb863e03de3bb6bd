//! Captions → roles.

use std::collections::BTreeMap;

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
        Role::Dim(Dim::ParentsEducation),
        &[
            "foraldrarsutbildning",
            "foraldrarnasutbildning",
            "foraldrautbildning",
            "foraldrarsutbildningsniva",
            "foraldrarnasutbildningsniva",
            "foraldrarshogstautbildning",
            "foraldrarnashogstautbildning",
            "vardnadshavaresutbildning",
            "vardnadshavarnasutbildning",
            "parentseducation",
            "parentaleducation",
            "parentseducationlevel",
            "parentaleducationlevel",
            "parentallevelofeducation",
        ],
    ),
    (
        Role::Dim(Dim::Background),
        &[
            "bakgrund",
            "svenskutlandskbakgrund",
            "svenskellerutlandskbakgrund",
            "utlandsksvenskbakgrund",
            "utlandskellersvenskbakgrund",
            "utlandskbakgrund",
            "svenskbakgrund",
            "migrationsbakgrund",
            "foddisverige",
            "foddutomlands",
            "foddisverigeutomlands",
            "foddisverigeellerutomlands",
            "inrikesutrikesfodd",
            "utrikesfodd",
            "background",
            "foreignbackground",
            "swedishbackground",
            "migrantbackground",
            "migrationbackground",
            "bornabroad",
            "borninsweden",
        ],
    ),
    (
        // Not `Meritvärde` by itself: five times as many groups take time that large files feel, so it is chosen.
        Role::Dim(Dim::EntryBand),
        &[
            "ingangsmerit",
            "ingangsmeritvarde",
            "ingangsvarde",
            "meritvardeak9",
            "meritvardearskurs9",
            "meritvardeiak9",
            "meritvardeiarskurs9",
            "meritvardegrundskola",
            "meritvardegrundskolan",
            "meritvardefrangrundskolan",
            "meritband",
            "meritgrupp",
            "meritintervall",
            "entryscore",
            "entrymerit",
            "entryband",
            "entryscoreband",
        ],
    ),
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
            "enrollment",
            "enrolment",
            "enrolments",
            "headcount",
            "elevantal",
        ],
    ),
    (
        Role::Pupil,
        &[
            "elevid",
            "elevnr",
            "elevnummer",
            "elevkod",
            "elevenslopnummer",
            "lopnummer",
            "lopnr",
            "anonymid",
            "anonymtid",
            "pseudonym",
            "pupilid",
            "studentid",
            "personid",
            "personnummer",
            "personnr",
            "pnr",
        ],
    ),
    (
        Role::IndicatorName,
        &[
            "indikator",
            "indikatornamn",
            "matt",
            "nyckeltal",
            "kpi",
            "variabel",
            "indicator",
            "measure",
            "metric",
            "variable",
        ],
    ),
    (Role::Value, &["varde", "vardet", "value", "utfall"]),
];

/// Captions of columns that may say the school year where no other does: they hold `HT22`, or only `HT`; `LÅ`, or a local authority.
const TERMS: &[&str] = &["termin", "terminer", "term", "semester", "la"];

/// Whether a column under this caption is one of school years only if that is what it holds.
pub(crate) fn is_term(caption: &str) -> bool {
    TERMS.contains(&normalise(caption).as_str())
}

/// Words about the unit that a caption may end with.
const UNITS: &[&str] = &["iprocent", "procent", "percent", "pct"];

/// Why a column is used as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The user or the profile chose it for this caption.
    Chosen,
    /// The profile names the caption, or it is the name of one of its indicators.
    Profile,
    /// The caption is usual for it.
    Usual,
    /// Not used: another column of the file is used so.
    Taken,
    /// Not used: names of indicators and their values say nothing without each other.
    Alone,
    /// Not used: it has too many different labels to be groups.
    TooMany,
    /// Not used: what it holds may point out single pupils.
    Personal,
    /// Not used: such groups are told apart in rows of pupils only.
    OnlyPupils,
}

/// The captions that a profile knows, reduced, with what their columns are used as.
#[derive(Debug)]
pub(crate) struct Known {
    words: BTreeMap<String, Word>,
}

/// What is known of one caption. The first in this order counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Word {
    why: Why,
    /// The name of an indicator or dimension itself, another one, or one that counts where there is no other.
    rank: u8,
    /// `None` for columns that are not read.
    role: Option<Role>,
}

impl Known {
    /// The captions of this profile, and the usual ones.
    pub(crate) fn of(profile: &Profile) -> Self {
        let mut known = Self { words: BTreeMap::new() };
        for caption in profile.choices.keys() {
            known.add_all([caption], Why::Chosen, 0, profile.choice(caption).flatten());
        }
        for (index, indicator) in profile.indicators.iter().enumerate() {
            let role = Some(Role::Indicator(index));
            let Indicator { id, name, columns, .. } = indicator;
            known.add_all([&name.sv, &name.en], Why::Profile, 0, role);
            known.add_all(columns.iter().chain([id]), Why::Profile, 1, role);
        }
        for (id, columns) in &profile.columns {
            known.add_all(columns, Why::Profile, 1, Role::from_id(id));
        }
        for (role, names) in KNOWN {
            known.add_all(*names, Why::Usual, 1, Some(*role));
        }
        known.add_all(TERMS, Why::Usual, 2, Some(Role::Dim(Dim::Year)));
        known
    }

    /// Adds captions; those that are known already stay what they are.
    fn add_all(&mut self, captions: impl IntoIterator<Item = impl AsRef<str>>, why: Why, rank: u8, role: Option<Role>) {
        for caption in captions {
            self.words.entry(normalise(caption.as_ref())).or_insert(Word { why, rank, role });
        }
    }

    fn word(&self, caption: &str) -> Option<Word> {
        let name = normalise(caption);
        if name.is_empty() {
            return None;
        }
        let bare = UNITS.iter().find_map(|unit| name.strip_suffix(unit)).unwrap_or(&name);
        [name.as_str(), bare].into_iter().filter_map(|name| self.words.get(name).copied()).min()
    }

    /// What a column under this caption is used as, and why.
    pub(crate) fn role(&self, caption: &str) -> Option<(Role, Why)> {
        self.word(caption).and_then(|word| word.role.map(|role| (role, word.why)))
    }

    /// Whether a column under this caption was chosen not to be read.
    pub(crate) fn is_put_aside(&self, caption: &str) -> bool {
        self.word(caption).is_some_and(|word| word.role.is_none())
    }

    /// What the columns under these captions are used as. No role is given twice: a chosen column comes first, then an indicator's
    /// own name before its other captions, and then the first caption that fits.
    pub(crate) fn roles(&self, captions: &[String]) -> Vec<Option<(Role, Why)>> {
        let words: Vec<Option<Word>> = captions.iter().map(|caption| self.word(caption)).collect();
        let mut keepers: BTreeMap<Role, usize> = BTreeMap::new();
        for (column, word) in words.iter().enumerate() {
            let Some(role) = word.and_then(|word| word.role) else { continue };
            let keeper = keepers.entry(role).or_insert(column);
            if words[column] < words[*keeper] {
                *keeper = column;
            }
        }
        let columns = words.iter().enumerate();
        columns
            .map(|(column, word)| {
                let Word { role: Some(role), why, .. } = (*word)? else { return None };
                (keepers.get(&role) == Some(&column)).then_some((role, why))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{pupil_profile, report_88_profile};

    fn check(profile: &Profile, caption: &str, expected: Option<Role>) {
        assert_eq!(Known::of(profile).role(caption).map(|(role, _)| role), expected, "{caption}");
    }

    #[test]
    fn swedish_and_english_captions_are_known() {
        let profile = pupil_profile();
        for (caption, expected) in [
            ("Läsår", Role::Dim(Dim::Year)),
            ("LÄSÅR ", Role::Dim(Dim::Year)),
            ("school_year", Role::Dim(Dim::Year)),
            ("Termin", Role::Dim(Dim::Year)),
            ("Enrollment", Role::Pupils),
            ("Skol-enhetskod", Role::SchoolCode),
            ("Närv_%", Role::Indicator(0)),
            ("Närvaro (%)", Role::Indicator(0)),
            ("närvaro procent", Role::Indicator(0)),
            ("Attendance", Role::Indicator(0)),
            ("Examen 3 år", Role::Indicator(1)),
            ("GBP", Role::Indicator(2)),
            ("Studievägens namn", Role::Dim(Dim::Programme)),
            ("Antal elever", Role::Pupils),
            ("Föräldrars utbildning", Role::Dim(Dim::ParentsEducation)),
            ("Föräldrarnas högsta utbildning", Role::Dim(Dim::ParentsEducation)),
            ("parental level of education", Role::Dim(Dim::ParentsEducation)),
            ("Svensk/utländsk bakgrund", Role::Dim(Dim::Background)),
            ("Född i Sverige", Role::Dim(Dim::Background)),
            ("Born abroad", Role::Dim(Dim::Background)),
            ("Ingångsmeritvärde", Role::Dim(Dim::EntryBand)),
            ("Meritvärde åk 9", Role::Dim(Dim::EntryBand)),
            ("Entry score", Role::Dim(Dim::EntryBand)),
        ] {
            check(&profile, caption, Some(expected));
        }
        check(&profile, "Skostorlek", None);
        check(&profile, "Meritvärde", None);
        check(&profile, "Utbildning", None);
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
        let roles = |captions: &[&str], profile: &Profile| -> Vec<Option<Role>> {
            let captions: Vec<String> = captions.iter().map(ToString::to_string).collect();
            Known::of(profile).roles(&captions).into_iter().map(|found| found.map(|(role, _)| role)).collect()
        };
        let profile = pupil_profile();
        assert_eq!(
            roles(&["Examen", "Examen inom tre år"], &profile),
            [None, Some(Role::Indicator(1))],
            "the exact name comes first"
        );
        assert_eq!(Known::of(&profile).role("Namn"), None, "a pupil's name is no school");
        assert_eq!(
            roles(&["Skola", "Skolnamn", "Närvaro"], &profile),
            [Some(Role::Dim(Dim::School)), None, Some(Role::Indicator(0))]
        );
        assert_eq!(roles(&["Termin", "Läsår"], &profile), [None, Some(Role::Dim(Dim::Year))], "a term only if need be");
        let chosen = profile.with_choice("Skolnamn", Some(Role::Dim(Dim::School))).with_choice("Närvaro", None);
        assert_eq!(roles(&["Skola", "Skolnamn", "Närvaro"], &chosen), [None, Some(Role::Dim(Dim::School)), None]);
    }
}
