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
    /// The indicator with this index in the profile.
    Indicator(usize),
}

impl Role {
    /// Identifier of a role that is no indicator, as profiles write it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Dim(dim) => dim.id(),
            Self::SchoolCode => "skolkod",
            Self::Pupils => "antal",
            Self::Indicator(_) => "indikator",
        }
    }

    /// The role that a profile calls `id`; indicators are named by their own ids, not here.
    pub fn from_id(id: &str) -> Option<Self> {
        let wanted = normalise(id);
        [Self::SchoolCode, Self::Pupils]
            .into_iter()
            .find(|role| normalise(role.id()) == wanted)
            .or_else(|| Dim::from_id(id).map(Self::Dim))
    }
}
