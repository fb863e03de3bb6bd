//! What can be pressed is large enough, and nothing scrolls sideways, in every view on every screen.

use serde_json::{Value, json};

use super::page::Page;
use super::{HEADING, REPORT_88, file, on_page};

/// Everything that can be pressed and is smaller than 24 by 24 pixels. A box belongs to its label.
const SMALL: &str = "
    const all = document.querySelectorAll('button, a, input, select, summary, canvas[tabindex], [role=option], [role=slider]');
    return [...all].filter(e => e.checkVisibility() && !e.closest('.sr')).flatMap(e => {
      const place = ['checkbox', 'radio', 'file'].includes(e.type) ? e.closest('label, .pick, .drop') ?? e : e;
      const { width, height } = place.getBoundingClientRect();
      return width < 24 || height < 24 ? [`${width} × ${height}: ${e.outerHTML.slice(0, 120)}`] : [];
    })";

/// What reaches beyond the right edge of the page, tables in a frame of their own apart.
const BEYOND: &str = "
    const page = document.documentElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > page.clientWidth + 0.5 && !e.closest('.table-wrap'));
    return [`${page.scrollWidth} px`, ...out.slice(0, 5).map(e => e.outerHTML.slice(0, 120))]";

async fn is_empty(page: &Page, script: &str, place: &str) {
    let found = page.script(script).await;
    assert_eq!(found, json!([]), "{place}");
}

/// Every view, as drawings and as tables, with everything unfolded.
async fn every_view(page: &Page, place: &str) {
    let views = page
        .script("return [...document.querySelectorAll('.views button:not([disabled])')].map(e => e.innerText.trim())")
        .await;
    let Value::Array(views) = views else { panic!("{views}") };
    for view in views.iter().filter_map(Value::as_str) {
        page.press(view).await;
        for tab in [0, 1] {
            let pressed =
                format!("const t = document.querySelectorAll('main [role=tab]')[{tab}]; t?.click(); return true");
            page.script(&pressed).await;
            page.script("document.querySelectorAll('details').forEach(e => e.open = true); document.querySelector('.urval__toggle[aria-expanded=false]')?.click(); return true").await;
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            let place = format!("{place}, {view}, {tab}");
            is_empty(page, SMALL, &place).await;
            is_empty(page, BEYOND, &place).await;
        }
    }
}

#[test]
fn targets_are_large_enough_and_nothing_scrolls_sideways() {
    let report = file("skolor.csv", REPORT_88.as_bytes());
    let header = "Läsår;Skola;Närvaro;Examen inom tre år\n";
    let years = ["2022/23", "2023/24"].map(|year| format!("{year};Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbaugymnasium;87,4;Ja\n{year};Den mycket långa skolans gymnasium för människor och teknik i norr;80;Nej\n").repeat(40));
    let long = [header, &years.concat()].concat();
    let long = file("långa-namn-i-en-fil-vars-namn-också-är-långt-och-utan-mellanslag-2022-2024.csv", long.as_bytes());
    for (width, height) in [(1280, 800), (390, 844), (320, 256)] {
        on_page(&format!("sizes-{width}"), async |page| {
            page.resize(width, height).await;
            is_empty(page, SMALL, "start").await;
            is_empty(page, BEYOND, "start").await;
            page.press("Visa med påhittade data").await;
            page.shows(HEADING, "Alkullagymnasiet").await;
            every_view(page, &format!("invented, {width}")).await;
            page.press("Data").await;
            page.press("Ta rundturen").await;
            for _ in 0..5 {
                is_empty(page, BEYOND, &format!("tour, {width}")).await;
                is_empty(page, SMALL, &format!("tour, {width}")).await;
                page.press(if page.text(".tour .btn--main").await == "Klart" { "Klart" } else { "Nästa" }).await;
            }
            for given in [&report, &long] {
                page.choose(&[given.as_path()]).await;
                page.shows("header", given.file_name().and_then(|name| name.to_str()).unwrap_or_default()).await;
                every_view(page, &format!("{}, {width}", given.display())).await;
                page.press("Data").await;
            }
        });
    }
}
