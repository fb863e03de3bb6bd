//! Jämför: do we differ?

use yew::{AttrValue, Html, Properties, component, html, use_memo, use_state_eq};

use super::compare_text;
use super::context::{use_lang, use_send};
use super::edge;
use super::edge::HEADING;
use super::figure::Figure;
use super::segments::{Kind, Segments};
use super::select::Select;
use super::subject::Subject;
use super::text;
use super::way::Way;
use crate::data::{Lang, Shared};
use crate::disclose::Protected;
use crate::query::Selection;
use crate::state::{Action, Face};
use crate::view::compare::lens::note;
use crate::view::compare::{pair, through};
use crate::view::screen::{Angle, Lens};

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
    pub(super) angle: Angle,
    /// The indicator that it is held against; the next one where none is chosen.
    pub(super) against: Option<usize>,
}

/// The answer, and the figures of one indicator from the chosen angle.
#[component]
pub(super) fn CompareView(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let Props { dataset, leaving, selection, source, indicator, face, angle, against } = props;
    let by_value = use_state_eq(|| false);
    let lens = use_state_eq(Lens::default);
    let is_chance = *angle == Angle::Chance;
    let indicator = indicator.unwrap_or_default();
    let others = others(dataset, indicator, lang);
    let other = others.iter().find(|(place, _)| Some(usize::from(*place)) == *against).or(others.first());
    let other = other.filter(|_| *angle == Angle::Pair).map(|(place, _)| *place);
    let seen = if is_chance { *lens } else { Lens::Values };
    let deps = (dataset.clone(), selection.clone(), source.clone(), (indicator, other), lang, *by_value, seen);
    let found = use_memo(deps, |(dataset, selection, source, (indicator, other), lang, by_value, seen)| {
        let of = |indicator: usize, lens: Lens| through(dataset, selection, (indicator, lens), source, *lang);
        let across = || other.map(|other| of(usize::from(other), Lens::Values));
        let (found, across) = edge::timed(text::TIMED_URVAL, || (of(*indicator, *seen), across()));
        let found = if *by_value { found.by_value(*lang) } else { found };
        let pair = across.map(|across| Shared::new(pair(found.clone(), across, selection, *lang)));
        (Shared::new(found), pair)
    });
    let (found, pair) = &*found;
    let on_against = send.reform(|place: u16| Action::Against(usize::from(place)));
    let names =
        dataset.profile.indicators.iter().map(|indicator| indicator.name.get(lang).to_owned()).collect::<Vec<_>>();
    let on_choose = send.reform(|index| Action::Indicator(Some(index)));
    let orders = vec![compare_text::by_name(lang).to_owned(), compare_text::by_value(lang).to_owned()];
    let on_order = {
        let by_value = by_value.setter();
        move |index| by_value.set(index == 1)
    };
    let names_of = (0..).zip(&found.lenses).map(|(at, lens)| (at, compare_text::lens_name(*lens, lang).to_owned()));
    let lenses: Vec<(u16, String)> = names_of.collect();
    let through = (0..).zip(&found.lenses).find(|(_, lens)| **lens == found.lens).map_or(0, |(at, _)| at);
    let on_lens = {
        let (lens, offered) = (lens.setter(), found.lenses.clone());
        move |at: u16| lens.set(offered.get(usize::from(at)).copied().unwrap_or_default())
    };
    let way = Way { dataset: leaving.clone(), selection: selection.clone(), source: source.clone() };
    let angles = Angle::ALL.map(|angle| compare_text::angle_name(angle, lang).to_owned()).to_vec();
    let on_angle = send.reform(|index: usize| Action::Angle(Angle::ALL.get(index).copied().unwrap_or_default()));
    let at = Angle::ALL.iter().position(|other| other == angle).unwrap_or_default();
    let figure = |subject: Subject| {
        html! { <Figure {subject} face={*face} way={way.clone()} alone={true} shown={dataset.clone()} /> }
    };
    html! {
        <>
            <header class="answer__head">
                <p class="question">{ compare_text::question_compare(lang) }</p>
                <h1 id={HEADING} tabindex="-1">{ &found.heading }</h1>
                <p class="lead">{ &found.say }</p>
                <Segments kind={Kind::Radio} id="indikator" label={text::indicator(lang)} {names} chosen={indicator} {on_choose} />
                <div class="btns btns--wide">
                    <Segments kind={Kind::Radio} id="diagram" label={compare_text::angle(lang)} names={angles} chosen={at} on_choose={on_angle} />
                    if is_chance {
                        <Segments kind={Kind::Radio} id="ordning" label={compare_text::order(lang)} names={orders} chosen={usize::from(*by_value)} on_choose={on_order} />
                        if lenses.len() > 1 {
                            <div class="chooser">
                                <label><span>{ compare_text::lens(lang) }</span>
                                    <Select id="lins" options={lenses} chosen={through} on_choose={on_lens} />
                                </label>
                            </div>
                        }
                    }
                </div>
                if let Some(other) = other {
                    <div class="chooser">
                        <label><span>{ compare_text::against(lang) }</span>
                            <Select id="mot" options={others} chosen={other} on_choose={on_against} />
                        </label>
                    </div>
                }
                if let Some(note) = note(found.lens, lang) {
                    <p class="small quiet">{ note }</p>
                }
            </header>
            if is_chance {
                { figure(Subject::Rows(found.clone())) }
                { figure(Subject::Funnel(found.clone())) }
            } else if let Some(pair) = pair {
                { figure(Subject::Pair(pair.clone())) }
            } else {
                { figure(Subject::Strip(found.clone())) }
            }
        </>
    }
}

/// The indicators but for one, those after it first.
fn others(dataset: &Protected, indicator: usize, lang: Lang) -> Vec<(u16, String)> {
    let all = (0..).zip(&dataset.profile.indicators).map(|(place, about)| (place, about.name.get(lang).to_owned()));
    let (before, mut others): (Vec<_>, Vec<_>) = all.partition(|(place, _)| usize::from(*place) <= indicator);
    others.extend(before.into_iter().take(indicator));
    others
}
