//! Distinct spellings of the labels of one dimension, gathered while rows stream by.

use std::collections::{BTreeMap, HashMap};

use crate::data::{Dim, SchoolYear, map};
use crate::ingest::reason::Reason;
use crate::ingest::recent::Recent;

/// Bytes of fields that are remembered. More than there can be spellings.
const MOST: usize = 1 << 16;

/// One way in which a label is written.
#[derive(Clone, Debug)]
pub(crate) struct Spelling {
    /// Number of the label that it stands for: spellings with the same key have the same.
    pub(crate) label: u16,
    /// As shown.
    pub(crate) name: String,
    /// The school year that it means, in the dimension of school years.
    pub(crate) year: Option<SchoolYear>,
    /// Why rows with it are set aside, if they are.
    pub(crate) aside: Option<Reason>,
}

/// What the bytes of a field mean.
#[derive(Debug, Default)]
pub(crate) struct Meaning {
    /// What makes two spellings the same label.
    pub(crate) key: String,
    /// As shown.
    pub(crate) name: String,
    /// See [`Spelling::year`].
    pub(crate) year: Option<SchoolYear>,
    /// See [`Spelling::aside`].
    pub(crate) aside: Option<Reason>,
}

/// Spellings of every dimension, by [`Dim::index`].
pub(crate) type AllSpellings = [Spellings; Dim::COUNT];

/// Gives each distinct spelling a number.
#[derive(Debug, Default)]
pub(crate) struct Spellings {
    recent: Recent,
    /// Bytes of the present file → spelling. Files differ in encoding, so the same bytes may mean another text in the next.
    of_file: HashMap<Box<[u8]>, u16>,
    by_meaning: HashMap<(String, String), u16>,
    by_key: HashMap<String, u16>,
    /// Every spelling met.
    pub(crate) all: Vec<Spelling>,
    /// Keys by label number.
    pub(crate) keys: Vec<String>,
}

impl Spellings {
    /// Forgets what bytes mean, for the next file.
    pub(crate) fn begin_file(&mut self) {
        self.recent = Recent::default();
        self.of_file.clear();
    }

    /// Every name that the present file uses.
    pub(crate) fn names_of_file(&self) -> impl Iterator<Item = &str> {
        self.of_file.values().map(|number| self.get(*number).name.as_str())
    }

    /// Whether the present file writes some label with these bytes.
    pub(crate) fn some_bytes_of_file(&self, are: impl Fn(&[u8]) -> bool) -> bool {
        self.of_file.keys().any(|raw| are(raw))
    }

    /// Two parts of one label that the present file tells apart: `HT22` and `VT23` of a school year.
    pub(crate) fn two_parts(&self, part: impl Fn(&str) -> Option<String>) -> Option<(String, String)> {
        let raws: BTreeMap<&[u8], u16> = map(self.of_file.iter().map(|(raw, number)| (&**raw, *number)));
        let mut found: BTreeMap<u16, BTreeMap<String, String>> = BTreeMap::new();
        for (raw, number) in raws {
            let text = String::from_utf8_lossy(raw).trim().to_owned();
            if let Some(part) = part(&text) {
                found.entry(self.get(number).label).or_default().entry(part).or_insert(text);
            }
        }
        let mut parts = found.into_values().find(|parts| parts.len() > 1)?.into_values();
        Some((parts.next()?, parts.next()?))
    }

    /// The spelling of `raw`, which `meaning` tells when the bytes are new. `None` when there are too many spellings.
    #[inline]
    pub(crate) fn number(&mut self, raw: &[u8], meaning: impl FnOnce() -> Meaning) -> Option<u16> {
        if let Some(known) = self.recent.get(raw) {
            return Some(known);
        }
        let number = if let Some(&known) = self.of_file.get(raw) {
            known
        } else {
            let number = self.add(meaning())?;
            // Scores that are put in bands are many, and may be as different as they like.
            if self.of_file.len() < MOST {
                self.of_file.insert(raw.into(), number);
            }
            number
        };
        self.recent.put(raw, number);
        Some(number)
    }

    /// The spelling with this meaning.
    pub(crate) fn add(&mut self, meaning: Meaning) -> Option<u16> {
        let Meaning { key, name, year, aside } = meaning;
        let next = |count: usize| u16::try_from(count).ok().filter(|number| *number < u16::MAX);
        let text = (key, name);
        if let Some(&known) = self.by_meaning.get(&text) {
            return Some(known);
        }
        let number = next(self.all.len())?;
        let label = if let Some(&label) = self.by_key.get(&text.0) {
            label
        } else {
            let label = next(self.keys.len())?;
            self.by_key.insert(text.0.clone(), label);
            self.keys.push(text.0.clone());
            label
        };
        self.all.push(Spelling { label, name: text.1.clone(), year, aside });
        self.by_meaning.insert(text, number);
        Some(number)
    }

    /// Some name of the label with this number.
    pub(crate) fn name_of(&self, label: u16) -> &str {
        self.all.iter().find(|spelling| spelling.label == label).map_or("", |spelling| &spelling.name)
    }

    /// The spelling with this number.
    #[inline]
    pub(crate) fn get(&self, number: u16) -> &Spelling {
        &self.all[usize::from(number)]
    }
}
