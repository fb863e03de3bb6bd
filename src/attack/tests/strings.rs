//! What strings say.

use super::*;
use proptest::prelude::*;

#[test]
fn numbers_are_read_in_both_languages() {
    for (lang, text, expected) in [
        (Lang::Sv, "1\u{a0}284", Some(1284)),
        (Lang::Sv, "1\u{202f}284 elever", Some(1284)),
        (Lang::En, "1,284", Some(1284)),
        (Lang::En, "1,284\u{a0}pupils", Some(1284)),
        (Lang::Sv, "1 elev", Some(1)),
        (Lang::Sv, "128 4", None),
        (Lang::Sv, "1284 567", None),
        (Lang::En, "1,28", None),
        (Lang::Sv, "1,284", None),
        (Lang::En, "69,8", None),
        (Lang::Sv, "12,0", None),
        (Lang::Sv, "−3", None),
        (Lang::Sv, "tolv", None),
        (Lang::Sv, "cirka 270", None),
        (Lang::Sv, "99999999999999999999", None),
        (Lang::Sv, "1 000 001", None),
    ] {
        let mut document = document(
            &[],
            vec![table(&[Column::Pupils], vec![row("A", text), row("B", "?")])],
            vec![parts("T", &["A", "B"])],
        );
        document.tables[0].rows.push(row("T", "1"));
        document.tables.iter_mut().for_each(|table| table.lang = lang);
        let found = attack(&document, &Rule::STRICT);
        assert_eq!(found.unreadable, u32::from(expected.is_none()), "{text}");
        assert_eq!(found.contradictory, u32::from(expected.is_some_and(|number| number > 1)), "{text}");
    }
}

#[test]
fn values_and_limits_are_read_as_they_are_printed() {
    let basis = Column::Basis { of: 0, decimals: 1, method: Method::Wilson(950) };
    let points = Column::Basis { of: 1, decimals: 1, method: Method::Symmetric };
    let unreadable = |column: Column, lang: Lang, text: &str| {
        let mut document = document(
            &[share(), mean(-20_000, 20_000, 2_500, &[])],
            vec![table(&[column], vec![row("A", text)])],
            vec![],
        );
        document.tables.iter_mut().for_each(|table| table.lang = lang);
        attack(&document, &Rule::STRICT).unreadable
    };
    for (column, lang, text) in [
        (SHARE, Lang::Sv, "69,8\u{a0}%"),
        (SHARE, Lang::Sv, "69,8"),
        (SHARE, Lang::En, "69.8%"),
        (SHARE, Lang::Sv, "saknas"),
        (SHARE, Lang::Sv, "–"),
        (SHARE, Lang::Sv, ""),
        (Column::Mean { of: 1, decimals: 1 }, Lang::Sv, "\u{2212}3,2"),
        (basis, Lang::Sv, "43 elever, 95\u{a0}%\u{2011}intervall 54,9\u{2060}–\u{2060}81,4"),
        (basis, Lang::En, "43\u{a0}pupils, 95% interval 54.9\u{2060}–\u{2060}81.4"),
        (basis, Lang::Sv, "43 elever"),
        (basis, Lang::Sv, HIDDEN),
        (points, Lang::Sv, "43 elever, 95 %-intervall \u{2212}11,4 till 16,5"),
        (Column::Pupils, Lang::Sv, "<10"),
        (Column::Pupils, Lang::Sv, "färre än 10 elever"),
        (Column::Pupils, Lang::En, "fewer than 10"),
        (Column::Words, Lang::Sv, "Mer än slumpen brukar ge"),
    ] {
        assert_eq!(unreadable(column, lang, text), 0, "{text}");
    }
    for (column, lang, text) in [
        (SHARE, Lang::Sv, "101,3 %"),
        (SHARE, Lang::Sv, "\u{2212}3 %"),
        (SHARE, Lang::Sv, "<10"),
        (SHARE, Lang::Sv, "69,8 % av eleverna"),
        (SHARE, Lang::Sv, "69,"),
        (Column::Share { of: 1, decimals: 1 }, Lang::Sv, "69,8"),
        (Column::Share { of: 9, decimals: 1 }, Lang::Sv, "69,8"),
        (Column::Mean { of: 1, decimals: 1 }, Lang::Sv, "20,2"),
        (Column::Pupils, Lang::Sv, "~100"),
        (Column::Pupils, Lang::Sv, "<0"),
        (basis, Lang::Sv, "43 elever, ungefär"),
        (Column::Low { of: 0, decimals: 1, method: Method::Wilson(950) }, Lang::Sv, "54,9"),
        (Column::Interval { of: 0, decimals: 1, method: Method::Wilson(951) }, Lang::Sv, "54,9–81,4"),
        (Column::Interval { of: 0, decimals: 1, method: Method::Wilson(950) }, Lang::Sv, "81,4–54,9"),
    ] {
        assert_eq!(unreadable(column, lang, text), 1, "{text}");
    }
    let mut short = document(&[], vec![table(&[Column::Pupils, Column::Words], vec![row("A", "12")])], vec![]);
    assert_eq!(attack(&short, &Rule::STRICT).unreadable, 1);
    short.tables[0].columns.truncate(1);
    assert_eq!(attack(&short, &Rule::STRICT).unreadable, 0);
}

