//! Schools are distributed, divided, held against their municipality, and walked through as a matrix; each can be saved.

use std::fmt::Write as _;

use super::page::Page;
use super::{HEADING, file, on_page};

/// Catches what the page hands over as files.
const CATCH: &str = "window.saved = [];
     HTMLAnchorElement.prototype.click = function () { window.saved.push(this.download) };
     return true";

/// Saves something, which the gate lets out.
async fn save(page: &Page, name: &str, count: usize) {
    page.press("Ladda ner ▾").await;
    page.press(name).await;
    page.until("a saved file", &format!("return window.saved.length === {count}")).await;
    page.shows(".takes [role=status]", "Filen är sparad.").await;
}

async fn has_in_address(page: &Page, piece: &str) {
    page.until(piece, &format!("return decodeURIComponent(location.hash).includes({piece:?})")).await;
}

#[test]
fn schools_are_walked_distributed_and_divided() {
    on_page("explorer", async |page| {
        page.press("Visa med påhittade data").await;
        page.shows(HEADING, "Alkullagymnasiet 2023/24").await;
        page.script(CATCH).await;
        page.focus("main .table-wrap").await;
        page.keys("\u{e015}").await;
        page.shows(".readout", "Alkullagymnasiet, Närvaro").await;
        page.keys("\u{e014}").await;
        page.shows(".readout", "Alkullagymnasiet, Examen inom tre år").await;
        page.keys("\u{e015}").await;
        page.shows(".readout", "Fyrskärsgymnasiet, Examen inom tre år").await;
        page.until("one cell", "return document.querySelectorAll('td.is-cursor').length === 1").await;
        page.keys("\u{e00c}").await;
        page.until("no cell", "return !document.querySelector('td.is-cursor')").await;
        page.script("document.querySelector('tbody tr:last-child td').click(); return true").await;
        page.shows(".readout", "Åsvretsgymnasiet, Närvaro").await;
        save(page, "Tabell, CSV", 1).await;

        page.press("Jämför").await;
        page.press("Fördelning").await;
        page.shows("main", "Hur skolorna fördelar sig").await;
        has_in_address(page, "diagram=fordelning").await;
        page.focus("main canvas").await;
        page.keys("\u{e011}").await;
        page.shows(".readout", "Alkullagymnasiet, 2023/24").await;
        save(page, "Diagram, SVG", 2).await;

        page.press("Två indikatorer").await;
        has_in_address(page, "diagram=par").await;
        page.shows("main .chart", "Närvaro och examen inom tre år").await;
        page.focus("main canvas").await;
        page.keys("\u{e011}").await;
        page.shows(".readout", "examen inom tre år 74,1").await;
        save(page, "Diagram, SVG", 3).await;

        page.press("Utveckling").await;
        let divide = "const s = [...document.querySelectorAll('main select')].find(s => s.innerText.includes('Kön'));
             s.value = [...s.options].find(o => o.text === 'Kön').value;
             s.dispatchEvent(new Event('change', { bubbles: true })); return true";
        page.script(divide).await;
        has_in_address(page, "dela=kön").await;
        page.shows("main .chart__say", "Flickor").await;
        save(page, "Tabell, CSV", 4).await;
    });
}

#[test]
fn a_municipality_stands_beside_the_schools() {
    let mut csv = "Läsår;Skola;Kommun;Närvaro;Examen\n".to_owned();
    for year in ["2022/23", "2023/24"] {
        for (school, place) in [("Ask", "Vik"), ("Bok", "Vik"), ("Cypress", "Ö")] {
            for pupil in 0..40 {
                let having = ["Ja", "Nej"][usize::from(pupil % 10 > 6)];
                let _ = writeln!(csv, "{year};{school};{place};{};{having}", 70 + pupil % 25);
            }
        }
    }
    on_page("municipality", async |page| {
        page.choose(&[&file("kommuner.csv", csv.as_bytes())]).await;
        page.shows(HEADING, "Ask 2023/24").await;
        page.script(CATCH).await;
        page.press("Utveckling").await;
        let box_of = "[...document.querySelectorAll('.urval label')].find(l => l.innerText.includes('Vik kommun'))";
        page.until("a box", &format!("return !!{box_of}")).await;
        page.script(&format!("{box_of}.querySelector('input').click(); return true")).await;
        has_in_address(page, "bredvid=kommun").await;
        page.shows("main .chart__foot", "er egen skola inräknad").await;
        save(page, "Tabell, CSV", 1).await;
        page.press("Jämför").await;
        page.press("Tabell").await;
        page.shows("main table", "Vik kommun (alla skolor i filen)").await;
        save(page, "Tabell, CSV", 2).await;
    });
}
