//! The profile in use: indicators and definitions; open and save.

use yew::{Callback, Html, Properties, component, html};

use super::context::{use_lang, use_send};
use super::data_text;
use super::drop::sends_files;
use super::edge::HEADING;
use super::edge::{self, Files};
use super::icon::{Icon, Shape};
use crate::data::{Indicator, Lang, Profile, Shared, pupil_profile};
use crate::disclose::Protected;
use crate::state::Action;
use crate::view::protection;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// The profile that was opened from a file.
    pub(super) opened: Option<Shared<Profile>>,
    /// The data that are shown.
    pub(super) loaded: Option<Shared<Protected>>,
    pub(super) on_files: Callback<Files>,
}

/// The profile panel.
#[component]
pub(super) fn ProfilePanel(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let (profile, whose) = match (&props.opened, &props.loaded) {
        (Some(opened), _) => ((**opened).clone(), data_text::profile_own(lang)),
        (None, Some(loaded)) => (loaded.profile.clone(), data_text::profile_of_data(lang)),
        (None, None) => (pupil_profile(), data_text::profile_none(lang)),
    };
    let indicators = profile.indicators.iter().map(|indicator| term(indicator, lang)).collect::<Html>();
    let heading = data_text::profile_name(&profile, lang);
    let rule = protection::rule(profile.protection(), lang);
    let profile = match props.loaded.as_ref().filter(|_| props.opened.is_none()) {
        Some(loaded) => profile.with_protection(loaded.protection()),
        None => profile,
    };
    let save = move |_| {
        edge::download(&format!("profil-{}.json", profile.id), "application/json", profile.to_json().as_bytes());
    };
    let close = send.reform(|_| {
        edge::focus(HEADING);
        Action::ProfileClosed
    });
    html! {
        <section class="panelbox" aria-labelledby="h-profil">
            <h2 id="h-profil">{ data_text::profile_heading(lang) }</h2>
            <p><strong>{ heading }</strong><br /><span class="small quiet">{ whose }</span></p>
            <details class="howto">
                <summary>{ data_text::definitions(lang) }</summary>
                <dl class="facts">
                    { indicators }
                    <dt>{ data_text::withheld_values(lang) }</dt><dd>{ rule }</dd>
                </dl>
            </details>
            <p class="small quiet">{ data_text::profile_say(lang) }</p>
            <div class="btns">
                <label class="btn btn--small pick">
                    { data_text::profile_open(lang) }
                    <input class="sr" type="file" accept=".json" onchange={sends_files(&props.on_files)} />
                </label>
                <button type="button" class="btn btn--small" onclick={save}><Icon shape={Shape::Download} />{ data_text::profile_save(lang) }</button>
                if props.opened.is_some() {
                    <button type="button" class="btn btn--small" onclick={close}>{ data_text::profile_close(lang) }</button>
                }
            </div>
        </section>
    }
}

fn term(indicator: &Indicator, lang: Lang) -> Html {
    let breaks = indicator.breaks.iter().map(|cut| html! { <><br />{ data_text::new_from(cut, lang) }</> });
    html! { <><dt>{ indicator.name.get(lang) }</dt><dd>{ indicator.definition.get(lang) }{ for breaks }</dd></> }
}