#[test]
fn limits_in_two_columns_are_one_interval() {
    let method = Method::Wilson(950);
    let columns =
        [Column::Pupils, Column::Low { of: 0, decimals: 1, method }, Column::High { of: 0, decimals: 1, method }];
    let mut document = document(&[share()], vec![table(&columns, vec![row("A", "? | 48,1 | 85,5")])], vec![]);
    document.legend[0].says = Says::Withheld { lowest: 0, highest: Some(300) };
    assert_eq!(told(&document), "A [20, 20]");
}

fn any_column() -> impl Strategy<Value = Column> {
    let method = prop_oneof![any::<u16>().prop_map(Method::Wilson), Just(Method::Wilson(950)), Just(Method::Symmetric)];
    (0..10_u8, 0..3_usize, 0..9_u8, method).prop_map(|(kind, of, decimals, method)| match kind {
        0 | 1 => Column::Pupils,
        2 => Column::Base(of),
        3 => Column::Share { of, decimals },
        4 => Column::Rest { of, decimals },
        5 => Column::Mean { of, decimals },
        6 => Column::Interval { of, decimals, method },
        7 => Column::Low { of, decimals, method },
        8 => Column::High { of, decimals, method },
        _ => Column::Basis { of, decimals, method },
    })
}

fn any_cell() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[-−<~]?[0-9]{1,14}([., ][0-9]{0,9})?( ?%| elever)?",
        "[0-9]{1,3}([,][0-9]{0,2})?",
        Just(HIDDEN.to_owned()),
        Just("..".to_owned()),
        Just("~100".to_owned()),
        "[0-9]{1,3} elever, 95 %-intervall [0-9]{1,2}(,[0-9])?–[0-9]{1,3}(,[0-9])?",
    ]
}

fn any_relation() -> impl Strategy<Value = Relation> {
    let name = || "[A-E]";
    prop_oneof![
        (name(), prop::collection::vec(name(), 0..4)).prop_map(|(whole, parts)| Relation::Parts { whole, parts }),
        (name(), name()).prop_map(|(inner, outer)| Relation::Nested { inner, outer }),
        prop::collection::vec(0..4_usize, 0..4).prop_map(Relation::Outcomes),
        prop::collection::vec(0..4_usize, 0..4).prop_map(Relation::Cumulative),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_strings_and_no_structure_make_it_fail(
        columns in prop::collection::vec(any_column(), 1..5),
        rows in prop::collection::vec(("[A-E]", prop::collection::vec(any_cell(), 0..6)), 0..6),
        relations in prop::collection::vec(any_relation(), 0..5),
        scale in (any::<i64>(), any::<i64>(), any::<i64>()),
        lowest in any::<u32>(),
        highest in any::<Option<u32>>(),
    ) {
        let rows = rows.into_iter().map(|(group, cells)| Row { group, cells }).collect();
        let odd = Measure { base: Base::Own, ..mean(scale.0, scale.1, scale.2, &[scale.2, scale.0, 0]) };
        let mut document = document(&[share(), gbp(), odd], vec![table(&columns, rows)], relations);
        document.legend.push(mark("..", Says::Withheld { lowest, highest }));
        let found = attack(&document, &Rule::STRICT);
        document.tables.iter_mut().for_each(|table| table.lang = Lang::En);
        document.tables[0].public = true;
        let public = attack(&document, &Rule::SKOLVERKET);
        prop_assert!(found.tried <= 60 && public.tried <= 60);
    }
}
