//! Pupils who are counted in a whole, and have none of its values.

use super::{Dataset, Dim, Level, Shape, Track, Value};

impl Dataset {
    /// The row of the pupils who are counted in an aggregated row and on whom its values do not rest.
    ///
    /// Report 88 of 2019/20 counts the pupils of International Baccalaureate among those of their school and of its preparatory
    /// programmes. Nothing in it applies to them (`.`): 84,4 % of 111 pupils, 15 of them apart, is 81 of 96, and no whole number of 111.
    pub fn apart(&self, whole: usize) -> Option<usize> {
        let programmes = self.dimension(Dim::Programme).filter(|_| self.shape == Shape::Aggregated)?;
        let level = |entry: usize| programmes.labels.get(usize::from(programmes.codes[entry])).and_then(|it| it.level);
        let outer = level(whole).filter(|outer| !matches!(outer, Level::Programme(_)))?;
        let baccalaureate = Level::Programme(Some(Track::International));
        let all =
            self.told(whole).filter(|_| outer == Level::Track(Track::Preparatory) || outer.contains(baccalaureate))?;
        let is_beside = |entry: &usize| {
            let mut others = self.dimensions.iter().filter(|dimension| dimension.dim != Dim::Programme);
            others.all(|dimension| dimension.codes[*entry] == dimension.codes[whole])
        };
        let school = self.dimension(Dim::School)?.codes[whole];
        let beside: Vec<usize> = self.entries_of(school).filter(is_beside).collect();
        let apart = beside.iter().copied().find(|entry| level(*entry) == Some(baccalaureate))?;
        let is_part = |part: &&usize| {
            let level = level(**part).filter(|level| matches!(level, Level::Programme(_)) && outer.contains(*level));
            **part != apart && level.is_some()
        };
        // Where the others make up the whole, these are no part of it.
        let others: u64 = beside.iter().filter(is_part).filter_map(|part| self.told(*part)).sum();
        (others + self.told(apart).unwrap_or(1) <= all).then_some(apart)
    }

    /// How many pupils a row has, where that is told.
    pub fn told(&self, entry: usize) -> Option<u64> {
        match self.pupils[entry].value() {
            Value::Known(count) => count.as_count(),
            Value::Within(_) | Value::Missing(_) => None,
        }
    }
}
