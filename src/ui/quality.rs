//! What the files hold and what stands out, below the account of their rows; and the report as a file.

use yew::{Callback, Html, Properties, component, html, use_memo};

use super::context::use_lang;
use super::data_text;
use super::icon::{Icon, Shape};
use super::leave::{Gate, use_gate};
use super::report::items;
use super::table::TableView;
use super::{edge, text};
use crate::data::{Lang, Profile, Shared, normalise};
use crate::disclose::Protected;
use crate::ingest::Report;
use crate::state::Loaded;
use crate::view::anonymity::anonymity;
use crate::view::coverage::{coverage, coverage_csv};
use crate::view::leaving::Leaving;
use crate::view::panel::{Folded, List, Panel};
use crate::view::plausibility::plausibility;
use crate::view::report::{report_csv, report_file_name};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) loaded: Loaded,
}

/// The panels. What they show is worked out once per dataset and language.
#[component]
pub(super) fn Quality(props: &Props) -> Html {
    let (lang, gate) = (use_lang(), use_gate());
    let panels = use_memo((props.loaded.clone(), lang), |(loaded, lang)| {
        let Loaded { dataset, report, .. } = loaded;
        let panels = [Some(plausibility(dataset, report, *lang)), anonymity(dataset, report, *lang)];
        (coverage(dataset, *lang), panels)
    });
    let (coverage, others) = &*panels;
    html! {
        <>
            { panel(coverage, Some(coverage_download(&props.loaded, gate, lang)), lang) }
            { for others.iter().flatten().map(|found| panel(found, None, lang)) }
        </>
    }
}

pub(super) fn panel(found: &Panel, button: Option<Html>, lang: Lang) -> Html {
    let fact = |(term, text): &(String, String)| html! { <><dt>{ term }</dt><dd>{ text }</dd></> };
    html! {
        <section class="chart" aria-labelledby={found.id}>
            <header class="chart__head">
                <h2 id={found.id}>{ &found.heading }</h2>
                <p class="chart__say">if !found.first.is_empty() { <strong>{ &found.first }</strong>{ " " } }{ &found.say }</p>
            </header>
            if !found.facts.is_empty() {
                <dl class="facts">{ for found.facts.iter().map(fact) }</dl>
            }
            { for found.lists.iter().map(|found| list(found, lang)) }
            { for found.table.iter().map(folded) }
            { small(&found.small) }
            if let Some(button) = button {
                <div class="btns">{ button }</div>
            }
        </section>
    }
}

fn list(found: &List, lang: Lang) -> Html {
    html! {
        <div class="notes">
            if !found.heading.is_empty() {
                <h3>{ &found.heading }</h3>
            }
            { items(&found.items, lang) }
            { small(&found.more) }
        </div>
    }
}

fn folded(found: &Folded) -> Html {
    html! {
        <details class="fold" open={found.open}>
            <summary>{ &found.table.caption }</summary>
            <TableView table={found.table.clone()} marked={found.marked.clone()} quiet_caption={true} />
            { small(&found.more) }
        </details>
    }
}

fn small(text: &str) -> Html {
    if text.is_empty() {
        Html::default()
    } else {
        html! { <p class="small quiet chart__say">{ text }</p> }
    }
}

fn coverage_download(loaded: &Loaded, gate: Gate, lang: Lang) -> Html {
    let loaded = loaded.clone();
    button(data_text::coverage_csv(lang), move || {
        let files = loaded.report.files.iter().filter(|file| file.refused.is_none());
        let source = text::files(&files.map(|file| file.name.as_str()).collect::<Vec<_>>(), lang);
        let (bytes, table) = coverage_csv(&loaded.leaving, &source, lang);
        let name = format!("{}.csv", normalise(data_text::coverage(lang)));
        gate.save(Leaving::of(&loaded.leaving, lang).pupils(&table), &name, CSV, &bytes, &Callback::noop());
    })
}

/// The button that saves the report. `dataset` is what it is about, where there are any data.
pub(super) fn report_download(
    report: Shared<Report>,
    dataset: Option<Shared<Protected>>,
    opened: Option<Shared<Profile>>,
    gate: Gate,
    lang: Lang,
) -> Html {
    button(data_text::report_csv(lang), move || {
        let profile = dataset.as_deref().map(|dataset| &dataset.profile).or(opened.as_deref());
        let (name, bytes) = (report_file_name(&report, lang), report_csv(&report, dataset.as_deref(), profile, lang));
        match &dataset {
            Some(dataset) => {
                let (_, table) = coverage_csv(dataset, "", lang);
                gate.save(Leaving::of(dataset, lang).pupils(&table), &name, CSV, &bytes, &Callback::noop());
            }
            None => edge::download(&name, CSV, &bytes),
        }
    })
}

const CSV: &str = "text/csv";

/// A button that saves a file, which is made only then.
fn button(words: &'static str, save: impl Fn() + 'static) -> Html {
    html! { <button type="button" class="btn" onclick={move |_| save()}><Icon shape={Shape::Download} />{ words }</button> }
}
