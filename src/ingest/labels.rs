//! The labels of one row, as spelling numbers.

use crate::data::{Dim, MOST_GROUPS, label_key};
use crate::ingest::entry::{ABSENT, Codes};
use crate::ingest::meaning::{named, of_group, of_school, of_score, of_year, plain, unknown, year};
use crate::ingest::plan::Plan;
use crate::ingest::reason::Reason;
use crate::ingest::records::Record;
use crate::ingest::spellings::{AllSpellings, Meaning, Spellings};

/// Separates code and name in the bytes of a school label where they do not stand side by side; it cannot stand in a text file.
const UNIT_SEPARATOR: u8 = 0x1f;
/// Labels besides those that count in a column of groups: of empty fields, and of everybody.
const BESIDES: usize = 2;

/// Why a row is set aside, and the column to blame.
pub(crate) type Refused = (Reason, Option<usize>);

/// The codes that all rows of a file have in common, where no column says them: school from the file name, year and programme from
/// the title or the unnamed label of everybody.
pub(crate) fn common(plan: &Plan, spellings: &mut AllSpellings, file_name: &str) -> Codes {
    let mut codes = [ABSENT; Dim::COUNT];
    let mut set = |dim: Dim, meaning: Meaning| {
        // Without room for the label, every row says so.
        codes[dim.index()] = spellings[dim.index()].add(meaning).unwrap_or(ABSENT);
    };
    if plan.school.or(plan.code).is_none() {
        let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
        set(Dim::School, named(label_key(stem), stem.to_owned()));
    }
    if plan.year.is_none() && !plan.is_wide() {
        set(Dim::Year, of_year(plan.year_in_title));
    }
    if plan.programme_in_title_holds() {
        set(Dim::Programme, plain(Dim::Programme, &plan.programme_in_title));
    }
    codes
}

/// The codes of one row; those of `common` where no column says them.
#[inline]
pub(crate) fn codes(
    record: Record<'_>,
    plan: &Plan,
    spellings: &mut AllSpellings,
    common: &Codes,
    joined: &mut Vec<u8>,
) -> Result<Codes, Refused> {
    let mut codes = *common;
    let too_many = |column: usize| (Reason::TooManyLabels, Some(column));
    if let Some(column) = plan.school.or(plan.code) {
        let schools = &mut spellings[Dim::School.index()];
        codes[Dim::School.index()] = school(record, plan, schools, joined).ok_or_else(|| too_many(column))?;
    }
    if let Some(column) = plan.year {
        let number = spellings[Dim::Year.index()].number(record.field(column), || year(&record.text(column)));
        codes[Dim::Year.index()] = number.ok_or_else(|| too_many(column))?;
    }
    for &(dim, column) in &plan.dims {
        let spellings = &mut spellings[dim.index()];
        // With too many labels a column is none of groups, and is left out in the end: what comes now need not be told apart.
        let is_over = dim.is_limited() && spellings.keys.len() > MOST_GROUPS + BESIDES;
        let has_scores = plan.has_scores && dim == Dim::EntryBand;
        let meaning = || match is_over {
            true if has_scores => of_score(&record.text(column)).unwrap_or_else(unknown),
            true => unknown(),
            false => of_group(dim, &record.text(column), has_scores),
        };
        let number = spellings.number(record.field(column), meaning);
        codes[dim.index()] = number.ok_or_else(|| too_many(column))?;
    }
    Ok(codes)
}

/// Why rows with these codes are set aside, if they are, and by which dimension.
pub(crate) fn aside(codes: &Codes, spellings: &AllSpellings) -> Option<(Reason, Dim)> {
    const FIRST: [Dim; 2] = [Dim::Year, Dim::School];
    let others = Dim::ALL.into_iter().filter(|dim| !FIRST.contains(dim));
    FIRST.into_iter().chain(others).find_map(|dim| {
        let code = codes[dim.index()];
        let reason = if code == ABSENT { None } else { spellings[dim.index()].get(code).aside };
        reason.map(|reason| (reason, dim))
    })
}

fn school(record: Record<'_>, plan: &Plan, schools: &mut Spellings, joined: &mut Vec<u8>) -> Option<u16> {
    let text = |column: Option<usize>| column.map(|column| record.text(column)).unwrap_or_default();
    let meaning = || of_school(&text(plan.code), &text(plan.school));
    let (Some(code), Some(name)) = (plan.code, plan.school) else {
        return schools.number(record.field(plan.school.or(plan.code)?), meaning);
    };
    joined.clear();
    joined.extend_from_slice(record.field(code));
    joined.push(UNIT_SEPARATOR);
    joined.extend_from_slice(record.field(name));
    schools.number(joined, meaning)
}
