//! The protection of small groups as a panel: rule, what is withheld, what the attack found, what it costs.

use super::{limits, rule};
use crate::attack::Findings;
use crate::data::{Lang, RuleSet, Shape, report_88_profile};
use crate::disclose::Protected;
use crate::view::format::count;
use crate::view::leaving::Leaving;
use crate::view::panel::{List, Panel};
use crate::view::share::share;

/// What the attack found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tried {
    /// In everything that can be shown.
    pub shown: Findings,
    /// In the file itself, where it is known how its publisher withholds numbers.
    pub source: Option<Findings>,
}

impl Tried {
    /// Makes the attack.
    pub fn on(dataset: &Protected, lang: Lang) -> Self {
        let is_known = dataset.profile.id == report_88_profile().id;
        Self {
            shown: Leaving::of(dataset, lang).everything().attack(),
            source: is_known.then(|| Leaving::of(dataset, lang).attack_source()),
        }
    }
}

/// The panel. `found` is what the attack found in everything that can be shown; `None` until it has been made.
pub fn panel(dataset: &Protected, found: Option<&Tried>, lang: Lang) -> Panel {
    let source = found.and_then(|found| found.source.as_ref());
    let found = found.map(|found| &found.shown);
    let protection = dataset.protection();
    let mut facts =
        vec![(lang.pick("Regel", "Rule"), format!("{}. {}", protection.name(lang), rule(protection, lang)))];
    if let Some(found) = found {
        facts.push((lang.pick("Prövning", "Test"), tried(found, lang)));
        facts.extend(proof(found, lang).map(|text| (lang.pick("Bevis", "Proof"), text)));
    }
    facts.push((lang.pick("Dolda tal", "Withheld numbers"), withheld(dataset, lang)));
    facts.push((lang.pick("Vad skyddet kostar", "What protection costs"), cost(dataset, lang)));
    facts.extend(in_source(dataset, found, lang).map(|text| (lang.pick("I källan", "In the source"), text)));
    facts.extend(
        source.map(|source| (lang.pick("Filens egna dolda tal", "The file’s own withheld numbers"), own(source, lang))),
    );
    let limits = List::of(lang.pick("Vad skyddet inte klarar", "What protection cannot do"), limits(lang));
    Panel {
        id: "h-skyddet",
        heading: lang.pick("Skydd av små grupper", "Protection of small groups").to_owned(),
        first: found.map_or(String::new(), |found| verdict(found, lang)),
        say: lang
            .pick(
                "Programmet försöker självt räkna ut varje dolt tal ur allt som kan visas av hela skolor och program, så som en nyfiken läsare kunde göra. Grupper och läsår som slås ihop prövas när de sparas eller skrivs ut.",
                "The program itself tries to compute each withheld number from all that can be shown of whole schools and programmes, as a curious reader could. Groups and school years put together are tried when they are saved or printed.",
            )
            .to_owned(),
        facts: facts.into_iter().map(|(term, text)| (term.to_owned(), text)).collect(),
        lists: limits.into_iter().collect(),
        ..Panel::default()
    }
}

/// `284 dolda tal prövades, 0 kunde räknas ut.`
fn verdict(found: &Findings, lang: Lang) -> String {
    let (tried, computed) = (count(found.tried.into(), lang), count(found.computable.into(), lang));
    match (found.tried, lang) {
        (0, Lang::Sv) => "Inget tal är dolt.".to_owned(),
        (0, Lang::En) => "No number is withheld.".to_owned(),
        (1, Lang::Sv) => format!("1 dolt tal prövades, {computed} kunde räknas ut."),
        (1, Lang::En) => format!("1 withheld number was tried, {computed} could be computed."),
        (_, Lang::Sv) => format!("{tried} dolda tal prövades, {computed} kunde räknas ut."),
        (_, Lang::En) => format!("{tried} withheld numbers were tried, {computed} could be computed."),
    }
}

/// What else was looked for, and found or not.
fn tried(found: &Findings, lang: Lang) -> String {
    if found.clean() {
        return lang
            .pick(
                "Inget kunde räknas ut exakt, inget ringas in för snävt, och inga två tal skiljer sig med en liten grupp.",
                "None could be computed exactly or narrowed down too far, and no two numbers differ by a small group.",
            )
            .to_owned();
    }
    let counts = [
        (found.computable, lang.pick("kan räknas ut", "can be computed")),
        (found.narrow, lang.pick("kan ringas in för snävt", "can be narrowed down too far")),
        (
            found.unions,
            lang.pick("små grupper är skillnaden mellan två tal", "small groups are the difference of two numbers"),
        ),
        (found.means + found.grades, lang.pick("medelvärden röjer en liten grupp", "means give a small group away")),
        (found.below_rule, lang.pick("visas fast regeln döljer dem", "are shown though the rule withholds them")),
        (found.indirect + found.marks, lang.pick("röjs av hur de döljs", "are given away by how they are withheld")),
        (
            found.unproven + found.contradictory,
            lang.pick("kunde inte bevisas skyddade", "could not be proven protected"),
        ),
        (found.unreadable, lang.pick("kunde inte läsas av prövningen", "could not be read by the test")),
    ];
    let told = counts.into_iter().filter(|(found, _)| *found > 0);
    let told = told.map(|(found, what)| format!("{} {what}", count(found.into(), lang))).collect::<Vec<_>>();
    format!("{}.", told.join(", "))
}

