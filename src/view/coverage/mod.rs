//! Schools × school years: how many pupils, how that changed, and what stands out.
//!
//! | module | what it does |
//! | --- | --- |
//! | `spots` | every school in every school year, through the disclosure rule |
//! | `remarks` | what stands out, and by how much |
//! | `words` | the sentences |

mod remarks;
mod spots;
mod words;

use self::remarks::{Remark, remarks};
use self::spots::Spots;
use crate::data::Lang;
use crate::disclose::Protected;
use crate::view::format::count;
use crate::view::panel::{Folded, List, Panel};
use crate::view::screen::{Number, Table, TableCell, TableRow};
use crate::view::table_csv::table_csv;

/// Schools that are listed; the file has all.
const LISTED: usize = 30;
/// Remarks that are listed; the file has all.
const REMARKED: usize = 60;
/// Tables of at most so many schools are open from the start.
const OPEN: usize = 12;

/// Adds the dataset up by school and school year, and says what stands out.
pub fn coverage(dataset: &Protected, lang: Lang) -> Panel {
    let spots = Spots::of(dataset);
    let found = remarks(&spots);
    let marks = marks(&spots, &found);
    let (remarked, others): (Vec<usize>, Vec<usize>) =
        (0..spots.schools()).partition(|school| marks[*school].iter().any(|mark| mark.is_set()));
    let schools: Vec<usize> = remarked.into_iter().chain(others).take(LISTED).collect();
    let years = 0..spots.years();
    let cells =
        schools.iter().enumerate().flat_map(|(row, school)| years.clone().map(move |year| (row, *school, year)));
    let to_check = List::of(
        lang.pick("Att kontrollera", "To check"),
        found.iter().take(REMARKED).map(|remark| words::remark(&spots, remark, lang)).collect(),
    );
    let more_remarks = more(found.len().min(REMARKED), found.len(), lang);
    Panel {
        id: "h-tackning",
        heading: lang.pick("Skolor och läsår", "Schools and school years").to_owned(),
        say: words::lead(&spots, &found, lang),
        lists: to_check.into_iter().map(|list| List { more: more_remarks.clone(), ..list }).collect(),
        table: Some(Folded {
            table: table(&spots, &marks, &schools, lang),
            marked: cells
                .filter(|(_, school, year)| marks[*school][*year].is_set())
                .map(|(row, _, year)| (row, year + 1))
                .collect(),
            open: spots.schools() <= OPEN,
            more: more_schools(schools.len(), spots.schools(), lang),
        }),
        ..Panel::default()
    }
}

/// The whole table, with the remarks below it, as a file; and the table itself, as it stands there.
pub fn coverage_csv(dataset: &Protected, source: &str, lang: Lang) -> (Vec<u8>, Table) {
    let spots = Spots::of(dataset);
    let found = remarks(&spots);
    let schools: Vec<usize> = (0..spots.schools()).collect();
    let table = table(&spots, &marks(&spots, &found), &schools, lang);
    let mut notes = vec![words::lead(&spots, &found, lang)];
    notes.extend(found.iter().map(|remark| words::remark(&spots, remark, lang)));
    notes.push(crate::view::notes::source(dataset, source, lang));
    let file = table_csv(
        &table,
        &table.caption,
        &notes,
        lang.pick("ändring sedan året innan", "change since the year before"),
    );
    (file, table)
}

/// Everything that stands out, in sentences.
pub(crate) fn all_remarks(dataset: &Protected, lang: Lang) -> Vec<String> {
    let spots = Spots::of(dataset);
    remarks(&spots).iter().map(|remark| words::remark(&spots, remark, lang)).collect()
}

/// `Visar 30 av 1 312. Filen har alla.`
fn more(listed: usize, all: usize, lang: Lang) -> String {
    let (shown, total) = (count(listed as u64, lang), count(all as u64, lang));
    match lang {
        _ if listed == all => String::new(),
        Lang::Sv => format!("Visar {shown} av {total}. CSV-filen har alla."),
        Lang::En => format!("Showing {shown} of {total}. The CSV file has all."),
    }
}

/// The same of schools, with the order in which they stand.
fn more_schools(listed: usize, all: usize, lang: Lang) -> String {
    let order =
        lang.pick("Skolor med något att kontrollera står först.", "Schools with something to check come first.");
    if listed == all { String::new() } else { format!("{} {order}", more(listed, all, lang)) }
}

/// What there are remarks about, of a school in a school year.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    pupils: bool,
    values: bool,
}

impl Mark {
    fn is_set(self) -> bool {
        self.pupils || self.values
    }

    /// `kontrollera antalet`
    fn words(self, lang: Lang) -> Option<&'static str> {
        match (self.pupils, self.values) {
            (false, false) => None,
            (true, false) => Some(lang.pick("kontrollera antalet", "check the number")),
            (false, true) => Some(lang.pick("kontrollera värdet", "check the value")),
            (true, true) => Some(lang.pick("kontrollera antalet och värdet", "check the number and the value")),
        }
    }
}

/// By school and year, what there are remarks about.
fn marks(spots: &Spots, found: &[Remark]) -> Vec<Vec<Mark>> {
    let mut marks = vec![vec![Mark::default(); spots.years()]; spots.schools()];
    for remark in found {
        let is_value = remark.what.is_of_value();
        for year in remark.what.years() {
            let mark = &mut marks[remark.school][*year];
            *mark = Mark { pupils: mark.pupils || !is_value, values: mark.values || is_value };
        }
    }
    marks
}

fn table(spots: &Spots, marks: &[Vec<Mark>], schools: &[usize], lang: Lang) -> Table {
    let heading = lang.pick("Skola", "School").to_owned();
    let years = (0..spots.years()).map(|year| words::year_name(spots, year, lang));
    let cell = |school: usize, year: usize| cell(spots, (school, year), marks[school][year], lang);
    let row = |school: &usize| TableRow {
        heading: words::school_name(spots, *school, lang),
        focus: false,
        cells: (0..spots.years()).map(|year| cell(*school, year)).collect(),
    };
    Table {
        caption: lang
            .pick(
                "Antal elever per skola och läsår, och ändring sedan läsåret innan",
                "Number of pupils per school and school year, and the change since the year before",
            )
            .to_owned(),
        columns: std::iter::once(heading).chain(years).collect(),
        breaks: Vec::new(),
        rows: schools.iter().map(row).collect(),
    }
}

fn cell(spots: &Spots, (school, year): (usize, usize), mark: Mark, lang: Lang) -> TableCell {
    let missing = || Number::Missing(crate::view::words::missing(lang).to_owned());
    let number = match spots.get(school, year).map(|spot| spot.pupils.get()) {
        Some(Ok(pupils)) => Number::Shown(count(pupils, lang)),
        Some(Err(Some(why))) => Number::Withheld(crate::view::words::withheld(why, lang)),
        Some(Err(None)) | None => missing(),
    };
    let partial = spots.get(school, year).is_some_and(|spot| spot.partial && spot.pupils.get().is_ok());
    let notes = [
        spots.change(school, year).map(|change| words::change(change, lang)),
        partial.then(|| lang.pick("en del är dold i källan", "the source withholds a part").to_owned()),
        mark.words(lang).map(str::to_owned),
    ];
    TableCell { number, sub: notes.into_iter().flatten().collect::<Vec<_>>().join(", ") }
}

#[cfg(test)]
mod tests;
