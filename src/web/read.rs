//! Files → importer → action, in short tasks.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::Callback;

use super::files::Files;
use super::source::Source;
use super::timing::Timing;
use super::turn::{Ongoing, Turn};
use super::warm;
use crate::data::{Dim, Lang, Profile};
use crate::demo;
use crate::ingest::Importer;
use crate::query::{Filter, group};
use crate::state::{Action, Progress};

/// Least time between two reports of progress, in milliseconds.
const REPORT_EVERY_MS: f64 = 50.0;
/// Reading that is over sooner shows no progress.
const SHOWN_AFTER_MS: f64 = 200.0;

/// Why reading ended early.
enum Stop {
    /// Nobody waits for it any more.
    Dropped,
    /// The file with this name cannot be read.
    Lost(String),
}

/// Reads files; nothing of them is kept where it is ended early. Those that end in `.json` are opened as profiles; the last one, or else `profile`, tells what the others hold.
/// Garbled letters are put right where it `repairs`.
pub(crate) fn read(
    files: Files,
    profile: Option<Profile>,
    repairs: bool,
    lang: Lang,
    send: Callback<Action>,
) -> Ongoing {
    begin(send, async move |work| {
        let (profiles, data) = files.sorted();
        let mut profile = profile;
        for file in profiles {
            let opened = open_profile(&file, lang).await?;
            work.check()?;
            profile = opened.clone().ok().or(profile);
            work.send.emit(Action::ProfileOpened(opened));
        }
        let bytes = data.iter().map(bytes_of).sum();
        let open = |file: File| match Source::of_file(&file) {
            Ok(source) => Ok((file.name(), source)),
            Err(_) => Err(Stop::Lost(file.name())),
        };
        let data = data.into_iter().map(open).collect::<Result<Vec<_>, Stop>>()?;
        work.import(data, bytes, importer(profile, repairs), false).await
    })
}

/// Reads the invented data.
/// The demonstration follows the built-in profile, unless columns of it were chosen to be something else: it has those of no other.
pub(crate) fn read_demo(profile: Option<Profile>, repairs: bool, send: Callback<Action>) -> Ongoing {
    begin(send, async move |work| {
        let csv = demo::csv(demo::SEED);
        let bytes = csv.len() as u64;
        work.turn.next().await;
        let file = (demo::file_name().to_owned(), Source::of_bytes(&csv));
        work.import(vec![file], bytes, importer(profile, repairs), true).await
    })
}

fn importer(profile: Option<Profile>, repairs: bool) -> Importer {
    let importer = Importer::new(profile);
    if repairs { importer.repairing() } else { importer }
}

fn begin(send: Callback<Action>, run: impl AsyncFnOnce(&mut Work) -> Result<(), Stop> + 'static) -> Ongoing {
    warm::end();
    let (reading, waited_for) = Ongoing::begin();
    spawn_local(async move {
        let turn = Turn::begin();
        let begun_ms = turn.now_ms();
        let mut work = Work { turn, send, waited_for, reported_ms: begun_ms + SHOWN_AFTER_MS - REPORT_EVERY_MS };
        if let Err(Stop::Lost(name)) = run(&mut work).await {
            work.send.emit(Action::Lost(name));
        }
    });
    reading
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the size of a file is a whole number below 2^53"
)]
fn bytes_of(file: &File) -> u64 {
    file.size() as u64
}

async fn open_profile(file: &File, lang: Lang) -> Result<Result<Profile, String>, Stop> {
    let text = JsFuture::from(file.text()).await.map_err(|_| Stop::Lost(file.name()))?;
    let text = text.as_string().unwrap_or_default();
    Ok(Profile::from_json(&text).map_err(|error| error.sentence(lang)))
}

/// One reading at work.
struct Work {
    turn: Turn,
    send: Callback<Action>,
    waited_for: Rc<Cell<bool>>,
    reported_ms: f64,
}

impl Work {
    async fn import(
        &mut self,
        files: Vec<(String, Source)>,
        bytes_total: u64,
        mut importer: Importer,
        invented: bool,
    ) -> Result<(), Stop> {
        if files.is_empty() {
            return Ok(());
        }
        let timing = Timing::begin("indikator:fil");
        let mut progress = Progress { bytes_total, ..Progress::default() };
        for (name, mut source) in files {
            importer.begin_file(&name);
            progress.file.clone_from(&name);
            while let Some(piece) = source.next().await.map_err(|_| Stop::Lost(name.clone()))? {
                importer.push(piece);
                progress.bytes += piece.len() as u64;
                self.pause(Some(&importer), &mut progress).await?;
            }
            importer.end_file();
        }
        self.turn.next().await;
        self.check()?;
        let ingested = importer.finish();
        self.turn.next().await;
        self.check()?;
        // The grouping that every view begins with. It costs less than a millisecond, and makes the measure one of the whole work.
        let first = ingested.dataset.as_ref().map(|dataset| group(dataset, &Filter::all(), &[Dim::School, Dim::Year]));
        drop(first);
        timing.end();
        // What may be shown is worked out before anything is shown, and the first drawing is a task of its own.
        self.turn.next().await;
        self.check()?;
        let read = Action::read(ingested, invented);
        if let Action::Read { data: Some(data), .. } = &read {
            let timing = Timing::begin("indikator:skydd");
            let mut work = data.work_out(0);
            while work.step() {
                self.pause(None, &mut progress).await?;
            }
            timing.end();
        }
        self.turn.next().await;
        self.check()?;
        self.send.emit(read);
        Ok(())
    }

    /// Ends the task if it has become long, and tells how far the work has come: that of the importer, or what comes after it.
    async fn pause(&mut self, importer: Option<&Importer>, progress: &mut Progress) -> Result<(), Stop> {
        if !self.turn.is_long() {
            return self.check();
        }
        let now_ms = self.turn.now_ms();
        if now_ms - self.reported_ms >= REPORT_EVERY_MS {
            self.check()?;
            self.reported_ms = now_ms;
            progress.is_read = importer.is_none();
            progress.rows = importer.map_or(progress.rows, Importer::rows_read);
            self.send.emit(Action::Progress(progress.clone()));
        }
        self.turn.next().await;
        self.check()
    }

    fn check(&self) -> Result<(), Stop> {
        if self.waited_for.get() { Ok(()) } else { Err(Stop::Dropped) }
    }
}
