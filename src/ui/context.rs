//! What every component may need: the language, the dispatcher, and how the page looks.

use std::rc::Rc;

use yew::{Callback, UseReducerDispatcher, hook, use_context};

use super::look::Look;
use crate::data::Lang;
use crate::state::{Action, AppState};

/// Sends actions to the reducer.
pub(super) type Dispatch = UseReducerDispatcher<AppState>;

/// How the page looks; `None` until it has been asked, and natively.
pub(super) type Looked = Option<Rc<Look>>;

/// Around a view that is printed on a page of its own, and may take no second one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OnePage;

/// The language that the reader has chosen.
#[hook]
pub(super) fn use_lang() -> Lang {
    use_context::<Lang>().unwrap_or_default()
}

/// How the page looks.
#[hook]
pub(super) fn use_look() -> Looked {
    use_context::<Looked>().flatten()
}

/// A way to send actions. Does nothing outside [`App`](super::App).
#[hook]
pub(super) fn use_send() -> Callback<Action> {
    let dispatch = use_context::<Dispatch>();
    yew::use_callback(dispatch, |action: Action, dispatch| {
        if let Some(dispatch) = dispatch {
            dispatch.dispatch(action);
        }
    })
}
