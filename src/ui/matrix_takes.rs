//! What can be done with the matrix of Läget: copied or saved, through the gate.

use yew::{Callback, Html, Properties, component, html, use_effect_with, use_state_eq};

use super::context::use_lang;
use super::icon::Shape;
use super::leave::use_gate;
use super::menu::Menu;
use super::way::Way;
use super::{take_text, text};
use crate::state::{Exit, View};
use crate::view::leaving::{Leaving, Outcome};
use crate::view::overview::{leave, overview};
use crate::view::table_clip::table_clip;
use crate::view::table_csv::table_csv;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) way: Way,
}

/// The list of what can be done.
#[component]
pub(super) fn MatrixTakes(props: &Props) -> Html {
    let (lang, gate) = (use_lang(), use_gate());
    let said = use_state_eq(|| None::<&'static str>);
    {
        // What was said was about another urval.
        let said = said.setter();
        use_effect_with((props.way.clone(), lang), move |_| said.set(None));
    }
    let on_choose = {
        let (way, said) = (props.way.clone(), said.setter());
        Callback::from(move |item: usize| {
            // Of the data as they may leave, which need not be those on the screen.
            let Way { dataset, selection, source } = &way;
            let found = overview(dataset, selection, source, lang);
            let leaving = leave(Leaving::of(dataset, lang), dataset, selection);
            let exit = if item == 0 { Exit::Clipboard } else { Exit::File };
            let told = said.clone();
            let done = Callback::from(move |could| told.set(Some(take_text::done(exit, could, lang))));
            let (table, base, urval) = (&found.matrix, text::base(lang), way.urval(View::Overview, lang));
            let outcome = if item == 0 {
                let clip = table_clip(table, &[&table.caption, &urval], &found.footnotes, base);
                gate.copy_table(leaving, &clip, done)
            } else {
                let above = format!("{}. {urval}", table.caption);
                let bytes = table_csv(table, &above, &found.footnotes, base);
                gate.save(leaving, &way.file_name(&[&found.matrix_heading], "csv"), "text/csv", &bytes, &done)
            };
            if outcome == Outcome::Blocked {
                said.set(Some(take_text::blocked(exit, lang)));
            }
        })
    };
    html! {
        <div class="takes">
            <Menu id="matris-ut" shape={Shape::Download} label={take_text::take(lang)}
                items={vec![take_text::table_copy(lang), take_text::table_csv(lang)]} {on_choose} />
            <p class="small quiet" role="status">{ *said }</p>
        </div>
    }
}
