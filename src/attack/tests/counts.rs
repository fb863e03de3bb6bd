//! Vectors of pupils only: V1–V11, V20.

use super::*;

/// Rows × columns with all totals printed: `w|a` and so on, rows `w`, columns `|a`, all `T`.
fn crossing(rows: &[&str], columns: &[&str], cells: &[&str]) -> Document {
    let name = |row: &str, column: &str| format!("{row}|{column}");
    let mut printed = Vec::new();
    let mut relations = Vec::new();
    let lines: Vec<Vec<&str>> = cells.iter().map(|line| line.split_whitespace().collect()).collect();
    for (row_name, line) in rows.iter().chain(&[""]).zip(&lines) {
        for (column, cell) in columns.iter().chain(&[""]).zip(line) {
            printed.push(row(&name(row_name, column), cell));
        }
    }
    let owned = |names: Vec<String>, whole: String| Relation::Parts { whole, parts: names };
    for line in rows.iter().chain(&[""]) {
        relations.push(owned(columns.iter().map(|column| name(line, column)).collect(), name(line, "")));
    }
    for column in columns.iter().chain(&[""]) {
        relations.push(owned(rows.iter().map(|line| name(line, column)).collect(), name("", column)));
    }
    document(&[], vec![table(&[Column::Pupils], printed)], relations)
}

fn of(told: &str, cell: &str) -> String {
    let at = told.find(&format!("{cell} [")).unwrap_or_else(|| panic!("{cell} in {told}"));
    told[at + cell.len() + 1..].split(']').next().unwrap_or_default().to_owned() + "]"
}

#[test]
fn v1_one_relation() {
    let sum = || vec![parts("T", &["A", "B", "C"])];
    assert_eq!(told(&pupils("A 28, B ?, C ?, T 50", sum())), "B [0, 22] C [0, 22]");
    let found = attack(&pupils("A 28, B 15, C ?, T 50", sum()), &Rule::STRICT_10);
    assert_eq!((found.tried, found.computable, found.unions), (1, 1, 1));
    let found = attack(&pupils("A 28, B ?, C ?, T 50", sum()), &Rule::STRICT_10);
    assert!(found.clean());
    assert_eq!((found.tried, found.by_forest, found.worst_width), (2, 2, Some(22)));
    assert_eq!(told(&pupils("A ?, B ?, T 15", vec![parts("T", &["A", "B"])])), "A [0, 15] B [0, 15]");
}

#[test]
fn v2_a_residual_below_k() {
    let sum = || vec![parts("T", &["A", "B", "C", "D"])];
    let document = pupils("A 60, B 33, C ?, D ?, T 100", sum());
    assert_eq!(told(&document), "C [0, 7] D [0, 7]");
    let found = attack(&document, &Rule::STRICT_10);
    assert_eq!((found.computable, found.narrow, found.unions), (0, 2, 1));
    assert_eq!(told(&pupils("A 60, B ?, C ?, D ?, T 100", sum())), "B [0, 40] C [0, 40] D [0, 40]");
    // V2b: wide enough, but nine pupils.
    let found = attack(&pupils("A 60, B 31, C ?, D ?, T 100", sum()), &Rule::STRICT_10);
    assert_eq!((found.computable, found.narrow, found.unions), (0, 0, 1));
    assert!(!found.clean());
}

#[test]
fn v3_a_crossing_table_gives_a_cell_away_that_no_single_sum_does() {
    let table = |x_d: &str| {
        crossing(
            &["w", "x", "y", "z"],
            &["a", "b", "c", "d"],
            &[
                "? ? ? 89 230",
                &format!("? 124 ? {x_d} 250"),
                "92 ? 59 ? 336",
                "800 ? 651 ? 3127",
                "1012 1262 779 890 3943",
            ],
        )
    };
    assert_eq!(of(&told(&table("31")), "w|b"), "[47, 47]");
    let found = attack(&table("31"), &Rule::STRICT_10);
    assert_eq!((found.tried, found.computable, found.unproven), (9, 1, 0));
    assert_eq!(of(&told(&table("?")), "w|b"), "[0, 78]");
}

