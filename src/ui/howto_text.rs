//! "Så läser du diagrammet", for each kind of figure: how it is read, and what it cannot tell. Two to four sentences, in both languages.

use crate::data::Lang;

/// What kind of figure is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Schools × indicators, in Läget.
    Matrix,
    /// Lines over school years.
    Lines,
    /// Lines of changes since one school year.
    Since,
    /// Several line charts beside each other.
    Multiples,
    /// A row per school: dot and interval.
    Intervals,
    /// Schools against their number of pupils.
    Funnel,
    /// Two groups on a row, joined by a bar.
    Dumbbell,
    /// The difference of two groups over school years.
    Gap,
    /// First and last school year, joined by a line.
    Slope,
    /// Schools along one axis.
    Strip,
    /// Schools with one indicator upwards and another across.
    Pair,
}

impl Kind {
    #[cfg(test)]
    const ALL: [Self; 11] = [
        Self::Matrix,
        Self::Lines,
        Self::Since,
        Self::Multiples,
        Self::Intervals,
        Self::Funnel,
        Self::Dumbbell,
        Self::Gap,
        Self::Slope,
        Self::Strip,
        Self::Pair,
    ];

    /// What the explanation is called.
    pub(super) fn heading(self, lang: Lang) -> &'static str {
        match self {
            Self::Matrix => lang.pick("Så läser du tabellen", "How to read the table"),
            _ => lang.pick("Så läser du diagrammet", "How to read the chart"),
        }
    }

    /// The explanation.
    pub(super) fn words(self, lang: Lang) -> &'static str {
        let (sv, en) = match self {
            Self::Matrix => (
                "Varje rad är en skola, varje kolumn en indikator. Under värdet står hur det har ändrats sedan året innan, hur många elever det bygger på och ett 95\u{a0}%-intervall: där kan det verkliga värdet ligga. Att två skolor har olika tal betyder inte att skillnaden är mer än slump. Det visar Jämför.",
                "Each row is a school, each column an indicator. Below the value stand its change since the year before, the number of pupils behind it and a 95% interval: the true value may lie there. Two schools with different numbers need not differ by more than chance. Compare shows that.",
            ),
            Self::Lines => (
                "Varje punkt är ett läsår, och en punkt högre upp är ett högre värde. Linjer går upp och ner av bara slump, mest där eleverna är få. Meningen ovanför säger om den senaste ändringen är mer än så.",
                "Each point is a school year, and a point further up is a higher value. Lines go up and down by chance alone, most where pupils are few. The sentence above says whether the latest change is more than that.",
            ),
            Self::Since => (
                "Alla linjer börjar på noll det läsår som är valt. Sedan visar de hur mycket högre eller lägre värdet är än då. Når intervallet noll kan ändringen vara slump. Hur höga värdena är syns inte här.",
                "All lines begin at zero in the chosen school year. From there they show how much higher or lower the value is than then. Where the interval reaches zero the change may be chance. How high the values are is not seen here.",
            ),
            Self::Multiples => (
                "Varje ruta har sin egen linje, ritad på samma sätt. Med gemensam skala går höjden att jämföra mellan rutorna. Med egen skala syns formen bättre, men lika höga punkter är då inte lika höga värden.",
                "Each panel has its own line, drawn in the same way. With a shared scale heights can be compared between panels. With a scale of its own the shape is easier to see, but points of equal height are not equal values.",
            ),
            Self::Intervals => (
                "Varje rad är en skola. Punkten är värdet, och strecket är 95\u{a0}%-intervallet: där kan det verkliga värdet ligga. Den lodräta linjen är alla visade skolor tillsammans. Når ett intervall inte dit är det mer än slump för en enda skola, men bland många hamnar någon där ändå.",
                "Each row is a school. The dot is the value, and the bar is the 95% interval: the true value may lie there. The upright line is all schools shown together. Where an interval does not reach it, that is more than chance for a single school, but among many some land there anyway.",
            ),
            Self::Funnel => (
                "Varje punkt är en skola: längre till höger har den fler elever, högre upp ett högre värde. I det inre området hamnar 95 av 100 skolor av bara slump. Det är bredare för små skolor. Utanför den streckade linjen, 99,8\u{a0}%, är skillnaden mer än slumpen brukar ge.",
                "Each point is a school: further to the right it has more pupils, further up a higher value. In the inner region 95 of 100 schools fall by chance alone. It is wider for small schools. Outside the dashed line, 99.8%, the difference is more than chance usually gives.",
            ),
            Self::Dumbbell => (
                "Varje rad har två punkter, en för varje grupp. Strecket mellan dem är skillnaden: ju längre streck, desto större skillnad. I små grupper kan också en stor skillnad vara slump. Det står i texten.",
                "Each row has two points, one for each group. The bar between them is the difference: the longer the bar, the larger the difference. In small groups even a large difference may be chance. The text says so.",
            ),
            Self::Gap => (
                "Varje punkt är skillnaden mellan två grupper ett läsår. På nollinjen är grupperna lika. Bandet är 95\u{a0}%-intervallet: når det noll kan skillnaden vara slump. Hur högt gruppernas egna värden ligger syns inte här.",
                "Each point is the difference between two groups in a school year. On the zero line the groups are equal. The band is the 95% interval: where it reaches zero the difference may be chance. How high the groups’ own values are is not seen here.",
            ),
            Self::Slope => (
                "Varje linje har två ändar: till vänster det första läsåret, till höger det sista. En linje uppåt betyder att värdet är högre än då. Läsåren däremellan syns inte, och en brant linje kan vara slump där eleverna är få.",
                "Each line has two ends: the first school year to the left, the last to the right. A line upwards means that the value is higher than then. The years between are not seen, and a steep line may be chance where pupils are few.",
            ),
            Self::Strip => (
                "Varje punkt är en skola, och dess plats längs axeln är värdet. Det skuggade fältet, där det finns, är den mellersta hälften av skolorna. Avståndet mellan två punkter säger inte om skillnaden är mer än slump. Det visar intervallen.",
                "Each point is a school, and its place along the axis is the value. The shaded field, where there is one, is the middle half of the schools. The distance between two points does not say whether the difference is more than chance. The intervals show that.",
            ),
            Self::Pair => (
                "Varje punkt är en skola: högre upp har den ett högre värde i den ena indikatorn, längre till höger i den andra. Strecken är de valda skolornas 95\u{a0}%-intervall åt båda hållen, där de går att räkna. Två skolor vars streck går om varandra går ofta inte att skilja åt.",
                "Each point is a school: further up it has a higher value in one indicator, further to the right in the other. The bars are the 95% intervals of the chosen schools, both ways, where these can be computed. Two schools whose bars overlap can often not be told apart.",
            ),
        };
        lang.pick(sv, en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_two_to_four_short_sentences_without_jargon() {
        for kind in Kind::ALL {
            for lang in [Lang::Sv, Lang::En] {
                let words = kind.words(lang);
                let sentences = words.split_inclusive(['.', '?']).filter(|part| part.trim().len() > 3).count();
                let decimals = words.matches("99.8").count();
                assert!((2..=4).contains(&(sentences - decimals)), "{kind:?} {lang:?} has {sentences}");
                assert!(words.len() < 360, "{kind:?} {lang:?} is long: {}", words.len());
                for jargon in ["signifi", "konfidens", "confidence", "standardavvik", "residual"] {
                    assert!(!words.contains(jargon), "{kind:?}: {jargon}");
                }
            }
        }
    }
}
