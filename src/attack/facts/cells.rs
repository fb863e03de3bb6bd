//! One cell: which quantity its string is about, and what it says of it.

use super::printed::{Decimal, Printed};
use super::values::range;
use super::{OPEN, Range, Read, SHOWN, Target, WITHHELD};
use crate::attack::document::{Column, Kind, Says};
use crate::attack::model::MOST_PUPILS;
use crate::attack::system::{INFINITE, short};
use crate::data::Lang;

impl Read<'_, '_> {
    /// `None` where the string cannot be understood.
    pub(super) fn cell(&mut self, group: u32, column: Column, text: &str, spared: bool) -> Option<()> {
        let other = self.reader.without_number(text);
        let (of, decimals) = match column {
            Column::Words => return Some(()),
            Column::Pupils => return self.pupils(group, None, text, other, spared),
            Column::Base(of) => return self.pupils(group, Some(of), text, other, spared),
            Column::Share { of, decimals }
            | Column::Rest { of, decimals }
            | Column::Mean { of, decimals }
            | Column::Interval { of, decimals, .. }
            | Column::Low { of, decimals, .. }
            | Column::High { of, decimals, .. }
            | Column::Basis { of, decimals, .. } => (of, decimals),
        };
        let measures = self.model.measures;
        let measure = measures.get(of)?;
        let is_mean = matches!(measure.kind, Kind::Mean { .. });
        let fits = match column {
            Column::Share { .. } | Column::Rest { .. } => !is_mean,
            Column::Mean { .. } => is_mean,
            _ => true,
        };
        if !fits {
            return None;
        }
        if let Some(other) = other {
            return self.marked(group, of, column, other, spared);
        }
        let rounded = measure.rounded_to;
        // A limit moves up to twice as far as the value: that is how steep Wilson's are at the ends of the scale.
        let limit = |number: Decimal| range(number, decimals, rounded, 2);
        let range = |number: Decimal| range(number, decimals, rounded, 1);
        match column {
            Column::Share { .. } => self.share(group, of, false, range(self.reader.value(text)?)?)?,
            Column::Rest { .. } => self.share(group, of, true, range(self.reader.value(text)?)?)?,
            Column::Mean { .. } => self.mean(group, of, 1, range(self.reader.value(text)?)?)?,
            Column::Low { method, .. } => self.limit(group, of, method, Some(limit(self.reader.value(text)?)?), None),
            Column::High { method, .. } => self.limit(group, of, method, None, Some(limit(self.reader.value(text)?)?)),
            Column::Interval { method, .. } => {
                let (low, high) = self.reader.limits(text)?;
                self.limit(group, of, method, Some(limit(low)?), Some(limit(high)?));
            }
            Column::Basis { method, .. } => {
                let (pupils, between) = self.reader.basis(text)?;
                let limits = match between {
                    Some((low, high)) => Some((limit(low)?, limit(high)?)),
                    None => None,
                };
                self.count(group, self.model.layouts[of].base, pupils)?;
                if let Some((low, high)) = limits {
                    self.limit(group, of, method, Some(low), Some(high));
                }
                return Some(());
            }
            Column::Pupils | Column::Base(_) | Column::Words => {}
        }
        self.set(self.model.var(group, self.model.layouts[of].value), SHOWN);
        Some(())
    }

    fn pupils(
        &mut self,
        group: u32,
        of: Option<usize>,
        text: &str,
        other: Option<Printed>,
        spared: bool,
    ) -> Option<()> {
        let quantity = match of {
            None => 0,
            Some(of) => self.model.layouts.get(of)?.base,
        };
        let var = self.model.var(group, quantity);
        match other {
            Some(Printed::Nothing) => {}
            Some(Printed::Mark(
                _,
                Says::RestWithheld { .. } | Says::RestWithheldInSource { .. } | Says::Between { .. },
            )) => return None,
            Some(other) => {
                if self.mark(var, var, other, 0) {
                    self.target(group, None, quantity, quantity, spared);
                }
            }
            None => {
                let pupils = self.reader.count(text)?;
                self.count(group, quantity, pupils)?;
            }
        }
        Some(())
    }

