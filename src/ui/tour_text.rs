//! The words of the tour, in both languages.

use super::text::texts;
use crate::data::Lang;
use crate::state::Stop;

texts! {
    offer: "Första gången här?", "First time here?";
    offer_rest: "En rundtur i några steg visar var allt finns.", "A tour of a few steps shows where things are.";
    take: "Ta rundturen", "Take the tour";
    decline: "Nej tack", "No thanks";
    tour: "Rundtur", "Tour";
    tour_say: "Några korta steg visar var allt finns. Den går att avsluta när som helst.", "A few short steps show where things are. You can leave it at any time.";
    tour_say_demo: "Några korta steg med påhittade data visar var allt finns. Den går att avsluta när som helst.", "A few short steps with invented data show where things are. You can leave it at any time.";
    next: "Nästa", "Next";
    back: "Tillbaka", "Back";
    done: "Klart", "Done";
    end: "Avsluta rundturen", "Leave the tour";
    folded: "Fälten fälls ut med Ändra.", "The fields unfold with Change.";
}

/// `Steg 2 av 5`
pub(super) fn step(place: usize, of: usize, lang: Lang) -> String {
    let number = place + 1;
    match lang {
        Lang::Sv => format!("Steg {number} av {of}"),
        Lang::En => format!("Step {number} of {of}"),
    }
}

/// Heading and words of a stop.
pub(super) fn stop(stop: Stop, lang: Lang) -> (&'static str, &'static str) {
    match stop {
        Stop::Focus => (
            lang.pick("Skola i fokus", "School in focus"),
            lang.pick(
                "Här väljer du er skola. Skriv några bokstäver för att söka. Skolan är framhävd i varje diagram, och svaret överst handlar om den.",
                "Choose your school here. Type a few letters to search. The school stands out in every chart, and the answer at the top is about it.",
            ),
        ),
        Stop::Urval => (
            lang.pick("Urval", "Choices"),
            lang.pick(
                "Här väljer du vad som visas: skolor att jämföra med, läsår och program, om filen har dem. Valen gäller i alla vyer.",
                "Choose here what is shown: schools to compare with, school years and programmes, if the file has them. The choices hold in every view.",
            ),
        ),
        Stop::Chance => (
            lang.pick("Värde, ändring och slump", "Value, change and chance"),
            lang.pick(
                "Varje kort är en indikator: värdet, antalet elever och ändringen sedan året innan. Fylld punkt betyder mer än slumpen brukar ge, tom punkt att det kan vara slump. Varför detta tal? visar vad talet bygger på.",
                "Each card is an indicator: the value, the number of pupils and the change since the year before. A solid dot means more than chance usually gives, a hollow dot that it may be chance. Why this number? shows what it rests on.",
            ),
        ),
        Stop::Take => (
            lang.pick("Diagram, tabell och filer", "Chart, table and files"),
            lang.pick(
                "Tabell visar samma tal som diagrammet. Bredvid finns det som går att spara. Det som är dolt för att skydda elever är dolt i filerna också.",
                "Table shows the same numbers as the chart. Beside it is what can be saved. What is withheld to protect pupils is withheld in the files, too.",
            ),
        ),
        Stop::Data => (
            lang.pick("Data och rapport", "Data and report"),
            lang.pick(
                "Här står vad som hände med varje rad i filen och hur små grupper skyddas. Här läser du in egna filer, och här finns rundturen.",
                "Here you see what became of each row of the file, and how small groups are protected. Open files of your own here. The tour is here, too.",
            ),
        ),
    }
}
