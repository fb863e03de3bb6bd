//! What each part of the page weighs, and the budget.

use super::pack;
use super::parts::Parts;
use anyhow::{Result, ensure};
use std::fmt;

/// The most that the one-file page may weigh, in bytes.
const BUDGET: usize = 900_000;

/// Bytes of each part: as written, compressed, and in the page.
pub(crate) struct Sizes {
    rows: Vec<(&'static str, [usize; 3])>,
    page: usize,
}

impl Sizes {
    /// Weighs `parts`; the page has `page` bytes.
    pub(crate) fn of(parts: &Parts, page: usize) -> Self {
        let packed = |bytes: &[u8]| {
            let packed = pack::lzma(bytes).map_or(0, |packed| packed.len());
            // Two characters of base 91 are 13 bits.
            [bytes.len(), packed, packed * 16 / 13]
        };
        let text = |text: &str| {
            let [raw, packed, _] = packed(text.as_bytes());
            [raw, packed, raw]
        };
        let mut icon = text(&parts.icon);
        icon[2] = icon[0].div_ceil(3) * 4;
        let rows = vec![
            ("wasm", packed(&parts.wasm)),
            ("glue", packed(parts.glue.as_bytes())),
            ("style", packed(parts.style.as_bytes())),
            ("boot style", text(&parts.first_style)),
            ("boot", text(&parts.boot)),
            ("icon", icon),
            ("template", text(&parts.template)),
        ];
        Self { rows, page }
    }

    /// Fails when the page is over the budget.
    pub(crate) fn check(&self) -> Result<()> {
        ensure!(
            self.page <= BUDGET,
            "the page weighs {} KB, the budget is {} KB",
            kilobytes(self.page),
            kilobytes(BUDGET)
        );
        Ok(())
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "    {:<10}{:>10}{:>10}{:>10}   KB", "", "raw", "packed", "in file")?;
        for (name, [raw, packed, in_page]) in &self.rows {
            let [raw, packed, in_page] = [raw, packed, in_page].map(|bytes| kilobytes(*bytes));
            writeln!(f, "    {name:<10}{raw:>10}{packed:>10}{in_page:>10}")?;
        }
        let [page, budget] = [self.page, BUDGET].map(kilobytes);
        writeln!(f, "    {:<10}{:>10}{:>10}{page:>10}   of {budget} allowed", "page", "", "")
    }
}

/// Thousands of bytes with one decimal.
fn kilobytes(bytes: usize) -> String {
    format!("{:.1}", bytes as f64 / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_budget_is_held() {
        let sizes = |page| Sizes { rows: Vec::new(), page };
        assert!(sizes(BUDGET).check().is_ok());
        let error = sizes(BUDGET + 100).check().map_err(|error| error.to_string());
        assert_eq!(error, Err("the page weighs 900.1 KB, the budget is 900.0 KB".to_owned()));
    }

    #[test]
    fn the_columns_are_aligned() {
        let sizes = Sizes { rows: vec![("wasm", [500_000, 200_000, 266_668])], page: 300_000 };
        let expected = "                     raw    packed   in file   KB
    wasm           500.0     200.0     266.7
    page                               300.0   of 900.0 allowed
";
        assert_eq!(sizes.to_string(), expected);
    }
}
