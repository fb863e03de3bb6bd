//! What a column's caption says about whose the values are.
//!
//! Lists are in the spelling of [`normalise`]: lower case, no diacritics; a space stands between the entries.

use crate::data::normalise;

/// Parts of a caption that say "pupil" or another person.
const PERSON: &str = "elev pupil student person individ vardnadshavare guardian foralder malsman mentor";
/// Words that are about a person too, if nothing precedes them.
const PERSON_WORDS: &str = "barn child deltagare larare teacher rektor handledare parent";
/// Parts of a caption that say that the values name schools, places, programmes or measures.
const GROUP: &str = "\
    skol school enhet kommun municipal huvudman orgnr organisation organization district county country program \
    studievag inriktning kurs course amne subject indikator indicator nyckeltal matt variabel variable measure fraga \
    question pastaende definition forvaltning rektorsomrade institution";
/// Whole captions that say the same: counties, towns; KPI identifiers (Kolada); England's URN, ESTAB and LA, New York's DBN.
const GROUP_WHOLE: &str = "lan ort stad city region kpi urn estab la lanskod dbn ncesid unit";
/// Words of a caption above numbers that are counted or measured.
const MEASURE: &str = "\
    antal andel totalt total summa genomsnitt genomsnittlig genomsnittligt medel medelvarde median poang betygspoang \
    meritvarde gbp kostnad kostnader kr procent percent pct share score avg average mean count rate per elever \
    students pupils enrollment timmar minuter hours minutes franvaro narvaro varde value weight lon income";
/// Parts of a caption that leave no doubt about names of persons, and names of accounts, which are made from them.
const NAMES: &str = "\
    fornamn efternamn mellannamn tilltalsnamn elevnamn elevensnamn personnamn fullstandigtnamn firstname lastname \
    surname givenname familyname forename pupilname studentname fullname displayname anvandarnamn username";
/// Words for a name, which are about a person if nothing else is said, or if a person is.
const NAME_WORDS: &str = "namn namnet name names";
/// Parts of a caption for personal numbers.
const NUMBERS: &str = "\
    personnummer personnr persnr samordningsnummer civicno civicnumber personalidentitynumber fodelsenummer \
    identitetsbeteckning";
/// Whole captions for personal numbers.
const NUMBERS_WHOLE: &str = "pnr ssn tfnummer tfnr tnummer tnr";
/// Parts of a caption for dates of birth.
const BIRTH: &str = "fodelsedatum fodelsedag fodelsetid birthdate birthday dateofbirth";
/// Whole captions for dates of birth.
const BIRTH_WHOLE: &str = "fodd dob fdatum fdat";
/// Parts of a caption for telephone numbers.
const PHONE: &str = "telefon mobil phone tfn";
/// Whole captions for a pupil's number in a school system, also for a pseudonym to which someone holds the key. `upn`: England.
const PUPIL_IDS: &str = "\
    elevid elevnr elevnummer elevkod elevnyckel studentid studentnr studentnumber studentno pupilid pupilnumber \
    pupilno personid individid lopnr lopnummer upn childid";
/// Parts of a caption above what someone has written freely.
const REMARKS: &str = "kommentar anteckning notering fritext omdome motivering oppetsvar comment remark freetext notes";

/// A caption, asked about.
pub(super) struct Wording {
    whole: String,
    words: Vec<String>,
}

impl Wording {
    /// Reads a caption.
    pub(super) fn new(caption: &str) -> Self {
        let words = caption.split(|c: char| !c.is_alphanumeric()).map(normalise).filter(|word| !word.is_empty());
        Self { whole: normalise(caption), words: words.collect() }
    }

    /// Names of persons, whatever the values look like.
    pub(super) fn says_names(&self) -> bool {
        let is_group = || self.words.iter().any(|word| contains(word, GROUP));
        let begins = |word: &String| entries(PERSON_WORDS).any(|person| word.starts_with(person));
        let is_person = || self.has(PERSON) || self.words.iter().any(begins);
        let is_name = self.words.iter().any(|word| is_one_of(word, NAME_WORDS));
        self.has(NAMES) || (is_name && is_person() && !is_group())
    }

