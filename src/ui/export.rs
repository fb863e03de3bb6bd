//! SVG and CSV for downloads. Both say where the data are from, and whether they are invented.

use yew::{Html, Properties, component, html};

use super::context::use_lang;
use super::edge;
use super::icon::{Icon, Shape};
use super::text;
use crate::chart::{Anchor, DisplayList, Frame, Paint, Palette, Prim, Text, line_chart, svg};
use crate::data::{Lang, Shared, normalise};
use crate::view::screen::{Number, Table, Trend};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) trend: Shared<Trend>,
    /// Whether the data are invented.
    pub(super) invented: bool,
}

/// The buttons.
#[component]
pub(super) fn Downloads(props: &Props) -> Html {
    let lang = use_lang();
    let name = normalise(&props.trend.name);
    let on_svg = {
        let (trend, invented, name) = (props.trend.clone(), props.invented, format!("{name}.svg"));
        move |_| edge::download(&name, "image/svg+xml", picture(&trend, invented, lang).as_bytes())
    };
    let on_csv = {
        let (trend, invented, name) = (props.trend.clone(), props.invented, format!("{name}.csv"));
        move |_| edge::download(&name, "text/csv", csv(&trend.table, &trend.footnotes, invented, lang).as_bytes())
    };
    html! {
        <div class="btns" role="group" aria-label={text::downloads(lang)}>
            <button type="button" class="btn btn--small" onclick={on_svg}><Icon shape={Shape::Download} />{ text::download_svg(lang) }</button>
            <button type="button" class="btn btn--small" onclick={on_csv}><Icon shape={Shape::Download} />{ text::download_csv(lang) }</button>
        </div>
    }
}

/// The chart as a file of its own.
fn picture(trend: &Trend, invented: bool, lang: Lang) -> String {
    let mut list = line_chart(&trend.chart, &Frame::new(960.0, 440.0)).list;
    let source = trend.footnotes.last().map(String::as_str).unwrap_or_default();
    write_below(&mut list, &format!("{}. {}", trend.name, said(source, invented, lang)));
    svg::standalone(&list, &Palette::light(), &trend.name, &said(&trend.chart.spoken, invented, lang))
}

fn said(text: &str, invented: bool, lang: Lang) -> String {
    if invented { format!("{text} {}.", text::invented(lang)) } else { text.to_owned() }
}

/// Adds a line of text below a drawing.
fn write_below(list: &mut DisplayList, text: &str) {
    let line = Text {
        x: 8.0,
        y: list.height_px + 16.0,
        text: text.to_owned(),
        anchor: Anchor::Start,
        size_px: 13.0,
        bold: false,
        paint: Paint::Tick,
        halo: false,
    };
    list.height_px += 28.0;
    list.prims.push(Prim::Text(line));
}

/// The table as Swedish Excel opens it: a byte-order mark and semicolons. Every column is followed by what its values rest on.
fn csv(table: &Table, footnotes: &[String], invented: bool, lang: Lang) -> String {
    let mut out = String::from("\u{feff}");
    let base = text::base(lang);
    let mut header: Vec<String> = table.columns.iter().take(1).cloned().collect();
    for column in table.columns.iter().skip(1) {
        header.extend([column.clone(), format!("{column}, {base}")]);
    }
    line(&mut out, &header);
    for row in &table.rows {
        let mut fields = vec![row.heading.clone()];
        for cell in &row.cells {
            let (Number::Shown(value) | Number::Withheld(value) | Number::Missing(value)) = &cell.number;
            fields.extend([value.clone(), cell.sub.clone()]);
        }
        line(&mut out, &fields);
    }
    line(&mut out, &[]);
    line(&mut out, &[said(&table.caption, invented, lang)]);
    for note in footnotes {
        line(&mut out, std::slice::from_ref(note));
    }
    out
}

fn line(out: &mut String, fields: &[String]) {
    let quoted: Vec<String> = fields.iter().map(|text| field(text)).collect();
    out.push_str(&quoted.join(";"));
    out.push_str("\r\n");
}

/// A quoted field. A name that begins like a formula is kept from becoming one.
fn field(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    format!("\"{}{}\"", if is_formula { "'" } else { "" }, text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::screen::{TableCell, TableRow};

    #[test]
    fn the_table_says_what_it_rests_on_and_that_it_is_invented() {
        let cell = TableCell { number: Number::Shown("69,8 %".into()), sub: "43 elever".into() };
        let row = TableRow { heading: "=Skola \"A\"".into(), focus: true, cells: vec![cell] };
        let table =
            Table { caption: "Examen".into(), columns: vec!["Skola".into(), "2023/24".into()], rows: vec![row] };
        let csv = csv(&table, &["Källa: a.csv.".into()], true, Lang::Sv);
        assert_eq!(
            csv,
            "\u{feff}\"Skola\";\"2023/24\";\"2023/24, underlag\"\r\n\"'=Skola \"\"A\"\"\";\"69,8 %\";\"43 elever\"\r\n\r\n\"Examen Påhittade data.\"\r\n\"Källa: a.csv.\"\r\n"
        );
    }
}
