//! A row of segments of which one is chosen: radio buttons, or tabs. One stop for the tab key; arrow keys choose.

use yew::{AttrValue, Callback, Html, KeyboardEvent, Properties, classes, component, html};

use super::edge;

/// What the segments are to a screen reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Radio,
    Tabs,
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) kind: Kind,
    /// Begins the ids: the segments are `{id}-0`, `{id}-1`…, and the panels of tabs `{id}-0-p`, `{id}-1-p`….
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    pub(super) names: Vec<String>,
    pub(super) chosen: usize,
    pub(super) on_choose: Callback<usize>,
}

/// The segments.
#[component]
pub(super) fn Segments(props: &Props) -> Html {
    let Props { kind, id, label, names, chosen, on_choose } = props;
    let is_tabs = *kind == Kind::Tabs;
    let onkeydown = {
        let (id, on_choose, chosen, last) = (id.clone(), on_choose.clone(), *chosen, names.len().saturating_sub(1));
        move |event: KeyboardEvent| {
            if let Some(next) = neighbour(&event.key(), chosen, last) {
                event.prevent_default();
                on_choose.emit(next);
                edge::focus(&format!("{id}-{next}"));
            }
        }
    };
    let segment = |(index, name): (usize, &String)| {
        let is_chosen = index == *chosen;
        let state = Some(is_chosen.to_string());
        let (checked, selected) = if is_tabs { (None, state) } else { (state, None) };
        html! {
            <button type="button" role={if is_tabs { "tab" } else { "radio" }} id={format!("{id}-{index}")}
                aria-checked={checked} aria-selected={selected} aria-controls={is_tabs.then(|| format!("{id}-{index}-p"))}
                tabindex={if is_chosen { "0" } else { "-1" }} onclick={on_choose.reform(move |_| index)}>
                { name }
            </button>
        }
    };
    html! {
        <div class={classes!("seg", (!is_tabs).then_some("seg--fill"))} role={if is_tabs { "tablist" } else { "radiogroup" }}
            aria-label={label.clone()} {onkeydown}>
            { for names.iter().enumerate().map(segment) }
        </div>
    }
}

/// Where a key leads; round at the ends.
fn neighbour(key: &str, chosen: usize, last: usize) -> Option<usize> {
    match key {
        "ArrowRight" | "ArrowDown" => Some(if chosen >= last { 0 } else { chosen + 1 }),
        "ArrowLeft" | "ArrowUp" => Some(chosen.checked_sub(1).unwrap_or(last)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::neighbour;

    #[test]
    fn arrows_go_round() {
        assert_eq!(neighbour("ArrowRight", 3, 3), Some(0));
        assert_eq!(neighbour("ArrowLeft", 0, 3), Some(3));
        assert_eq!(neighbour("ArrowDown", 1, 3), Some(2));
        assert_eq!(neighbour("Enter", 1, 3), None);
    }
}
