//! The urval: what the user asked for, as ids only.

use crate::data::{Dataset, Dim, sort_by};

/// Schools, years and programme that are asked for: label numbers of the dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The user's own school.
    pub focus: u16,
    /// Schools that it is compared with, in label order; never the focus.
    pub compared: Vec<u16>,
    /// First school year.
    pub from: u16,
    /// Last school year, the one of the answer. Not before `from`.
    pub to: u16,
    /// One programme, or all together.
    pub programme: Option<u16>,
    /// How many earlier school years are put together with each: 0, 1 or 2.
    pub pooled: u8,
    /// What is told apart within each school; nothing, where it is `None`.
    pub split: Option<Dim>,
    /// The two groups of it that are compared, the first against the second; those that the view chooses where it is `None`.
    pub pair: Option<(u16, u16)>,
    /// What of the school in focus is shown beside it: all schools of its municipality or of its provider; nothing where it is `None`.
    pub area: Option<Dim>,
    /// The school year since which changes are shown instead of values.
    pub since: Option<u16>,
}

impl Selection {
    /// Most schools that are compared from the start.
    const COMPARED_AT_FIRST: usize = 7;

    /// Most earlier school years that are put together with each.
    pub const MOST_POOLED: u8 = 2;

    /// What is shown first: the first school that has rows in the last year, with the other schools of its municipality (or of the file) if they are few, over
    /// all years and programmes.
    pub fn first(dataset: &Dataset) -> Self {
        let last_year = count(dataset, Dim::Year).saturating_sub(1);
        let mut selection = Self { to: last_year, ..Self::default() };
        selection.focus_on(dataset, first_school_of(dataset, last_year));
        selection
    }

    /// Puts a school in focus. Compared are the schools around it, if they are few: those of the file, or of its municipality.
    pub fn focus_on(&mut self, dataset: &Dataset, school: u16) {
        let others: Vec<u16> = (0..count(dataset, Dim::School)).filter(|&other| other != school).collect();
        self.focus = school;
        if others.len() <= Self::COMPARED_AT_FIRST {
            self.compared = others;
            return;
        }
        let municipality = municipalities(dataset);
        let near: Vec<u16> = others
            .into_iter()
            .filter(|&other| {
                let (own, theirs) = (municipality.get(usize::from(school)), municipality.get(usize::from(other)));
                own.is_some() && own == theirs
            })
            .collect();
        self.compared = if near.len() <= Self::COMPARED_AT_FIRST { near } else { Vec::new() };
    }

    /// Adds a school to those compared, or takes it away.
    pub fn compare(&mut self, school: u16, on: bool) {
        self.compared.retain(|&other| other != school);
        if on && school != self.focus {
            let place = self.compared.partition_point(|&other| other < school);
            self.compared.insert(place, school);
        }
    }

    /// Adds schools to those compared.
    pub fn compare_with(&mut self, schools: &[u16]) {
        self.compared.extend(schools.iter().filter(|&&school| school != self.focus));
        sort_by(&mut self.compared, Ord::cmp);
        self.compared.dedup();
    }

    /// Focus first, then the compared schools.
    pub fn schools(&self) -> Vec<u16> {
        std::iter::once(self.focus).chain(self.compared.iter().copied()).collect()
    }
}

/// The first school, by name, with rows in this year.
fn first_school_of(dataset: &Dataset, year: u16) -> u16 {
    let (Some(schools), Some(years)) = (dataset.dimension(Dim::School), dataset.dimension(Dim::Year)) else { return 0 };
    let in_year = schools.codes.iter().zip(&years.codes).filter(|(_, code)| **code == year);
    in_year.map(|(school, _)| *school).min().unwrap_or(0)
}

/// Number of labels of a dimension.
fn count(dataset: &Dataset, dim: Dim) -> u16 {
    u16::try_from(dataset.labels(dim).len()).unwrap_or(u16::MAX)
}

/// The municipality of each school, where the dataset has municipalities.
fn municipalities(dataset: &Dataset) -> Vec<u16> {
    let (Some(schools), Some(municipalities)) = (dataset.dimension(Dim::School), dataset.dimension(Dim::Municipality))
    else {
        return Vec::new();
    };
    let mut of_school = vec![0; schools.labels.len()];
    for (&school, &municipality) in schools.codes.iter().zip(&municipalities.codes) {
        of_school[usize::from(school)] = municipality;
    }
    of_school
}
