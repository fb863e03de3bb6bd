//! The pattern of shares: of pupils who reached something, and with them of those who did not.
//!
//! Everybody is taken to know every number of pupils (registers are public), so between 0 and all of them have reached it. The
//! other way about, what is told of results must not give a hidden number of pupils away; there, nobody knows more than is
//! published. A row is published if both hold.

use crate::disclose::pattern::fate::{Exposed, Fate};
use crate::disclose::pattern::frame::{Frame, fate};
use crate::disclose::pattern::greedy::Candidate;
use crate::disclose::pattern::outcomes::{Of, Outcomes};
use crate::disclose::pattern::publish::Report;
use crate::disclose::pattern::pupils::Counted;
use crate::disclose::pattern::system::{Link, Role, Value};
use crate::disclose::pattern::table::Group;
use crate::disclose::pattern::watch::Watch;

/// What becomes of the shares of indicators that hang together, part by part and per row.
pub(super) async fn of<'b>(
    frame: &Frame<'_>,
    pupils: &Counted,
    all: Vec<Of<'b>>,
    link: Link,
    exposed: &mut Exposed,
) -> Vec<Vec<Fate>> {
    let parts = all.iter().map(|of| of.part + 1).max().unwrap_or(0);
    let mut fates = vec![vec![Fate::Absent; frame.layout.rows]; parts];
    let mut candidates = Vec::new();
    let mut secret = Vec::new();
    for row in 0..frame.layout.rows {
        for (part, fates) in fates.iter_mut().enumerate() {
            let outcomes = || all.iter().filter(|of| of.part == part);
            let Some(base) = outcomes().map(|of| of.base).next() else { continue };
            if base.rows[row] == Value::Absent || outcomes().all(|of| of.rows[row] == Value::Absent) {
                continue;
            }
            let known = base.rows[row].known().filter(|known| !frame.rule.hides_pupils(*known));
            let is_hidden = |of: &Of<'_>| {
                let both = known.zip(of.rows[row].known());
                both.is_none_or(|(known, reached)| frame.rule.hides_share(known, reached))
            };
            let (primary, role) = (outcomes().any(is_hidden), frame.roles[row]);
            let is_open = base.fates[row].is_shown() && !primary;
            if role != Role::Kept {
                fates[row] = fate(is_open, primary);
            }
            if is_open && role == Role::Open {
                candidates.push(Candidate { row, part, pupils: base.truth.sum(frame.layout, row) });
            } else if !is_open
                && (role != Role::Kept || known.is_none() && base.rows[row].known().is_some_and(|n| n > 0))
            {
                secret.push((row, part));
            }
        }
    }
    if !frame.rule.complementary || all.is_empty() {
        return fates;
    }
    let mut fits = vec![true; frame.layout.components];
    let mut one_by_one = |of: &[Of<'b>]| -> Vec<Outcomes<'b>> {
        of.iter().map(|of| Outcomes::new(frame, pupils, vec![of.clone()], Link::Free, &mut fits)).collect()
    };
    let is_same = all.iter().all(|of| std::ptr::eq(of.base, all[0].base));
    // Of hidden numbers of pupils each outcome tells by its own.
    let (tables, apart) = match link {
        Link::Free => (one_by_one(&all), None),
        _ if is_same => (vec![Outcomes::new(frame, pupils, all, link, &mut fits)], None),
        _ => {
            let apart = one_by_one(&all);
            (vec![Outcomes::new(frame, pupils, all, link, &mut fits)], Some(apart))
        }
    };
    frame.pace.rest(frame.layout.rows / 8).await;
    let mut watches: Vec<Watch> = tables.iter().map(|table| table.watch_results(frame, &secret, false)).collect();
    let mut watched: Vec<&Outcomes<'_>> = tables.iter().collect();
    for table in tables.iter().filter(|table| table.has_narrow_bounds(frame)) {
        watches.push(table.watch_results(frame, &secret, true));
        watched.push(table);
    }
    for table in apart.as_ref().unwrap_or(&tables) {
        if let Some(watch) = table.watch_pupils(frame, pupils, &secret) {
            watches.push(watch);
            watched.push(table);
        }
    }
    let groups_of =
        |guard: usize, of: Candidate, groups: &mut Vec<Group>| groups.extend(watched[guard].groups(of.row, of.part));
    let report = Report { watches, candidates: &candidates, groups_of: &groups_of, fits: &fits };
    let found = report.publish(frame, exposed).await;
    for (of, shown) in candidates.iter().zip(found.shown) {
        fates[of.part][of.row] = fate(shown, false);
    }
    for (row, part) in found.narrowed {
        fates[part][row] = fate(false, false);
    }
    fates
}
