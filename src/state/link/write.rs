//! Link → fragment.

use super::{Link, angle_word, escape::escape, form_word, word};
use crate::data::Lang;
use crate::state::{Face, View};

impl Link {
    /// The fragment without its `#`; empty where everything is as at first.
    pub fn fragment(&self) -> String {
        let mut pieces = Pieces::default();
        if self.view != View::Data {
            pieces.put("vy", word(self.view));
        }
        self.files.iter().for_each(|name| pieces.put("fil", name));
        pieces.put_if(self.invented, "exempel", "ja");
        self.focus.iter().for_each(|name| pieces.put("skola", name));
        let compared = self.compared.as_deref();
        pieces.put_if(compared.is_some_and(<[_]>::is_empty), "ensam", "ja");
        compared.into_iter().flatten().for_each(|name| pieces.put("jamfor", name));
        pieces.put_if(self.beyond > 0, "fler", &self.beyond.to_string());
        self.area.iter().for_each(|dim| pieces.put("bredvid", dim.id()));
        if let Some((from, to)) = &self.years {
            pieces.put_years(from, to);
        }
        pieces.put_if(self.pooled > 0, "slaihop", &(u16::from(self.pooled) + 1).to_string());
        self.since.iter().for_each(|year| pieces.put("sedan", year));
        self.programme.iter().for_each(|name| pieces.put("program", name));
        self.split.iter().for_each(|dim| pieces.put("dela", dim.id()));
        self.pair.iter().for_each(|name| pieces.put("grupp", name));
        for (key, id) in [("indikator", &self.indicator), ("mot", &self.against)] {
            pieces.put_if(id.is_some(), key, id.as_deref().unwrap_or_default());
        }
        for (key, word) in [("form", form_word(self.form)), ("diagram", angle_word(self.angle))] {
            pieces.put_if(word.is_some(), key, word.unwrap_or_default());
        }
        pieces.put_if(self.face == Face::Table, "visa", "tabell");
        pieces.put_if(self.lang == Lang::En, "sprak", "en");
        pieces.put_if(self.projector, "storbild", "ja");
        pieces.0
    }
}

#[derive(Default)]
struct Pieces(String);

impl Pieces {
    fn put(&mut self, key: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(key);
        self.0.push('=');
        escape(value, &mut self.0);
    }

    fn put_if(&mut self, is_so: bool, key: &str, value: &str) {
        if is_so {
            self.put(key, value);
        }
    }

    /// The hyphen between the two is the only one.
    fn put_years(&mut self, from: &str, to: &str) {
        self.put("lasar", "");
        for (place, year) in [from, to].into_iter().enumerate() {
            if place > 0 {
                self.0.push('-');
            }
            let mut escaped = String::new();
            escape(year, &mut escaped);
            self.0.push_str(&escaped.replace('-', "%2d"));
        }
    }
}
