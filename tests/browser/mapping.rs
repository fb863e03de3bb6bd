//! Columns that the program does not know: chosen by hand, undone, saved, and known by themselves in next year's file.

use std::path::Path;

use serde_json::json;

use super::page::Page;
use super::{HEADING, file, on_page};

/// Chooses what a column is read as, as a person does who has the focus on its field.
async fn read_as(page: &Page, column: &str, name: &str) {
    let script = format!(
        "const e = [...document.querySelectorAll('select')].find(e => e.getAttribute('aria-label') === 'Läs kolumnen {column} som');
         if (!e) return false;
         e.focus(); e.value = [...e.options].find(o => o.text === {name:?}).value;
         e.dispatchEvent(new Event('change', {{ bubbles: true }})); return true"
    );
    page.until(&format!("a choice for {column}"), &script).await;
}

/// A file of twenty pupils with headings that nobody knows.
fn unknown(name: &str, year: &str) -> std::path::PathBuf {
    let rows = (70..90).map(|attendance| format!("{year};Sjödal;{attendance},5")).collect::<Vec<_>>().join("\n");
    file(name, format!("Period;Enheten;Deltagande\n{rows}").as_bytes())
}

#[test]
fn unknown_columns_are_chosen_undone_and_saved() {
    on_page("mapping", async |page| {
        page.choose(&[&unknown("i-år.csv", "2023/24")]).await;
        page.shows("main", "Ingen kolumn i filen är en indikator").await;
        read_as(page, "Deltagande", "Närvaro").await;
        page.shows("main", "Filen säger varken vilken skola eller vilket läsår").await;
        read_as(page, "Enheten", "Skola").await;
        page.shows(HEADING, "Varje rad används").await;
        let focused = "return document.activeElement.getAttribute('aria-label')";
        assert_eq!(page.script(focused).await, json!("Läs kolumnen Enheten som"), "the focus stays where it was");
        read_as(page, "Period", "Skola").await;
        page.shows("[role=status].sr", "Enheten läses därför inte längre.").await;
        page.press("Ångra").await;
        page.shows("[role=status].sr", "Ångrat: Period läses som Skola.").await;
        read_as(page, "Period", "Läsår").await;
        page.shows("main", "Ändrat: Period läses som Läsår.").await;

        // What is saved maps next year's file.
        page.script(
            "window.saved = ''; const make = URL.createObjectURL;
             URL.createObjectURL = blob => { blob.text().then(text => { window.saved = text }); return make.call(URL, blob) };
             return true",
        )
        .await;
        page.press("Spara kolumnvalen i profilen").await;
        page.until("a saved profile", "return window.saved.includes('Deltagande')").await;
        let saved = page.script("return window.saved").await;
        let profile = file("sparad.json", saved.as_str().expect("a text").as_bytes());
        page.reload().await;
        let next: &Path = &unknown("nästa-år.csv", "2024/25");
        page.choose(&[&profile, next]).await;
        page.shows(HEADING, "Sjödal 2024/25").await;
        page.press("Data").await;
        page.shows("main", "Valt i profilen ”Gemensamma indikatorer”").await;
    });
}

#[test]
fn garbled_letters_are_put_right_on_request() {
    on_page("garbled", async |page| {
        let text = "Läsår;Skola;Närvaro\n2023/24;Sjödal;87,4\n";
        let garbled: String = text.bytes().map(char::from).collect();
        page.choose(&[&file("dubbel.csv", garbled.as_bytes())]).await;
        page.shows("main", "förvanskade").await;
        page.press("Läs om filerna med rättade tecken").await;
        page.until("the message to go", "return !document.querySelector('main').innerText.includes('förvanskade')")
            .await;
        page.shows("main", "Sjödal").await;
    });
}
