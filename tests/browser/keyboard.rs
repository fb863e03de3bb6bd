//! The whole main job by keyboard alone: no clicks, and nothing is focused but by the keys.

use serde_json::json;

use super::page::Page;
use super::{CARDS, HEADING, on_page};

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";
const SPACE: &str = " ";
const LEFT: &str = "\u{e012}";
const RIGHT: &str = "\u{e014}";
const DOWN: &str = "\u{e015}";
const HOME: &str = "\u{e011}";
const F1: &str = "\u{e031}";
const F2: &str = "\u{e032}";

/// More presses than any way through a page should take.
const PATIENCE: usize = 60;

/// What has the focus: its id, or else what it is called.
async fn focused(page: &Page) -> String {
    let found = page
        .script(
            "const e = document.activeElement;
             return e.id || (e.getAttribute('aria-label') || e.innerText || e.tagName).replaceAll('\\u00a0', ' ').trim()",
        )
        .await;
    found.as_str().unwrap_or_default().to_owned()
}

/// Presses the tab key until this has the focus.
async fn go(page: &Page, to: &str, forwards: bool) {
    let mut seen = Vec::new();
    for _ in 0..PATIENCE {
        page.strike(TAB, !forwards).await;
        let now = focused(page).await;
        if now == to {
            let ring = "const s = getComputedStyle(document.activeElement); return document.activeElement.matches(':focus-visible') && (s.outlineStyle !== 'none' || s.boxShadow !== 'none') || !!document.activeElement.closest('.drop, .pick')";
            assert_eq!(page.script(ring).await, json!(true), "the focus on {to} is not to be seen");
            return;
        }
        seen.push(now);
    }
    panic!("{to} is not reached; on the way: {seen:?}");
}

async fn has_focus(page: &Page, what: &str) {
    let script = format!("const e = document.activeElement; return (e.id || e.innerText || '').trim() === {what:?}");
    page.until(&format!("the focus on {what}"), &script).await;
}

async fn title_begins(page: &Page, words: &str) {
    page.until(&format!("a title “{words}…”"), &format!("return document.title.startsWith({words:?})")).await;
}

/// The page's own live region, at its end.
const SAID: &str = "#app > p[role=status]";

#[test]
fn the_main_job_is_done_by_keyboard_alone() {
    on_page("keyboard", async |page| {
        page.script("window.saved = []; HTMLAnchorElement.prototype.click = function () { window.saved.push(this.download) }; return true").await;

        // Past the bar, to the invented data.
        page.strike(TAB, false).await;
        assert_eq!(focused(page).await, "Hoppa till svaret");
        page.strike(ENTER, false).await;
        has_focus(page, "svar").await;
        go(page, "Visa med påhittade data", true).await;
        page.strike(ENTER, false).await;
        page.shows(HEADING, "Alkullagymnasiet 2023/24").await;
        has_focus(page, "rubrik").await;
        page.shows(SAID, "8 861 rader är inlästa.").await;
        title_begins(page, "Läget, Alkullagymnasiet 2023/24").await;

        // The tour is offered, and declined.
        page.shows("main .banner", "Första gången här?").await;
        go(page, "Nej tack", false).await;
        page.strike(ENTER, false).await;
        has_focus(page, "rubrik").await;
        page.until("no offer", "return !document.querySelector('main .banner')").await;

        // Another school, found by typing.
        go(page, "fokus", false).await;
        page.strike("kvarn", false).await;
        page.shows(".field:has(#fokus) [role=status]", "1 av 6").await;
        page.strike(ENTER, false).await;
        page.shows(HEADING, "Kvarnmogymnasiet 2023/24").await;
        assert_eq!(focused(page).await, "fokus");
        // One school less to compare with.
        go_where(page, "e.type === 'checkbox'", true).await;
        page.strike(SPACE, false).await;
        page.until("one school less", "const e = document.activeElement; return e.type === 'checkbox' && !e.checked")
            .await;
        page.shows("main .table", "Fyrskärsgymnasiet").await;
        assert!(!page.text("main .table").await.contains("Alkullagymnasiet"));

        programme_and_years(page).await;
        trend(page).await;
        compare(page).await;
    });
}

