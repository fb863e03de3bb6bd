//! The whole page: state at the top, one view below.

use std::rc::Rc;

use yew::{
    Callback, ContextProvider, Html, MouseEvent, Properties, classes, component, html, use_effect_with, use_memo,
    use_mut_ref, use_reducer, use_state_eq,
};

use super::bar::{Bar, LEAVE_PROJECTOR};
use super::context::{Dispatch, Looked, OnePage};
use super::data_text;
use super::edge;
use super::foot::Foot;
use super::leave::{Ledger, use_paper};
use super::location::{LinkNote, use_location};
use super::mapping_text;
use super::messages::Messages;
use super::page::{on_pages, print_head, source, unchosen, view, waiting};
use super::patience::{use_patience, use_settled, wait};
use super::pointed::Pointing;
use super::progress::ProgressPanel;
use super::reading::{Hands, use_reading};
use super::text;
use super::tools::{PROJECTOR, PROJECTOR_KEY};
use super::tour::{TourOffer, TourPanel, is_offered, use_place};
use super::urval::Urval;
use crate::data::{Dim, Lang};
use crate::demo;
use crate::state::{Action, AppState, Phase, View};
use crate::view::window;

const ANSWER: &str = "svar";
/// What the app begins with.
#[derive(Debug, Default, Properties, PartialEq)]
pub struct Props {
    /// The state at first.
    #[prop_or_default]
    pub start: AppState,
}

