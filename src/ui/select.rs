//! A choice from a short list: the browser's own select.

use yew::{AttrValue, Callback, Event, Html, Properties, component, html, use_effect_with, use_node_ref};

use super::edge;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    #[prop_or_default]
    pub(super) id: Option<AttrValue>,
    /// Name for screen readers, where no label stands beside it.
    #[prop_or_default]
    pub(super) label: Option<AttrValue>,
    /// Value and name of each choice.
    pub(super) options: Vec<(u16, String)>,
    pub(super) chosen: u16,
    pub(super) on_choose: Callback<u16>,
}

/// The select.
#[component]
pub(super) fn Select(props: &Props) -> Html {
    let field = use_node_ref();
    {
        // An option's `selected` attribute counts only until the user has chosen for the first time.
        let field = field.clone();
        use_effect_with((props.chosen, props.options.clone()), move |(chosen, _)| {
            edge::set_value(&field, &chosen.to_string());
        });
    }
    let onchange = {
        let on_choose = props.on_choose.clone();
        move |event: Event| {
            if let Ok(value) = edge::value(&event).parse() {
                on_choose.emit(value);
            }
        }
    };
    let option = |(value, name): &(u16, String)| {
        html! { <option value={value.to_string()} selected={*value == props.chosen}>{ name }</option> }
    };
    html! {
        <select class="select" ref={field} id={props.id.clone()} aria-label={props.label.clone()} {onchange}>
            { for props.options.iter().map(option) }
        </select>
    }
}