    pub(super) fn count(&mut self, group: u32, quantity: u32, pupils: i64) -> Option<()> {
        let var = self.model.var(group, quantity);
        if pupils > MOST_PUPILS {
            return None;
        }
        self.bound(var, pupils, pupils);
        self.facts.published[var as usize] |= self.applies;
        self.set(var, SHOWN);
        Some(())
    }

    /// A mark under a value.
    fn marked(&mut self, group: u32, of: usize, column: Column, other: Printed, spared: bool) -> Option<()> {
        let layout = self.model.layouts[of];
        let value = self.model.var(group, layout.value);
        let withheld = match (other, column, layout.rest) {
            (Printed::Nothing, ..) => return Some(()),
            (Printed::FewerThan(_), Column::Basis { .. }, _) => {
                self.mark(self.model.var(group, layout.base), value, other, 0)
            }
            (Printed::FewerThan(_), ..) => return None,
            (Printed::Mark(_, Says::Between { lowest, highest }), Column::Share { .. } | Column::Mean { .. }, rest) => {
                let found = Range(lowest, highest);
                match rest {
                    Some(_) => self.share(group, of, false, found)?,
                    None => self.mean(group, of, 1, found)?,
                }
                true
            }
            (_, Column::Share { .. }, Some(rest)) => self.mark(value, self.model.var(group, rest), other, 1),
            (_, Column::Rest { .. }, Some(rest)) => self.mark(self.model.var(group, rest), value, other, 1),
            (Printed::Mark(_, Says::Exactly(_)), ..) => false,
            (Printed::Mark(_, Says::Unsaid), Column::Basis { .. }, _) => {
                self.set(self.model.var(group, layout.base), OPEN);
                false
            }
            // The bounds of a legend are of pupils, not of sums and limits.
            (Printed::Mark(at, says), ..) => {
                self.use_mark(short(at).into(), says, 1);
                true
            }
        };
        if withheld {
            self.target(group, Some(of), layout.value, layout.base, spared);
            if matches!(column, Column::Basis { .. }) {
                self.target(group, None, layout.base, layout.base, spared);
            }
        }
        Some(())
    }

    /// What a mark says of an unknown, or of those who do not have it; whether it says that the number is withheld.
    fn mark(&mut self, var: u32, rest: u32, mark: Printed, class: usize) -> bool {
        let (at, says) = match mark {
            Printed::Nothing => return false,
            Printed::FewerThan(bound) => (-bound, Says::Withheld { lowest: 0, highest: u32::try_from(bound - 1).ok() }),
            Printed::Mark(at, says) => (short(at).into(), says),
        };
        self.use_mark(at, says, class);
        let most = |highest: Option<u32>| highest.map_or(INFINITE, i64::from);
        match says {
            Says::Withheld { lowest, highest } | Says::WithheldInSource { lowest, highest } => {
                self.bound(var, lowest.into(), most(highest));
            }
            Says::RestWithheld { lowest, highest } | Says::RestWithheldInSource { lowest, highest } => {
                self.bound(rest, lowest.into(), highest.into());
            }
            Says::Exactly(number) => self.bound(var, number.into(), number.into()),
            Says::Between { .. } | Says::Missing | Says::Unsaid => {}
        }
        !matches!(says, Says::Exactly(_) | Says::Missing | Says::Unsaid)
    }

    fn use_mark(&mut self, at: i64, says: Says, class: usize) {
        let is_of_source =
            matches!(says, Says::WithheldInSource { .. } | Says::RestWithheldInSource { .. } | Says::Between { .. });
        let is_mark = !is_of_source && !matches!(says, Says::Missing | Says::Unsaid);
        // In two languages one mark is two.
        let used = &mut self.used[class + 2 * usize::from(self.reader.lang == Lang::En)];
        if self.ours && is_mark && !used.contains(&at) {
            used.push(at);
        }
    }

    fn target(&mut self, group: u32, measure: Option<usize>, quantity: u32, base: u32, spared: bool) {
        let var = self.model.var(group, quantity);
        self.set(var, WITHHELD);
        if self.ours {
            self.facts.targets.push(Target { var, group, measure, base, spared });
        }
    }
}
