//! The forms of Utveckling: all years, one chart per school, or the first and the last year.

use crate::view::screen::{Form, Table, TableRow, Trend};

impl Trend {
    /// The same in another form. The model of the chart stays: the forms are other drawings of it. The table of start and end has
    /// their columns only, as its drawing has.
    #[must_use]
    pub fn shaped(mut self, form: Form) -> Self {
        self.form = form;
        match form {
            Form::Lines | Form::Each => {}
            // No single number says where many axes begin.
            Form::Own => self.axis_note.clear(),
            Form::Ends => {
                self.table = of_ends(self.table);
                self.values = self.values.map(of_ends);
                self.keys = self.keys.into_iter().map(first_and_last).collect();
            }
        }
        self
    }
}

/// A table whose columns after the first are years.
fn of_ends(table: Table) -> Table {
    let mut columns = table.columns.into_iter();
    let heading = columns.next();
    let years = first_and_last(columns.collect());
    let breaks = if table.breaks.is_empty() || years.len() < 2 { Vec::new() } else { vec![2] };
    let row = |row: TableRow| TableRow { cells: first_and_last(row.cells), ..row };
    Table {
        columns: heading.into_iter().chain(years).collect(),
        breaks,
        rows: table.rows.into_iter().map(row).collect(),
        ..table
    }
}

fn first_and_last<T>(all: Vec<T>) -> Vec<T> {
    let last = all.len().saturating_sub(1);
    all.into_iter().enumerate().filter(|(at, _)| *at == 0 || *at == last).map(|(_, one)| one).collect()
}
