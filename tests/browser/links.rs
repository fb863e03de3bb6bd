//! Links: a view is restored for someone else, and the browser's back and forward go between views.

use serde_json::json;

use super::page::Page;
use super::{CARDS, HEADING, REPORT_88, file, on_page};

async fn address(page: &Page) -> String {
    let address = page.script("return decodeURIComponent(location.hash)").await;
    address.as_str().unwrap_or_default().to_owned()
}

#[test]
fn back_and_forward_go_between_views_and_schools() {
    on_page("history", async |page| {
        assert_eq!(address(page).await, "", "the address is bare where nothing is chosen");
        page.script("window.before = history.length; return true").await;
        page.choose(&[&file("ett.csv", REPORT_88.as_bytes())]).await;
        page.shows(HEADING, "Skolan i norr").await;
        assert!(
            address(page).await.starts_with("#vy=laget&fil=ett.csv&skola=Skolan+i+norr&"),
            "{}",
            address(page).await
        );
        page.press("Utveckling").await;
        page.press("Tabell").await;
        page.until("tables in the address", "return location.hash.includes('&visa=tabell')").await;
        page.focus("[role=combobox]").await;
        page.keys("söder\u{e007}").await;
        page.shows(HEADING, "Skolan i söder").await;
        let there = address(page).await;
        page.script("history.back(); return true").await;
        page.shows(HEADING, "Skolan i norr").await;
        page.until("the trend", "return location.hash.startsWith('#vy=utveckling')").await;
        page.script("history.back(); return true").await;
        page.shows(CARDS, "%").await;
        page.script("history.go(2); return true").await;
        page.shows(HEADING, "Skolan i söder").await;
        assert_eq!(address(page).await, there);
        page.script("history.go(-3); return true").await;
        page.shows(HEADING, "Varje rad").await;
        let steps = page.script("return history.length - window.before").await;
        assert_eq!(steps, json!(3), "what changed besides view and school made no step");
    });
}

#[test]
fn a_link_says_which_file_it_wants_and_restores_the_view() {
    on_page("link", async |page| {
        let link = "#vy=utveckling&fil=ett.csv&skola=Skolan+i+s%C3%B6der&ensam=ja&visa=tabell&sprak=en&storbild=ja&okänd=1&jamfor=Borta";
        page.reload_at(link).await;
        page.shows("main", "The link belongs to “ett.csv”. Open that file to see the view.").await;
        page.shows("main", "Not understood: “okänd=1”.").await;
        assert_eq!(
            address(page).await,
            "#vy=utveckling&fil=ett.csv&skola=Skolan+i+söder&ensam=ja&visa=tabell&sprak=en&storbild=ja&okänd=1&jamfor=Borta"
        );
        page.choose(&[&file("ett.csv", REPORT_88.as_bytes())]).await;
        page.shows(HEADING, "Skolan i söder").await;
        page.shows("main table", "withheld in the source").await;
        page.shows("main", "Not in what is shown: “Borta”.").await;
        assert_eq!(page.script("return document.documentElement.dataset.view").await, json!("projector"));
        page.until(
            "an address of what is shown",
            "return location.hash.includes('ensam=ja') && !location.hash.includes('Borta')",
        )
        .await;
        // Another link in the same tab.
        page.script("location.hash = '#vy=laget&fil=annan.csv&skola=Skolan+i+norr'; return true").await;
        page.shows(HEADING, "Skolan i norr").await;
        page.shows("main", "Den är gjord för ”annan.csv”.").await;
        page.press("Stäng").await;
        page.until("nothing more to say", "return !document.querySelector('main .banner')").await;
    });
}

#[test]
fn a_link_to_the_invented_data_opens_them() {
    on_page("workshop", async |page| {
        page.reload_at("#vy=utveckling&exempel=ja&skola=Alkullagymnasiet&indikator=narvaro&storbild=ja").await;
        page.shows(HEADING, "Alkullagymnasiet").await;
        assert_eq!(page.script("return document.querySelectorAll('main .chart').length").await, json!(1));
    });
}
