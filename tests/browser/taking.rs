//! Tables are sorted, and what is shown is taken away: copied, saved, printed, or held back.

use serde_json::json;

use super::page::Page;
use super::{HEADING, file, on_page};

const DEMO: &str = "Visa med påhittade data";

/// Catches what the page hands over as files: names, and the bytes as a promise.
const CATCH: &str = "window.taken = []; const make = URL.createObjectURL;
     URL.createObjectURL = blob => { window.taken.push({ blob }); return make.call(URL, blob) };
     HTMLAnchorElement.prototype.click = function () { window.taken.at(-1).name = this.download };
     return true";

async fn take(page: &Page, name: &str) {
    page.press("Ladda ner ▾").await;
    page.press(name).await;
}

/// With the invented data on the screen.
async fn begin(page: &Page) {
    page.press(DEMO).await;
    page.shows(HEADING, "Alkullagymnasiet 2023/24").await;
}

/// As a person does: some of what a page may do, it may only when a key was pressed.
async fn take_by_keys(page: &Page, name: &str) {
    page.press("Ladda ner ▾").await;
    let item = format!(
        "[...document.querySelectorAll('.menu__list:not([hidden]) button')].find(e => e.innerText === {name:?})"
    );
    page.script(&format!("{item}.focus(); return true")).await;
    page.keys("\u{e007}").await;
}

/// The text of the first column's cells, from the top.
async fn column(page: &Page, at: usize) -> Vec<String> {
    let script = format!(
        "return [...document.querySelectorAll('main table')[0].tBodies[0].rows].map(r => r.cells[{at}].innerText.split('\\n')[0])"
    );
    serde_json::from_value(page.script(&script).await).expect("cells")
}

#[test]
fn a_table_is_sorted_by_its_headings() {
    on_page("sort", async |page| {
        begin(page).await;
        page.press("Jämför").await;
        page.press("Tabell").await;
        let by_name = column(page, 0).await;
        page.focus("main table thead th:nth-child(2) button").await;
        page.keys("\u{e007}").await;
        page.until("rising", "return document.querySelectorAll('main th[aria-sort=ascending]').length === 1").await;
        let shown = |cells: Vec<String>| -> Vec<f64> {
            let number = |cell: &String| cell.split('\u{a0}').next()?.replace(',', ".").parse().ok();
            cells.iter().filter_map(number).collect()
        };
        let rising = shown(column(page, 1).await);
        assert!(rising.len() > 3 && rising.is_sorted(), "{rising:?}");
        page.shows("main", "Det är ingen rangordning").await;
        page.keys("\u{e007}").await;
        page.until("falling", "return document.querySelectorAll('main th[aria-sort=descending]').length === 1").await;
        let falling = shown(column(page, 1).await);
        assert!(falling.iter().rev().eq(rising.iter()), "{falling:?}");
        page.keys("\u{e007}").await;
        page.until("as it was", "return !document.querySelector('main th[aria-sort$=cending]')").await;
        assert_eq!(column(page, 0).await, by_name);
    });
}

#[test]
fn the_list_of_ways_out_is_opened_and_closed_by_keys() {
    on_page("menu", async |page| {
        begin(page).await;
        page.press("Utveckling").await;
        page.focus(".menu button").await;
        page.keys("\u{e007}").await;
        page.until("an open list", "return !document.querySelector('.menu__list').hidden").await;
        page.keys("\u{e00c}").await;
        page.until("a closed list", "return document.querySelector('.menu__list').hidden").await;
        let there = "return document.activeElement === document.querySelector('.menu button')";
        assert_eq!(page.script(there).await, json!(true), "the focus is where the list was opened");
        page.keys("\u{e007}").await;
        page.script(
            "document.querySelector('h1').dispatchEvent(new Event('pointerdown', { bubbles: true })); return true",
        )
        .await;
        page.until("a closed list", "return document.querySelector('.menu__list').hidden").await;
    });
}

#[test]
fn a_table_and_a_picture_are_copied() {
    on_page("copy", async |page| {
        page.allow_clipboard().await;
        begin(page).await;
        page.press("Jämför").await;
        take(page, "Kopiera tabellen").await;
        page.shows(".takes", "Kopierat.").await;
        let read = |kind: &str| {
            format!("const item = (await navigator.clipboard.read())[0]; return (await item.getType('{kind}')).text()")
        };
        let text = page.script(&read("text/plain")).await;
        let text = text.as_str().expect("text");
        assert!(text.contains("\t87,8 %\t") && text.contains("Påhittade data.") && text.contains("Källa: "), "{text}");
        let html = page.script(&read("text/html")).await;
        assert!(html.as_str().is_some_and(|html| html.contains("<td>87,8 %</td>")), "{html}");
        take(page, "Kopiera bilden").await;
        let size = "const items = await navigator.clipboard.read();
             if (!items[0].types.includes('image/png')) return 0;
             return (await createImageBitmap(await items[0].getType('image/png'))).width";
        page.until("a picture", &size.replace("return (await", "return 1000 < (await")).await;
        // Where pages may not write to the clipboard, they still copy as their user does.
        page.script("window.ClipboardItem = undefined; return navigator.clipboard.writeText('')").await;
        take_by_keys(page, "Kopiera tabellen").await;
        page.until(
            "text again",
            &format!("try {{ const text = await (async () => {{ {} }})(); return text.includes('87,8 %') }} catch {{ return false }}", read("text/html")),
        )
        .await;
        take(page, "Kopiera bilden").await;
        page.shows(".takes", "Webbläsaren kan inte kopiera det.").await;
    });
}

