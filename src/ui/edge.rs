//! The seam between components and browser. On wasm32 these are the functions of `web`; natively, where components are rendered
//! to text only, the same names do nothing.

#[cfg(target_arch = "wasm32")]
pub(super) use crate::web::{
    Files, Ongoing, begin_at, close_dialog, copy_picture, copy_table, date_paper, download, focus, focus_if_lost,
    focus_on, hold_paper, look, mark_root, open_dialog, paint, print, read, read_demo, reveal, save_picture,
    select_if_focused, select_text, set_link, set_title, set_value, timed, value, watch_appearance, watch_drop,
    watch_escape, watch_key, watch_link, watch_outside, watch_print, watch_size, work_out,
};

#[cfg(not(target_arch = "wasm32"))]
pub(super) use absent::*;

/// The element that every view calls its heading, to which the focus goes when what is below it is new.
pub(super) const HEADING: &str = "rubrik";

/// Whether there is a browser that draws; natively everything is done at once.
pub(super) const IS_BROWSER: bool = cfg!(target_arch = "wasm32");

#[cfg(not(target_arch = "wasm32"))]
mod absent {
    use yew::{Callback, Event, NodeRef};

    use crate::chart::DisplayList;
    use crate::data::{Lang, Profile, Shared};
    use crate::disclose::Protected;
    use crate::state::{Action, Link, Theme};
    use crate::ui::Look;

    #[derive(Clone)]
    pub(crate) struct Files;
    pub(crate) struct Ongoing;

    impl Drop for Ongoing {
        fn drop(&mut self) {}
    }

    impl Files {
        pub(crate) fn picked(_: &Event) -> Option<Self> {
            None
        }

        #[expect(clippy::unused_self, reason = "stands in for files that a browser gives")]
        pub(crate) fn data(&self) -> Option<Self> {
            None
        }
    }

    pub(crate) fn begin_at(_: &str) {}
    pub(crate) fn close_dialog(_: &NodeRef) {}
    pub(crate) fn copy_picture(_: &DisplayList, _: Callback<bool>) {}
    pub(crate) fn copy_table(_: &str, _: &str, _: Callback<bool>) {}
    pub(crate) fn date_paper() {}
    pub(crate) fn download(_: &str, _: &str, _: &[u8]) {}
    pub(crate) fn focus(_: &str) {}
    pub(crate) fn focus_if_lost(_: &str) {}
    pub(crate) fn focus_on(_: &NodeRef) {}
    pub(crate) fn hold_paper(_: bool) {}
    pub(crate) fn look() -> Option<Look> {
        None
    }
    pub(crate) fn mark_root(_: Lang, _: Theme, _: bool) {}
    pub(crate) fn open_dialog(_: &NodeRef) {}
    pub(crate) fn paint(_: &NodeRef, _: &DisplayList, _: &Look) {}
    pub(crate) fn print() {}
    pub(crate) fn read(_: Files, _: Option<Profile>, _: bool, _: Lang, _: Callback<Action>) -> Ongoing {
        Ongoing
    }
    pub(crate) fn read_demo(_: Option<Profile>, _: bool, _: Callback<Action>) -> Ongoing {
        Ongoing
    }
    pub(crate) fn reveal(_: &str) {}
    pub(crate) fn save_picture(_: &str, _: &DisplayList, _: Callback<bool>) {}
    pub(crate) fn select_if_focused(_: &NodeRef) {}
    pub(crate) fn select_text(_: &NodeRef) {}
    pub(crate) fn set_link(_: &Link, _: bool) {}
    pub(crate) fn set_title(_: &str) {}
    pub(crate) fn set_value(_: &NodeRef, _: &str) {}
    pub(crate) fn timed<T>(_: &str, work: impl FnOnce() -> T) -> T {
        work()
    }
    pub(crate) fn value(_: &Event) -> String {
        String::new()
    }
    pub(crate) fn watch_appearance(_: &Callback<()>) -> impl FnOnce() + use<> {
        || {}
    }
    pub(crate) fn watch_drop(_: Callback<Files>, _: Callback<bool>) -> impl FnOnce() {
        || {}
    }
    pub(crate) fn watch_escape(_: Callback<()>) -> impl FnOnce() + use<> {
        || {}
    }
    pub(crate) fn watch_key(_: &'static str, _: Callback<()>) -> impl FnOnce() + use<> {
        || {}
    }
    pub(crate) fn watch_link(_: Callback<Action>) -> impl FnOnce() {
        || {}
    }
    pub(crate) fn watch_outside(_: &NodeRef, _: &Callback<()>) -> impl FnOnce() + use<> {
        || {}
    }
    pub(crate) fn watch_print(_: Callback<()>, _: Callback<()>) -> impl FnOnce() + use<> {
        || {}
    }
    pub(crate) fn watch_size(_: &NodeRef, _: Callback<(f64, f64)>) -> impl FnOnce() + use<> {
        || {}
    }
    pub(crate) fn work_out(_: Shared<Protected>, _: usize, _: u32, _: Callback<()>) -> Ongoing {
        Ongoing
    }
}
