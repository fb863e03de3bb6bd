//! One message: how serious it is, what happened, what to do.

use yew::{Children, Html, Properties, classes, component, html};

use super::icon::{Icon, Shape};

/// How serious a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    /// Something to know.
    Note,
    /// Something is wrong.
    Stop,
    /// Something on offer.
    Quiet,
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) weight: Weight,
    /// The first sentence, in bold.
    pub(super) first: String,
    /// What to do.
    #[prop_or_default]
    pub(super) rest: String,
    /// Buttons.
    #[prop_or_default]
    pub(super) children: Children,
}

/// One message.
#[component]
pub(super) fn Banner(props: &Props) -> Html {
    let (class, role, shape) = match props.weight {
        Weight::Note => (None, "status", Shape::Note),
        Weight::Quiet => (Some("banner--quiet"), "status", Shape::Way),
        Weight::Stop => (Some("banner--stop"), "alert", Shape::Stop),
    };
    html! {
        <div class={classes!("banner", class)} {role}>
            <Icon {shape} />
            <p><strong>{ &props.first }</strong>{ " " }{ &props.rest }</p>
            <div class="btns">{ props.children.clone() }</div>
        </div>
    }
}
