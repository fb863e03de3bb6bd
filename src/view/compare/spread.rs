//! How far apart the schools lie: the distribution chart and its sentence.

use crate::data::{Indicator, Lang, sort_by};
use crate::stats::Interval;
use crate::stats::quartiles::quartiles;
use crate::view::format::count;
use crate::view::model::{DistributionChart, Level, Mark, Middle, Out, School, ValueAxis};
use crate::view::words;

/// Half of fewer schools than this is a handful, and says nothing.
const FEWEST: usize = 8;

/// The schools along the value axis. What is said of them together is made of the values that are on the screen, as they are written.
pub(super) fn spread(
    title: &str,
    (axis, schools): (&ValueAxis, &[School]),
    [centre, place, target]: [Option<Level>; 3],
    about: &Indicator,
    (empty, lang): (&str, Lang),
) -> DistributionChart {
    let scale = 10_f64.powi(i32::from(about.decimals));
    let value = |school: &School| match school.mark {
        Mark::Shown { value, .. } => Some((value * scale).round() / scale),
        _ => None,
    };
    let mut values: Vec<f64> = schools.iter().filter_map(value).collect();
    sort_by(&mut values, f64::total_cmp);
    let cut = quartiles(&values).filter(|_| values.len() >= FEWEST);
    let limits = |lo: f64, hi: f64| words::limits(Interval { lo, hi }, about, lang);
    let middle = cut.map(|[low, _, high]| Middle {
        low,
        high,
        label: format!("{} {}", lang.pick("Hälften av skolorna", "Half of the schools"), limits(low, high)),
        short: format!("{} {}", lang.pick("Hälften", "Half"), limits(low, high)),
    });
    let median = cut.map(|[_, value, _]| {
        let text = words::value(value, about, lang);
        Level {
            value,
            label: format!("{} {text}", lang.pick("Mittersta värdet", "Middle value")),
            short: format!("{} {text}", lang.pick("Mitten", "Middle")),
        }
    });
    let say = say(&values, middle.as_ref(), about, lang);
    DistributionChart {
        spoken: format!("{} {title}. {say}", lang.pick("Fördelning.", "Distribution.")),
        title: title.to_owned(),
        axis: axis.clone(),
        // Where a school lies says nothing of chance here, so none is marked as beyond it.
        schools: schools.iter().map(|school| School { out: Out::No, ..school.clone() }).collect(),
        centre: median.or(centre),
        place,
        middle,
        target,
        say,
        hidden: hidden(schools, lang),
        empty: empty.to_owned(),
    }
}

/// `De 34 skolorna med ett värde ligger mellan 40,1 % och 99,0 %, hälften av dem mellan 61,2 % och 78,0 %.`
fn say(sorted: &[f64], middle: Option<&Middle>, about: &Indicator, lang: Lang) -> String {
    let [lowest, .., highest] = sorted else { return String::new() };
    let text = |value: &f64| words::value(*value, about, lang);
    let of = count(sorted.len() as u64, lang);
    let (low, high) = (text(lowest), text(highest));
    let and = lang.pick("och", "and");
    if low == high {
        return match lang {
            Lang::Sv => format!("De {of} skolorna med ett värde har alla {low}."),
            Lang::En => format!("The {of} schools with a value all have {low}."),
        };
    }
    let half = middle.map_or(String::new(), |Middle { low, high, .. }| {
        let half = lang.pick("hälften av dem mellan", "half of them between");
        format!(", {half} {} {and} {}", text(low), text(high))
    });
    match lang {
        Lang::Sv => format!("De {of} skolorna med ett värde ligger mellan {low} {and} {high}{half}."),
        Lang::En => format!("The {of} schools with a value lie between {low} {and} {high}{half}."),
    }
}

/// How many schools have no place in the drawing. Why, the table says.
fn hidden(schools: &[School], lang: Lang) -> String {
    match schools.iter().filter(|school| !matches!(school.mark, Mark::Shown { .. })).count() {
        0 => String::new(),
        1 => lang
            .pick(
                "En skola har inget värde att visa och ritas inte.",
                "One school has no value to show and is not drawn.",
            )
            .to_owned(),
        n => {
            let words = lang.pick(
                "skolor har inget värde att visa och ritas inte.",
                "schools have no value to show and are not drawn.",
            );
            format!("{} {words}", count(n as u64, lang))
        }
    }
}
