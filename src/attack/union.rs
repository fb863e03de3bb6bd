//! Published numbers of pupils that differ by a group of fewer than the rule allows (rung 5, D4 and D8): within a relation, between
//! relations, between tables.

use super::document::Rule;
use super::model::Model;
use super::sorted::sort_once;

/// A group without its published parts: how many pupils these have, and the atoms that are left.
struct Left {
    covered: i64,
    atoms: Vec<u32>,
}

struct Unions<'m, 'd> {
    model: &'m Model<'d>,
    /// Relations by whole.
    wholes: Vec<Vec<usize>>,
    /// Published number of pupils by group, of the quantity at hand.
    pupils: Vec<Option<i64>>,
    /// What is left of each group, once looked up.
    left: Vec<Option<Left>>,
    /// The atoms of each group, once looked up.
    atoms: Vec<Option<Vec<u32>>>,
}

/// Relations within relations that are followed.
const DEEPEST: u32 = 50;

/// A group that is told: its atoms, of which kind of number, and how many pupils.
pub(super) type Told = (Vec<u32>, u32, i64);

/// The groups of 1 to k − 1 pupils that the published numbers give away, `published` by unknown, each once; with `itself`, and those
/// that are published themselves.
pub(super) fn told(model: &Model<'_>, rule: &Rule, published: &[bool], itself: bool) -> Vec<Told> {
    let mut quantities: Vec<u32> = model.layouts.iter().map(|layout| layout.base).collect();
    quantities.push(0);
    sort_once(&mut quantities);
    let mut wholes = vec![Vec::new(); model.groups as usize];
    for (at, (whole, _)) in model.wholes.iter().enumerate() {
        wholes[*whole as usize].push(at);
    }
    let mut unions = Unions { model, wholes, pupils: Vec::new(), left: Vec::new(), atoms: Vec::new() };
    unions.atoms = (0..model.groups).map(|_| None).collect();
    let mut told = Vec::new();
    for quantity in quantities {
        unions.pupils = (0..model.groups)
            .map(|group| {
                let var = model.var(group, quantity);
                published[var as usize].then(|| model.system.lo[var as usize])
            })
            .collect();
        let mut found = unions.given_away(rule.pupils.into());
        if itself {
            found.extend((0..model.groups).filter_map(|group| Some((vec![group], unions.pupils[group as usize]?))));
        }
        for (groups, pupils) in found {
            let mut atoms = unions.atoms_of_all(&groups);
            // Nobody, as is known, is nobody's business.
            atoms.retain(|atom| model.system.fixed(model.var(*atom, quantity)) != Some(0));
            told.push((atoms, quantity, pupils));
        }
    }
    sort_once(&mut told);
    told
}

/// Whether a group is told already: as one of the known, or as several of them that have no pupil in common. That so many have a value
/// is known where it is known that there are no more.
pub(super) fn is_known(known: &[Told], (atoms, quantity, pupils): &Told) -> bool {
    let Some(first) = atoms.first() else { return *pupils == 0 };
    let is_part = |(part, of, count): &&Told| {
        part.contains(first)
            && [0, *quantity].contains(of)
            && count <= pupils
            && part.iter().all(|atom| atoms.binary_search(atom).is_ok())
    };
    known.iter().filter(is_part).any(|(part, _, count)| {
        let rest = atoms.iter().filter(|atom| part.binary_search(atom).is_err()).copied().collect();
        is_known(known, &(rest, *quantity, pupils - count))
    })
}

impl Unions<'_, '_> {
    /// The groups given away, by what is left of others, and how many pupils they have.
    fn given_away(&mut self, k: i64) -> Vec<(Vec<u32>, i64)> {
        let groups = 0..self.model.groups;
        self.left = groups.clone().map(|_| None).collect();
        let mut found = Vec::new();
        for (whole, parts) in &self.model.wholes {
            if let Some(pupils) = self.pupils[*whole as usize] {
                let left = self.without(parts, 0);
                if (1..k).contains(&(pupils - left.covered)) {
                    found.push((left.atoms, pupils - left.covered));
                }
            }
        }
        self.pairs(k, &mut found);
        found
    }

    /// What is left of disjoint groups without what is published of them.
    fn without(&mut self, parts: &[u32], depth: u32) -> Left {
        let mut sum = Left { covered: 0, atoms: Vec::new() };
        for &part in parts {
            if let Some(pupils) = self.pupils[part as usize] {
                sum.covered += pupils;
                continue;
            }
            self.look_up(part, depth);
            if let Some(left) = &self.left[part as usize] {
                sum.covered += left.covered;
                sum.atoms.extend(&left.atoms);
            }
        }
        sort_once(&mut sum.atoms);
        sum
    }

    /// Fills in what is left of an unpublished group: by the relation that covers most of it.
    fn look_up(&mut self, group: u32, depth: u32) {
        let at = group as usize;
        if self.left[at].is_some() {
            return;
        }
        // In case a relation leads back here.
        self.left[at] = Some(Left { covered: 0, atoms: vec![group] });
        if depth > DEEPEST {
            return;
        }
        let model = self.model;
        for relation in self.wholes[at].clone() {
            let left = self.without(&model.wholes[relation].1, depth + 1);
            if self.left[at].as_ref().is_none_or(|best| best.covered < left.covered) {
                self.left[at] = Some(left);
            }
        }
    }

    /// Published groups within published groups, told by their atoms.
    fn pairs(&mut self, k: i64, found: &mut Vec<(Vec<u32>, i64)>) {
        let mut published: Vec<(i64, u32)> =
            self.pupils.iter().zip(0..).filter_map(|(pupils, group)| Some(((*pupils)?, group))).collect();
        sort_once(&mut published);
        let atoms: Vec<Vec<u32>> = published.iter().map(|(_, group)| self.atoms_of(*group, 0)).collect();
        for (at, (pupils, _)) in published.iter().enumerate() {
            for (other, (more, _)) in published.iter().enumerate().skip(at + 1) {
                if more - pupils >= k {
                    break;
                }
                if more > pupils && is_within(&atoms[at], &atoms[other]) {
                    let left = atoms[other].iter().filter(|atom| !atoms[at].contains(atom)).copied().collect();
                    found.push((left, more - pupils));
                }
            }
        }
    }

    fn atoms_of_all(&mut self, groups: &[u32]) -> Vec<u32> {
        let mut atoms: Vec<u32> = groups.iter().flat_map(|group| self.atoms_of(*group, 0)).collect();
        sort_once(&mut atoms);
        atoms
    }

    /// The smallest groups that make up a group, by its first relation.
    fn atoms_of(&mut self, group: u32, depth: u32) -> Vec<u32> {
        let at = group as usize;
        if let Some(atoms) = &self.atoms[at] {
            return atoms.clone();
        }
        let mut atoms = vec![group];
        // In case a relation leads back here.
        self.atoms[at] = Some(atoms.clone());
        let model = self.model;
        if let Some(relation) = self.wholes[at].first().filter(|_| depth < DEEPEST) {
            atoms = model.wholes[*relation].1.iter().flat_map(|part| self.atoms_of(*part, depth + 1)).collect();
            sort_once(&mut atoms);
            self.atoms[at] = Some(atoms.clone());
        }
        atoms
    }
}

/// Whether a sorted list is part of another.
fn is_within(inner: &[u32], outer: &[u32]) -> bool {
    inner.len() < outer.len() && inner.iter().all(|atom| outer.binary_search(atom).is_ok())
}
