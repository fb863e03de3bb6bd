//! Aggregated rows that contain other rows, and are never added to their parts.

use crate::data::{Dataset, Dim, Dimension, Level, Shape, is_total};

/// Of the rows asked for, keeps those that no other row contains with which they would be added together: rows of the same school
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
            asked[*row] = !together.iter().any(|(_, other)| cover.contains(*other, *row));
        }
    }
}

/// How much of a school and year each row covers.
struct Cover<'a> {
    programmes: Option<&'a Dimension>,
    genders: Option<&'a Dimension>,
    /// For each gender label, whether it means all pupils.
    gender_total: Vec<bool>,
}

impl<'a> Cover<'a> {
    fn new(dataset: &'a Dataset) -> Self {
        let genders = dataset.dimension(Dim::Gender);
        let total = |genders: &Dimension| {
            genders.labels.iter().map(|label| label.name.is_empty() || is_total(&label.name)).collect()
        };
        Self { programmes: dataset.dimension(Dim::Programme), genders, gender_total: genders.map_or(Vec::new(), total) }
    }

    /// Whether row `a` contains row `b`: it covers more programmes or more genders, and not fewer of either.
    fn contains(&self, a: usize, b: usize) -> bool {
        let (programme_wider, programme_same) = self.programmes.map_or((false, true), |programmes| {
            let level = |row: usize| {
                programmes.labels[usize::from(programmes.codes[row])].level.unwrap_or(Level::Programme(None))
            };
            (level(a).contains(level(b)), programmes.codes[a] == programmes.codes[b])
        });
        let (gender_wider, gender_same) = self.genders.map_or((false, true), |genders| {
            let total = |row: usize| self.gender_total[usize::from(genders.codes[row])];
            (total(a) && !total(b), genders.codes[a] == genders.codes[b] || (total(a) && total(b)))
        });
        (programme_wider && (gender_wider || gender_same)) || (programme_same && gender_wider)
    }
}
