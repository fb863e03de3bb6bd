//! Every view as a screen reader meets it: landmarks, headings, names of controls. Laws for the whole page, and the outline of each
//! view as a snapshot.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use indicator_explorer::data::{Dim, Lang};
use indicator_explorer::state::{Action, AppState, Face, Turn, View};
use indicator_explorer::ui::App;
use indicator_explorer::ui::app::Props;
use indicator_explorer::view::screen::Angle;
use yew::LocalServerRenderer;

#[path = "fixtures/read.rs"]
mod read;

use read::demo;

/// One element of a page.
struct Element<'a> {
    tag: &'a str,
    attributes: &'a str,
    /// The text in it, without what is hidden from screen readers.
    text: String,
    depth: usize,
}

impl<'a> Element<'a> {
    /// The value of an attribute; what only stands there is empty.
    fn get(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.attributes.trim_start();
        while !rest.is_empty() {
            let (key, after) = rest.split_at(rest.find([' ', '=']).unwrap_or(rest.len()));
            let (value, after) = match after.strip_prefix("=\"") {
                Some(quoted) => quoted.split_once('"').expect("a value ends"),
                None => ("", after),
            };
            if key == name {
                return Some(value);
            }
            rest = after.trim_start();
        }
        None
    }
}

/// The elements of a page that the program has rendered, in their order.
fn elements(html: &str) -> Vec<Element<'_>> {
    const VOID: [&str; 3] = ["input", "br", "img"];
    let mut found: Vec<Element<'_>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for part in html.split('<').skip(1) {
        let (inside, text) = part.split_once('>').expect("a tag ends");
        if inside.starts_with('!') {
            continue;
        }
        if inside.starts_with('/') {
            open.pop();
        } else {
            let inside = inside.trim_end_matches('/');
            let (tag, attributes) = inside.split_once(' ').unwrap_or((inside, ""));
            found.push(Element { tag, attributes, text: String::new(), depth: open.len() });
            if !VOID.contains(&tag) && !part.split('>').next().is_some_and(|tag| tag.ends_with('/')) {
                open.push(found.len() - 1);
            }
        }
        if open.iter().all(|&place| found[place].get("aria-hidden") != Some("true")) {
            for &place in &open {
                found[place].text.push_str(text);
            }
        }
    }
    assert!(open.is_empty(), "every element ends");
    found
}

fn demonstration() -> Action {
    Action::read(demo(), true)
}

fn after(actions: impl IntoIterator<Item = Action>) -> AppState {
    let mut state = AppState::default();
    actions.into_iter().for_each(|action| state.apply(action));
    state
}

async fn page(start: AppState) -> String {
    LocalServerRenderer::<App>::with_props(Props { start }).hydratable(false).render().await
}

/// Every page that the laws hold for, by name.
fn pages() -> Vec<(String, AppState)> {
    let loaded = after([demonstration()]);
    let mut pages = vec![("start".to_owned(), AppState::default())];
    for view in View::ALL {
        for (name, face, lang) in [("", Face::Chart, Lang::Sv), (" table", Face::Table, Lang::En)] {
            let mut state = loaded.clone();
            for action in [Action::Lang(lang), Action::View(view), Action::Face(face)] {
                state.apply(action);
            }
            pages.push((format!("{view:?}{name}"), state));
        }
    }
    for (name, angle) in [("Compare spread", Angle::Spread), ("Compare pair", Angle::Pair)] {
        let mut state = loaded.clone();
        state.apply(Action::View(View::Compare));
        state.apply(Action::Angle(angle));
        pages.push((name.to_owned(), state));
    }
    let mut divided = loaded.clone();
    for action in [Action::View(View::Trend), Action::Split(Some(Dim::Gender)), Action::Indicator(Some(1))] {
        divided.apply(action);
    }
    pages.push(("Trend divided".to_owned(), divided));
    let mut tour = loaded;
    tour.apply(Action::Tour(Turn::Begin));
    pages.push(("tour".to_owned(), tour));
    pages
}

/// Words without marks of the page's own, in one line.
fn plain(text: &str) -> String {
    text.replace("&amp;", "&").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a screen reader calls it.
fn name(element: &Element<'_>, all: &[Element<'_>]) -> String {
    let by_id = |id: &str| all.iter().find(|other| other.get("id") == Some(id)).map(|other| plain(&other.text));
    let labelled =
        element.get("aria-labelledby").map(|ids| ids.split(' ').filter_map(by_id).collect::<Vec<_>>().join(" "));
    let label =
        element.get("id").and_then(|id| all.iter().find(|other| other.tag == "label" && other.get("for") == Some(id)));
    let own = || label.map_or_else(|| plain(&element.text), |label| plain(&label.text));
    labelled.or_else(|| element.get("aria-label").map(plain)).unwrap_or_else(own)
}

