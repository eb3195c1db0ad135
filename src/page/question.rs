//! A question to see what is known, and its answer: the same wherever one is asked.

use super::{Line, Page, Reader, Tone, writer::Writer};
use crate::catalog::{Answer, Asked, Question};

/// An answer to choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offered<'a> {
    /// What it says.
    pub text: &'a str,
    /// Whether it is the right one.
    pub is_right: bool,
}

/// The answers to choose from, in an order that is the same each time but tells nothing;
/// none where one answers in one's own words.
pub fn offered(question: &Question) -> Vec<Offered<'_>> {
    let Answer::Choose(options) = &question.answer else { return Vec::new() };
    let each = options.iter().enumerate();
    let mut offered: Vec<Offered<'_>> =
        each.map(|(at, text)| Offered { text, is_right: at == 0 }).collect();
    offered.sort_by_key(|it| mixed(&question.id, it.text));
    offered
}

/// A number that looks thrown (Fowler, Noll and Vo, FNV-1a), the same for the same texts.
fn mixed(id: &str, text: &str) -> u64 {
    let letters = id.bytes().chain(text.bytes());
    let sum = letters.fold(0xcbf2_9ce4_8422_2325_u64, |sum, it| {
        (sum ^ u64::from(it)).wrapping_mul(0x0100_0000_01b3)
    });
    // Its upper bits are the better mixed.
    sum.rotate_left(32)
}

/// What is asked, with the code it is about.
pub fn asked<'a>(reader: Reader<'a>, question: &'a Question) -> Page<'a> {
    let mut writer = Writer::part(reader, reader.columns);
    writer.paragraph(&*question.asks, Tone::Strong);
    if let Some(code) = &question.code {
        writer.gap();
        for line in &code.lines {
            let text = line.trim_start();
            // As deep as it is written, as far as that leaves room for what is written.
            let deep = (line.len() - text.len()).min(reader.columns / 3);
            writer.hanging(" ".repeat(2 + deep), Tone::Text, text, Tone::Text);
        }
    }
    writer.into_part()
}

/// The right answer, and why it is that.
pub fn solved<'a>(reader: Reader<'a>, question: &'a Question) -> Page<'a> {
    let mut writer = Writer::part(reader, reader.columns);
    let answer = match &question.answer {
        Answer::Choose(options) => options.first(),
        Answer::Output(text) | Answer::Recall(text) => Some(text),
    };
    for line in answer.into_iter().flat_map(|it| it.lines()) {
        writer.paragraph(line, Tone::Accent);
    }
    writer.line(Line::default());
    writer.paragraph(&*question.why, Tone::Muted);
    writer.into_part()
}

/// What is asked in an interview.
pub fn posed<'a>(reader: Reader<'a>, asked: &'a Asked) -> Page<'a> {
    let mut writer = Writer::part(reader, reader.columns);
    writer.paragraph(&*asked.asks, Tone::Strong);
    writer.into_part()
}

/// A good answer to that, and what the asker listens for.
pub fn model<'a>(reader: Reader<'a>, asked: &'a Asked) -> Page<'a> {
    let mut writer = Writer::part(reader, reader.columns);
    writer.paragraph(&*asked.answer, Tone::Accent);
    writer.line(Line::default());
    writer.paragraph(format!("The asker listens for: {}", asked.listens_for), Tone::Muted);
    writer.into_part()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;

    #[test]
    fn the_right_answer_stands_at_each_place_about_as_often() {
        let mut places = [0_u32; 4];
        for question in Catalog::embedded().questions() {
            let offered = offered(question);
            assert_eq!(
                offered.iter().filter(|it| it.is_right).count(),
                usize::from(!offered.is_empty())
            );
            if let Some(at) = offered.iter().position(|it| it.is_right) {
                places[at] += 1;
            }
        }
        let all: u32 = places.iter().sum();
        assert!(places.iter().all(|it| it * 100 / all > 20), "{places:?}");
    }
}
