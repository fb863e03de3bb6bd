//! What a column of a file is used as.

use crate::data::{Dim, normalise};

/// The use of one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Groups and filters.
    Dim(Dim),
    /// Skolenhetskod: identifies the school whatever it is called that year.
    SchoolCode,
    /// Aggregated rows: the number of pupils behind the row's values.
    Pupils,
    /// Pupil rows: what tells pupils apart. Its contents are never kept or shown.
    Pupil,
    /// Long form: the name of the indicator that the row's value is of.
    IndicatorName,
    /// Long form: the value.
    Value,
    /// The indicator with this index in the profile.
    Indicator(usize),
}

impl Role {
    /// Identifier of a role that is no indicator, as profiles write it. Indicators are named by their own identifiers.
    pub fn id(self) -> &'static str {
        match self {
            Self::Dim(dim) => dim.id(),
            Self::SchoolCode => "skolkod",
            Self::Pupils => "antal",
            Self::Pupil => "elev-id",
            Self::IndicatorName => "indikatornamn",
            Self::Value => "värde",
            Self::Indicator(_) => "indikator",
        }
    }

    /// The role that a profile calls `id`; indicators are named by their own ids, not here.
    pub fn from_id(id: &str) -> Option<Self> {
        let wanted = normalise(id);
        [Self::SchoolCode, Self::Pupils, Self::Pupil, Self::IndicatorName, Self::Value]
            .into_iter()
            .find(|role| normalise(role.id()) == wanted)
            .or_else(|| Dim::from_id(id).map(Self::Dim))
    }
}
