//! What a column can be read as.

use super::words::{nameless, role_name};
use crate::data::{Choice, Dim, Lang, Profile, Role, Shape, normalise};
use crate::ingest::{Column, Identity, Why};

/// Uses that are no indicators, in the order in which they are offered.
const OFFERED: [Role; 14] = [
    Role::Dim(Dim::School),
    Role::SchoolCode,
    Role::Dim(Dim::Year),
    Role::Dim(Dim::Programme),
    Role::Dim(Dim::Municipality),
    Role::Dim(Dim::ProviderType),
    Role::Dim(Dim::Provider),
    Role::Dim(Dim::Gender),
    Role::Dim(Dim::ParentsEducation),
    Role::Dim(Dim::Background),
    Role::Dim(Dim::EntryBand),
    Role::Dim(Dim::Group),
    Role::Pupils,
    Role::Pupil,
];

/// Whether the table may have one row per indicator: it says so, or nothing in it is an indicator yet.
pub(super) fn is_long(columns: &[Column]) -> bool {
    let says_so = |column: &Column| {
        matches!(column.role, Some(Role::IndicatorName | Role::Value)) || column.why == Some(Why::Alone)
    };
    let has_indicator = columns.iter().any(|column| matches!(column.role, Some(Role::Indicator(_))));
    !has_indicator || columns.iter().any(says_so)
}

/// What a column can be read as; nothing where it has no heading to be known by.
///
/// What singles pupils out can only tell them apart.
pub(super) fn options(
    column: &Column,
    profile: &Profile,
    (shape, long): (Shape, bool),
    lang: Lang,
) -> Vec<(Choice, String)> {
    let name = |role: Role| (Choice::Used(role), role_name(role, profile, lang));
    let not_read = (Choice::NotRead, lang.pick("Läses inte", "Not read").to_owned());
    if nameless(&column.caption) {
        return vec![not_read];
    }
    if column.identity.is_some_and(Identity::is_strong) {
        return vec![not_read, name(Role::Pupil)];
    }
    let indicators = (0..profile.indicators.len()).map(Role::Indicator);
    let of_long = [Role::IndicatorName, Role::Value].into_iter().filter(|_| long);
    let mut options = vec![not_read];
    // Such groups are told apart in rows of pupils only, and by what points nobody out. Scores become bands.
    let is_offered = |role: &Role| match role {
        Role::Dim(dim) if dim.is_limited() => {
            shape == Shape::PupilRows && (column.identity.is_none() || (*dim == Dim::EntryBand && column.has_scores))
        }
        _ => true,
    };
    options.extend(OFFERED.into_iter().filter(is_offered).chain(indicators).chain(of_long).map(name));
    if profile.choice(&column.caption).is_some() {
        options.push((Choice::ByCaption, lang.pick("Det som rubriken säger", "What the heading says").to_owned()));
    }
    options
}

/// What is chosen for a column: what it was read as, or what it is being read as now.
pub(super) fn chosen(column: &Column, columns: &[Column], read_with: &Profile, wanted: &Profile) -> Choice {
    let as_role = |role: Option<Role>| role.map_or(Choice::NotRead, Choice::Used);
    let choice = wanted.choice(&column.caption);
    let is_new = choice != read_with.choice(&column.caption);
    match choice {
        // A choice that could not be followed yet stays chosen, but not one that another column has got.
        Some(role) if is_new || column.why != Some(Why::Taken) => as_role(role),
        _ => {
            let is_chosen_elsewhere = |other: &Column| {
                normalise(&other.caption) != normalise(&column.caption)
                    && wanted.choice(&other.caption).flatten() == column.role
            };
            let lost = column.role.is_some() && column.year.is_none() && columns.iter().any(is_chosen_elsewhere);
            as_role(column.role.filter(|_| !lost))
        }
    }
}
