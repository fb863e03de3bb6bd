//! Distinct labels of one column, gathered while rows stream by.

use std::collections::HashMap;

use crate::data::SchoolYear;

/// One way in which a label is written.
#[derive(Clone, Debug)]
pub(crate) struct Variant {
    /// The label that it stands for.
    pub(crate) label: u16,
    /// As shown.
    pub(crate) name: String,
    /// Rows that write it so.
    pub(crate) rows: u64,
    /// Latest school year in which it is written so.
    pub(crate) latest: Option<SchoolYear>,
}

/// Gives each distinct label a number. The same bytes as on the row before cost one comparison.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    raw: HashMap<Box<[u8]>, usize>,
    by_key: HashMap<String, u16>,
    /// Keys by label number.
    pub(crate) keys: Vec<String>,
    /// Every spelling met.
    pub(crate) variants: Vec<Variant>,
    last: Option<(Vec<u8>, usize)>,
}

impl Interner {
    /// The label of `raw`, whose key and name `describe` tells when the bytes are new. `None` when there are too many labels.
    pub(crate) fn intern(
        &mut self,
        raw: &[u8],
        year: Option<SchoolYear>,
        describe: impl FnOnce(&str) -> (String, String),
    ) -> Option<u16> {
        let variant = match &self.last {
            Some((bytes, variant)) if bytes == raw => *variant,
            _ => {
                let variant = match self.raw.get(raw) {
                    Some(&known) => known,
                    None => self.insert(raw, describe)?,
                };
                let (bytes, last) = self.last.get_or_insert_with(Default::default);
                bytes.clear();
                bytes.extend_from_slice(raw);
                *last = variant;
                variant
            }
        };
        let variant = &mut self.variants[variant];
        variant.rows += 1;
        variant.latest = variant.latest.max(year);
        Some(variant.label)
    }

    fn insert(&mut self, raw: &[u8], describe: impl FnOnce(&str) -> (String, String)) -> Option<usize> {
        let (key, name) = describe(&String::from_utf8_lossy(raw));
        let next = u16::try_from(self.keys.len()).ok();
        let label = if let Some(&label) = self.by_key.get(&key) {
            label
        } else {
            let label = next.filter(|label| *label < u16::MAX)?;
            self.by_key.insert(key.clone(), label);
            self.keys.push(key);
            label
        };
        self.variants.push(Variant { label, name, rows: 0, latest: None });
        self.raw.insert(raw.into(), self.variants.len() - 1);
        Some(self.variants.len() - 1)
    }

    /// The names of each label, the one to show first: that of the latest year, then the most usual, then by its letters.
    pub(crate) fn names(&self) -> Vec<Vec<String>> {
        let mut order: Vec<&Variant> = self.variants.iter().filter(|variant| variant.rows > 0).collect();
        order.sort_by(|a, b| b.latest.cmp(&a.latest).then(b.rows.cmp(&a.rows)).then_with(|| a.name.cmp(&b.name)));
        let mut names = vec![Vec::<String>::new(); self.keys.len()];
        for variant in order {
            let of_label = &mut names[usize::from(variant.label)];
            if !of_label.contains(&variant.name) {
                of_label.push(variant.name.clone());
            }
        }
        names
    }
}
