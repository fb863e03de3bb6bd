//! A table with one header column. On narrow screens each row becomes a block, and each cell names its column.

use yew::{AttrValue, Classes, Html, Properties, classes, component, html};

use crate::view::screen::{Number, Table, TableCell, TableRow};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) table: Table,
    /// Whether the caption is for screen readers only, because a heading says the same.
    #[prop_or_default]
    pub(super) quiet_caption: bool,
    /// Cells to look at, by row and column; the header column is the first.
    #[prop_or_default]
    pub(super) marked: Vec<(usize, usize)>,
}

/// The table, in a region that scrolls by itself if it must.
#[component]
pub(super) fn TableView(props: &Props) -> Html {
    let Table { caption, columns, breaks, rows } = &props.table;
    let label = AttrValue::from(caption.clone());
    let edge = |column: usize| breaks.contains(&column).then_some("after-break");
    let mark = |row: usize, column: usize| props.marked.contains(&(row, column)).then_some("is-check");
    let class = |row: usize, column: usize| classes!(edge(column), mark(row, column));
    let column = |(at, name): (usize, &String)| html! { <th scope="col" class={classes!(edge(at))}>{ name }</th> };
    html! {
        <div class="table-wrap" tabindex="0" role="region" aria-label={label}>
            <table class="table stack-rows">
                <caption class={classes!(props.quiet_caption.then_some("sr"))}>{ caption }</caption>
                <thead><tr>{ for columns.iter().enumerate().map(column) }</tr></thead>
                <tbody>{ for rows.iter().enumerate().map(|(at, found)| row(found, columns, &|column| class(at, column))) }</tbody>
            </table>
        </div>
    }
}

fn row(found: &TableRow, columns: &[String], class: &impl Fn(usize) -> Classes) -> Html {
    let columns = columns.iter().enumerate().skip(1);
    let cells = found.cells.iter().zip(columns).map(|(found, (at, column))| cell(found, column, class(at)));
    html! {
        <tr class={classes!(found.focus.then_some("is-focus"))}>
            <th scope="row">{ &found.heading }</th>
            { for cells }
        </tr>
    }
}

fn cell(found: &TableCell, column: &str, class: Classes) -> Html {
    html! {
        <td data-col={column.to_owned()} {class}>
            <div class="cell">
                { number(&found.number) }
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
