//! What was found.

/// What was found, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Withheld numbers that were tried. A number that is withheld in several places is one.
    pub tried: u32,
    /// Those with one possible value (D1).
    pub computable: u32,
    /// Others that may be small and of which the range is too narrow (D2, D3): within k − 1 of pupils, within the smaller of kx − 1 and
    /// n of those who have something.
    pub narrow: u32,
    /// Of those not computable, with two or three possible values.
    pub within_two: u32,
    /// Groups smaller than the rule allows by which published numbers of pupils differ (D4, D8).
    pub unions: u32,
    /// Withheld means with a range narrower than a step (D5).
    pub means: u32,
    /// Shown means that tell how many pupils have the lowest or the highest grade (V15).
    pub grades: u32,
    /// Numbers that are shown though the rule withholds them (D2, D3, D6).
    pub below_rule: u32,
    /// Quantities shown in one way and withheld in another, or shown without the number of pupils they rest on (D7).
    pub indirect: u32,
    /// Marks that tell withheld numbers apart (D9).
    pub marks: u32,
    /// Strings that could not be understood.
    pub unreadable: u32,
    /// Groups of numbers that hang together and cannot all be right. Nothing withheld among them was tried.
    pub contradictory: u32,
    /// Numbers that were neither computed nor shown to be protected, within the budget.
    pub unproven: u32,
    /// Protected numbers of which the range is exact without a search.
    pub by_forest: u32,
    /// Protected numbers with two tables as witnesses.
    pub by_witness: u32,
    /// Numbers and groups that public tables alone give away, not counted above.
    pub already: u32,
    /// The narrowest range of a number that counts as protected: its largest less its smallest possible value.
    pub worst_width: Option<u64>,
}

impl Findings {
    /// Whether nothing was found, and nothing left in doubt.
    pub fn clean(&self) -> bool {
        let found = [
            self.computable,
            self.narrow,
            self.unions,
            self.means,
            self.grades,
            self.below_rule,
            self.indirect,
            self.marks,
            self.unreadable,
            self.contradictory,
            self.unproven,
        ];
        found.iter().all(|found| *found == 0)
    }
}
