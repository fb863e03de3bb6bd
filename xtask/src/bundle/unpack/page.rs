//! The root of the unpacking program, for wasm32 alone: [`lzma`] with a way in. `bundle::unpack` compiles it.

#![no_std]

mod lzma;

use core::slice::{from_raw_parts, from_raw_parts_mut};

/// Unpacks from one place of the memory to another; false if the bytes are damaged.
///
/// # Safety
///
/// The page has made the memory great enough, and the places do not overlap.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn unpack(packed: *const u8, length: usize, output: *mut u8, size: usize) -> bool {
    // SAFETY: as above.
    unsafe { lzma::decode(from_raw_parts(packed, length), from_raw_parts_mut(output, size)) }
}

#[panic_handler]
fn never(_: &core::panic::PanicInfo) -> ! {
    core::arch::wasm32::unreachable()
}
