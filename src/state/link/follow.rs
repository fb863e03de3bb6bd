//! Where the reader is, as a link; and a link, followed.

use super::{Link, MOST_COMPARED, MOST_FILES, label::name, split};
use crate::data::{Dataset, Dim, sort_by};
use crate::query::Selection;
use crate::state::{AppState, Loaded, View};

/// What became of links.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Followed {
    /// How many there were, steps of the browser's history among them.
    pub steps: u32,
    /// One that waits for its data to be opened.
    pub waiting: Option<Link>,
    /// What could not be done as the last one said.
    pub told: Option<Told>,
}

/// What could not be done as a link said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The files that it belongs to, where others are shown.
    pub files: Vec<String>,
    /// Names that are not in what is shown.
    pub missing: Vec<String>,
    /// How many more schools were compared than it names.
    pub beyond: usize,
    /// Pieces that were not understood.
    pub strange: Vec<String>,
}

impl AppState {
    /// The state of a page that was opened by a link.
    pub fn opened_by(link: Link) -> Self {
        let mut state = Self::default();
        state.open_link(link, true);
        state
    }

    /// Where the reader is. `None` while a link waits for its data, so that it stays in the address.
    pub fn link(&self) -> Option<Link> {
        let settings = Link { view: self.view, lang: self.lang, projector: self.projector, ..Link::default() };
        let Some(loaded) = &self.loaded else {
            return self.followed.waiting.is_none().then_some(settings);
        };
        let (dataset, urval): (&Dataset, _) = (&loaded.dataset, &self.selection);
        let school = |code: u16| name(dataset, Dim::School, code);
        let year = |code: u16| name(dataset, Dim::Year, code).filter(|name| !name.is_empty());
        let is_choice = dataset.labels(Dim::School).len() > 1;
        let id = |index: Option<usize>| Some(dataset.profile.indicators.get(index?)?.id.clone());
        Some(Link {
            files: if dataset.invented { Vec::new() } else { files(loaded) },
            invented: dataset.invented,
            focus: school(urval.focus).filter(|_| is_choice),
            compared: is_choice
                .then(|| urval.compared.iter().take(MOST_COMPARED).filter_map(|&code| school(code)).collect()),
            beyond: urval.compared.len().saturating_sub(MOST_COMPARED),
            area: urval.area,
            years: year(urval.from).zip(year(urval.to)),
            pooled: urval.pooled,
            since: urval.since.and_then(year),
            programme: urval.programme.and_then(|code| name(dataset, Dim::Programme, code)),
            split: urval.split,
            pair: split::names(dataset, urval),
            indicator: id(self.indicator),
            against: id(self.against),
            face: self.face,
            form: self.form,
            angle: self.angle,
            ..settings
        })
    }

    /// Follows a link: at once where its data are there, else when they are. Only a link that was `typed` (or clicked) sets
    /// language and projector; a step of the history leaves them as they are.
    pub(in crate::state) fn open_link(&mut self, link: Link, typed: bool) {
        if typed {
            (self.lang, self.projector) = (link.lang, link.projector);
        }
        let is_at_hand = match &self.loaded {
            Some(loaded) => !link.is_of_data() || link.invented == loaded.dataset.invented,
            None => !link.is_of_data() && link.view == View::Data,
        };
        self.followed.steps = self.followed.steps.wrapping_add(1);
        self.followed.waiting = None;
        self.followed.told = None;
        if is_at_hand {
            self.follow(&link);
        } else {
            self.tell(Told { strange: link.strange.clone(), ..Told::default() });
            self.followed.waiting = Some(link);
        }
    }

    /// Follows the link that waits for data like those that have been read.
    pub(in crate::state) fn follow_waiting(&mut self) {
        self.followed.told = None;
        let invented = self.loaded.as_ref().is_some_and(|loaded| loaded.dataset.invented);
        if let Some(link) = self.followed.waiting.take_if(|link| link.invented == invented) {
            self.follow(&link);
        }
    }

    fn follow(&mut self, link: &Link) {
        let mut told = Told { beyond: link.beyond, strange: link.strange.clone(), ..Told::default() };
        if let Some(loaded) = self.loaded.clone() {
            self.view = link.view;
            if link.is_of_data() {
                self.choose_as(link, &loaded, &mut told);
            }
        }
        self.tell(told);
    }

    /// The urval of a link, as far as its names are in the data.
    fn choose_as(&mut self, link: &Link, loaded: &Loaded, told: &mut Told) {
        let dataset: &Dataset = &loaded.dataset;
        let mut missing = |name: &str| told.missing.push(name.to_owned());
        let mut find = |dim: Dim, name: &str| {
            let found = dataset.dimension(dim).and_then(|dimension| dimension.find(name));
            if found.is_none() {
                missing(name);
            }
            found
        };
        let mut urval = Selection::first(dataset);
        if let Some(school) = link.focus.as_deref().and_then(|name| find(Dim::School, name)) {
            urval.focus_on(dataset, school);
        }
        if let Some(names) = &link.compared {
            urval.compared.clear();
            names.iter().filter_map(|name| find(Dim::School, name)).for_each(|school| urval.compare(school, true));
        }
        if let Some((from, to)) = &link.years {
            let from = find(Dim::Year, from).unwrap_or(urval.from);
            let to = find(Dim::Year, to).unwrap_or(urval.to);
            (urval.from, urval.to) = (from.min(to), from.max(to));
        }
        urval.area = link.area;
        urval.pooled = link.pooled;
        urval.since = link.since.as_deref().and_then(|name| find(Dim::Year, name));
        urval.programme = link.programme.as_deref().and_then(|name| find(Dim::Programme, name));
        for name in &split::follow(dataset, link, &mut urval, self.lang) {
            missing(name);
        }
        let indicators = &dataset.profile.indicators;
        let mut place = |id: &Option<String>| {
            let id = id.as_ref()?;
            let found = indicators.iter().position(|indicator| indicator.id == *id);
            if found.is_none() {
                missing(id);
            }
            found
        };
        (self.indicator, self.against) = (place(&link.indicator), place(&link.against));
        if !link.invented && link.files != files(loaded) {
            told.files.clone_from(&link.files);
        }
        told.missing.dedup();
        (self.selection, self.face) = (urval, link.face);
        (self.form, self.angle) = (link.form, link.angle);
    }

    fn tell(&mut self, told: Told) {
        self.followed.told = (told != Told::default()).then_some(told);
    }
}

/// The names of the files that the data are from.
fn files(loaded: &Loaded) -> Vec<String> {
    let used = loaded.report.files.iter().filter(|file| file.refused.is_none());
    let mut names: Vec<String> = used.map(|file| file.name.clone()).collect();
    sort_by(&mut names, Ord::cmp);
    names.truncate(MOST_FILES);
    names
}
