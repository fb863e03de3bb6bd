//! What a column that points out persons looks like.

use crate::data::Lang;
use crate::ingest::Identity;

/// What such a column looks like: `personnummer`.
pub(super) fn kind(identity: Identity, lang: Lang) -> &'static str {
    match identity {
        Identity::Personnummer => lang.pick("personnummer", "personal identity numbers"),
        Identity::Samordningsnummer => lang.pick("samordningsnummer", "coordination numbers"),
        Identity::TemporaryNumber => lang.pick("tillfälliga personnummer", "temporary identity numbers"),
        Identity::BirthDate => lang.pick("födelsedatum", "dates of birth"),
        Identity::Email => lang.pick("e-postadresser", "e-mail addresses"),
        Identity::Phone => lang.pick("telefonnummer", "telephone numbers"),
        Identity::Name => lang.pick("namn på personer", "names of persons"),
        Identity::FreeText => {
            lang.pick("fri text, där vad som helst kan stå", "free text, in which anything may be told")
        }
        Identity::NearlyUnique => {
            lang.pick("ett eget värde för nästan varje elev", "a value of its own for nearly every pupil")
        }
    }
}

/// The same, short enough to stand in brackets.
pub(super) fn short_kind(identity: Identity, lang: Lang) -> &'static str {
    match identity {
        Identity::FreeText => lang.pick("fri text", "free text"),
        Identity::NearlyUnique => lang.pick("nästan varje värde är olika", "nearly every value is different"),
        other => kind(other, lang),
    }
}
