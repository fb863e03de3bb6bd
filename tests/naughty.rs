//! Naughty strings as names of schools: each comes back as text, and leaves the program as nothing but text.

use std::path::Path;

use indicator_explorer::chart::{Caption, Frame, Palette, captioned, line_chart, svg};
use indicator_explorer::data::{Dim, Lang, Profile, Role, pupil_profile};
use indicator_explorer::disclose::Protected;
use indicator_explorer::ingest::{Importer, Ingested, Reason};
use indicator_explorer::query::Selection;
use indicator_explorer::view::screen::Trend;
use indicator_explorer::view::table_csv::table_csv;
use indicator_explorer::view::{overview, trend};

/// Strings of our own, so that something is tried where the published list is not there.
const OWN: &[&str] = &[
    "=1+1",
    "+46",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\u{2060}=1+1",
    "\u{2011}1",
    "\u{202a} =1",
    " \t=1+1",
    "a;b,c|d\te",
    "\"",
    "\"\"",
    "'; DROP TABLE skolor; --",
    "</title><script>alert(1)</script>",
    "\" onload=\"alert(1)",
    "&lt;b&gt; &amp; &#60;",
    "]]><!--",
    "{\"a\":\"\\u0000\"}",
    "\\\"; \\n \\\\",
    "rad\r\nbrytning",
    "rad\nett\n\n\ntvå",
    "två  \u{a0} \u{2003} mellanrum",
    "  ",
    "\u{a0}",
    "\u{202e}baklänges\u{202c}",
    "\u{2066}vänd\u{2069} \u{202a}",
    "\u{feff}",
    "\u{feff}Märke",
    "\u{1}\u{2}\u{1b}[31mröd",
    "\u{7f}\u{80}\u{9f}",
    "\u{fffe}\u{ffff}\u{fffd}",
    "\u{200b}osynligt\u{200d}",
    "Z̸̢̛͔a̴͝l̶͠g̵͝o̷͝",
    "👩\u{200d}🏫 skolan",
    "مدرسة שלום",
    "学校",
    "ﬃ İı ẞ ǅ",
    "NaN",
    "null",
    "undefined",
    "1e400",
    "0",
    "-",
    "__proto__",
    "Läsår",
    "../../../etc/passwd",
    "{{7*7}} ${7*7} %s%n",
    "811228-9874",
    "anna@exempel.se",
    "Riket",
    "Samtliga skolor",
];

/// Strings that are no name of a school, and what becomes of their rows.
const NO_SCHOOL: &[(&str, Reason)] = &[
    ("", Reason::School),
    ("Riket", Reason::SumOfSchools),
    ("Samtliga skolor", Reason::SumOfSchools),
    ("811228-9874", Reason::Identity),
    ("anna@exempel.se", Reason::Identity),
];

/// What the reader of a table sees of a name: no space around it, single spaces inside, nothing that turns text.
fn shown(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.replace(turns, "").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Ten pupils in each of two school years, all of one school.
fn import(name: &str) -> Ingested {
    import_below("", name)
}

/// The same, below other rows.
fn import_below(others: &str, name: &str) -> Ingested {
    let name = quoted(name);
    let row = |row: usize| format!("{};{name};8{},5\n", ["2022/23", "2023/24"][row % 2], row % 7);
    let rows = (0..20).map(row).collect::<Vec<_>>().concat();
    let mut importer = Importer::new(None);
    importer.begin_file("fil.csv");
    importer.push(format!("Läsår;Skola;Närvaro\n{others}{rows}").as_bytes());
    importer.finish()
}

/// The published list, which is skipped where it is not there.
fn published() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/csv-suites/blns/blns.json");
    let Ok(json) = std::fs::read(&path) else {
        println!("skipped: {} is not on this machine", path.display());
        return Vec::new();
    };
    serde_json::from_slice(&json).expect("a list of strings")
}

fn all() -> Vec<String> {
    let own = OWN.iter().map(ToString::to_string);
    own.chain(published()).collect()
}

#[test]
fn every_string_comes_back_as_text_and_leaves_as_text() {
    for text in all() {
        let name = shown(&text);
        let found = import(&text);
        let Some((_, reason)) = NO_SCHOOL.iter().find(|(listed, _)| *listed == name) else {
            let dataset = found.dataset.unwrap_or_else(|| panic!("{text:?}: {:?}", found.report));
            let dataset = Protected::new(dataset);
            let names: Vec<&str> = dataset.labels(Dim::School).iter().map(|label| label.name.as_str()).collect();
            assert_eq!((names, dataset.rows), (vec![name.as_str()], 20), "{text:?}");
            for lang in [Lang::Sv, Lang::En] {
                leaves_as_text(&dataset, &name, lang);
            }
            continue;
        };
        if *reason == Reason::Identity {
            continue;
        }
        let aside: Vec<(Reason, u64)> =
            found.report.files[0].set_aside.iter().map(|group| (group.reason, group.rows)).collect();
        assert_eq!((found.dataset, aside), (None, vec![(*reason, 20)]), "{text:?}");
    }
}

