//! A drawing with its words around it, on a ground: a picture that can stand alone.

use super::{
    Paint,
    list::{Anchor, DisplayList, Ink, Prim, Text},
    text::measure,
};

/// Room on all sides, in CSS pixels.
const MARGIN_PX: f64 = 16.0;
/// Between the words and the drawing.
const GAP_PX: f64 = 12.0;
/// Font size of the title.
const TITLE_PX: f64 = 19.0;
/// Font size of everything else.
const SMALL_PX: f64 = 13.0;
/// Height of a line, by its font size.
const LINE: f64 = 1.45;

/// The words of a picture.
#[derive(Clone, Copy, Debug)]
pub struct Caption<'a> {
    /// What it shows.
    pub title: &'a str,
    /// Of whom, and when.
    pub urval: &'a str,
    /// What is to know, a paragraph each.
    pub notes: &'a [String],
}

/// The drawing below its title and above its notes.
pub fn captioned(list: DisplayList, caption: &Caption) -> DisplayList {
    let width_px = list.width_px + 2.0 * MARGIN_PX;
    let mut page = Page { width_px: list.width_px, y: MARGIN_PX, prims: Vec::new() };
    page.write(caption.title, TITLE_PX, true, Paint::Label);
    page.write(caption.urval, SMALL_PX, false, Paint::Tick);
    // On whole pixels, as it was laid out.
    page.y = (page.y + GAP_PX).round();
    page.prims.extend(list.prims.into_iter().map(|prim| moved(prim, MARGIN_PX, page.y)));
    page.y += list.height_px + GAP_PX;
    for note in caption.notes {
        page.write(note, SMALL_PX, false, Paint::Tick);
    }
    let height_px = (page.y + MARGIN_PX).ceil();
    let ground = Prim::Rect { x: 0.0, y: 0.0, width: width_px, height: height_px, ink: Ink::Fill(Paint::Plot) };
    DisplayList { width_px, height_px, prims: std::iter::once(ground).chain(page.prims).collect() }
}

struct Page {
    width_px: f64,
    y: f64,
    prims: Vec<Prim>,
}

impl Page {
    fn write(&mut self, words: &str, size_px: f64, bold: bool, paint: Paint) {
        for text in lines(words, self.width_px, size_px, bold) {
            self.y += size_px * LINE;
            let (x, y) = (MARGIN_PX, self.y - size_px * (LINE - 1.0));
            self.prims.push(Prim::Text(Text { x, y, text, anchor: Anchor::Start, size_px, bold, paint, halo: false }));
        }
    }
}

/// Words in lines that are at most so wide. A word that is wider than a line is cut.
fn lines(words: &str, width_px: f64, size_px: f64, bold: bool) -> Vec<String> {
    let fits = |line: &str| measure(line, size_px, bold) <= width_px;
    let mut lines = vec![String::new()];
    for word in words.split([' ', '\n', '\t', '\r']).filter(|word| !word.is_empty()) {
        if let Some(line) = lines.last_mut() {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if fits(&longer) {
                *line = longer;
                continue;
            }
        }
        let mut line = String::new();
        for letter in word.chars() {
            line.push(letter);
            if !fits(&line) && line.chars().nth(1).is_some() {
                line.pop();
                lines.push(std::mem::replace(&mut line, letter.to_string()));
            }
        }
        lines.push(line);
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn moved(mut prim: Prim, right_px: f64, down_px: f64) -> Prim {
    let shift = |(x, y): (&mut f64, &mut f64)| {
        *x += right_px;
        *y += down_px;
    };
    match &mut prim {
        Prim::Path { points, .. } | Prim::Polygon { points, .. } => points.iter_mut().for_each(|(x, y)| shift((x, y))),
        Prim::Rect { x, y, .. } | Prim::Circle { x, y, .. } | Prim::Text(Text { x, y, .. }) => shift((x, y)),
    }
    prim
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_words_stand_above_and_below_the_drawing() {
        let dot = Prim::Circle { x: 1.0, y: 2.0, radius: 3.0, ink: Ink::Fill(Paint::Axis) };
        let list = DisplayList { width_px: 200.0, height_px: 100.0, prims: vec![dot] };
        let notes = ["Andel av de elever som har gått ut.".to_owned(), "Källa: a.csv.".to_owned()];
        let caption = Caption { title: "Examen", urval: "Norra, 2023/24", notes: &notes };
        let text = captioned(list, &caption).to_string();
        let kinds: Vec<&str> = text.lines().skip(1).map(|line| line.rsplit(": ").next().unwrap_or(line)).collect();
        assert_eq!(kinds[1..3], ["Examen", "Norra, 2023/24"], "{text}");
        assert!(kinds[3].ends_with("r3") && kinds[3].starts_with("17,"), "{text}");
        assert_eq!(kinds[4..], ["Andel av de elever som har gått", "ut.", "a.csv."], "{text}");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_letter_is_lost_and_no_line_is_too_wide(words in "[a-zåäö ]{0,80}", width_px in 1.0_f64..300.0) {
            let found = lines(&words, width_px, 13.0, false);
            for line in &found {
                prop_assert!(measure(line, 13.0, false) <= width_px || line.chars().count() == 1, "{line}");
            }
            prop_assert_eq!(found.concat().replace(' ', ""), words.replace(' ', ""));
        }
    }
}
