//! The gate for all that leaves: nothing is saved or printed before the attack has tried it.

use yew::{Callback, hook, use_context, use_effect_with};

use super::context::use_send;
use super::edge;
use crate::attack::Document;
use crate::data::{Lang, Shared};
use crate::query::Selection;
use crate::state::{Action, Loaded, View};
use crate::view::compare::compare;
use crate::view::coverage::coverage_csv;
use crate::view::groups::groups;
use crate::view::leaving::{Leaving, Outcome};
use crate::view::trend::trend;

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
    /// Saves a file with these tables, unless something that is withheld in them can be computed.
    pub(super) fn save(&self, leaving: Leaving, name: &str, kind: &str, bytes: &[u8]) {
        let (outcome, document) = leaving.judge(&self.before);
        if outcome != Outcome::Blocked {
            edge::download(name, kind, bytes);
        }
        self.send.emit(Action::Left { document, outcome });
    }
}

/// Holds paper back where what the page would print does not stand the attack, or is for the screen only.
#[hook]
pub(super) fn use_paper(loaded: Option<Loaded>, selection: Selection, view: View, lang: Lang) {
    use_effect_with((loaded, selection, view, lang), |(loaded, selection, view, lang)| {
        let (loaded, selection, view, lang) = (loaded.clone(), selection.clone(), *view, *lang);
        let is_internal = loaded.as_ref().is_some_and(|loaded| loaded.dataset.protection().is_internal());
        edge::hold_paper(is_internal);
        let may_print =
            move || loaded.as_ref().is_none_or(|loaded| !is_internal && stands(loaded, &selection, view, lang));
        edge::watch_print(Callback::from(move |()| edge::hold_paper(!may_print())))
    });
}

fn stands(loaded: &Loaded, selection: &Selection, view: View, lang: Lang) -> bool {
    let dataset = &loaded.dataset;
    let indicators = 0..dataset.profile.indicators.len();
    if view == View::Data {
        let (_, table) = coverage_csv(dataset, "", lang);
        return Leaving::of(dataset, lang).pupils(&table).judge(&[]).0 == Outcome::Saved;
    }
    let page = indicators.fold(Leaving::of(dataset, lang), |page, indicator| match view {
        View::Compare => page.schools(&compare(dataset, selection, indicator, "", lang), selection),
        View::Groups => match groups(dataset, selection, indicator, "", lang) {
            Some(found) => found.leave_all(page),
            None => page,
        },
        _ => page.years(&trend(dataset, selection, indicator, "", lang).table, indicator, selection.programme),
    });
    page.judge(&[]).0 == Outcome::Saved
}
