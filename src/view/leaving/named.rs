//! What groups are called in documents: the same pupils the same, in whatever table they are printed.

use crate::data::{Dataset, Dim};
use crate::disclose::{Asked, Key, Protected, Spot, is_everybody, window};

/// A group that documents name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Of {
    /// Of one school.
    Group(Key),
    /// All schools of a municipality or provider in a school year: labels of both.
    AllOf(Dim, u16, u16),
}

impl Of {
    /// What was asked for, and a group's labels there; `None` of what documents do not name.
    pub(super) fn asked(dataset: &Dataset, asked: &Asked, labels: &[u16]) -> Option<Self> {
        match (&asked.by[..], labels) {
            ([dim @ (Dim::Municipality | Dim::Provider), Dim::Year], [place, year]) => {
                Some(Self::AllOf(*dim, *place, *year))
            }
            _ => Key::of(asked, labels).map(|key| Self::group(dataset, key)),
        }
    }

    /// A group of one school. `Totalt` of girls and boys is no other group than that without girls and boys told apart.
    pub(super) fn group(dataset: &Dataset, key: Key) -> Self {
        let group = key.group.filter(|(dim, label)| !is_everybody(dataset, *dim, *label));
        Self::Group(Key { group, ..key })
    }

    /// All schools of a municipality or provider in the school year with this name.
    pub(super) fn all_of(dataset: &Dataset, (dim, place): (Dim, u16), year: &str) -> Option<Self> {
        let year = dataset.labels(Dim::Year).iter().position(|label| label.name == year)?;
        Some(Self::AllOf(dim, place, u16::try_from(year).ok()?))
    }

    /// What may be seen of it; `None` without rows.
    pub(super) fn spot(self, dataset: &Protected) -> Option<Spot<'_>> {
        match self {
            Self::Group(key) => dataset.at(key),
            Self::AllOf(dim, place, year) => dataset.at_all_of(dim, place, year),
        }
    }
}

/// The label of a group: school, years, and perhaps programme and group. `of` is the indicator that it is printed for, or its number of
/// pupils: where the source withholds a part of a sum, the sum is about another group.
pub(super) fn label(dataset: &Protected, group: Of, of: Option<usize>) -> String {
    let mut names: Vec<String> = Vec::new();
    let mut add = |dim: Dim, label: u16| names.push(dataset.name(dim, label).to_owned());
    match group {
        Of::Group(key) => {
            add(Dim::School, key.school);
            for year in window(dataset, key.year, key.pooled).unwrap_or(key.year..=key.year) {
                add(Dim::Year, year);
            }
            if let Some(programme) = key.programme {
                add(Dim::Programme, programme);
            }
            if let Some((dim, label)) = key.group {
                names.push(format!("{}: {}", dim.id(), dataset.name(dim, label)));
            }
        }
        Of::AllOf(dim, place, year) => {
            names.push(format!("{}: {}", dim.id(), dataset.name(dim, place)));
            names.push(dataset.name(Dim::Year, year).to_owned());
        }
    }
    let partial =
        group.spot(dataset).is_some_and(|spot| of.map_or_else(|| spot.is_sum_of_part(), |of| spot.is_of_part(of)));
    if partial {
        names.push((of.map_or(0, |of| of + 1)).to_string());
    }
    names.join(" · ")
}

/// The group that is printed under these headings: of one school year, or of those from a first to a last one that are put together.
pub(super) fn headed(dataset: &Protected, school: &str, year: &str, programme: Option<u16>) -> Option<Of> {
    let code = |dim: Dim, name: &str| {
        let place = dataset.labels(dim).iter().position(|label| label.name == name);
        place.and_then(|place| u16::try_from(place).ok())
    };
    let (first, year) = match code(Dim::Year, year) {
        Some(one) => (one, one),
        None => {
            year.split_once('–').and_then(|(first, last)| Some((code(Dim::Year, first)?, code(Dim::Year, last)?)))?
        }
    };
    let pooled = year.checked_sub(first).and_then(|more| u8::try_from(more).ok())?;
    Some(Of::Group(Key { school: code(Dim::School, school)?, year, pooled, programme, group: None }))
}
