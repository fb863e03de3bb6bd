//! The built page in real Chromium, from `file://` and under its own policy. `cargo xtask test` builds the page and runs this.

mod accessibility;
mod explorer;
mod keyboard;
mod links;
mod mapping;
mod page;
mod sizes;
mod taking;
mod urval;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use indicator_explorer::demo;
use page::{Page, Tools};
use serde_json::json;

const CARDS: &str = ".cards";
const HEADING: &str = "h1";

/// A file for the page, in a folder that goes with the test.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("indikator-files-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("a file");
    path
}

/// Runs one scenario on a fresh page that has started, and fails if the page was not silent.
fn on_page(name: &str, scenario: impl AsyncFnOnce(&Page)) {
    let Some(tools) = Tools::find() else { return };
    in_browser(&tools, name, async |page| {
        page.started().await;
        scenario(page).await;
    });
}

fn in_browser(tools: &Tools, name: &str, scenario: impl AsyncFnOnce(&Page)) {
    // One browser at a time: the machine's time belongs to the page that is looked at.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    // A failing scenario drops its session, which needs a second thread to close the browser.
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let page = Page::open(tools, name).await;
        scenario(&page).await;
        page.close_silent().await;
    });
}

/// The first card's first two lines as text.
async fn cards_show(page: &Page, texts: &[&str]) {
    for text in texts {
        page.shows(CARDS, text).await;
    }
}

const REPORT_88: &str = include_str!("../fixtures/rapport88.csv");

#[test]
fn two_years_of_report_88_are_read_and_explored() {
    on_page("report", async |page| {
        let later = REPORT_88.replace("2021/22", "2022/23").replace(";100;80,0;", ";110;90,0;");
        let (first, second) = (file("ett.csv", REPORT_88.as_bytes()), file("två.csv", later.as_bytes()));
        page.choose(&[&first, &second]).await;
        page.shows(HEADING, "Skolan i norr 2022/23").await;
        // 99 of 110 and 80 of 100: Wilson 83,0–94,3 and the change by Newcombe 0,3 to 19,9.
        cards_show(page, &["90,0 %", "110 elever", "95 %-intervall 83,0–94,3", "10,0 procentenheter högre"]).await;
        // Another school, by keyboard.
        page.focus("[role=combobox]").await;
        page.keys("söder").await;
        page.keys("\u{e007}").await;
        page.shows(HEADING, "Skolan i söder").await;
        cards_show(page, &["dolt i källan"]).await;
        page.press("en").await;
        cards_show(page, &["withheld in the source"]).await;
        assert_eq!(page.script("return document.documentElement.lang").await, json!("en"));
        page.press("sv").await;
        page.press("Återställ urvalet").await;
        // The chart is painted, and its table says the same numbers.
        page.press("Utveckling").await;
        page.until(
            "a painted chart",
            "const c = document.querySelector('main canvas'); if (!c || !c.width) return false;
             const seen = new Set(new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer));
             return seen.size > 20",
        )
        .await;
        page.press("Tabell").await;
        page.shows("main table", "80,0 %").await;
        page.shows("main table", "90,0 %").await;
        page.press("Data").await;
        page.shows("main", "Varje rad är redovisad").await;
    });
}

#[test]
fn invented_data_say_so_on_every_view() {
    on_page("demo", async |page| {
        page.press("Visa med påhittade data").await;
        page.shows(HEADING, "Alkullagymnasiet 2023/24").await;
        cards_show(page, &["87,8 %", "156 elever", "Mer än slumpen brukar ge"]).await;
        for view in ["Läget", "Utveckling", "Data"] {
            page.press(view).await;
            page.shows("header", "Påhittade data").await;
        }
        // The readout follows the arrow keys and says what the table says.
        page.press("Utveckling").await;
        page.until("a chart", "const c = document.querySelector('main canvas'); return !!c && c.width > 0").await;
        page.focus("main canvas").await;
        page.keys("\u{e010}").await;
        page.shows(".readout", "2023/24").await;
        page.shows(".readout", "87,8 %").await;
        page.press("Läget").await;
        page.press("Närvaro Varför detta tal?").await;
        page.shows("dialog", "procent av den schemalagda lektionstiden").await;
        page.press("Stäng").await;
    });
}

