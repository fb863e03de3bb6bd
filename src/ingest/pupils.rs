//! Pupils who have several rows.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher, Hash, Hasher};

use crate::ingest::reason::Reason;

/// The pupils met so far, as pseudonyms: hashes of what tells them apart, together with school and school year. They are forgotten when
/// the import is over, and cannot be turned back into what was hashed other than by trying.
#[derive(Debug, Default)]
pub(crate) struct Pupils {
    of_earlier_files: HashMap<u64, u32, BuildHasherDefault<AsItIs>>,
    of_file: HashMap<u64, u32, BuildHasherDefault<AsItIs>>,
}

/// Pseudonyms are hashes already.
#[derive(Debug, Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {}

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

impl Pupils {
    /// Remembers a pupil's row; why it is set aside, if that pupil has one already: as [`Reason::Twin`] where it says the same.
    pub(crate) fn meet(&mut self, pupil: impl Hash, contents: impl Hash) -> Option<Reason> {
        let key = hash(pupil);
        #[expect(clippy::cast_possible_truncation, reason = "half of a hash is a shorter hash")]
        let contents = hash(contents) as u32;
        let known = self.of_earlier_files.get(&key).or_else(|| self.of_file.get(&key));
        if let Some(earlier) = known {
            return Some(if *earlier == contents { Reason::Twin } else { Reason::PupilTwice });
        }
        self.of_file.insert(key, contents);
        None
    }

    /// Ends a file. The pupils of one that is not used are forgotten.
    pub(crate) fn end_file(&mut self, is_used: bool) {
        let of_file = std::mem::take(&mut self.of_file);
        if is_used && self.of_earlier_files.is_empty() {
            self.of_earlier_files = of_file;
        } else if is_used {
            self.of_earlier_files.extend(of_file);
        }
    }
}

fn hash(value: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}
