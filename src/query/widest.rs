//! Aggregated rows that contain other rows, and are never added to their parts.

use crate::data::{Dataset, Dim, Dimension, Level, Shape, sort_by};

/// Of the rows asked for, keeps those that share no pupils with a wider one to which they would be added: rows of the same school
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
    sort_by(&mut rows, Ord::cmp);
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
        match (compare(self.programmes, a, b), compare(self.genders, a, b)) {
            (_, Relation::Apart) => false,
            (Relation::Wider, _) | (Relation::Same, Relation::Wider) => true,
            _ => false,
        }
    }
}

/// How one label stands to another.
enum Relation {
    Same,
    Wider,
    Narrower,
    /// No pupil is under both.
    Apart,
}

/// How the label of row `a` stands to that of row `b`. Without the dimension both are about everybody.
fn compare(dimension: Option<&Dimension>, a: usize, b: usize) -> Relation {
    let Some(dimension) = dimension else { return Relation::Same };
    let code = |row: usize| dimension.codes[row];
    let level = |row: usize| dimension.labels[usize::from(code(row))].level.unwrap_or(Level::Programme(None));
    match () {
        () if code(a) == code(b) => Relation::Same,
        () if level(a).contains(level(b)) => Relation::Wider,
        () if level(b).contains(level(a)) => Relation::Narrower,
        () => Relation::Apart,
    }
}
