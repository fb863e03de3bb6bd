//! What the source of an aggregated file has published, as what the attack reads.

use super::named::{Of, label};
use super::{Leaving, NOBODY, bounds, structure};
use crate::attack::{Base, Findings, Mark, Row, Rule, Says, Table, attack};
use crate::disclose::{Published, Told, Withheld, published};
use crate::view::format::count;
use crate::view::words;

impl Leaving<'_> {
    /// What the source of an aggregated file has published of rows that contain others, everybody has.
    pub(super) fn totals_of_the_source(&mut self) {
        let tied = structure::tied(&self.document);
        let rows = published(self.dataset).into_iter().filter(|row| row.is_public);
        let rows = rows.filter_map(|row| self.as_published(&row)).filter(|row| tied.contains(&row.group)).collect();
        self.document.tables.push(Table { columns: self.all_columns(), rows, public: true, ..Table::default() });
        let bounds = bounds::as_published(&self.document);
        self.document.tables.extend(bounds);
    }

    /// What of that which a file of Skolverket's withholds can be computed from the rest of it, as read by everybody: `..` is one to
    /// nine, `.` nobody.
    pub fn attack_source(mut self) -> Findings {
        let found = published(self.dataset);
        self.named = found.iter().map(|row| Of::group(self.dataset, row.key)).collect();
        let rows = found.iter().filter_map(|row| self.as_published(row)).collect();
        self.document.tables.push(Table { columns: self.all_columns(), rows, lang: self.lang, ..Table::default() });
        self.document.legend = vec![
            Mark {
                text: words::withheld(Withheld::InSource, self.lang),
                says: Says::Withheld { lowest: 1, highest: Some(9) },
            },
            Mark { text: NOBODY.to_owned(), says: Says::Exactly(0) },
            Mark { text: words::missing(self.lang).to_owned(), says: Says::Missing },
        ];
        self.document.legend.extend(bounds::legend(self.dataset, self.lang));
        self.document.measures.iter_mut().for_each(|measure| measure.base = Base::Pupils);
        structure::add(self.dataset, &self.named, &mut self.document);
        attack(&self.document, &Rule::SKOLVERKET)
    }

    fn as_published(&self, row: &Published) -> Option<Row> {
        let group = Of::group(self.dataset, row.key);
        group.spot(self.dataset)?;
        let told = |told: Told<String>| match told {
            Told::Value(text) => text,
            Told::Within(bound, unit) => words::withheld(Withheld::Within(bound, unit), self.lang),
            Told::Withheld => words::withheld(Withheld::InSource, self.lang),
            Told::Nobody => NOBODY.to_owned(),
            Told::Nothing => words::missing(self.lang).to_owned(),
        };
        let mut cells = vec![told(row.pupils.map(|pupils| count(pupils, self.lang)))];
        for (value, about) in row.values.iter().zip(&self.dataset.profile.indicators) {
            cells.push(told(value.map(|estimate| words::value(estimate.value, about, self.lang))));
            let base = value.map(|estimate| words::base(&estimate, about, self.lang));
            cells.push(if let Told::Value(base) = base { base } else { String::new() });
        }
        Some(Row { group: label(self.dataset, group, None), cells })
    }
}
