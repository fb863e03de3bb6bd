//! Läget: where are we?

use yew::{AttrValue, Callback, Html, Properties, component, html, use_memo, use_state_eq};

use super::card::CardView;
use super::context::use_lang;
use super::cut::use_cut;
use super::edge;
use super::edge::HEADING;
use super::howto::PlainHowTo;
use super::howto_text::Kind;
use super::matrix_takes::MatrixTakes;
use super::table::TableView;
use super::text;
use super::way::Way;
use super::why::WhyDialog;
use crate::data::Shared;
use crate::disclose::Protected;
use crate::query::Selection;
use crate::view::cut;
use crate::view::overview::overview;
use crate::view::screen::Why;
use crate::view::why;

#[derive(Clone, Properties, PartialEq)]
pub(super) struct Props {
    pub(super) dataset: Shared<Protected>,
    /// The data as they may leave.
    pub(super) leaving: Shared<Protected>,
    pub(super) selection: Selection,
    /// The names of the files.
    pub(super) source: AttrValue,
}

/// The answer, one card per indicator, and the schools side by side.
#[component]
pub(super) fn OverviewView(props: &Props) -> Html {
    let lang = use_lang();
    let asked = use_state_eq(|| None::<Why>);
    let (shown, rest) = use_cut(&props.selection, cut::ROWS);
    let deps = (props.dataset.clone(), shown, props.source.clone(), lang);
    let found = use_memo(deps, |(dataset, selection, source, lang)| {
        edge::timed(text::TIMED_URVAL, || Shared::new(overview(dataset, selection, source, *lang)))
    });
    let close = {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(None))
    };
    let way = Way { dataset: props.leaving.clone(), selection: props.selection.clone(), source: props.source.clone() };
    let card = |index: usize| {
        let (asked, overview) = (asked.setter(), (*found).clone());
        let on_why = {
            let overview = overview.clone();
            move |()| asked.set(overview.cards.get(index).map(|card| card.why.clone()))
        };
        html! { <CardView {overview} {index} {on_why} /> }
    };
    let on_why = {
        let (asked, found, way) = (asked.setter(), (*found).clone(), props.clone());
        Callback::from(move |(row, column): (usize, usize)| {
            let Props { dataset, selection, source, .. } = &way;
            let school = found.matrix.rows.get(row).map(|row| row.heading.as_str());
            asked.set(school.zip(column.checked_sub(1)).and_then(|(school, indicator)| {
                why::of_point(dataset, selection, indicator, (school, None), source, lang)
            }));
        })
    };
    html! {
        <>
            <header class="answer__head">
                <p class="question">{ text::question_overview(lang) }</p>
                <h1 id={HEADING} tabindex="-1">{ &found.heading }</h1>
                <p class="lead">{ &found.lead }</p>
            </header>
            <div class="cards" id="kort">{ for (0..found.cards.len()).map(card) }</div>
            <section class="chart" aria-labelledby="bredvid">
                <header class="chart__head">
                    <h2 id="bredvid">{ &found.matrix_heading }</h2>
                    if !found.matrix_say.is_empty() {
                        <p class="chart__say">{ &found.matrix_say }</p>
                    }
                </header>
                <div class="chart__bar"><MatrixTakes {way} /></div>
                <TableView table={found.matrix.clone()} minis={found.minis.clone()} quiet_caption=true walk=true {on_why} {rest} />
                <PlainHowTo kind={Kind::Matrix} />
                <footer class="chart__foot">{ for found.footnotes.iter().map(|note| html! { <p>{ note }</p> }) }</footer>
            </section>
            if let Some(why) = &*asked {
                <WhyDialog why={why.clone()} on_close={close} />
            }
        </>
    }
}
