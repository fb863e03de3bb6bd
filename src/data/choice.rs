//! What a user chooses for one column of a file.

use crate::data::{Profile, Role, normalise};

/// What the column under one caption is to be used as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Not at all.
    NotRead,
    /// As this.
    Used(Role),
    /// As its caption says, as if nothing had been chosen.
    ByCaption,
}

impl Profile {
    /// The same profile with the column under `caption` used as chosen.
    #[must_use]
    pub fn choosing(&self, caption: &str, choice: Choice) -> Self {
        match choice {
            Choice::NotRead => self.with_choice(caption, None),
            Choice::Used(role) => self.with_choice(caption, Some(role)),
            Choice::ByCaption => {
                let mut profile = self.clone();
                profile.choices.retain(|chosen, _| normalise(chosen) != normalise(caption));
                profile
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::pupil_profile;

    #[test]
    fn a_choice_can_be_made_changed_and_forgotten() {
        let profile = pupil_profile();
        let chosen = profile.choosing("Närv", Choice::Used(Role::Indicator(0)));
        assert_eq!(chosen.choice("närv"), Some(Some(Role::Indicator(0))));
        assert_eq!(chosen.choosing("Närv", Choice::NotRead).choice("Närv"), Some(None));
        assert_eq!(chosen.choosing("NÄRV", Choice::ByCaption), profile);
        assert_eq!(Profile::from_json(&chosen.to_json()).as_ref(), Ok(&chosen), "choices are saved");
    }
}
