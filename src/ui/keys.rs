//! Small drawings beside words: the line of a series, the mark of a verdict.

use yew::{AttrValue, Html, Properties, component, html, use_memo};

use crate::chart::{DisplayList, Palette, Verdict, series_key, svg, verdict_key};
use crate::data::{Dataset, Dim};
use crate::query::Selection;
use crate::view::model::Role;

/// Series with a colour, dash and marker of their own, besides the focus.
const COMPARED: usize = 7;

/// A drawing in the page; its colours follow the theme.
pub(super) fn inline(list: &DisplayList) -> Html {
    Html::from_html_unchecked(AttrValue::from(svg::inline(list, &Palette::css())))
}

#[derive(Properties, PartialEq)]
pub(super) struct SeriesProps {
    pub(super) role: Role,
}

/// Line and marker of a series.
#[component]
pub(super) fn SeriesKey(props: &SeriesProps) -> Html {
    let drawn = use_memo(props.role, |role| inline(&series_key(*role)));
    html! { <span class="key">{ (*drawn).clone() }</span> }
}

#[derive(Properties, PartialEq)]
pub(super) struct VerdictProps {
    pub(super) more_than_chance: bool,
    pub(super) up: bool,
}

/// A dot on its interval, solid or hollow.
#[component]
pub(super) fn VerdictKey(props: &VerdictProps) -> Html {
    let verdict = if props.more_than_chance { Verdict::Clear } else { Verdict::MayBeChance };
    html! { <span class="key">{ inline(&verdict_key(verdict)) }</span> }
}

/// How a compared school is drawn; `None` when it is not.
pub(super) fn role(dataset: &Dataset, selection: &Selection, school: u16) -> Option<Role> {
    let chosen = selection.compared.iter().position(|&other| other == school)?;
    let place = if dataset.labels(Dim::School).len() <= COMPARED + 1 {
        usize::from(school) - usize::from(school > selection.focus)
    } else if selection.compared.len() <= COMPARED {
        chosen
    } else {
        return Some(Role::Context);
    };
    Some(u8::try_from(place + 2).map_or(Role::Context, Role::Compared))
}
