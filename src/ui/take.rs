//! What can be done with a figure: the most used at hand, everything else in a list that opens.

use yew::{Callback, Html, Properties, component, html, use_effect_with, use_state_eq};

use super::context::use_lang;
use super::export;
use super::icon::Shape;
use super::leave::{Gate, use_gate};
use super::menu::Menu;
use super::subject::Subject;
use super::take_text;
use super::way::Way;
use crate::data::Lang;
use crate::state::{Exit, Face};
use crate::view::leaving::{Leaving, Outcome};

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// What is on the screen.
    pub(super) subject: Subject,
    pub(super) way: Way,
    pub(super) face: Face,
}

/// One way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Take {
    Svg,
    Png,
    CopyPicture,
    Csv,
    CopyTable,
    Urval,
}

const ALL: [Take; 6] = [Take::Png, Take::Svg, Take::CopyPicture, Take::CopyTable, Take::Csv, Take::Urval];

impl Take {
    fn words(self, lang: Lang) -> &'static str {
        match self {
            Self::Svg => take_text::picture_svg(lang),
            Self::Png => take_text::picture_png(lang),
            Self::CopyPicture => take_text::picture_copy(lang),
            Self::Csv => take_text::table_csv(lang),
            Self::CopyTable => take_text::table_copy(lang),
            Self::Urval => take_text::urval_csv(lang),
        }
    }

    fn exit(self) -> Exit {
        match self {
            Self::CopyPicture | Self::CopyTable => Exit::Clipboard,
            _ => Exit::File,
        }
    }

    /// Takes it away through the gate. `done` hears whether the browser could.
    fn take(self, gate: &Gate, props: &Props, lang: Lang, done: Callback<bool>) -> Outcome {
        let way = &props.way;
        // Of the data as they may leave, which need not be those on the screen.
        let Some(found) = props.subject.anew(way, lang) else { return Outcome::Blocked };
        let title = export::title(&found, lang);
        let leaving = || found.leaving(way, lang);
        let name = |ending: &str| way.file_name(&[&title], ending);
        match self {
            Self::Svg => {
                gate.save(leaving(), &name("svg"), "image/svg+xml", export::svg(&found, way, lang).as_bytes(), &done)
            }
            Self::Png => gate.save_picture(leaving(), &name("png"), &export::picture(&found, way, lang), done),
            Self::CopyPicture => gate.copy_picture(leaving(), &export::picture(&found, way, lang), done),
            Self::Csv => gate.save(leaving(), &name("csv"), "text/csv", &export::csv(&found, way, lang), &done),
            Self::CopyTable => gate.copy_table(leaving(), &export::clip(&found, way, lang), done),
            Self::Urval => {
                let (all, split) = (Leaving::of(&way.dataset, lang), found.split(way));
                let all = match split {
                    Some(split) => all.urval_by(&way.selection, split),
                    None => all.urval(&way.selection),
                };
                let name = way.file_name(&[take_text::urval_file(lang)], "csv");
                gate.save(all, &name, "text/csv", &way.everything(split, lang), &done)
            }
        }
    }
}

/// The buttons.
#[component]
pub(super) fn Takes(props: &Props) -> Html {
    let (lang, gate) = (use_lang(), use_gate());
    let said = use_state_eq(|| None::<&'static str>);
    {
        // What was said was about another figure.
        let said = said.setter();
        use_effect_with((props.subject.clone(), lang), move |_| said.set(None));
    }
    let on_take = {
        let (subject, way, face, said) = (props.subject.clone(), props.way.clone(), props.face, said.setter());
        Callback::from(move |take: Take| {
            let told = said.clone();
            let done = Callback::from(move |could: bool| {
                told.set(Some(take_text::done(take.exit(), could, lang)));
            });
            let props = Props { subject: subject.clone(), way: way.clone(), face };
            if take.take(&gate, &props, lang, done) == Outcome::Blocked {
                said.set(Some(take_text::blocked(take.exit(), lang)));
            }
        })
    };
    let first = if props.face == Face::Chart { Take::Png } else { Take::CopyTable };
    let items: Vec<_> = ALL.map(|take| take.words(lang)).to_vec();
    let on_choose = on_take.reform(|index: usize| ALL[index]);
    html! {
        <div class="takes">
            <div class="btns">
                <button type="button" class="btn btn--small" onclick={on_take.reform(move |_| first)}>{ first.words(lang) }</button>
                <Menu id={format!("{}-ut", props.subject.id())} shape={Shape::Download} label={take_text::take(lang)} {items} {on_choose} />
            </div>
            <p class="small quiet" role="status">{ *said }</p>
        </div>
    }
}
