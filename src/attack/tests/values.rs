//! Vectors of shares, intervals and means: V12–V19.

use super::*;

const BOTH: [Column; 2] = [Column::Pupils, SHARE];

fn interval(decimals: u8) -> Column {
    Column::Interval { of: 0, decimals, method: Method::Wilson(950) }
}

#[test]
fn v12_cumulative_shares() {
    let later = Column::Share { of: 1, decimals: 1 };
    let document = |cells: [&str; 3]| {
        let rows = ["A", "B", "T"].iter().zip(cells).map(|(group, cells)| row(group, cells));
        let table = table(&[Column::Pupils, SHARE, later], rows.collect());
        let relations = vec![parts("T", &["A", "B"]), Relation::Cumulative(vec![0, 1])];
        told(&document(&[share(), share()], vec![table], relations))
    };
    // Year 3: 27 of 44; year 4: 21 of 30, 10 of 14, 31 of 44.
    assert_eq!(document(["30 | ? | 70,0 %", "14 | ? | 71,4 %", "44 | 61,4 % | 70,5 %"]), "A/0 [17, 21] B/0 [6, 10]");
    assert_eq!(
        document(["30 | ? | ?", "14 | ? | ?", "44 | 61,4 % | 70,5 %"]),
        "A/0 [13, 27] A/1 [17, 30] B/0 [0, 14] B/1 [1, 14]"
    );
    assert_eq!(
        document(["30 | ? | 70,0 %", "14 | ? | 71,4 %", "44 | ? | 70,5 %"]),
        "A/0 [0, 21] B/0 [0, 10] T/0 [0, 31]"
    );
}

/// The number of pupils, where only its bounds and a share are known.
fn base_of(printed: &str, decimals: u8, lowest: u32, highest: u32) -> String {
    let rows = vec![row("A", &format!("? | {printed}"))];
    let mut document =
        document(&[share()], vec![table(&[Column::Pupils, Column::Share { of: 0, decimals }], rows)], vec![]);
    document.legend[0].says = Says::Withheld { lowest, highest: Some(highest) };
    assert_eq!(attack(&document, &Rule::STRICT_10).indirect, 1);
    told(&document)
}

#[test]
fn v13_a_share_gives_its_base_away() {
    assert_eq!(base_of("84,6 %", 1, 10, 25), "A [13, 13]");
    assert_eq!(base_of("94,1 %", 1, 10, 30), "A [17, 17]");
    assert_eq!(base_of("61,5 %", 1, 10, 30), "A [13, 26]");
    assert_eq!(base_of("61,5 %", 1, 10, 25), "A [13, 13]");
    // Fewer decimals than the printer gives are zeros that were left out.
    assert_eq!(base_of("50 %", 1, 10, 30), "A [10, 30]");
    let unique = |decimals: u8| {
        let pairs = (10..=30_i64).flat_map(|n| (0..=n).map(move |x| (x, n)));
        let printed = |x: i64, n: i64| format!("{:.*}", usize::from(decimals), 100.0 * x as f64 / n as f64);
        let all: Vec<String> = pairs.map(|(x, n)| printed(x, n)).collect();
        all.iter().filter(|one| all.iter().filter(|other| other == one).count() == 1).count()
    };
    assert_eq!((unique(1), unique(0)), (206, 2));
}

#[test]
fn v14_an_interval_gives_its_base_away() {
    let rows = |cells: &str| vec![row("A", cells)];
    for (columns, cells) in [
        (vec![Column::Pupils, SHARE, interval(1)], "? | 70,0 % | 48,1–85,5"),
        (vec![Column::Pupils, interval(1)], "? | 48,1\u{2060}–\u{2060}85,5"),
        (vec![Column::Pupils, Column::Share { of: 0, decimals: 0 }, interval(0)], "? | 70 % | 48–85"),
    ] {
        let mut document = document(&[share()], vec![table(&columns, rows(cells))], vec![]);
        document.legend[0].says = Says::Withheld { lowest: 0, highest: Some(300) };
        assert_eq!(told(&document), "A [20, 20]", "{cells}");
        assert_eq!(attack(&document, &Rule::STRICT_10).indirect, 1);
    }
    // Beside its base it says nothing new.
    let shown = document(
        &[share()],
        vec![table(&[Column::Pupils, SHARE, interval(1)], rows("20 | 70,0 % | 48,1–85,5"))],
        vec![],
    );
    assert!(attack(&shown, &Rule::STRICT).clean());
    let wrong = document(
        &[share()],
        vec![table(&[Column::Pupils, interval(1)], vec![row("A", "20 | 28,1–55,5"), row("B", "?"), row("T", "40")])],
        vec![parts("T", &["A", "B"])],
    );
    assert_eq!(attack(&wrong, &Rule::STRICT).contradictory, 1);
}

