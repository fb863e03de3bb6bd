//! Long work in short steps: whoever drives it can do something else between two of them.

use std::cell::Cell;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// About so many microseconds are in a step: short enough for a page to answer, long enough that stepping costs nothing.
const STEP: usize = 500;

/// Counts work, so that it rests after each step.
#[derive(Debug, Default)]
pub(super) struct Pace(Cell<usize>);

impl Pace {
    /// Rests before so many microseconds' more work, by a rough reckoning, if the step is over.
    pub(super) async fn rest(&self, effort: usize) {
        poll_fn(|_| {
            let left = self.0.get().checked_sub(effort);
            self.0.set(left.unwrap_or(STEP.max(effort)));
            if left.is_some() { Poll::Ready(()) } else { Poll::Pending }
        })
        .await;
    }
}

/// Work that is done step by step. Dropping it ends it.
pub struct Work<'a>(Pin<Box<dyn Future<Output = ()> + 'a>>);

impl<'a> Work<'a> {
    /// Work that rests by this pace only: nothing else wakes it.
    pub(super) fn new(work: impl AsyncFnOnce(&Pace) + 'a) -> Self {
        Self(Box::pin(async move { work(&Pace::default()).await }))
    }

    /// Does one step; `true` while there is more to do.
    pub fn step(&mut self) -> bool {
        self.0.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending()
    }

    /// Does all of it at once.
    pub(super) fn finish(mut self) {
        while self.step() {}
    }
}
