//! What is about to leave, as the attack takes it: the very strings that are printed, and what everybody knows of how the groups hang
//! together.
//!
//! | module | what it adds |
//! | --- | --- |
//! | `tables` | tables as they are printed |
//! | `whole` | all that there is of a urval, of a school, or of the files |
//! | `model` | measures, marks and rule, as the attack knows them |
//! | `named` | which group a row or a cell is of |
//! | `source` | what the source of an aggregated file has published |
//! | `bounds` | the bounds that it gives in place of numbers |
//! | `structure` | how the groups hang together |

mod bounds;
mod model;
mod named;
mod source;
mod structure;
mod tables;
mod whole;

use std::collections::BTreeSet;

use self::model::{legend, measures, rule};
use self::named::{Of, label};
use crate::attack::{Column, Document, Findings, Method, Row, Table, attack};
use crate::data::{self, Lang, Shape, Shared};
use crate::disclose::{ALL, Protected};
use crate::view::format::count;
use crate::view::screen::Number;

/// What became of what was about to leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It may leave.
    Saved,
    /// It may leave, but with what left before, something that is withheld can be computed.
    Together,
    /// It may not leave.
    Blocked,
}

/// Tables that leave in one piece.
#[derive(Debug)]
pub struct Leaving<'a> {
    dataset: &'a Protected,
    lang: Lang,
    document: Document,
    /// The groups that are in it.
    named: BTreeSet<Of>,
}

impl<'a> Leaving<'a> {
    /// Nothing yet.
    pub fn of(dataset: &'a Protected, lang: Lang) -> Self {
        let document = Document { measures: measures(dataset), legend: legend(dataset, lang), ..Document::default() };
        Self { dataset, lang, document, named: BTreeSet::new() }
    }

    /// What somebody could compute of what is withheld in it.
    pub fn attack(mut self) -> Findings {
        self.complete();
        attack(&self.document, &rule(self.dataset))
    }

    /// Whether it may leave, alone and together with what has left before.
    pub fn judge(mut self, before: &[Shared<Document>]) -> (Outcome, Shared<Document>) {
        self.complete();
        let rule = rule(self.dataset);
        let document = Shared::new(self.document);
        if !attack(&document, &rule).clean() {
            return (Outcome::Blocked, document);
        }
        let stands = before.is_empty() || attack(&document.with(before), &rule).clean();
        (if stands { Outcome::Saved } else { Outcome::Together }, document)
    }

    /// The label of a group that is printed; that of nobody, where there is none.
    fn name(&mut self, group: Option<Of>, of: Option<usize>) -> String {
        self.named.extend(group);
        group
            .filter(|group| group.spot(self.dataset).is_some())
            .map_or(String::new(), |group| label(self.dataset, group, of))
    }

    fn complete(&mut self) {
        structure::add(self.dataset, &self.named, &mut self.document);
        match self.dataset.shape {
            Shape::PupilRows => self.rows_of_the_files(),
            Shape::Aggregated => self.totals_of_the_source(),
        }
        self.document.tables.iter_mut().for_each(|table| table.lang = self.lang);
    }

    /// How many rows the files have is told on every page.
    fn rows_of_the_files(&mut self) {
        let all = self.dataset.spot(ALL, &[]).and_then(|all| all.pupils().get().ok());
        let rows =
            all.map(|pupils| Row { group: structure::everybody(self.dataset), cells: vec![count(pupils, self.lang)] });
        let rows = rows.into_iter().collect();
        self.document.tables.push(Table { columns: vec![Column::Pupils], rows, public: true, ..Table::default() });
    }

    fn all_columns(&self) -> Vec<Column> {
        let indicators = 0..self.dataset.profile.indicators.len();
        std::iter::once(Column::Pupils).chain(indicators.flat_map(|of| self.columns(of))).collect()
    }

    fn columns(&self, of: usize) -> Vec<Column> {
        let about = &self.dataset.profile.indicators[of];
        let decimals = about.decimals;
        match about.kind {
            data::Kind::Share => {
                vec![Column::Share { of, decimals }, Column::Basis { of, decimals, method: Method::Wilson(950) }]
            }
            data::Kind::Mean => {
                vec![Column::Mean { of, decimals }, Column::Basis { of, decimals, method: Method::Symmetric }]
            }
        }
    }
}

fn printed(number: &Number) -> String {
    let (Number::Shown(text) | Number::Withheld(text) | Number::Missing(text)) = number;
    text.clone()
}

/// There is nobody: Skolverket's `.`.
const NOBODY: &str = "ingen";
/// Nothing is printed, and nobody is promised that it cannot be computed.
const UNSAID: &str = "sägs inte";

#[cfg(test)]
mod tests;
