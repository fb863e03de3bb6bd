//! Where the values of an indicator went: used, or missing and why.

use crate::data::{Dataset, Missing, Shape};

/// One indicator over all rows of the dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// Rows with a value: of pupil rows pupils, of aggregated rows groups, also those that contain others.
    pub used: u64,
    /// Rows without one by reason, in the order of [`Missing::ALL`].
    pub missing: [u64; Missing::ALL.len()],
}

impl Account {
    /// Rows without a value.
    pub fn missed(&self) -> u64 {
        self.missing.iter().sum()
    }

    /// All rows.
    pub fn rows(&self) -> u64 {
        self.used + self.missed()
    }
}

/// One account per indicator of the profile.
pub fn accounts(dataset: &Dataset) -> Vec<Account> {
    let mut accounts = vec![Account::default(); dataset.profile.indicators.len()];
    for entry in 0..dataset.entries() {
        for (account, cell) in accounts.iter_mut().zip(dataset.cells(entry)) {
            account.used += match dataset.shape {
                Shape::PupilRows => cell.pupils(),
                Shape::Aggregated => u64::from(cell.left_out.total() == 0),
            };
            for (missing, reason) in account.missing.iter_mut().zip(Missing::ALL) {
                *missing += cell.left_out.of(reason);
            }
        }
    }
    accounts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::fixture;

    #[test]
    fn every_row_is_either_used_or_missing() {
        let pupils = "Läsår;Skola;Närvaro;Betygspoäng\n2023/24;A;80;12\n2023/24;A;;25\n2023/24;B;x;\n2023/24;B;7;..\n";
        let groups = "Läsår;Skola;Antal elever;Närvaro;Betygspoäng\n2023/24;A;40;80,5;..\n2023/24;B;..;70;.\n";
        for (csv, rows, used) in [(pupils, 4, [2, 0, 1]), (groups, 2, [1, 0, 0])] {
            let found = accounts(&fixture::dataset(csv));
            assert!(found.iter().all(|account| account.rows() == rows), "{found:?}");
            assert_eq!(found.iter().map(|account| account.used).collect::<Vec<_>>(), used);
        }
    }
}
