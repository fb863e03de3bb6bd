//! How alone pupils are in a file: the sizes of the groups that share all of what the file tells about them besides their results.

use crate::data::{Dataset, Dim, Shape, Value};

/// Sizes of the classes of rows that have the same label in every dimension (k-anonymity, Sweeney 2002). They tell what the *file*
/// gives away; no value of any class is in here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anonymity {
    /// What the classes are divided by: the dimensions that the input names.
    pub by: Vec<Dim>,
    /// Rows of pupils.
    pub rows: u64,
    /// Rows of the smallest class: the k of k-anonymity.
    pub smallest: u64,
    /// Rows in classes of one.
    pub alone: u64,
    /// Rows in classes of fewer than [`Anonymity::FEW`].
    pub few: u64,
    /// Rows in classes of fewer than [`Anonymity::SMALL`].
    pub small: u64,
}

impl Anonymity {
    /// In classes of fewer than this a pupil is alone or nearly so.
    pub const FEW: u64 = 5;
    /// Classes of fewer than this are small: the least that profiles allow to be shown.
    pub const SMALL: u64 = crate::data::Profile::SMALLEST_GROUP as u64;

    /// Of a dataset of pupil rows, whose entries are the classes; `None` for aggregated rows, which are about no single pupil.
    pub fn of(dataset: &Dataset) -> Option<Self> {
        if dataset.shape == Shape::Aggregated {
            return None;
        }
        let is_named = |dim: &Dim| dataset.labels(*dim).iter().any(|label| !label.name.is_empty());
        let sizes = || {
            dataset.pupils.iter().filter_map(|pupils| match pupils.value() {
                Value::Known(count) => count.as_count().filter(|count| *count > 0),
                Value::Within(_) | Value::Missing(_) => None,
            })
        };
        let under = |limit: u64| sizes().filter(|size| *size < limit).sum();
        Some(Self {
            by: dataset.dimensions.iter().map(|dimension| dimension.dim).filter(is_named).collect(),
            rows: sizes().sum(),
            smallest: sizes().min()?,
            alone: under(2),
            few: under(Self::FEW),
            small: under(Self::SMALL),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::fixture;

    fn of(csv: &str) -> Option<Anonymity> {
        Anonymity::of(&fixture::dataset(csv))
    }

    #[test]
    fn classes_are_rows_that_say_the_same_besides_the_results() {
        let mut csv = "Läsår;Skola;Kön;Närvaro\n2023/24;A;K;80\n".to_owned();
        for (gender, pupils) in [("M", 4), ("X", 9), ("Y", 12)] {
            csv.extend((0..pupils).map(|pupil| format!("2023/24;B;{gender};{}\n", 70 + pupil)));
        }
        let found = of(&csv).expect("pupil rows");
        assert_eq!(found.by, [Dim::School, Dim::Year, Dim::Gender]);
        assert_eq!((found.rows, found.smallest), (26, 1));
        assert_eq!((found.alone, found.few, found.small), (1, 5, 14));
    }

    #[test]
    fn aggregated_rows_are_about_no_single_pupil() {
        let csv = "Läsår;Skola;Antal elever;Närvaro\n2023/24;A;40;80,5\n2023/24;B;4;70\n";
        assert_eq!(of(csv), None);
    }
}
