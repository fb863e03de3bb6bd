//! Every view by the rules of axe-core, in both languages, light, dark and projected, and on a narrow screen.

use serde_json::{Value, json};

use super::on_page;
use super::page::Page;

/// What axe-core finds on the page as it is now: rule and element.
async fn violations(page: &Page) -> Vec<String> {
    let found = page
        .script(
            "const found = await axe.run(document, { resultTypes: ['violations'] });
             return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 300)} ${node.failureSummary}`))",
        )
        .await;
    let Value::Array(found) = found else { panic!("axe-core gave {found}") };
    found.iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
}

async fn is_clean(page: &Page, place: &str) {
    let found = violations(page).await;
    assert!(found.is_empty(), "{place}:\n{}", found.join("\n"));
    let beyond = page.script("const e = document.documentElement; return e.scrollWidth - e.clientWidth").await;
    assert_eq!(beyond, json!(0), "{place} scrolls sideways");
}

/// Opens a dialog and closes it again.
async fn dialog_is_clean(page: &Page, button: &str, close: &str) {
    page.press(button).await;
    page.until("an open dialog", "return !!document.querySelector('dialog[open]')").await;
    is_clean(page, button).await;
    page.press(close).await;
    page.until("no dialog", "return !document.querySelector('dialog')").await;
}

/// Every view there is, as a drawing and as a table.
async fn views_are_clean(page: &Page, look: &str) {
    let views =
        page.script("return [...document.querySelectorAll('.views button')].map(e => e.innerText.trim())").await;
    let views: Vec<String> = serde_json::from_value(views).expect("names");
    assert!(views.len() > 2, "{views:?}");
    for view in views {
        page.press(&view).await;
        is_clean(page, &format!("{look}, {view}")).await;
        let to_table =
            "const tabs = document.querySelectorAll('main [role=tab]'); tabs[1]?.click(); return tabs.length > 1";
        if page.script(to_table).await == json!(true) {
            is_clean(page, &format!("{look}, {view}, table")).await;
            page.script("document.querySelector('main [role=tab]').click(); return true").await;
        }
    }
}

#[test]
fn no_view_breaks_a_rule_of_accessibility() {
    let Some(axe) = std::env::var_os("INDIKATOR_AXE") else {
        println!("skipped: `cargo xtask test` installs axe-core and runs this test");
        return;
    };
    let axe = std::fs::read_to_string(axe).expect("axe-core");
    on_page("accessibility", async |page| {
        page.script(&axe).await;
        // A check that finds nothing may not be looking: it must find what is wrong here.
        page.script("document.querySelector('main').insertAdjacentHTML('beforeend', '<img id=wrong src=\"data:,\">'); return true").await;
        let found = violations(page).await;
        assert!(
            found.iter().any(|line| line.starts_with("image-alt")),
            "axe-core overlooks a picture without words: {found:?}"
        );
        page.script("document.getElementById('wrong').remove(); return true").await;

        is_clean(page, "start").await;
        page.press("Visa med påhittade data").await;
        page.shows("h1", "Alkullagymnasiet").await;
        page.press("en").await;
        for dialog in ["Keys", "Glossary", "Accessibility"] {
            dialog_is_clean(page, dialog, "Close").await;
        }
        page.press("sv").await;
        for dialog in ["Tangenter", "Ordlista", "Tillgänglighet", "Närvaro Varför detta tal?"] {
            dialog_is_clean(page, dialog, "Stäng").await;
        }
        page.focus("[role=combobox]").await;
        page.keys("\u{e015}").await;
        page.until("an open list", "return !!document.querySelector('[role=listbox]')").await;
        is_clean(page, "an open list").await;
        page.keys("\u{e00c}").await;
        page.press("Data").await;
        page.press("Ta rundturen").await;
        for place in 1..=5 {
            page.shows(".tour h2", &format!("Steg {place} av 5")).await;
            is_clean(page, &format!("the tour, {place}")).await;
            page.press(if place == 5 { "Klart" } else { "Nästa" }).await;
        }
        page.press("Jämför").await;
        for angle in ["Fördelning", "Två indikatorer", "Intervall och tratt"] {
            page.press(angle).await;
            is_clean(page, angle).await;
            page.resize(320, 640).await;
            is_clean(page, &format!("{angle}, narrow")).await;
            page.resize(1280, 800).await;
        }
        for look in ["light", "dark"] {
            for (language, projector, leave) in
                [("en", "Projector", "Leave projector view"), ("sv", "Storbild", "Avsluta storbild")]
            {
                page.press(language).await;
                views_are_clean(page, &format!("{look} {language}")).await;
                page.press(projector).await;
                views_are_clean(page, &format!("{look} {language} projector")).await;
                page.press(leave).await;
                page.resize(320, 640).await;
                views_are_clean(page, &format!("{look} {language} narrow")).await;
                page.resize(1280, 800).await;
            }
            page.press("Mörkt").await;
        }
    });
}
