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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Lang;
    use crate::demo;
    use crate::ingest::Importer;
    use crate::view::trend::trend;

    #[test]
    fn a_school_has_the_same_key_beside_its_name_as_in_the_chart() {
        let mut importer = Importer::new(None);
        importer.begin_file(demo::file_name());
        importer.push(&demo::csv(demo::SEED));
        let dataset = importer.finish().dataset.expect("the demonstration has rows");
        for focus in 0..6 {
            let mut selection = Selection::first(&dataset);
            selection.focus_on(&dataset, focus);
            selection.compare(if focus == 2 { 3 } else { 2 }, false);
            let drawn: Vec<Role> = trend(&dataset, &selection, 0, "", Lang::Sv).chart.series.iter().map(|series| series.role).collect();
            let keys = selection.schools().into_iter().map(|school| role(&dataset, &selection, school).unwrap_or(Role::Focus));
            assert_eq!(keys.collect::<Vec<_>>(), drawn, "focus {focus}");
        }
    }
}
