//! The forms of Utveckling: all years, or the first and the last year and nothing between.

use crate::view::model::{Break, LineChart, Series};
use crate::view::screen::{Form, Table, TableRow, Trend};

impl Trend {
    /// The same in another form.
    #[must_use]
    pub fn shaped(mut self, form: Form) -> Self {
        self.form = form;
        match form {
            Form::Lines => {}
            Form::Ends if self.chart.years.len() < 3 => {}
            Form::Ends => {
                self.chart = chart_of_ends(self.chart);
                self.table = of_ends(self.table);
                self.values = self.values.map(of_ends);
            }
        }
        self
    }
}

/// What lies between the two is still said: a break is marked, and cuts the lines.
fn chart_of_ends(chart: LineChart) -> LineChart {
    let series = |series: Series| Series {
        points: first_and_last(series.points),
        cuts: if series.cuts.is_empty() { Vec::new() } else { vec![1] },
        ..series
    };
    // Of several breaks between the two, the last one says why.
    let breaks = chart.breaks.into_iter().next_back().map(|cut| Break { first_year_after: 1, ..cut });
    let last_year = chart.years.len().saturating_sub(1);
    let mut targets = chart.targets;
    for target in &mut targets {
        // A target of years between has no place.
        target.first_year = usize::from(target.first_year > 0);
        target.last_year = usize::from(target.last_year >= last_year);
    }
    targets.retain(|target| target.first_year <= target.last_year);
    LineChart {
        years: first_and_last(chart.years),
        series: chart.series.into_iter().map(series).collect(),
        breaks: breaks.into_iter().collect(),
        targets,
        ..chart
    }
}

/// A table whose columns after the first are years.
fn of_ends(table: Table) -> Table {
    let mut columns = table.columns.into_iter();
    let heading = columns.next();
    let breaks = if table.breaks.is_empty() { Vec::new() } else { vec![2] };
    let row = |row: TableRow| TableRow { cells: first_and_last(row.cells), ..row };
    Table {
        columns: heading.into_iter().chain(first_and_last(columns.collect())).collect(),
        breaks,
        rows: table.rows.into_iter().map(row).collect(),
        ..table
    }
}

fn first_and_last<T>(all: Vec<T>) -> Vec<T> {
    let last = all.len().saturating_sub(1);
    all.into_iter().enumerate().filter(|(at, _)| *at == 0 || *at == last).map(|(_, one)| one).collect()
}
