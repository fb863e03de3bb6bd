//! What the protection of small groups cannot do, plainly.

use crate::data::Lang;

/// One sentence or two per limit.
pub(super) fn limits(lang: Lang) -> Vec<String> {
    let texts: [(&str, &str); 8] = [
        (
            "Skyddet gäller allt som visas och sparas ur samma inläsning. Den som har en tidigare fil, eller en annan inläsning, kan jämföra dem. Programmet minns vad som har sparats, kopierats och skrivits ut tills fliken stängs, och varnar.",
            "The protection holds for all that is shown and saved of one import. Whoever has an earlier file, or another import, can compare them. The program remembers what was saved, copied and printed until the tab is closed, and warns.",
        ),
        (
            "När uppgifter rättas, kommer till eller skolor slås ihop ändras summor med några elever. Sådana jämförelser mellan versioner skyddas inte. Spara hellre en gång per mätdag.",
            "When data are corrected or added, or schools are merged, totals change by a few pupils. Such comparisons between versions are not protected. Rather save once per day of measurement.",
        ),
        (
            "Det som läsaren redan vet, om en klass, ett eget resultat eller en kollegas grupp, gör gissningar säkrare.",
            "What the reader already knows, of a class, an own result or a colleague’s group, makes guesses surer.",
        ),
        (
            "Den som känner till regeln förstår att minst ett av de dolda talen är litet.",
            "Whoever knows the rule understands that at least one of the withheld numbers is small.",
        ),
        (
            "Ett tal som döljs för att skydda ett annat kan ringas in, men inte räknas ut. Det som skyddas har alltid många möjliga värden kvar, eller alla från noll till hela gruppen.",
            "A number that is withheld to protect another can be narrowed down, but not computed. What is protected always keeps many possible values, or all from zero to the whole group.",
        ),
        (
            "Källans egna tal kan redan röja det som döljs här. Att vi tiger ändrar inte det.",
            "The source’s own numbers may already give away what is withheld here. Our silence does not change that.",
        ),
        (
            "Avrundade medelvärden och andelar skyddar stora grupper, inte små. Ett diagram är lika exakt som sin tabell, så ett dolt värde har ingen plats i det.",
            "Rounded means and shares protect large groups, not small ones. A chart is as exact as its table, so a withheld value has no place in it.",
        ),
        (
            "Att dölja tal är inte att göra uppgifter anonyma. En fil med en rad per elev är fortfarande personuppgifter. ”0 kunde räknas ut” gäller det här underlaget och den här regeln, och är ingen juridisk bedömning.",
            "To withhold numbers is not to make data anonymous. A file with one row per pupil remains personal data. “0 could be computed” is about these data and this rule, and is no legal judgement.",
        ),
    ];
    texts.iter().map(|(sv, en)| lang.pick(*sv, *en).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn v20_that_the_rule_itself_tells_is_said() {
        for (lang, words) in [(Lang::Sv, ["känner till regeln", "litet"]), (Lang::En, ["knows the rule", "small"])] {
            let is_said = |text: &String| words.iter().all(|word| text.contains(word));
            assert_eq!(limits(lang).iter().filter(|text| is_said(text)).count(), 1);
        }
    }
}
