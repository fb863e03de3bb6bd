//! The pattern of means: that of their pupils, and D5: no hidden mean may be computed more closely than a step of its scale.
//!
//! A shown mean is rounded, so it tells a sum of results between two bounds; that of a large group tells less of a small one in
//! it than the small one's scale does.

use crate::data::set;
use crate::disclose::pattern::counts;
use crate::disclose::pattern::fate::{Exposed, Fate};
use crate::disclose::pattern::frame::{Frame, fate};
use crate::disclose::pattern::grades::Grades;
use crate::disclose::pattern::greedy::Candidate;
use crate::disclose::pattern::publish::Report;
use crate::disclose::pattern::pupils::{Counted, between, legend};
use crate::disclose::pattern::system::{Role, Scale, Value};
use crate::disclose::pattern::table::Group;
use crate::disclose::pattern::truth::{Truth, whole};
use crate::disclose::pattern::watch::{Secret, Watch};

/// What becomes of a mean, per row. What it tells of single pupils is told by `grades`, and row by row by `alike`.
pub(super) async fn of(
    frame: &Frame<'_>,
    (all, base): (&Counted, &Counted),
    sums: &[Value],
    scale: Scale,
    (grades, alike): (Option<&Grades>, &[bool]),
    exposed: &mut Exposed,
) -> Vec<Fate> {
    let (least, most) = (whole(scale.least), whole(scale.most));
    let pupils = &base.truth.value;
    let at_most = pupils.iter().map(|pupils| pupils.saturating_mul(most)).collect();
    let truth = Truth::find(frame.layout, sums, at_most);
    frame.pace.rest(sums.len() / 8).await;
    // From here on results count from the least there is.
    let above = |(sum, pupils): (&i64, &i64)| sum.saturating_sub(pupils.saturating_mul(least));
    let values: Vec<i64> = truth.value.iter().zip(pupils).map(above).collect();
    let mut fits = base.truth.fits.clone();
    for ((value, component), other) in values.iter().zip(&frame.layout.component_of).zip(&truth.value) {
        let component = *component as usize;
        fits[component] &= truth.fits[component] && *value >= 0 && *other >= 0;
    }
    let rounded = |row: usize| {
        let (sum, pupils) = (truth.sum(frame.layout, row), base.truth.sum(frame.layout, row));
        let (below, above) = slack(sum, pupils, whole(scale.unit));
        Group { below, above, ..Frame::group(row, 0, 1) }
    };
    // What its own mean tells of a row's pupils: no sum is taken in that is not certain to be printed alike.
    let is_told = |row: usize, pupils: i64| {
        let (Some(grades), true) = (grades, frame.rule.complementary) else { return false };
        let (sum, Group { below, above, .. }) = (truth.sum(frame.layout, row), rounded(row));
        let sums = (sum - (below - 1).max(0), sum + (above - 1).max(0));
        grades.are_told(pupils, sums, whole(frame.rule.pupils) - 1)
    };
    let mut fates = vec![Fate::Absent; sums.len()];
    let (mut candidates, mut facts, mut secrets) = (Vec::new(), Vec::new(), Vec::new());
    // As somebody sees it who does not know the bounds of the source.
    let (mut loose, mut is_narrow) = ((Vec::new(), Vec::new()), false);
    for (row, value) in sums.iter().enumerate() {
        if *value == Value::Absent || base.rows[row] == Value::Absent {
            continue;
        }
        let (role, pupils) = (frame.roles[row], base.truth.sum(frame.layout, row));
        let known = base.rows[row].known().filter(|_| value.known().is_some());
        let primary = known.is_none_or(|count| {
            let all_alike = alike[row] && count < frame.rule.extreme_below;
            frame.rule.hides_pupils(count) || all_alike || is_told(row, pupils)
        });
        let is_open = !primary && base.fates[row].is_shown();
        if role != Role::Kept {
            fates[row] = fate(is_open, primary);
        }
        if let Value::Within(low, high) = *value {
            facts.push(between(Frame::group(row, 0, 1), truth.sum(frame.layout, row), low, high));
        } else if role == Role::Forced && known.is_some() {
            facts.push(rounded(row));
            loose.0.push(rounded(row));
        } else if role == Role::Open && is_open {
            candidates.push(Candidate { row, part: 0, pupils });
        }
        if !is_open && pupils > 0 && (role != Role::Kept || primary) {
            // A large group that is hidden for another's sake must only not be shown after all.
            let apart = if primary { scale.step } else { scale.unit };
            let apart = pupils.saturating_mul(whole(apart).min(most - least));
            is_narrow |= whole(legend(*value)) < apart;
            let group = Frame::group(row, 0, 1);
            secrets.push(Secret { group, part: 0, apart, step: 1, counts: role != Role::Kept });
            loose.1.push(Secret { group, part: 0, apart, step: 1, counts: false });
        }
    }
    // Whose results are those of a larger row that may be shown, as nobody else in it has any, leaves as much open as that one's digits
    // do, whatever we do: it is no secret for whose sake anything else would be hidden.
    let with_results =
        |row: usize| frame.layout.sets.get(row).iter().copied().filter(|unknown| pupils[*unknown as usize] > 0);
    // Of the shown rows only those that begin as such a row does can be the same.
    let first = |row: usize| with_results(row).next().map_or(pupils.len(), |unknown| unknown as usize);
    let is_spared = |row: usize| fates[row] == fate(false, false);
    let mut begins = vec![false; pupils.len() + 1];
    (0..fates.len()).filter(|row| is_spared(*row)).for_each(|row| begins[first(row)] = true);
    let may_tell = |row: &usize| fates[*row].is_shown() && begins[first(*row)];
    let told = set((0..fates.len()).filter(may_tell).map(|row| with_results(row).collect::<Vec<u32>>()));
    let is_secret = |secret: &Secret| {
        let row = secret.group.set as usize;
        !is_spared(row) || !told.contains(&with_results(row).collect::<Vec<u32>>())
    };
    secrets.retain(is_secret);
    loose.1.retain(is_secret);
    if frame.rule.complementary {
        let length = most - least;
        let most: Vec<i64> = pupils.iter().map(|pupils| pupils.saturating_mul(length)).collect();
        let values: Vec<i64> = values.into_iter().map(|value| value.max(0)).collect();
        let watch = |facts: Vec<Group>, secrets: Vec<Secret>| Watch {
            layers: 1,
            values: values.clone(),
            most: most.clone(),
            facts,
            secrets,
        };
        let mut watches = vec![watch(facts, secrets)];
        if is_narrow {
            watches.push(watch(loose.0, loose.1));
        }
        watches.extend(counts::watch(frame, (all, base), &values, length));
        let groups_of = |_: usize, of: Candidate, groups: &mut Vec<Group>| groups.push(rounded(of.row));
        let report = Report { watches, candidates: &candidates, groups_of: &groups_of, fits: &fits };
        let found = report.publish(frame, exposed).await;
        for (of, shown) in candidates.iter().zip(found.shown) {
            fates[of.row] = fate(shown, false);
        }
        found.narrowed.into_iter().for_each(|(row, _)| fates[row] = fate(false, false));
    }
    fates
}

/// How much less and more a sum could be for the mean to be rounded alike: to the nearest unit, halves up. Bounds are taken in.
fn slack(sum: i64, pupils: i64, unit: i64) -> (i64, i64) {
    let whole = pupils.saturating_mul(unit).max(1);
    let past = (sum + whole / 2).rem_euclid(whole);
    (past, whole - past)
}
