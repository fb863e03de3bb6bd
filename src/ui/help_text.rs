//! Keys, glossary and accessibility, in both languages. What is said of tests must be true: `tests/browser` holds what it names.

use crate::data::Lang;

/// What the foot of the page explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    Keys,
    Glossary,
    Accessibility,
}

impl Topic {
    /// Every one, in the order of the foot.
    pub(super) const ALL: [Self; 3] = [Self::Keys, Self::Glossary, Self::Accessibility];

    /// Its name.
    pub(super) fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Keys => lang.pick("Tangenter", "Keys"),
            Self::Glossary => lang.pick("Ordlista", "Glossary"),
            Self::Accessibility => lang.pick("Tillgänglighet", "Accessibility"),
        }
    }

    /// Terms and what they mean.
    pub(super) fn facts(self, lang: Lang) -> Vec<(String, String)> {
        let lines = match self {
            Self::Keys => lang.pick(KEYS_SV, KEYS_EN),
            Self::Glossary => lang.pick(GLOSSARY_SV, GLOSSARY_EN),
            Self::Accessibility => lang.pick(ACCESSIBILITY_SV, ACCESSIBILITY_EN),
        };
        lines.lines().filter_map(|line| line.split_once('|')).map(|(term, text)| (term.into(), text.into())).collect()
    }
}

const KEYS_SV: &str = "\
Tabb, Skift+Tabb|Till nästa och föregående kontroll. Den första är en genväg förbi vyer och urval.
Enter, mellanslag|Trycker på knappen, bockar i rutan.
Fält att söka i|Skriv för att söka. ↓ ↑ Page Down Page Up går mellan träffarna, Enter väljer, Esc stänger.
Val bredvid varandra|← → byter, till exempel mellan diagram och tabell. Home och End tar den första och den sista.
Diagram|← → går mellan läsår, ↑ ↓ mellan skolor. Home och End går till första och sista läsåret, Esc lämnar punkten. Värdet läses upp och står under diagrammet.
Varför detta tal?|Efter en punkt i diagrammet leder Tabb till knappen.
Fönster|Esc stänger. Rundturen också.
F2|Storbild av och på.
F1|Den här listan.
Tillbaka|Webbläsarens Bakåt och Framåt går mellan vyer och skolor i fokus: Alt+← och Alt+→ i Windows.";

const KEYS_EN: &str = "\
Tab, Shift+Tab|To the next and the previous control. The first one leads past views and choices.
Enter, space|Presses the button, ticks the box.
Search fields|Type to search. ↓ ↑ Page Down Page Up move between hits, Enter chooses, Esc closes.
Choices side by side|← → change, for instance between chart and table. Home and End take the first and the last.
Chart|← → move between school years, ↑ ↓ between schools. Home and End go to the first and last school year, Esc leaves the point. The value is read out and stands below the chart.
Why this number?|After a point of the chart, Tab leads to the button.
Window|Esc closes. The tour, too.
F2|Projector view on and off.
F1|This list.
Back|The browser’s Back and Forward go between views and schools in focus: Alt+← and Alt+→ on Windows.";

// Sources: Skolverket's reports 88 and 91 (avgångselever, examen, betygspoäng), Skolverket on huvudman, and this program's own rules.
const GLOSSARY_SV: &str = "\
Avgångselever|De som på vårterminen får examen, eller studiebevis med betyg i kurser om minst 2\u{a0}500\u{a0}poäng. En annan grupp än de som började: andelen med examen av avgångselever går inte att jämföra med examen inom tre år.
Betygspoäng|0–20 per elev: A är 20, B 17,5, C 15, D 12,5, E 10 och F 0, vägt med kursernas poäng.
Dolt värde|Visas inte, för att skydda elever: det bygger på för få elever, eller avslöjar ett annat dolt värde. Eller så är det dolt redan i filen.
Examen|Yrkesexamen eller högskoleförberedande examen. Den som inte når kraven får studiebevis.
Huvudman|Den som ansvarar för skolan: kommun, region, staten eller en enskild.
Indikator|Ett mått som alla skolor räknar på samma sätt. Definitionen står under Varför detta tal?
Intervall, 95\u{a0}%|Där kan det verkliga värdet ligga. Få elever ger ett brett intervall. Det räknar som om eleverna vore ett stickprov av dem som skolan kunde ha haft, och säger inget om fel i underlaget, bortfall eller vilka elever som går där. För närvaro i små grupper är det något för smalt.
Läsår|Skrivs 2023/24. Det är resultatåret: 2024 i en fil betyder 2023/24.
Mer än slumpen|Ändringens intervall rymmer inte noll.
Procentenhet|Skillnaden mellan två procenttal: från 61,7\u{a0}% till 69,8\u{a0}% är 8,1\u{a0}procentenheter.
Profil|Indikatorer, kolumnnamn och regeln för dolda värden, i en liten fil utan data.
Saknas|Värdet finns inte i filen.
Seriebrott|Definitionen ändrades. Värden före och efter jämförs inte.
Skola i fokus|Den egna skolan, framhävd i varje vy.
Skolenhetskod|Åtta siffror. Skolor känns igen på koden, eftersom namn ändras.
Urval|Skolor, läsår och program som visas.";

