//! A first and a last among things in a row: two of the browser's own sliders over one track, so keys, touch and screen readers work as everywhere.

use yew::{AttrValue, Callback, Html, InputEvent, Properties, classes, component, html};

use super::edge;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// What is chosen from: a name for each place.
    pub(super) names: Vec<String>,
    /// Names of the two thumbs.
    pub(super) labels: [AttrValue; 2],
    /// Places of the first and the last.
    pub(super) chosen: (u16, u16),
    pub(super) on_first: Callback<u16>,
    pub(super) on_last: Callback<u16>,
}

/// The two thumbs. One that reaches the other takes it along.
#[component]
pub(super) fn Slider(props: &Props) -> Html {
    let Props { names, labels, chosen: (first, last), on_first, on_last } = props;
    let end = names.len().saturating_sub(1);
    let thumb = |label: &AttrValue, place: u16, class: Option<&'static str>, on_move: &Callback<u16>| {
        let on_move = on_move.clone();
        let oninput = move |event: InputEvent| {
            if let Ok(place) = edge::value(&event).parse() {
                on_move.emit(place);
            }
        };
        html! {
            <input type="range" min="0" max={end.to_string()} step="1" value={place.to_string()} class={classes!(class)}
                aria-label={label.clone()} aria-valuetext={names.get(usize::from(place)).cloned()} {oninput} />
        }
    };
    // Where both are at the end, only the first has somewhere to go.
    let is_over = usize::from(*first) == end;
    let line = |from: &u16, to: String, class: &'static str| {
        html! { <line x1={from.to_string()} x2={to} y1="1" y2="1" {class} /> }
    };
    html! {
        <div class="range">
            <svg viewBox={format!("0 0 {end} 2")} preserveAspectRatio="none" aria-hidden="true">
                { line(&0, end.to_string(), "range__track") }
                { line(first, last.to_string(), "range__chosen") }
            </svg>
            { thumb(&labels[0], *first, is_over.then_some("is-over"), on_first) }
            { thumb(&labels[1], *last, None, on_last) }
        </div>
    }
}
