//! The files at hand are read again, in another way.

use crate::data::{Choice, Dim, Profile, Shared};
use crate::disclose::Protected;
use crate::ingest::Report;
use crate::query::Selection;
use crate::state::mapping::{Change, Mapping, Way};
use crate::state::{AppState, Loaded, Phase};

/// Files of which no row could be used.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    /// Why.
    pub report: Shared<Report>,
    /// How they were read.
    pub mapping: Mapping,
}

/// What goes on while files are read again. Dropped when reading ends, in whatever way.
#[derive(Clone, Debug, PartialEq)]
pub struct Again {
    /// The report that stays on the screen meanwhile, if it is not that of the data that are shown.
    pub failed: Option<Attempt>,
    /// How the files are being read.
    pub mapping: Mapping,
}

impl AppState {
    /// The files that failed, where their report is the one on the screen.
    pub fn failed(&self) -> Option<&Attempt> {
        match &self.phase {
            Phase::Failed(attempt) => Some(attempt),
            _ => self.again.as_ref()?.failed.as_ref(),
        }
    }

    /// The report on the screen.
    pub fn report(&self) -> Option<&Shared<Report>> {
        self.failed().map(|attempt| &attempt.report).or(self.loaded.as_ref().map(|loaded| &loaded.report))
    }

    /// How the files of that report are read, or are being read.
    pub fn mapping(&self) -> Option<&Mapping> {
        let shown = || self.failed().map(|attempt| &attempt.mapping);
        let loaded = || self.loaded.as_ref().map(|loaded| &loaded.mapping);
        self.again.as_ref().map(|again| &again.mapping).or_else(shown).or_else(loaded)
    }

    /// The profile that was opened, and the one that the files on the screen follow, where they are not the same.
    pub fn waiting_profile(&self) -> Option<(&Shared<Profile>, &Profile)> {
        let opened = self.profile.as_ref()?;
        let of_file = || self.report()?.files.iter().find_map(|file| file.form.as_ref()).map(|form| &form.profile);
        let of_data = || self.loaded.as_ref().map(|loaded| &loaded.dataset.profile);
        let shown = if self.failed().is_some() { of_file() } else { of_data() }?;
        let is_used = self.mapping()?.way.opened.as_ref() == Some(opened);
        (!is_used && **opened != *shown).then_some((opened, shown))
    }

    pub(super) fn choose(&mut self, file: usize, caption: &str, choice: Choice) {
        let form = self.report().and_then(|report| report.files.get(file)?.form.as_ref());
        let Some((form, mapping)) = form.zip(self.mapping().cloned()) else { return };
        let mapping = mapping.before_choice(caption);
        let profile = mapping.way.profile().map_or(&form.profile, |profile| profile);
        let chosen = Shared::new(profile.choosing(caption, choice));
        let others = form.columns.iter().filter(|column| column.caption != caption);
        let had_it = others.filter(
            |column| matches!(choice, Choice::Used(role) if column.role == Some(role) && column.year.is_none()),
        );
        let change = Change::Column {
            caption: caption.to_owned(),
            choice,
            instead_of: had_it.map(|column| column.caption.clone()).collect(),
            profile: chosen.clone(),
        };
        let way = Way { chosen: Some(chosen), ..mapping.way.clone() };
        self.read_again(mapping.changed(change, way));
    }

    pub(super) fn repair(&mut self) {
        let Some(mapping) = self.mapping().cloned() else { return };
        let way = Way { repairs: true, ..mapping.way.clone() };
        self.read_again(mapping.changed(Change::Repair, way));
    }

    pub(super) fn use_profile(&mut self) {
        let Some((mapping, profile)) = self.mapping().cloned().zip(self.profile.clone()) else { return };
        let way = Way { opened: Some(profile.clone()), chosen: None, repairs: mapping.way.repairs };
        self.read_again(mapping.changed(Change::Profile(profile), way));
    }

