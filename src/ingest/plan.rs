//! Which column of a file goes where.

use crate::data::{Dim, Missing, Profile, Role, SchoolYear, Shape, set, sort_by_key};
use crate::ingest::captions::Known;
use crate::ingest::columns::Column;
use crate::ingest::evidence::Evidence;
use crate::ingest::fields::{self, Scale};
use crate::ingest::layout::{self, Layout};
use crate::ingest::reason::Refusal;
use crate::ingest::report::{FileReport, Problem};

/// Column numbers by role, for the rows of one file.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) year: Option<usize>,
    pub(crate) school: Option<usize>,
    pub(crate) code: Option<usize>,
    pub(crate) pupil: Option<usize>,
    /// The dimensions besides school and year.
    pub(crate) dims: Vec<(Dim, usize)>,
    /// Whether the column of entry bands holds scores, which are put in bands.
    pub(crate) has_scores: bool,
    /// What one record says: once in most files, once per school year in wide ones.
    pub(crate) measures: Vec<Measures>,
    /// In long files, the column that names the indicator.
    pub(crate) indicator_name: Option<usize>,
    /// One per indicator of the profile.
    pub(crate) scales: Vec<Scale>,
    pub(crate) captions: Vec<String>,
    /// School year of every row, where no column says it.
    pub(crate) year_in_title: Option<SchoolYear>,
    /// Programme label of every row, where no column says it; empty for all programmes.
    pub(crate) programme_in_title: String,
    shape: Option<Shape>,
}

/// The columns that belong together: those of one school year.
#[derive(Clone, Debug, Default)]
pub(crate) struct Measures {
    /// The school year that the captions name.
    pub(crate) year: Option<SchoolYear>,
    /// Number of pupils, in aggregated rows.
    pub(crate) pupils: Option<usize>,
    /// One per indicator of the profile.
    pub(crate) values: Vec<Option<usize>>,
    /// The value of the indicator that the record names.
    pub(crate) value: Option<usize>,
}

impl Measures {
    /// Takes the column of which only a title says what it is of, where the columns are only years.
    fn name_value(&mut self, indicator: usize) {
        if let Some(column) = self.value.take() {
            self.values[indicator].get_or_insert(column);
        }
    }
}

impl Plan {
    /// Sorts the columns by role.
    pub(crate) fn new(layout: &Layout, columns: &[Column], profile: &Profile) -> Self {
        let mut plan = Self {
            captions: layout.captions.clone(),
            year_in_title: layout.year_in_title,
            programme_in_title: layout.programme_in_title.clone().unwrap_or_default(),
            ..Self::default()
        };
        for (index, column) in columns.iter().enumerate() {
            let indicators = profile.indicators.len();
            match column.role {
                None => {}
                Some(Role::Dim(Dim::Year)) => plan.year = Some(index),
                Some(Role::Dim(Dim::School)) => plan.school = Some(index),
                Some(Role::Dim(dim)) => {
                    plan.has_scores |= dim == Dim::EntryBand && column.has_scores;
                    plan.dims.push((dim, index));
                }
                Some(Role::SchoolCode) => plan.code = Some(index),
                Some(Role::Pupil) => plan.pupil = Some(index),
                Some(Role::IndicatorName) => plan.indicator_name = Some(index),
                Some(Role::Pupils) => plan.measures(column.year, indicators).pupils = Some(index),
                Some(Role::Value) => plan.measures(column.year, indicators).value = Some(index),
                Some(Role::Indicator(which)) => plan.measures(column.year, indicators).values[which] = Some(index),
            }
        }
        if let Some(indicator) = layout.indicator_in_title.filter(|_| plan.indicator_name.is_none()) {
            plan.measures.iter_mut().for_each(|measures| measures.name_value(indicator));
        }
        plan.forget_what_has_no_year();
        sort_by_key(&mut plan.measures, |measures| measures.year);
        let shape = plan.shape_of(layout, &Known::of(profile));
        plan.shape = Some(shape);
        plan.scales = profile.indicators.iter().map(|indicator| Scale::of(indicator, shape)).collect();
        plan
    }

    /// The columns of one school year.
    fn measures(&mut self, year: Option<SchoolYear>, indicators: usize) -> &mut Measures {
        let place = self.measures.iter().position(|measures| measures.year == year).unwrap_or_else(|| {
            self.measures.push(Measures { year, values: vec![None; indicators], ..Measures::default() });
            self.measures.len() - 1
        });
        &mut self.measures[place]
    }

    /// In a wide table, columns without a year belong to none of its years.
    fn forget_what_has_no_year(&mut self) {
        if self.measures.iter().any(|measures| measures.year.is_some()) {
            self.measures.retain(|measures| measures.year.is_some());
        }
    }

    /// Aggregated where a column, or a record of the long form, says how many pupils there are.
    fn shape_of(&self, layout: &Layout, known: &Known) -> Shape {
        let in_columns = self.measures.iter().any(|measures| measures.pupils.is_some());
        let in_rows = self.indicator_name.is_some_and(|column| {
            let names = layout.sample.iter().filter_map(|record| record.get(column));
            names.into_iter().any(|name| known.role(name).is_some_and(|(role, _)| role == Role::Pupils))
        });
        if in_columns || in_rows { Shape::Aggregated } else { Shape::PupilRows }
    }

