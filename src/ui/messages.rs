//! Messages: what happened, then what to do. The data that are shown stay.

use yew::{Callback, Html, Properties, component, html};

use super::banner::{Banner, Weight};
use super::context::{use_lang, use_send};
use super::data_text;
use super::edge::HEADING;
use super::urval::FOCUS_FIELD;
use super::{edge, repair, take_text, text};
use crate::data::{Lang, Text};
use crate::state::{Action, Exit, Loaded, Phase, View};
use crate::view::leaving::Outcome;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) phase: Phase,
    pub(super) view: View,
    pub(super) loaded: Option<Loaded>,
    /// Names of the profile that was opened, and of the one that the files on the screen follow.
    pub(super) waiting: Option<(Text, Text)>,
    /// Why the last profile file cannot be used.
    pub(super) refused: Option<String>,
    /// The number of schools, when they are many and the user has not chosen one yet.
    pub(super) unchosen: Option<usize>,
    /// What became of what was to be saved, where there is something to say.
    pub(super) left: Option<(Exit, Outcome)>,
}

/// Every message that holds now.
#[component]
pub(super) fn Messages(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let button = |words: &'static str, act: fn() -> Action| {
        // The message goes away with its button; reading goes on at the heading.
        let onclick: Callback<_> = send.reform(move |_| {
            edge::focus(HEADING);
            act()
        });
        html! { <button type="button" class="btn btn--small" {onclick}>{ words }</button> }
    };
    let close = || button(text::close(lang), || Action::Dismissed);
    let phase = match &props.phase {
        Phase::Cancelled => html! {
            <Banner weight={Weight::Note} first={data_text::cancelled(lang)} rest={data_text::cancelled_rest(lang)}>{ close() }</Banner>
        },
        Phase::Lost(name) => html! {
            <Banner weight={Weight::Stop} first={data_text::lost(name, lang)} rest={data_text::lost_rest(lang)}>{ close() }</Banner>
        },
        Phase::Failed(_) => {
            let kept = if props.loaded.is_some() { data_text::kept(lang) } else { "" };
            let rest = format!("{} {kept}", data_text::failed_rest(lang));
            html! { <Banner weight={Weight::Stop} first={data_text::failed(lang)} {rest}>{ close() }</Banner> }
        }
        Phase::Idle | Phase::Reading(_) => Html::default(),
    };
    let report = props.loaded.as_ref().filter(|_| props.view != View::Data).map(|loaded| &loaded.report);
    let garbled = report.map(|report| repair::offer(report, &send, lang));
    let troubles = report.map(|report| {
        let replaced = report.files.iter().map(|file| file.characters_replaced).sum();
        let refused = report.files.iter().filter(|file| file.refused.is_some());
        let refused: Vec<&str> = refused.map(|file| file.name.as_str()).collect();
        data_text::not_all(&refused, report.rows_missed(), report.values_missed(), replaced, lang)
    });
    html! {
        <>
            { phase }
            if let Some(sentence) = &props.refused {
                <Banner weight={Weight::Stop} first={data_text::profile_refused(lang)} rest={sentence.clone()}>{ close() }</Banner>
            }
            if props.loaded.as_ref().is_some_and(|loaded| loaded.dataset.protection().is_internal()) {
                <Banner weight={Weight::Note} first={data_text::protection_internal(lang)} rest={data_text::protection_internal_rest(lang)}>{ Html::default() }</Banner>
            }
            if let Some((exit, outcome)) = props.left {
                { left(exit, outcome, close(), lang) }
            }
            if let Some((opened, shown)) = &props.waiting {
                { profile_waits(data_text::profile_waits(opened, shown, lang), html! {
                    <>
                        { button(data_text::profile_use(lang), || Action::UseProfile) }
                        { button(data_text::profile_close(lang), || Action::ProfileClosed) }
                    </>
                }) }
            }
            if let Some(schools) = props.unchosen {
                <Banner weight={Weight::Note} first={data_text::many_schools(schools, lang)} rest={data_text::choose_school_rest(lang)}>
                    <button type="button" class="btn btn--small beside-urval" onclick={|_| edge::focus(FOCUS_FIELD)}>{ data_text::choose_school(lang) }</button>
                </Banner>
            }
            { for garbled }
            if let Some((first, rest)) = troubles.filter(|(first, _)| !first.is_empty()) {
                <Banner weight={Weight::Note} {first} {rest}>
                    { button(data_text::see_report(lang), || Action::View(View::Data)) }
                </Banner>
            }
        </>
    }
}

fn left(exit: Exit, outcome: Outcome, close: Html, lang: Lang) -> Html {
    let (weight, first, rest) = match outcome {
        Outcome::Blocked => (Weight::Stop, take_text::blocked(exit, lang), take_text::blocked_rest(lang)),
        Outcome::Saved | Outcome::Together => {
            (Weight::Note, take_text::together(exit, lang), take_text::together_rest(lang))
        }
    };
    html! { <Banner {weight} {first} {rest}>{ close }</Banner> }
}

fn profile_waits((first, rest): (String, String), buttons: Html) -> Html {
    html! { <Banner weight={Weight::Note} {first} {rest}>{ buttons }</Banner> }
}
