//! The readout line: the point under pointer or cursor in words. It stays put under the figure, and is read aloud.

use yew::{Callback, Html, Properties, component, html};

use super::context::use_lang;
use super::text;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The point in words: which it is, a colon, and what is there.
    pub(super) point: Option<String>,
    /// What one can do, where it is not to point at points.
    #[prop_or_default]
    pub(super) hint: Option<&'static str>,
    /// The user asks why this value; `None` where there is no answer.
    #[prop_or_default]
    pub(super) on_why: Option<Callback<()>>,
}

/// The line.
#[component]
pub(super) fn Readout(props: &Props) -> Html {
    let lang = use_lang();
    let words = match props.point.as_deref().map(|point| point.split_once(": ").unwrap_or((point, ""))) {
        Some((which, what)) => html! { <><strong>{ which }</strong>{ " " }<span>{ what }</span></> },
        None => Html::default(),
    };
    html! {
        <div class="readout">
            <p role="status">{ words }</p>
            if props.point.is_none() {
                <p class="quiet">{ props.hint.unwrap_or_else(|| text::point_at(lang)) }</p>
            } else if let Some(on_why) = &props.on_why {
                <button type="button" class="linklike" aria-haspopup="dialog" onclick={on_why.reform(|_| ())}>{ text::why(lang) }</button>
            }
        </div>
    }
}
