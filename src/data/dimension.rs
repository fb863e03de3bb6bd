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
    /// Föräldrars utbildning.
    ParentsEducation,
    /// Bakgrund: svensk eller utländsk, född i Sverige eller utomlands.
    Background,
    /// Ingångsmerit: meritvärdet från årskurs 9, in bands.
    EntryBand,
    /// Another column of groups, which the user has chosen; it is called as its caption.
    Group,
}

impl Dim {
    /// Every dimension, in the order of datasets.
    pub const ALL: [Self; 11] = [
        Self::School,
        Self::Year,
        Self::Programme,
        Self::Municipality,
        Self::ProviderType,
        Self::Provider,
        Self::Gender,
        Self::ParentsEducation,
        Self::Background,
        Self::EntryBand,
        Self::Group,
    ];

    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// Whether it tells groups of pupils within a school apart, which are compared with one another.
    pub fn is_group(self) -> bool {
        matches!(self, Self::Gender | Self::ParentsEducation | Self::Background | Self::EntryBand | Self::Group)
    }

    /// Whether a column with more labels than [`crate::data::MOST_GROUPS`] is none of these, and whether rows of groups are left as they are:
    /// only rows of pupils are told apart by it.
    pub fn is_limited(self) -> bool {
        self.is_group() && self != Self::Gender
    }

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
            Self::ParentsEducation => "föräldrautbildning",
            Self::Background => "bakgrund",
            Self::EntryBand => "ingångsmerit",
            Self::Group => "grupp",
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
            Self::ParentsEducation => lang.pick("Föräldrars utbildning", "Parents’ education"),
            Self::Background => lang.pick("Bakgrund", "Background"),
            Self::EntryBand => lang.pick("Ingångsmerit", "Entry score"),
            Self::Group => lang.pick("En annan grupp", "Another group"),
        }
    }
}

/// One dimension of a dataset: its labels in display order, and for each row the index of its label.
#[derive(Clone, Debug, PartialEq)]
pub struct Dimension {
    /// Which one.
    pub dim: Dim,
    /// The heading of its column in the first file that has one; empty where a title or nothing says it.
    pub caption: String,
    /// Distinct labels: schools and programmes by Swedish rules, years in time order, groups by level where they have one.
    pub labels: Vec<Label>,
    /// For each row, its label's index.
    pub codes: Vec<u16>,
}

impl Dimension {
    /// Name for people: what the column is about; of [`Dim::Group`] only its heading tells that.
    pub fn name(&self, lang: Lang) -> &str {
        if self.dim == Dim::Group && !self.caption.is_empty() { &self.caption } else { self.dim.name(lang) }
    }

    /// Index of the label with this key or name (as it stands, or with case and diacritics ignored).
    pub fn find(&self, text: &str) -> Option<u16> {
        let wanted = crate::data::normalise(text);
        let exact = self.labels.iter().position(|label| label.key == text || label.name == text);
        let index =
            exact.or_else(|| self.labels.iter().position(|label| crate::data::normalise(&label.name) == wanted))?;
        u16::try_from(index).ok()
    }
}
