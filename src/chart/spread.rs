//! Labels in a column: apart from each other, as near as can be to where they belong.

/// A label with the place that it would like to have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Wish {
    /// Where its centre belongs.
    pub(super) centre: f64,
    /// Its height, space around it included.
    pub(super) height: f64,
    /// How much it resists being moved.
    pub(super) weight: f64,
}

struct Block {
    /// Weighted mean of the members' wished tops, each less the heights above it.
    top: f64,
    weight: f64,
    members: usize,
}

/// The centres of labels that are given from the top down, between `top` and `bottom`, none over another. The sum of squared
/// moves is the least possible (pool adjacent violators). Labels that do not fit at all are set closer, evenly.
pub(super) fn spread(wishes: &[Wish], top: f64, bottom: f64) -> Vec<f64> {
    let total: f64 = wishes.iter().map(|wish| wish.height).sum();
    let squeeze = if total > bottom - top && total > 0.0 { (bottom - top).max(0.0) / total } else { 1.0 };
    let mut blocks: Vec<Block> = Vec::new();
    let mut above = 0.0;
    for wish in wishes {
        let mut block =
            Block { top: wish.centre - wish.height * squeeze / 2.0 - above, weight: wish.weight, members: 1 };
        above += wish.height * squeeze;
        while let Some(upper) = blocks.pop_if(|upper| upper.top > block.top) {
            let weight = upper.weight + block.weight;
            block.top = (upper.top * upper.weight + block.top * block.weight) / weight;
            block.weight = weight;
            block.members += upper.members;
        }
        blocks.push(block);
    }
    let lowest_top = bottom - total * squeeze;
    let tops = blocks.iter().flat_map(|block| {
        let top = block.top.min(lowest_top).max(top);
        std::iter::repeat_n(top, block.members)
    });
    let mut above = 0.0;
    tops.zip(wishes)
        .map(|(top, wish)| {
            let height = wish.height * squeeze;
            above += height;
            top + above - height / 2.0
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wishes(centres: &[f64]) -> Vec<Wish> {
        centres.iter().map(|&centre| Wish { centre, height: 18.0, weight: 1.0 }).collect()
    }

    #[test]
    fn labels_move_no_further_than_they_must() {
        for (centres, expected) in [
            (vec![], vec![]),
            (vec![20.0, 60.0], vec![20.0, 60.0]),
            (vec![50.0, 50.0], vec![41.0, 59.0]),
            (vec![0.0, 1.0], vec![9.0, 27.0]),
            (vec![99.0, 99.0], vec![73.0, 91.0]),
            (vec![30.0, 40.0, 80.0], vec![26.0, 44.0, 80.0]),
        ] {
            assert_eq!(spread(&wishes(&centres), 0.0, 100.0), expected);
        }
    }

    #[test]
    fn the_heavier_label_stays() {
        let mut pair = wishes(&[50.0, 50.0]);
        pair[0].weight = 8.0;
        assert_eq!(spread(&pair, 0.0, 100.0), [48.0, 66.0]);
    }

    proptest! {
        #[test]
        fn nothing_overlaps_or_leaves_the_column(mut centres in prop::collection::vec(-50.0..250.0, 0..12)) {
            centres.sort_by(f64::total_cmp);
            let placed = spread(&wishes(&centres), 0.0, 200.0);
            let height = 18.0_f64.min(200.0 / centres.len().max(1) as f64);
            for pair in placed.windows(2) {
                prop_assert!(pair[1] - pair[0] >= height - 1e-6);
            }
            for centre in placed {
                prop_assert!((height / 2.0 - 1e-6..=200.0 - height / 2.0 + 1e-6).contains(&centre));
            }
        }
    }
}
