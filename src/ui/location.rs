//! The address follows the reader, and the reader follows links.

use yew::{Callback, Html, Properties, component, hook, html, use_callback, use_effect_with, use_mut_ref};

use super::banner::{Banner, Weight};
use super::context::{Dispatch, use_lang, use_send};
use super::edge::HEADING;
use super::link_text as text;
use super::{edge, text as frame};
use crate::state::{Action, AppState, Followed, Link};

/// Keeps the address in step with the state, and the state with the browser's history. A link to the invented data opens them,
/// unless other data are there.
#[hook]
pub(super) fn use_location(state: &AppState, dispatch: &Dispatch, on_demo: &Callback<()>) {
    let shown = use_mut_ref(|| None::<(Link, u32)>);
    let now = state.link().map(|link| (link, state.followed.steps));
    use_effect_with(now, move |now| {
        let Some((link, steps)) = now else { return };
        let before = shown.replace(now.clone());
        // Where a link was followed the history has made its step already.
        let is_step = before.is_some_and(|(before, at)| at == *steps && !link.is_place_of(&before));
        edge::set_link(link, is_step);
    });
    let tell = use_callback(dispatch.clone(), |action: Action, dispatch: &Dispatch| dispatch.dispatch(action));
    use_effect_with(tell, |tell| edge::watch_link(tell.clone()));
    let wants_demo = state.loaded.is_none() && state.followed.waiting.as_ref().is_some_and(|link| link.invented);
    let on_demo = on_demo.clone();
    use_effect_with(wants_demo, move |&wanted| {
        if wanted {
            on_demo.emit(());
        }
    });
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) followed: Followed,
}

/// What is said of a link: that it waits for its data, or what of it could not be done.
#[component]
pub(super) fn LinkNote(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let Followed { waiting, told, .. } = &props.followed;
    let (first, rest) = match waiting {
        Some(link) => (text::belongs(link, lang), text::open_it(link, lang)),
        None if told.is_some() => (text::not_all(lang).to_owned(), ""),
        None => return Html::default(),
    };
    let told = told.as_ref().map(|told| text::told(told, lang)).unwrap_or_default();
    let rest = [rest, &told].join(" ");
    let close = send.reform(|_| {
        edge::focus(HEADING);
        Action::LinkDismissed
    });
    html! {
        <Banner weight={Weight::Note} {first} rest={rest.trim().to_owned()}>
            <button type="button" class="btn btn--small" onclick={close}>{ frame::close(lang) }</button>
        </Banner>
    }
}
