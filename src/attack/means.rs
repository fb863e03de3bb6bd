//! Means: what is left open of a withheld one (D5), and what a shown one says of single pupils where there are few grades (V15).

use super::document::{Kind, Rule};
use super::facts::Target;
use super::model::{Model, PER_THOUSANDTH, common};

/// Groups larger than this are taken to hide single pupils' grades.
const LARGEST_GROUP: i64 = 1000;

/// Whether the sums around a withheld mean leave it a narrower range than the measure's step.
pub(super) fn is_given_away(model: &Model<'_>, target: &Target) -> bool {
    let Some(Kind::Mean { lowest, highest, step, .. }) = target.measure.map(|of| &model.measures[of].kind) else {
        return false;
    };
    let bounds = |var: u32| (model.system.lo[var as usize], model.system.hi[var as usize]);
    let (least, most) = bounds(model.var(target.group, target.base));
    let (low, high) = bounds(target.var);
    if most < 1 {
        return false;
    }
    let length = highest.saturating_sub(*lowest).saturating_mul(PER_THOUSANDTH);
    let highest = if least > 0 { (high / least).min(length) } else { length };
    highest - low / most < step.saturating_mul(PER_THOUSANDTH)
}

/// Whether a shown mean of few grades leaves too little choice for how many pupils have the lowest or the highest grade.
pub(super) fn tells_grades(model: &Model<'_>, rule: &Rule, group: u32, of: usize) -> bool {
    let Kind::Mean { lowest, grades, .. } = &model.measures[of].kind else { return false };
    let layout = model.layouts[of];
    let Some(pupils) = model.system.fixed(model.var(group, layout.base)) else { return false };
    let sum = model.var(group, layout.value) as usize;
    if grades.len() < 2 || pupils > LARGEST_GROUP {
        return false;
    }
    // Sums of whole thousandths.
    let from = (model.system.lo[sum] + PER_THOUSANDTH - 1).div_euclid(PER_THOUSANDTH) + pupils * lowest;
    let to = model.system.hi[sum].div_euclid(PER_THOUSANDTH) + pupils * lowest;
    let mut sorted = grades.clone();
    sorted.sort_unstable();
    sorted.dedup();
    let least = i64::from(rule.pupils.saturating_sub(1)).min(pupils);
    [0, sorted.len() - 1].into_iter().any(|end| match counts(&sorted, end, pupils, from, to) {
        Some((fewest, most)) => 2 * (most - fewest) < least,
        None => false,
    })
}

/// The smallest and the largest number of pupils who can have one grade, with all grades adding up to between `from` and `to`.
pub(super) fn counts(grades: &[i64], end: usize, pupils: i64, from: i64, to: i64) -> Option<(i64, i64)> {
    let others: Vec<i64> = grades.iter().enumerate().filter(|(at, _)| *at != end).map(|(_, grade)| *grade).collect();
    let lowest = *others.first()?;
    let unit = grades.iter().fold(0, |unit, grade| common(unit, grade - lowest)).max(1);
    let steps: Vec<usize> =
        others.iter().skip(1).filter_map(|grade| usize::try_from((grade - lowest) / unit).ok()).collect();
    // How few pupils above the lowest of the other grades are needed for each sum of steps.
    let longest = usize::try_from(pupils).ok()?.checked_mul(steps.last().copied().unwrap_or(0))?;
    if longest > 1_000_000 {
        return None;
    }
    let mut fewest = vec![u32::MAX; longest + 1];
    fewest[0] = 0;
    for sum in 1..=longest {
        let before = steps.iter().filter_map(|step| sum.checked_sub(*step)).map(|sum| fewest[sum]);
        fewest[sum] = before.min().unwrap_or(u32::MAX).saturating_add(1);
    }
    let fits = |count: i64| {
        let (others, given) = (pupils - count, count * grades[end]);
        let steps = |sum: i64| sum - given - others * lowest;
        let first = steps(from).max(0) + (unit - 1);
        (first / unit..=steps(to).div_euclid(unit)).any(|sum| {
            usize::try_from(sum).ok().and_then(|sum| fewest.get(sum)).is_some_and(|few| i64::from(*few) <= others)
        })
    };
    Some(((0..=pupils).find(|count| fits(*count))?, (0..=pupils).rev().find(|count| fits(*count))?))
}
