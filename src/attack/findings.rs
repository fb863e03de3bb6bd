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
    /// Adds what another attack found that one on less did not.
    pub(crate) fn add_new(&mut self, more: &Self, less: &Self) {
        let Self { tried, computable, narrow, within_two, unions, means, grades, below_rule, indirect, marks, .. } =
            self;
        let counts = [
            (tried, more.tried, less.tried),
            (computable, more.computable, less.computable),
            (narrow, more.narrow, less.narrow),
            (within_two, more.within_two, less.within_two),
            (unions, more.unions, less.unions),
            (means, more.means, less.means),
            (grades, more.grades, less.grades),
            (below_rule, more.below_rule, less.below_rule),
            (indirect, more.indirect, less.indirect),
            (marks, more.marks, less.marks),
            (&mut self.unreadable, more.unreadable, less.unreadable),
            (&mut self.contradictory, more.contradictory, less.contradictory),
            (&mut self.unproven, more.unproven, less.unproven),
            (&mut self.by_forest, more.by_forest, less.by_forest),
            (&mut self.by_witness, more.by_witness, less.by_witness),
            (&mut self.already, more.already, less.already),
        ];
        for (sum, more, less) in counts {
            *sum = sum.saturating_add(more.saturating_sub(less));
        }
        self.worst_width = [self.worst_width, more.worst_width].into_iter().flatten().min();
    }

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
