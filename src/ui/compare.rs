//! Jämför: do we differ?

use yew::{AttrValue, Html, Properties, component, html, use_memo, use_state_eq};

use super::app::HEADING;
use super::compare_text;
use super::context::{use_lang, use_send};
use super::edge;
use super::export::Way;
use super::figure::Figure;
use super::segments::{Kind, Segments};
use super::subject::{Subject, lensed};
use super::text;
use crate::data::Shared;
use crate::disclose::Protected;
use crate::query::Selection;
use crate::state::{Action, Face};
use crate::view::compare::compare;
use crate::view::compare::lens::note;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) dataset: Shared<Protected>,
    /// The data as they may leave.
    pub(super) leaving: Shared<Protected>,
    pub(super) selection: Selection,
    /// The names of the files.
    pub(super) source: AttrValue,
    /// The indicator that is shown; the first where none is chosen.
    pub(super) indicator: Option<usize>,
    pub(super) face: Face,
}

/// The answer, and two figures of one indicator.
#[component]
pub(super) fn CompareView(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let Props { dataset, leaving, selection, source, indicator, face } = props;
    let by_value = use_state_eq(|| false);
    let has_lens = use_state_eq(|| false);
    let indicator = indicator.unwrap_or_default();
    let deps = (dataset.clone(), selection.clone(), source.clone(), indicator, lang, *by_value, *has_lens);
    let found = use_memo(deps, |(dataset, selection, source, indicator, lang, by_value, has_lens)| {
        let found = edge::timed(text::TIMED_URVAL, || compare(dataset, selection, *indicator, source, *lang));
        let found = if *by_value { found.by_value(*lang) } else { found };
        Shared::new(if *has_lens { lensed(found, dataset, *lang) } else { found })
    });
    let names =
        dataset.profile.indicators.iter().map(|indicator| indicator.name.get(lang).to_owned()).collect::<Vec<_>>();
    let on_choose = send.reform(|index| Action::Indicator(Some(index)));
    let orders = vec![compare_text::by_name(lang).to_owned(), compare_text::by_value(lang).to_owned()];
    let on_order = {
        let by_value = by_value.setter();
        move |index| by_value.set(index == 1)
    };
    let lenses = vec![compare_text::lens_off(lang).to_owned(), compare_text::lens_on(lang).to_owned()];
    let on_lens = {
        let has_lens = has_lens.setter();
        move |index| has_lens.set(index == 1)
    };
    let way = Way { dataset: leaving.clone(), selection: selection.clone(), source: source.clone() };
    html! {
        <>
            <header class="answer__head">
                <p class="question">{ compare_text::question_compare(lang) }</p>
                <h1 id={HEADING} tabindex="-1">{ &found.heading }</h1>
                <p class="lead">{ &found.say }</p>
                <Segments kind={Kind::Radio} id="indikator" label={text::indicator(lang)} {names} chosen={indicator} {on_choose} />
                <Segments kind={Kind::Radio} id="ordning" label={compare_text::order(lang)} names={orders} chosen={usize::from(*by_value)} on_choose={on_order} />
                if found.can_draw_in() {
                    <Segments kind={Kind::Radio} id="lins" label={compare_text::lens(lang)} names={lenses} chosen={usize::from(*has_lens)} on_choose={on_lens} />
                    if *has_lens {
                        <p class="small quiet">{ note(lang) }</p>
                    }
                }
            </header>
            <Figure subject={Subject::Rows((*found).clone())} face={*face} way={way.clone()} alone={true} shown={dataset.clone()} />
            <Figure subject={Subject::Funnel((*found).clone())} face={*face} {way} alone={true} shown={dataset.clone()} />
        </>
    }
}
