//! The words of Jämför, in both languages.

use super::text::texts;
use crate::data::Lang;

texts! {
    question_compare: "Jämför: skiljer vi oss?", "Compare: do we differ?";
    interval_heading: "Skolorna med intervall", "The schools with intervals";
    funnel_heading: "Skolorna mot antalet elever", "The schools against their number of pupils";
    order: "Ordning", "Order";
    by_name: "Bokstavsordning", "Alphabetical";
    by_value: "Efter värde", "By value";
    lens: "Visa", "Show";
    lens_off: "Värden", "Values";
    lens_on: "Värden och utjämnade värden", "Values and evened-out values";
    school_keys: "Gå mellan skolorna med piltangenterna. Home och End går till den första och den sista, Esc lämnar skolan.",
        "Move between the schools with the arrow keys. Home and End go to the first and the last, Esc leaves the school.";
    howto_school: "En annan skola. Peka på den för att se vilken.", "Another school. Point at it to see which.";
    howto_hidden: "Dolt värde. Det har ingen plats på axlarna.", "A withheld value. It has no place on the axes.";
    howto_interval: "Strecket är 95 %-intervallet: där kan det verkliga värdet ligga.", "The bar is the 95% interval: the true value may lie there.";
    howto_centre: "Den lodräta linjen är alla visade skolor tillsammans. Når ett intervall inte dit är det mer än slump för en enda skola, men bland många hamnar någon där ändå.",
        "The upright line is all schools shown together. Where an interval does not reach it, that is more than chance for a single school, but among many some land there anyway.";
    howto_region: "Det inre området: där hamnar 95 av 100 skolor av bara slump. Det är bredare för små skolor.",
        "The inner region: where 95 of 100 schools fall by chance alone. It is wider for small schools.";
    howto_far: "Utanför den streckade linjen, 99,8 %, är skillnaden mer än slumpen brukar ge.",
        "Outside the dashed line, 99.8%, the difference is more than chance usually gives.";
}
