//! What protection takes in the browser: once for a file, and then with every change of the urval, beside the bars.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use indicator_explorer::demo;
use indicator_explorer::demo::prng::SplitMix64;

use crate::Outcome;
use crate::session::Session;
use crate::setting::Setting;
use crate::urval::quantile;

/// A made-up file of pupils: how many schools, and how many programmes and school years each has at most.
struct Size {
    name: &'static str,
    schools: u64,
    programmes: u64,
    years: u64,
    /// Milliseconds.
    bar: f64,
}

const SIZES: [Size; 2] = [
    Size { name: "one school, 20 programmes, 5 läsår", schools: 1, programmes: 20, years: 5, bar: 5.0 },
    Size { name: "1 300 schools, 2 to 6 programmes, 3 läsår", schools: 1_300, programmes: 6, years: 3, bar: 100.0 },
];

/// Schools to go to, one after the other.
const VISITS: u64 = 20;

/// Measures both files in fresh browsers, as often as is asked for, and gives a table.
pub(crate) async fn measured(setting: &Setting) -> Outcome<String> {
    let mut text = "## Protection\n\n| file | protected, median | bar | longest task while loading | change of the urval p50 | p95 |\n| --- | ---: | ---: | ---: | ---: | ---: |\n".to_owned();
    for size in &SIZES {
        let file = write(setting, size)?;
        let (mut protected, mut tasks, mut changes) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..setting.repeat {
            let session = Session::open(setting, &format!("file://{}", setting.bundle.display())).await?;
            let found = one(&session, &file, size, &mut changes).await;
            session.close().await;
            let (took, task) = found?;
            protected.push(took);
            tasks.push(task);
        }
        writeln!(
            text,
            "| {} | {:.1} ms | {:.0} ms | {:.0} ms | {:.1} ms | {:.1} ms |",
            size.name,
            quantile(protected, 0.5),
            size.bar,
            quantile(tasks, 0.5),
            quantile(changes.clone(), 0.5),
            quantile(changes, 0.95)
        )?;
    }
    fs::write(setting.folder.join("protection.md"), &text)?;
    Ok(text)
}

/// What protection took, and the longest task.
async fn one(session: &Session, file: &Path, size: &Size, changes: &mut Vec<f64>) -> Outcome<(f64, f64)> {
    session.until("bench.ready !== null").await?;
    session.choose(file).await?;
    session.until("bench.shown !== null").await?;
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    let took =
        session.number("bench.measured('indikator:skydd')").await?.ok_or("the page does not measure protection")?;
    let task = session.number("bench.longestTask").await?.unwrap_or_default();
    if size.schools > 1 {
        for visit in 1..=VISITS {
            session.pick("#fokus", &name(visit * 61 % size.schools)).await?;
            session.until("bench.shown !== null").await?;
            changes.extend(session.number("bench.measured('indikator:urval')").await?);
        }
    }
    Ok((took, task))
}

fn name(school: u64) -> String {
    format!("Skola {school:04}")
}

fn write(setting: &Setting, size: &Size) -> Outcome<PathBuf> {
    let mut random = SplitMix64::new(demo::SEED);
    let mut text = "Skola;Läsår;Program;Examen;Närvaro\n".to_owned();
    for school in 0..size.schools {
        let programmes = if size.schools == 1 { size.programmes } else { 2 + random.bits() % (size.programmes - 1) };
        for (year, programme) in (0..size.years).flat_map(|year| (0..programmes).map(move |at| (year, at))) {
            for _ in 0..random.bits() % 31 {
                let exam = if random.bits() % 100 < 77 { "Ja" } else { "Nej" };
                let attendance = 60 + random.bits() % 40;
                let from = 2018 + year;
                writeln!(text, "{};{from}/{};Program {programme};{exam};{attendance}", name(school), (from + 1) % 100)?;
            }
        }
    }
    let path = setting.folder.join(format!("skydd-{}.csv", size.schools));
    fs::write(&path, text)?;
    Ok(path)
}