#[test]
fn what_cannot_be_read_is_explained() {
    on_page("refused", async |page| {
        let workbook = file("bok.csv", b"PK\x03\x04 not a table");
        page.choose(&[&workbook]).await;
        page.shows("main", "Excel-arbetsbok").await;
        page.shows("main", "CSV UTF-8").await;
        let profile = file("profil.json", b"{ \"id\": 1 }");
        page.choose(&[&profile]).await;
        page.shows("main", "Profilen kan inte användas.").await;
    });
}

#[test]
fn reading_can_be_cancelled_and_does_not_block_the_page() {
    on_page("cancel", async |page| {
        let mut bytes = Vec::new();
        demo::large_csv(600_000, 1, &mut bytes).expect("memory");
        let large = file("stor.csv", &bytes);
        page.script(
            "window.longest = 0;
             new PerformanceObserver(l => { for (const e of l.getEntries()) window.longest = Math.max(window.longest, e.duration) }).observe({ type: 'longtask' });
             // A slow disk, until the reading has been cancelled: a fast one is done before anybody can press.
             const stream = Blob.prototype.stream;
             Blob.prototype.stream = function () {
               const reader = stream.call(this).getReader();
               const pull = async to => {
                 await new Promise(done => setTimeout(done, 100));
                 const { done, value } = await reader.read();
                 done ? to.close() : to.enqueue(value);
               };
               return new ReadableStream({ pull, cancel: () => reader.cancel() });
             };
             window.fast = () => { Blob.prototype.stream = stream };
             // Presses Cancel as soon as there is something to press.
             const seen = setInterval(() => {
               const b = [...document.querySelectorAll('button')].find(b => b.innerText === 'Avbryt');
               if (b && document.querySelector('progress').value > 0) { clearInterval(seen); window.pressed = true; b.click(); }
             }, 5);
             return true",
        )
        .await;
        page.choose(&[&large]).await;
        page.shows("main", "Läsningen avbröts.").await;
        assert_eq!(page.script("return window.pressed").await, json!(true));
        assert!(page.text(HEADING).await.contains("Börja med en fil"), "nothing of the file is shown");
        // The same file again, to its end.
        page.script("window.fast(); return true").await;
        page.choose(&[&large]).await;
        page.shows("header", "600 000 rader").await;
        println!("longest task while reading 600 000 rows: {} ms", page.script("return window.longest").await);
    });
}

#[test]
fn a_crash_leaves_a_banner() {
    on_page("crash", async |page| {
        page.script("window.indikatorCrash('panicked at src/x.rs:1:1'); return true").await;
        page.shows("#crash", "Inget har skickats").await;
        page.reload().await;
    });
}

#[test]
fn a_file_that_was_changed_on_its_way_says_so() {
    let Some(mut tools) = Tools::find() else { return };
    let mut page = std::fs::read(&tools.bundle).expect("the page");
    let middle = page.len() / 2;
    assert!(page[middle].is_ascii_graphic(), "the program is the greatest part of the page");
    page[middle] = if page[middle] == b'a' { b'b' } else { b'a' };
    tools.bundle = file("skadad.html", &page);
    in_browser(&tools, "damaged", async |page| page.shows("#damaged", "Filen är ofullständig").await);
}

#[test]
fn the_national_files_give_their_reference_values() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/skolverket88");
    let files = ["gymnasiet_avgangselever_2020.csv", "gymnasiet_avgangselever_2021.csv"].map(|name| shared.join(name));
    let [Ok(first), Ok(second)] = files.map(|file| file.canonicalize()) else {
        println!("skipped: {} is not on this machine", shared.display());
        return;
    };
    on_page("national", async |page| {
        page.choose(&[&first, &second]).await;
        page.shows("header", "12 471 rader").await;
        page.focus("[role=combobox]").await;
        page.keys("sjödalsgymnasiet").await;
        page.keys("\u{e007}").await;
        page.shows(HEADING, "Sjödalsgymnasiet 2020/21").await;
        cards_show(page, &["84,1 %", "208 elever", "8,1 procentenheter högre"]).await;
    });
}
