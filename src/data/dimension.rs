//! What rows can be grouped and filtered by.

use crate::data::{Label, Lang};

/// A way to divide the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dim {
    /// Skola.
    School,
    /// Läsår (result year).
    Year,
    /// Program.
    Programme,
    /// The municipality in which the school lies.
    Municipality,
    /// Typ av huvudman: kommunal, enskild, region.
    ProviderType,
    /// Huvudman.
    Provider,
    /// Kön.
    Gender,
}

impl Dim {
    /// Every dimension, in the order of datasets.
    pub const ALL: [Self; 7] = [
        Self::School,
        Self::Year,
        Self::Programme,
        Self::Municipality,
        Self::ProviderType,
        Self::Provider,
        Self::Gender,
    ];

    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// Place in [`Dim::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    /// Identifier in profiles, command lines and CSV output.
    pub fn id(self) -> &'static str {
        match self {
            Self::School => "skola",
            Self::Year => "läsår",
            Self::Programme => "program",
            Self::Municipality => "kommun",
            Self::ProviderType => "huvudmantyp",
            Self::Provider => "huvudman",
            Self::Gender => "kön",
        }
    }

    /// The dimension with this identifier (case and diacritics ignored).
    pub fn from_id(id: &str) -> Option<Self> {
        let wanted = crate::data::normalise(id);
        Self::ALL.into_iter().find(|dim| crate::data::normalise(dim.id()) == wanted)
    }

    /// Name for people.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::School => lang.pick("Skola", "School"),
            Self::Year => lang.pick("Läsår", "School year"),
            Self::Programme => lang.pick("Program", "Programme"),
            Self::Municipality => lang.pick("Kommun", "Municipality"),
            Self::ProviderType => lang.pick("Typ av huvudman", "Type of provider"),
            Self::Provider => lang.pick("Huvudman", "Provider"),
            Self::Gender => lang.pick("Kön", "Gender"),
        }
    }
}

/// One dimension of a dataset: its labels in display order, and for each row the index of its label.
#[derive(Clone, Debug, PartialEq)]
pub struct Dimension {
    /// Which one.
    pub dim: Dim,
    /// Distinct labels: schools and programmes by Swedish rules, years in time order.
    pub labels: Vec<Label>,
    /// For each row, its label's index.
    pub codes: Vec<u16>,
}

impl Dimension {
    /// Index of the label with this key or name (as it stands, or with case and diacritics ignored).
    pub fn find(&self, text: &str) -> Option<u16> {
        let wanted = crate::data::normalise(text);
        let exact = self.labels.iter().position(|label| label.key == text || label.name == text);
        let index =
            exact.or_else(|| self.labels.iter().position(|label| crate::data::normalise(&label.name) == wanted))?;
        u16::try_from(index).ok()
    }
}