/// The app.
#[component]
pub fn App(props: &Props) -> Html {
    let start = props.start.clone();
    let state = use_reducer(move || start);
    let dispatch = state.dispatcher();
    let lang = state.lang;
    let look = use_state_eq(Looked::default);
    let over = use_state_eq(|| false);

    {
        let look = look.setter();
        use_effect_with((lang, state.theme, state.projector), move |&(lang, theme, projector)| {
            edge::mark_root(lang, theme, projector);
            look.set(edge::look().map(Rc::new));
        });
    }
    {
        let look = look.setter();
        use_effect_with((), move |()| {
            edge::watch_appearance(&Callback::from(move |()| look.set(edge::look().map(Rc::new))))
        });
    }

    {
        // A button that was pressed is hidden now; the focus goes to the one that leads back. A key leaves it where it is.
        let at_first = use_mut_ref(|| true);
        use_effect_with(state.projector, move |&on| {
            if !at_first.replace(false) {
                edge::focus_if_lost(if on { LEAVE_PROJECTOR } else { PROJECTOR });
            }
        });
    }

    {
        let (dispatch, projector) = (dispatch.clone(), state.projector);
        use_effect_with(projector, move |&on| {
            let toggle = Callback::from(move |()| dispatch.dispatch(Action::Projector(!on)));
            edge::watch_key(PROJECTOR_KEY, toggle)
        });
    }

    let Hands { files: on_files, demo: on_demo, stop: on_stop } = use_reading(&state, &dispatch);
    use_location(&state, &dispatch, &on_demo);
    {
        let over = over.setter();
        use_effect_with(on_files.clone(), move |on_files| {
            edge::watch_drop(on_files.clone(), Callback::from(move |is_over| over.set(is_over)))
        });
    }

    let source = use_memo((state.loaded.clone(), lang), |(loaded, lang)| source(loaded.as_ref(), *lang));
    use_title(&state);
    let all_views = use_state_eq(|| false);
    let printed = if *all_views { on_pages().collect() } else { vec![state.view] };
    let over_again = {
        let all_views = all_views.setter();
        Callback::from(move |()| all_views.set(false))
    };
    let send = {
        let dispatch = dispatch.clone();
        Callback::from(move |action| dispatch.dispatch(action))
    };
    use_paper(&state, printed, send, over_again, lang);
    // Once the pages are there.
    use_effect_with(*all_views, |all_views| {
        if *all_views {
            edge::print();
        }
    });
    let on_print_all = {
        let all_views = all_views.setter();
        Callback::from(move |()| all_views.set(true))
    };
    use_place(&state);

    let loaded = state.loaded.as_ref().filter(|_| state.view != View::Data);
    let is_ready = use_patience(&state);
    let settled = use_settled(&state, is_ready);
    let invented = state.loaded.as_ref().is_some_and(|loaded| loaded.dataset.invented);
    let to_answer = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        edge::focus(ANSWER);
    });
    html! {
        <ContextProvider<Lang> context={lang}>
        <ContextProvider<Looked> context={(*look).clone()}>
        <ContextProvider<Dispatch> context={dispatch}>
        <ContextProvider<Ledger> context={state.ledger.clone()}>
        <Pointing>
            <a class="skip" href={format!("#{ANSWER}")} onclick={to_answer}>{ text::skip(lang) }</a>
            <Bar view={state.view} loaded={state.loaded.clone()} source={(*source).clone()} theme={state.theme} projector={state.projector} {on_print_all} />
            <div class={classes!("shell", loaded.is_none().then_some("shell--one"))}>
                if let Some(loaded) = loaded {
                    <Urval dataset={loaded.dataset.clone()} selection={state.selection.clone()} view={state.view} projector={state.projector} />
                }
                <main class={classes!("answer", all_views.then_some("answer--all"))} id={ANSWER} tabindex="-1">
                    <TourPanel at={state.stop()} />
                    { print_head(loaded, &state, state.view, &source) }
                    <p class="paper-held">{ data_text::paper_held(lang) }</p>
                    if let Phase::Reading(progress) = &state.phase {
                        <ProgressPanel progress={progress.clone()} {on_stop} />
                    }
                    <LinkNote followed={state.followed.clone()} />
                    <TourOffer open={is_offered(&state)} />
                    <Messages
                        phase={state.phase.clone()}
                        view={state.view}
                        loaded={state.loaded.clone()}
                        waiting={waiting(&state)}
                        refused={state.profile_refused.clone()}
                        left={state.left}
                        unchosen={unchosen(loaded, &state)}
                    />
                    if let Some(settled) = settled {
                        { view(&settled, state.view, &source, on_files.clone(), on_demo.clone(), *over) }
                    } else {
                        { wait(lang) }
                    }
                    if *all_views {
                        { for on_pages().map(|shown| html! {
                            <div class="paper-page">
                                { print_head(loaded, &state, shown, &source) }
                                <ContextProvider<OnePage> context={OnePage}>
                                    { view(&state, shown, &source, on_files.clone(), on_demo.clone(), false) }
                                </ContextProvider<OnePage>>
                            </div>
                        }) }
                    }
                </main>
            </div>
            if *over && state.view != View::Data {
                <div class="drop-veil" aria-hidden="true"><strong>{ data_text::drop_now(lang) }</strong></div>
            }
            <Foot words={if invented { text::foot_invented(demo::SEED, lang) } else { text::foot(lang).to_owned() }} />
            <p class="sr" role="status">{ spoken(&state) }</p>
        </Pointing>
        </ContextProvider<Ledger>>
        </ContextProvider<Dispatch>>
        </ContextProvider<Looked>>
        </ContextProvider<Lang>>
    }
}

/// What a screen reader hears without asking.
fn spoken(state: &AppState) -> String {
    match (&state.phase, &state.loaded) {
        (Phase::Reading(progress), _) => format!("{}: {}", data_text::reading(state.lang), progress.file),
        (Phase::Idle, Some(loaded)) => {
            let done = data_text::done(loaded.report.rows_used(), state.lang);
            format!("{} {done}", mapping_text::said(&loaded.mapping, state.lang)).trim_start().to_owned()
        }
        (Phase::Failed(attempt), _) if attempt.mapping.said.is_some() => {
            format!("{} {}", mapping_text::said(&attempt.mapping, state.lang), data_text::failed(state.lang))
        }
        _ => String::new(),
    }
}

#[yew::hook]
fn use_title(state: &AppState) {
    let subject = state.loaded.as_ref().filter(|_| state.view != View::Data).map(|loaded| {
        let school = loaded.dataset.name(Dim::School, state.selection.focus);
        format!("{school} {}", window::name(&loaded.dataset, &state.selection, state.selection.to)).trim().to_owned()
    });
    let title = text::title(text::view(state.view, state.lang), subject.as_deref());
    use_effect_with(title, |title| edge::set_title(title));
}
