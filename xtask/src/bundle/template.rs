//! Fills the slots of `index.html`.

use anyhow::{Result, bail, ensure};

/// Puts each text of `fillings` into the slot `{{name}}`. Every slot is filled once and every filling used.
pub(crate) fn fill(template: &str, fillings: &[(&str, &str)]) -> Result<String> {
    let mut page = String::with_capacity(template.len());
    let mut used = Vec::new();
    let mut rest = template;
    while let Some((before, tail)) = rest.split_once("{{") {
        let Some((name, after)) = tail.split_once("}}") else {
            bail!("index.html has a `{{{{` without `}}}}`");
        };
        let Some((_, filling)) = fillings.iter().find(|(slot, _)| *slot == name) else {
            bail!("index.html has an unknown slot `{name}`");
        };
        ensure!(!used.contains(&name), "index.html has the slot `{name}` twice");
        used.push(name);
        page.push_str(before);
        page.push_str(filling);
        rest = after;
    }
    for (slot, _) in fillings {
        ensure!(used.contains(slot), "index.html has no slot `{slot}`");
    }
    Ok(page + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fillings_go_in_as_they_are() -> Result<()> {
        let page = fill("<a>{{x}}</a>{{y}}\n", &[("x", "{{y}} $1"), ("y", "2")])?;
        assert_eq!(page, "<a>{{y}} $1</a>2\n");
        Ok(())
    }

    #[test]
    fn a_slot_too_many_or_too_few_fails() {
        assert!(fill("{{x}}", &[]).is_err());
        assert!(fill("", &[("x", "1")]).is_err());
        assert!(fill("{{x}}{{x}}", &[("x", "1")]).is_err());
        assert!(fill("{{x", &[("x", "1")]).is_err());
    }
}
