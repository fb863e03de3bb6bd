//! Stub.
use crate::data::Profile;
/// Rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// k
    pub k: u64,
}
impl Rule {
    /// Of.
    pub fn of(profile: &Profile) -> Self {
        Self { k: u64::from(profile.smallest_group) }
    }
}
/// Cost.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cost {
    /// c
    pub cells: u64,
}
