//! The least and the most that a hidden number can be, by trying all tables that fit: a search of its own, for small systems.

/// Published sums over atoms.
pub(crate) struct Facts {
    /// Per published cell, its atoms as bits, and its number.
    pub(crate) sums: Vec<(u32, i64)>,
    /// The number of atoms.
    pub(crate) atoms: usize,
}

/// Beyond every number of pupils here.
const MOST: i64 = 2_000;

impl Facts {
    /// Least and most of the sum of some atoms.
    pub(crate) fn hull(&self, cell: u32, truth: i64) -> (i64, i64) {
        let sums = self.sums.iter().filter(|(atoms, _)| atoms & cell == cell).map(|(_, sum)| *sum);
        let limit = sums.min().unwrap_or(MOST);
        let least = (0..=truth).find(|at| self.fits_with(cell, *at)).unwrap_or(truth);
        let most = (truth..=limit).rev().find(|at| self.fits_with(cell, *at)).unwrap_or(truth);
        (least, most)
    }

    /// Whether some table has this number in the cell.
    fn fits_with(&self, cell: u32, at: i64) -> bool {
        let mut sums = self.sums.clone();
        sums.push((cell, at));
        let mut bounds = vec![(0, MOST); self.atoms];
        fits(&sums, &mut bounds)
    }
}

/// Tightens to a fixpoint, then tries the values of the atom with the fewest.
fn fits(sums: &[(u32, i64)], bounds: &mut [(i64, i64)]) -> bool {
    loop {
        let mut is_tight = true;
        for (atoms, sum) in sums {
            let of = |atom: &usize| atoms >> atom & 1 == 1;
            let low: i64 = (0..bounds.len()).filter(of).map(|atom| bounds[atom].0).sum();
            let high: i64 = (0..bounds.len()).filter(of).map(|atom| bounds[atom].1).sum();
            if low > *sum || high < *sum {
                return false;
            }
            for atom in (0..bounds.len()).filter(of) {
                let (least, most) = bounds[atom];
                let new = (least.max(sum - (high - most)), most.min(sum - (low - least)));
                is_tight &= new == (least, most);
                bounds[atom] = new;
                if new.0 > new.1 {
                    return false;
                }
                if new != (least, most) {
                    break; // the sums above are out of date
                }
            }
        }
        if is_tight {
            break;
        }
    }
    let open = (0..bounds.len()).filter(|atom| bounds[*atom].0 < bounds[*atom].1);
    let Some(atom) = open.min_by_key(|atom| bounds[*atom].1 - bounds[*atom].0) else { return true };
    let (least, most) = bounds[atom];
    (least..=most).any(|value| {
        let mut tried = bounds.to_vec();
        tried[atom] = (value, value);
        fits(sums, &mut tried)
    })
}
