//! Small drawings beside words: the line of a series, the mark of a verdict.

use yew::{AttrValue, Html, Properties, component, html, use_memo};

use crate::chart::{DisplayList, Palette, Verdict, break_key, series_key, svg, verdict_key};
use crate::view::model::Role;
use crate::view::screen::VerdictMark;

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

/// The mark of a break.
#[component]
pub(super) fn BreakKey() -> Html {
    html! { <span class="key">{ inline(&break_key()) }</span> }
}

#[derive(Properties, PartialEq)]
pub(super) struct VerdictProps {
    pub(super) mark: VerdictMark,
}

/// A dot on its interval, solid or hollow.
#[component]
pub(super) fn VerdictKey(props: &VerdictProps) -> Html {
    let verdict = match &props.mark {
        VerdictMark { more_than_chance: false, .. } => Verdict::MayBeChance,
        VerdictMark { up: true, .. } => Verdict::Higher,
        VerdictMark { up: false, .. } => Verdict::Lower,
    };
    html! { <span class="key">{ inline(&verdict_key(verdict)) }</span> }
}
