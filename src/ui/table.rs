//! A table with one header column, sorted by the column whose heading is pressed. The headings stay in sight. On narrow screens each row
//! becomes a block, and each cell names its column.

use yew::{
    AttrValue, Callback, Classes, Html, KeyboardEvent, MouseEvent, Properties, classes, component, html,
    use_effect_with, use_state_eq,
};

use super::context::use_lang;
use super::cut::{Rest, more};
use super::keys::inline;
use super::pointed::{Pointed, use_pointed};
use super::readout::Readout;
use super::table_text;
use super::table_walk::{At, spoken, step};
use crate::chart::mini;
use crate::view::model::LineChart;
use crate::view::screen::{Number, Table, TableCell, TableRow};
use crate::view::sorting::{Sort, order};

/// So many rows are drawn at once; more, when the user asks.
const AT_ONCE: usize = 100;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) table: Table,
    /// Whether the caption is for screen readers only, because a heading says the same.
    #[prop_or_default]
    pub(super) quiet_caption: bool,
    /// Cells to look at, by row and column; the header column is the first.
    #[prop_or_default]
    pub(super) marked: Vec<(usize, usize)>,
    /// For each row and each of its cells a small drawing beside the words, which say the same.
    #[prop_or_default]
    pub(super) minis: Vec<Vec<LineChart>>,
    /// Whether one can go from cell to cell, and have each read out below.
    #[prop_or_default]
    pub(super) walk: bool,
    /// The user asks why a cell that one can go to is as it is.
    #[prop_or_default]
    pub(super) on_why: Option<Callback<At>>,
    /// Where more schools are chosen than the table has rows.
    #[prop_or_default]
    pub(super) rest: Option<Rest>,
}

/// The table, in a region that scrolls by itself if it must.
#[component]
pub(super) fn TableView(props: &Props) -> Html {
    let lang = use_lang();
    let sort = use_state_eq(|| None::<Sort>);
    let is_whole = use_state_eq(|| false);
    let pointed = use_pointed();
    let Table { caption, columns, breaks, rows } = &props.table;
    let rest = props.rest.as_ref();
    let ask = rest.map_or_else(Callback::noop, |rest| rest.ask.clone());
    let show_all = {
        let (is_whole, ask) = (is_whole.setter(), ask.clone());
        Callback::from(move |()| {
            is_whole.set(true);
            ask.emit(());
        })
    };
    {
        // Another urval has other columns, and what was asked of the old ones means nothing.
        let sort = sort.setter();
        use_effect_with(columns.clone(), move |_| sort.set(None));
    }
    let at = use_state_eq(|| None::<At>);
    {
        let at = at.setter();
        use_effect_with(props.table.clone(), move |_| at.set(None));
    }
    let go = {
        let (at, point, rows) = (at.setter(), pointed.point.clone(), props.table.rows.clone());
        Callback::from(move |to: Option<At>| {
            at.set(to);
            point.emit(to.and_then(|(row, _)| rows.get(row)).map(|row| row.heading.clone().into()));
        })
    };
    let edge = |column: usize| breaks.contains(&column).then_some("after-break");
    let mark = |row: usize, column: usize| props.marked.contains(&(row, column)).then_some("is-check");
    let class = |row: usize, column: usize| {
        classes!(edge(column), mark(row, column), (*at == Some((row, column))).then_some("is-cursor"))
    };
    let order = order(&props.table, *sort, lang);
    let is_cut = !*is_whole && order.len() > AT_ONCE;
    // The school in focus is there, wherever it stands.
    let is_drawn =
        |(place, at): &(usize, &usize)| !is_cut || *place < AT_ONCE || rows.get(**at).is_some_and(|row| row.focus);
    let drawn: Vec<usize> = order.iter().enumerate().filter(is_drawn).map(|(_, at)| *at).collect();
    let sortable = rows.len() > 1;
    let heading = |(at, name): (usize, &String)| {
        let onclick = {
            // Only of all of them it can be told which come first.
            let (sort, ask) = (sort.clone(), ask.clone());
            Callback::from(move |_| {
                sort.set(Sort::next(*sort, at));
                ask.emit(());
            })
        };
        let of = sort.filter(|sort| sort.column == at);
        let (state, sign) = match of.map(|sort| sort.falling) {
            None => ("none", "\u{2195}"),
            Some(false) => ("ascending", "\u{25b2}"),
            Some(true) => ("descending", "\u{25bc}"),
        };
        html! {
            <th scope="col" class={classes!(edge(at))} aria-sort={sortable.then_some(state)}>
                if sortable {
                    <button type="button" class="sort" {onclick}>{ name }<span class="sort__sign" aria-hidden="true">{ sign }</span></button>
                } else {
                    { name }
                }
            </th>
        }
    };
    let onkeydown = props.walk.then(|| {
        let (go, at, drawn, all) = (go.clone(), *at, drawn.clone(), columns.len());
        Callback::from(move |event: KeyboardEvent| {
            let to = match (event.key().as_str(), at) {
                ("Escape", Some(_)) => Some(None),
                (key, at) => step(key, at, &drawn, all).map(Some),
            };
            if let Some(to) = to {
                event.prevent_default();
                go.emit(to);
            }
        })
    });
    let press = |row: usize| props.walk.then(|| go.reform(move |column: usize| Some((row, column))));
    let on_why = at.zip(props.on_why.as_ref()).map(|(at, on_why)| on_why.reform(move |()| at));
    let sorted = sort.and_then(|sort| Some(table_text::sorted(columns.get(sort.column)?, sort.falling, lang)));
    html! {
        <>
            <div class="table-wrap" tabindex="0" role="region" aria-label={AttrValue::from(caption.clone())} {onkeydown}>
                <table class={classes!("table", "stack-rows", sortable.then_some("table--sortable"))}>
                    <caption class={classes!(props.quiet_caption.then_some("sr"))}>{ caption }</caption>
                    <thead><tr>{ for columns.iter().enumerate().map(heading) }</tr></thead>
                    <tbody>{ for drawn.iter().filter_map(|&at| Some(row(rows.get(at)?, props.minis.get(at), columns, &pointed, press(at).as_ref(), &|column| class(at, column)))) }</tbody>
                </table>
            </div>
            if props.walk {
                <Readout point={(*at).and_then(|at| spoken(&props.table, at))} hint={table_text::walk(lang)} {on_why} />
            }
            if let Some(rest) = rest {
                { more(rest, &show_all, lang) }
            } else if is_cut {
                <p class="small quiet table-more">
                    { table_text::some_rows(drawn.len(), rows.len(), lang) }{ " " }
                    <button type="button" class="linklike" onclick={show_all.reform(|_| ())}>{ table_text::show_all(rows.len(), lang) }</button>
                </p>
            }
            if sortable {
                <p class="small quiet" role="status">{ sorted }</p>
            }
        </>
    }
}

