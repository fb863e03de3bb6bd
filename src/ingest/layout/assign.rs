//! Captions → what every column is used as.

use crate::data::{Dim, Role, SchoolYear};
use crate::ingest::caption_year::{self, Rest};
use crate::ingest::captions::{Known, Why};

/// The use of one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Use {
    /// What for.
    pub(crate) role: Role,
    /// In wide tables, the school year that the caption names.
    pub(crate) year: Option<SchoolYear>,
    /// Why.
    pub(crate) why: Why,
}

/// What the columns under these captions are used as. In a table without a column of school years, columns may name theirs:
/// `Närvaro 2022/23`, or only `2022/23`, which is then [`Role::Value`].
pub(crate) fn uses(captions: &[String], known: &Known) -> Vec<Option<Use>> {
    let plain = known.roles(captions);
    let mut uses: Vec<Option<Use>> =
        plain.iter().map(|found| found.map(|(role, why)| Use { role, year: None, why })).collect();
    let has = |role: Role| plain.iter().flatten().any(|(other, _)| *other == role);
    if !has(Role::Dim(Dim::Year)) {
        name_years(captions, known, &mut uses);
    }
    // The names and the values of the long form say nothing without each other.
    let has_years = uses.iter().flatten().any(|found| found.role == Role::Value && found.year.is_some());
    if !has(Role::IndicatorName) || !(has(Role::Value) || has_years) {
        keep(&mut uses, |found| match found.role {
            Role::IndicatorName => false,
            Role::Value => found.year.is_some(),
            _ => true,
        });
    }
    uses
}

/// Uses the columns whose captions name a school year besides an indicator, the number of pupils, or nothing else. Where the use was
/// chosen, the caption still says the year.
fn name_years(captions: &[String], known: &Known, uses: &mut [Option<Use>]) {
    let mut taken = Vec::new();
    for (caption, found) in captions.iter().zip(uses.iter_mut()) {
        let is_measure = |found: &Use| matches!(found.role, Role::Indicator(_) | Role::Pupils);
        let may_have_year = found.is_none_or(|found| found.why == Why::Chosen && is_measure(&found));
        if !may_have_year {
            continue;
        }
        let Some((rest, year)) = caption_year::split(caption) else { continue };
        if known.is_put_aside(caption) {
            continue;
        }
        if let Some(found) = found {
            taken.push((found.role, year));
            found.year = Some(year);
            continue;
        }
        let Some(measure) = measured(&rest, known) else { continue };
        if !taken.contains(&(measure.0, year)) {
            taken.push((measure.0, year));
            *found = Some(Use { role: measure.0, year: Some(year), why: measure.1 });
        }
    }
    // One number that looks like a year is no table of years.
    let lone = taken.iter().filter(|(role, _)| *role == Role::Value).count() == 1;
    keep(uses, |found| !(lone && found.role == Role::Value && found.year.is_some()));
}

/// What the rest of a caption with a year says that is measured.
fn measured(rest: &Rest, known: &Known) -> Option<(Role, Why)> {
    match rest.readings().into_iter().find_map(|words| known.role(words)) {
        Some((role @ (Role::Indicator(_) | Role::Pupils), why)) => Some((role, why)),
        None if rest.is_empty() => Some((Role::Value, Why::Usual)),
        _ => None,
    }
}

/// Whether another column says the same of the same school year: `Närvaro HT22` beside `Närvaro VT23`.
pub(crate) fn is_taken(caption: &str, known: &Known, uses: &[Option<Use>]) -> bool {
    let wanted = caption_year::split(caption).and_then(|(rest, year)| Some((measured(&rest, known)?.0, year)));
    wanted.is_some_and(|(role, year)| uses.iter().flatten().any(|found| found.role == role && found.year == Some(year)))
}

/// Leaves the columns unused whose use does not fit.
fn keep(uses: &mut [Option<Use>], fits: impl Fn(&Use) -> bool) {
    for found in uses {
        *found = found.filter(&fits);
    }
}

/// Number of columns that are used.
pub(crate) fn recognised(captions: &[String], known: &Known) -> usize {
    uses(captions, known).iter().flatten().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::pupil_profile;

    fn check(captions: &[&str], expected: &[Option<(Role, Option<&str>)>]) {
        let texts: Vec<String> = captions.iter().map(ToString::to_string).collect();
        let found: Vec<Option<(Role, Option<String>)>> = uses(&texts, &Known::of(&pupil_profile()))
            .into_iter()
            .map(|found| found.map(|found| (found.role, found.year.map(|year| year.to_string()))))
            .collect();
        let expected: Vec<_> =
            expected.iter().map(|found| found.map(|(role, year)| (role, year.map(str::to_owned)))).collect();
        assert_eq!(found, expected, "{captions:?}");
    }

    #[test]
    fn columns_may_name_their_school_year() {
        let school = Some((Role::Dim(Dim::School), None));
        let attendance = |year| Some((Role::Indicator(0), Some(year)));
        check(&["Skola", "Närvaro 2022", "Närvaro 22/23"], &[school, attendance("2021/22"), attendance("2022/23")]);
        check(
            &["Skola", "Läsår", "Närvaro", "Närvaro 2022"],
            &[school, Some((Role::Dim(Dim::Year), None)), Some((Role::Indicator(0), None)), None],
        );
        check(&["Skola", "Examen inom tre år 2022"], &[school, Some((Role::Indicator(1), Some("2021/22")))]);
        let value = |year| Some((Role::Value, Some(year)));
        check(&["Skola", "2022", "2023"], &[school, value("2021/22"), value("2022/23")]);
        check(&["Skola", "2022", "Ort"], &[school, None, None]);
    }

    #[test]
    fn a_chosen_column_keeps_the_year_in_its_caption() {
        let chosen = pupil_profile().with_choice("Frånvaro 22/23", Some(Role::Indicator(0)));
        let captions = ["Skola", "Frånvaro 22/23", "Närvaro 2022"].map(str::to_owned);
        let found = uses(&captions, &Known::of(&chosen));
        let years: Vec<_> =
            found.iter().flatten().filter_map(|found| found.year).map(|year| year.to_string()).collect();
        assert_eq!(years, ["2022/23", "2021/22"]);
    }

    #[test]
    fn the_long_form_needs_names_and_values() {
        let school = Some((Role::Dim(Dim::School), None));
        let (name, value) = (Some((Role::IndicatorName, None)), Some((Role::Value, None)));
        check(&["Skola", "Indikator", "Värde"], &[school, name, value]);
        check(&["Skola", "Indikator", "Närvaro"], &[school, None, Some((Role::Indicator(0), None))]);
        check(&["Skola", "Värde", "Närvaro"], &[school, None, Some((Role::Indicator(0), None))]);
    }
}
