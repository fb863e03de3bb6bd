//! "Så läser du diagrammet": how this kind of figure is read, and the key to what this one has.

use yew::{Html, Properties, component, html};

use super::compare_text;
use super::context::use_lang;
use super::groups_text;
use super::howto_text::Kind;
use super::keys::{BreakKey, SeriesKey};
use super::subject::Subject;
use super::text;
use super::urval_text;
use crate::data::Lang;
use crate::view::compare::lens::note;
use crate::view::model::{DumbbellChart, Group, LineChart, Mark, Role, School};
use crate::view::screen::{Compare, Form, Lens};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) subject: Subject,
}

/// The explanation, folded.
#[component]
pub(super) fn HowTo(props: &Props) -> Html {
    let lang = use_lang();
    let keyed = |role: Role, words: &str| html! { <li><SeriesKey {role} /><span>{ words }</span></li> };
    let (kind, chart) = match &props.subject {
        Subject::Trend(trend) if trend.values.is_some() => (Kind::Since, &trend.chart),
        Subject::Trend(trend) => match trend.form {
            Form::Lines => (Kind::Lines, &trend.chart),
            Form::Each | Form::Own => (Kind::Multiples, &trend.chart),
            Form::Ends => (Kind::Slope, &trend.chart),
        },
        Subject::Gap(found) => (Kind::Gap, &found.gap),
        Subject::Dumbbell(found) => return pairs(&found.rows, lang),
        Subject::Rows(found) => {
            return many((Kind::Intervals, seen(found, Lens::Pairwise, lang)), &found.rows.schools, lang);
        }
        Subject::Funnel(found) => {
            return many((Kind::Funnel, seen(found, Lens::Wider, lang)), &found.funnel.schools, lang);
        }
        Subject::Pair(found) => return many((Kind::Pair, None), &found.chart.schools, lang),
        Subject::Strip(found) => return many((Kind::Strip, None), &found.strip.schools, lang),
    };
    let of_groups = matches!(&props.subject, Subject::Trend(trend) if !trend.keys.is_empty());
    let pick = |groups: fn(Lang) -> &'static str, schools: fn(Lang) -> &'static str| {
        if of_groups { groups(lang) } else { schools(lang) }
    };
    let other = chart.series.iter().map(|series| series.role).find(|role| matches!(role, Role::Compared(_)));
    let key = html! {
        <>
            if has_band(chart) {
                { keyed(Role::Focus, text::howto_focus(lang)) }
            } else {
                { keyed(Role::Focus, text::howto_focus_plain(lang)) }
            }
            if let Some(role) = other {
                { keyed(role, pick(groups_text::howto_other, text::howto_other)) }
            }
            if chart.series.iter().any(|series| series.role == Role::Context) {
                { keyed(Role::Context, pick(groups_text::howto_many, text::howto_many)) }
            }
            if chart.series.iter().any(|series| series.role == Role::Place) {
                { keyed(Role::Place, urval_text::howto_place(lang)) }
            }
            if !chart.breaks.is_empty() {
                <li><BreakKey /><span>{ text::howto_break(lang) }</span></li>
            }
            if chart.series.iter().any(|series| !series.cuts.is_empty()) {
                <li><span class="quiet">{ "–  –" }</span><span>{ text::howto_cut(lang) }</span></li>
            }
            if marks(chart).any(|mark| mark == Mark::Withheld) {
                <li><span class="dolt" /><span>{ text::howto_withheld(lang) }</span></li>
            }
            if marks(chart).any(|mark| !matches!(mark, Mark::Shown { .. })) {
                <li><span class="quiet">{ "–  –" }</span><span>{ text::howto_gap(lang) }</span></li>
            }
        </>
    };
    folded((kind, None), key, marks(chart), lang)
}

#[derive(Properties, PartialEq)]
pub(super) struct PlainProps {
    pub(super) kind: Kind,
}

/// The explanation of a figure that needs no key.
#[component]
pub(super) fn PlainHowTo(props: &PlainProps) -> Html {
    fold((props.kind, None), Html::default(), None, use_lang())
}

/// A kind of figure, and what is said in place of its words.
type Explained = (Kind, Option<&'static str>);

/// The words of a kind of figure, folded, with the key of this one: items of a list.
fn folded(kind: Explained, key: Html, mut marks: impl Iterator<Item = Mark>, lang: Lang) -> Html {
    fold(kind, key, marks.find_map(|mark| mark.symbol(lang)), lang)
}

/// The same with a bound that stands in the figure, which keys itself.
fn fold((kind, instead): Explained, key: Html, bound: Option<String>, lang: Lang) -> Html {
    html! {
        <details class="howto no-print">
            <summary>{ kind.heading(lang) }</summary>
            <p>{ instead.unwrap_or_else(|| kind.words(lang)) }</p>
            if key != Html::default() {
                <ul>
                    { key }
                    if let Some(bound) = bound {
                        <li><span class="quiet">{ bound }</span><span>{ compare_text::howto_bound(lang) }</span></li>
                    }
                </ul>
            }
        </details>
    }
}

/// What bars or limits are that this lens changes; `None` where it does not.
fn seen(found: &Compare, lens: Lens, lang: Lang) -> Option<&'static str> {
    note(found.lens, lang).filter(|_| found.lens == lens)
}

/// The explanation of a chart of many schools.
fn many(kind: Explained, schools: &[School], lang: Lang) -> Html {
    let has = |mark: Mark| schools.iter().any(|school| school.mark == mark);
    let other = |school: &School| (school.role != Role::Focus).then_some(school.role);
    let key = html! {
        <>
            <li><SeriesKey role={Role::Focus} /><span>{ text::howto_focus_plain(lang) }</span></li>
            if let Some(role) = schools.iter().find_map(other) {
                <li><SeriesKey {role} /><span>{ compare_text::howto_school(lang) }</span></li>
            }
            if has(Mark::Withheld) {
                <li><span class="dolt" /><span>{ compare_text::howto_hidden(lang) }</span></li>
            }
        </>
    };
    folded(kind, key, schools.iter().map(|school| school.mark), lang)
}

/// The explanation of groups side by side.
fn pairs(chart: &DumbbellChart, lang: Lang) -> Html {
    let group = |group: &Group| html! { <li><SeriesKey role={group.role} /><span>{ &group.name }</span></li> };
    let marks = || chart.rows.iter().flat_map(|row| &row.points).map(|point| point.mark);
    let is_hidden = marks().any(|mark| mark == Mark::Withheld);
    let key = html! {
        <>
            { for chart.groups.iter().map(group) }
            if is_hidden {
                <li><span class="dolt" /><span>{ compare_text::howto_hidden(lang) }</span></li>
            }
        </>
    };
    folded((Kind::Dumbbell, None), key, marks(), lang)
}

fn marks(chart: &LineChart) -> impl Iterator<Item = Mark> {
    chart.series.iter().flat_map(|series| &series.points).map(|point| point.mark)
}

fn has_band(chart: &LineChart) -> bool {
    let focus = chart.series.iter().filter(|series| series.role == Role::Focus);
    focus.flat_map(|series| &series.points).any(|point| matches!(point.mark, Mark::Shown { interval: Some(_), .. }))
}
