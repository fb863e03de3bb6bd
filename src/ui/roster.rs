//! The schools as boxes to tick, by name or by value, all of them or those of a municipality or provider.

use yew::{AttrValue, Html, Properties, classes, component, html, use_memo, use_state_eq};

use super::combobox::{Choice, Combobox};
use super::context::{use_lang, use_send};
use super::keys::SeriesKey;
use super::pointed::SchoolCheck;
use super::select::Select;
use super::table::number;
use super::urval_text;
use crate::data::{Dataset, Lang, Shared};
use crate::disclose::Protected;
use crate::query::{Area, Selection};
use crate::state::Action;
use crate::view::roster::{Listed, others, roster};
use crate::view::series::role;

/// Most schools that are listed; nobody reads more, and each costs time.
const LISTED: usize = 100;
/// Stands for every school in the list of areas, and for the order by name. No dataset has so many.
const ALL: u16 = u16::MAX;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) dataset: Shared<Protected>,
    pub(super) selection: Selection,
    /// Every school, by name.
    pub(super) schools: Shared<Vec<Choice>>,
    pub(super) areas: Shared<Vec<Area>>,
    /// Whether the list can be cut down to an area.
    pub(super) by_area: bool,
    /// What stands beside the button that chooses all.
    pub(super) children: Html,
}

/// Order, area and boxes.
#[component]
pub(super) fn Roster(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let Props { dataset, selection, schools, areas, by_area, children } = props;
    let (area, order) = (use_state_eq(|| ALL), use_state_eq(|| ALL));
    let by = Some(usize::from(*order)).filter(|_| *order != ALL);
    // The list is the same whichever of its schools are chosen.
    let asked = Selection { compared: Vec::new(), ..selection.clone() };
    let deps = (dataset.clone(), asked, areas.clone(), *area, by, lang);
    let listed = use_memo(deps, |(dataset, selection, areas, area, by, lang)| {
        let asked = match areas.get(usize::from(*area)) {
            Some(area) => area.schools.iter().copied().filter(|&school| school != selection.focus).collect(),
            None => others(dataset, selection),
        };
        roster(dataset, selection, &asked, *by, *lang)
    });
    let options = use_memo((dataset.clone(), areas.clone(), lang), |(dataset, areas, lang)| {
        Shared::new(area_choices(dataset, areas, *lang))
    });
    let indicators = (0..ALL).zip(&dataset.profile.indicators);
    let orders = std::iter::once((ALL, urval_text::by_name(lang).to_owned()))
        .chain(indicators.map(|(at, about)| (at, about.name.get(lang).to_owned())))
        .collect::<Vec<_>>();
    let choose = {
        let all: Vec<u16> = listed.iter().map(|listed| listed.school).collect();
        send.reform(move |_: yew::MouseEvent| Action::CompareWith(all.clone()))
    };
    let on_area = {
        let area = area.setter();
        move |value| area.set(value)
    };
    let on_order = {
        let order = order.setter();
        move |value| order.set(value)
    };
    let row = |found: &Listed| {
        let (school, on) = (found.school, selection.compared.binary_search(&found.school).is_ok());
        let onchange = send.reform(move |_: yew::Event| Action::Compare { school, on: !on });
        let name = schools.get(usize::from(school)).map(|choice| choice.name.clone()).unwrap_or_default();
        html! {
            <SchoolCheck key={school} name={name.clone()}>
                <input type="checkbox" checked={on} {onchange} />
                <span>{ name }{ value(found) }</span>
                if let Some(role) = role(dataset, selection, school).filter(|_| on) {
                    <SeriesKey {role} />
                }
            </SchoolCheck>
        }
    };
    html! {
        <>
            if *by_area && !areas.is_empty() {
                <Combobox id="omrade" label={urval_text::schools_of(lang)} options={(*options).clone()} chosen={*area} on_choose={on_area} />
            }
            if listed.len() > 1 {
                <label class="inline"><span>{ urval_text::order_by(lang) }</span>
                    <Select options={orders} chosen={*order} on_choose={on_order} /></label>
            }
            <div class={classes!("checks", by_area.then_some("checks--long"))} role="group" aria-label={urval_text::list_label(lang)}>{ for listed.iter().take(LISTED).map(row) }</div>
            if listed.len() > LISTED {
                <p class="small quiet">{ urval_text::capped(LISTED, listed.len(), lang) }</p>
            }
            <div class="btns btns--wide">
                if listed.len() > 1 {
                    <button type="button" class="linklike" onclick={choose}>{ urval_text::choose_all(listed.len(), lang) }</button>
                }
                { children.clone() }
            </div>
        </>
    }
}

/// What the list is ordered by, with what it rests on.
fn value(found: &Listed) -> Html {
    match &found.number {
        None => Html::default(),
        Some(shown) => html! {
            <small class="check__value">{ number(shown) }
                if !found.base.is_empty() {
                    { ", " }{ &found.base }
                }
            </small>
        },
    }
}

/// Every school first, then the areas.
fn area_choices(dataset: &Dataset, areas: &[Area], lang: Lang) -> Vec<Choice> {
    let all = Choice { value: ALL, name: urval_text::all_schools(lang).into() };
    let named = |area: &Area| AttrValue::from(urval_text::area(dataset.name(area.dim, area.label), area.dim, lang));
    let own = (0..ALL).zip(areas).map(|(value, area)| Choice { value, name: named(area) });
    std::iter::once(all).chain(own).collect()
}