    /// The shape of the rows.
    pub(crate) fn shape(&self) -> Shape {
        self.shape.unwrap_or(Shape::PupilRows)
    }

    /// Whether a record is about several school years.
    pub(crate) fn is_wide(&self) -> bool {
        self.measures.iter().any(|measures| measures.year.is_some())
    }

    /// Whether each record has one value, of the indicator that it names.
    pub(crate) fn is_long(&self) -> bool {
        self.indicator_name.is_some()
    }

    /// Why a file with these columns cannot be used, if it cannot.
    pub(crate) fn refusal(
        &self,
        layout: &Layout,
        profiles: &[Profile],
        decided: Option<&(Profile, Shape)>,
    ) -> Option<Refusal> {
        if !self.has_indicators() {
            // Only beside other files: alone, a file is held against every profile already.
            let fits_another = decided.is_some()
                && profiles.iter().any(|profile| {
                    let uses = layout::uses(&layout.captions, &Known::of(profile));
                    uses.iter().flatten().any(|found| matches!(found.role, Role::Indicator(_)))
                });
            return Some(if fits_another { Refusal::OtherProfile } else { Refusal::NoIndicator });
        }
        if decided.is_some_and(|(_, shape)| *shape != self.shape()) {
            return Some(Refusal::OtherShape);
        }
        let has_school = self.school.or(self.code).is_some();
        if !has_school && (self.shape() == Shape::Aggregated || self.is_about_groups(layout)) {
            return Some(Refusal::NoSchool);
        }
        let has_year = self.year.is_some() || self.year_in_title.is_some() || self.is_wide();
        (!has_school && !has_year).then_some(Refusal::NoSchoolOrYear)
    }

    /// Whether rows without a school are hardly those of one school's pupils: values of named measures that no column says whose they
    /// are, or of several municipalities.
    fn is_about_groups(&self, layout: &Layout) -> bool {
        let municipalities = || {
            let column = self.column_of(Dim::Municipality);
            let names = layout.sample.iter().filter_map(|record| record.get(column?));
            set(names.filter(|name| !name.is_empty())).len()
        };
        self.pupil.is_none() && (self.is_long() || municipalities() > 1)
    }

    /// Whether some column holds values of an indicator.
    fn has_indicators(&self) -> bool {
        self.measures.iter().any(|measures| {
            measures.values.iter().any(Option::is_some) || (measures.value.is_some() && self.indicator_name.is_some())
        })
    }

    /// Why the file cannot be used after all, now that its rows have been seen.
    pub(crate) fn refusal_at_end(&self, file: &FileReport, evidence: &[Evidence]) -> Option<Refusal> {
        if file.rows_used == 0 {
            return Some(Refusal::NoRows);
        }
        // Shares such as `69,8` where yes or no is expected: rows of groups, whose size no column tells. A few of them may read `0` or
        // `1`, and many may be withheld.
        let is_yes_or_no = |indicator: usize| self.scales.get(indicator).is_some_and(|scale| scale.is_yes_or_no());
        let are_shares = |problem: &&Problem| {
            let read = evidence.get(problem.indicator).map_or(0, |evidence| evidence.known());
            let are_numbers = || problem.examples.iter().take(5).all(|example| fields::is_number(&example.found));
            problem.reason == Missing::Unreadable
                && is_yes_or_no(problem.indicator)
                && problem.values > read
                && are_numbers()
        };
        file.problems.iter().find(are_shares).map(|_| Refusal::NoPupils)
    }

    /// Whether no column says the programme, so that the title does.
    pub(crate) fn programme_in_title_holds(&self) -> bool {
        self.dims.iter().all(|(dim, _)| *dim != Dim::Programme)
    }

    /// The column that tells a dimension.
    pub(crate) fn column_of(&self, dim: Dim) -> Option<usize> {
        match dim {
            Dim::School => self.school.or(self.code),
            Dim::Year => self.year,
            _ => self.dims.iter().find(|(other, _)| *other == dim).map(|(_, column)| *column),
        }
    }

    /// Caption of a column.
    pub(crate) fn caption(&self, column: usize) -> &str {
        self.captions.get(column).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::pupil_profile;
    use crate::ingest::columns;
    use crate::ingest::encoding::Encoding;

    #[test]
    fn wide_tables_have_one_set_of_columns_per_year() {
        let profile = pupil_profile();
        let head = "Skola;Antal;Antal 2022;Närvaro 2023;Närvaro 2022\nA;9;10;90;91\n";
        let layout =
            layout::layout(head.as_bytes(), Encoding::Ascii, false, std::slice::from_ref(&profile)).expect("a layout");
        let columns = columns::describe(&layout, &Known::of(&profile));
        let plan = Plan::new(&layout, &columns, &profile);
        let found: Vec<(String, Option<usize>, Option<usize>)> = plan
            .measures
            .iter()
            .map(|set| (set.year.map_or(String::new(), |year| year.to_string()), set.pupils, set.values[0]))
            .collect();
        assert_eq!(found, [("2021/22".to_owned(), Some(2), Some(4)), ("2022/23".to_owned(), None, Some(3))]);
        assert!(plan.is_wide() && plan.shape() == Shape::Aggregated);
    }
}
