//! Some of the label fields of a row → a small number.

use super::block::{BLOCK, Block};
use crate::data::sort_by;
use crate::ingest::records::Lines;

/// Stands for fields that are not remembered.
pub(super) const NONE: u32 = u32::MAX;

/// Keys that are remembered.
const MOST: usize = 1 << 16;
/// Longest run of fields that is remembered, in bytes.
const LONGEST: usize = 256;
/// From any place on, as many bytes that count as there are before the middle.
static MASK: [u8; 2 * LONGEST] = mask();

const fn mask() -> [u8; 2 * LONGEST] {
    let mut mask = [0; 2 * LONGEST];
    let mut at = 0;
    while at < LONGEST {
        mask[at] = 0xff;
        at += 1;
    }
    mask
}

/// Gives each combination of some fields' bytes a number. Exact: all bytes are compared.
///
/// All keys are as long as the longest, filled up with zeros: how long the next one is cannot be foreseen, and a processor that guesses
/// wrong loses more time than the comparison takes.
#[derive(Debug)]
pub(super) struct Part {
    runs: Vec<Run>,
    /// Blocks of a key.
    blocks: usize,
    /// All keys, by number.
    keys: Vec<Block>,
    /// Lengths of the runs of each key, a byte each.
    lengths: Vec<u64>,
    /// The key that is looked for, and the lengths of its runs.
    sought: (Vec<Block>, u64),
    /// Hash table: the number of a key plus one; 0 where the slot is free.
    slots: Vec<u32>,
}

/// Columns that stand side by side.
#[derive(Clone, Copy, Debug)]
struct Run {
    first: usize,
    /// The one after the last.
    end: usize,
    /// Blocks of its bytes in a key.
    blocks: usize,
}

impl Part {
    /// For fields in these columns.
    pub(super) fn new(columns: impl IntoIterator<Item = usize>) -> Self {
        let mut columns: Vec<usize> = columns.into_iter().collect();
        sort_by(&mut columns, Ord::cmp);
        let run = |run: &[usize]| Run { first: run[0], end: run[run.len() - 1] + 1, blocks: 0 };
        let runs = columns.chunk_by(|a, b| a + 1 == *b).map(run).collect();
        Self {
            blocks: 0,
            runs,
            keys: Vec::new(),
            lengths: Vec::new(),
            sought: Default::default(),
            slots: vec![0; 1 << 8],
        }
    }

    /// The numbers of many rows' fields; [`NONE`] where they are not remembered.
    pub(super) fn numbers(&mut self, rows: Lines<'_>, numbers: &mut Vec<u32>) {
        numbers.clear();
        match (&*self.runs, self.blocks) {
            ([run], 1) => self.of_one_run::<1>(*run, rows, numbers),
            ([run], 2) => self.of_one_run::<2>(*run, rows, numbers),
            ([run], 3) => self.of_one_run::<3>(*run, rows, numbers),
            ([run], 4) => self.of_one_run::<4>(*run, rows, numbers),
            _ => {
                for index in 0..rows.len() {
                    let (text, marks) = rows.at(index);
                    numbers.push(self.get(text, marks).and_then(|number| u32::try_from(number).ok()).unwrap_or(NONE));
                }
            }
        }
    }

    /// The same, where all columns stand side by side and their fields are short, as nearly always.
    #[inline(never)]
    fn of_one_run<const BLOCKS: usize>(&self, run: Run, rows: Lines<'_>, numbers: &mut Vec<u32>) {
        let number = |index: usize| {
            let (text, marks) = rows.at(index);
            self.find::<BLOCKS>(run, text, marks).unwrap_or(NONE)
        };
        numbers.extend((0..rows.len()).map(number));
    }

    #[expect(clippy::inline_always, reason = "a call for each row would cost as much as the rest")]
    #[inline(always)]
    fn find<const BLOCKS: usize>(&self, run: Run, text: &[u8], marks: &[u32]) -> Option<u32> {
        let (start, next) = (*marks.get(run.first)? as usize, *marks.get(run.end)? as usize);
        let length = next - 1 - start;
        if length > BLOCKS * BLOCK {
            return None;
        }
        let bytes: &[[u8; BLOCK]; BLOCKS] = text.get(start..)?.as_chunks().0.first_chunk()?;
        let mask: &[[u8; BLOCK]; BLOCKS] = MASK.get(LONGEST - length..)?.as_chunks().0.first_chunk()?;
        // Written out, not in loops: the page is built for size, and loops would stay loops.
        let sought =
            |at: usize| if at < BLOCKS { Block::of(&bytes[at]).and(Block::of(&mask[at])) } else { Block::ZERO };
        let (a, b, c, d) = (sought(0), sought(1), sought(2), sought(3));
        let mix = |hash: Block, at: usize, last: Block| if at < BLOCKS { hash.mixed(last) } else { hash };
        let hash = mix(mix(mix(mix(Block::ZERO, 0, a), 1, b), 2, c), 3, d);
        let mut place = hash.hash(length as u64);
        loop {
            let number = self.slots.get(place & (self.slots.len() - 1))?.checked_sub(1)?;
            let known: &[Block; BLOCKS] = self.keys.get(number as usize * BLOCKS..)?.first_chunk()?;
            let differ = |before: Block, at: usize, of: Block| {
                if at < BLOCKS { of.different(known[at], before) } else { before }
            };
            let different = differ(differ(differ(differ(Block::ZERO, 0, a), 1, b), 2, c), 3, d);
            if (self.lengths.get(number as usize) == Some(&(length as u64))) & !different.is_any() {
                return Some(number);
            }
            place += 1;
        }
    }