#[tokio::test(flavor = "current_thread")]
async fn headings_names_and_references_are_in_order_in_every_view() {
    for (place, state) in pages() {
        let html = page(state).await;
        let all = elements(&html);
        let mut ids = BTreeSet::new();
        for element in &all {
            if let Some(id) = element.get("id") {
                assert!(!id.contains(' ') && ids.insert(id), "{place}: the id {id} is not the only one");
            }
        }
        for attribute in ["aria-labelledby", "aria-describedby", "aria-controls", "for"] {
            for element in &all {
                for id in element.get(attribute).into_iter().flat_map(|ids| ids.split(' ')) {
                    assert!(ids.contains(id), "{place}: {attribute} of {} leads to no {id}", element.tag);
                }
            }
        }
        let headings: Vec<(usize, String)> = all
            .iter()
            .filter_map(|element| Some((element.tag.strip_prefix('h')?.parse().ok()?, plain(&element.text))))
            .collect();
        assert_eq!(headings.iter().filter(|(level, _)| *level == 1).count(), 1, "{place}: {headings:?}");
        let mut level = if place == "tour" { 2 } else { 1 };
        for (next, words) in &headings {
            assert!(
                !words.is_empty() && *next <= level + 1,
                "{place}: {words} is a heading of level {next} after {level}"
            );
            level = *next;
        }
        for element in &all {
            let is_control = ["button", "a", "input", "select", "summary", "canvas"].contains(&element.tag);
            let is_named = !name(element, &all).is_empty() || element.get("aria-hidden") == Some("true");
            // A box stands in its label.
            let in_label =
                element.tag == "input" && ["checkbox", "file"].contains(&element.get("type").unwrap_or_default());
            assert!(!is_control || is_named || in_label, "{place}: {} {} has no name", element.tag, element.attributes);
        }
        for (tag, count) in [("header", 1), ("main", 1), ("nav", 1), ("footer", 1)] {
            let found = all
                .iter()
                .filter(|element| element.tag == tag && element.depth == if tag == "nav" { 2 } else { element.depth });
            let found =
                found.filter(|element| element.tag != "header" && element.tag != "footer" || element.depth == 0);
            assert_eq!(found.count(), count, "{place}: {tag}");
        }
        let skip = all.iter().find(|element| element.tag == "a").expect("a link past the bar");
        assert_eq!(
            skip.get("href").map(|to| to.trim_start_matches('#')),
            all.iter().find(|element| element.tag == "main").and_then(|main| main.get("id")),
            "{place}"
        );
    }
}

#[tokio::test(flavor = "current_thread")]
async fn the_outline_of_every_view() {
    for (place, state) in pages() {
        let html = page(state).await;
        let all = elements(&html);
        let mut out = String::new();
        for element in &all {
            let role = element.get("role");
            let is_heading = element.tag.len() == 2 && element.tag.starts_with('h') && element.tag != "hr";
            let is_part = [
                "header", "nav", "main", "aside", "footer", "section", "article", "table", "figure", "fieldset",
                "dialog",
            ];
            let is_control = ["button", "input", "select", "summary", "canvas"].contains(&element.tag)
                && element.get("aria-hidden").is_none();
            if !(is_heading || is_part.contains(&element.tag) || is_control || role.is_some()) {
                continue;
            }
            let mut name = name(element, &all);
            if (is_part.contains(&element.tag) || role.is_some_and(|role| role == "status" || role == "tabpanel"))
                && element.get("aria-label").is_none()
                && element.get("aria-labelledby").is_none()
            {
                name.clear();
            }
            let name: String = name.chars().take(70).collect();
            let state = ["hidden", "disabled", "aria-current", "aria-pressed", "aria-selected", "aria-checked", "lang"];
            let state: Vec<String> =
                state.iter().filter_map(|key| Some(format!(" {key}={}", element.get(key)?))).collect();
            let role = role.map(|role| format!("[{role}]")).unwrap_or_default();
            let line = format!("{}{}{role} {name}{}", "  ".repeat(element.depth), element.tag, state.concat());
            let _ = writeln!(out, "{}", line.trim_end());
        }
        insta::assert_snapshot!(format!("outline {place}").replace(' ', "_").to_lowercase(), out);
    }
}
