//! The urval: what is shown, chosen once for every view.

use yew::{Callback, Html, Properties, component, html, use_effect_with, use_memo, use_state_eq};

use super::bar::LEAVE_PROJECTOR;
use super::choices::names;
use super::combobox::Combobox;
use super::context::{use_lang, use_send};
use super::edge;
use super::pool::Pool;
use super::programme::{Programme, is_choice};
use super::schools::{FEW, Schools};
use super::text;
use super::urval_text;
use super::years::Years;
use crate::data::{Dataset, Dim, Lang, Shared};
use crate::disclose::Protected;
use crate::query::Selection;
use crate::state::{Action, View};
use crate::view::groups::{divided, divided_by, named_columns};
use crate::view::window;
use crate::view::words::in_sentence;

/// The field in which the school in focus is chosen.
pub(super) const FOCUS_FIELD: &str = "fokus";

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) dataset: Shared<Protected>,
    pub(super) selection: Selection,
    pub(super) view: View,
    pub(super) projector: bool,
}

/// The column of choices; on narrow screens a line that unfolds.
#[component]
pub(super) fn Urval(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let Props { dataset, selection, view, projector } = props;
    // Where one has to choose a school first, the fields are not folded away on narrow screens and projectors. They are when one goes on.
    let open = use_state_eq(|| is_unchosen(dataset, selection));
    let schools = use_memo((dataset.clone(), lang), |(dataset, lang)| Shared::new(names(dataset, Dim::School, *lang)));
    {
        let (open, dataset, selection) = (open.setter(), dataset.clone(), selection.clone());
        use_effect_with((dataset, *view, *projector), move |(dataset, ..)| open.set(is_unchosen(dataset, &selection)));
    }
    // A field that was folded away had the focus.
    use_effect_with(*projector && !*open, |is_folded| {
        if *is_folded {
            edge::focus_if_lost(LEAVE_PROJECTOR);
        }
    });
    let toggle = {
        let open = open.clone();
        move |_| open.set(!*open)
    };
    html! {
        <aside class="urval" aria-label={text::urval(lang)}>
            <button type="button" class="urval__toggle" aria-expanded={open.to_string()} aria-controls="urval" onclick={toggle}>
                <span><strong>{ text::urval(lang) }{ ":" }</strong>{ " " }{ summary(dataset, selection, *view, lang) }</span>
                <span class="linklike">{ if *open { text::close(lang) } else { text::change(lang) } }</span>
            </button>
            <div class="urval__body" id="urval">
                if schools.len() > 1 {
                    <Combobox id={FOCUS_FIELD} label={text::focus_school(lang)} options={(*schools).clone()} chosen={selection.focus}
                        on_choose={send.reform(Action::Focus)} />
                    <Schools dataset={dataset.clone()} selection={selection.clone()} schools={(*schools).clone()} />
                }
                <Years dataset={dataset.clone()} from={selection.from} to={selection.to} />
                <Pool dataset={dataset.clone()} pooled={selection.pooled} />
                if is_choice(dataset) {
                    <Programme dataset={dataset.clone()} chosen={selection.programme} />
                }
                <div class="urval__foot">
                    <button type="button" class="linklike" onclick={reset(&send)}>{ text::reset(lang) }</button>
                </div>
            </div>
        </aside>
    }
}

fn reset(send: &Callback<Action>) -> Callback<yew::MouseEvent> {
    send.reform(|_| Action::Reset)
}

/// Whether there are many schools, and the one in focus is only the first of them.
pub(super) fn is_unchosen(dataset: &Dataset, selection: &Selection) -> bool {
    dataset.labels(Dim::School).len() > FEW && selection.focus == 0 && selection.compared.is_empty()
}

/// The urval in one line.
pub(super) fn summary(dataset: &Protected, selection: &Selection, view: View, lang: Lang) -> String {
    let year = |code| dataset.name(Dim::Year, code);
    let by = divided_by(dataset, selection).filter(|_| view == View::Trend);
    // What is left aside where it is divided is not said.
    let whole = Selection { compared: Vec::new(), programme: None, pooled: 0, since: None, ..selection.clone() };
    let selection = if by.is_some() { &whole } else { selection };
    let years = text::span(year(selection.from), year(selection.to));
    let programme = selection.programme.map(|code| dataset.name(Dim::Programme, code));
    let line =
        text::urval_line(dataset.name(Dim::School, selection.focus), selection.compared.len(), &years, programme, lang);
    let together = window::together(selection.pooled, lang).map(str::to_owned);
    let since = selection.since.filter(|_| view == View::Trend);
    let since = since.map(|base| in_sentence(&urval_text::since(&window::name(dataset, selection, base), lang)));
    let by = by.and_then(|by| named_columns(dataset, lang).into_iter().find(|(dim, _)| *dim == by));
    let by = by.map(|(_, name)| divided(&name, lang));
    std::iter::once(line).chain(together).chain(since).chain(by).collect::<Vec<_>>().join(", ")
}
