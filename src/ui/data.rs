//! Data: what do we have?

use yew::{Callback, Html, Properties, component, html};

use super::context::{use_lang, use_send};
use super::data_text;
use super::edge::Files;
use super::edge::HEADING;
use super::guard::Guard;
use super::leave::use_gate;
use super::mapping::MappingPanel;
use super::quality::{Quality, report_download};
use super::report::ReportPanel;
use super::start::Start;
use crate::data::{Profile, Protection, Shared};
use crate::ingest::Report;
use crate::state::{Action, Loaded, Mapping, View};
use crate::view;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) loaded: Option<Loaded>,
    /// The rule that the user chose, which may still have to be worked out.
    pub(super) protection: Option<Protection>,
    /// Files of which no row could be used.
    pub(super) failed: Option<Shared<Report>>,
    /// How the files of the report are read, or are being read.
    pub(super) mapping: Option<Mapping>,
    /// Whether they are being read again.
    pub(super) again: bool,
    /// The profile that was opened from a file.
    pub(super) profile: Option<Shared<Profile>>,
    /// Whether files are held over the page.
    pub(super) over: bool,
    pub(super) on_files: Callback<Files>,
    pub(super) on_demo: Callback<()>,
}

/// The report where there is one, and the ways to give the app files.
#[component]
pub(super) fn Data(props: &Props) -> Html {
    let (lang, send, gate) = (use_lang(), use_send(), use_gate());
    let loaded = props.loaded.as_ref();
    let report = match (&props.failed, loaded) {
        (Some(failed), _) => Some(view::report::report(failed, props.profile.as_deref(), lang)),
        (None, Some(loaded)) => Some(view::report::report_beside(&loaded.dataset, &loaded.report, lang)),
        (None, None) => None,
    };
    let (heading, lead) = match &report {
        Some(report) => (report.heading.clone(), report.say.clone()),
        None => (data_text::start_heading(lang).to_owned(), data_text::start_lead(lang).to_owned()),
    };
    let columns = props.failed.as_ref().or(loaded.map(|loaded| &loaded.report)).zip(props.mapping.clone());
    let columns = columns.map(|(report, mapping)| {
        html! { <MappingPanel report={report.clone()} {mapping} again={props.again} /> }
    });
    let shown = loaded.filter(|_| props.failed.is_none());
    let reported = props.failed.clone().or_else(|| loaded.map(|loaded| loaded.report.clone()));
    let save = reported.map(|report| {
        report_download(report, shown.map(|shown| shown.leaving.clone()), props.profile.clone(), gate, lang)
    });
    let onwards = send.reform(|_| Action::View(View::Overview));
    html! {
        <>
            <header class="answer__head">
                <p class="question">{ data_text::question_data(lang) }</p>
                <h1 id={HEADING} tabindex="-1">{ heading }</h1>
                if props.failed.is_none() {
                    <p class="lead">{ lead }</p>
                }
            </header>
            if let Some(report) = report {
                <div class="btns">
                    if shown.is_some() {
                        <button type="button" class="btn btn--main" onclick={onwards}>{ data_text::use_data(lang) }</button>
                    }
                    { for save }
                </div>
                { columns }
                <ReportPanel {report} />
                if let Some(loaded) = shown {
                    <Quality loaded={loaded.clone()} />
                    <Guard loaded={loaded.clone()} chosen={props.protection} />
                }
            }
            <Start
                loaded={loaded.map(|loaded| loaded.dataset.clone())}
                profile={props.profile.clone()}
                over={props.over}
                on_files={props.on_files.clone()}
                on_demo={props.on_demo.clone()}
            />
        </>
    }
}
