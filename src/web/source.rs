//! The bytes of one file, piece by piece.

use js_sys::{Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, ReadableStreamReadResult};

/// Bytes of a piece: a millisecond of work, or less.
const PIECE: u32 = 128 * 1024;
/// Bytes that are asked for at a time.
const CHUNK: u32 = 512 * 1024;

#[wasm_bindgen]
extern "C" {
    /// A stream whose reader writes where it is told to, if asked in time.
    type Stream;
    #[wasm_bindgen(method, catch, js_name = getReader)]
    fn reader(this: &Stream, options: &Object) -> Result<Reader, JsValue>;

    /// Its reader. One that allocates memory of its own for each chunk takes no notice of `place`.
    type Reader;
    #[wasm_bindgen(method)]
    fn read(this: &Reader, place: &Uint8Array) -> Promise;
    #[wasm_bindgen(method)]
    fn cancel(this: &Reader) -> Promise;
}

/// Gives the bytes of a file. They always come to the same two places, one of the browser's and one of the program's: new memory for
/// each chunk would cost more time than the copies.
pub(super) struct Source {
    /// `None` for bytes that the program has made.
    reader: Option<Reader>,
    /// What the browser has read, and how much of it has been given.
    chunk: Uint8Array,
    given: u32,
    piece: Vec<u8>,
}

impl Source {
    /// Begins to read a file. An error means that it cannot be read.
    pub(super) fn of_file(file: &File) -> Result<Self, JsValue> {
        let options = Object::new();
        Reflect::set(&options, &"mode".into(), &"byob".into())?;
        let stream: Stream = file.stream().unchecked_into();
        // Some browsers only have readers that allocate.
        let reader = stream.reader(&options).or_else(|_| stream.reader(&Object::new()))?;
        Ok(Self { reader: Some(reader), chunk: Uint8Array::default(), given: 0, piece: Vec::new() })
    }

    /// Gives bytes that the program has made.
    pub(super) fn of_bytes(bytes: &[u8]) -> Self {
        Self { reader: None, chunk: bytes.into(), given: 0, piece: Vec::new() }
    }

    /// The next bytes; `None` at the end. An error means that the file cannot be read (any more).
    pub(super) async fn next(&mut self) -> Result<Option<&[u8]>, JsValue> {
        while self.given == self.chunk.length() {
            let Some(reader) = &self.reader else { return Ok(None) };
            let place = match self.chunk.length() {
                0 => Uint8Array::new_with_length(CHUNK),
                _ => Uint8Array::new(&self.chunk.buffer()),
            };
            let result: ReadableStreamReadResult = JsFuture::from(reader.read(&place)).await?.unchecked_into();
            if result.get_done() == Some(true) {
                return Ok(None);
            }
            (self.chunk, self.given) = (result.get_value().dyn_into()?, 0);
        }
        let bytes = self.chunk.subarray(self.given, self.chunk.length().min(self.given + PIECE));
        self.given += bytes.length();
        self.piece.resize(bytes.length() as usize, 0);
        bytes.copy_to(&mut self.piece);
        Ok(Some(&self.piece))
    }
}

impl Drop for Source {
    fn drop(&mut self) {
        if let Some(reader) = &self.reader {
            // Whether the browser still heard of it makes no difference.
            let _heard: Promise = reader.cancel();
        }
    }
}
