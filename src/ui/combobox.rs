//! A choice from a long list: a field to search in, with the hits below (the ARIA combobox with a list).

use yew::{
    AttrValue, Callback, Html, InputEvent, KeyboardEvent, MouseEvent, Properties, classes, component, html,
    use_effect_with, use_memo, use_node_ref, use_state,
};

use super::context::use_lang;
use super::{edge, text};
use crate::data::{Lang, Shared, normalise};

/// Most hits that are listed; typing is faster than scrolling beyond that.
const LISTED: usize = 200;
/// How far Page Up and Page Down go.
const PAGE: usize = 8;

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) value: u16,
    pub(super) name: AttrValue,
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    pub(super) options: Shared<Vec<Choice>>,
    /// What stands in the field; nothing where every choice is one more.
    #[prop_or_default]
    pub(super) chosen: Option<u16>,
    pub(super) on_choose: Callback<u16>,
}

/// What the list is doing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct List {
    open: bool,
    /// What has been typed since the list was opened; `None` while the chosen name stands there untouched.
    query: Option<String>,
    /// Place of the active hit.
    active: usize,
}

/// The field and its list.
#[component]
pub(super) fn Combobox(props: &Props) -> Html {
    let lang = use_lang();
    let field = use_node_ref();
    let list = use_state(List::default);
    let keys = use_memo(props.options.clone(), |options| {
        options.iter().map(|choice| normalise(&choice.name)).collect::<Vec<_>>()
    });
    let found = if list.open { hits(&keys, list.query.as_deref().unwrap_or_default()) } else { Vec::new() };
    let listed = found.len().min(LISTED);
    let option_id = |place: usize| format!("{}-{place}", props.id);
    let active_id = (list.open && listed > 0).then(|| option_id(list.active.min(listed - 1)));
    use_effect_with(active_id.clone(), |id| {
        if let Some(id) = id {
            edge::reveal(id);
        }
    });

    {
        // After a choice the name that stands there is replaced by typing, as when one comes to the field.
        let field = field.clone();
        use_effect_with((props.chosen, list.open), move |&(_, is_open)| {
            if !is_open {
                edge::select_if_focused(&field);
            }
        });
    }

    let name_of = |value| props.options.iter().find(|choice| choice.value == value).map(|choice| choice.name.clone());
    let shown = props.chosen.and_then(name_of).unwrap_or_default();
    let value = list.query.clone().map_or(shown, AttrValue::from);
    let opened = {
        let place = found_place(&keys, &props.options, props.chosen);
        move || List { open: true, query: None, active: place }
    };
    let choose = {
        let (list, on_choose) = (list.clone(), props.on_choose.clone());
        Callback::from(move |value: u16| {
            list.set(List::default());
            on_choose.emit(value);
        })
    };
    let oninput = {
        let list = list.clone();
        move |event: InputEvent| list.set(List { open: true, query: Some(edge::value(&event)), active: 0 })
    };
    let onclick = {
        let (list, opened, field) = (list.clone(), opened, field.clone());
        move |_: MouseEvent| {
            if list.open {
                list.set(List::default());
            } else {
                edge::select_text(&field);
                list.set(opened());
            }
        }
    };
    let onfocus = {
        let field = field.clone();
        // So that typing begins a search instead of adding to a name.
        move |_| edge::select_text(&field)
    };
    let onkeydown = {
        let (list, choose, options) = (list.clone(), choose.clone(), props.options.clone());
        let hits: Vec<usize> = found.iter().take(listed).copied().collect();
        move |event: KeyboardEvent| match (event.key().as_str(), list.open) {
            ("ArrowDown" | "ArrowUp", false) => {
                event.prevent_default();
                list.set(opened());
            }
            ("Escape", true) => {
                event.prevent_default();
                event.stop_propagation();
                list.set(List::default());
            }
            ("Enter", true) => {
                event.prevent_default();
                if let Some(&hit) = hits.get(list.active) {
                    choose.emit(options[hit].value);
                }
            }
            (key, true) => {
                if let Some(active) = moved(key, list.active, hits.len()) {
                    event.prevent_default();
                    list.set(List { active, ..(*list).clone() });
                }
            }
            _ => {}
        }
    };
    let onblur = {
        let list = list.clone();
        move |_| list.set(List::default())
    };
    let option = |(place, &hit): (usize, &usize)| {
        let Choice { value, name } = &props.options[hit];
        let (value, is_chosen) = (*value, props.chosen == Some(*value));
        html! {
            <div role="option" id={option_id(place)} key={value} aria-selected={is_chosen.to_string()}
                class={classes!((place == list.active).then_some("is-active"))} onclick={choose.reform(move |_| value)}>
                <span>{ name.clone() }</span>
            </div>
        }
    };
    let list_id = format!("{}-lista", props.id);
    html! {
        <div class="field">
            <label for={props.id.clone()}>{ props.label.clone() }</label>
            <div class="combo">
                <input class="combo__input" id={props.id.clone()} ref={field} type="text" role="combobox" autocomplete="off" spellcheck="false"
                    aria-autocomplete="list" aria-expanded={list.open.to_string()} aria-controls={list.open.then(|| list_id.clone())}
                    aria-activedescendant={active_id} placeholder={text::search(lang)} {value} {oninput} {onclick} {onfocus} {onkeydown} {onblur} />
                if list.open {
                    // Pressing the mouse on the list must not take the focus from the field, which would close the list.
                    <div class="combo__pop" onmousedown={|event: MouseEvent| event.prevent_default()}>
                        <div class="combo__list" role="listbox" id={list_id} aria-label={props.label.clone()}>
                            { for found.iter().take(listed).enumerate().map(option) }
                        </div>
                        { below(list.query.as_deref().unwrap_or_default(), listed, found.len(), lang) }
                    </div>
                }
            </div>
            <span class="sr" role="status">{ list.open.then(|| text::hits(found.len(), props.options.len(), lang)) }</span>
        </div>
    }
}

