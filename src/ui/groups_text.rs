//! The words of Grupper, in both languages.

use super::text::texts;
use crate::data::Lang;

texts! {
    question_groups: "Grupper: för vilka?", "Groups: for whom?";
    gap_heading: "Skillnaden över tid", "The difference over time";
    rows_heading: "Grupperna sida vid sida", "The groups side by side";
    all_heading: "Alla grupper", "All groups";
    one_year: "Med flera läsår i urvalet visas också hur skillnaden har varit över tid.",
        "With several school years chosen, the difference over time is shown, too.";
    howto_other: "En grupp av eleverna. Färg, streck och form hör ihop. Peka på linjen för att se intervallet.",
        "A group of the pupils. Colour, dash and shape belong together. Point at the line to see its interval.";
    howto_many: "En av många grupper. Peka på linjen för att se vilken.", "One of many groups. Point at the line to see which.";
    split: "Dela upp på", "Divide by";
    compare_group: "Jämför", "Compare";
    with_group: "med", "with";
    to_data: "Till Data", "To Data";
    row_keys: "Gå mellan raderna med pil upp och ner, och mellan grupperna med pil vänster och höger. Home och End går till den första och den sista, Esc lämnar raden.",
        "Move between the rows with the up and down arrows, and between the groups with left and right. Home and End go to the first and the last, Esc leaves the row.";
}
