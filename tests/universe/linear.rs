//! The most that a sum of unknowns can be, by linear programming: what it cannot reach, no whole numbers reach either.

/// Unknowns with bounds, and sums that stay as they are.
pub(crate) struct Linear {
    /// How much less and how much more than its true value each is, and rows after unknowns.
    low: Vec<f64>,
    high: Vec<f64>,
    value: Vec<f64>,
    rows: Vec<usize>,
    columns: Vec<usize>,
    /// Row by row; the last is what is to grow.
    factors: Vec<Vec<f64>>,
}

const NOTHING: f64 = 1e-7;

impl Linear {
    pub(crate) fn new(truth: &[i64], most: &[i64], sums: &[Vec<usize>], goal: &[usize], sign: f64) -> Self {
        let mut low: Vec<f64> = truth.iter().map(|value| -(*value as f64)).collect();
        let mut high: Vec<f64> = truth.iter().zip(most).map(|(value, most)| (most - value) as f64).collect();
        low.extend(sums.iter().map(|_| 0.0));
        high.extend(sums.iter().map(|_| 0.0));
        let row = |of: &[usize], by: f64| {
            let mut row = vec![0.0; truth.len()];
            for at in of {
                row[*at] = by;
            }
            row
        };
        let mut factors: Vec<Vec<f64>> = sums.iter().map(|sum| row(sum, 1.0)).collect();
        factors.push(row(goal, sign));
        let value = vec![0.0; low.len()];
        Self {
            low,
            high,
            value,
            rows: (truth.len()..truth.len() + sums.len()).collect(),
            columns: (0..truth.len()).collect(),
            factors,
        }
    }

    /// Lets the goal grow to `want`, or as far as it goes. How far that is, whether that is the end of it, and the change of each
    /// unknown.
    pub(crate) fn grown(mut self, want: f64) -> (f64, bool, Vec<f64>) {
        let goal = self.rows.len();
        let unknowns = self.columns.len();
        let mut reached = 0.0;
        let mut is_end = false;
        for _ in 0..2_000 {
            if reached >= want - NOTHING {
                break;
            }
            let Some((column, step)) = self.entering(goal) else {
                is_end = true;
                break;
            };
            let gain = self.factors[goal][column].abs();
            let (far, row) = self.blocked(column, step, (want - reached) / gain);
            self.value[self.columns[column]] += step * far;
            for (row, of) in self.rows.iter().enumerate() {
                self.value[*of] += self.factors[row][column] * step * far;
            }
            reached += gain * far;
            if let Some(row) = row {
                self.pivot(row, column);
            }
        }
        (reached, is_end, self.value[..unknowns].to_vec())
    }

    fn room(&self, of: usize, up: bool) -> f64 {
        if up { self.high[of] - self.value[of] } else { self.value[of] - self.low[of] }
    }

    fn entering(&self, goal: usize) -> Option<(usize, f64)> {
        let found = self.columns.iter().zip(&self.factors[goal]).enumerate();
        let helps = found.filter(|(_, (of, by))| by.abs() > NOTHING && self.room(**of, **by > 0.0) > NOTHING);
        helps.min_by_key(|(_, (of, _))| **of).map(|(column, (_, by))| (column, by.signum()))
    }

    fn blocked(&self, column: usize, step: f64, most: f64) -> (f64, Option<usize>) {
        let mut far = self.room(self.columns[column], step > 0.0).min(most);
        let mut blocking: Option<usize> = None;
        for (row, of) in self.rows.iter().enumerate() {
            let by = self.factors[row][column] * step;
            if by.abs() > NOTHING {
                let steps = (self.room(*of, by > 0.0) / by.abs()).max(0.0);
                let is_earlier = blocking.is_some_and(|other| *of < self.rows[other]);
                if steps < far - NOTHING || (steps < far + NOTHING && is_earlier) {
                    (far, blocking) = (steps.min(far), Some(row));
                }
            }
        }
        (far, blocking)
    }

    fn pivot(&mut self, row: usize, column: usize) {
        let by = self.factors[row][column];
        let mut pivot: Vec<f64> = self.factors[row].iter().map(|factor| -factor / by).collect();
        pivot[column] = 1.0 / by;
        for (at, factors) in self.factors.iter_mut().enumerate() {
            let times = factors[column];
            if at != row && times != 0.0 {
                factors[column] = 0.0;
                for (factor, by) in factors.iter_mut().zip(&pivot) {
                    *factor += times * by;
                }
            }
        }
        self.factors[row] = pivot;
        std::mem::swap(&mut self.rows[row], &mut self.columns[column]);
    }
}
