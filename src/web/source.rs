//! The bytes of one file, chunk by chunk.

use js_sys::{ArrayBuffer, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, ReadableStreamDefaultReader, ReadableStreamReadResult};

/// Bytes of a slice where the browser has no streams.
const SLICE: f64 = 1_048_576.0;

/// Where bytes come from.
pub(super) enum Source {
    /// Made by the program.
    Memory(Vec<u8>),
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
        reader.map_or(Self::Slices(file, 0.0), |reader: ReadableStreamDefaultReader| Self::Stream(reader, None))
    }

    /// The next bytes; `None` at the end. An error means that the file cannot be read (any more).
    pub(super) async fn next(&mut self) -> Result<Option<Vec<u8>>, JsValue> {
        match self {
            Self::Memory(bytes) => Ok(Some(std::mem::take(bytes)).filter(|bytes| !bytes.is_empty())),
            Self::Stream(reader, ahead) => {
                let asked = ahead.take().unwrap_or_else(|| reader.read());
                let result: ReadableStreamReadResult = JsFuture::from(asked).await?.unchecked_into();
                let chunk = result.get_value().dyn_into::<Uint8Array>();
                *ahead = chunk.is_ok().then(|| reader.read());
                Ok(chunk.ok().map(|chunk| chunk.to_vec()))
            }
            Self::Slices(file, from) => {
                if *from >= file.size() {
                    return Ok(None);
                }
                let slice = file.slice_with_f64_and_f64(*from, *from + SLICE)?;
                *from += SLICE;
                let buffer: ArrayBuffer = JsFuture::from(slice.array_buffer()).await?.unchecked_into();
                Ok(Some(Uint8Array::new(&buffer).to_vec()))
            }
        }
    }
}

impl Drop for Source {
    fn drop(&mut self) {
        if let Self::Stream(reader, _) = self {
            // Whether the browser still heard of it makes no difference.
            let _heard: Promise = reader.cancel();
        }
    }
}
