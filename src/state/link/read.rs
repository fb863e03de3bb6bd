//! Fragment → link. Anything can stand there: nothing is trusted, and what is not understood is kept to be told.

use super::{Link, angle_word, escape::unescape, form_word, word};
use crate::data::{Dim, Lang, sort_by};
use crate::query::Selection;
use crate::state::{Face, View};
use crate::view::screen::{Angle, Form};

/// Most pieces that are read.
const MOST_PIECES: usize = 100;
/// Most pieces that are told not to be understood.
const MOST_STRANGE: usize = 3;

/// How many earlier school years are put together with each, where so many are together.
fn pooled(years: &str) -> Option<u8> {
    let earlier = years.parse::<u8>().ok()?.checked_sub(1)?;
    (earlier <= Selection::MOST_POOLED).then_some(earlier)
}

impl Link {
    /// Reads a fragment, with or without its `#`. One without any `=` is no link, but a place in the page.
    pub fn parse(fragment: &str) -> Self {
        let mut link = Self::default();
        let fragment = fragment.trim_start_matches('#');
        if !fragment.contains('=') {
            return link;
        }
        for piece in fragment.split('&').filter(|piece| !piece.is_empty()).take(MOST_PIECES) {
            if link.take(piece).is_none() && link.strange.len() < MOST_STRANGE {
                link.strange.push(unescape(piece));
            }
        }
        sort_by(&mut link.files, Ord::cmp);
        link
    }

    /// Reads one piece; `None` where it is not understood.
    fn take(&mut self, piece: &str) -> Option<()> {
        let (key, raw) = piece.split_once('=')?;
        let value = unescape(raw);
        let is = |word: &str| (value == word).then_some(true);
        match key {
            "vy" => self.view = View::ALL.into_iter().find(|view| word(*view) == value)?,
            "fil" => self.files.push(value),
            "exempel" => self.invented = is("ja")?,
            "skola" => self.focus = Some(value),
            "jamfor" => self.compared.get_or_insert_default().push(value),
            "ensam" => {
                is("ja")?;
                self.compared.get_or_insert_default();
            }
            "bredvid" => {
                let is_area = |dim: &Dim| matches!(dim, Dim::Municipality | Dim::Provider);
                self.area = Some(Dim::from_id(&value).filter(is_area)?);
            }
            "fler" => self.beyond = value.parse().ok()?,
            "lasar" => {
                let (from, to) = raw.split_once('-').unwrap_or((raw, raw));
                self.years = Some((unescape(from), unescape(to)));
            }
            "slaihop" => self.pooled = pooled(&value)?,
            "sedan" => self.since = Some(value),
            "program" => self.programme = Some(value),
            "dela" => self.split = Some(Dim::from_id(&value).filter(|dim| dim.is_group())?),
            "grupp" if self.pair.len() < 2 => self.pair.push(value),
            "indikator" => self.indicator = Some(value),
            "mot" => self.against = Some(value),
            "form" => self.form = Form::ALL.into_iter().find(|form| form_word(*form) == Some(&value))?,
            "diagram" => self.angle = Angle::ALL.into_iter().find(|angle| angle_word(*angle) == Some(&value))?,
            "visa" => {
                is("tabell")?;
                self.face = Face::Table;
            }
            "sprak" => {
                is("en")?;
                self.lang = Lang::En;
            }
            "storbild" => self.projector = is("ja")?,
            _ => return None,
        }
        Some(())
    }
}
