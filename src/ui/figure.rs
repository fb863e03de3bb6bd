//! One indicator: sentence, chart or table, readout, how to read it, downloads, footnotes.

use yew::{
    Callback, Html, KeyboardEvent, PointerEvent, Properties, classes, component, html, use_context, use_effect_with,
    use_memo, use_state_eq,
};

use super::context::{OnePage, use_lang, use_send};
use super::cut::{Rest, more};
use super::edge;
use super::howto::HowTo;
use super::keys::inline;
use super::plot::{Painted, on_paper, use_canvas_with};
use super::pointed::use_pointed;
use super::readout::Readout;
use super::segments::{Kind, Segments};
use super::subject::Subject;
use super::table::TableView;
use super::take::Takes;
use super::text;
use super::way::Way;
use super::why::WhyDialog;
use crate::chart::{Drawing, hit};
use crate::data::{Lang, Shared};
use crate::disclose::Protected;
use crate::state::{Action, Face};
use crate::view::format::number;
use crate::view::screen::Why;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) subject: Subject,
    pub(super) face: Face,
    /// What its files are made of.
    pub(super) way: Way,
    /// Whether no other figure is shown, so that there is a page of paper for this one.
    pub(super) alone: bool,
    /// The data of the screen, which answer why a value is as it is.
    #[prop_or_default]
    pub(super) shown: Option<Shared<Protected>>,
    /// Where more schools are chosen than it shows.
    #[prop_or_default]
    pub(super) rest: Option<Rest>,
}