    /// Perhaps names of persons: the values decide. `Namn`, `Elev`, `Mentor`, `Vårdnadshavare 1`.
    pub(super) fn may_say_names(&self) -> bool {
        let whole = self.whole.trim_end_matches(|c: char| c.is_ascii_digit());
        [NAME_WORDS, PERSON, PERSON_WORDS].iter().any(|list| is_one_of(whole, list))
    }

    /// Schools, places, programmes or measures, and no person.
    pub(super) fn says_group(&self) -> bool {
        (self.has(GROUP) || self.is(GROUP_WHOLE)) && !self.has(PERSON)
    }

    /// Numbers that are counted or measured.
    pub(super) fn says_measure(&self) -> bool {
        self.words.iter().any(|word| is_one_of(word, MEASURE))
    }

    /// Personal numbers.
    pub(super) fn says_numbers(&self) -> bool {
        (self.has(NUMBERS) || self.is(NUMBERS_WHOLE)) && !self.says_measure()
    }

    /// Dates of birth.
    pub(super) fn says_birth(&self) -> bool {
        self.has(BIRTH) || self.is(BIRTH_WHOLE)
    }

    /// Telephone numbers.
    pub(super) fn says_phone(&self) -> bool {
        self.has(PHONE)
    }

    /// A pupil's number in a school system.
    pub(super) fn says_pupil_id(&self) -> bool {
        self.is(PUPIL_IDS)
    }

    /// What someone has written freely.
    pub(super) fn says_remarks(&self) -> bool {
        self.has(REMARKS)
    }

    fn has(&self, parts: &str) -> bool {
        contains(&self.whole, parts)
    }

    fn is(&self, captions: &str) -> bool {
        is_one_of(&self.whole, captions)
    }
}

/// The entries of a list.
fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.split_ascii_whitespace()
}

fn contains(text: &str, parts: &str) -> bool {
    entries(parts).any(|part| text.contains(part))
}

/// Whether a text is an entry of a list whose entries are separated by spaces.
pub(super) fn is_one_of(text: &str, list: &str) -> bool {
    entries(list).any(|entry| entry == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_persons_and_of_schools() {
        for caption in [
            "Förnamn",
            "EFTERNAMN",
            "Elevnamn",
            "Elevens namn",
            "Elevens förnamn",
            "first_name",
            "LastName",
            "Pupil name",
            "Surname",
            "Vårdnadshavares namn",
            "Namn (elev)",
            "Mentorns namn",
            "Användarnamn",
            "Rektors namn",
        ] {
            assert!(Wording::new(caption).says_names(), "{caption}");
        }
        for caption in ["Namn", "name", "Elev", "Mentor", "Vårdnadshavare 2", "Student"] {
            let wording = Wording::new(caption);
            assert!(wording.may_say_names() && !wording.says_names(), "{caption}");
        }
        for caption in [
            "Skolnamn",
            "SCHOOL NAME",
            "Programnamn",
            "Kommunnamn",
            "Skola",
            "Enhetsnamn",
            "Huvudmannens namn",
            "Studievägens namn",
            "Namn på indikator",
            "Rektorsområdets namn",
            "Andel elever med mentor",
            "Elever",
            "rownames",
            "Totalt antal",
            "",
        ] {
            let wording = Wording::new(caption);
            assert!(!wording.says_names() && !wording.may_say_names(), "{caption}");
        }
    }

    #[test]
    fn persons_go_before_groups() {
        for (caption, expected) in [
            ("Skol-enhetskod", true),
            ("School Code", true),
            ("Huvudman orgnr", true),
            ("URN", true),
            ("Län", true),
            ("Rektorsområde", true),
            ("Barn- och utbildningsförvaltning", true),
            ("Skolans elev-id", false),
            ("student_id", false),
            ("id", false),
            ("Planering", false),
        ] {
            assert_eq!(Wording::new(caption).says_group(), expected, "{caption}");
        }
    }
}
