//! A button that opens a list of things to do. Escape, a press outside and the focus going elsewhere close it.

use yew::{
    AttrValue, Callback, Html, KeyboardEvent, Properties, component, html, use_effect_with, use_node_ref, use_state_eq,
};

use super::edge;
use super::icon::{Icon, Shape};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Id of the list.
    pub(super) id: AttrValue,
    pub(super) shape: Shape,
    pub(super) label: AttrValue,
    /// What can be done.
    pub(super) items: Vec<&'static str>,
    /// Which of it was chosen.
    pub(super) on_choose: Callback<usize>,
}

/// The button and its list.
#[component]
pub(super) fn Menu(props: &Props) -> Html {
    let is_open = use_state_eq(|| false);
    let (whole, button) = (use_node_ref(), use_node_ref());
    {
        let (is_open, whole) = (is_open.clone(), whole.clone());
        use_effect_with(*is_open, move |open| {
            let watch = open.then(|| edge::watch_outside(&whole, &Callback::from(move |()| is_open.set(false))));
            move || drop(watch)
        });
    }
    let onkeydown = {
        let (is_open, button) = (is_open.clone(), button.clone());
        move |event: KeyboardEvent| {
            if event.key() == "Escape" && *is_open {
                event.prevent_default();
                is_open.set(false);
                edge::focus_on(&button);
            }
        }
    };
    let item = |(index, words): (usize, &&'static str)| {
        let (is_open, button, on_choose) = (is_open.clone(), button.clone(), props.on_choose.clone());
        let onclick = move |_| {
            // The list closes under the focus.
            edge::focus_on(&button);
            is_open.set(false);
            on_choose.emit(index);
        };
        html! { <li><button type="button" {onclick}>{ *words }</button></li> }
    };
    let on_open = {
        let is_open = is_open.clone();
        move |_| is_open.set(!*is_open)
    };
    html! {
        <div class="menu" ref={whole} {onkeydown}>
            <button type="button" class="btn btn--small" ref={button.clone()} aria-expanded={is_open.to_string()} aria-controls={props.id.clone()} onclick={on_open}>
                <Icon shape={props.shape} />{ &props.label }{ " \u{25be}" }
            </button>
            <ul class="menu__list" id={props.id.clone()} hidden={!*is_open}>{ for props.items.iter().enumerate().map(item) }</ul>
        </div>
    }
}