    /// The number of a row's fields, if they are remembered.
    #[inline(never)]
    pub(super) fn get(&mut self, text: &[u8], marks: &[u32]) -> Option<usize> {
        let mut place = self.seek(text, marks)?;
        let (sought, lengths) = (&self.sought.0, self.sought.1);
        loop {
            let number = (*self.slots.get(place & (self.slots.len() - 1))?).checked_sub(1)? as usize;
            let known = self.keys.get(number * self.blocks..)?;
            let different = sought.iter().zip(known).fold(Block::ZERO, |different, (a, b)| a.different(*b, different));
            if (self.lengths.get(number) == Some(&lengths)) & !different.is_any() {
                return Some(number);
            }
            place += 1;
        }
    }

    /// Looks for the fields of a row: gives the place where they would be; `None` where the row has no such fields, or longer ones than
    /// all keys, or stands at the end of the text.
    #[expect(clippy::inline_always, reason = "a call for each row would cost as much as the rest")]
    #[inline(always)]
    fn seek(&mut self, text: &[u8], marks: &[u32]) -> Option<usize> {
        let mut sought = self.sought.0.iter_mut();
        let (mut hash, mut lengths) = (Block::ZERO, 0);
        for run in &self.runs {
            let (start, next) = (*marks.get(run.first)? as usize, *marks.get(run.end)? as usize);
            let (length, size) = (next - 1 - start, run.blocks * BLOCK);
            if length > size {
                return None;
            }
            lengths = lengths << 8 | length as u64;
            let (bytes, _) = text.get(start..start + size)?.as_chunks();
            let (mask, _) = MASK.get(LONGEST - length..LONGEST - length + size)?.as_chunks();
            for ((bytes, mask), sought) in bytes.iter().zip(mask).zip(&mut sought) {
                *sought = Block::of(bytes).and(Block::of(mask));
                hash = hash.mixed(*sought);
            }
        }
        self.sought.1 = lengths;
        Some(hash.hash(lengths))
    }

    /// The number of a row's fields, a new one if they are new; `None` where there are too many.
    pub(super) fn number(&mut self, text: &[u8], marks: &[u32]) -> Option<usize> {
        self.make_room(marks)?;
        if let Some(known) = self.get(text, marks) {
            return Some(known);
        }
        let number = self.lengths.len();
        if number == MOST {
            return None;
        }
        self.seek(text, marks)?;
        self.keys.extend_from_slice(&self.sought.0);
        self.lengths.push(self.sought.1);
        // Few places are taken, so that the first is nearly always the one.
        if number * 8 > self.slots.len() {
            self.slots = vec![0; self.slots.len() * 4];
            self.rehash();
        } else {
            self.insert(number);
        }
        Some(number)
    }

    /// Makes all keys as long as that of this row.
    fn make_room(&mut self, marks: &[u32]) -> Option<()> {
        let mut from = 0;
        for index in 0..self.runs.len() {
            let Run { first, end, blocks } = self.runs[index];
            let length = (marks.get(end)? - 1 - marks.get(first)?) as usize;
            if length >= LONGEST {
                return None;
            }
            from += blocks;
            let more = length.div_ceil(BLOCK).saturating_sub(blocks);
            if more > 0 {
                let mut keys = Vec::new();
                for number in 0..self.lengths.len() {
                    let key = &self.keys[number * self.blocks..(number + 1) * self.blocks];
                    keys.extend_from_slice(&key[..from]);
                    keys.resize(keys.len() + more, Block::ZERO);
                    keys.extend_from_slice(&key[from..]);
                }
                self.keys = keys;
                self.runs[index].blocks += more;
                self.blocks += more;
                self.sought.0.resize(self.blocks, Block::ZERO);
                from += more;
                self.slots.fill(0);
                self.rehash();
            }
        }
        Some(())
    }

    fn rehash(&mut self) {
        (0..self.lengths.len()).for_each(|number| self.insert(number));
    }

    fn insert(&mut self, number: usize) {
        let last = self.slots.len() - 1;
        let key = self.keys.iter().skip(number * self.blocks).take(self.blocks);
        let hash = key.fold(Block::ZERO, |hash, block| hash.mixed(*block));
        let mut place = hash.hash(self.lengths[number]);
        while self.slots[place & last] > 0 {
            place += 1;
        }
        self.slots[place & last] = u32::try_from(number + 1).unwrap_or_default();
    }
}
