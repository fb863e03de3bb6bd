//! Holds every group against the native importer's: the same groups, the same numbers of pupils, the same means to 1e-9.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use indicator_explorer::data::{Dataset, Dim};
use indicator_explorer::ingest::Importer;
use indicator_explorer::query::{Filter, group};
use serde_json::Value;

use crate::Outcome;

/// Schools that are put in focus one after the other.
pub(crate) const SCHOOLS: [&str; 3] = ["Skola 31", "Skola 22", "Skola 40"];
/// The last läsår of the file.
pub(crate) const YEAR: &str = "2023/24";
const TOLERANCE: f64 = 1e-9;

/// What the contestants have to find.
pub(crate) struct Expected {
    /// Rows of the file.
    pub(crate) rows: u64,
    /// School × läsår.
    pub(crate) schools: Groups,
    /// Programme × läsår.
    pub(crate) programmes: Groups,
    /// Läsår of each of [`SCHOOLS`].
    pub(crate) school: Vec<Groups>,
}

/// The labels of each group, with the number and mean of each indicator.
pub(crate) struct Groups(BTreeMap<Vec<String>, Vec<(u64, Option<f64>)>>);

impl Expected {
    /// Reads the file natively.
    pub(crate) fn of(path: &Path) -> Outcome<Self> {
        let dataset = read(path)?;
        let all = Filter::all();
        let of_school = |name: &str| {
            let school = dataset.dimension(Dim::School).and_then(|dimension| dimension.find(name));
            let only = Filter::all().with(Dim::School, school);
            Groups::of(&dataset, &only, &[Dim::Year])
        };
        Ok(Self {
            rows: dataset.rows,
            schools: Groups::of(&dataset, &all, &[Dim::School, Dim::Year]),
            programmes: Groups::of(&dataset, &all, &[Dim::Programme, Dim::Year]),
            school: SCHOOLS.iter().map(|name| of_school(name)).collect(),
        })
    }

    /// Pupils with a value for the first indicator, närvaro.
    pub(crate) fn attendance(&self, school: &str, year: &str) -> Option<u64> {
        Some(self.schools.0.get(&vec![school.to_owned(), year.to_owned()])?.first()?.0)
    }
}

fn read(path: &Path) -> Outcome<Dataset> {
    let mut importer = Importer::new(None);
    importer.begin_file(&path.file_name().unwrap_or_default().to_string_lossy());
    let mut file = File::open(path)?;
    let mut buffer = vec![0; 1 << 20];
    loop {
        match file.read(&mut buffer)? {
            0 => break,
            read => importer.push(&buffer[..read]),
        }
    }
    let dataset = importer.finish().dataset.ok_or("the native importer finds no rows")?;
    Ok(Dataset::clone(&dataset))
}

impl Groups {
    fn of(dataset: &Dataset, filter: &Filter, by: &[Dim]) -> Self {
        let found = group(dataset, filter, by);
        let labels = |key: &[u16]| by.iter().zip(key).map(|(dim, code)| dataset.name(*dim, *code).to_owned()).collect();
        let named = found.groups.iter().map(|(key, group)| {
            let cells = group.cells.iter().map(|cell| (cell.pupils(), cell.mean())).collect();
            (labels(key), cells)
        });
        Self(named.collect())
    }

    /// Fails with the first difference from an answer `[[label, …], [n, mean, n, mean, n, mean]]`.
    pub(crate) fn holds(&self, answer: &Value) -> Outcome<()> {
        let rows = answer.as_array().ok_or("the answer is no list of groups")?;
        if rows.len() != self.0.len() {
            return Err(format!("{} groups instead of {}", rows.len(), self.0.len()).into());
        }
        for row in rows {
            let labels: Vec<String> = serde_json::from_value(row[0].clone())?;
            let expected = self.0.get(&labels).ok_or_else(|| format!("there is no group {labels:?}"))?;
            for (place, (pupils, mean)) in expected.iter().enumerate() {
                let (found, found_mean) = (&row[1][2 * place], &row[1][2 * place + 1]);
                let same = found.as_f64() == Some(*pupils as f64)
                    && match (mean, found_mean.as_f64()) {
                        (Some(mean), Some(found)) => (mean - found).abs() <= TOLERANCE,
                        (mean, found) => mean.is_none() && found.is_none(),
                    };
                if !same {
                    return Err(format!("{labels:?}: {found} and {found_mean} instead of {pupils} and {mean:?}").into());
                }
            }
        }
        Ok(())
    }
}