#[test]
fn v4_crossing_from_the_threshold_alone() {
    let table = |y_a: &str, z_c: &str| {
        crossing(
            &["w", "x", "y", "z"],
            &["a", "b", "c", "d"],
            &[
                "? ? ? 21 37",
                "? 18 ? 25 53",
                &format!("{y_a} ? 30 ? 57"),
                &format!("17 ? {z_c} ? 50"),
                "42 38 61 56 197",
            ],
        )
    };
    assert_eq!(of(&told(&table("14", "22")), "w|b"), "[6, 6]");
    let found = attack(&table("?", "22"), &Rule::STRICT_10);
    assert_eq!((found.computable, found.narrow, found.unions), (0, 0, 1), "column c shows nine pupils");
    let safe = table("14", "?");
    let told = told(&safe);
    for (cell, hull) in [
        ("w|a", "[1, 11]"),
        ("w|b", "[0, 15]"),
        ("w|c", "[0, 15]"),
        ("x|a", "[0, 10]"),
        ("x|c", "[0, 10]"),
        ("y|b", "[3, 13]"),
        ("y|d", "[0, 10]"),
        ("z|b", "[0, 17]"),
        ("z|d", "[0, 10]"),
    ] {
        assert_eq!(of(&told, cell), hull, "{cell}");
    }
    assert!(attack(&safe, &Rule::STRICT_10).clean());
}

/// Eight regions in two counties, and the small ones.
fn linked(n: &str) -> Document {
    let small = ["A", "B", "I", "J", "K", "N"];
    let mut document = pupils(
        &format!("A ?, B ?, I 8, J 8, K ?, L ?, M ?, N {n}, county-1 20, county-2 16, BIG 6, small 30, T 36"),
        vec![
            parts("county-1", &["A", "B", "I", "J"]),
            parts("county-2", &["K", "L", "M", "N"]),
            parts("T", &["county-1", "county-2"]),
            parts("BIG", &["L", "M"]),
            parts("small", &small),
            parts("T", &["BIG", "small"]),
        ],
    );
    // As two tables of one export.
    let table = document.tables.remove(0);
    let (first, second) = table.rows.split_at(8);
    document.tables = [first, second].map(|rows| Table { rows: rows.to_vec(), ..table.clone() }).to_vec();
    document
}

#[test]
fn v5_linked_tables() {
    assert_eq!(of(&told(&linked("7")), "K"), "[3, 3]");
    assert_eq!(of(&told(&linked("?")), "K"), "[0, 10]");
    assert_eq!(attack(&linked("7"), &Rule { pupils: 4, ..Rule::STRICT_10 }).computable, 1);
}

#[test]
fn v6_gauss_reference() {
    let table = crossing(
        &["A", "B", "C", "D", "E", "F", "G", "H"],
        &["annet", "arbeid", "sos", "trygd"],
        &[
            "11 11 55 36 113",
            "? ? 29 18 55",
            "5 8 35 25 73",
            "? ? 17 13 45",
            "9 14 63 52 138",
            "12 9 24 22 67",
            "6 4 22 8 40",
            "? ? 38 15 65",
            "72 52 283 189 596",
        ],
    );
    let told = told(&table);
    for (cell, hull) in [
        ("B|arbeid", "[0, 6]"),
        ("D|arbeid", "[0, 6]"),
        ("H|arbeid", "[0, 6]"),
        ("B|annet", "[2, 8]"),
        ("D|annet", "[9, 15]"),
        ("H|annet", "[6, 12]"),
    ] {
        assert_eq!(of(&told, cell), hull, "{cell}");
    }
}

#[test]
fn v7_zeros_pull_everything_after_them() {
    let table = |spain: [&str; 2]| {
        let mut table = crossing(
            &["young", "old"],
            &["Spain", "Iceland", "Portugal"],
            &[&format!("{} ? ? 5", spain[0]), &format!("{} ? ? 13", spain[1]), "11 3 4 18"],
        );
        table.tables[0].rows.extend([row("young|EU", "?"), row("old|EU", "?"), row("|EU", "15")]);
        for line in ["young", "old", ""] {
            table
                .relations
                .push(parts(&format!("{line}|EU"), &[&format!("{line}|Spain"), &format!("{line}|Portugal")]));
        }
        table
    };
    let found = attack(&table(["5", "6"]), &Rule { pupils: 3, ..Rule::STRICT_10 });
    assert_eq!((found.tried, found.computable), (6, 6));
    let told = told(&table(["?", "?"]));
    assert_eq!(of(&told, "young|Iceland"), "[0, 3]");
    assert_eq!(of(&told, "young|Portugal"), "[0, 4]");
    assert_eq!(of(&told, "young|Spain"), "[0, 5]");
}

