//! Icons: 24 × 24 outlines in the colour of the text. The words beside them carry the meaning.

use yew::{Html, Properties, component, html};

/// What an icon shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Check,
    Close,
    Download,
    File,
    Lock,
    Note,
    Print,
    Stop,
    Way,
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) shape: Shape,
}

/// An icon.
#[component]
pub(super) fn Icon(props: &Props) -> Html {
    let outline = match props.shape {
        Shape::Check => "M4 12.5l5 5L20 6.5",
        Shape::Close => "M6 6l12 12M18 6L6 18",
        Shape::Download => "M12 4v11M7 11l5 5 5-5M5 20h14",
        Shape::File => "M6 2h8l4 4v16H6zM14 2v4h4M9 12h6M9 16h6",
        Shape::Lock => {
            "M6.5 11h11A1.5 1.5 0 0 1 19 12.5v6a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 18.5v-6A1.5 1.5 0 0 1 6.5 11zM8 11V8a4 4 0 0 1 8 0v3"
        }
        Shape::Note => "M12 3.5l9.5 17h-19zM12 10v5M12 17.7v.01",
        Shape::Print => "M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7z",
        Shape::Stop => "M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7.5v6M12 16.5v.01",
        Shape::Way => "M5 5h10l4 3.5-4 3.5H5zM8 12v9M8 2v3",
    };
    html! { <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d={outline} /></svg> }
}
