//! Which column of a file goes where.

use crate::data::{Dim, Kind, Missing, Profile, Role, SchoolYear, Shape};
use crate::ingest::report::{FileReport, Refusal};
use crate::ingest::sniff::Layout;
use crate::ingest::{captions, fields};

/// Column numbers by role, for the rows of one file.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) year: Option<usize>,
    pub(crate) school: Option<usize>,
    pub(crate) code: Option<usize>,
    pub(crate) pupils: Option<usize>,
    /// The other dimensions.
    pub(crate) dims: Vec<(Dim, usize)>,
    /// One entry per indicator of the profile.
    pub(crate) values: Vec<Option<usize>>,
    pub(crate) captions: Vec<String>,
    /// School year of every row, where no column says it.
    pub(crate) year_in_title: Option<SchoolYear>,
    /// Programme label of every row, where no column says it; empty for all programmes.
    pub(crate) programme_in_title: String,
    /// Rows of the files before this one.
    pub(crate) first_row: usize,
    /// Room for the code and name of one school.
    pub(crate) school_label: Vec<u8>,
    /// The year field of the row before and what it meant.
    pub(crate) last_year: (Vec<u8>, Option<SchoolYear>),
    /// Indicators that are shares of pupils, told by yes or no: in aggregated rows none.
    yes_or_no: Vec<usize>,
}

impl Plan {
    /// Sorts the columns by role.
    pub(crate) fn new(layout: &Layout, roles: &[Option<Role>], profile: &Profile, first_row: usize) -> Self {
        let mut plan = Self {
            values: vec![None; profile.indicators.len()],
            captions: layout.captions.clone(),
            year_in_title: layout.year_in_title,
            programme_in_title: layout.programme_in_title.clone().unwrap_or_default(),
            first_row,
            ..Self::default()
        };
        for (column, role) in roles.iter().enumerate() {
            match role {
                None => {}
                Some(Role::Dim(Dim::Year)) => plan.year = Some(column),
                Some(Role::Dim(Dim::School)) => plan.school = Some(column),
                Some(Role::Dim(dim)) => plan.dims.push((*dim, column)),
                Some(Role::SchoolCode) => plan.code = Some(column),
                Some(Role::Pupils) => plan.pupils = Some(column),
                Some(Role::Indicator(index)) => plan.values[*index] = Some(column),
            }
        }
        if plan.pupils.is_none() {
            let shares = profile.indicators.iter().enumerate().filter(|(_, indicator)| indicator.kind == Kind::Share);
            plan.yes_or_no = shares.map(|(index, _)| index).collect();
        }
        plan
    }

    /// The shape of the rows: aggregated where a column says how many pupils there are.
    pub(crate) fn shape(&self) -> Shape {
        if self.pupils.is_some() { Shape::Aggregated } else { Shape::PupilRows }
    }

    /// Why a file with these columns cannot be used, if it cannot.
    pub(crate) fn refusal(
        &self,
        layout: &Layout,
        profiles: &[Profile],
        decided: Option<&(Profile, Shape)>,
    ) -> Option<Refusal> {
        if self.values.iter().all(Option::is_none) {
            let fits_another = profiles.iter().any(|profile| {
                captions::roles(&layout.captions, profile)
                    .iter()
                    .flatten()
                    .any(|role| matches!(role, Role::Indicator(_)))
            });
            return Some(if fits_another { Refusal::OtherProfile } else { Refusal::NoIndicator });
        }
        if decided.is_some_and(|(_, shape)| *shape != self.shape()) {
            return Some(Refusal::OtherShape);
        }
        if self.shape() == Shape::Aggregated && self.school.or(self.code).is_none() {
            return Some(Refusal::NoSchool);
        }
        let has_school_or_year = self.school.or(self.code).or(self.year).is_some() || self.year_in_title.is_some();
        (!has_school_or_year).then_some(Refusal::NoSchoolOrYear)
    }

    /// Why the file cannot be used after all, now that its rows have been seen.
    pub(crate) fn refusal_at_end(&self, file: &FileReport) -> Option<Refusal> {
        if file.rows_used == 0 {
            return Some(Refusal::NoRows);
        }
        // Shares such as `69,8` where yes or no is expected: rows of groups, whose size no column tells.
        let unreadable_shares = file
            .problems
            .iter()
            .filter(|problem| problem.reason == Missing::Unreadable && self.yes_or_no.contains(&problem.indicator))
            .filter(|problem| {
                problem.examples.iter().all(|example| fields::number(example.found.as_bytes()).is_some())
            });
        let most = unreadable_shares.map(|problem| problem.values).max().unwrap_or(0);
        (most * 2 > file.rows_used).then_some(Refusal::NoPupils)
    }

    /// Whether no column says the programme, so that the title does.
    pub(crate) fn programme_in_title_holds(&self) -> bool {
        self.dims.iter().all(|(dim, _)| *dim != Dim::Programme)
    }

    /// Caption of a column.
    pub(crate) fn caption(&self, column: usize) -> &str {
        self.captions.get(column).map_or("", String::as_str)
    }
}