#[test]
fn what_gives_a_person_away_is_no_name() {
    let others = "2023/24;Åsö;90\n".repeat(1200);
    for (name, _) in NO_SCHOOL.iter().filter(|(_, reason)| *reason == Reason::Identity) {
        // Where the whole column is like that it is not read; beyond the rows that tell columns apart, the row is set aside.
        let of_column = import(name);
        let of_row = import_below(&others, name);
        let aside = &of_row.report.files[0].set_aside;
        assert_eq!(aside.iter().map(|group| (group.reason, group.rows)).collect::<Vec<_>>(), [(Reason::Identity, 20)]);
        for found in [of_column, of_row] {
            let everything = format!("{:?} {:?}", found.dataset, found.report);
            assert!(!everything.contains(name), "{name} is kept somewhere: {everything}");
        }
    }
}

/// The name is in the exported table and picture, as text.
fn leaves_as_text(dataset: &Protected, name: &str, lang: Lang) {
    let selection = Selection::first(dataset);
    let shown = trend::trend(dataset, &selection, 0, name, lang);
    let matrix = overview::overview(dataset, &selection, name, lang).matrix;
    for table in [&shown.table, &matrix] {
        is_harmless_csv(&table_csv(table, name, &[name.to_owned(), format!("={name}")], name), name);
    }
    is_harmless_svg(&picture(&shown, name), name);
}

/// As the page makes it.
fn picture(shown: &Trend, name: &str) -> String {
    let list = line_chart(&shown.chart, &Frame::new(960.0, 440.0)).list;
    let list = captioned(list, &Caption { title: &shown.name, urval: name, notes: &shown.footnotes });
    svg::standalone(&list, &Palette::light(), &shown.name, &shown.chart.spoken)
}

/// What the export leaves out or replaces before it looks at the first character.
fn exported(name: &str) -> String {
    let plain = name.replace('\u{2060}', "").replace('\u{2011}', "-");
    if plain.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{plain}") } else { plain }
}

fn is_harmless_csv(csv: &[u8], name: &str) {
    let text = csv.strip_prefix(b"\xef\xbb\xbf").expect("a byte-order mark");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(text);
    let records: Vec<csv::StringRecord> = reader.records().map(|record| record.expect("CSV in UTF-8")).collect();
    for field in records.iter().flatten() {
        assert!(!field.starts_with(['=', '+', '-', '@', '\t', '\r']), "a formula: {field:?}");
    }
    let heading = records.get(1).and_then(|record| record.get(0));
    assert_eq!(heading, Some(exported(name).as_str()), "the row is about the school");
}

fn is_harmless_svg(svg: &str, name: &str) {
    const TAGS: [&str; 12] =
        ["?xml", "svg", "title", "desc", "rect", "text", "g", "path", "circle", "line", "polyline", "polygon"];
    for tag in svg.split('<').skip(1) {
        let tag = tag.trim_start_matches('/').split([' ', '>', '/', '\n']).next().unwrap_or_default();
        assert!(TAGS.contains(&tag), "{name:?} gives the tag {tag}");
    }
    for entity in svg.split('&').skip(1) {
        let entity = entity.split(';').next().unwrap_or_default();
        assert!(["amp", "lt", "gt", "quot"].contains(&entity), "{name:?} gives &{entity};");
    }
    let forbidden = |c: char| (c < ' ' && !matches!(c, '\n' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    assert!(!svg.contains(forbidden), "{name:?}: XML forbids a character");
    assert!(!svg.contains("onload=\"alert") && svg.matches("<svg").count() == 1);
}

#[test]
fn profiles_keep_every_string() {
    for text in all() {
        let mut profile = pupil_profile();
        profile.name.sv.clone_from(&text);
        profile.indicators[0].name.en.clone_from(&text);
        profile.indicators[1].columns.push(text.clone());
        profile.columns.insert("skola".into(), vec![text.clone()]);
        let profile = profile.with_choice(&text, Some(Role::Dim(Dim::Municipality)));
        assert_eq!(Profile::from_json(&profile.to_json()).as_ref(), Ok(&profile), "{text:?}");
    }
}
