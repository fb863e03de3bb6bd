//! What a text or a column gives away about a person, so that the importer can refuse it, leave it out or mask it.
//!
//! ```text
//! text ─number (personnummer and its kin)─contact (e-mail, phone)─▶ of_text, mask (masked)
//! column ─number─contact─birth─names─free_text─unique─▶ of_column       wording: what captions say
//! ```
//!
//! All of it errs on the side of the pupil: what may be a person's is said to be so unless the caption or the values show that it
//! belongs to a school, a place or a measure. Nothing found is no proof that a file is anonymous.

mod birth;
mod column;
mod contact;
mod date;
mod free_text;
mod mask;
mod names;
mod number;
mod sample;
mod serial;
mod unique;
mod wording;

pub(crate) use column::of_column;
pub(crate) use mask::{masked, of_text};

/// What a text or a column gives away about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Identity {
    /// A personnummer, whole or with its last four masked: `811228-9874`, `19811228-****`.
    Personnummer,
    /// A personnummer's stand-in for those not registered in Sweden: the day is 60 higher.
    Samordningsnummer,
    /// A number that a school system has made up around a birth date: `20050312-T123`, `20050312TF12`.
    TemporaryNumber,
    /// Dates of birth. Only columns; one date by itself may be any date.
    BirthDate,
    /// An e-mail address.
    Email,
    /// A Swedish telephone number.
    Phone,
    /// Names of persons. Only columns.
    Name,
    /// Sentences, in which anything may be told. Only columns.
    FreeText,
    /// Another value in nearly every row, or the number of a pupil: points out one person to whoever has the list. Only columns.
    NearlyUnique,
}

impl Identity {
    /// Whether such data single a person out by themselves.
    pub fn is_strong(self) -> bool {
        match self {
            Self::Personnummer | Self::Samordningsnummer | Self::TemporaryNumber | Self::Email | Self::Phone => true,
            Self::BirthDate | Self::Name | Self::FreeText | Self::NearlyUnique => false,
        }
    }
}