#[test]
fn v15_a_mean_of_grades_near_the_end_of_its_scale() {
    let grades = [0, 10_000, 12_500, 15_000, 17_500, 20_000];
    let counts = |end: usize, pupils: i64, from: i64, to: i64| means::counts(&grades, end, pupils, from, to);
    // 12 pupils, 19,8: 11 A and one B.
    assert_eq!(counts(5, 12, 237_000, 238_200), Some((11, 11)));
    assert_eq!(counts(4, 12, 237_000, 238_200), Some((1, 1)));
    // 14 pupils, 19,5: three solutions.
    assert_eq!(counts(5, 14, 272_300, 273_700), Some((11, 13)));
    assert_eq!(counts(0, 14, 272_300, 273_700), Some((0, 0)));
    let grade = |mean_of: Measure, cells: &str| {
        let table = table(&[Column::Pupils, MEAN], vec![row("A", cells)]);
        attack(&document(&[mean_of], vec![table], vec![]), &Rule::STRICT_10).grades
    };
    let course = || mean(0, 20_000, 2_500, &grades);
    assert_eq!(grade(course(), "12 | 19,8"), 1);
    assert_eq!(grade(course(), "14 | 19,5"), 1);
    assert_eq!(grade(course(), "60 | 13,4"), 0);
    assert_eq!(grade(gbp(), "12 | 19,8"), 0, "many courses");
}

#[test]
fn v16_a_public_number_of_pupils() {
    let document = |rows: [&str; 4]| {
        let rows = ["A", "B", "C", "T"].iter().zip(rows).map(|(group, cells)| row(group, cells)).collect();
        let relations = vec![parts("AB", &["A", "B"]), parts("T", &["AB", "C"])];
        let mut document = document(&[share()], vec![table(&BOTH, rows)], relations);
        document.tables[0].public = true;
        document.tables.push(table(&[SHARE], vec![row("A", "?"), row("B", "?")]));
        document
    };
    let first_two = |printed: &str| {
        let mut document = document(["41 | ", "3 | ", "60 | ", "104 | "]);
        document.tables[1].rows.push(row("AB", printed));
        document
    };
    // 43 of 44: both have it in B, or all but one.
    assert_eq!(told(&first_two("97,7 %")), "A/0 [40, 41] B/0 [2, 3]");
    assert_eq!(attack(&first_two("97,7 %"), &Rule::STRICT_10).narrow, 2);
    // 41 of 44.
    assert_eq!(told(&first_two("93,2 %")), "A/0 [38, 41] B/0 [0, 3]");
}

#[test]
fn v17_bounds_of_the_source_are_facts_and_no_marks_of_ours() {
    let bounds = [
        ("~100", Says::RestWithheldInSource { lowest: 1, highest: 4 }),
        ("över 90 %", Says::Between { lowest: 180_000_001, highest: i64::MAX / 8 }),
    ];
    for (text, says) in bounds {
        let rows = vec![row("T", "58 | 94,8 %"), row("P", &format!("31 | {text}")), row("F", "27 | ?")];
        let mut found = document(&[share()], vec![table(&BOTH, rows)], vec![parts("T", &["P", "F"])]);
        found.legend.retain(|mark| mark.text != text);
        found.legend.push(mark(text, says));
        let boys = if text == "~100" { "P/0 [28, 30]" } else { "P/0 [28, 31]" };
        let girls = if text == "~100" { "F/0 [25, 27]" } else { "F/0 [24, 27]" };
        assert_eq!(told(&found), format!("{girls} {boys}"));
        let told = attack(&found, &Rule::STRICT_10);
        assert_eq!((told.narrow, told.marks, told.unreadable), (2, 0, 0));
        // What the source has told by itself was known; what follows together with ours was not.
        let bound = vec![row("P", &format!("31 | {text}"))];
        found.tables.push(Table { public: true, ..table(&BOTH, bound) });
        let told = attack(&found, &Rule::STRICT_10);
        assert_eq!((told.narrow, told.already), (1, 1));
    }
}

