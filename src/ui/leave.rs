//! The gate for all that leaves: nothing is saved or printed before the attack has tried it.

use yew::{Callback, hook, use_context, use_effect_with, use_mut_ref};

use super::context::use_send;
use super::edge;
use crate::attack::Document;
use crate::chart::DisplayList;
use crate::data::{Lang, Shared};
use crate::disclose::Protected;
use crate::query::Selection;
use crate::state::{Action, AppState, Exit, Loaded, View};
use crate::view::compare::compare;
use crate::view::coverage::coverage_csv;
use crate::view::groups::{divided_by, groups, over_years};
use crate::view::leaving::{Leaving, Outcome};
use crate::view::table_clip::Clip;

/// What has been saved since the page was opened.
pub(super) type Ledger = Vec<Shared<Document>>;

/// The way out.
#[derive(Clone)]
pub(super) struct Gate {
    before: Ledger,
    send: Callback<Action>,
}

/// The way out, with what has been saved so far.
#[hook]
pub(super) fn use_gate() -> Gate {
    Gate { before: use_context::<Ledger>().unwrap_or_default(), send: use_send() }
}

impl Gate {
    /// Lets these tables out, unless something that is withheld in them can be computed.
    fn pass(&self, leaving: Leaving, exit: Exit, go: impl FnOnce()) -> Outcome {
        let (outcome, document) = leaving.judge(&self.before);
        if outcome != Outcome::Blocked {
            go();
        }
        self.send.emit(Action::Left { document, outcome, exit });
        outcome
    }

    /// Saves a file with these tables. `done` hears whether the browser could.
    pub(super) fn save(
        &self,
        leaving: Leaving,
        name: &str,
        kind: &str,
        bytes: &[u8],
        done: &Callback<bool>,
    ) -> Outcome {
        self.pass(leaving, Exit::File, || {
            edge::download(name, kind, bytes);
            done.emit(true);
        })
    }

    /// Saves a drawing of these tables as PNG.
    pub(super) fn save_picture(
        &self,
        leaving: Leaving,
        name: &str,
        list: &DisplayList,
        done: Callback<bool>,
    ) -> Outcome {
        self.pass(leaving, Exit::File, || edge::save_picture(name, list, done))
    }

    /// Copies these tables.
    pub(super) fn copy_table(&self, leaving: Leaving, clip: &Clip, done: Callback<bool>) -> Outcome {
        self.pass(leaving, Exit::Clipboard, || edge::copy_table(&clip.html, &clip.text, done))
    }

    /// Copies a drawing of these tables.
    pub(super) fn copy_picture(&self, leaving: Leaving, list: &DisplayList, done: Callback<bool>) -> Outcome {
        self.pass(leaving, Exit::Clipboard, || edge::copy_picture(list, done))
    }
}

/// Holds paper back where what the page would print does not stand the attack, or is for the screen only. `views` are those that are
/// printed together; `after` hears when that is over. What may have been printed by then has left, as far as anybody can know.
#[hook]
pub(super) fn use_paper(state: &AppState, views: Vec<View>, send: Callback<Action>, after: Callback<()>, lang: Lang) {
    let (loaded, selection, ledger) = (state.loaded.clone(), state.selection.clone(), state.ledger.clone());
    let taken = use_mut_ref(Vec::new);
    use_effect_with((loaded, selection, views, ledger, lang), move |(loaded, selection, views, ledger, lang)| {
        let (loaded, selection, views, lang) = (loaded.clone(), selection.clone(), views.clone(), *lang);
        let is_internal = loaded.as_ref().is_some_and(|loaded| loaded.dataset.protection().is_internal());
        edge::hold_paper(is_internal);
        let ledger = ledger.clone();
        let before = {
            let taken = taken.clone();
            Callback::from(move |()| {
                edge::date_paper();
                let judged = loaded.as_ref().filter(|_| !is_internal);
                let judged = judged.map(|loaded| judged_pages(loaded, &selection, &views, &ledger, lang));
                let may_print =
                    !is_internal && judged.iter().flatten().all(|(outcome, _)| *outcome != Outcome::Blocked);
                edge::hold_paper(!may_print);
                *taken.borrow_mut() = judged.filter(|_| may_print).unwrap_or_default();
            })
        };
        let after = Callback::from(move |()| {
            let printed = taken.take();
            // What is warned of is told last, and stays.
            for told in [Outcome::Saved, Outcome::Together] {
                for (_, document) in printed.iter().filter(|(outcome, _)| *outcome == told) {
                    send.emit(Action::Left { document: document.clone(), outcome: told, exit: Exit::Paper });
                }
            }
            after.emit(());
        });
        edge::watch_print(before, after)
    });
}

/// What is on these views, and whether it may be printed. Groups are tried by themselves: what they have to do with the rest are the
/// whole schools that they are parts of, which they bring with them (see `disclose::asked` on divisions that do not cross).
fn judged_pages(
    loaded: &Loaded,
    selection: &Selection,
    views: &[View],
    ledger: &Ledger,
    lang: Lang,
) -> Vec<(Outcome, Shared<Document>)> {
    let dataset = &loaded.dataset;
    let is_divided = divided_by(dataset, selection).is_some();
    let pages = [false, true].into_iter().map(|is_groups| {
        let has_groups = |view: View| view == View::Groups || (view == View::Trend && is_divided);
        let views: Vec<View> = views.iter().copied().filter(|view| has_groups(*view) == is_groups).collect();
        let is_any = !views.is_empty();
        let new = Leaving::of(dataset, lang);
        let page = views.into_iter().fold(new, |page, view| with(page, view, dataset, selection, lang));
        is_any.then(|| page.judge(ledger))
    });
    pages.flatten().collect()
}

/// With the numbers of a view.
fn with<'a>(page: Leaving<'a>, view: View, dataset: &'a Protected, selection: &Selection, lang: Lang) -> Leaving<'a> {
    let indicators = 0..dataset.profile.indicators.len();
    match view {
        View::Data => page.pupils(&coverage_csv(dataset, "", lang).1),
        View::Compare => indicators
            .fold(page, |page, indicator| page.schools(&compare(dataset, selection, indicator, "", lang), selection)),
        View::Groups => {
            let found = indicators.filter_map(|indicator| groups(dataset, selection, indicator, "", lang));
            found.fold(page, |page, found| found.leave_all(page))
        }
        View::Trend if divided_by(dataset, selection).is_some() => indicators
            .fold(page, |page, indicator| over_years(dataset, selection, indicator, "", lang).leave(page, None)),
        _ => page.urval(selection),
    }
}
