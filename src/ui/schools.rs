//! The schools that the focus is compared with: boxes to tick when they are few, else chips, a field to add one, and a list to choose from.

use yew::{Callback, Event, Html, Properties, component, html, use_memo, use_state_eq};

use super::combobox::{Choice, Combobox};
use super::context::{use_lang, use_send};
use super::icon::{Icon, Shape};
use super::keys::SeriesKey;
use super::roster::Roster;
use super::{edge, text, urval_text};
use crate::data::{Lang, Shared};
use crate::disclose::Protected;
use crate::query::{Area, Selection, areas};
use crate::state::Action;
use crate::view::beside::place_name;
use crate::view::model::Role;
use crate::view::series::role;

/// Most schools of a file that are all listed.
pub(super) const FEW: usize = 8;
/// Most chosen schools that have a chip.
const CHIPS: usize = 8;

/// The field that adds a school.
const ADD_FIELD: &str = "jamfor";
/// The group as a whole.
const GROUP: &str = "jamforda";

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) dataset: Shared<Protected>,
    pub(super) selection: Selection,
    /// Every school, by name.
    pub(super) schools: Shared<Vec<Choice>>,
}

/// The compared schools.
#[component]
pub(super) fn Schools(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let Props { dataset, selection, schools } = props;
    let open = use_state_eq(|| false);
    let areas = use_memo(dataset.clone(), |dataset| Shared::new(areas(dataset)));
    let is_few = schools.len() <= FEW;
    let toggle = {
        let open = open.clone();
        move |_| open.set(!*open)
    };
    // The button goes with the schools; the focus goes to where one can choose others.
    let clear = send.reform(move |_: yew::MouseEvent| {
        edge::focus(if is_few { GROUP } else { ADD_FIELD });
        Action::CompareNone
    });
    let clear = html! {
        if !selection.compared.is_empty() {
            <button type="button" class="linklike" onclick={clear}>{ text::compare_none(lang) }</button>
        }
    };
    let is_open = is_few || *open;
    html! {
        <fieldset class="field stack stack--s" id={GROUP} tabindex="-1">
            <legend>{ text::compare_with(lang) }</legend>
            if !is_few {
                <Chips dataset={dataset.clone()} selection={selection.clone()} schools={schools.clone()} />
                <button type="button" class="linklike" aria-expanded={open.to_string()} onclick={toggle}>
                    { if *open { urval_text::close_list(lang) } else { urval_text::choose_in_list(lang) } }
                </button>
            }
            if is_open {
                <Roster dataset={dataset.clone()} selection={selection.clone()} schools={schools.clone()} areas={(*areas).clone()} by_area={!is_few}>{ clear.clone() }</Roster>
            }
            { around(props, &areas, &send, lang) }
            if !is_open {
                { clear }
            }
        </fieldset>
    }
}

/// Buttons for all schools of the municipality of the school in focus, and of its provider; and boxes for them all together.
fn around(props: &Props, areas: &[Area], send: &Callback<Action>, lang: Lang) -> Html {
    let own = areas.iter().filter(|area| area.schools.contains(&props.selection.focus));
    let button = |area: &Area| {
        let name = props.dataset.name(area.dim, area.label);
        let schools: Vec<u16> =
            area.schools.iter().copied().filter(|&school| school != props.selection.focus).collect();
        let words = urval_text::choose_area(name, area.dim, schools.len(), lang);
        let choose = send.reform(move |_: yew::MouseEvent| Action::CompareWith(schools.clone()));
        html! { <button type="button" class="linklike" onclick={choose}>{ words }</button> }
    };
    // One of the two stands beside the schools, or none.
    let shown = |area: &Area| {
        let (dim, is_shown) = (area.dim, props.selection.area == Some(area.dim));
        let show = send.reform(move |_: Event| Action::Area((!is_shown).then_some(dim)));
        let name = place_name(props.dataset.name(dim, area.label), dim, lang);
        html! {
            <label class="check">
                <input type="checkbox" checked={is_shown} onchange={show} />
                <span>{ urval_text::beside(&name, lang) }</span>
                if is_shown {
                    <SeriesKey role={Role::Place} />
                }
            </label>
        }
    };
    html! { <>{ for own.clone().map(button) }{ for own.map(shown) }</> }
}

#[component]
fn Chips(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let Props { selection, schools, dataset } = props;
    let others = use_memo((schools.clone(), selection.clone()), |(schools, selection)| {
        let is_other = |choice: &&Choice| {
            choice.value != selection.focus && selection.compared.binary_search(&choice.value).is_err()
        };
        Shared::new(schools.iter().filter(is_other).cloned().collect::<Vec<_>>())
    });
    let chip = |&school: &u16| {
        let name = schools.get(usize::from(school)).map(|choice| choice.name.clone()).unwrap_or_default();
        // The button goes with its chip; the focus goes to where one can add another school.
        let remove = send.reform(move |_| {
            edge::focus(ADD_FIELD);
            Action::Compare { school, on: false }
        });
        html! {
            <li class="chip" key={school}>
                if let Some(role) = role(dataset, selection, school) {
                    <SeriesKey {role} />
                }
                <span>{ name.clone() }</span>
                <button type="button" aria-label={text::remove(&name, lang)} onclick={remove}><Icon shape={Shape::Close} /></button>
            </li>
        }
    };
    let beyond = selection.compared.get(CHIPS..).map_or(0, <[u16]>::len);
    html! {
        <>
            if selection.compared.is_empty() {
                <p class="small quiet">{ text::compare_empty(lang) }</p>
            } else {
                <ul class="chips" aria-label={text::compare_with(lang)}>
                    { for selection.compared.iter().take(CHIPS).map(chip) }
                    if beyond > 0 {
                        <li class="small quiet">{ urval_text::more_chosen(beyond, lang) }</li>
                    }
                </ul>
            }
            <Combobox id={ADD_FIELD} label={text::compare_add(lang)} options={(*others).clone()}
                on_choose={send.reform(|school| Action::Compare { school, on: true })} />
        </>
    }
}