#[test]
fn v17_bounds_for_symbols() {
    let rows = vec![row("T", "58 | 94,8 %"), row("P", "31 | ~100"), row("F", "27 | ..")];
    let document = document(&[share()], vec![table(&BOTH, rows)], vec![parts("T", &["P", "F"])]);
    // Girls at most nine by their mark: together with the boys that does not fit; what counts here is the boys' bound.
    let mut fits = document.clone();
    fits.tables[0].rows[2].cells[1] = HIDDEN.to_owned();
    assert_eq!(told(&fits), "F/0 [25, 27] P/0 [28, 30]");
    let found = attack(&fits, &Rule::STRICT_10);
    assert_eq!((found.narrow, found.marks), (2, 1));
    assert_eq!(attack(&document, &Rule::STRICT_10).contradictory, 1);
}

#[test]
fn v18_two_tables_of_one_report() {
    let tables = vec![
        table(&BOTH, vec![row("alla", "87 | 70,1 %")]),
        table(&BOTH, vec![row("utan nyinvandrade", "84 | 71,4 %")]),
    ];
    let mut document = document(&[share()], tables, vec![nested("utan nyinvandrade", "alla")]);
    let found = attack(&document, &Rule::STRICT);
    assert_eq!((found.unions, found.below_rule), (1, 0));
    assert!(!found.clean());
    document.tables[1].rows[0] = row("utan nyinvandrade", "74 | 71,6 %");
    assert!(attack(&document, &Rule::STRICT).clean());
}

#[test]
fn v19_the_six_leaks_of_skolverkets_scheme() {
    let with = |measures: &[Measure], columns: &[Column], rows: Vec<Row>, relations: Vec<Relation>| {
        let mut document = document(measures, vec![table(columns, rows)], relations);
        document.legend.push(mark(".", Says::Exactly(0)));
        document
    };
    let halves = || vec![parts("T", &["A", "B"])];
    // 1. Total less what is shown.
    let first = with(&[], &[Column::Pupils], vec![row("T", "23"), row("A", "16"), row("B", "..")], halves());
    assert_eq!(told(&first), "B [7, 7]");
    let ours = with(&[], &[Column::Pupils], vec![row("T", "23"), row("A", "?"), row("B", "?")], halves());
    assert_eq!(told(&ours), "A [0, 23] B [0, 23]");
    assert!(attack(&ours, &Rule::STRICT_10).clean());
    // 2. Complement.
    let other = Column::Share { of: 1, decimals: 1 };
    let outcomes = || vec![Relation::Outcomes(vec![0, 1])];
    let columns = [Column::Pupils, SHARE, other];
    let second = with(&[share(), share()], &columns, vec![row("A", "153 | 94,1 % | ..")], outcomes());
    assert_eq!(told(&second), "A/1 [9, 9]");
    let ours = with(&[share(), share()], &columns, vec![row("A", "153 | ? | ?")], outcomes());
    assert_eq!(told(&ours), "A/0 [0, 153] A/1 [0, 153]");
    assert!(attack(&ours, &Rule::STRICT_10).clean());
    assert_eq!(attack(&second, &Rule::STRICT_10).below_rule, 1, "nine lack it");
    assert_eq!(attack(&second, &Rule::STRICT).below_rule, 0);
    // 3. `.` beside `..`.
    let third = with(&[share(), share()], &columns, vec![row("A", ".. | .. | .")], outcomes());
    let found = attack(&third, &Rule::STRICT_10);
    assert_eq!((found.computable, found.marks), (1, 0), "all of them have examen, however many they are");
    // 4. Huvudman split.
    let huvudman = || vec![parts("T", &["K", "E"])];
    let rows = vec![row("T", "17 | 94,1 %"), row("K", "14 | 100,0 %"), row("E", ".. | ..")];
    let fourth = with(&[share()], &BOTH, rows, huvudman());
    assert_eq!(told(&fourth), "E [3, 3] E/0 [2, 2]");
    let ours = with(&[share()], &BOTH, vec![row("T", "17 | 94,1 %"), row("K", "? | ?"), row("E", "? | ?")], huvudman());
    assert_eq!(attack(&ours, &Rule { lacking: 0, having: 5, all_or_none: 0, pupils: 10 }).computable, 0);
    // 5. Cumulative years.
    let cumulative = vec![Relation::Cumulative(vec![0, 1])];
    let fifth = with(&[share(), share()], &columns, vec![row("A", "12 | .. | 83,3 %")], cumulative);
    assert_eq!(told(&fifth), "A/0 [1, 9]");
    assert_eq!(attack(&fifth, &Rule::STRICT_10).below_rule, 1, "two lack it after four years");
    // 6. Means.
    let sixth = |cells: [&str; 3]| {
        let rows = ["T", "A", "B"].iter().zip(cells).map(|(group, cells)| row(group, cells)).collect();
        attack(&with(&[gbp()], &[Column::Pupils, MEAN], rows, halves()), &Rule::STRICT_10).means
    };
    assert_eq!(sixth(["20 | 13,4", "16 | 14,0", "? | ?"]), 1, "[10,55, 11,45]");
    assert_eq!(sixth(["45 | 13,4", "41 | 13,6", "? | ?"]), 1, "[10,3, 12,4]");
    assert_eq!(sixth(["300 | 13,4", "296 | 13,4", "? | ?"]), 0, "rounding protects");
}