/// What the list does not say.
fn below(query: &str, listed: usize, found: usize, lang: Lang) -> Html {
    let words = match found {
        0 => text::no_hits(query, lang),
        _ if found > listed => text::more_hits(listed, found, lang),
        _ => return Html::default(),
    };
    html! { <p class="combo__note">{ words }</p> }
}

/// Places of the names that contain every word of the query.
fn hits(keys: &[String], query: &str) -> Vec<usize> {
    let words: Vec<String> = query.split_whitespace().map(normalise).collect();
    (0..keys.len()).filter(|&place| words.iter().all(|word| keys[place].contains(word.as_str()))).collect()
}

/// Where the list begins: at the chosen one.
fn found_place(keys: &[String], options: &[Choice], chosen: Option<u16>) -> usize {
    let place = chosen.and_then(|chosen| options.iter().position(|choice| choice.value == chosen));
    place.filter(|&place| place < keys.len().min(LISTED)).unwrap_or(0)
}

/// Where a key leads in a list of this length.
fn moved(key: &str, active: usize, length: usize) -> Option<usize> {
    let last = length.checked_sub(1)?;
    Some(match key {
        "ArrowDown" => {
            if active >= last {
                0
            } else {
                active + 1
            }
        }
        "ArrowUp" => active.checked_sub(1).unwrap_or(last),
        "PageDown" => (active + PAGE).min(last),
        "PageUp" => active.saturating_sub(PAGE),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_contain_every_word_whatever_its_accents() {
        let keys = ["Södra Latins gymnasium", "Östra gymnasiet", "NTI Gymnasiet Södertörn"].map(normalise);
        assert_eq!(hits(&keys, "sod"), [0, 2]);
        assert_eq!(hits(&keys, "gymnasiet NTI"), [2]);
        assert_eq!(hits(&keys, ""), [0, 1, 2]);
        assert!(hits(&keys, "norra").is_empty());
    }

    #[test]
    fn keys_stay_in_the_list() {
        assert_eq!(moved("ArrowDown", 2, 3), Some(0));
        assert_eq!(moved("ArrowUp", 0, 3), Some(2));
        assert_eq!(moved("PageDown", 0, 3), Some(2));
        assert_eq!(moved("ArrowDown", 0, 0), None);
        assert_eq!(moved("a", 0, 3), None);
    }
}
