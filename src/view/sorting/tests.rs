use proptest::prelude::*;

use super::*;
use crate::view::screen::TableCell;

fn shown(text: &str) -> Number {
    Number::Shown(text.to_owned())
}

fn table(rows: &[(&str, Number)]) -> Table {
    let row = |(heading, number): &(&str, Number)| TableRow {
        heading: (*heading).to_owned(),
        focus: false,
        cells: vec![TableCell { number: number.clone(), sub: String::new() }],
    };
    Table {
        caption: String::new(),
        columns: vec!["Skola".into(), "Värde".into()],
        breaks: Vec::new(),
        rows: rows.iter().map(row).collect(),
    }
}

fn names(table: &Table, sort: Option<Sort>, lang: Lang) -> Vec<&str> {
    order(table, sort, lang).into_iter().map(|at| table.rows[at].heading.as_str()).collect()
}

#[test]
fn numbers_are_read_as_they_are_printed() {
    for (text, lang, expected) in [
        ("69,8\u{a0}%", Lang::Sv, Some(69.8)),
        ("69.8%", Lang::En, Some(69.8)),
        ("1\u{a0}284", Lang::Sv, Some(1284.0)),
        ("1,284", Lang::En, Some(1284.0)),
        ("85,8\u{2060}–\u{2060}89,0", Lang::Sv, Some(85.8)),
        ("\u{2212}11,4 till 26,5", Lang::Sv, Some(-11.4)),
        ("3,2\u{a0}procentenheter lägre", Lang::Sv, Some(-3.2)),
        ("+3,2", Lang::Sv, Some(3.2)),
        ("3.2\u{a0}percentage points higher", Lang::En, Some(3.2)),
        ("oförändrat", Lang::Sv, Some(0.0)),
        ("under 95\u{a0}%\u{2011}området", Lang::Sv, None),
        ("", Lang::Sv, None),
    ] {
        assert_eq!(leading(text, lang), expected, "{text}");
    }
}

#[test]
fn what_is_withheld_stands_last_by_name_both_ways() {
    let withheld = || Number::Withheld("dolt för att skydda elever".into());
    let found = table(&[
        ("Östra", withheld()),
        ("Åby", shown("9,5\u{a0}%")),
        ("Norra", shown("100,0\u{a0}%")),
        ("Alkulla", Number::Missing("saknas".into())),
        ("Ängby", shown("9,5\u{a0}%")),
        ("Berg", withheld()),
    ]);
    let last = ["Alkulla", "Berg", "Östra"];
    let rising = names(&found, Some(Sort { column: 1, falling: false }), Lang::Sv);
    assert_eq!(rising, [&["Åby", "Ängby", "Norra"], &last[..]].concat());
    let falling = names(&found, Some(Sort { column: 1, falling: true }), Lang::Sv);
    assert_eq!(falling, [&["Norra", "Åby", "Ängby"], &last[..]].concat());
    let by_name = names(&found, Some(Sort { column: 0, falling: true }), Lang::Sv);
    assert_eq!(by_name, ["Östra", "Ängby", "Åby", "Norra", "Berg", "Alkulla"]);
    for none in [None, Some(Sort { column: 9, falling: false })] {
        assert_eq!(order(&found, none, Lang::Sv), [0, 1, 2, 3, 4, 5]);
    }
}

#[test]
fn a_heading_pressed_three_times_is_as_it_was() {
    let first = Sort::next(None, 2);
    let second = Sort::next(first, 2);
    assert_eq!(first, Some(Sort { column: 2, falling: false }));
    assert_eq!(second, Some(Sort { column: 2, falling: true }));
    assert_eq!(Sort::next(second, 2), None);
    assert_eq!(Sort::next(second, 1), Some(Sort { column: 1, falling: false }));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a table hides may be swapped between the rows that hide something: nobody sees a difference in their order.
    #[test]
    fn the_order_of_withheld_rows_does_not_depend_on_where_they_stood(
        cells in proptest::collection::vec((0u8..3, 0u16..50), 1..20), falling: bool, turn in 0usize..20,
    ) {
        let rows: Vec<(String, Number)> = cells.iter().enumerate().map(|(at, (kind, value))| {
            let number = match kind {
                0 => Number::Withheld("dolt".into()),
                1 => Number::Missing("saknas".into()),
                _ => Number::Shown(format!("{value},5\u{a0}%")),
            };
            (format!("Skola {at:02}"), number)
        }).collect();
        let borrowed: Vec<(&str, Number)> = rows.iter().map(|(name, number)| (name.as_str(), number.clone())).collect();
        let mut turned = borrowed.clone();
        turned.rotate_left(turn % borrowed.len());
        let sort = Some(Sort { column: 1, falling });
        let (one, other) = (table(&borrowed), table(&turned));
        let sorted = names(&one, sort, Lang::Sv);
        prop_assert_eq!(&sorted, &names(&other, sort, Lang::Sv));
        let hidden = cells.iter().filter(|(kind, _)| *kind < 2).count();
        let last = &sorted[sorted.len() - hidden..];
        prop_assert!(last.is_sorted());
    }
}
