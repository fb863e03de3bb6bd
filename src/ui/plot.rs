//! A drawing at the size of its place: a canvas on the screen, an SVG of the same model on paper.

use yew::{
    Callback, Html, NodeRef, Properties, component, hook, html, use_effect_with, use_memo, use_node_ref, use_state_eq,
};

use super::context::use_look;
use super::edge;
use super::keys::inline;
use crate::chart::{Drawing, Frame, Metrics, hit, spark};
use crate::data::Shared;
use crate::view::screen::Overview;

/// Width and height on paper, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Size {
    pub(super) width_px: f64,
    pub(super) height_px: f64,
}

/// A canvas, the place that gives it its size, and what is on it.
pub(super) struct Painted {
    pub(super) place: NodeRef,
    pub(super) canvas: NodeRef,
    /// `None` until the place has a size.
    pub(super) drawing: Option<Shared<Drawing>>,
}

/// Keeps a canvas painted: draws anew when model, size, look or cursor change. `key` is what the model is known by, and `draw` draws it.
#[hook]
pub(super) fn use_canvas<K: PartialEq + 'static>(
    key: K,
    draw: fn(&K, &Frame) -> Option<Drawing>,
    cursor: Option<hit::Cursor>,
) -> Painted {
    // A pointed-at school stands out. The focus always does.
    use_canvas_with(key, draw, cursor, cursor.map(|(series, _)| series))
}

/// The same, where another series than that of the cursor may stand out.
#[hook]
pub(super) fn use_canvas_with<K: PartialEq + 'static>(
    key: K,
    draw: fn(&K, &Frame) -> Option<Drawing>,
    cursor: Option<hit::Cursor>,
    emphasis: Option<usize>,
) -> Painted {
    let (place, canvas) = (use_node_ref(), use_node_ref());
    let size = use_state_eq(|| None::<(f64, f64)>);
    let look = use_look();
    {
        let (place, size) = (place.clone(), size.setter());
        use_effect_with((), move |()| {
            let tell = Callback::from(move |(width, height): (f64, f64)| {
                size.set((width >= 1.0 && height >= 1.0).then_some((width, height)));
            });
            edge::watch_size(&place, tell)
        });
    }
    let frame = look.as_ref().zip(*size).map(|(look, size)| Frame { emphasis, cursor, ..look.frame(size) });
    let drawing = use_memo((key, frame), |(key, frame)| Some(Shared::new(draw(key, frame.as_ref()?)?)));
    {
        let canvas = canvas.clone();
        use_effect_with(((*drawing).clone(), look), move |(drawing, look)| {
            if let (Some(drawing), Some(look)) = (drawing, look) {
                edge::paint(&canvas, &drawing.list, look);
            }
        });
    }
    let drawing = (*drawing).clone();
    Painted { place, canvas, drawing }
}

/// The frame of a drawing for paper.
pub(super) fn on_paper(size: Size) -> Frame {
    // 13 px on the screen are 10 pt and a bit; paper is read from nearer.
    Frame { metrics: Metrics::print(), font_px: 13.5, ..Frame::new(size.width_px, size.height_px) }
}

#[derive(Properties, PartialEq)]
pub(super) struct SparkProps {
    /// Everything that the view shows; compared by pointer.
    pub(super) overview: Shared<Overview>,
    /// Which card.
    pub(super) index: usize,
    pub(super) print: Size,
}

/// The small chart of a card. Its value and change stand beside it in words, so it is a picture only.
#[component]
pub(super) fn Spark(props: &SparkProps) -> Html {
    let key = (props.overview.clone(), props.index);
    let Painted { place, canvas, .. } = use_canvas(key.clone(), draw_spark, None);
    let print = props.print;
    let paper = use_memo(key, move |key| draw_spark(key, &on_paper(print)).map(|drawing| inline(&drawing.list)));
    html! {
        <figure class="fig">
            <div class="fig__room fig__room--spark" ref={place}><canvas ref={canvas} aria-hidden="true" /></div>
            <div class="only-print" aria-hidden="true">{ (*paper).clone().unwrap_or_default() }</div>
        </figure>
    }
}

fn draw_spark((overview, index): &(Shared<Overview>, usize), frame: &Frame) -> Option<Drawing> {
    overview.cards.get(*index).map(|card| spark(&card.spark, frame))
}