async fn programme_and_years(page: &Page) {
    go(page, "program", true).await;
    page.strike("naturv", false).await;
    page.strike(ENTER, false).await;
    page.shows(".urval__toggle", "Naturvetenskapsprogrammet").await;
    page.strike("alla", false).await;
    page.strike(ENTER, false).await;
    page.until("all programmes", "return document.querySelector('#program').value === 'Alla program'").await;
    assert_eq!(focused(page).await, "program");
    let years = "return document.querySelector('.urval__toggle').textContent";
    let before = page.script(years).await;
    go_where(page, "e.tagName === 'SELECT' && e.getAttribute('aria-label') === 'Från läsår'", false).await;
    page.strike(DOWN, false).await;
    page.until("other years", &format!("{years} !== {before}")).await;
}

async fn trend(page: &Page) {
    go(page, "Utveckling", false).await;
    page.strike(ENTER, false).await;
    has_focus(page, "rubrik").await;
    title_begins(page, "Utveckling, Kvarnmogymnasiet").await;
    page.until("a chart", "const c = document.querySelector('main canvas'); return !!c && c.width > 0").await;
    // The first drawing with points to walk on.
    go_where(page, "e.getAttribute('role') === 'application'", true).await;
    page.shows(".readout", "Peka på en punkt").await;
    page.strike(LEFT, false).await;
    page.shows(".readout [role=status]", "Kvarnmogymnasiet, 2023/24").await;
    page.shows(".readout [role=status]", "närvaro 88,0 %, 296 elever, 95 %-intervall").await;
    page.strike(LEFT, false).await;
    page.shows(".readout [role=status]", "Kvarnmogymnasiet, 2022/23").await;
    page.strike(HOME, false).await;
    page.shows(".readout [role=status]", "Kvarnmogymnasiet, 2017/18").await;
    // Why this value.
    page.strike(TAB, false).await;
    assert_eq!(focused(page).await, "Varför detta tal?");
    page.strike(ENTER, false).await;
    page.shows("dialog[open]", "Närvaro, Kvarnmogymnasiet, 2017/18").await;
    let inside = "return document.querySelector('dialog').contains(document.activeElement)";
    assert_eq!(page.script(inside).await, json!(true), "the focus goes into the dialog");
    page.strike(ESCAPE, false).await;
    page.until("no dialog", "return !document.querySelector('dialog')").await;
    assert_eq!(focused(page).await, "Varför detta tal?");
    page.strike(TAB, true).await;
    page.strike(ESCAPE, false).await;
    page.shows(".readout", "Peka på en punkt").await;
    // The same as a table.
    go(page, "fig0-0", false).await;
    page.strike(RIGHT, false).await;
    has_focus(page, "fig0-1").await;
    page.shows("main table", "88,0 %").await;
    page.strike(LEFT, false).await;
    has_focus(page, "fig0-0").await;
}

/// Presses the tab key until what has the focus, `e`, is so.
async fn go_where(page: &Page, is_there: &str, forwards: bool) {
    for _ in 0..PATIENCE {
        page.strike(TAB, !forwards).await;
        if page.script(&format!("const e = document.activeElement; return {is_there}")).await == json!(true) {
            return;
        }
    }
    panic!("nothing has the focus where {is_there}");
}

