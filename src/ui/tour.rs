//! The tour: a panel that points at one part of the page at a time, beside what it points at. It never blocks the page: everything can
//! be used meanwhile. What is pointed at gets its outline from the style sheet, by the class of the panel.

use yew::{Html, KeyboardEvent, Properties, classes, component, hook, html, use_effect_with};

use super::banner::{Banner, Weight};
use super::context::{use_lang, use_send};
use super::edge::HEADING;
use super::urval::FOCUS_FIELD;
use super::{edge, tour_text as words};
use crate::state::{Action, AppState, Stop, Tour, Turn, View};

/// The panel, which has the focus at each stop.
const PANEL: &str = "rundtur";

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The stop, its place from 0, and how many there are; nothing where there is no tour.
    pub(super) at: Option<(Stop, usize, usize)>,
}

/// The panel of a stop. It is always there, like every part above the answer: Yew loses its way where one comes at the moment at which
/// another view does.
#[component]
pub(super) fn TourPanel(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let Some((stop, place, of)) = props.at else { return Html::default() };
    let (heading, say) = words::stop(stop, lang);
    let turn = |turn: Turn| send.reform(move |_| Action::Tour(turn));
    let onkeydown = {
        let send = send.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                send.emit(Action::Tour(Turn::End));
            }
        }
    };
    let is_last = place + 1 == of;
    html! {
        // A new element at each stop, so that a screen reader says all of it.
        <div key={place} class={classes!("tour", at_class(stop))} id={PANEL} role="dialog" tabindex="-1" aria-labelledby="rundtur-t" aria-describedby="rundtur-s" {onkeydown}>
            <div class="tour__head">
                <h2 id="rundtur-t"><span class="small quiet">{ words::step(place, of, lang) }{ ": " }</span>{ heading }</h2>
                <button type="button" class="linklike" onclick={turn(Turn::End)}>{ words::end(lang) }</button>
            </div>
            <p id="rundtur-s">{ say }
                if matches!(stop, Stop::Focus | Stop::Urval) {
                    <span class="when-folded">{ " " }{ words::folded(lang) }</span>
                }
            </p>
            <div class="btns">
                if place > 0 {
                    <button type="button" class="btn btn--small" onclick={turn(Turn::Back)}>{ words::back(lang) }</button>
                }
                <button type="button" class="btn btn--small btn--main" onclick={turn(Turn::Next)}>
                    { if is_last { words::done(lang) } else { words::next(lang) } }
                </button>
            </div>
        </div>
    }
}

/// The offer of the tour, where it stands: above the first answer.
pub(super) fn is_offered(state: &AppState) -> bool {
    state.tour == Tour::Offered && state.view == View::Overview && !state.projector
}

#[derive(Properties, PartialEq)]
pub(super) struct OfferProps {
    pub(super) open: bool,
}

/// The offer of the tour.
#[component]
pub(super) fn TourOffer(props: &OfferProps) -> Html {
    let (lang, send) = (use_lang(), use_send());
    if !props.open {
        return Html::default();
    }
    let take = send.reform(|_| Action::Tour(Turn::Begin));
    let decline = send.reform(|_| {
        edge::focus(HEADING);
        Action::Tour(Turn::End)
    });
    html! {
        <Banner weight={Weight::Quiet} first={words::offer(lang)} rest={words::offer_rest(lang)}>
            <button type="button" class="btn btn--small" onclick={take}>{ words::take(lang) }</button>
            <button type="button" class="btn btn--small" onclick={decline}>{ words::decline(lang) }</button>
        </Banner>
    }
}

/// Where reading goes on when other data, another view or another stop is shown: at the stop of the tour, else at the heading.
#[hook]
pub(super) fn use_place(state: &AppState) {
    // Not where files were read again: who chooses what a column is stays with it.
    let is_loaded = state.loaded.is_some();
    let stop = state.stop().map(|(stop, ..)| stop);
    let indicator = state.indicator.unwrap_or_default();
    use_effect_with((state.opening, state.view, stop), move |(.., stop)| match stop {
        Some(stop) => {
            edge::begin_at(PANEL);
            edge::reveal(&pointed_at(*stop, indicator));
        }
        None if is_loaded => edge::begin_at(HEADING),
        None => {}
    });
}

/// The element that a stop points at, where `indicator` is the first that has a figure.
fn pointed_at(stop: Stop, indicator: usize) -> String {
    match stop {
        Stop::Focus => FOCUS_FIELD.to_owned(),
        Stop::Urval => "urval".to_owned(),
        Stop::Chance => "kort".to_owned(),
        Stop::Take => format!("fig{indicator}-v"),
        Stop::Data => HEADING.to_owned(),
    }
}

/// The class by which the style sheet finds it.
fn at_class(stop: Stop) -> &'static str {
    match stop {
        Stop::Focus => "tour--focus",
        Stop::Urval => "tour--urval",
        Stop::Chance => "tour--chance",
        Stop::Take => "tour--take",
        Stop::Data => "tour--data",
    }
}
