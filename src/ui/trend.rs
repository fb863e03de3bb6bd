//! Utveckling: where are we heading?

use yew::{AttrValue, Html, Properties, component, html, use_memo};

use super::context::{use_lang, use_send};
use super::cut::use_cut;
use super::edge;
use super::edge::HEADING;
use super::figure::Figure;
use super::groups_text;
use super::segments::{Kind, Segments};
use super::select::Select;
use super::subject::Subject;
use super::text;
use super::urval_text;
use super::way::Way;
use crate::data::{Dataset, Dim, Lang, Shared};
use crate::disclose::Protected;
use crate::query::Selection;
use crate::state::{Action, Face};
use crate::view::cut;
use crate::view::groups::{divided_by, left_aside, named_columns, over_years};
use crate::view::screen::Form;
use crate::view::window;

/// Stands for values in the list of base years. No dataset has so many.
const VALUES: u16 = u16::MAX;

/// Values first, then the changes since each year.
fn bases(dataset: &Dataset, selection: &Selection, lang: Lang) -> Vec<(u16, String)> {
    let years = (0..VALUES).take(dataset.labels(Dim::Year).len());
    let base = |year| (year, urval_text::since(&window::name(dataset, selection, year), lang));
    let whole = years.filter(|&year| selection.since == Some(year) || window::is_whole(dataset, selection, year));
    std::iter::once((VALUES, urval_text::values(lang).to_owned())).chain(whole.map(base)).collect()
}

/// The charts that say something else than the first one: of several schools, and of more years than two. That which is chosen is one.
fn forms(selection: &Selection, is_divided: bool, chosen: Form, lang: Lang) -> Vec<(u16, String)> {
    let years = (selection.from..=selection.to).len();
    let is_offered = |form: Form| match form {
        Form::Lines => true,
        Form::Each | Form::Own => is_divided || !selection.compared.is_empty(),
        Form::Ends => years > 2,
    };
    let offered = Form::ALL.into_iter().filter(|form| *form == chosen || is_offered(*form));
    offered.map(|form| (place_of(form), urval_text::form_name(form, is_divided, lang).to_owned())).collect()
}

fn place_of(form: Form) -> u16 {
    (0..).zip(Form::ALL).find(|(_, other)| *other == form).map_or(0, |(place, _)| place)
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) dataset: Shared<Protected>,
    /// The data as they may leave.
    pub(super) leaving: Shared<Protected>,
    pub(super) selection: Selection,
    /// The names of the files.
    pub(super) source: AttrValue,
    /// The indicator that is shown alone.
    pub(super) indicator: Option<usize>,
    pub(super) face: Face,
    pub(super) form: Form,
}

/// One figure per indicator.
#[component]
pub(super) fn TrendView(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let Props { dataset, leaving, selection, source, indicator, face, form } = props;
    let all = dataset.profile.indicators.len();
    let (shown, rest) = use_cut(selection, cut::LINES);
    let deps = (dataset.clone(), shown, source.clone(), *indicator, *form, lang);
    let found = use_memo(deps, |(dataset, selection, source, indicator, form, lang)| {
        let asked = indicator.map_or(0..dataset.profile.indicators.len(), |index| index..index + 1);
        let figures = asked.map(|index| over_years(dataset, selection, index, source, *lang));
        let figures = figures.map(|found| Shared::new(found.shaped(*form)));
        edge::timed(text::TIMED_URVAL, || figures.collect::<Vec<_>>())
    });
    let year = |code| dataset.name(Dim::Year, code);
    let years = text::span(year(selection.from), year(selection.to));
    let heading = format!("{} {years}", dataset.name(Dim::School, selection.focus));
    let mut names: Vec<String> =
        dataset.profile.indicators.iter().map(|indicator| indicator.name.get(lang).to_owned()).collect();
    names.push(text::all_indicators(all, lang).to_owned());
    // Nothing first, then the columns that give groups.
    let columns = named_columns(dataset, lang);
    let by = divided_by(dataset, selection);
    let at = (1..).zip(&columns).find(|(_, (dim, _))| Some(*dim) == by).map_or(0, |(place, _)| place);
    let splits = std::iter::once(urval_text::undivided(lang)).chain(columns.iter().map(|(_, name)| name.as_str()));
    let splits: Vec<(u16, String)> = (0..).zip(splits.map(str::to_owned)).collect();
    let on_split = {
        let columns = columns.clone();
        let column = move |place: u16| columns.get(usize::from(place).checked_sub(1)?).map(|(dim, _)| *dim);
        send.reform(move |place| Action::Split(column(place)))
    };
    let aside = if by.is_some() { left_aside(selection, lang) } else { Vec::new() };
    let forms = forms(selection, by.is_some(), *form, lang);
    let on_form = send.reform(|place| Action::Form(Form::ALL.get(usize::from(place)).copied().unwrap_or_default()));
    let on_since = send.reform(|base| Action::Since(Some(base).filter(|&base| base != VALUES)));
    let on_choose = send.reform(move |index| Action::Indicator(Some(index).filter(|&index| index < all)));
    // A list of its own, so that the header stays the same element when figures come and go.
    let figures: Html = found
        .iter()
        .map(|trend| {
            let way = Way { dataset: leaving.clone(), selection: selection.clone(), source: source.clone() };
            html! { <Figure key={trend.indicator} subject={Subject::Trend(trend.clone())} face={*face} {way} alone={indicator.is_some()} shown={dataset.clone()} rest={rest.clone().filter(|_| by.is_none())} /> }
        })
        .collect();
    html! {
        <>
            <header class="answer__head">
                <p class="question">{ text::question_trend(lang) }</p>
                <h1 id={HEADING} tabindex="-1">{ heading.trim() }</h1>
                <Segments kind={Kind::Radio} id="indikator" label={text::indicator(lang)} {names} chosen={indicator.unwrap_or(all)} {on_choose} />
                <div class="btns btns--wide">
                    if forms.len() > 1 {
                        <label class="inline"><span>{ urval_text::form(lang) }</span>
                            <Select options={forms} chosen={place_of(*form)} on_choose={on_form} /></label>
                    }
                    if !columns.is_empty() {
                        <label class="inline"><span>{ groups_text::split(lang) }</span>
                            <Select options={splits} chosen={at} on_choose={on_split} /></label>
                    }
                    if by.is_none() && (selection.from != selection.to || selection.since.is_some()) {
                        <label class="inline"><span>{ urval_text::show(lang) }</span>
                            <Select options={bases(dataset, selection, lang)} chosen={selection.since.unwrap_or(VALUES)} on_choose={on_since} /></label>
                    }
                </div>
                if selection.from == selection.to {
                    <p class="small quiet">{ urval_text::one_year(dataset.labels(Dim::Year).len() > 1, lang) }</p>
                }
                { for aside.into_iter().map(|note| html! { <p class="small quiet">{ note }</p> }) }
            </header>
            { figures }
        </>
    }
}