async fn compare(page: &Page) {
    go(page, "Jämför", false).await;
    page.strike(ENTER, false).await;
    has_focus(page, "rubrik").await;
    title_begins(page, "Jämför, Kvarnmogymnasiet").await;
    go_where(page, "e.innerText.trim().startsWith('Ladda ner')", true).await;
    page.strike(ENTER, false).await;
    go(page, "Tabell, CSV", true).await;
    page.strike(ENTER, false).await;
    page.until("a saved file", "return window.saved.length === 1 && window.saved[0].endsWith('.csv')").await;
    page.shows(".takes [role=status]", "Filen är sparad.").await;
    let there = "return document.activeElement.innerText.trim().startsWith('Ladda ner')";
    assert_eq!(page.script(there).await, json!(true), "the focus is where the list was opened");
    // For the room, and back.
    page.strike(F2, false).await;
    page.until("the projector view", "return document.documentElement.dataset.view === 'projector'").await;
    has_focus(page, "avsluta-storbild").await;
    page.strike(F2, false).await;
    page.until("the page as it was", "return !document.documentElement.dataset.view").await;
    has_focus(page, "storbild").await;
    // The keys, explained.
    page.strike(F1, false).await;
    page.shows("dialog[open]", "Storbild av och på").await;
    page.strike(F2, false).await;
    assert_eq!(page.script("return document.documentElement.dataset.view ?? null").await, json!(null));
    page.strike(ESCAPE, false).await;
    page.until("no dialog", "return !document.querySelector('dialog')").await;
    has_focus(page, "storbild").await;
    // What the browser's own key for Back does.
    page.script("history.back(); return true").await;
    title_begins(page, "Utveckling, Kvarnmogymnasiet").await;
    has_focus(page, "rubrik").await;
}

#[test]
fn the_tour_is_walked_and_left_by_keyboard() {
    for width in [1280, 390] {
        on_page(&format!("tour-{width}"), async |page| {
            page.resize(width, 800).await;
            // It brings its own data.
            go(page, "Ta rundturen", true).await;
            page.strike(ENTER, false).await;
            for (place, (heading, answer)) in [
                ("Skola i fokus", "Alkullagymnasiet 2023/24"),
                ("Urval", "Alkullagymnasiet 2023/24"),
                ("Värde, ändring och slump", "Alkullagymnasiet 2023/24"),
                ("Diagram, tabell och filer", "Alkullagymnasiet 2016/17"),
                ("Data och rapport", "Varje rad används"),
            ]
            .into_iter()
            .enumerate()
            {
                page.shows(".tour h2", &format!("Steg {} av 5: {heading}", place + 1)).await;
                page.shows(HEADING, answer).await;
                has_focus(page, "rundtur").await;
                let told = page.script("const t = document.querySelector('.tour'); return [t.getAttribute('aria-labelledby'), t.getAttribute('aria-describedby')].every(id => document.getElementById(id).innerText.length > 5)").await;
                assert_eq!(told, json!(true), "the panel has a name and a description");
                let in_sight = page.script("const r = document.querySelector('.tour').getBoundingClientRect(); return r.left >= 0 && r.right <= innerWidth && r.bottom <= innerHeight").await;
                assert_eq!(in_sight, json!(true), "{heading} at {width}");
                if place == 2 {
                    go(page, "Tillbaka", true).await;
                    page.strike(ENTER, false).await;
                    page.shows(".tour h2", "Steg 2 av 5").await;
                    go(page, "Nästa", true).await;
                    page.strike(ENTER, false).await;
                    page.shows(".tour h2", "Steg 3 av 5").await;
                }
                go(page, if place == 4 { "Klart" } else { "Nästa" }, true).await;
                page.strike(ENTER, false).await;
            }
            page.until("no tour", "return !document.querySelector('.tour')").await;
            has_focus(page, "rubrik").await;
            // Again, and left at once.
            go(page, "Ta rundturen", true).await;
            page.strike(ENTER, false).await;
            page.shows(".tour h2", "Steg 1 av 5").await;
            page.strike(ESCAPE, false).await;
            page.until("no tour", "return !document.querySelector('.tour')").await;
            has_focus(page, "rubrik").await;
            page.shows(CARDS, "87,8 %").await;
            page.until("no offer", "return !document.querySelector('main .banner')").await;
        });
    }
}