fn proof(found: &Findings, lang: Lang) -> Option<String> {
    let proven = count((found.by_forest + found.by_witness).into(), lang);
    let known = found.already > 0;
    (found.by_forest + found.by_witness > 0).then(|| match lang {
        Lang::Sv => format!(
            "För {proven} tal finns minst två skilda tabeller som stämmer med allt som visas. Övriga är medelvärden, som hålls mot gränserna för sina summor{}.",
            if known { ", eller redan röjda av filens egna summor" } else { "" }
        ),
        Lang::En => format!(
            "For {proven} numbers there are at least two different tables that agree with all that is shown. The others are means, which are held against the bounds of their sums{}.",
            if known { ", or already given away by the file’s own totals" } else { "" }
        ),
    })
}

fn withheld(dataset: &Protected, lang: Lang) -> String {
    let costs = dataset.costs();
    let of = |withheld: usize, all: usize| {
        let (part, whole) = (withheld as u64, all as u64);
        format!("{} {} {} ({})", count(part, lang), lang.pick("av", "of"), count(whole, lang), share(part, whole, lang))
    };
    let pupils = of(costs.pupils.primary + costs.pupils.secondary, costs.pupils.cells);
    let values = of(costs.values.primary + costs.values.secondary, costs.values.cells);
    match lang {
        Lang::Sv => format!("{pupils} elevantal och {values} värden, för skolor och program tillsammans."),
        Lang::En => format!("{pupils} numbers of pupils and {values} values, of schools and programmes together."),
    }
}

/// Of fewer numbers than this, withheld for their own sake or for that of others, it is not said which are how many: that one of two is
/// withheld for its own sake, or that both are, or how many pupils those have, tells how small they are.
const MANY: u64 = 20;

fn cost(dataset: &Protected, lang: Lang) -> String {
    let costs = dataset.costs();
    let more = (costs.pupils.secondary + costs.values.secondary) as u64;
    let own = (costs.pupils.primary + costs.values.primary) as u64;
    let values = costs.values.pupils;
    // A hundredth of all values, which is as closely as it is told, is more than any one small group has in all indicators.
    let indicators = dataset.profile.indicators.len() as u64;
    let is_wide = values >= 200 * u64::from(dataset.protection().smallest_group) * indicators;
    if own + more == 0 {
        return lang.pick("Inget.", "Nothing.").to_owned();
    }
    // Under some rules nothing is withheld to protect others, which everybody knows.
    let is_plain = dataset.protection().rules == RuleSet::Skolverket;
    if own < MANY || (more < MANY && !is_plain) || !is_wide {
        let unsaid = lang.pick(
            "Hur många tal som döljs för sin egen skull och hur många för att skydda dem sägs inte, för de är så få att det kunde röja dem.",
            "How many numbers are withheld for their own sake and how many to protect them is not said: they are so few that it could give them away.",
        );
        return unsaid.to_owned();
    }
    let [pupils, alone] =
        [costs.values.pupils_withheld, costs.values.pupils_primary].map(|pupils| whole_per_cent(pupils, values, lang));
    let advice = if more > own {
        lang.pick(
            " En grövre indelning, till exempel alla program, visar mer.",
            " A coarser division, such as all programmes, shows more.",
        )
    } else {
        ""
    };
    let (own, more) = (count(own, lang), count(more, lang));
    match lang {
        Lang::Sv => format!(
            "{own} tal döljs för sin egen skull och {more} för att de inte ska kunna räknas ut. {pupils} av elevernas värden ingår bara i dolda tal på sin nivå, mot {alone} om bara de första doldes.{advice}"
        ),
        Lang::En => format!(
            "{own} numbers are withheld for their own sake and {more} so that those cannot be computed. {pupils} of the pupils’ values are only in withheld numbers at their level, against {alone} if only the first were withheld.{advice}"
        ),
    }
}

/// `4 %`, `mindre än 1 %`: a part in whole per cent, and no closer.
fn whole_per_cent(part: u64, whole: u64, lang: Lang) -> String {
    let per_cent = (part * 200 / whole.max(1)).div_ceil(2);
    let (less, space) = (lang.pick("mindre än ", "less than "), lang.pick("\u{a0}", ""));
    if per_cent == 0 { format!("{less}1{space}%") } else { format!("{per_cent}{space}%") }
}

/// What the publisher of the file withheld, and did not.
fn own(found: &Findings, lang: Lang) -> String {
    let (tried, computed) = (count(found.tried.into(), lang), count(found.computable.into(), lang));
    match lang {
        Lang::Sv => format!("Av {tried} tal som är dolda i filen kan {computed} räknas ut ur resten av den."),
        Lang::En => {
            format!("Of {tried} numbers that are withheld in the file, {computed} can be computed from the rest of it.")
        }
    }
}

/// What the source's own numbers give away.
fn in_source(dataset: &Protected, found: Option<&Findings>, lang: Lang) -> Option<String> {
    let exposed = (dataset.costs().exposed as u64).max(found.map_or(0, |found| found.already.into()));
    (dataset.shape == Shape::Aggregated).then(|| match (exposed, lang) {
        (0, Lang::Sv) => "Filens egna summor röjer inget av det som är dolt.".to_owned(),
        (0, Lang::En) => "The file’s own totals give away nothing that is withheld.".to_owned(),
        (_, Lang::Sv) => format!("{} dolda tal är redan röjda av filens egna summor. Vi visar dem inte, men kan inte göra dem hemliga.", count(exposed, lang)),
        (_, Lang::En) => format!("{} withheld numbers are already given away by the file’s own totals. We do not show them, but cannot make them secret.", count(exposed, lang)),
    })
}
