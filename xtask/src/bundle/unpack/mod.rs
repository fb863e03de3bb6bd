//! The small program that unpacks the great one, at twice the speed of a script.

#[cfg(test)]
mod lzma;

use crate::setup::toolchain::{TARGET, WasmToolchain};
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::fs;
use std::process::Stdio;

/// Compiles it, without the standard library and its allocator: 2 KB.
pub(crate) fn compile(workspace: &Workspace, toolchain: WasmToolchain) -> Result<Vec<u8>> {
    let out = workspace.scratch().join("unpack.wasm");
    fs::create_dir_all(workspace.scratch())?;
    let mut rustc = toolchain.rustc();
    rustc
        .current_dir(workspace.root())
        .args(["--edition", "2024", "--crate-type", "cdylib", "--target", TARGET, "--remap-path-prefix", "xtask=."])
        .args(["-Copt-level=s", "-Cpanic=abort", "-Ccodegen-units=1", "-Cstrip=symbols"])
        .arg("-o")
        .arg(&out)
        .arg("xtask/src/bundle/unpack/page.rs");
    let status = rustc.stdin(Stdio::null()).status().context("rustc cannot be started")?;
    if !status.success() {
        bail!("the unpacking program does not compile for wasm32 (rustc's messages are above)");
    }
    fs::read(&out).with_context(|| format!("rustc wrote no {}", out.display()))
}

#[cfg(test)]
mod tests {
    use super::super::pack;
    use super::*;

    /// Something with repetitions near and far, and with none.
    fn sample() -> Vec<u8> {
        let mut seed = 1_u32;
        let mut noise = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 24) as u8
        };
        let mut bytes: Vec<u8> = (0..3000).map(|_| noise()).collect();
        for round in 0..200_usize {
            let from = usize::from(noise()) * 8;
            bytes.extend_from_within(from..from + 3 + round * 3);
            bytes.extend((0..round % 7).map(|_| noise() % 9));
            bytes.extend(vec![b'a'; round % 5]);
        }
        bytes
    }

    fn unpacked(packed: &[u8], length: usize) -> Option<Vec<u8>> {
        let mut output = vec![0; length];
        lzma::decode(packed, &mut output).then_some(output)
    }

    #[test]
    fn packed_bytes_come_back() -> Result<()> {
        let bytes = sample();
        for length in [0, 1, 2, 100, 5000, bytes.len()] {
            let packed = pack::lzma(&bytes[..length])?;
            assert_eq!(unpacked(&packed, length).as_deref(), Some(&bytes[..length]), "{length}");
        }
        Ok(())
    }

    #[test]
    fn a_changed_bit_is_noticed_wherever_it_is() -> Result<()> {
        let bytes = sample();
        let packed = pack::lzma(&bytes)?;
        for at in (14..packed.len()).step_by(13).chain(packed.len() - 8..packed.len()) {
            let mut damaged = packed.clone();
            damaged[at] ^= 1 << (at % 8);
            assert_eq!(unpacked(&damaged, bytes.len()), None, "{at}");
        }
        for cut in [0, 5, 14, 18, 100, packed.len() - 1] {
            assert_eq!(unpacked(&packed[..cut], bytes.len()), None, "{cut}");
        }
        Ok(())
    }
}
