//! Which indicators hang together: those that are told of the same pupils, and those of which each is within the next.

use crate::disclose::pattern::fate::{Exposed, Pattern};
use crate::disclose::pattern::frame::Frame;
use crate::disclose::pattern::pupils::Counted;
use crate::disclose::pattern::system::{Outcome, System, Value};

/// Which of the counted numbers of pupils each indicator is told of. Counts those that are not counted yet; the first are all pupils.
pub(super) async fn bases<'a>(
    frame: &Frame<'a>,
    system: &System,
    before: Option<&Pattern>,
    counted: &mut Vec<Counted<'a>>,
    exposed: &mut Exposed,
) -> Vec<usize> {
    let mut base_of = Vec::with_capacity(system.indicators.len());
    for (index, indicator) in system.indicators.iter().enumerate() {
        let rows = indicator.base.as_ref().map(|base| frame.rows(&mut base.iter().copied()));
        let rows = rows.map(|rows| without_known_zeros(rows, counted.first()));
        let known = rows.as_ref().map_or(Some(0), |rows| counted.iter().position(|counted| counted.rows == *rows));
        base_of.push(known.unwrap_or(counted.len()));
        if let (Some(rows), None) = (rows, known) {
            let told = before.and_then(|before| before.indicators.get(index));
            let before = told.map(|told| &*told.base);
            let frame = frame.after(before.as_slice());
            let new = Counted::new(&frame, rows, counted.first(), exposed).await;
            counted.push(new);
        }
    }
    base_of
}

/// That nobody has a result is seen where the pupils are; of a hidden number of pupils it is not told.
fn without_known_zeros(mut rows: Vec<Value>, pupils: Option<&Counted<'_>>) -> Vec<Value> {
    for (row, fate) in rows.iter_mut().zip(pupils.into_iter().flat_map(|pupils| &pupils.fates)) {
        if *row == Value::Known(0) && fate.is_shown() {
            *row = Value::Absent;
        }
    }
    rows
}

/// The indicators, each with those that it is within, one after the other.
pub(super) fn of(system: &System) -> Vec<Vec<usize>> {
    let is_one = |at: &usize| {
        let outcome = system.indicators.get(*at).map(|indicator| &indicator.outcome);
        matches!(outcome, Some(Outcome::Shares { reached, .. }) if reached.len() == 1)
    };
    let outer = |at: usize| system.indicators[at].within.filter(|outer| is_one(&at) && is_one(outer));
    let all = || 0..system.indicators.len();
    let is_inner = |at: &usize| all().all(|other| outer(other) != Some(*at));
    let mut is_seen = vec![false; system.indicators.len()];
    let mut chains = Vec::new();
    // The innermost first. What is within itself is no chain.
    for start in all().filter(is_inner).chain(all()) {
        let chain = std::iter::successors(Some(start), |at| outer(*at));
        let chain: Vec<usize> = chain.take_while(|at| !std::mem::replace(&mut is_seen[*at], true)).collect();
        if !chain.is_empty() {
            chains.push(chain);
        }
    }
    chains
}
