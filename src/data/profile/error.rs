//! Why a profile file cannot be used.

use super::indicator::Indicator;
use crate::data::Lang;

/// Why a text is no usable profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProfileError {
    /// Not JSON, or not the expected fields: line, column and the reader's own message.
    Syntax {
        /// Line in the file, from 1.
        line: usize,
        /// Column in that line, from 1.
        column: usize,
        /// What the JSON reader says.
        message: String,
    },
    /// Fewer than three indicators.
    TooFew(usize),
    /// Two indicators with the same identifier.
    Twice(String),
    /// An indicator whose scale is empty, or a share that is not 0 to 100 per cent.
    Scale(String),
    /// An identifier that is empty or that the program uses itself (`antal`).
    Identifier(String),
    /// More decimals than a value can have.
    Decimals(String),
    /// A break without words, or two of an indicator in the same school year.
    Breaks(String),
    /// Steps of something that is no mean, or not between two and [`Indicator::MOST_STEPS`] values in ascending order on the scale.
    Steps(String),
    /// What an indicator is within is no other share, is itself within the first, or has another one within it already.
    Within(String),
    /// A target of this indicator that cannot be.
    Target(String),
    /// A threshold under ten.
    SmallestGroup(u32),
    /// A dimension that does not exist.
    Dimension(String),
}

impl ProfileError {
    /// What is wrong and what to do, for people.
    pub fn sentence(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Syntax { line, column, message }, Lang::Sv) => format!(
                "Profilen kunde inte läsas: rad {line}, tecken {column} ({message}). Spara profilen på nytt från programmet, eller rätta filen på det stället."
            ),
            (Self::Syntax { line, column, message }, Lang::En) => format!(
                "The profile could not be read: line {line}, character {column} ({message}). Save the profile again from the program, or correct the file there."
            ),
            (Self::TooFew(found), Lang::Sv) => {
                format!("Profilen har {found} indikatorer. Den behöver minst tre gemensamma.")
            }
            (Self::TooFew(found), Lang::En) => format!("The profile has {found} indicators. It needs at least three."),
            (Self::Twice(id), Lang::Sv) => {
                format!("Indikatorn ”{id}” finns två gånger i profilen. Ge den ena ett annat id.")
            }
            (Self::Twice(id), Lang::En) => {
                format!("The indicator “{id}” is in the profile twice. Give one of them another id.")
            }
            (Self::Scale(id), Lang::Sv) => format!(
                "Skalan för ”{id}” stämmer inte. ”lowest” ska vara mindre än ”highest”, och en andel (share) ska gå från 0 till 100 procent."
            ),
            (Self::Scale(id), Lang::En) => format!(
                "The scale of “{id}” is wrong. “lowest” must be less than “highest”, and a share must go from 0 to 100 per cent."
            ),
            (Self::Identifier(id), Lang::Sv) => format!("En indikator kan inte ha id ”{id}”. Ge den ett annat."),
            (Self::Identifier(id), Lang::En) => format!("An indicator cannot have the id “{id}”. Give it another."),
            (Self::Decimals(id), Lang::Sv) => format!("”{id}” har för många decimaler. Högst 6 går att visa."),
            (Self::Decimals(id), Lang::En) => format!("“{id}” has too many decimals. At most 6 can be shown."),
            (Self::Breaks(id), Lang::Sv) => format!(
                "Ändringarna (breaks) av ”{id}” stämmer inte. Var och en behöver en text på svenska, och två kan inte gälla från samma läsår."
            ),
            (Self::Breaks(id), Lang::En) => format!(
                "The changes (breaks) of “{id}” are wrong. Each needs a text in Swedish, and two cannot begin in the same school year."
            ),
            (Self::Steps(id), Lang::Sv) => format!(
                "Stegen (steps) för ”{id}” stämmer inte. De hör till ett medelvärde (mean), är minst två, står i stigande ordning inom skalan och ligger på ett jämnt rutnät med högst {} rutor.",
                Indicator::MOST_STEPS
            ),
            (Self::Steps(id), Lang::En) => format!(
                "The steps of “{id}” are wrong. They belong to a mean, are at least two, stand in ascending order on the scale, and lie on an even grid of at most {} units.",
                Indicator::MOST_STEPS
            ),
            (Self::Within(id), Lang::Sv) => format!(
                "”{id}” kan inte ingå i den indikator som ”within” nämner. Båda ska vara andelar (share) i samma profil, ingen kan ingå i sig själv, och bara en kan ingå i var och en."
            ),
            (Self::Within(id), Lang::En) => format!(
                "“{id}” cannot be within the indicator that “within” names. Both must be shares in the same profile, none can be within itself, and only one can be within each."
            ),
            (Self::Target(id), Lang::Sv) => format!(
                "Ett mål (targets) för ”{id}” stämmer inte. Indikatorn ska finnas i profilen, värdet ligga på dess skala, och två mål kan inte gälla samma läsår."
            ),
            (Self::Target(id), Lang::En) => format!(
                "A target (targets) of “{id}” is wrong. The indicator must be in the profile, the value on its scale, and two targets cannot hold for the same school year."
            ),
            (Self::SmallestGroup(found), Lang::Sv) => {
                format!("Profilen vill visa grupper ned till {found} elever. Minsta tillåtna grupp är 10.")
            }
            (Self::SmallestGroup(found), Lang::En) => {
                format!("The profile would show groups down to {found} pupils. The smallest group allowed is 10.")
            }
            (Self::Dimension(id), Lang::Sv) => {
                format!("Profilen nämner kolumnen ”{id}”, som programmet inte känner till.")
            }
            (Self::Dimension(id), Lang::En) => {
                format!("The profile names the column “{id}”, which the program does not know.")
            }
        }
    }
}
