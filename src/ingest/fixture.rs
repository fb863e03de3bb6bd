//! Files for the unit tests of other modules.

use super::{Importer, Ingested};
use crate::data::{Dataset, Profile};

/// Files by name, together.
pub(crate) fn read_all(files: &[(&str, &str)], profile: Option<Profile>) -> Ingested {
    let mut importer = Importer::new(profile);
    for (name, csv) in files {
        importer.begin_file(name);
        importer.push(csv.as_bytes());
    }
    importer.finish()
}

/// One file with this text.
pub(crate) fn read(csv: &str, profile: Option<Profile>) -> Ingested {
    read_all(&[("a.csv", csv)], profile)
}

/// The data of it.
pub(crate) fn dataset(csv: &str) -> Dataset {
    read(csv, None).dataset.expect("a dataset")
}