fn row(
    found: &TableRow,
    minis: Option<&Vec<LineChart>>,
    columns: &[String],
    pointed: &Pointed,
    press: Option<&Callback<usize>>,
    class: &impl Fn(usize) -> Classes,
) -> Html {
    let columns = columns.iter().enumerate().skip(1);
    let chart = |at: usize| minis.and_then(|minis| minis.get(at.checked_sub(1)?)).filter(|chart| chart.has_course());
    let cells = found.cells.iter().zip(columns).map(|(found, (at, column))| {
        let press = press.map(|press| press.reform(move |_: MouseEvent| at));
        cell(found, chart(at), (column, press), class(at))
    });
    html! {
        <tr class={classes!(found.focus.then_some("is-focus"), pointed.is(&found.heading).then_some("is-pointed"))}>
            <th scope="row">{ &found.heading }</th>
            { for cells }
        </tr>
    }
}

fn cell(
    found: &TableCell,
    chart: Option<&LineChart>,
    (column, press): (&str, Option<Callback<MouseEvent>>),
    class: Classes,
) -> Html {
    html! {
        <td data-col={column.to_owned()} {class} onclick={press}>
            <div class="cell">
                { number(&found.number) }
                if let Some(chart) = chart {
                    <span class="mini">{ inline(&mini(chart)) }</span>
                }
                if !found.sub.is_empty() {
                    <span class="sub">{ &found.sub }</span>
                }
            </div>
        </td>
    }
}

/// A value, or the words in its place: hatched where something is hidden.
pub(super) fn number(found: &Number) -> Html {
    match found {
        Number::Shown(text) => html! { <b class="num">{ text }</b> },
        Number::Withheld(text) => html! { <span class="dolt">{ text }</span> },
        Number::Missing(text) => html! { <span class="quiet">{ text }</span> },
    }
}
