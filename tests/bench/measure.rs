//! Takes one measurement: a fresh browser, one file, then other groupings of the same rows.

use std::time::Duration;

use crate::Outcome;
use crate::check::{Expected, SCHOOLS, YEAR};
use crate::contestant::Contestant;
use crate::files::Files;
use crate::memory::renderer_peak;
use crate::metric::{Metric, Sample};
use crate::serve::Server;
use crate::session::Session;
use crate::setting::Setting;
use crate::tell::median;

/// Nobody chooses a file at once: every page has this time to come to rest.
const CHOOSING: Duration = Duration::from_secs(2);
/// What a page leaves to do when it has answered.
const SETTLE: Duration = Duration::from_millis(500);
/// Programmes to choose in our page, by code.
const PROGRAMMES: [&str; 3] = ["TE", "BA", "HU"];

/// Measures one contestant once. Fails if it gives other numbers than the native importer.
pub(crate) async fn one(
    setting: &Setting,
    server: &Server,
    contestant: Contestant,
    files: &Files,
    expected: &Expected,
) -> Outcome<Sample> {
    let session = Session::open(setting, &contestant.page(setting, server)).await?;
    let measured = run(&session, contestant, files, expected).await;
    session.close().await;
    measured
}

async fn run(session: &Session, contestant: Contestant, files: &Files, expected: &Expected) -> Outcome<Sample> {
    let mut sample = Sample::default();
    session.until("bench.ready !== null").await?;
    tokio::time::sleep(CHOOSING).await;
    sample.put(Metric::Start, session.number("bench.ready").await?);
    session.choose(contestant.file(files)).await?;
    session.until("bench.shown !== null").await?;
    // The browser reports long tasks a little later.
    tokio::time::sleep(SETTLE).await;
    let (load, shown) = times(session, "indikator:fil").await?;
    sample.put(Metric::Load, load);
    sample.put(Metric::Shown, shown);
    sample.put(Metric::LongestTask, session.number("bench.longestTask").await?);
    sample.put(Metric::LongestWait, session.number("bench.longestWait").await?);
    if contestant == Contestant::Ours {
        ours(session, expected, &mut sample).await?;
    } else {
        peer(session, expected, &mut sample).await?;
    }
    sample.put(Metric::Wasm, session.number("bench.memoryBytes()").await?);
    sample.put(Metric::Renderer, renderer_peak(session.process()).map(|bytes| bytes as f64));
    Ok(sample)
}

/// How long the computing has taken by the page's own measure, and how long it took until the answer was drawn. A page that
/// publishes no measure has computed when it has drawn.
async fn times(session: &Session, measure: &str) -> Outcome<(Option<f64>, Option<f64>)> {
    let shown = session.number("bench.shown - bench.chosen").await?;
    Ok((session.number(&format!("bench.measured({measure:?})")).await?.or(shown), shown))
}

async fn ours(session: &Session, expected: &Expected, sample: &mut Sample) -> Outcome<()> {
    let told = |css: &str, text: &str| {
        format!("document.querySelector({css:?}).textContent.replace(/[\\s\\u2060]/g, '').includes({text:?})")
    };
    session.until(&told("header", &format!("{}rader", expected.rows))).await?;
    let mut regrouped = Regrouped::default();
    for school in SCHOOLS {
        session.pick("#fokus", school).await?;
        regrouped.add(session).await?;
        let pupils = expected.attendance(school, YEAR).ok_or("no such school and läsår")?;
        session.until(&told("h1", &format!("{school}{YEAR}").replace(' ', ""))).await?;
        session.until(&told(".cards", &format!("{pupils}elever"))).await?;
    }
    regrouped.put(sample, Metric::School, Metric::SchoolShown);
    let mut regrouped = Regrouped::default();
    for programme in PROGRAMMES {
        session.pick("#program", programme).await?;
        regrouped.add(session).await?;
    }
    regrouped.put(sample, Metric::Programme, Metric::ProgrammeShown);
    Ok(())
}

async fn peer(session: &Session, expected: &Expected, sample: &mut Sample) -> Outcome<()> {
    expected.schools.holds(&session.script("return bench.answer").await?)?;
    let mut regrouped = Regrouped::default();
    for (school, groups) in SCHOOLS.into_iter().zip(&expected.school) {
        session.promised(&format!("bench.regroup(['Läsår'], {school:?})")).await?;
        regrouped.add(session).await?;
        groups.holds(&session.script("return bench.answer").await?)?;
    }
    regrouped.put(sample, Metric::School, Metric::SchoolShown);
    let mut regrouped = Regrouped::default();
    for _ in PROGRAMMES {
        session.promised("bench.regroup(['Program', 'Läsår'])").await?;
        regrouped.add(session).await?;
        expected.programmes.holds(&session.script("return bench.answer").await?)?;
    }
    regrouped.put(sample, Metric::Programme, Metric::ProgrammeShown);
    Ok(())
}

/// Times of the same kind of regrouping; the median counts.
#[derive(Default)]
struct Regrouped {
    computed: Vec<f64>,
    shown: Vec<f64>,
}

impl Regrouped {
    async fn add(&mut self, session: &Session) -> Outcome<()> {
        session.until("bench.shown !== null").await?;
        let (computed, shown) = times(session, "indikator:urval").await?;
        self.computed.extend(computed);
        self.shown.extend(shown);
        Ok(())
    }

    fn put(self, sample: &mut Sample, computed: Metric, shown: Metric) {
        sample.put(computed, median(self.computed));
        sample.put(shown, median(self.shown));
    }
}