#[test]
fn v8_a_legend_that_rules_out_zero_gives_singletons_away() {
    let table = |lowest: u32| {
        let mut table =
            crossing(&["young", "old"], &["Spain", "Iceland", "Portugal"], &["7 ? ? 9", "5 ? ? 12", "12 5 4 21"]);
        table.legend[0].says = Says::Withheld { lowest, highest: None };
        told(&table)
    };
    assert_eq!(of(&table(1), "young|Iceland"), "[1, 1]");
    assert_eq!(of(&table(0), "young|Iceland"), "[0, 2]");
    let singles = |lowest: u32| {
        let mut table =
            crossing(&["1", "2"], &["A", "B", "H", "M", "W"], &["? ? 7 ? 0 10", "? 0 0 ? 8 11", "? ? 7 3 8 21"]);
        table.legend[0].says = Says::Withheld { lowest, highest: None };
        told(&table)
    };
    assert_eq!(singles(1), "1|A [1, 1] 1|B [1, 1] 1|M [1, 1] 2|A [1, 1] 2|M [2, 2] |A [2, 2] |B [1, 1]",);
    assert_eq!(singles(0), "1|A [0, 3] 1|B [0, 3] 1|M [0, 3] 2|A [0, 3] 2|M [0, 3] |A [0, 3] |B [0, 3]",);
}

#[test]
fn v9_width() {
    let table =
        crossing(&["young", "old"], &["Spain", "Iceland", "Portugal"], &["? ? ? 21", "? ? ? 38", "34 13 12 59"]);
    let told = told(&table);
    assert_eq!(of(&told, "young|Iceland"), "[0, 13]");
    assert_eq!(of(&told, "young|Portugal"), "[0, 12]");
}

#[test]
fn v9b_whole_numbers_see_what_no_linear_method_does() {
    let sums = vec![
        parts("1", &["a", "d", "f"]),
        parts("2", &["b", "c", "d", "e", "f"]),
        parts("3", &["a", "c", "d", "f"]),
        parts("4", &["a", "b", "d"]),
        parts("5", &["a", "b", "e", "f"]),
    ];
    let document = pupils("a ?, b ?, c ?, d ?, e ?, f ?, 1 5, 2 9, 3 6, 4 2, 5 9", sums);
    assert_eq!(told(&document), "a [1, 1] b [1, 1] c [1, 1] d [0, 0] e [3, 3] f [4, 4]");
}

#[test]
fn v10_six_cells_in_a_circle_are_enough() {
    let table = crossing(&["1", "2", "3"], &["a", "b", "c"], &["? ? 40 57", "35 ? ? 51", "? 30 ? 47", "52 46 57 155"]);
    assert_eq!(told(&table), "1|a [1, 17] 1|b [0, 16] 2|b [0, 16] 2|c [0, 16] 3|a [0, 16] 3|c [1, 17]");
    let found = attack(&table, &Rule::STRICT_10);
    assert!(found.clean());
    assert_eq!((found.by_forest, found.by_witness, found.worst_width.is_some_and(|width| width >= 9)), (0, 6, true));
}

#[test]
fn v11_marks_that_tell_withheld_cells_apart() {
    let mut document = pupils("T 102, D 60, E 30, A ?, B ?", vec![parts("T", &["A", "B", "D", "E"])]);
    assert_eq!(told(&document), "A [0, 12] B [0, 12]");
    document.legend.push(mark("färre än tio, ej noll", Says::Withheld { lowest: 1, highest: Some(9) }));
    document.legend.push(mark("skyddar annan", Says::Withheld { lowest: 10, highest: None }));
    document.tables[0].rows[3].cells[0] = "färre än tio, ej noll".to_owned();
    document.tables[0].rows[4].cells[0] = "skyddar annan".to_owned();
    assert_eq!(told(&document), "A [1, 2] B [10, 11]");
    assert_eq!(attack(&document, &Rule::STRICT_10).marks, 1);
    // Zero alike.
    document.tables[0].rows[3].cells[0] = "<10".to_owned();
    assert_eq!(told(&document), "A [0, 2] B [10, 12]");
}

