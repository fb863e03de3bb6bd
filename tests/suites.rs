//! Published CSV test cases: csv-spectrum, csv-test-data and those of `PapaParse`, against what `cargo xtask rows` reads.
//!
//! Two rules hold for all cases, so they are applied to the expected rows: blank lines are no rows, and captions are read without the space
//! around them. Every other case that cannot apply is listed in [`OTHERWISE`] with its reason. Skipped, and saying so, where the cases
//! are not there.

use std::path::{Path, PathBuf};

use indicator_explorer::data::builtin;
use indicator_explorer::ingest::{Encoding, Layout, Reason, Record, Refusal, Sink, TableReader};
use serde_json::Value;

/// Cases whose rows are others than expected, by reason. Those of `PapaParse` are named by their place in its file.
const OTHERWISE: &[(&str, &[&str])] = &[
    ("the expected file has another telephone number than the text", &["csv-spectrum: location_coordinates"]),
    (
        "PapaParse's `comments`: a line that begins with # is a title or a row like others",
        &[
            "papaparse core 41",
            "papaparse core 42",
            "papaparse core 43",
            "papaparse core 44",
            "papaparse core 45",
            "papaparse core 46",
            "papaparse core 47",
            "papaparse core 49",
            "papaparse core 50",
            "papaparse core 51",
            "papaparse parse 66",
            "papaparse parse 67",
        ],
    ),
    (
        "PapaParse's `preview`: every row is read",
        &["papaparse core 58", "papaparse parse 54", "papaparse parse 55", "papaparse parse 58", "papaparse parse 59"],
    ),
    (
        "PapaParse's renamed captions: equal captions stay equal, and the first of them is used",
        &["papaparse core 60", "papaparse core 61", "papaparse core 62", "papaparse core 63"],
    ),
    ("PapaParse's `transformHeader`", &["papaparse parse 18", "papaparse parse 19"]),
    ("PapaParse's `transform`", &["papaparse parse 38", "papaparse parse 39", "papaparse parse 40"]),
    (
        "PapaParse's `dynamicTyping`: fields are text until the column's scale reads them",
        &[
            "papaparse parse 29",
            "papaparse parse 30",
            "papaparse parse 32",
            "papaparse parse 34",
            "papaparse parse 35",
            "papaparse parse 36",
            "papaparse parse 37",
        ],
    ),
    (
        "PapaParse's `skipFirstNLines`: titles above the header are found",
        &["papaparse parse 93", "papaparse parse 95", "papaparse parse 97"],
    ),
    ("PapaParse's `quoteChar`", &["papaparse parse 72", "papaparse parse 85", "papaparse parse 86"]),
    ("PapaParse's `escapeChar`", &["papaparse parse 73", "papaparse parse 74"]),
    ("a delimiter of several characters, or given by a function", &["papaparse parse 27", "papaparse parse 28"]),
    ("a delimiter besides ; , tab and |", &["papaparse parse 23", "papaparse parse 24"]),
    (
        "CR, LF and CRLF all end a line, also in one file: no field that is not quoted holds one",
        &["papaparse parse 10"],
    ),
    (
        "RFC 4180 gives a quotation mark inside a quoted field no meaning; what follows the closing one is taken along, as `csv` does",
        &["papaparse core 21", "papaparse core 22", "papaparse core 23", "papaparse core 24"],
    ),
    (
        "space after a closing quotation mark stays; labels and values are trimmed when they are read",
        &["papaparse parse 6", "papaparse parse 7", "papaparse parse 8"],
    ),
    (
        "no captions at all, or none above the last fields: such fields are no columns",
        &["papaparse core 37", "papaparse core 38", "papaparse parse 48", "papaparse parse 51"],
    ),
    ("the same line twice: the second is the header once more", &["papaparse core 34"]),
    (
        "rows of empty fields, and lines of space, are set aside",
        &["papaparse parse 46", "papaparse parse 49", "papaparse parse 64"],
    ),
    ("a row with more fields than captions is set aside", &["papaparse parse 14"]),
];

