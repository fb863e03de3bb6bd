//! Which indicators hang together: those that are told of the same pupils, and those of which each is within the next.

use crate::disclose::pattern::fate::{Exposed, Fate, Pattern};
use crate::disclose::pattern::frame::Frame;
use crate::disclose::pattern::pupils::Counted;
use crate::disclose::pattern::system::{Outcome, System, Value};

/// Which of the counted numbers of pupils each indicator is told of. Counts those that are not counted yet; the first are all pupils.
pub(super) async fn bases(
    frame: &Frame<'_>,
    system: &System,
    before: Option<&Pattern>,
    counted: &mut Vec<Counted>,
    exposed: &mut Exposed,
) -> Vec<usize> {
    let mut base_of = Vec::with_capacity(system.indicators.len());
    for (index, indicator) in system.indicators.iter().enumerate() {
        let told = before.and_then(|before| before.indicators.get(index));
        let before = told.map(|told| &*told.base);
        let rows = indicator.base.as_ref().map(|base| frame.rows(&mut base.iter().copied()));
        let rows = rows.map(|rows| without_known_zeros(rows, frame, before.unwrap_or_default(), counted.first()));
        let known = rows.as_ref().map_or(Some(0), |rows| counted.iter().position(|counted| counted.rows == *rows));
        base_of.push(known.unwrap_or(counted.len()));
        if let (Some(rows), None) = (rows, known) {
            let frame = frame.after(before.as_slice());
            let new = Counted::new(&frame, rows, counted.first(), exposed).await;
            counted.push(new);
        }
    }
    base_of
}

/// That nobody has a result is seen where the pupils are, and of whoever is among them; of a hidden number of pupils alone it is not
/// told, nor later on of a group that has some of those of whom it was not told before.
fn without_known_zeros(
    mut rows: Vec<Value>,
    frame: &Frame<'_>,
    before: &[Fate],
    pupils: Option<&Counted>,
) -> Vec<Value> {
    let Some(pupils) = pupils else { return rows };
    let is_zero = |row: &usize| rows[*row] == Value::Known(0);
    let unknowns = |row: &usize| frame.layout.sets.get(*row).iter().map(|unknown| *unknown as usize);
    let mut is_told = vec![Some(false); frame.layout.unknowns()];
    for (fate, row) in before.iter().zip(&frame.layout.row_of) {
        let row = *row as usize;
        if matches!(fate, Fate::Withheld { .. }) && is_zero(&row) {
            unknowns(&row).for_each(|unknown| is_told[unknown] = None);
        }
    }
    for row in (0..rows.len()).filter(is_zero).filter(|row| pupils.fates[*row].is_shown()) {
        if unknowns(&row).all(|unknown| is_told[unknown].is_some()) {
            unknowns(&row).for_each(|unknown| is_told[unknown] = Some(true));
        }
    }
    let is_told = |row: &usize| unknowns(row).all(|unknown| is_told[unknown] == Some(true));
    let told: Vec<usize> = (0..rows.len()).filter(is_zero).filter(is_told).collect();
    for row in told {
        rows[row] = Value::Absent;
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
