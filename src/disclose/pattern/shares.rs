//! The pattern of shares: of pupils who reached something, and with them of those who did not.
//!
//! Everybody is taken to know every number of pupils (registers are public), so between 0 and all of them have reached it. The
//! other way about, what is told of results must not give a hidden number of pupils away; there, nobody knows more than is
//! published. A row is published if both hold.

use crate::disclose::pattern::fate::{Exposed, Fate};
use crate::disclose::pattern::frame::{Frame, Watch, fate};
use crate::disclose::pattern::greedy::Candidate;
use crate::disclose::pattern::outcomes::Outcomes;
use crate::disclose::pattern::pupils::Counted;
use crate::disclose::pattern::system::{Link, Role, Value};

/// What becomes of an indicator's shares, per row.
pub(super) fn of(
    frame: &Frame<'_>,
    base: &Counted<'_>,
    reached: Vec<Vec<Value>>,
    link: Link,
    exposed: &mut Exposed,
) -> Vec<Fate> {
    let mut fits = base.truth.fits.clone();
    let tables: Vec<Outcomes> = match link {
        Link::Free => reached.into_iter().map(|rows| Outcomes::new(frame, base, vec![rows], link, &mut fits)).collect(),
        _ => vec![Outcomes::new(frame, base, reached, link, &mut fits)],
    };
    let is_primary = |row: usize| {
        let Some(pupils) = base.rows[row].known().filter(|pupils| !frame.rule.hides_pupils(*pupils)) else {
            return true;
        };
        let mut reached = tables.iter().flat_map(|table| &table.rows).map(|rows| rows[row].known());
        reached.any(|reached| reached.is_none_or(|reached| frame.rule.hides_share(pupils, reached)))
    };
    let mut fates = vec![Fate::Absent; frame.layout.rows];
    let mut candidates = Vec::new();
    let mut secret = Vec::new();
    for row in 0..frame.layout.rows {
        let is_told = tables.iter().flat_map(|table| &table.rows).any(|rows| rows[row] != Value::Absent);
        if !is_told || base.rows[row] == Value::Absent {
            continue;
        }
        let (primary, role) = (is_primary(row), frame.roles[row]);
        let is_open = base.fates[row].is_shown() && !primary;
        if role != Role::Kept {
            fates[row] = fate(is_open, primary);
        }
        if is_open && role == Role::Open {
            let groups = tables.iter().map(|table| table.groups(row).collect()).collect();
            candidates.push(Candidate { row, pupils: base.truth.sum(frame.layout, row), groups });
        } else if !is_open {
            let few = base.rows[row].known().is_some_and(|pupils| pupils > 0 && frame.rule.hides_pupils(pupils));
            if role != Role::Kept || few {
                secret.push(row);
            }
        }
    }
    if !frame.rule.complementary {
        return fates;
    }
    let mut watches: Vec<Watch<'_>> = tables.iter().map(|table| table.watch_results(frame, base, &secret)).collect();
    let crossing = crossing(frame, base, &secret);
    if !crossing.is_empty() {
        watches.extend(tables.iter().map(|table| table.watch_pupils(frame, base, &crossing)));
        for candidate in &mut candidates {
            candidate.groups.extend(tables.iter().map(|table| table.groups(candidate.row).collect()));
        }
    }
    let open: Vec<usize> = candidates.iter().map(|candidate| candidate.row).collect();
    let (shown, _) = frame.publish(watches, candidates, &fits, exposed);
    for row in open {
        fates[row] = fate(shown[row], false);
    }
    fates
}

/// Rows whose hidden number of pupils results could give away: those in more than one equation. Where there is only one, any
/// number of pupils that it allows has results that fit: all or none of the others'.
fn crossing(frame: &Frame<'_>, base: &Counted<'_>, secret: &[usize]) -> Vec<usize> {
    let Some(guard) = &base.guard else { return Vec::new() };
    let crosses = |row: &&usize| {
        let mut unknowns = frame.layout.sets.get(**row).iter();
        unknowns.any(|unknown| {
            let class = guard.table.class_of[*unknown as usize];
            guard.table.classes[class as usize].equations.len() > 1
        })
    };
    let is_few = |row: &&usize| base.rows[**row].known().is_some_and(|pupils| frame.rule.hides_pupils(pupils));
    secret.iter().filter(is_few).filter(crosses).copied().collect()
}
