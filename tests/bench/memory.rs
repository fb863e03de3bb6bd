//! How much memory the page has taken, as the system counts it.

use std::collections::BTreeMap;
use std::fs;

/// The most that any renderer below this process has had in memory, in bytes; `None` where the system has no `/proc`.
pub(crate) fn renderer_peak(ancestor: u32) -> Option<u64> {
    let parents = parents()?;
    parents.keys().filter(|&&id| descends(&parents, id, ancestor) && is_renderer(id)).filter_map(|&id| peak(id)).max()
}

/// The parent of every process.
fn parents() -> Option<BTreeMap<u32, u32>> {
    let ids = fs::read_dir("/proc").ok()?.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    Some(ids.filter_map(|id| Some((id, number(id, "PPid:")?.try_into().ok()?))).collect())
}

fn descends(parents: &BTreeMap<u32, u32>, id: u32, ancestor: u32) -> bool {
    std::iter::successors(Some(id), |id| parents.get(id).copied()).any(|id| id == ancestor)
}

fn is_renderer(id: u32) -> bool {
    fs::read(format!("/proc/{id}/cmdline")).is_ok_and(|line| {
        // Arguments end with NUL; some builds separate them with spaces.
        String::from_utf8_lossy(&line).split(['\0', ' ']).any(|argument| argument == "--type=renderer")
    })
}

fn peak(id: u32) -> Option<u64> {
    number(id, "VmHWM:").map(|kilobytes| kilobytes * 1024)
}

/// The number after this word in the status of a process.
fn number(id: u32, word: &str) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    status.lines().find_map(|line| line.strip_prefix(word))?.split_whitespace().next()?.parse().ok()
}
