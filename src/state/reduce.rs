//! State and action → state.

use std::rc::Rc;

use yew::Reducible;

use crate::data::Shared;
use crate::disclose::Protected;
use crate::ingest::Report;
use crate::query::Selection;
use crate::state::{Action, AppState, Attempt, Loaded, Mapping, Phase, View};
use crate::view::leaving::Outcome;

impl Reducible for AppState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        next.apply(action);
        // The same pointer tells Yew that there is nothing to draw.
        if next == *self { self } else { Rc::new(next) }
    }
}

impl AppState {
    /// Carries one action out. Actions about a urval are ignored while there are no data.
    pub fn apply(&mut self, action: Action) {
        match action {
            Action::Progress(progress) => self.phase = Phase::Reading(progress),
            Action::Read { data, report, invented, again } => {
                let data = data.map(|data| *data);
                if again { self.show_again(data, report) } else { self.show(data, report, invented) }
            }
            Action::Choose { file, caption, choice } => self.choose(file, &caption, choice),
            Action::Repair => self.repair(),
            Action::UseProfile => self.use_profile(),
            Action::Undo => self.undo(),
            Action::Cancelled => self.cancel(),
            Action::Lost(file) => self.end(Phase::Lost(file)),
            Action::Left { document, outcome, exit } => {
                let is_new = || self.ledger.iter().all(|before| **before != *document);
                if outcome != Outcome::Blocked && is_new() {
                    self.ledger.push(document);
                }
                self.left = Some((exit, outcome)).filter(|(_, outcome)| *outcome != Outcome::Saved);
            }
            Action::Dismissed => {
                self.phase = Phase::Idle;
                self.left = None;
                self.profile_refused = None;
            }
            Action::Given { data } => {
                let failed = self.failed().filter(|_| !data).cloned();
                self.end(failed.map_or(Phase::Idle, Phase::Failed));
                self.profile_refused = None;
            }
            Action::ProfileOpened(Ok(profile)) => {
                self.profile = Some(Shared::new(profile));
                self.profile_refused = None;
            }
            Action::ProfileOpened(Err(sentence)) => self.profile_refused = Some(sentence),
            Action::ProfileClosed => self.profile = None,
            Action::Protect(protection) => {
                self.protection = Some(protection);
                if let Some(loaded) = &mut self.loaded {
                    loaded.protect(self.protection);
                }
            }
            Action::Lang(lang) => self.lang = lang,
            Action::Theme(theme) => self.theme = theme,
            Action::Projector(on) => self.projector = on,
            Action::View(view) => {
                self.view = if self.loaded.is_some() { view } else { View::Data };
                self.leave_tour();
            }
            Action::Focus(school) => self.focus(school),
            Action::Compare { school, on } => self.selection.compare(school, on),
            Action::CompareWith(schools) => self.selection.compare_with(&schools),
            Action::CompareNone => self.selection.compared.clear(),
            Action::Area(area) => self.selection.area = area,
            Action::From(year) => {
                self.selection.from = year;
                self.selection.to = self.selection.to.max(year);
            }
            Action::To(year) => {
                self.selection.to = year;
                self.selection.from = self.selection.from.min(year);
            }
            Action::Pool(pooled) => self.selection.pooled = pooled.min(Selection::MOST_POOLED),
            Action::Since(base) => self.selection.since = base,
            Action::Programme(programme) => self.selection.programme = programme,
            Action::Split(split) => (self.selection.split, self.selection.pair) = (split, None),
            Action::Pair { of, groups } => (self.selection.split, self.selection.pair) = (Some(of), Some(groups)),
            Action::Indicator(indicator) => self.indicator = indicator,
            Action::Face(face) => self.face = face,
            Action::Form(form) => self.form = form,
            Action::Angle(angle) => self.angle = angle,
            Action::Against(indicator) => self.against = Some(indicator),
            Action::Reset => self.reset(),
            Action::Follow { link, typed } => {
                self.open_link(link, typed);
                self.leave_tour();
            }
            Action::Tour(turn) => self.turn(turn),
            Action::LinkDismissed => (self.followed.waiting, self.followed.told) = (None, None),
        }
    }

    /// Reading was stopped. Files that were being read again are as they were.
    fn cancel(&mut self) {
        let failed = self.again.take().and_then(|again| again.failed);
        self.phase = failed.map_or(Phase::Cancelled, Phase::Failed);
    }

    /// Reading has ended without a result.
    fn end(&mut self, phase: Phase) {
        self.phase = phase;
        self.again = None;
    }

    fn show(&mut self, data: Option<Protected>, report: Report, invented: bool) {
        let report = Shared::new(report);
        self.again = None;
        // The invented data follow the built-in profile.
        let mapping = Mapping::new(self.profile.clone().filter(|_| !invented));
        let Some(dataset) = data else {
            self.phase = Phase::Failed(Attempt { report, mapping });
            self.view = View::Data;
            return;
        };
        self.selection = Selection::first(&dataset);
        (self.indicator, self.against) = (None, None);
        self.loaded = Some(Loaded::new(dataset, report, mapping, self.protection));
        self.opening += 1;
        self.phase = Phase::Idle;
        self.view = View::Overview;
        let is_by_hand = self.followed.waiting.is_none();
        self.follow_waiting();
        self.meet(is_by_hand);
    }

    fn focus(&mut self, school: u16) {
        if let Some(loaded) = &self.loaded {
            self.selection.focus_on(&loaded.dataset, school);
        }
    }

    fn reset(&mut self) {
        if let Some(loaded) = &self.loaded {
            self.selection = Selection::first(&loaded.dataset);
        }
    }
}
