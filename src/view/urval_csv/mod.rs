//! Everything of a urval as a CSV file, one value per line: for those who go on in another program.
//!
//! | module | what it makes |
//! | --- | --- |
//! | `lines` | which values there are: whole schools, and the groups of a column within them |
//! | `fields` | the fields of a line |

mod fields;
mod lines;

use crate::data::{Dim, Lang};
use crate::disclose::Protected;
use crate::query::Selection;
use crate::view::csv_file::csv_file;
use crate::view::grid::Grid;
use crate::view::{breaks, groups, notes, window};

pub(crate) use lines::{Line, lines};

/// Chosen schools × chosen school years × all indicators: of whole schools, or of one programme, and where `split` is a column of groups,
/// of each of its groups, too. `above` names the urval, `source` the files. A value that is not shown is an empty field, with a remark
/// that says why.
pub fn urval_csv(
    dataset: &Protected,
    selection: &Selection,
    split: Option<Dim>,
    above: &str,
    source: &str,
    lang: Lang,
) -> Vec<u8> {
    let asked = selection;
    let selection = &asked_of(asked, split);
    let grid = Grid::new(dataset, selection);
    let found = lines(dataset, &grid, split, lang);
    let mut out = vec![fields::header(dataset, split, lang)];
    out.extend(found.iter().map(|line| fields::fields(dataset, selection, line, split.is_some(), lang)));
    out.extend([String::new(), above.to_owned()].map(|line| vec![line]));
    let mut notes = if split.is_some() { groups::not_here(asked, lang) } else { Vec::new() };
    notes.extend(footnotes(dataset, &grid, &found, source, lang));
    out.extend(notes.into_iter().map(|line| vec![line]));
    csv_file(out)
}

/// What of a urval a file has. Of groups there is less than of schools: see [`groups::asked`].
pub(crate) fn asked_of(selection: &Selection, split: Option<Dim>) -> Selection {
    if split.is_some() { groups::asked(selection) } else { selection.clone() }
}

/// What each indicator is, what changed, what is withheld, source.
fn footnotes(dataset: &Protected, grid: &Grid, lines: &[Line], source: &str, lang: Lang) -> Vec<String> {
    let all = 0..dataset.profile.indicators.len();
    let mut found: Vec<String> = Vec::new();
    for (index, about) in dataset.profile.indicators.iter().enumerate() {
        found.push(format!("{}: {}", about.name.get(lang), about.definition.get(lang)));
        for note in breaks::notes(dataset, grid, index, lang) {
            if !found.contains(&note) {
                found.push(note);
            }
        }
    }
    let partial = lines.iter().filter(|line| line.spot.value.shown().is_some() && line.spot.is_partial()).count();
    found.extend(notes::hidden(&mut lines.iter().map(|line| line.spot.value.state()), partial, lang));
    found.extend(notes::no_spread(dataset, (grid, &grid.years), all, lang));
    found.extend(window::note(grid.selection.pooled, grid.years.len() > 1, lang));
    found.push(notes::source(dataset, source, lang));
    found
}
