//! The attack on everything that can be shown, in steps, so that a page answers in between: whole schools and programmes first, then
//! each municipality and provider, and of each school its years put together and its groups.

use crate::attack::Findings;
use crate::data::{Dim, Lang, report_88_profile};
use crate::disclose::Protected;
use crate::view::leaving::Leaving;

/// What the attack found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tried {
    /// In everything that has been tried.
    pub shown: Findings,
    /// In the file itself, where it is known how its publisher withholds numbers.
    pub source: Option<Findings>,
}

/// An attack under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trial {
    /// What has been found so far.
    pub tried: Tried,
    /// What was found without that which the next step adds.
    before: Findings,
    done: usize,
    steps: usize,
}

impl Trial {
    /// Tries whole schools and programmes in single years, and the file itself.
    pub fn begin(dataset: &Protected, lang: Lang) -> Self {
        let is_known = dataset.profile.id == report_88_profile().id;
        let tried = Tried {
            shown: Leaving::of(dataset, lang).everything().attack(),
            source: is_known.then(|| Leaving::of(dataset, lang).attack_source()),
        };
        let steps = 2 * places(dataset).len() + dataset.labels(Dim::School).len() * (2 + divisions(dataset).len());
        Self { tried, before: Findings::default(), done: 0, steps }
    }

    /// Whether there is more to try.
    pub fn goes_on(&self) -> bool {
        self.done < self.steps
    }

    /// How far it has come, in hundredths.
    pub fn hundredths(&self) -> u64 {
        (self.done as u64 * 100).checked_div(self.steps as u64).unwrap_or(100)
    }

    /// Tries what comes next. What was tried before is counted once.
    #[must_use]
    pub fn next(&self, dataset: &Protected, lang: Lang) -> Self {
        let (places, divisions) = (places(dataset), divisions(dataset));
        let leaving = Leaving::of(dataset, lang);
        let school = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
        let (part, found) = if let Some((dim, label)) = places.get(self.done / 2) {
            let part = self.done % 2;
            (part, leaving.everything_in(*dim, *label, part == 1))
        } else {
            let (at, parts) = (self.done - 2 * places.len(), 2 + divisions.len());
            let (school, part) = (school(at / parts), at % parts);
            let found = match part.checked_sub(1) {
                None => leaving.whole_of(school),
                Some(0) => leaving.everything_of(school, None),
                Some(division) => leaving.everything_of(school, divisions.get(division - 1).copied()),
            };
            (part, found)
        };
        let found = found.attack();
        let mut next = Self { done: self.done + 1, ..*self };
        if part > 0 {
            next.tried.shown.add_new(&found, &self.before);
        }
        if part < 2 {
            next.before = found;
        }
        next
    }
}

fn places(dataset: &Protected) -> Vec<(Dim, u16)> {
    let dims = [Dim::Municipality, Dim::Provider].into_iter().filter(|dim| dataset.labels(*dim).len() > 1);
    dims.flat_map(|dim| (0..=u16::MAX).take(dataset.labels(dim).len()).map(move |label| (dim, label))).collect()
}

fn divisions(dataset: &Protected) -> Vec<Dim> {
    Dim::ALL.into_iter().filter(|dim| dim.is_group() && dataset.dimension(*dim).is_some()).collect()
}
