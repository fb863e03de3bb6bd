//! `cargo xtask table`: the cells that the app would show, as CSV.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use indicator_explorer::data::{Dataset, Dim, Lang};
use indicator_explorer::disclose::{Asked, Protected, Publishable, PublishableCount, Spot, State, Withheld};
use indicator_explorer::query::Filter;
use indicator_explorer::view::words;

use crate::import;

/// Identifier of the line that says how many pupils a group has.
const PUPILS: &str = "antal";

/// What `table` is asked for.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Files to read, as one import
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Columns to group by, comma-separated: skola, läsår, program, kommun, huvudmantyp, huvudman, kön, föräldrautbildning, bakgrund, ingångsmerit, grupp; "" for all rows together
    #[arg(long, default_value = "skola,läsår")]
    by: String,
    /// Keep only rows with this value, for example kommun=Huddinge; several filters on one column mean either of them
    #[arg(long, value_name = "COLUMN=VALUE")]
    filter: Vec<String>,
    /// Print only these indicators, by id; `antal` is the number of pupils
    #[arg(long, value_name = "ID")]
    indicator: Vec<String>,
    /// Profile (JSON) that says what is measured and under which captions; without it the built-in one that fits
    #[arg(long)]
    profile: Option<PathBuf>,
}

/// Prints the table to standard output, and what was set aside to standard error.
pub(crate) fn run(args: &Args) -> Result<()> {
    let ingested = import::read(&args.files, args.profile.as_deref())?;
    import::tell(&ingested);
    let dataset = ingested.dataset.context("no row of the files could be used; the report above says why")?;
    let by = dims(&args.by)?;
    for dim in &by {
        dataset.dimension(*dim).with_context(|| format!("the files have no column {}", dim.id()))?;
    }
    check_indicators(&dataset, &args.indicator)?;
    let asked = Asked { filter: filter(&dataset, &args.filter)?, ..Asked::by(&by) };
    let dataset = Protected::showing(dataset, vec![asked]);
    let mut out = csv::WriterBuilder::new().delimiter(b';').from_writer(std::io::stdout().lock());
    let head = ["indikator", "n", "värde", "lägre", "övre", "status"];
    out.write_record(by.iter().map(|dim| dim.id()).chain(head))?;
    for (key, spot) in dataset.spots(dataset.first_more()) {
        let name = |(dim, code): (&Dim, &u16)| match dataset.labels(*dim).get(usize::from(*code)) {
            Some(label) if label.is_unknown() => "uppgift saknas",
            _ => dataset.name(*dim, *code),
        };
        let labels: Vec<&str> = by.iter().zip(key).map(name).collect();
        for line in lines(&dataset, spot, &args.indicator) {
            out.write_record(labels.iter().map(ToString::to_string).chain(line))?;
        }
    }
    out.flush()?;
    Ok(())
}

fn dims(by: &str) -> Result<Vec<Dim>> {
    by.split(',').map(str::trim).filter(|id| !id.is_empty()).map(dim).collect()
}

fn dim(id: &str) -> Result<Dim> {
    let all = Dim::ALL.map(Dim::id).join(", ");
    Dim::from_id(id).with_context(|| format!("there is no column {id}; choose among {all}"))
}

fn filter(dataset: &Dataset, filters: &[String]) -> Result<Filter> {
    let mut chosen: BTreeMap<Dim, Vec<u16>> = BTreeMap::new();
    for text in filters {
        let (column, value) = text.split_once('=').with_context(|| format!("write --filter {text} as COLUMN=VALUE"))?;
        let dim = dim(column)?;
        let label = dataset.dimension(dim).and_then(|dimension| dimension.find(value));
        let label = label.with_context(|| format!("no row has {value} in the column {}", dim.id()))?;
        chosen.entry(dim).or_default().push(label);
    }
    Ok(chosen.into_iter().fold(Filter::all(), |filter, (dim, labels)| filter.with(dim, labels)))
}

fn check_indicators(dataset: &Dataset, asked: &[String]) -> Result<()> {
    let known: Vec<&str> =
        dataset.profile.indicators.iter().map(|indicator| indicator.id.as_str()).chain([PUPILS]).collect();
    for id in asked {
        if !known.contains(&id.as_str()) {
            bail!("there is no indicator {id}; choose among {}", known.join(", "));
        }
    }
    Ok(())
}

/// The lines of one group: its number of pupils, then each indicator.
fn lines(dataset: &Dataset, spot: Spot, asked: &[String]) -> Vec<[String; 6]> {
    let wanted = |id: &str| asked.is_empty() || asked.iter().any(|asked| asked == id);
    let mut lines = Vec::new();
    if wanted(PUPILS) {
        lines.push(count_line(spot.pupils()));
    }
    for (index, indicator) in dataset.profile.indicators.iter().enumerate() {
        if wanted(&indicator.id) {
            lines.push(value_line(&indicator.id, &spot.value(index)));
        }
    }
    lines
}

fn count_line(count: PublishableCount) -> [String; 6] {
    let (n, status) = match count.get() {
        Ok(n) => (n.to_string(), "visad".to_owned()),
        Err(Some(why)) => (String::new(), withheld(why)),
        Err(None) => (String::new(), "saknas".to_owned()),
    };
    [PUPILS.into(), n.clone(), n, String::new(), String::new(), status]
}

fn value_line(id: &str, value: &Publishable) -> [String; 6] {
    let nothing = |status: &str| [id.into(), String::new(), String::new(), String::new(), String::new(), status.into()];
    match value.state() {
        State::Shown(estimate) => {
            let limit = |pick: fn(indicator_explorer::stats::Interval) -> f64| {
                estimate.interval.map(pick).map_or(String::new(), decimal)
            };
            [
                id.into(),
                estimate.pupils.to_string(),
                decimal(estimate.value),
                limit(|i| i.lo),
                limit(|i| i.hi),
                "visad".into(),
            ]
        }
        State::Withheld(why) => nothing(&withheld(why)),
        State::Missing => nothing("saknas"),
    }
}

fn withheld(why: Withheld) -> String {
    match why {
        Withheld::ByRule => "dolt".to_owned(),
        _ => words::withheld(why, Lang::Sv),
    }
}

/// At most six decimals, without zeros at the end.
fn decimal(value: f64) -> String {
    let text = format!("{value:.6}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
