//! The urval by keyboard alone: years by slider, years put together, the chart of Utveckling.

use super::{HEADING, on_page};

const HOME: &str = "\u{e011}";
const END: &str = "\u{e010}";
const RIGHT: &str = "\u{e014}";
const PAGE_UP: &str = "\u{e00e}";

#[test]
fn years_are_slid_through_put_together_and_drawn_anew_by_keyboard() {
    on_page("urval", async |page| {
        page.reload_at("#vy=utveckling&exempel=ja&indikator=narvaro").await;
        page.shows(HEADING, "2016/17–2023/24").await;
        let says =
            async |what: &str, part: &str| page.until(what, &format!("return location.hash.includes('{part}')")).await;
        page.focus(".range input").await;
        page.keys(RIGHT).await;
        says("the second year", "lasar=2017/18-2023/24").await;
        page.keys(END).await;
        says("one year only", "lasar=2023/24-2023/24").await;
        let spoken = "const at = document.activeElement; return at.type === 'range' && at.getAttribute('aria-valuetext') === '2023/24'";
        page.until("the slider says its year", spoken).await;
        page.keys(HOME).await;
        says("all years", "lasar=2016/17-2023/24").await;
        page.keys(PAGE_UP).await;
        page.shows(HEADING, "2017/18–2023/24").await;
        page.focus("#slaihop-0").await;
        page.keys(RIGHT).await;
        says("two years together", "slaihop=2").await;
        page.keys(HOME).await;
        page.until("single years", "return !location.hash.includes('slaihop')").await;
        // The browser's own selects: what a letter typed in one chooses.
        page.focus(".answer__head select").await;
        page.keys("Ett per skola").await;
        says("one chart per school", "form=smadiagram").await;
        page.focus("main canvas").await;
        page.keys(END).await;
        page.shows(".readout", "2023/24").await;
    });
}
