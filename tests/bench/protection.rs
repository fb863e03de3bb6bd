//! What protection takes in the browser: once for a file, and then with every change of the urval, beside the bars.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

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

/// Schools, or programmes of the one school, to go to, one after the other.
const VISITS: u64 = 20;
/// Milliseconds that a change may take once it is known what may be shown.
const CHANGE_BAR: f64 = 1.0;
/// The browser's own bar for tasks of the main thread.
const TASK_BAR: f64 = 50.0;
/// Nobody finds a file sooner. The page warms up meanwhile.
const FINDING: Duration = Duration::from_secs(2);

/// What was measured of one file, in milliseconds, one time after the other.
#[derive(Default)]
struct Times {
    protected: Vec<f64>,
    tasks: Vec<f64>,
    changes: Vec<f64>,
}

/// Measures both files in fresh browsers, as often as is asked for, and gives a table.
pub(crate) async fn measured(setting: &Setting) -> Outcome<String> {
    let mut text =
        "## Protection\n\n| file | what | median | p95 | bar |\n| --- | --- | ---: | ---: | ---: |\n".to_owned();
    for size in &SIZES {
        let file = write(setting, size)?;
        let mut times = Times::default();
        for _ in 0..setting.repeat {
            let session = Session::open(setting, &format!("file://{}", setting.bundle.display())).await?;
            let found = one(&session, &file, size, &mut times).await;
            session.close().await;
            found?;
        }
        let mut line = |what: &str, times: Vec<f64>, bar: f64| {
            let [median, most] = [0.5, 0.95].map(|part| quantile(times.clone(), part));
            writeln!(text, "| {} | {what} | {median:.1} ms | {most:.1} ms | {bar:.0} ms |", size.name)
        };
        line("what may be shown, worked out once", times.protected, size.bar)?;
        line("change of the urval after that", times.changes, CHANGE_BAR)?;
        line("longest task while loading; 0: none over 50 ms", times.tasks, TASK_BAR)?;
    }
    fs::write(setting.folder.join("protection.md"), &text)?;
    Ok(text)
}

async fn one(session: &Session, file: &Path, size: &Size, times: &mut Times) -> Outcome<()> {
    session.until("bench.ready !== null").await?;
    tokio::time::sleep(FINDING).await;
    session.choose(file).await?;
    session.until("bench.shown !== null").await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    let took = session.number("bench.measured('indikator:skydd')").await?;
    times.protected.push(took.ok_or("the page does not measure protection")?);
    times.tasks.push(session.number("bench.longestTask").await?.unwrap_or_default());
    for visit in 1..=VISITS {
        match size.schools {
            1 => session.pick("#program", &programme(visit % size.programmes)).await?,
            schools => session.pick("#fokus", &name(visit * 61 % schools)).await?,
        }
        session.until("bench.shown !== null").await?;
        times.changes.extend(session.number("bench.measured('indikator:urval')").await?);
    }
    Ok(())
}

fn name(school: u64) -> String {
    format!("Skola {school:04}")
}

fn programme(at: u64) -> String {
    format!("Program {at}")
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
