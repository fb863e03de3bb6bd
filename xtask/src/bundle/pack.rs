//! Compression, base64 and hashes.

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use lzma_rust2::{LzmaOptions, LzmaWriter};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::Write as _;

/// `bytes` as an `.lzma` file: a fifth smaller than gzip. `static/unpack.js` has its settings built in.
pub(crate) fn lzma(bytes: &[u8]) -> Result<Vec<u8>> {
    let best = LzmaOptions { lc: 4, lp: 0, pb: 0, nice_len: LzmaOptions::NICE_LEN_MAX, ..LzmaOptions::with_preset(9) };
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &best, Some(bytes.len() as u64))?;
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

/// `bytes` as base64 text.
pub(crate) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The hash as a policy names it: `'sha256-…'`.
pub(crate) fn csp_hash(text: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(text)))
}

/// `stem-HASH.extension`, where the hash changes with the content.
pub(crate) fn hashed_name(stem: &str, extension: &str, content: &str) -> String {
    let hash = Sha256::digest(content).iter().take(6).fold(String::new(), |mut hash, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hash, "{byte:02x}");
        hash
    });
    format!("{stem}-{hash}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use lzma_rust2::LzmaReader;
    use std::io::Read;

    #[test]
    fn packed_bytes_come_back_and_are_the_same_each_time() -> Result<()> {
        let bytes: Vec<u8> = (0..=255).cycle().take(10_000).collect();
        let packed = lzma(&bytes)?;
        assert_eq!(packed, lzma(&bytes)?);
        let mut back = Vec::new();
        LzmaReader::new_mem_limit(&packed[..], u32::MAX, None)?.read_to_end(&mut back)?;
        assert_eq!(back, bytes);
        Ok(())
    }

    #[test]
    fn the_page_finds_the_settings_and_the_length_that_it_expects() -> Result<()> {
        let packed = lzma(&[7; 1000])?;
        // (pb × 5 + lp) × 9 + lc, the window, the length, and the first byte of the range coder.
        assert_eq!(packed[0], 4);
        assert_eq!(packed[5..14], [0xe8, 3, 0, 0, 0, 0, 0, 0, 0]);
        Ok(())
    }

    #[test]
    fn hashes_are_sha_256() {
        // Of the empty text, a known value.
        assert_eq!(csp_hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
        assert_eq!(hashed_name("app", "js", ""), "app-e3b0c44298fc.js");
    }
}