#[test]
fn a_saved_picture_has_twice_the_pixels_of_the_drawing() {
    on_page("png", async |page| {
        begin(page).await;
        page.press("Utveckling").await;
        page.script(CATCH).await;
        page.press("Diagram, PNG").await;
        page.until("a file", "return window.taken.length === 1 && !!window.taken[0].name").await;
        take(page, "Diagram, SVG").await;
        page.until("two files", "return window.taken.length === 2").await;
        let same = "const [png, svg] = window.taken; const picture = await createImageBitmap(png.blob);
             const page = new DOMParser().parseFromString(await svg.blob.text(), 'image/svg+xml').documentElement;
             return [png.name, svg.name, Math.abs(picture.width - 2 * page.getAttribute('width')) < 2,
                 Math.abs(picture.height - 2 * page.getAttribute('height')) < 2, page.textContent.includes('Påhittade data')]";
        let names = ["narvaro-alkullagymnasiet-202324.png", "narvaro-alkullagymnasiet-202324.svg"];
        assert_eq!(page.script(same).await, json!([names[0], names[1], true, true, true]));
        take(page, "Hela urvalet, CSV").await;
        page.until("three files", "return window.taken.length === 3").await;
        let csv = page.script("return window.taken[2].blob.text()").await;
        assert!(csv.as_str().is_some_and(|csv| csv.contains("\"Närvaro\";\"87,8\";\"156\";")), "{csv}");
    });
}

#[test]
fn what_the_attack_can_undo_leaves_by_no_way() {
    on_page("blocked", async |page| {
        // Four pupils are what is left of all when the thirty are taken away, and the rule lets them be.
        let rows = (0..34).map(|at| format!("2023/24;{};{}", if at < 30 { "Norra" } else { "Södra" }, 70 + at % 20));
        let csv = format!("Läsår;Skola;Närvaro\n{}", rows.collect::<Vec<_>>().join("\n"));
        page.choose(&[&file("två-skolor.csv", csv.as_bytes())]).await;
        page.shows(HEADING, "Norra 2023/24").await;
        page.press("Data").await;
        page.script("const e = document.getElementById('skydd'); e.value = [...e.options].find(o => o.text.includes('Skolverket')).value;
             e.dispatchEvent(new Event('change', { bubbles: true })); return true").await;
        page.script(CATCH).await;
        page.press("Utveckling").await;
        page.shows(HEADING, "Norra").await;
        for (way, said) in [
            ("Diagram, PNG", "Filen sparades inte."),
            ("Diagram, SVG", "Filen sparades inte."),
            ("Kopiera bilden", "Inget kopierades."),
            ("Kopiera tabellen", "Inget kopierades."),
            ("Tabell, CSV", "Filen sparades inte."),
            ("Hela urvalet, CSV", "Filen sparades inte."),
        ] {
            page.script("document.querySelector('main .banner--stop button')?.click(); return true").await;
            page.until("no message", "return !document.querySelector('main .banner--stop')").await;
            take(page, way).await;
            page.shows("main .banner--stop", said).await;
            page.shows(".takes", said).await;
        }
        assert_eq!(page.script("return window.taken.length").await, json!(0), "nothing has left");
    });
}

#[test]
fn all_views_are_printed_one_to_a_page_with_the_date() {
    on_page("paper", async |page| {
        begin(page).await;
        page.shows(HEADING, "Alkullagymnasiet").await;
        let views = page.script("return document.querySelectorAll('.views button').length - 1").await;
        page.script(
            "window.print = () => { window.asked = document.querySelectorAll('.paper-page').length }; return true",
        )
        .await;
        page.press("Skriv ut ▾").await;
        page.press("Skriv ut alla vyer").await;
        page.until("the print dialog", "return window.asked > 0").await;
        assert_eq!(page.script("return window.asked").await, views);
        let file = page.print().await;
        let pages = file.matches("/Type /Page\n").count();
        assert_eq!(json!(pages), views, "each view is on one page");
        page.until("the pages to go", "return !document.querySelector('.paper-page')").await;
        let dated = "const now = new Date(); const two = n => String(n).padStart(2, '0');
             return document.querySelector('.print-date').textContent === `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`";
        assert_eq!(page.script(dated).await, json!(true));
        // Internal mode is for the screen only.
        page.press("Data").await;
        page.script("const e = document.getElementById('skydd'); e.value = [...e.options].find(o => o.text.includes('Internt')).value;
             e.dispatchEvent(new Event('change', { bubbles: true })); return true").await;
        page.press("Skriv ut ▾").await;
        page.press("Skriv ut alla vyer").await;
        page.until("the print dialog", "return document.documentElement.dataset.paper === 'held'").await;
        let file = page.print().await;
        assert_eq!(file.matches("/Type /Page\n").count(), 1, "one page says that nothing is printed");
    });
}

#[test]
fn one_school_stands_out_wherever_it_is_pointed_at() {
    on_page("pointed", async |page| {
        begin(page).await;
        page.press("Utveckling").await;
        page.press("Tabell").await;
        page.focus(".checks input").await;
        page.until(
            "its row",
            "const [row, key] = ['tr.is-pointed th', '.check.is-pointed span'].map(e => document.querySelector(e)?.innerText); return !!row && row === key",
        )
        .await;
        page.press("Diagram").await;
        page.until("a chart", "const c = document.querySelector('main canvas'); return !!c && c.width > 0").await;
        page.focus("main canvas").await;
        page.until("nothing", "return !document.querySelector('.check.is-pointed')").await;
        page.keys("\u{e010}\u{e013}").await;
        page.until(
            "its key",
            "const key = document.querySelector('.check.is-pointed span')?.innerText; return !!key && document.querySelector('.readout').innerText.includes(key)",
        )
        .await;
        page.focus("h1").await;
        page.keys("\u{e00c}").await;
        page.shows(".readout", "Peka på").await;
        page.until("nothing", "return !document.querySelector('.check.is-pointed')").await;
    });
}
