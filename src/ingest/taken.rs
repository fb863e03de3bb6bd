//! A file that was read to its end, taken among the others or refused.

use crate::data::{Dim, Missing, SchoolYear, Shape, sort_by};
use crate::ingest::drafts;
use crate::ingest::encoding;
use crate::ingest::entry::Entry;
use crate::ingest::evidence::{Written, is_doubtful};
use crate::ingest::gather::Gathered;
use crate::ingest::note::Note;
use crate::ingest::overlap;
use crate::ingest::plan::Plan;
use crate::ingest::reason::{Reason, Refusal};
use crate::ingest::report::{FileReport, Problem};
use crate::ingest::row::FileRows;
use crate::ingest::spellings::Spellings;

impl Gathered {
    /// Ends a file that was read to its end: takes what it gave, or says why it is not used.
    pub(crate) fn take(&mut self, rows: FileRows, file: &mut FileReport) -> Result<(), Refusal> {
        if file.rows_used == 0 && file.rows_aside(Reason::Twin) > 0 {
            return Err(Refusal::SameFile);
        }
        if let Some(refusal) = rows.plan.refusal_at_end(file, &rows.evidence) {
            return Err(refusal);
        }
        let twice = file.rows_aside(Reason::PupilTwice);
        if twice * 20 > file.rows_read {
            return Err(Refusal::SeveralRowsPerPupil);
        }
        self.note_characters(&rows.plan, file);
        let written = self.note_fractions(&rows, file);
        match rows.plan.shape() {
            Shape::PupilRows => self.take_pupils(rows, &written, file),
            Shape::Aggregated => {
                let is_long = rows.plan.is_long();
                let mut drafts = if is_long { drafts::join(rows.drafts) } else { rows.drafts };
                for draft in &mut drafts {
                    for (value, written) in draft.values.iter_mut().zip(&written) {
                        *value = value.map(|slot| written.slot(slot));
                    }
                }
                self.drafts.extend(drafts);
                Ok(())
            }
        }
    }

    fn take_pupils(&mut self, rows: FileRows, written: &[Written], file: &mut FileReport) -> Result<(), Refusal> {
        let has_column = rows.plan.pupil.is_some();
        let is_long = rows.plan.is_long();
        let mut entries: Vec<Entry> = rows.cube.into_entries();
        for entry in &mut entries {
            for (cell, written) in entry.cells.iter_mut().zip(written) {
                *cell = written.cell(*cell);
            }
        }
        let parts = || self.spellings[Dim::Year.index()].two_parts(SchoolYear::part);
        if let Some((first, second)) = parts().filter(|_| !has_column) {
            self.note(Note::PartsOfYear { file: file.name.clone(), first, second });
        }
        if !has_column && overlap::has_lone_rows(&entries, &self.spellings) {
            return Err(Refusal::NoPupils);
        }
        if has_column || is_long {
            self.entries.extend(entries);
            return Ok(());
        }
        // Where no column tells pupils apart, the same school and year with the same sums is the same file again. Files that come
        // alone need not be compared.
        let alone = std::mem::replace(&mut self.first_alone, self.entries.is_empty());
        if alone {
            self.parts.push(overlap::parts(&self.entries, &self.spellings));
        } else if self.first_alone {
            self.entries.extend(entries);
            return Ok(());
        }
        let parts = overlap::parts(&entries, &self.spellings);
        let found = overlap::compare(&parts, &self.parts);
        if !parts.is_empty() && found.same.len() == parts.len() {
            return Err(Refusal::SameFile);
        }
        let label = |dim: Dim, entry: &Entry| self.spellings[dim.index()].get(entry.codes[dim.index()]).label;
        let is_same = |entry: &Entry| found.same.contains(&(label(Dim::School, entry), label(Dim::Year, entry)));
        let (same, new): (Vec<Entry>, Vec<Entry>) = entries.into_iter().partition(is_same);
        let rows = same.iter().map(Entry::known_pupils).sum();
        file.move_aside(Reason::Twin, rows);
        let names = |dim: Dim, label: u16| self.spellings[dim.index()].name_of(label).to_owned();
        let in_both = found.in_both.iter().map(|&(school, year)| (names(Dim::School, school), names(Dim::Year, year)));
        let in_both: Vec<(String, String)> = in_both.collect();
        if !in_both.is_empty() {
            self.note(Note::InSeveralFiles { file: file.name.clone(), parts: in_both });
        }
        self.entries.extend(new);
        self.parts.push(parts);
        Ok(())
    }

    /// Counts characters that could not be read, and looks for names that were encoded twice, and for lone calendar years.
    fn note_characters(&mut self, plan: &Plan, file: &mut FileReport) {
        let is_calendar_year =
            |raw: &[u8]| raw.trim_ascii().len() == 4 && raw.trim_ascii().iter().all(u8::is_ascii_digit);
        if self.spellings[Dim::Year.index()].some_bytes_of_file(is_calendar_year) {
            self.note(Note::CalendarYears);
        }
        let labels = || self.spellings.iter().flat_map(Spellings::names_of_file);
        let texts = || labels().chain(plan.captions.iter().map(String::as_str));
        file.characters_replaced = texts().map(|text| text.matches('\u{fffd}').count() as u64).sum();
        let garbled: Vec<(String, String)> = texts().filter_map(garbled).collect();
        self.note_garbled(garbled);
    }

    /// Looks for captions that were encoded twice in a file that is not used, perhaps because of that.
    pub(crate) fn note_captions(&mut self, file: &FileReport) {
        let columns = file.form.iter().flat_map(|form| &form.columns);
        self.note_garbled(columns.filter_map(|column| garbled(&column.caption)).collect());
    }

    fn note_garbled(&mut self, mut repaired: Vec<(String, String)>) {
        sort_by(&mut repaired, Ord::cmp);
        repaired.truncate(3);
        if !repaired.is_empty() {
            self.note(Note::DoubleEncoded(repaired));
        }
    }

    /// How each indicator is written in this file; told where it is not plain.
    fn note_fractions(&mut self, rows: &FileRows, file: &mut FileReport) -> Vec<Written> {
        let Some((profile, _)) = self.decided.clone() else { return Vec::new() };
        let indicators = profile.indicators.iter().zip(&rows.evidence).enumerate();
        let written = indicators.map(|(index, (indicator, evidence))| {
            let written = evidence.written();
            let (name, indicator) = (file.name.clone(), indicator.name.clone());
            match written {
                Written::Plainly => {}
                Written::AsFractions => self.note(Note::Fractions { file: name, indicator }),
                Written::BothWays | Written::FewFractions => {
                    let all = written == Written::BothWays;
                    self.note(Note::FractionsAndPercent { file: name, indicator, all });
                    let reason = Missing::Unreadable;
                    let in_drafts = || rows.drafts.iter().filter_map(|draft| draft.values[index]);
                    let values = if all {
                        evidence.known()
                    } else {
                        in_drafts().filter(|slot| is_doubtful(*slot)).count() as u64
                    };
                    file.problems.push(Problem { indicator: index, reason, values, examples: Vec::new() });
                }
            }
            written
        });
        written.collect()
    }
}

/// How a text stands in the file and what was meant, where it was encoded twice.
fn garbled(text: &str) -> Option<(String, String)> {
    Some((text.to_owned(), encoding::repaired(text)?))
}
