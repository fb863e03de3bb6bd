//! Runs other programs: quietly with elapsed seconds, in the open, or for their output.

use anyhow::{Context, Result, bail};
use std::ffi::OsString;
use std::fs::File;
use std::io::{IsTerminal, Write, stderr};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How often a long silent step reports that it is alive when nobody watches a terminal.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// The cargo that runs this tool, or the one on PATH.
pub(crate) fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")))
}

/// Whether `program` can be started (it is asked for its version).
pub(crate) fn exists(program: &str) -> bool {
    capture(Command::new(program).arg("--version")).is_ok()
}

/// Runs `command` and returns its standard output, trimmed; an unsuccessful end is an error.
pub(crate) fn capture(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot start `{}`", shown(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` failed ({}): {}", shown(command), output.status, said.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs `command` with its output in the open.
pub(crate) fn stream(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status().with_context(|| format!("cannot start `{}`", shown(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// Runs `command` with its output in `log`, showing `label` and the seconds so far. The error carries the log's end.
///
/// With a `limit`, a command that takes longer is ended and counts as failed.
pub(crate) fn quietly(label: &str, command: &mut Command, log: &Path, limit: Option<Duration>) -> Result<()> {
    if let Some(folder) = log.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let out = File::create(log).with_context(|| format!("cannot write {}", log.display()))?;
    let shown = shown(command);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(out.try_clone()?)
        .stderr(out)
        .spawn()
        .with_context(|| format!("cannot start `{shown}`"))?;
    let started = Instant::now();
    let status = wait(label, &mut child, started, limit)?;
    let seconds = started.elapsed().as_secs_f64();
    match status {
        Some(status) if status.success() => {
            say(&format!("{label}: done in {seconds:.1} s"));
            Ok(())
        }
        Some(status) => bail!("`{shown}` failed ({status}):\n{}", tail(log)),
        None => bail!("`{shown}` gave no answer within {seconds:.0} s and was ended"),
    }
}

/// Waits for `child` with a sign of life; `None` if it had to be ended at the `limit`.
fn wait(label: &str, child: &mut Child, started: Instant, limit: Option<Duration>) -> Result<Option<ExitStatus>> {
    let terminal = stderr().is_terminal();
    let mut next = if terminal { Duration::ZERO } else { HEARTBEAT };
    say(&format!("{label} …"));
    loop {
        if let Some(status) = child.try_wait()? {
            if terminal {
                eprint!("\r\x1b[K");
            }
            return Ok(Some(status));
        }
        let elapsed = started.elapsed();
        if limit.is_some_and(|limit| elapsed > limit) {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        if elapsed >= next && terminal {
            eprint!("\r\x1b[K    {label} … {} s", elapsed.as_secs());
            stderr().flush()?;
            next = elapsed + Duration::from_secs(1);
        } else if elapsed >= next {
            say(&format!("{label} … {} s", elapsed.as_secs()));
            next = elapsed + HEARTBEAT;
        }
        sleep(Duration::from_millis(50));
    }
}

/// One line about what is going on, on standard error so that output can be piped.
pub(crate) fn say(line: &str) {
    eprintln!("    {line}");
}

/// The command line as a person would type it.
fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// The last lines of a log file.
fn tail(log: &Path) -> String {
    let text = std::fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(30)..].join("\n")
}
