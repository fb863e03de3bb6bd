//! The label fields of whole rows, as one key.

use crate::ingest::records::Record;

/// Keys that are remembered; rows with others take the long way.
const MOST: usize = 1 << 18;

/// Remembers which entry the label fields of a row belong to: one lookup in place of one per field. Exact: all bytes are compared.
#[derive(Debug)]
pub(crate) struct Keys {
    /// Columns of label fields that stand side by side: the first and the last of each run.
    runs: Vec<(usize, usize)>,
    /// Hash table.
    slots: Vec<Slot>,
    count: usize,
    /// For each key its entry, and then its words.
    words: Vec<u64>,
}

/// One key.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    /// The hash of its words.
    hash: u32,
    /// Where they begin; 0 where the slot is free.
    start: u32,
}

impl Keys {
    /// For rows whose labels stand in these columns.
    pub(crate) fn new(columns: impl IntoIterator<Item = usize>) -> Self {
        let mut columns: Vec<usize> = columns.into_iter().collect();
        columns.sort_unstable();
        let runs = columns.chunk_by(|a, b| a + 1 == *b).map(|run| (run[0], run[run.len() - 1])).collect();
        Self { runs, slots: vec![Slot::default(); 1 << 12], count: 0, words: vec![0] }
    }

    /// The entry of a record's labels, if it is remembered.
    #[inline]
    pub(crate) fn get(&self, record: Record<'_>) -> Option<usize> {
        let hash = self.hash(record)?;
        let mut place = self.place(hash);
        loop {
            let slot = self.slots[place];
            if slot.start == 0 {
                return None;
            }
            let start = slot.start as usize;
            if slot.hash == hash && self.is_key(start, record) {
                return usize::try_from(self.words[start - 1]).ok();
            }
            place = (place + 1) & (self.slots.len() - 1);
        }
    }

    /// Remembers the entry of a record's labels, which are not remembered yet.
    pub(crate) fn put(&mut self, record: Record<'_>, entry: usize) {
        let Some(hash) = self.hash(record) else { return };
        let Ok(start) = u32::try_from(self.words.len() + 1) else { return };
        if self.count == MOST {
            return;
        }
        self.words.push(entry as u64);
        for &(first, last) in &self.runs {
            let bytes = record.side_by_side(first, last).unwrap_or_default();
            self.words.push(bytes.len() as u64);
            let (chunks, rest) = bytes.as_chunks::<8>();
            self.words.extend(chunks.iter().map(|chunk| u64::from_le_bytes(*chunk)));
            self.words.push(last_word(bytes, rest));
        }
        self.count += 1;
        if self.count * 2 > self.slots.len() {
            let slots = vec![Slot::default(); self.slots.len() * 2];
            for slot in std::mem::replace(&mut self.slots, slots) {
                self.insert(slot);
            }
        }
        self.insert(Slot { hash, start });
    }

    fn insert(&mut self, slot: Slot) {
        if slot.start > 0 {
            let mut place = self.place(slot.hash);
            while self.slots[place].start != 0 {
                place = (place + 1) & (self.slots.len() - 1);
            }
            self.slots[place] = slot;
        }
    }

    #[inline]
    fn place(&self, hash: u32) -> usize {
        hash as usize & (self.slots.len() - 1)
    }

    /// The hash of a record's labels; `None` where the record is not plain.
    #[inline]
    fn hash(&self, record: Record<'_>) -> Option<u32> {
        let mix = |hash: u64, word: u64| (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
        let mut hash = 0;
        for &(first, last) in &self.runs {
            let bytes = record.side_by_side(first, last)?;
            let (chunks, rest) = bytes.as_chunks::<8>();
            hash =
                chunks.iter().fold(mix(hash, bytes.len() as u64), |hash, chunk| mix(hash, u64::from_le_bytes(*chunk)));
            hash = mix(hash, last_word(bytes, rest));
        }
        Some((hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32)
    }

    /// Whether the words from `start` on are the record's labels.
    #[inline]
    fn is_key(&self, start: usize, record: Record<'_>) -> bool {
        let mut at = start;
        for &(first, last) in &self.runs {
            let bytes = record.side_by_side(first, last).unwrap_or_default();
            let (chunks, rest) = bytes.as_chunks::<8>();
            let Some(words) = self.words.get(at..at + chunks.len() + 2) else { return false };
            // The number of words follows from the first.
            let is_same = words[0] == bytes.len() as u64
                && chunks.iter().zip(&words[1..]).all(|(chunk, word)| u64::from_le_bytes(*chunk) == *word)
                && words[chunks.len() + 1] == last_word(bytes, rest);
            if !is_same {
                return false;
            }
            at += chunks.len() + 2;
        }
        true
    }
}

/// The bytes after the last whole word of `bytes`, in one word. Where there are eight bytes before, the last eight are as good, and
/// read at once.
#[inline]
fn last_word(bytes: &[u8], rest: &[u8]) -> u64 {
    match bytes.last_chunk() {
        Some(last) => u64::from_le_bytes(*last),
        None => rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::encoding::Encoding;
    use crate::ingest::records::Splitter;

    #[test]
    fn only_the_same_labels_are_the_same() {
        let mut keys = Keys::new([0, 1, 3]);
        let mut entries = Vec::new();
        for round in 0..2 {
            let mut splitter = Splitter::new(b';', Encoding::Ascii, false);
            let mut rows = 0;
            let mut each = |record: Record<'_>| {
                let known = keys.get(record);
                assert_eq!(known, (round == 1).then(|| entries[rows]), "row {rows}");
                if known.is_none() {
                    keys.put(record, rows + 7);
                    entries.push(rows + 7);
                }
                rows += 1;
            };
            for school in ["", "A", "AB", "Sjödalsgymnasiet", "Sjödalsgymnasiets", "12345678", "123456789"] {
                for number in 0..1000 {
                    // What stands between the runs makes no difference.
                    let text = format!("20{};{school};{round};{number}\n", number % 7);
                    splitter.push(text.as_bytes(), &mut each);
                }
            }
            splitter.push(b"\"2\";A;0;1\n", &mut |record| assert_eq!(keys.get(record), None, "not plain"));
        }
    }
}