#[test]
fn what_is_withheld_only_to_protect_others_may_be_narrowed() {
    let mut document = pupils("T 58, A ?, B ?", vec![parts("T", &["A", "B"])]);
    document.tables.push(table(&[Column::Words], vec![]));
    document.legend[0].says = Says::Withheld { lowest: 8, highest: Some(52) };
    document.tables[0].rows.push(row("C", "?"));
    document.legend[0].says = Says::Withheld { lowest: 26, highest: Some(31) };
    assert!(attack(&document, &Rule::STRICT_10).clean(), "cannot be small");
    document.legend[0].says = Says::Withheld { lowest: 8, highest: Some(12) };
    document.tables[0].rows.truncate(1);
    document.tables[0].rows.push(row("D", "?"));
    assert_eq!(attack(&document, &Rule::STRICT_10).narrow, 1);
    document.tables[0].spared = vec![(1, 0)];
    assert!(attack(&document, &Rule::STRICT_10).clean());
}

#[test]
fn what_public_tables_give_away_is_not_ours() {
    let mut document = pupils("A 23, B ?", vec![parts("T", &["A", "B"])]);
    let total = table(&[Column::Pupils], vec![row("T", "30"), row("A", "23")]);
    document.tables.push(total);
    assert_eq!(attack(&document, &Rule::STRICT_10).computable, 1);
    document.tables[1].public = true;
    let found = attack(&document, &Rule::STRICT_10);
    assert_eq!((found.computable, found.unions, found.already), (0, 0, 2));
    assert!(found.clean());
    document.tables[1].rows.truncate(1);
    let found = attack(&document, &Rule::STRICT_10);
    assert_eq!((found.computable, found.unions, found.already), (1, 1, 0));
}

#[test]
fn printed_numbers_that_cannot_all_be_right_are_set_aside() {
    let document =
        pupils("A 28, B ?, C ?, T 20, E ?, F 30, U 50", vec![parts("T", &["A", "B", "C"]), parts("U", &["E", "F"])]);
    let found = attack(&document, &Rule::STRICT_10);
    assert_eq!((found.tried, found.contradictory), (1, 1));
    assert!(!found.clean());
}

#[test]
fn what_only_halves_would_solve_has_no_table() {
    let sums = || vec![parts("AB", &["A", "B"]), parts("BC", &["B", "C"]), parts("AC", &["A", "C"])];
    let found = attack(&pupils("A ?, B ?, C ?, AB 21, BC 21, AC 21", sums()), &Rule::STRICT_10);
    assert_eq!((found.contradictory, found.tried), (1, 0));
    assert_eq!(told(&pupils("A ?, B ?, C ?, AB 21, BC 21, AC 20", sums())), "A [10, 10] B [11, 11] C [10, 10]");
}

#[test]
fn what_public_tables_give_away_is_told_apart_only_where_it_is_the_same() {
    let mut document = pupils("A ?, B ?, T 50", vec![parts("T", &["A", "B"])]);
    document.tables.push(table(&[Column::Pupils], vec![row("A", "41")]));
    document.tables[1].public = true;
    // The total is ours: without it, the public number of A says nothing of B.
    let found = attack(&document, &Rule::STRICT_10);
    assert_eq!((found.computable, found.already), (1, 1));
    document.tables[1].rows.push(row("T", "50"));
    assert_eq!(attack(&document, &Rule::STRICT_10).computable, 0);
}

#[test]
fn a_group_is_known_where_public_tables_tell_of_the_very_same_pupils() {
    let least_30 = Rule { pupils: 30, ..Rule::STRICT };
    let mut document = pupils("T 82, N 64, B ?, I ?", vec![parts("T", &["N", "B", "I"])]);
    document.tables.push(table(&[Column::Pupils], vec![row("B", "1"), row("I", "17"), row("T", "82")]));
    document.tables[1].public = true;
    assert!(attack(&document, &least_30).clean(), "18, as everybody knows");
    document.tables[1].rows.remove(1);
    assert_eq!(attack(&document, &least_30).unions, 2, "that there is one of them is known, and nothing of the others");
    // As many as are known of other pupils, but not these.
    let other = |group: &str| Row { group: group.to_owned(), cells: vec!["?".to_owned()] };
    document.relations.push(parts("U", &["V", "W"]));
    document.tables[0].rows.extend([other("V"), other("W")]);
    document.tables[1].rows.extend([row("U", "60"), row("V", "42")]);
    assert_eq!(attack(&document, &least_30).unions, 2);
}
