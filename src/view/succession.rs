//! Which successions of programmes apply to what is shown of a school.

use crate::data::{Break, Dataset, Dim, Level, Succession, level_of, programme_key, successions};
use crate::query::Selection;

/// For each of these schools, the successions that apply: where all that is shown of the school is the programme that ended, the one
/// that came instead, or both.
pub(crate) fn applying(dataset: &Dataset, selection: &Selection, schools: &[u16]) -> Vec<Vec<Break>> {
    let labels = dataset.labels(Dim::Programme);
    // Totals and tracks are sums of the programmes, so they say nothing of their own.
    let key = |name: &str| matches!(level_of(name), Level::Programme(_)).then(|| programme_key(name));
    let keys: Vec<Option<String>> = labels.iter().map(|label| key(&label.name)).collect();
    let is_named = |known: &Succession| keys.iter().flatten().any(|key| [known.old, known.new].contains(&key.as_str()));
    let known: Vec<Succession> =
        successions().into_iter().filter(|known| is_named(known) && !is_by_attendance(dataset, &keys, known)).collect();
    if known.is_empty() {
        return vec![Vec::new(); schools.len()];
    }
    let of_school = |&school: &u16| -> Vec<Break> {
        let taught = match &selection.programme {
            Some(programme) => std::slice::from_ref(programme),
            None => taught(dataset, school),
        };
        let programmes = || taught.iter().filter_map(|code| keys[usize::from(*code)].as_deref());
        // Of most schools the first programme says no: nothing is gathered of them.
        let covers = |known: &&Succession| {
            programmes().next().is_some() && programmes().all(|name| [known.old, known.new].contains(&name))
        };
        known.iter().filter(covers).map(|known| known.cut.clone()).collect()
    };
    schools.iter().map(of_school).collect()
}

/// Whether the new programme has rows before its first pupils can finish. Such rows are not by result year, and the programmes
/// change little by little.
fn is_by_attendance(dataset: &Dataset, keys: &[Option<String>], known: &Succession) -> bool {
    let (Some(programmes), Some(years)) = (dataset.dimension(Dim::Programme), dataset.dimension(Dim::Year)) else {
        return false;
    };
    let is_new: Vec<bool> = keys.iter().map(|key| key.as_deref() == Some(known.new)).collect();
    let is_early: Vec<bool> =
        years.labels.iter().map(|label| label.year.is_some_and(|year| year < known.cut.first)).collect();
    let mut rows = programmes.codes.iter().zip(&years.codes);
    is_new.contains(&true)
        && rows.any(|(programme, year)| is_new[usize::from(*programme)] && is_early[usize::from(*year)])
}

/// The programme labels of a school's rows.
fn taught(dataset: &Dataset, school: u16) -> &[u16] {
    let programmes = dataset.dimension(Dim::Programme);
    programmes.and_then(|programmes| programmes.codes.get(dataset.entries_of(school))).unwrap_or_default()
}
