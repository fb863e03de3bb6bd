//! The bytes of one file, piece by piece.

use js_sys::{ArrayBuffer, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, ReadableStreamDefaultReader, ReadableStreamReadResult};

/// Bytes of a piece: a millisecond of work, or less.
const PIECE: u32 = 128 * 1024;
/// Bytes of a slice where the browser has no streams.
const SLICE: f64 = 1_048_576.0;

/// Gives the bytes of a file. They are copied once, always to the same place: new memory for each chunk would cost more than the copy.
pub(super) struct Source {
    origin: Origin,
    /// What the browser has read, and how much of it has been given.
    chunk: Uint8Array,
    given: u32,
    piece: Vec<u8>,
}

/// Where bytes come from.
enum Origin {
    /// Nothing but the chunk that is there.
    Memory,
    /// The file's stream, and the chunk that is asked for already: the browser reads while the last one is worked on.
    Stream(ReadableStreamDefaultReader, Option<Promise>),
    /// Slices, from this place on.
    Slices(File, f64),
}

impl Source {
    /// Begins to read a file.
    pub(super) fn of_file(file: File) -> Self {
        let has_streams = Reflect::has(&file, &"stream".into()).unwrap_or(false);
        let reader = has_streams.then(|| file.stream().get_reader().dyn_into().ok()).flatten();
        let origin = reader
            .map_or(Origin::Slices(file, 0.0), |reader: ReadableStreamDefaultReader| Origin::Stream(reader, None));
        Self { origin, chunk: Uint8Array::default(), given: 0, piece: Vec::new() }
    }

    /// Gives bytes that the program has made.
    pub(super) fn of_bytes(bytes: &[u8]) -> Self {
        Self { origin: Origin::Memory, chunk: bytes.into(), given: 0, piece: Vec::new() }
    }

    /// The next bytes; `None` at the end. An error means that the file cannot be read (any more).
    pub(super) async fn next(&mut self) -> Result<Option<&[u8]>, JsValue> {
        while self.given == self.chunk.length() {
            let Some(chunk) = self.origin.next().await? else { return Ok(None) };
            (self.chunk, self.given) = (chunk, 0);
        }
        let bytes = self.chunk.subarray(self.given, self.chunk.length().min(self.given + PIECE));
        self.given += bytes.length();
        self.piece.resize(bytes.length() as usize, 0);
        bytes.copy_to(&mut self.piece);
        Ok(Some(&self.piece))
    }
}

impl Origin {
    /// The next chunk; `None` at the end.
    async fn next(&mut self) -> Result<Option<Uint8Array>, JsValue> {
        match self {
            Self::Memory => Ok(None),
            Self::Stream(reader, ahead) => {
                let asked = ahead.take().unwrap_or_else(|| reader.read());
                let result: ReadableStreamReadResult = JsFuture::from(asked).await?.unchecked_into();
                let chunk = result.get_value().dyn_into().ok();
                *ahead = chunk.is_some().then(|| reader.read());
                Ok(chunk)
            }
            Self::Slices(file, from) => {
                if *from >= file.size() {
                    return Ok(None);
                }
                let slice = file.slice_with_f64_and_f64(*from, *from + SLICE)?;
                *from += SLICE;
                let buffer: ArrayBuffer = JsFuture::from(slice.array_buffer()).await?.unchecked_into();
                Ok(Some(Uint8Array::new(&buffer)))
            }
        }
    }
}

impl Drop for Origin {
    fn drop(&mut self) {
        if let Self::Stream(reader, _) = self {
            // Whether the browser still heard of it makes no difference.
            let _heard: Promise = reader.cancel();
        }
    }
}
