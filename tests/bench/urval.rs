//! How quick the page is when the urval changes: at least a hundred changes of every kind in every view, on one file; and the same with
//! all schools chosen, on a file of as many rows and a nation's schools.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

use crate::Outcome;
use crate::contestant::Contestant;
use crate::files::{Files, MANY_SCHOOLS};
use crate::serve::Server;
use crate::session::Session;
use crate::setting::Setting;

/// Makes the changes and gives, by kind, `[compute, frame]` of each in milliseconds. Compute is the page's own measure; the frame is the
/// first one drawn after the change.
const CHANGES: &str = r"(async all_schools => {
  const wait = ms => new Promise(done => setTimeout(done, ms));
  const drawn = () => new Promise(done => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => done(performance.now());
    channel.port2.postMessage(null);
  }));
  const all = {};
  const once = async (kind, change) => {
    await wait(50);
    performance.clearMeasures('indikator:urval');
    const since = performance.now();
    change();
    const frame = await drawn() - since;
    await wait(20);
    const compute = performance.getEntriesByName('indikator:urval').reduce((sum, entry) => sum + entry.duration, 0);
    (all[kind] ??= []).push([compute, frame]);
  };
  const pick = async (kind, field, place) => {
    document.querySelector(field).focus();
    document.querySelector(field).click();
    await wait(50);
    const options = document.querySelectorAll('[role=option]');
    if (options.length > 0) await once(kind, () => options[place % options.length].click());
  };
  const views = [...document.querySelectorAll('.views button')].slice(1);
  const named = words => [...document.querySelectorAll('.urval button')].find(button => words.test(button.textContent));
  const choose_all = async () => {
    named(/^(Välj ur listan|Choose from the list)/)?.click();
    await wait(50);
    const button = named(/^(Välj alla|Choose all) [0-9]/);
    if (button) await once('all schools', () => button.click());
    named(/^(Stäng listan|Close the list)/)?.click();
    await wait(50);
  };
  for (const view of views) await once('first opening of ' + view.textContent.trim(), () => view.click());
  if (all_schools) await choose_all();
  for (const view of views) {
    await once('view', () => view.click());
    for (let i = 0; i < 12; i++) await pick('school in focus', '#fokus', 3 * i + 1);
    // Another school in focus is compared with those around it.
    if (all_schools) await choose_all();
    for (let i = 0; i < 9; i++) await pick('programme', '#program', 2 * i + 1);
    await pick('programme', '#program', 0);
    for (let i = 0; i < 8; i++) {
      const fields = document.querySelectorAll('.urval select');
      const field = fields[i % fields.length];
      if (field) await once('school years', () => {
        field.selectedIndex = (field.selectedIndex + (i % 2 ? 1 : field.length - 1)) % field.length;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      });
    }
    for (let i = 0; i < 8; i++) {
      const boxes = document.querySelectorAll('.urval input[type=checkbox]');
      if (boxes.length > 0) await once('compared school', () => boxes[i % boxes.length].click());
    }
  }
  for (let i = 0; i < 5; i++) for (const view of views) await once('view', () => view.click());
  return all;
})";

/// Fewer changes would say little of the slowest ones.
const FEWEST: usize = 100;

/// Changes the urval of these files, each in a fresh browser, and gives a table of each.
pub(crate) async fn measured(setting: &Setting, server: &Server, files: &Files, rows: u64) -> Outcome<String> {
    let mut text = String::new();
    for (file, is_all) in [(&files.semicolons, false), (&files.many_schools, true)] {
        let session = Session::open(setting, &Contestant::Ours.page(setting, server)).await?;
        let table = table(&session, file, rows, is_all).await;
        session.close().await;
        text += &table?;
    }
    Ok(text)
}

async fn table(session: &Session, file: &Path, rows: u64, is_all: bool) -> Outcome<String> {
    session.until("bench.ready !== null").await?;
    session.choose(file).await?;
    session.until("bench.shown !== null").await?;
    let changes = session.promised(&format!("{CHANGES}({is_all})")).await?;
    let Value::Object(kinds) = changes else { return Err("no changes were made".into()) };
    let of = if is_all { format!(" of {MANY_SCHOOLS} schools, all of them chosen") } else { String::new() };
    let mut text = format!(
        "## Changes of the urval, {rows} rows{of}\n\n| change | times | compute p50 | p95 | first frame p50 | p95 |\n| --- | ---: | ---: | ---: | ---: | ---: |\n"
    );
    let mut all = Vec::new();
    for (kind, times) in &kinds {
        let times: Vec<(f64, f64)> = times.as_array().into_iter().flatten().filter_map(pair).collect();
        line(&mut text, kind, &times);
        all.extend(times);
    }
    line(&mut text, "all", &all);
    text.push('\n');
    if all.len() < FEWEST {
        return Err(format!("only {} changes of the urval were made", all.len()).into());
    }
    Ok(text)
}

fn pair(times: &Value) -> Option<(f64, f64)> {
    Some((times.get(0)?.as_f64()?, times.get(1)?.as_f64()?))
}

fn line(text: &mut String, kind: &str, times: &[(f64, f64)]) {
    let (compute, frame): (Vec<f64>, Vec<f64>) = times.iter().copied().unzip();
    let [compute, frame] = [compute, frame].map(|times| [0.5, 0.95].map(|part| quantile(times.clone(), part)));
    let _ = writeln!(
        text,
        "| {kind} | {} | {:.1} ms | {:.1} ms | {:.0} ms | {:.0} ms |",
        times.len(),
        compute[0],
        compute[1],
        frame[0],
        frame[1]
    );
}

/// The smallest value that this part of all does not exceed.
pub(crate) fn quantile(mut times: Vec<f64>, part: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    let count = times.len() as f64;
    let places = (1..=times.len()).map(|place| place as f64 / count);
    times.iter().zip(places).find(|(_, below)| *below >= part).map(|(time, _)| *time).unwrap_or_default()
}
