//! The page itself: title, language, theme, focus, dialogs, print.

use js_sys::{Date, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, FocusOptions, HtmlDialogElement, HtmlElement, HtmlInputElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};
use yew::NodeRef;

use crate::data::Lang;
use crate::state::Theme;

/// Sets the attributes of the page's root, which the style sheet goes by.
pub(crate) fn mark_root(lang: Lang, theme: Theme, projector: bool) {
    let Some(root) = gloo::utils::document().document_element() else { return };
    let theme = match theme {
        Theme::System => None,
        Theme::Light => Some("light"),
        Theme::Dark => Some("dark"),
    };
    mark(&root, "lang", Some(lang.tag()));
    mark(&root, "data-theme", theme);
    mark(&root, "data-view", projector.then_some("projector"));
}

/// Keeps the answer off paper, or lets it be printed.
pub(crate) fn hold_paper(held: bool) {
    if let Some(root) = gloo::utils::document().document_element() {
        mark(&root, "data-paper", held.then_some("held"));
    }
}

fn mark(element: &Element, name: &str, value: Option<&str>) {
    // These names and values are always valid.
    match value {
        Some(value) => element.set_attribute(name, value).unwrap_or_default(),
        None => element.remove_attribute(name).unwrap_or_default(),
    }
}

/// Sets the title of the page.
pub(crate) fn set_title(title: &str) {
    gloo::utils::document().set_title(title);
}

/// Moves the focus to the element with this id.
pub(crate) fn focus(id: &str) {
    if let Some(element) = by_id::<HtmlElement>(id) {
        element.focus().unwrap_or_default();
    }
}

/// Moves the focus to this element.
pub(crate) fn focus_on(place: &NodeRef) {
    if let Some(element) = place.cast::<HtmlElement>() {
        element.focus().unwrap_or_default();
    }
}

/// Moves the focus to the element with this id, where what had it is not to be seen any more.
pub(crate) fn focus_if_lost(id: &str) {
    let document = gloo::utils::document();
    let focused = document.active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if focused.is_none_or(|element| element.offset_width() == 0 || document.body().as_ref() == Some(&element)) {
        focus(id);
    }
}

/// Begins a page anew: from the top, with the focus on the element with this id.
pub(crate) fn begin_at(id: &str) {
    gloo::utils::window().scroll_to_with_x_and_y(0.0, 0.0);
    if let Some(element) = by_id::<HtmlElement>(id) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        element.focus_with_options(&options).unwrap_or_default();
    }
}

/// Scrolls as little as needed to show the element with this id.
pub(crate) fn reveal(id: &str) {
    if let Some(element) = by_id::<Element>(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Selects the text of a field, so that typing replaces it.
pub(crate) fn select_text(field: &NodeRef) {
    if let Some(input) = field.cast::<HtmlInputElement>() {
        input.select();
    }
}

/// The same, where the field has the focus.
pub(crate) fn select_if_focused(field: &NodeRef) {
    let focused = gloo::utils::document().active_element();
    if focused.is_some() && focused == field.cast::<Element>() {
        select_text(field);
    }
}

/// Sets the value of a field that the user may have changed.
pub(crate) fn set_value(field: &NodeRef, value: &str) {
    if let Some(field) = field.get() {
        Reflect::set(&field, &"value".into(), &JsValue::from_str(value)).unwrap_or_default();
    }
}

/// Opens a dialog over the page.
pub(crate) fn open_dialog(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>()
        && !dialog.open()
    {
        dialog.show_modal().unwrap_or_default();
    }
}

/// Closes a dialog.
pub(crate) fn close_dialog(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
        dialog.close();
    }
}

/// Writes today's date, as the reader's clock has it, wherever a page of paper says when it was printed.
pub(crate) fn date_paper() {
    let now = Date::new_0();
    let today = format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date());
    let places = gloo::utils::document().get_elements_by_class_name("print-date");
    for place in (0..places.length()).filter_map(|at| places.item(at)) {
        place.set_text_content(Some(&today));
    }
}

/// Asks the browser to print.
pub(crate) fn print() {
    gloo::utils::window().print().unwrap_or_default();
}

fn by_id<T: JsCast>(id: &str) -> Option<T> {
    gloo::utils::document().get_element_by_id(id)?.dyn_into().ok()
}
