//! Short lists are lists.

use proptest::prelude::*;

use crate::disclose::pattern::few::Few;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_short_list_is_as_a_long_one(steps in prop::collection::vec((any::<bool>(), 0_u32..6), 0..40)) {
        let (mut few, mut all) = (Few::default(), Vec::new());
        for (adds, item) in steps {
            if adds {
                few.push(item);
                all.push(item);
            } else {
                few.retain(&|other| other != item);
                all.retain(|other| *other != item);
            }
            for item in few.iter_mut().chain(&mut all) {
                *item ^= 1;
            }
            prop_assert_eq!(&*few, &*all);
            prop_assert_eq!(&*all.iter().copied().collect::<Few>(), &*all);
        }
    }
}