    pub(super) fn undo(&mut self) {
        if let Some(mapping) = self.mapping().cloned().and_then(Mapping::undone) {
            self.read_again(mapping);
        }
    }

    fn read_again(&mut self, mapping: Mapping) {
        self.again = Some(Again { failed: self.failed().cloned(), mapping });
    }

    /// The files at hand have been read again. The view stays, and so does the urval where the labels are the same.
    pub(super) fn show_again(&mut self, data: Option<Protected>, report: Report) {
        let Some(Again { mapping, .. }) = self.again.take() else { return };
        let report = Shared::new(report);
        let Some(dataset) = data else {
            self.phase = Phase::Failed(Attempt { report, mapping });
            return;
        };
        self.phase = Phase::Idle;
        let before = self.loaded.as_ref();
        let is_same = |dim: Dim| before.is_some_and(|loaded| loaded.dataset.labels(dim) == dataset.labels(dim));
        if ![Dim::School, Dim::Year, Dim::Programme].into_iter().all(is_same) {
            self.selection = Selection::first(&dataset);
        }
        if before.is_none_or(|loaded| loaded.dataset.profile.indicators != dataset.profile.indicators) {
            (self.indicator, self.against) = (None, None);
        }
        self.loaded = Some(Loaded::new(dataset, report, mapping, self.protection));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Role;
    use crate::ingest::{Ingested, fixture};
    use crate::state::{Action, Said, View};

    const KNOWN: &str = "Läsår;Skola;Närvaro;Extra\n2023/24;Sjödal;87,4;1\n";
    const UNKNOWN: &str = "Läsår;Skola;Tal A\n2023/24;Sjödal;87,4\n";

    fn read(csv: &str, profile: Option<&Profile>) -> Ingested {
        fixture::read(csv, profile.cloned())
    }

    fn opened(csv: &str) -> AppState {
        let mut state = AppState::default();
        state.apply(Action::read(read(csv, None), false));
        state.apply(Action::View(View::Data));
        state
    }

    /// Carries out an action and reads the files again as the state says.
    fn again(state: &mut AppState, csv: &str, action: Action) {
        state.apply(action);
        let profile = state.again.as_ref().expect("they are read again").mapping.way.profile().cloned();
        state.apply(Action::read(read(csv, profile.as_deref()), false).again());
        assert_eq!(state.again, None);
    }

    fn choose(caption: &str, choice: Choice) -> Action {
        Action::Choose { file: 0, caption: caption.to_owned(), choice }
    }

    fn role(state: &AppState, column: usize) -> Option<Role> {
        let report = state.report().expect("a report");
        report.files[0].form.as_ref().expect("a header").columns[column].role
    }

    #[test]
    fn a_choice_is_carried_out_and_undone_step_by_step() {
        let mut state = opened(KNOWN);
        let attendance = Role::Indicator(0);
        again(&mut state, KNOWN, choose("Extra", Choice::Used(attendance)));
        assert_eq!((role(&state, 2), role(&state, 3), state.view), (None, Some(attendance), View::Data));
        let Some(Said::Done(Change::Column { instead_of, .. })) =
            state.mapping().and_then(|mapping| mapping.said.clone())
        else {
            panic!("it is told");
        };
        assert_eq!(instead_of, ["Närvaro"]);
        again(&mut state, KNOWN, choose("Läsår", Choice::NotRead));
        assert_eq!((role(&state, 0), role(&state, 3)), (None, Some(attendance)));
        again(&mut state, KNOWN, Action::Undo);
        assert_eq!((role(&state, 0).is_some(), role(&state, 3)), (true, Some(attendance)));
        again(&mut state, KNOWN, Action::Undo);
        assert_eq!((role(&state, 2), role(&state, 3)), (Some(attendance), None));
        assert_eq!(state.mapping().map(|mapping| mapping.undo.len()), Some(0));
        state.apply(Action::Undo);
        assert_eq!(state.again, None, "there is nothing to undo");
    }

    #[test]
    fn two_choices_in_a_row_both_count() {
        let mut state = opened(KNOWN);
        state.apply(choose("Extra", Choice::Used(Role::Indicator(1))));
        again(&mut state, KNOWN, choose("Läsår", Choice::NotRead));
        assert_eq!((role(&state, 0), role(&state, 3)), (None, Some(Role::Indicator(1))));
    }

    #[test]
    fn going_through_the_choices_of_a_column_is_one_change_and_takes_nothing_on_the_way() {
        let mut state = opened(KNOWN);
        again(&mut state, KNOWN, choose("Närvaro", Choice::Used(Role::Indicator(1))));
        for indicator in [1, 2] {
            again(&mut state, KNOWN, choose("Extra", Choice::Used(Role::Indicator(indicator))));
        }
        assert_eq!((role(&state, 2), role(&state, 3)), (Some(Role::Indicator(1)), Some(Role::Indicator(2))));
        again(&mut state, KNOWN, Action::Undo);
        assert_eq!((role(&state, 2), role(&state, 3)), (Some(Role::Indicator(1)), None));
    }

    #[test]
    fn a_refused_file_can_be_mended_and_its_report_stays_meanwhile() {
        let mut state = opened(KNOWN);
        state.apply(Action::read(read(UNKNOWN, None), false));
        assert!(state.failed().is_some());
        state.apply(choose("Tal A", Choice::Used(Role::Indicator(0))));
        state.apply(Action::Progress(crate::state::Progress::default()));
        assert!(state.failed().is_some(), "the table stays on the screen");
        let profile = state.again.as_ref().and_then(|again| again.mapping.way.profile().cloned());
        state.apply(Action::read(read(UNKNOWN, profile.as_deref()), false).again());
        assert!(state.failed().is_none() && state.phase == Phase::Idle);
        assert_eq!(state.loaded.as_ref().map(|loaded| loaded.dataset.rows), Some(1));
        assert_eq!((state.view, state.opening), (View::Data, 1));
    }

    #[test]
    fn other_files_begin_anew_and_a_stopped_reading_changes_nothing() {
        let mut state = opened(KNOWN);
        state.apply(choose("Extra", Choice::Used(Role::Indicator(0))));
        state.apply(Action::Cancelled);
        assert_eq!(state.mapping(), Some(&Mapping::default()));
        again(&mut state, KNOWN, choose("Extra", Choice::Used(Role::Indicator(0))));
        state.apply(Action::Given { data: true });
        state.apply(Action::read(read(KNOWN, None), false));
        assert_eq!(state.mapping(), Some(&Mapping::default()));
    }

    #[test]
    fn a_profile_opened_afterwards_can_be_used_for_the_files_on_the_screen() {
        let mut state = opened(UNKNOWN);
        let form = state.report().and_then(|report| report.files[0].form.clone()).expect("a header");
        let saved = form.profile.choosing("Tal A", Choice::Used(Role::Indicator(2)));
        state.apply(Action::ProfileOpened(Ok(saved)));
        assert!(state.waiting_profile().is_some());
        again(&mut state, UNKNOWN, Action::UseProfile);
        assert_eq!(role(&state, 2), Some(Role::Indicator(2)));
        assert!(state.waiting_profile().is_none());
        again(&mut state, UNKNOWN, choose("Tal A", Choice::Used(Role::Indicator(0))));
        assert!(state.waiting_profile().is_none(), "a change of one's own is no other profile");
    }

    #[test]
    fn garbled_letters_are_put_right_until_that_is_undone() {
        let mut state = opened(KNOWN);
        state.apply(Action::Repair);
        assert!(state.again.as_ref().is_some_and(|again| again.mapping.way.repairs));
        state.apply(Action::Undo);
        assert!(state.again.as_ref().is_some_and(|again| !again.mapping.way.repairs));
    }
}
