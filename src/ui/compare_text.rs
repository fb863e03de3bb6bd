//! The words of Jämför, in both languages.

use super::text::texts;
use crate::data::Lang;
use crate::view::screen::{Angle, Lens};

texts! {
    question_compare: "Jämför: skiljer vi oss?", "Compare: do we differ?";
    interval_heading: "Skolorna med intervall", "The schools with intervals";
    funnel_heading: "Skolorna mot antalet elever", "The schools against their number of pupils";
    pairwise_heading: "Skolorna två och två", "The schools two at a time";
    wider_heading: "Skolorna mot antalet elever, vidgade gränser", "The schools against their number of pupils, widened limits";
    strip_heading: "Hur skolorna fördelar sig", "How the schools are distributed";
    against: "Vågrätt", "Across";
    angle: "Diagram", "Chart";
    order: "Ordning", "Order";
    by_name: "Bokstavsordning", "Alphabetical";
    by_value: "Efter värde", "By value";
    lens: "Visa", "Show";
    school_keys: "Gå mellan skolorna med piltangenterna. Home och End går till den första och den sista, Esc lämnar skolan.",
        "Move between the schools with the arrow keys. Home and End go to the first and the last, Esc leaves the school.";
    howto_school: "En annan skola. Peka på den för att se vilken.", "Another school. Point at it to see which.";
    howto_hidden: "Dolt värde. Det har ingen plats på axlarna.", "A withheld value. It has no place on the axes.";
    howto_bound: "Källan anger bara en gräns. Den har ingen plats på axlarna.", "The source only gives a bound. It has no place on the axes.";
}

/// What the schools are seen through.
pub(super) fn lens_name(lens: Lens, lang: Lang) -> &'static str {
    match lens {
        Lens::Values => lang.pick("Värden", "Values"),
        Lens::Evened => lang.pick("Värden och utjämnade värden", "Values and evened-out values"),
        Lens::Pairwise => lang.pick("Intervall för att jämföra två och två", "Intervals to compare two at a time"),
        Lens::Wider => lang.pick("Tratt med vidgade gränser", "Funnel with widened limits"),
        Lens::Exact => lang.pick("Tratt med exakta gränser", "Funnel with exact limits"),
    }
}

/// What is shown of the schools.
pub(super) fn angle_name(angle: Angle, lang: Lang) -> &'static str {
    match angle {
        Angle::Chance => lang.pick("Intervall och tratt", "Intervals and funnel"),
        Angle::Spread => lang.pick("Fördelning", "Distribution"),
        Angle::Pair => lang.pick("Två indikatorer", "Two indicators"),
    }
}