const GLOSSARY_EN: &str = "\
Leavers (avgångselever)|Those who in the spring term get a diploma, or a study certificate with grades in courses of at least 2,500 credits. Another group than those who began: the share of leavers with a diploma cannot be compared with diploma within three years.
Grade points|0–20 per pupil: A is 20, B 17.5, C 15, D 12.5, E 10 and F 0, weighted by the credits of the courses.
Withheld value|Not shown, to protect pupils: it rests on too few pupils, or gives another withheld value away. Or it is withheld in the file.
Diploma (examen)|A vocational diploma or one that prepares for higher education. Who does not reach it gets a study certificate.
Provider (huvudman)|Who is responsible for the school: municipality, region, the state or a private body.
Indicator|A measure that every school counts in the same way. The definition stands under Why this number?
Interval, 95%|The true value may lie there. Few pupils give a wide interval. It counts as if the pupils were a sample of those whom the school might have had, and says nothing of errors in the data, of missing values or of which pupils go there. For attendance in small groups it is a little too narrow.
School year (läsår)|Written 2023/24. It is the year of the result: 2024 in a file means 2023/24.
More than chance|The interval of the change does not contain zero.
Percentage point|The difference of two percentages: from 61.7% to 69.8% is 8.1\u{a0}percentage points.
Profile|Indicators, column names and the rule for withheld values, in a small file without data.
Missing|The value is not in the file.
Break in a series|The definition changed. Values before and after are not compared.
School in focus|One’s own school, emphasised in every view.
School unit code|Eight digits. Schools are known by the code, since names change.
Choices|The schools, school years and programme that are shown.";

const ACCESSIBILITY_SV: &str = "\
Bedömning|Delvis förenligt med kraven (WCAG 2.1 AA i EN\u{a0}301\u{a0}549), eftersom allt inte är prövat. Egen prövning i november 2026. Ingen utomstående har granskat programmet.
Prövat|Vid varje ny version, i Chromium: axe-core hittar inga fel i någon vy, på svenska och engelska, ljust, mörkt och i storbild, och på 320\u{a0}punkters bredd (400\u{a0}% förstoring) rullar sidan inte i sidled. Allt som går att trycka på är minst 24 × 24 punkter. En hel genomgång görs med enbart tangentbord: exempeldata, rundtur, skola, program, läsår, punkter i diagram, tabell, fil, storbild. Rubriker, landmärken och namn på kontroller är i ordning. Utskrift, telefon och hög kontrast är sedda på bild.
Inte prövat|Skärmläsare (NVDA, JAWS, VoiceOver), röststyrning och skärmförstoring. Andra webbläsare än Chromium. Personer med funktionsnedsättning har inte prövat programmet.
Kända brister|Ett diagram är en bild, vars punkter nås med piltangenterna och läses upp. Samma värden står i tabellen. Utskrifter sparade som PDF är inte anpassade.
Brister|Säg till den som du fick sidan av. Den som lägger ut den på en webbplats eller ett intranät ansvarar för en egen redogörelse, med kontaktväg och länk till Diggs anmälan.";

const ACCESSIBILITY_EN: &str = "\
Assessment|Partly in line with the requirements (WCAG 2.1 AA in EN\u{a0}301\u{a0}549), since not everything has been tested. Own tests in November 2026. Nobody from outside has audited the program.
Tested|With every new version, in Chromium: axe-core finds no violation in any view, in Swedish and English, light, dark and projected, and at a width of 320 pixels (400% zoom) the page does not scroll sideways. Everything that can be pressed is at least 24 × 24 pixels. A whole job is done by keyboard alone: example data, tour, school, programme, school years, points of charts, table, file, projector view. Headings, landmarks and names of controls are in order. Print, phone and high contrast have been looked at in pictures.
Not tested|Screen readers (NVDA, JAWS, VoiceOver), speech control and magnifiers. Browsers other than Chromium. People with disabilities have not tried the program.
Known limits|A chart is a picture, whose points are reached with the arrow keys and read out. The same values stand in the table. Prints saved as PDF are not adapted.
Problems|Tell whoever gave you the page. Who publishes it on a website or an intranet is responsible for a statement of their own, with a way to get in touch and a link to Digg’s complaint form.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_explain_the_same_things_in_little_space() {
        let mut bytes = 0;
        for topic in Topic::ALL {
            let [sv, en] = [Lang::Sv, Lang::En].map(|lang| topic.facts(lang));
            assert_eq!(sv.len(), en.len(), "{topic:?}");
            assert!(sv.len() > 4, "{topic:?}");
            let all = sv.iter().chain(&en);
            bytes += all.map(|(term, text)| term.len() + text.len()).sum::<usize>();
        }
        assert!(bytes < 9_000, "{bytes} bytes");
    }
}