#[test]
fn values_that_the_rule_withholds_are_not_shown() {
    let below = |cells: &str| {
        let table = table(&BOTH, vec![row("A", cells)]);
        attack(&document(&[share()], vec![table], vec![]), &Rule::STRICT).below_rule
    };
    for (cells, expected) in [
        ("9 | ", 1),
        ("10 | ", 0),
        ("0 | ", 1),
        ("40 | 10,0 %", 1),
        ("40 | 12,5 %", 0),
        ("40 | 90,0 %", 1),
        ("19 | 100,0 %", 1),
        ("40 | 100,0 %", 1),
        ("8 | 50,0 %", 2),
    ] {
        assert_eq!(below(cells), expected, "{cells}");
    }
}

#[test]
fn a_quantity_is_withheld_everywhere_or_nowhere() {
    let one = |columns: &[Column], cells: &str| {
        attack(&document(&[share()], vec![table(columns, vec![row("A", cells)])], vec![]), &Rule::STRICT).indirect
    };
    let rest = Column::Rest { of: 0, decimals: 1 };
    assert_eq!(one(&[Column::Pupils, SHARE, rest], "40 | ? | 40,0 %"), 1);
    assert_eq!(one(&[Column::Pupils, SHARE, interval(1)], "40 | ? | 44,6–73,7"), 1);
    assert_eq!(one(&[Column::Pupils, SHARE, rest], "40 | ? | ?"), 0);
    let twice = document(
        &[],
        vec![table(&[Column::Pupils], vec![row("A", "40")]), table(&[Column::Pupils], vec![row("A", "?")])],
        vec![],
    );
    let found = attack(&twice, &Rule::STRICT);
    assert_eq!((found.indirect, found.computable), (1, 1));
}

#[test]
fn a_mean_interval_is_a_mean() {
    let symmetric = Column::Interval { of: 0, decimals: 1, method: Method::Symmetric };
    let rows = |mean: &str| vec![row("T", "20 | 13,4 | ?"), row("A", "16 | ? | 13,2–14,8"), row("B", mean)];
    let table = table(&[Column::Pupils, MEAN, symmetric], rows("? | ? | ?"));
    let found = attack(&document(&[gbp()], vec![table], vec![parts("T", &["A", "B"])]), &Rule::STRICT_10);
    assert_eq!((found.means, found.indirect), (3, 2));
}

#[test]
fn input_that_was_rounded_leaves_more_open() {
    let attacked = |rounded_to: Option<u8>| {
        let rows = vec![row("T", "60 | ?"), row("A", "43 | 67,5 %"), row("B", "17 | ?")];
        let measure = Measure { rounded_to, ..share() };
        attack(&document(&[measure], vec![table(&BOTH, rows)], vec![parts("T", &["A", "B"])]), &Rule::STRICT)
    };
    // 29 of 43 are 67,44 %.
    assert_eq!((attacked(None).contradictory, attacked(None).tried), (1, 0));
    assert!(attacked(Some(1)).clean());
}
