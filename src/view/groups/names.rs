//! Columns and groups in words.

use crate::data::{Dataset, Dim, Label, Lang, Level, Shape, band_name, normalise};

/// The name of a column of groups.
pub(crate) fn column(dataset: &Dataset, dim: Dim, lang: Lang) -> &str {
    dataset.dimension(dim).map_or_else(|| dim.name(lang), |dimension| dimension.name(lang))
}

/// The groups of a column: label and name. Those of whom nothing is known are one of them; rows about everybody are none.
pub(crate) fn groups(dataset: &Dataset, dim: Dim, lang: Lang) -> Vec<(u16, String)> {
    let is_sum = |label: &Label| dataset.shape == Shape::Aggregated && label.level == Some(Level::Total);
    let labels = (0..=u16::MAX).zip(dataset.labels(dim)).filter(|(_, label)| !is_sum(label));
    let groups: Vec<(u16, String)> = labels.map(|(code, _)| (code, group_name(dataset, dim, code, lang))).collect();
    // A column in which nothing is known gives none.
    if groups.iter().all(|(code, _)| is_unknown(dataset, dim, *code)) { Vec::new() } else { groups }
}

/// Whether a group is those of whom the column says nothing.
pub(crate) fn is_unknown(dataset: &Dataset, dim: Dim, code: u16) -> bool {
    dataset.labels(dim).get(usize::from(code)).is_none_or(|label| label.is_unknown() || label.name.trim().is_empty())
}

/// The name of a group as it stands alone: `Flickor`, `Under 160`, `Född i Sverige: ja`, `Uppgift saknas`.
pub fn group_name(dataset: &Dataset, dim: Dim, code: u16, lang: Lang) -> String {
    if is_unknown(dataset, dim, code) {
        return lang.pick("Uppgift saknas", "Not stated").to_owned();
    }
    let name = dataset.name(dim, code);
    if ["ja", "nej", "yes", "no"].contains(&normalise(name).as_str()) {
        let caption = dataset.dimension(dim).map_or("", |dimension| dimension.caption.trim());
        return format!("{caption}: {}", name.to_lowercase());
    }
    match dim {
        Dim::EntryBand => band_name(name, lang).to_owned(),
        Dim::Gender => gender_name(name, lang).to_owned(),
        _ => name.to_owned(),
    }
}

/// Groups are many, and those of gender have names in both languages: `Flicka` → `Flickor`, `Girls`.
fn gender_name(name: &str, lang: Lang) -> &str {
    match normalise(name).as_str() {
        "flicka" | "flickor" | "girl" | "girls" => lang.pick("Flickor", "Girls"),
        "pojke" | "pojkar" | "boy" | "boys" => lang.pick("Pojkar", "Boys"),
        "kvinna" | "kvinnor" | "woman" | "women" => lang.pick("Kvinnor", "Women"),
        "man" | "men" => lang.pick("Män", "Men"),
        _ => name,
    }
}