/// What is read of texts that are not valid, and of which the suite expects nothing.
const INVALID: &[(&str, &[&[&str]])] = &[
    ("bad-header-less-fields", &[&["foo", "bar", "baz"], &["1", "2"]]),
    // Of captions that are not known, the widest line is the header.
    ("bad-header-more-fields", &[&["1", "2", "3", "4"]]),
    ("bad-header-no-header", &[]),
    ("bad-header-wrong-header", &[&["qux", "quux", "quuz"]]),
    ("bad-missing-quote", &[&["foo", "bar", "baz"], &["1", "I forgot to close this one,3"]]),
    ("bad-quotes-with-unescaped-quote", &[&["foo", "bar", "baz"], &["1", "Hey, I missed  it\"", "3"]]),
    ("bad-unescaped-quote", &[&["foo", "bar", "baz"], &["1", "This \"quotes\" must be escaped", "3"]]),
];

/// What a file holds: the header, then the rows, as far as they reach below it.
#[derive(Default)]
struct Rows {
    width: usize,
    rows: Vec<Vec<String>>,
}

impl Sink for Rows {
    fn header(&mut self, _: Encoding, layout: &Layout) -> Result<(), Refusal> {
        self.width = layout.captions.len();
        self.rows.push(layout.captions.clone());
        Ok(())
    }

    fn row(&mut self, record: Record<'_>) {
        let said = (self.width..record.len()).rev().find(|&index| !record.field(index).is_empty());
        let fields = record.len().min(said.map_or(self.width, |last| last + 1));
        let text = |index| String::from_utf8_lossy(record.field(index)).into_owned();
        self.rows.push((0..fields).map(text).collect());
    }

    fn aside(&mut self, _: Record<'_>, _: Reason) {}
}

/// Header and rows, however the text is cut; none where the file is refused.
fn read(text: &[u8]) -> Vec<Vec<String>> {
    let in_pieces = |piece: usize| {
        let (mut sink, mut reader) = (Rows::default(), TableReader::new(builtin()));
        text.chunks(piece).for_each(|chunk| reader.push(chunk, &mut sink).unwrap_or_default());
        reader.finish(&mut sink).map_or(Vec::new(), |()| sink.rows)
    };
    let whole = in_pieces(usize::MAX);
    for piece in 1..4 {
        assert_eq!(whole, in_pieces(piece), "cut into pieces of {piece} bytes");
    }
    whole
}

/// One case: its name, the text, and what is expected of it.
struct Case {
    name: String,
    text: Vec<u8>,
    expected: Value,
    /// Whether the expected rows are objects by caption, and the header is not among them.
    by_caption: bool,
}

impl Case {
    /// Whether the rows are the expected ones.
    fn passes(&self) -> bool {
        let rows = read(&self.text);
        let expected = self.expected.as_array().cloned().unwrap_or_else(|| vec![self.expected.clone()]);
        if self.by_caption {
            let Some((header, rows)) = rows.split_first() else { return expected.is_empty() };
            return rows.iter().map(|row| object(header, row)).eq(expected);
        }
        let mut expected: Vec<Vec<String>> = expected.iter().map(strings).filter(|row| row != &[""]).collect();
        if let Some(header) = expected.first_mut() {
            for caption in header {
                *caption = caption.trim().to_owned();
            }
        }
        rows == expected
    }
}

/// A row by its captions, as `PapaParse` writes it.
fn object(header: &[String], row: &[String]) -> Value {
    let mut found: serde_json::Map<String, Value> =
        header.iter().zip(row).map(|(caption, field)| (caption.clone(), field.as_str().into())).collect();
    if let Some(extra) = row.get(header.len()..).filter(|extra| !extra.is_empty()) {
        found.insert("__parsed_extra".into(), extra.into());
    }
    found.into()
}

/// A row of fields; what is no text is shown as JSON.
fn strings(row: &Value) -> Vec<String> {
    let fields = row.as_array().cloned().unwrap_or_default();
    fields.iter().map(|field| field.as_str().map_or_else(|| field.to_string(), str::to_owned)).collect()
}

/// A folder of cases beside the checkout.
fn suite(path: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/csv-suites").join(path);
    if !folder.exists() {
        println!("skipped: {} is not on this machine", folder.display());
        return None;
    }
    Some(folder)
}

fn json(path: &Path) -> Option<Value> {
    serde_json::from_slice(&std::fs::read(path).ok()?).ok()
}

/// Files with a JSON file of the same name in another folder; those without one have no expected rows.
fn pairs(suite_name: &str, folder: &Path, texts: &str) -> Vec<(Option<Case>, String, Vec<u8>)> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder.join(texts))
        .expect("the folder can be read")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let pair = |path: PathBuf| {
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = std::fs::read(&path).expect("the file can be read");
        let case = json(&folder.join("json").join(&stem).with_extension("json")).map(|expected| Case {
            name: format!("{suite_name}: {stem}"),
            text: text.clone(),
            by_caption: expected.is_object() || expected.get(0).is_none_or(Value::is_object),
            expected,
        });
        (case, stem, text)
    };
    paths.into_iter().map(pair).collect()
}

