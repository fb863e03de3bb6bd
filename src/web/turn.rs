//! Keeps tasks of the main thread short, so that the page answers while files are read.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, Performance};

/// Longest stretch of work without a pause, in milliseconds. Well under the 50 ms that one feels, because the last piece before
/// the pause comes on top, and because other machines are slower.
const LONGEST_MS: f64 = 8.0;

/// The browser's clock.
pub(super) fn clock() -> Option<Performance> {
    gloo::utils::window().performance()
}

/// The present task of a longer piece of work.
#[derive(Debug)]
pub(super) struct Turn {
    clock: Option<Performance>,
    channel: Option<MessageChannel>,
    began_ms: f64,
}

impl Turn {
    /// Begins now.
    pub(super) fn begin() -> Self {
        let mut turn = Self { clock: clock(), channel: MessageChannel::new().ok(), began_ms: 0.0 };
        turn.began_ms = turn.now_ms();
        turn
    }

    /// Time on the browser's clock.
    pub(super) fn now_ms(&self) -> f64 {
        self.clock.as_ref().map_or(0.0, Performance::now)
    }

    /// Whether it is time for a pause.
    pub(super) fn is_long(&self) -> bool {
        self.now_ms() - self.began_ms > LONGEST_MS
    }

    /// Lets the page do what it has to, and goes on in a new task.
    pub(super) async fn next(&mut self) {
        // A message comes at once; a timeout waits at least 4 ms once it has been used a few times.
        let message = Promise::new(&mut |resolve, _| {
            if let Some(channel) = &self.channel {
                channel.port1().set_onmessage(Some(&resolve));
                if channel.port2().post_message(&JsValue::NULL).is_ok() {
                    return;
                }
            }
            resolve.call0(&JsValue::NULL).unwrap_or_default();
        });
        JsFuture::from(message).await.unwrap_or_default();
        self.began_ms = self.now_ms();
    }
}

/// Work that goes on in tasks. Dropping it ends it.
#[derive(Debug)]
pub(crate) struct Ongoing(Rc<Cell<bool>>);

impl Ongoing {
    /// Begins it, and tells the work whether it is still wanted.
    pub(super) fn begin() -> (Self, Rc<Cell<bool>>) {
        let wanted = Rc::new(Cell::new(true));
        (Self(Rc::clone(&wanted)), wanted)
    }
}

impl Drop for Ongoing {
    fn drop(&mut self) {
        self.0.set(false);
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        // An open port with a listener would keep the channel alive.
        if let Some(channel) = &self.channel {
            channel.port1().close();
        }
    }
}
