//! Grupper: for whom?

use yew::{AttrValue, Callback, Html, Properties, component, html, use_memo};

use super::context::{use_lang, use_send};
use super::cut::use_cut;
use super::edge;
use super::edge::HEADING;
use super::figure::Figure;
use super::groups_text;
use super::segments::{Kind, Segments};
use super::select::Select;
use super::subject::Subject;
use super::table::TableView;
use super::text;
use super::way::Way;
use crate::data::{Lang, Shared};
use crate::disclose::Protected;
use crate::ingest::Report;
use crate::query::Selection;
use crate::state::{Action, Face, View};
use crate::view::cut;
use crate::view::groups::{Groups, groups, without};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) dataset: Shared<Protected>,
    /// The data as they may leave.
    pub(super) leaving: Shared<Protected>,
    /// What became of the files, which tells what else could give groups.
    pub(super) report: Shared<Report>,
    pub(super) selection: Selection,
    /// The names of the files.
    pub(super) source: AttrValue,
    /// The indicator that is shown; the first where none is chosen.
    pub(super) indicator: Option<usize>,
    pub(super) face: Face,
}

/// The answer, the gap over the years, the two groups side by side, and all groups as a table.
#[component]
pub(super) fn GroupsView(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let Props { dataset, leaving, report, selection, source, indicator, face } = props;
    let indicator = indicator.unwrap_or_default();
    let (shown, rest) = use_cut(selection, cut::ROWS);
    let deps = (dataset.clone(), shown, source.clone(), indicator, lang);
    let found = use_memo(deps, |(dataset, selection, source, indicator, lang)| {
        edge::timed(text::TIMED_URVAL, || groups(dataset, selection, *indicator, source, *lang)).map(Shared::new)
    });
    let Some(found) = &*found else {
        return html! { <NoGroups dataset={dataset.clone()} report={report.clone()} /> };
    };
    let names: Vec<String> =
        dataset.profile.indicators.iter().map(|indicator| indicator.name.get(lang).to_owned()).collect();
    let on_choose = send.reform(|index| Action::Indicator(Some(index)));
    let way = Way { dataset: leaving.clone(), selection: selection.clone(), source: source.clone() };
    html! {
        <>
            <header class="answer__head">
                <p class="question">{ groups_text::question_groups(lang) }</p>
                <h1 id={HEADING} tabindex="-1">{ &found.heading }</h1>
                <p class="lead">{ &found.say }</p>
                <Segments kind={Kind::Radio} id="indikator" label={text::indicator(lang)} {names} chosen={indicator} {on_choose} />
                <Chooser found={found.clone()} />
            </header>
            if found.pair.is_some() {
                if found.by_year.rows.len() > 1 {
                    <Figure subject={Subject::Gap(found.clone())} face={*face} way={way.clone()} alone={true} shown={dataset.clone()} />
                } else if dataset.labels(crate::data::Dim::Year).len() > 1 {
                    <p class="small quiet">{ groups_text::one_year(lang) }</p>
                }
                <Figure subject={Subject::Dumbbell(found.clone())} face={*face} {way} alone={true} shown={dataset.clone()} {rest} />
            }
            { all(found, lang) }
        </>
    }
}

/// Every group as a table. Where no two are compared, the footnotes stand here.
fn all(found: &Groups, lang: Lang) -> Html {
    html! {
        <section class="chart" aria-labelledby="alla-grupper">
            <header class="chart__head"><h2 id="alla-grupper">{ groups_text::all_heading(lang) }</h2></header>
            <TableView table={found.all.clone()} />
            if found.pair.is_none() {
                <footer class="chart__foot">{ for found.footnotes.iter().map(|note| html! { <p>{ note }</p> }) }</footer>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ChooserProps {
    found: Shared<Groups>,
}

/// Which column gives the groups, and which two are compared: where there is anything to choose.
#[component]
fn Chooser(props: &ChooserProps) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let Groups { columns, dim, groups, pair, .. } = &*props.found;
    let places: Vec<(u16, String)> = (0..).zip(columns.iter().map(|(_, name)| name.clone())).collect();
    let chosen = places.iter().zip(columns).find(|(_, (column, _))| column == dim).map_or(0, |((place, _), _)| *place);
    let on_column = {
        let columns = columns.clone();
        send.reform(move |place: u16| Action::Split(columns.get(usize::from(place)).map(|(dim, _)| *dim)))
    };
    let of = *dim;
    let choose = |is_first: bool| {
        let pair = *pair;
        send.reform(move |group: u16| {
            let (first, second) = pair.unwrap_or((group, group));
            let groups = match (is_first, group) {
                // The other of the two changes places with it.
                (true, group) if group == second => (second, first),
                (false, group) if group == first => (second, first),
                (true, group) => (group, second),
                (false, group) => (first, group),
            };
            Action::Pair { of, groups }
        })
    };
    let both = pair.filter(|_| groups.len() > 2);
    if columns.len() < 2 && both.is_none() {
        return Html::default();
    }
    let select = |words: &'static str, options: &[(u16, String)], chosen: u16, on_choose: Callback<u16>| {
        html! { <label><span>{ words }</span><Select options={options.to_vec()} {chosen} {on_choose} /></label> }
    };
    html! {
        <div class="chooser">
            if columns.len() > 1 {
                { select(groups_text::split(lang), &places, chosen, on_column) }
            }
            if let Some((first, second)) = both {
                { select(groups_text::compare_group(lang), groups, first, choose(true)) }
                { select(groups_text::with_group(lang), groups, second, choose(false)) }
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct NoGroupsProps {
    dataset: Shared<Protected>,
    report: Shared<Report>,
}

/// What to do where no column gives groups.
#[component]
fn NoGroups(props: &NoGroupsProps) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let found = without(&props.dataset, &props.report, lang);
    html! {
        <>
            <header class="answer__head">
                <p class="question">{ groups_text::question_groups(lang) }</p>
                <h1 id={HEADING} tabindex="-1">{ found.heading }</h1>
                <p class="lead">{ found.say }</p>
            </header>
            <div class="notes"><ul>{ for found.ways.iter().map(|way| html! { <li>{ way }</li> }) }</ul></div>
            <div class="btns">
                <button type="button" class="btn" onclick={send.reform(|_| Action::View(View::Data))}>{ groups_text::to_data(lang) }</button>
            </div>
        </>
    }
}
