//! Aggregated rows that contain other rows, and are never added to their parts.

use crate::data::{Dataset, Dim, Dimension, Level, Shape};

/// Of the rows asked for, keeps those that share no pupils with a wider one with which they would be added together: rows of the same school
/// and year, and of the same label in each dimension that `apart` keeps apart.
pub(crate) fn keep(dataset: &Dataset, apart: &[Dim], asked: &mut [bool]) {
    if dataset.shape == Shape::PupilRows {
        return;
    }
    let cover = Cover::new(dataset);
    let mut same: Vec<Dim> = vec![Dim::School, Dim::Year];
    same.extend(apart.iter().filter(|dim| !same.contains(dim)).copied().collect::<Vec<_>>());
    let dimensions: Vec<&Dimension> = same.iter().filter_map(|dim| dataset.dimension(*dim)).collect();
    let key = |row: usize| dimensions.iter().map(|dimension| dimension.codes[row]).collect::<Vec<u16>>();
    let mut rows: Vec<(Vec<u16>, usize)> =
        (0..asked.len()).filter(|&row| asked[row]).map(|row| (key(row), row)).collect();
    rows.sort_unstable();
    for together in rows.chunk_by(|a, b| a.0 == b.0) {
        for (_, row) in together {
            asked[*row] = !together.iter().any(|(_, other)| cover.takes_precedence(*other, *row));
        }
    }
}

/// How much of a school and year each row covers.
struct Cover<'a> {
    programmes: Option<&'a Dimension>,
    genders: Option<&'a Dimension>,
}

impl<'a> Cover<'a> {
    fn new(dataset: &'a Dataset) -> Self {
        Self { programmes: dataset.dimension(Dim::Programme), genders: dataset.dimension(Dim::Gender) }
    }

    /// Whether rows `a` and `b` have pupils in common and `a` is the one to keep: that of the wider programme label, or of the
    /// wider gender label where the programmes are the same.
    fn takes_precedence(&self, a: usize, b: usize) -> bool {
        let (programme_wider, programme_narrower, programme_same) = compare(self.programmes, a, b);
        let (gender_wider, gender_narrower, gender_same) = compare(self.genders, a, b);
        let in_common = gender_wider || gender_narrower || gender_same;
        (programme_wider && in_common) || (programme_same && !programme_narrower && gender_wider)
    }
}

/// Whether the label of `a` is wider than that of `b`, narrower, or the same.
fn compare(dimension: Option<&Dimension>, a: usize, b: usize) -> (bool, bool, bool) {
    let Some(dimension) = dimension else { return (false, false, true) };
    let level =
        |row: usize| dimension.labels[usize::from(dimension.codes[row])].level.unwrap_or(Level::Programme(None));
    let same = dimension.codes[a] == dimension.codes[b];
    (!same && level(a).contains(level(b)), !same && level(b).contains(level(a)), same)
}