/// The figure.
#[component]
pub(super) fn Figure(props: &Props) -> Html {
    let (lang, send) = (use_lang(), use_send());
    let Props { subject, face, way, alone, shown, rest } = props;
    // What is pointed at elsewhere stands out here, too.
    let pointed = use_pointed();
    let cursor = use_state_eq(|| None::<hit::Cursor>);
    let asked = use_state_eq(|| None::<Why>);
    {
        // Another urval has other points.
        let (cursor, asked, point) = (cursor.setter(), asked.setter(), pointed.point.clone());
        use_effect_with(subject.clone(), move |_| {
            cursor.set(None);
            point.emit(None);
            asked.set(None);
        });
    }
    let elsewhere = || (0..).map_while(|series| subject.series(series)).position(|name| pointed.is(name));
    let emphasis = elsewhere().or_else(|| cursor.map(|(series, _)| series));
    let Painted { place, canvas, drawing } =
        use_canvas_with(subject.clone(), |subject, frame| Some(subject.draw(frame)), *cursor, emphasis);
    let go = {
        let (cursor, subject, point) = (cursor.setter(), subject.clone(), pointed.point.clone());
        Callback::from(move |to: Option<hit::Cursor>| {
            cursor.set(to);
            point.emit(to.and_then(|(series, _)| subject.series(series)).map(|name| name.to_owned().into()));
        })
    };
    {
        // Also where the pointer has led here, and the keys are elsewhere.
        let go = go.clone();
        use_effect_with(cursor.is_some(), move |is_pointing| {
            let watch = is_pointing.then(|| edge::watch_escape(Callback::from(move |()| go.emit(None))));
            move || drop(watch)
        });
    }
    let one_page = use_context::<OnePage>().is_some();
    let paper = use_memo((subject.clone(), *alone, one_page), |(subject, alone, one_page)| {
        let drawing = subject.draw(&on_paper(subject.paper(*alone, *one_page)));
        (inline(&drawing.list), drawing)
    });

    let onpointer = {
        let (go, drawing) = (go.clone(), drawing.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some(drawing) = &drawing {
                go.emit(hit::nearest(drawing, event.offset_x().into(), event.offset_y().into()));
            }
        })
    };
    let onkeydown = {
        let (cursor, drawing) = (cursor.clone(), drawing.clone());
        move |event: KeyboardEvent| {
            let moved = match (event.key().as_str(), *cursor, &drawing) {
                ("Escape", Some(_), _) => Some(None),
                (key, at, Some(drawing)) => step(key).map(|step| match at {
                    None => hit::start(drawing),
                    Some(at) => hit::step(drawing, at, step),
                }),
                _ => None,
            };
            if let Some(to) = moved {
                event.prevent_default();
                go.emit(to);
            }
        }
    };
    let point = cursor.and_then(|cursor| subject.point(cursor)).map(str::to_owned);
    let why = (*cursor).zip(shown.as_ref()).and_then(|(cursor, shown)| subject.why(cursor, shown, way, lang));
    let on_why = why.map(|why| {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(Some(why.clone())))
    });
    let on_close = {
        let asked = asked.setter();
        move |()| asked.set(None)
    };
    let id = subject.id();
    let is_table = *face == Face::Table;
    let on_face = send.reform(|index| Action::Face(if index == 0 { Face::Chart } else { Face::Table }));
    let names = vec![text::chart(lang).to_owned(), text::table(lang).to_owned()];
    html! {
        <section class="chart" aria-labelledby={format!("{id}-t")}>
            <header class="chart__head"><h2 id={format!("{id}-t")}>{ subject.heading(lang) }</h2>
                if !subject.say().is_empty() {
                    <p class="chart__say">{ subject.say() }</p>
                }
            </header>
            <div class="chart__bar" id={format!("{id}-v")}>
                <Segments kind={Kind::Tabs} id={id.clone()} label={text::show_as(lang)} {names} chosen={usize::from(is_table)} on_choose={on_face} />
                <Takes subject={subject.clone()} way={way.clone()} face={*face} />
            </div>
            <div id={format!("{id}-0-p")} role="tabpanel" aria-labelledby={format!("{id}-0")} class="stack stack--s" hidden={is_table}>
                <figure class="fig">
                    <div class={classes!("fig__room", subject.room())} ref={place}>
                        <canvas ref={canvas} tabindex="0" role="application" aria-roledescription={text::chart_role(lang)}
                            aria-label={subject.spoken().to_owned()} aria-describedby={format!("{id}-k")}
                            onpointermove={onpointer.clone()} onpointerdown={onpointer} {onkeydown} />
                    </div>
                    <div class="only-print" aria-hidden="true">{ paper.0.clone() }</div>
                </figure>
                <p class="sr" id={format!("{id}-k")}>{ subject.keys(lang) }</p>
                <Readout {point} {on_why} />
                if let Some(rest) = rest {
                    { more(rest, &rest.ask, lang) }
                }
                <HowTo subject={subject.clone()} />
            </div>
            <div id={format!("{id}-1-p")} role="tabpanel" aria-labelledby={format!("{id}-1")} hidden={!is_table}>
                // Not before it is asked for: it may have a row for each of a thousand schools.
                if is_table {
                    <TableView table={subject.table(lang)} rest={rest.clone()} />
                }
            </div>
            <footer class="chart__foot">
                { for subject.footnotes().iter().map(|note| html! { <p>{ note }</p> }) }
                if !is_table {
                    { axis_note(subject, drawing.as_deref(), &paper.1, lang) }
                }
            </footer>
            if let Some(why) = &*asked {
                <WhyDialog why={why.clone()} {on_close} />
            }
        </section>
    }
}

fn step(key: &str) -> Option<hit::Step> {
    Some(match key {
        "ArrowLeft" => hit::Step::Left,
        "ArrowRight" => hit::Step::Right,
        "ArrowUp" => hit::Step::Up,
        "ArrowDown" => hit::Step::Down,
        "Home" => hit::Step::Home,
        "End" => hit::Step::End,
        _ => return None,
    })
}

/// Where the axis begins, when it is not at 0: on the screen and on paper, whose ticks may differ.
fn axis_note(subject: &Subject, screen: Option<&Drawing>, paper: &Drawing, lang: Lang) -> Html {
    if subject.axis().1.is_empty() {
        return Html::default();
    }
    let note = |drawing: &Drawing| {
        (!drawing.starts_at_zero && !drawing.placed.is_empty())
            .then(|| axis_sentence(subject, drawing.axis_start, lang))
    };
    html! {
        <>
            if let Some(note) = screen.and_then(note) {
                <p class="no-print">{ note }</p>
            }
            if let Some(note) = note(paper) {
                <p class="only-print">{ note }</p>
            }
        </>
    }
}

fn axis_sentence(subject: &Subject, start: f64, lang: Lang) -> String {
    let (axis, note) = subject.axis();
    let decimals = if start.fract().abs() < f64::EPSILON { 0 } else { axis.decimals };
    note.replace("{}", &number(start, decimals, lang))
}