/// The cases of `PapaParse`.
fn papa_parse(folder: &Path) -> Vec<Case> {
    let of_file = |name: &str| {
        let cases = json(&folder.join(name)).and_then(|cases| cases.as_array().cloned()).expect("cases");
        let name = format!("papaparse {}", name.split('_').next().unwrap_or_default());
        cases.into_iter().enumerate().map(move |(index, case)| {
            let expected = case["expected"]["data"].clone();
            let has_header = case["config"]["header"] == true && expected.get(0).is_none_or(Value::is_object);
            Case {
                name: format!("{name} {}", index + 1),
                text: case["input"].as_str().unwrap_or_default().into(),
                expected,
                by_caption: has_header,
            }
        })
    };
    of_file("core_parser_tests.json").chain(of_file("parse_tests.json")).collect()
}

/// Fails where a case that is not listed does not pass, and where a listed one does.
fn check(cases: &[Case]) {
    let reason = |name: &str| OTHERWISE.iter().find(|(_, names)| names.contains(&name)).map(|(reason, _)| *reason);
    let listed = cases.iter().filter(|case| reason(&case.name).is_some()).count();
    println!("{} cases, {listed} of them listed", cases.len());
    let wrong = cases.iter().filter(|case| case.passes() == reason(&case.name).is_some()).map(|case| {
        let text = String::from_utf8_lossy(&case.text);
        let (expected, found) = (&case.expected, read(&case.text));
        match reason(&case.name) {
            Some(reason) => format!("{} passes, although {reason}", case.name),
            None => format!("{}: {text:?} gives {found:?}, not {expected}", case.name),
        }
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn csv_spectrum() {
    let Some(folder) = suite("csv-spectrum") else { return };
    let cases: Vec<Case> = pairs("csv-spectrum", &folder, "csvs").into_iter().filter_map(|(case, ..)| case).collect();
    assert_eq!(cases.len(), 12);
    check(&cases);
}

#[test]
fn csv_test_data() {
    let Some(folder) = suite("csv-test-data") else { return };
    let mut cases = Vec::new();
    for (case, stem, text) in pairs("csv-test-data", &folder, "csv") {
        if let Some(case) = case {
            cases.push(case);
        } else {
            let (_, expected) = INVALID.iter().find(|(name, _)| *name == stem).expect("a listed case");
            assert_eq!(read(&text), *expected, "{stem}");
        }
    }
    assert_eq!(cases.len(), 18);
    check(&cases);
}

#[test]
fn cases_of_papa_parse() {
    let Some(folder) = suite("papaparse") else { return };
    let cases = papa_parse(&folder);
    assert_eq!(cases.len(), 160);
    check(&cases);
}

#[test]
fn every_listed_case_is_listed_once() {
    let mut names: Vec<&&str> = OTHERWISE.iter().flat_map(|(_, names)| *names).collect();
    names.sort_unstable();
    assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
    let known =
        |name: &&&str| ["csv-spectrum: ", "csv-test-data: ", "papaparse "].iter().any(|suite| name.starts_with(suite));
    assert!(names.iter().all(known));
}
