//! Garbled letters, and the offer to read the files with them put right.

use yew::{Callback, Html, html};

use super::banner::{Banner, Weight};
use super::edge::HEADING;
use super::{edge, mapping_text as text};
use crate::data::Lang;
use crate::ingest::Report;
use crate::state::Action;
use crate::view::report::garbled;

/// The offer; nothing where every letter is as it was meant.
pub(super) fn offer(report: &Report, send: &Callback<Action>, lang: Lang) -> Html {
    let Some((first, rest)) = garbled(report, lang) else { return Html::default() };
    // The message goes away with its button; reading goes on at the heading.
    let onclick = send.reform(|_| {
        edge::focus(HEADING);
        Action::Repair
    });
    html! {
        <Banner weight={Weight::Note} {first} {rest}>
            <button type="button" class="btn btn--small" {onclick}>{ text::repair(lang) }</button>
        </Banner>
    }
}
