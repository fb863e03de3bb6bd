//! What stands beside a character.

/// What stands next to a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// A small letter, or one of a script without capitals.
    Lower,
    /// A capital.
    Upper,
    /// A digit.
    Digit,
    /// Space, punctuation, a symbol, or the end.
    Other,
}

impl Side {
    /// What `c` is to its neighbours. Symbols that Unicode counts as letters are symbols here.
    pub(super) fn of(c: char) -> Self {
        match c {
            '0'..='9' => Self::Digit,
            'ª' | 'º' | 'µ' | 'ƒ' | 'π' | 'Ω' | 'ﬁ' | 'ﬂ' | 'ˆ' | 'ˇ' => Self::Other,
            _ if c.is_uppercase() => Self::Upper,
            _ if c.is_alphabetic() => Self::Lower,
            _ => Self::Other,
        }
    }

    /// Whether it is a letter of any kind.
    pub(super) fn is_letter(self) -> bool {
        matches!(self, Self::Lower | Self::Upper)
    }
}
