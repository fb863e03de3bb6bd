//! Language, colours, projector, print.

use yew::{Callback, Html, Properties, component, html};

use super::context::{use_lang, use_look, use_send};
use super::edge;
use super::icon::{Icon, Shape};
use super::menu::Menu;
use super::take_text;
use super::text;
use crate::data::Lang;
use crate::state::{Action, Theme};

/// The button that turns the projector view on.
pub(super) const PROJECTOR: &str = "storbild";
/// The key that turns it on and off. No letter, which could be meant for something else.
pub(super) const PROJECTOR_KEY: &str = "F2";

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) theme: Theme,
    pub(super) projector: bool,
    /// Whether there is more than one view to print.
    pub(super) has_views: bool,
    /// All views are to be printed.
    pub(super) on_print_all: Callback<()>,
}

/// The tools at the right end of the bar.
#[component]
pub(super) fn Tools(props: &Props) -> Html {
    let (lang, look, send) = (use_lang(), use_look(), use_send());
    let is_dark = match props.theme {
        Theme::System => look.is_some_and(|look| look.system_is_dark),
        theme => theme == Theme::Dark,
    };
    let other_theme = if is_dark { Theme::Light } else { Theme::Dark };
    let is_projector = props.projector;
    let on_theme = {
        let send = send.clone();
        move |_| send.emit(Action::Theme(other_theme))
    };
    let on_projector = {
        let send = send.clone();
        move |_| send.emit(Action::Projector(!is_projector))
    };
    let on_print = props.on_print_all.reform(|_: usize| ());
    let on_print = Callback::from(move |index: usize| if index == 0 { edge::print() } else { on_print.emit(index) });
    let language = |choice: Lang, name: &'static str| {
        let send = send.clone();
        let onclick = move |_| send.emit(Action::Lang(choice));
        let (tag, pressed) = (choice.tag(), (lang == choice).to_string());
        html! {
            <button type="button" aria-pressed={pressed} lang={tag} aria-label={format!("{tag}, {name}")} {onclick}>{ tag }</button>
        }
    };
    html! {
        <div class="status__tools">
            <span class="seg seg--mini" role="group" aria-label={text::language(lang)}>
                { language(Lang::Sv, "svenska") }
                { language(Lang::En, "English") }
            </span>
            <button type="button" class="btn btn--plain btn--small" aria-pressed={is_dark.to_string()} onclick={on_theme}>
                { text::dark(lang) }
            </button>
            <button type="button" class="btn btn--plain btn--small wide-only" id={PROJECTOR} aria-keyshortcuts={PROJECTOR_KEY} aria-pressed={is_projector.to_string()} onclick={on_projector}>
                { text::projector(lang) }
            </button>
            if props.has_views {
                <span class="wide-only">
                    <Menu id="utskrift" shape={Shape::Print} label={take_text::print(lang)} items={vec![take_text::print_view(lang), take_text::print_all(lang)]} on_choose={on_print} />
                </span>
            } else {
                <button type="button" class="btn btn--plain btn--small wide-only" onclick={|_| edge::print()}>
                    <Icon shape={Shape::Print} />{ take_text::print(lang) }
                </button>
            }
        </div>
    }
}
