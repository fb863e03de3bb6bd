//! School years put together: what one to three years are called, which of them share a year, and which come just before others.

use crate::data::{Break, Dataset, Dim, Indicator, Lang, SchoolYear};
use crate::query::Selection;

/// The school year of a label.
pub(crate) fn year_of(dataset: &Dataset, label: u16) -> Option<SchoolYear> {
    dataset.labels(Dim::Year).get(usize::from(label))?.year
}

/// The label of a school year.
fn label_of(dataset: &Dataset, year: SchoolYear) -> Option<u16> {
    let place = dataset.labels(Dim::Year).iter().position(|label| label.year == Some(year))?;
    u16::try_from(place).ok()
}

/// First and last of the school years that are put together to the one with this label.
pub(crate) fn ends(dataset: &Dataset, selection: &Selection, label: u16) -> Option<(SchoolYear, SchoolYear)> {
    let last = year_of(dataset, label)?;
    Some((earlier(last, selection.pooled), last))
}

fn earlier(year: SchoolYear, years: u8) -> SchoolYear {
    (0..years).fold(year, |year, _| year.previous())
}

/// Whether the dataset has every one of them.
pub fn is_whole(dataset: &Dataset, selection: &Selection, label: u16) -> bool {
    selection.pooled == 0
        || year_of(dataset, label)
            .is_some_and(|last| (0..=selection.pooled).all(|back| label_of(dataset, earlier(last, back)).is_some()))
}

/// Whether two of them share a year.
pub(crate) fn overlap(dataset: &Dataset, selection: &Selection, one: u16, other: u16) -> bool {
    match (ends(dataset, selection, one), ends(dataset, selection, other)) {
        (Some(one), Some(other)) => one.0 <= other.1 && other.0 <= one.1,
        _ => one == other,
    }
}

/// The label of those that end just before these begin, where the dataset has it.
pub(crate) fn before(dataset: &Dataset, selection: &Selection, label: u16) -> Option<u16> {
    label_of(dataset, ends(dataset, selection, label)?.0.previous())
}

/// Their name: `2021/22–2023/24`, or that of the one year.
pub fn name(dataset: &Dataset, selection: &Selection, label: u16) -> String {
    match ends(dataset, selection, label) {
        Some((first, last)) if first != last => spanned(first, last),
        _ => dataset.name(Dim::Year, label).to_owned(),
    }
}

/// The name of those just before, whether or not the dataset has them.
pub(crate) fn name_before(dataset: &Dataset, selection: &Selection, label: u16) -> Option<String> {
    let last = ends(dataset, selection, label)?.0.previous();
    let first = earlier(last, selection.pooled);
    Some(if first == last { last.to_string() } else { spanned(first, last) })
}

fn spanned(first: SchoolYear, last: SchoolYear) -> String {
    format!("{first}–{last}")
}

/// The same for narrow axes: `21/22–23/24`.
pub(crate) fn short(dataset: &Dataset, selection: &Selection, label: u16) -> Option<String> {
    let (first, last) = ends(dataset, selection, label)?;
    Some(if first == last { last.short() } else { format!("{}–{}", first.short(), last.short()) })
}

/// `tre läsår tillsammans`; nothing for single years.
pub fn together(pooled: u8, lang: Lang) -> Option<&'static str> {
    match pooled {
        0 => None,
        1 => Some(lang.pick("två läsår tillsammans", "two school years together")),
        _ => Some(lang.pick("tre läsår tillsammans", "three school years together")),
    }
}

/// The same after a comma, or nothing.
pub(crate) fn and_together(pooled: u8, lang: Lang) -> String {
    together(pooled, lang).map_or(String::new(), |words| format!(", {words}"))
}

/// What they are compared with: `året innan`, `de tre läsåren innan`.
pub(crate) fn the_before(pooled: u8, lang: Lang) -> &'static str {
    match pooled {
        0 => lang.pick("året innan", "the year before"),
        1 => lang.pick("de två läsåren innan", "the two school years before"),
        _ => lang.pick("de tre läsåren innan", "the three school years before"),
    }
}

/// What stands in place of a value of years that are on both sides of a break.
pub(crate) fn not_together(lang: Lang) -> &'static str {
    lang.pick("går inte att slå ihop", "cannot be put together")
}

/// What a value of several years is. `rolling` where neighbours share years.
pub(crate) fn note(pooled: u8, rolling: bool, lang: Lang) -> Option<String> {
    let years = match pooled {
        0 => return None,
        1 => lang.pick("två läsår", "two school years"),
        _ => lang.pick("tre läsår", "three school years"),
    };
    let sure = match lang {
        Lang::Sv => format!("Varje värde är {years} tillsammans: alla elever i dem räknas som en grupp."),
        Lang::En => format!("Each value is {years} together: all pupils in them count as one group."),
    };
    let shared = lang.pick(
        " Värden bredvid varandra delar läsår, så bara läsår som inte överlappar jämförs.",
        " Neighbouring values share school years, so only those that do not overlap are compared.",
    );
    Some(if rolling { sure + shared } else { sure })
}

/// Whether the years that are put together to this one lie on both sides of a break of the indicator, or of the school's own.
pub(crate) fn splits(
    dataset: &Dataset,
    selection: &Selection,
    (about, own): (&Indicator, &[Break]),
    year: u16,
) -> bool {
    let ends = ends(dataset, selection, year);
    ends.is_some_and(|(first, last)| about.breaks.iter().chain(own).any(|cut| cut.lies_between(first, last)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::fixture;

    #[test]
    fn years_are_put_together_where_they_are_all_there() {
        let rows = [2015, 2017, 2018, 2019, 2020].map(|year| format!("{year}/{};A;80\n", year % 100 + 1)).concat();
        let data = fixture::dataset(&format!("Läsår;Skola;Närvaro\n{rows}"));
        let of = |pooled: u8| Selection { pooled, ..Selection::first(&data) };
        assert_eq!(name(&data, &of(0), 4), "2020/21");
        assert_eq!(name(&data, &of(2), 4), "2018/19–2020/21");
        assert_eq!(short(&data, &of(1), 4).as_deref(), Some("19/20–20/21"));
        let whole = |pooled| (0..5).filter(|&label| is_whole(&data, &of(pooled), label)).collect::<Vec<u16>>();
        assert_eq!([whole(0), whole(1), whole(2)], [vec![0, 1, 2, 3, 4], vec![2, 3, 4], vec![3, 4]]);
        assert_eq!((before(&data, &of(0), 1), before(&data, &of(1), 4)), (None, Some(2)));
        assert_eq!(name_before(&data, &of(2), 4).as_deref(), Some("2015/16–2017/18"));
        assert!(overlap(&data, &of(1), 3, 4) && !overlap(&data, &of(1), 2, 4) && !overlap(&data, &of(0), 3, 4));
    }
}
