//! Every view as the HTML that the browser gets: of two small schools, without drawings, one element a line.

use std::fmt::Write as _;

use indicator_explorer::data::Lang;
use indicator_explorer::state::{Action, AppState, View};
use indicator_explorer::ui::App;
use indicator_explorer::ui::app::Props;
use yew::LocalServerRenderer;

#[path = "fixtures/read.rs"]
mod read;

use read::read;

/// Two schools, two school years, one of which has too few pupils to be shown.
fn small() -> String {
    let mut csv = "Läsår;Skola;Kön;Närvaro;Examen inom tre år;Betygspoäng\n".to_owned();
    for (year, school, pupils) in
        [("2022/23", "Alm", 60), ("2023/24", "Alm", 64), ("2022/23", "Björk", 4), ("2023/24", "Björk", 48)]
    {
        for pupil in 0..pupils {
            let (gender, passed) = (["Flicka", "Pojke"][pupil % 2], ["Ja", "Ja", "Nej"][pupil % 3]);
            let _ = writeln!(csv, "{year};{school};{gender};{};{passed};{}", 75 + pupil % 19, 10 + pupil % 9);
        }
    }
    csv
}

/// What stands in `<main>`, of the page in this view.
async fn main_of(view: View, lang: Lang) -> String {
    let mut state = AppState::default();
    let read = Action::read(read(&[("skolor.csv", small().as_bytes())]), false);
    for action in [Action::Lang(lang), read, Action::View(view)] {
        state.apply(action);
    }
    let html = LocalServerRenderer::<App>::with_props(Props { start: state }).hydratable(false).render().await;
    let (_, main) = html.split_once("<main").expect("a page has a main part");
    let (main, _) = main.split_once("</main>").expect("which ends");
    laid_out(&format!("<main{main}</main>").replace(env!("CARGO_PKG_VERSION"), "VERSION"))
}

/// One element a line, indented; drawings as `<svg/>`, as snapshots of their own hold them.
fn laid_out(html: &str) -> String {
    let mut out = String::new();
    let (mut depth, mut rest, mut is_after_text) = (0_usize, html, false);
    while let Some((text, after)) = rest.split_once('<') {
        let Some((tag, after)) = after.split_once('>') else { break };
        out.push_str(text);
        is_after_text |= !text.is_empty();
        rest = after;
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if name == "svg" {
            rest = rest.split_once("</svg>").map_or("", |(_, after)| after);
            out.push_str("<svg/>");
            is_after_text = true;
        } else if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
            if name == "summary" {
                // What unfolds is help, the same in every view.
                rest = rest.split_once("</details>").map_or("", |(_, after)| after);
                depth = depth.saturating_sub(1);
                out.push_str("</summary>…</details>");
                is_after_text = false;
                continue;
            }
            // An element that has text only stands on one line.
            if is_after_text || out.ends_with('>') && !out.ends_with("/>") && is_open(&out, name) {
                let _ = write!(out, "<{tag}>");
            } else {
                let _ = write!(out, "\n{}<{tag}>", " ".repeat(depth));
            }
            is_after_text = false;
        } else {
            let is_inline = is_after_text && ["b", "span", "strong", "a", "button", "small"].contains(&name);
            let line = if is_inline { String::new() } else { format!("\n{}", " ".repeat(depth)) };
            let _ = write!(out, "{line}<{tag}>");
            depth += usize::from(!["input", "br", "path"].contains(&name));
            is_after_text = false;
        }
    }
    out.trim_start().to_owned() + "\n"
}

/// Whether the last thing written opens this element.
fn is_open(out: &str, name: &str) -> bool {
    out.rsplit('<').next().is_some_and(|tag| tag.split([' ', '>']).next() == Some(name))
}

#[tokio::test(flavor = "current_thread")]
async fn every_view_is_the_html_that_it_was() {
    for (name, view) in [
        ("data", View::Data),
        ("laget", View::Overview),
        ("utveckling", View::Trend),
        ("jamfor", View::Compare),
        ("grupper", View::Groups),
    ] {
        insta::assert_snapshot!(format!("page_{name}"), main_of(view, Lang::Sv).await);
    }
    insta::assert_snapshot!("page_laget_en", main_of(View::Overview, Lang::En).await);
}
