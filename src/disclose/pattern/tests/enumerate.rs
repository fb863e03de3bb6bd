//! Every table that fits, one by one.

/// Least and most of each group over all tables of whole numbers whose sums over the published groups are the true ones. Atoms
/// run from 0 to `most`.
pub(super) fn hulls(atoms: &[u64], most: &[u64], published: &[Vec<u32>], groups: &[Vec<u32>]) -> Vec<(u64, u64)> {
    let sum = |table: &[u64], group: &Vec<u32>| group.iter().map(|atom| table[*atom as usize]).sum::<u64>();
    let sums: Vec<u64> = published.iter().map(|group| sum(atoms, group)).collect();
    let mut hulls = vec![(u64::MAX, 0); groups.len()];
    let mut table = vec![0; atoms.len()];
    fill(&mut table, 0, most, published, &sums, &mut |table| {
        for ((least, most), group) in hulls.iter_mut().zip(groups) {
            let sum = sum(table, group);
            (*least, *most) = ((*least).min(sum), (*most).max(sum));
        }
    });
    hulls
}

fn fill(
    table: &mut Vec<u64>,
    at: usize,
    most: &[u64],
    published: &[Vec<u32>],
    sums: &[u64],
    each: &mut impl FnMut(&[u64]),
) {
    for (group, sum) in published.iter().zip(sums) {
        let so_far: u64 = group.iter().filter(|atom| (**atom as usize) < at).map(|atom| table[*atom as usize]).sum();
        let left: u64 = group.iter().filter(|atom| (**atom as usize) >= at).map(|atom| most[*atom as usize]).sum();
        if so_far > *sum || so_far + left < *sum {
            return;
        }
    }
    if at == table.len() {
        each(table);
        return;
    }
    for value in 0..=most[at] {
        table[at] = value;
        fill(table, at + 1, most, published, sums, each);
    }
}
