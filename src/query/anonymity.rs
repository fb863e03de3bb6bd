//! How alone pupils are in a file: the sizes of the groups that share all of what the file tells about them besides their results.

use crate::data::{Dataset, Dim, Shape, Value};

/// Sizes of the classes of rows that have the same label in every dimension (k-anonymity, Sweeney 2002). They tell what the *file*
/// gives away; no value of any class is in here. A class may be a group whose number of pupils is withheld: see [`Anonymity::told`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anonymity {
    /// What the classes are divided by: the dimensions that the input names.
    pub by: Vec<Dim>,
    /// Rows of pupils.
    pub rows: u64,
    /// Rows of each class.
    sizes: Vec<u64>,
}

/// Of fewer small classes than this nothing is said but that there are some.
const MANY: u64 = 20;

impl Anonymity {
    /// Of a dataset of pupil rows, whose entries are the classes; `None` for aggregated rows, which are about no single pupil.
    pub fn of(dataset: &Dataset) -> Option<Self> {
        if dataset.shape == Shape::Aggregated {
            return None;
        }
        let is_named = |dim: &Dim| dataset.labels(*dim).iter().any(|label| !label.name.is_empty());
        let size = |pupils: Value| match pupils {
            Value::Known(count) => count.as_count().filter(|count| *count > 0),
            Value::Within(_) | Value::Missing(_) => None,
        };
        let sizes: Vec<u64> = dataset.pupils.iter().filter_map(|pupils| size(pupils.value())).collect();
        Some(Self {
            by: dataset.dimensions.iter().map(|dimension| dimension.dim).filter(is_named).collect(),
            rows: sizes.iter().sum(),
            sizes,
        })
        .filter(|found| found.rows > 0)
    }

    /// How many classes have fewer rows than `limit`, and how many rows those have.
    fn under(&self, limit: u64) -> (u64, u64) {
        let small = self.sizes.iter().filter(|size| **size < limit);
        small.fold((0, 0), |(classes, rows), size| (classes + 1, rows + size))
    }

    /// Whether there are classes of fewer rows than `limit`.
    pub fn has_under(&self, limit: u64) -> bool {
        self.under(limit).0 > 0
    }

    /// Which tenth of all rows is in classes of fewer rows than `limit`: 0 of less than ten per cent, 9 of ninety and more; `None`
    /// where that could tell how small they are. It could of few classes, and where it leaves one of them less than all sizes below
    /// `limit` when the others can have any.
    pub fn told(&self, limit: u64) -> Option<u64> {
        let (classes, rows) = self.under(limit);
        let tenth = (rows * 10 / self.rows).min(9);
        let (least, most) = ((tenth * self.rows).div_ceil(10), ((tenth + 1) * self.rows).div_ceil(10) - 1);
        let others = classes.saturating_sub(1);
        let is_open = least <= 1 + others * (limit - 1) && most >= others + limit - 1;
        (classes >= MANY && is_open).then_some(tenth)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::fixture;

    fn of(csv: &str) -> Option<Anonymity> {
        Anonymity::of(&fixture::dataset(csv))
    }

    fn file(sizes: &[u64]) -> String {
        let mut csv = "Läsår;Skola;Kön;Närvaro\n".to_owned();
        for (class, pupils) in sizes.iter().enumerate() {
            (0..*pupils).for_each(|pupil| csv.extend([format!("2023/24;Skola {class};M;{}\n", 70 + pupil % 30)]));
        }
        csv
    }

    #[test]
    fn classes_are_rows_that_say_the_same_besides_the_results() {
        let mut csv = "Läsår;Skola;Kön;Närvaro\n2023/24;A;K;80\n".to_owned();
        for (gender, pupils) in [("M", 4), ("X", 9), ("Y", 12)] {
            csv.extend((0..pupils).map(|pupil| format!("2023/24;B;{gender};{}\n", 70 + pupil)));
        }
        let found = of(&csv).expect("pupil rows");
        assert_eq!(found.by, [Dim::School, Dim::Year, Dim::Gender]);
        assert_eq!(found.rows, 26);
        let under = [1, 2, 5, 10, 13].map(|limit| found.under(limit));
        assert_eq!(under, [(0, 0), (1, 1), (2, 5), (3, 14), (4, 26)]);
    }

    /// One class of seven pupils among large ones is a group whose number is withheld: of seven rows in small classes it is read off.
    #[test]
    fn how_small_few_classes_are_is_not_told() {
        for sizes in [&[40, 25, 7][..], &[40, 3, 4, 30, 35]] {
            let found = of(&file(sizes)).expect("pupil rows");
            assert!(found.has_under(10));
            assert_eq!(found.told(10), None, "{sizes:?}");
        }
        // All nine, or all one, is no less told of many.
        assert_eq!(of(&file(&[&[9; 20][..], &[20]].concat())).expect("rows").told(10), None);
        let found = |ones: usize, large: u64| of(&file(&[&vec![1; ones][..], &[large]].concat())).expect("rows");
        assert_eq!(found(20, 100).told(10), None, "at most 23 rows: none of them has nine");
        assert_eq!(found(30, 190).told(10), Some(1));
        assert_eq!(found(20, 2_000).told(10), Some(0));
        assert_eq!(found(40, 360).told(10), Some(1), "40 to 79 of 400 rows");
    }

    #[test]
    fn aggregated_rows_are_about_no_single_pupil() {
        let csv = "Läsår;Skola;Antal elever;Närvaro\n2023/24;A;40;80,5\n2023/24;B;4;70\n";
        assert_eq!(of(csv), None);
    }
}
