//! Of very many chosen schools the first ones are shown at once, and all of them when one asks for it.

use yew::{Callback, Html, hook, html, use_state_eq};

use super::table_text;
use crate::data::Lang;
use crate::query::Selection;
use crate::view::cut::{Part, cut};

/// That more schools are chosen than are shown.
#[derive(Clone, PartialEq)]
pub(super) struct Rest {
    part: Part,
    /// Shows all of them, until another urval is chosen.
    pub(super) ask: Callback<()>,
}

/// As much of a urval as is shown: at most so many schools, but where all are asked for; and that there are more, where that is so.
#[hook]
pub(super) fn use_cut(selection: &Selection, most: usize) -> (Selection, Option<Rest>) {
    let whole = use_state_eq(|| None::<Selection>);
    let Some(part) = cut(selection, most).filter(|_| whole.as_ref() != Some(selection)) else {
        return (selection.clone(), None);
    };
    let (setter, asked) = (whole.setter(), selection.clone());
    let ask = Callback::from(move |()| setter.set(Some(asked.clone())));
    (part.urval.clone(), Some(Rest { part, ask }))
}

/// That there are more, and a button that shows them.
pub(super) fn more(rest: &Rest, on_all: &Callback<()>, lang: Lang) -> Html {
    let Part { shown, all, .. } = rest.part;
    html! {
        <p class="small quiet table-more">
            { table_text::some_schools(shown, all, lang) }{ " " }
            <button type="button" class="linklike" onclick={on_all.reform(|_| ())}>{ table_text::all_schools(all, lang) }</button>
        </p>
    }
}
