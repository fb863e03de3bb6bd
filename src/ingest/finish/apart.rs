//! Takes pupils who are counted in a whole, and have none of its values, out of what these rest on.

use crate::data::{Cell, Dataset, Missing};

/// Where the number of such pupils is withheld, it is not known what the values rest on: they are left out.
pub(super) fn take_out(dataset: &mut Dataset) {
    let found = (0..dataset.entries()).filter_map(|whole| Some((whole, dataset.apart(whole)?)));
    for (whole, apart) in found.collect::<Vec<_>>() {
        let rest = dataset.told(whole).zip(dataset.told(apart)).map_or(0, |(all, apart)| all.saturating_sub(apart));
        let indicators = dataset.profile.indicators.len();
        for of in 0..indicators {
            let does_not_apply = dataset.cells(apart)[of].left_out.of(Missing::NotApplicable) > 0;
            let cell: &mut Cell = &mut dataset.cells[whole * indicators + of];
            let pupils = cell.pupils();
            if pupils > 0 && does_not_apply {
                cell.sums.sum = cell.sums.sum / i128::from(pupils) * i128::from(rest);
                cell.sums.n = rest;
                if rest == 0 {
                    cell.left_out.add(Missing::WithheldInSource, 1);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::data::{Dataset, Dim};
    use crate::ingest::fixture;

    /// A school of which so many are in International Baccalaureate, as report 88 of 2019/20 tells of it.
    fn school(baccalaureate: &str, science: &str) -> Dataset {
        let line = |programme: &str, pupils: &str, diploma: &str, points: &str| {
            format!(
                "Skolan;10000001;Byn;9999;Kommunal;Byn;2120000000;{programme};{pupils};{diploma};{diploma};{points}\n"
            )
        };
        let mut csv = "Valt läsår: 2019/20\n\nSkola;Skol-enhetskod;Skolkommun;Kommun-kod;Typ av huvudman;Huvudman;Huvudman orgnr;Program;Totalt antal;Andel (%) med examen;Andel (%) med grundl. behörighet;GBP för elever med examen eller studiebevis\n".to_owned();
        csv += &line("Nationella program", "111", "84,4", "13,6");
        csv += &line("Högskoleförberedande program", "92", "80,5", "14,1");
        csv += &line("Yrkesprogram", "19", "100,0", "11,8");
        csv += &line("International Baccalaureate", baccalaureate, ".", ".");
        csv += &line("Naturvetenskapsprogrammet", science, "80,5", "14,1");
        csv += &line("Vård- och omsorgsprogrammet", "19", "100,0", "11,8");
        fixture::dataset(&csv)
    }

    /// By programme, how many pupils the first and the last value rest on, and the first.
    fn bases(dataset: &Dataset) -> Vec<(u64, u64, Option<f64>)> {
        let programmes = dataset.dimension(Dim::Programme).expect("programmes");
        let names = ["Nationella program", "Högskoleförberedande program", "Yrkesprogram", "Naturvetenskapsprogrammet"];
        let of = |name: &&str| {
            let code = programmes.find(name).expect("a programme");
            let entry = programmes.codes.iter().position(|other| *other == code).expect("its row");
            let cells = dataset.cells(entry);
            (cells[0].pupils(), cells[2].pupils(), cells[0].mean())
        };
        names.iter().map(of).collect()
    }

    #[test]
    fn values_rest_on_those_to_whom_they_apply() {
        let (all, preparatory, rest) = ((96, 96, Some(84.4)), (77, 77, Some(80.5)), (19, 19, Some(100.0)));
        assert_eq!(bases(&school("15", "77")), [all, preparatory, rest, preparatory]);
        let unknown = (0, 0, None);
        assert_eq!(
            bases(&school("..", "77")),
            [unknown, unknown, rest, preparatory],
            "nobody knows how many those are"
        );
        let (all, preparatory) = ((111, 111, Some(84.4)), (92, 92, Some(80.5)));
        assert_eq!(bases(&school("15", "92")), [all, preparatory, rest, preparatory], "the others are everybody");
    }
}
