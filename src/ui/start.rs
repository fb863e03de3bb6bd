//! The ways in: files, invented data, template, profile; and what protects the pupils.

use yew::{Callback, Html, Properties, component, html};

use super::context::{use_lang, use_send};
use super::data_text;
use super::drop::DropZone;
use super::edge::{self, Files};
use super::icon::{Icon, Shape};
use super::privacy::Privacy;
use super::profile::ProfilePanel;
use super::tour_text;
use crate::data::{Lang, Profile, Shared};
use crate::demo::{template, town};
use crate::disclose::Protected;
use crate::state::{Action, Turn};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The data that are shown already.
    pub(super) loaded: Option<Shared<Protected>>,
    /// The profile that was opened from a file.
    pub(super) profile: Option<Shared<Profile>>,
    /// Whether files are held over the page.
    pub(super) over: bool,
    pub(super) on_files: Callback<Files>,
    pub(super) on_demo: Callback<()>,
}

/// The start page without its heading.
#[component]
pub(super) fn Start(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let Props { loaded, profile, over, on_files, on_demo } = props;
    let on_tour = {
        let (on_demo, is_loaded) = (on_demo.clone(), loaded.is_some());
        send.reform(move |()| {
            if !is_loaded {
                on_demo.emit(());
            }
            Action::Tour(Turn::Begin)
        })
    };
    let tour_say = if loaded.is_some() { tour_text::tour_say(lang) } else { tour_text::tour_say_demo(lang) };
    html! {
        <div class="start">
            <div class="stack">
                if loaded.is_some() {
                    <h2 id="andra">{ data_text::other_files(lang) }</h2>
                    <p class="small quiet">{ data_text::other_files_say(lang) }</p>
                }
                <DropZone over={*over} on_files={on_files.clone()} />
                { choices(on_demo, (on_tour, tour_say), lang) }
            </div>
            <div class="stack">
                <Privacy />
                <ProfilePanel opened={profile.clone()} loaded={loaded.clone()} on_files={on_files.clone()} />
            </div>
        </div>
    }
}

fn choices(on_demo: &Callback<()>, (on_tour, tour_say): (Callback<()>, &str), lang: Lang) -> Html {
    let template = move |_| edge::download(template::template_file_name(), "text/csv", &template::template_csv(lang));
    html! {
        <section class="panelbox" aria-labelledby="h-ingen">
            <h2 id="h-ingen">{ data_text::no_file_at_hand(lang) }</h2>
            <div class="choices">
                <div class="choice">
                    <div>
                        <h3>{ data_text::demo_heading(lang) }</h3>
                        <p>{ data_text::demo_say(town::SCHOOLS.len(), town::YEARS.count(), lang) }</p>
                    </div>
                    <button type="button" class="btn" onclick={on_demo.reform(|_| ())}>{ data_text::demo_button(lang) }</button>
                </div>
                <div class="choice">
                    <div><h3>{ tour_text::tour(lang) }</h3><p>{ tour_say }</p></div>
                    <button type="button" class="btn" onclick={on_tour.reform(|_| ())}>{ tour_text::take(lang) }</button>
                </div>
                <div class="choice">
                    <div><h3>{ data_text::template_heading(lang) }</h3><p>{ data_text::template_say(lang) }</p></div>
                    <button type="button" class="btn" onclick={template}><Icon shape={Shape::Download} />{ data_text::template_button(lang) }</button>
                </div>
            </div>
        </section>
    }
}
