//! Bytes of one file → header, rows and the text around them.

use crate::data::Profile;
use crate::ingest::encoding::{Encoding, Utf16};
use crate::ingest::layout;
use crate::ingest::place::Place;
use crate::ingest::reason::Refusal;
use crate::ingest::records::{Each, Lines, Record, Splitter};
use crate::ingest::sink::Sink;

/// Bytes that are held back to find out what kind of file it is.
const HEAD: usize = 64 * 1024;

/// Reads one file, pushed in chunks of any size; the result does not depend on how it is cut.
#[derive(Debug)]
pub struct TableReader {
    profiles: Vec<Profile>,
    repairs: bool,
    head: Vec<u8>,
    body: Option<Body>,
    refused: Option<Refusal>,
}

/// What is known once the head has been looked at.
#[derive(Debug)]
struct Body {
    /// Turns UTF-16 into UTF-8; the other encodings are split as they are.
    utf16: Option<Utf16>,
    text: Vec<u8>,
    splitter: Splitter,
    place: Place,
}

impl TableReader {
    /// A reader that looks for the columns of these profiles.
    pub fn new(profiles: Vec<Profile>) -> Self {
        Self { profiles, repairs: false, head: Vec::new(), body: None, refused: None }
    }

    /// Also undoes the damage where text is UTF-8 that was read as Windows-1252 and saved again.
    #[must_use]
    pub fn repairing(self, repairs: bool) -> Self {
        Self { repairs, ..self }
    }

    /// Takes the next bytes of the file. An error refuses the file; what follows is ignored.
    pub fn push(&mut self, bytes: &[u8], sink: &mut impl Sink) -> Result<(), Refusal> {
        if let Some(refusal) = &self.refused {
            return Err(refusal.clone());
        }
        if let Some(body) = &mut self.body {
            body.push(bytes, sink);
            return Ok(());
        }
        // Exactly the first HEAD bytes are looked at, however the chunks are cut.
        let (to_head, rest) = bytes.split_at(bytes.len().min(HEAD - self.head.len()));
        self.head.extend_from_slice(to_head);
        if self.head.len() < HEAD {
            return Ok(());
        }
        self.open(sink)?;
        self.push(rest, sink)
    }

    /// Ends the file.
    pub fn finish(mut self, sink: &mut impl Sink) -> Result<(), Refusal> {
        if self.body.is_none() && self.refused.is_none() {
            self.open(sink)?;
        }
        match (self.refused, self.body) {
            (None, Some(body)) => {
                body.finish(sink);
                Ok(())
            }
            (refusal, _) => Err(refusal.unwrap_or(Refusal::Empty)),
        }
    }

    /// Looks at the head, and reads it.
    fn open(&mut self, sink: &mut impl Sink) -> Result<(), Refusal> {
        let head = std::mem::take(&mut self.head);
        let opened = self.look_at(&head, sink);
        match opened {
            Ok((mut body, mark)) => {
                body.push(&head[mark..], sink);
                self.body = Some(body);
                Ok(())
            }
            Err(refusal) => {
                self.refused = Some(refusal.clone());
                Err(refusal)
            }
        }
    }

    fn look_at(&self, head: &[u8], sink: &mut impl Sink) -> Result<(Body, usize), Refusal> {
        if let Some(refusal) = no_text(head) {
            return Err(refusal);
        }
        let (encoding, mark) = Encoding::of_head(head);
        let utf16 = || match encoding {
            Encoding::Utf16Le => Some(Utf16::new(false)),
            Encoding::Utf16Be => Some(Utf16::new(true)),
            _ => None,
        };
        let mut text = Vec::new();
        // The head is read once for its layout, and then again as the beginning of the file.
        let looked_at = match utf16() {
            Some(mut looking) => {
                looking.push(&head[mark..], &mut text);
                &text
            }
            None => &head[mark..],
        };
        let layout = layout::layout(looked_at, encoding, self.repairs, &self.profiles).ok_or(Refusal::Empty)?;
        sink.header(encoding, &layout)?;
        let splitter = Splitter::new(layout.delimiter, encoding, self.repairs);
        Ok((Body { utf16: utf16(), text, splitter, place: Place::before(&layout) }, mark))
    }
}

/// Hands records on as what they are.
struct Delivery<'d, S> {
    place: &'d mut Place,
    sink: &'d mut S,
}

impl<S: Sink> Each for Delivery<'_, S> {
    fn record(&mut self, record: Record<'_>) {
        self.place.deliver(record, self.sink);
    }

    fn lines(&mut self, lines: Lines<'_>) {
        self.place.deliver_lines(lines, self.sink);
    }
}

impl Body {
    fn push(&mut self, bytes: &[u8], sink: &mut impl Sink) {
        let text = match &mut self.utf16 {
            Some(utf16) => {
                self.text.clear();
                utf16.push(bytes, &mut self.text);
                &self.text
            }
            None => bytes,
        };
        self.splitter.push(text, &mut Delivery { place: &mut self.place, sink });
    }

    fn finish(mut self, sink: &mut impl Sink) {
        self.text.clear();
        if let Some(utf16) = &mut self.utf16 {
            utf16.finish(&mut self.text);
        }
        let mut delivery = Delivery { place: &mut self.place, sink };
        self.splitter.push(&self.text, &mut delivery);
        self.splitter.finish(&mut delivery);
    }
}

/// Recognises files that are no text: workbooks by their signature, others by zero bytes where no byte-order mark explains them.
fn no_text(head: &[u8]) -> Option<Refusal> {
    match head {
        [] => Some(Refusal::Empty),
        [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(Refusal::Workbook),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => None,
        _ if head.contains(&0) && !matches!(Encoding::of_head(head).0, Encoding::Utf16Le | Encoding::Utf16Be) => {
            Some(Refusal::Binary)
        }
        _ => None,
    }
}
