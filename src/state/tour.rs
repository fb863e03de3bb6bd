//! The tour: at most five stops, offered once, never in the way. Nothing of it is stored.

use crate::data::Dim;
use crate::state::{AppState, Loaded, View};

/// Where the tour is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tour {
    /// Not offered yet.
    #[default]
    Fresh,
    /// It begins as soon as there are data.
    Wanted,
    /// A message offers it.
    Offered,
    /// It is at this stop.
    At(Stop),
    /// Taken or declined. It is not offered again.
    Over,
}

/// What a stop of the tour points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The school in focus.
    Focus,
    /// Schools, school years and programmes.
    Urval,
    /// A card: value, change and chance.
    Chance,
    /// Table and files.
    Take,
    /// Data and report.
    Data,
}

/// What the user does with the tour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// From the first stop; as soon as there are data, where there are none.
    Begin,
    /// To the next stop, or to the end.
    Next,
    /// To the stop before.
    Back,
    /// Enough, or no thanks.
    End,
}

impl Stop {
    const ALL: [Self; 5] = [Self::Focus, Self::Urval, Self::Chance, Self::Take, Self::Data];

    /// The stops for these data: where there is one school, none has to be chosen.
    fn of(loaded: &Loaded) -> &'static [Self] {
        if loaded.dataset.labels(Dim::School).len() > 1 { &Self::ALL } else { &Self::ALL[1..] }
    }

    /// The view in which it is.
    fn view(self) -> View {
        match self {
            Self::Focus | Self::Urval | Self::Chance => View::Overview,
            Self::Take => View::Trend,
            Self::Data => View::Data,
        }
    }
}

impl AppState {
    /// The stop of the tour, its place from 0, and how many there are.
    pub fn stop(&self) -> Option<(Stop, usize, usize)> {
        let Tour::At(stop) = self.tour else { return None };
        let stops = Stop::of(self.loaded.as_ref()?);
        Some((stop, stops.iter().position(|&other| other == stop)?, stops.len()))
    }

    pub(super) fn turn(&mut self, turn: Turn) {
        let Some(loaded) = &self.loaded else {
            self.tour = if turn == Turn::Begin { Tour::Wanted } else { Tour::Over };
            return;
        };
        let stops = Stop::of(loaded);
        let place = self.stop().map(|(_, place, _)| place);
        let to = match (turn, place) {
            (Turn::Begin, _) => Some(0),
            (Turn::Next, Some(place)) => Some(place + 1),
            (Turn::Back, Some(place)) => Some(place.saturating_sub(1)),
            (Turn::Next | Turn::Back, None) | (Turn::End, _) => None,
        };
        match to.and_then(|to| stops.get(to)) {
            Some(&stop) => (self.tour, self.view) = (Tour::At(stop), stop.view()),
            None => self.tour = Tour::Over,
        }
    }

    /// Data have been opened; `by_hand`, where no link led to them.
    pub(super) fn meet(&mut self, by_hand: bool) {
        match self.tour {
            Tour::Wanted => self.turn(Turn::Begin),
            Tour::Fresh if by_hand => self.tour = Tour::Offered,
            _ => self.tour = Tour::Over,
        }
    }

    /// Who goes somewhere else has left the tour.
    pub(super) fn leave_tour(&mut self) {
        if matches!(self.tour, Tour::At(_)) {
            self.tour = Tour::Over;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::fixture;
    use crate::state::{Action, Link};

    const TWO: &str = "Läsår;Skola;Närvaro\n2023/24;Sjödal;87,4\n2023/24;Östra;88\n";
    const ONE: &str = "Läsår;Skola;Närvaro\n2023/24;Sjödal;87,4\n";

    fn read(csv: &str) -> Action {
        Action::read(fixture::read(csv, None), false)
    }

    fn opened(csv: &str) -> AppState {
        // As the page begins, whose address is bare.
        let mut state = AppState::opened_by(Link::default());
        state.apply(read(csv));
        state
    }

    #[test]
    fn it_is_offered_once_and_not_to_who_follows_a_link() {
        let mut state = opened(TWO);
        assert_eq!(state.tour, Tour::Offered);
        state.apply(Action::Tour(Turn::End));
        state.apply(read(TWO));
        assert_eq!(state.tour, Tour::Over);
        let mut linked = AppState::opened_by(Link::parse("vy=utveckling&fil=a.csv"));
        linked.apply(read(TWO));
        assert_eq!((linked.tour, linked.view), (Tour::Over, View::Trend));
    }

    #[test]
    fn it_goes_through_every_stop_and_its_view_and_back() {
        for (csv, stops) in [(TWO, 5), (ONE, 4)] {
            let mut state = opened(csv);
            state.apply(Action::Tour(Turn::Begin));
            let mut seen = Vec::new();
            while let Some((stop, place, of)) = state.stop() {
                assert_eq!((place, of, state.view), (seen.len(), stops, stop.view()));
                seen.push(stop);
                state.apply(Action::Tour(Turn::Next));
            }
            assert_eq!(seen, Stop::ALL[5 - stops..]);
            assert_eq!((state.tour, state.view), (Tour::Over, View::Data));
            state.apply(Action::Tour(Turn::Begin));
            state.apply(Action::Tour(Turn::Back));
            assert_eq!(state.stop().map(|(_, place, _)| place), Some(0), "there is nothing before the first");
        }
    }

    #[test]
    fn it_waits_for_data_and_ends_when_the_user_goes_elsewhere() {
        let mut state = AppState::default();
        state.apply(Action::Tour(Turn::Begin));
        assert_eq!((state.tour, state.stop()), (Tour::Wanted, None));
        state.apply(read(TWO));
        assert_eq!(state.tour, Tour::At(Stop::Focus));
        state.apply(Action::Focus(1));
        state.apply(Action::Projector(true));
        assert_eq!(state.tour, Tour::At(Stop::Focus), "what is tried on the way does not end it");
        state.apply(Action::View(View::Compare));
        assert_eq!((state.tour, state.view), (Tour::Over, View::Compare));
    }
}
