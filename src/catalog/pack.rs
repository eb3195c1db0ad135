//! What is read when it is asked for: many small texts as one, taken apart on demand.
//!
//! Each text that is part of the program costs a pointer that has to be set right
//! when it starts. Where there are thousands of texts that a visit seldom looks
//! at, they are kept as one text instead, and its parts borrow from it.

use std::sync::OnceLock;

use databake::{Bake, CrateEnv, TokenStream, quote};
use strum::VariantArray as _;

use super::{Answer, Asked, ClimbId, Code, Interview, List, Manner, Question, RoleId, Text};

/// Between things. No text of the catalog has such a character in it, nor the next ones.
const THING: char = '\u{1d}';
/// Between the fields of a thing.
const FIELD: char = '\u{1f}';
/// Between the parts of a field.
const PART: char = '\u{1e}';

/// Things that are kept as one text until somebody asks for them.
#[derive(Clone, Debug)]
pub(super) struct Packed<T: 'static> {
    text: &'static str,
    things: OnceLock<List<T>>,
}

/// Something that can be kept as text.
pub(super) trait Pack: Sized {
    /// Its fields.
    fn packed(&self) -> Vec<String>;

    /// The thing that has these fields; none if they are those of something else.
    fn unpacked(fields: &mut dyn Iterator<Item = &'static str>) -> Option<Self>;
}

impl<T: Pack> Packed<T> {
    /// What the build has packed.
    pub(super) const fn baked(text: &'static str) -> Self {
        Self { text, things: OnceLock::new() }
    }

    /// Things that are known already.
    pub(super) fn of(things: List<T>) -> Self {
        Self { text: "", things: OnceLock::from(things) }
    }

    /// The things.
    pub(super) fn all(&self) -> &[T] {
        let unpacked = |text: &'static str| T::unpacked(&mut text.split(FIELD));
        let things = || self.text.split(THING).filter_map(unpacked).collect();
        self.things.get_or_init(things)
    }

    /// All of them as one text.
    pub(super) fn text(&self) -> String {
        let packed = |it: &T| it.packed().join(&FIELD.to_string());
        self.all().iter().map(packed).collect::<Vec<_>>().join(&THING.to_string())
    }
}

impl<T: Pack> Bake for Packed<T> {
    fn bake(&self, _: &CrateEnv) -> TokenStream {
        let text = self.text();
        quote! { crate::catalog::Packed::baked(#text) }
    }
}

fn joined(parts: &[Text]) -> String {
    parts.join(&PART.to_string())
}

fn parts(field: &'static str) -> List<Text> {
    field.split(PART).map(Text::from).collect()
}

impl Pack for Question {
    fn packed(&self) -> Vec<String> {
        let Self { id, climb, asks, code, answer, why } = self;
        let (language, lines) = match code {
            Some(Code { language, lines }) => (language.to_string(), joined(lines)),
            None => (String::new(), String::new()),
        };
        let (kind, answers) = match answer {
            Answer::Choose(options) => ("choose", joined(options)),
            Answer::Output(output) => ("output", output.to_string()),
            Answer::Recall(model) => ("recall", model.to_string()),
        };
        let climb = climb.place().to_string();
        let [id, asks, why] = [id, asks, why].map(ToString::to_string);
        vec![id, climb, asks, language, lines, kind.to_owned(), answers, why]
    }

    fn unpacked(fields: &mut dyn Iterator<Item = &'static str>) -> Option<Self> {
        let mut next = || fields.next();
        let (id, climb, asks) = (next()?, next()?.parse().ok()?, next()?);
        let (language, lines, kind, answers, why) = (next()?, next()?, next()?, next()?, next()?);
        let code = Code { language: language.into(), lines: parts(lines) };
        let answer = match kind {
            "choose" => Answer::Choose(parts(answers)),
            "output" => Answer::Output(answers.into()),
            "recall" => Answer::Recall(answers.into()),
            _ => return None,
        };
        Some(Self {
            id: id.into(),
            climb: ClimbId(climb),
            asks: asks.into(),
            code: Some(code).filter(|it| !it.language.is_empty()),
            answer,
            why: why.into(),
        })
    }
}

impl Pack for Interview {
    fn packed(&self) -> Vec<String> {
        let Self { role, questions } = self;
        let asked = questions.iter().map(|it| {
            let Asked { id, manner, climb, asks, answer, listens_for } = it;
            let climb = climb.map(|it| it.place().to_string()).unwrap_or_default();
            let [id, asks, answer, listens_for] =
                [id, asks, answer, listens_for].map(ToString::to_string);
            [id, manner.word().to_owned(), climb, asks, answer, listens_for].join(&PART.to_string())
        });
        std::iter::once(role.place().to_string()).chain(asked).collect()
    }

    fn unpacked(fields: &mut dyn Iterator<Item = &'static str>) -> Option<Self> {
        let role = RoleId(fields.next()?.parse().ok()?);
        let asked = |field: &'static str| {
            let mut parts = field.split(PART);
            let mut next = || parts.next();
            let (id, word, climb) = (next()?, next()?, next()?);
            let manner = Manner::VARIANTS.iter().find(|it| it.word() == word)?;
            let climb = climb.parse().ok().map(ClimbId);
            let (asks, answer, listens_for) = (next()?.into(), next()?.into(), next()?.into());
            Some(Asked { id: id.into(), manner: *manner, climb, asks, answer, listens_for })
        };
        Some(Self { role, questions: fields.filter_map(asked).collect() })
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Catalog, *};

    #[test]
    fn what_is_packed_comes_out_as_it_was() {
        fn check<T: Pack + std::fmt::Debug>(packed: &Packed<T>) {
            assert!(!packed.all().is_empty());
            let again = Packed::<T>::baked(packed.text().leak());
            assert_eq!(format!("{:?}", again.all()), format!("{:?}", packed.all()));
        }
        let catalog = Catalog::embedded();
        check(&catalog.questions);
        check(&catalog.interviews);
    }

    #[test]
    fn what_is_no_thing_is_left_out() {
        assert!(Packed::<Question>::baked("").all().is_empty());
        assert!(Packed::<Interview>::baked("").all().is_empty());
        assert!(Packed::<Question>::baked("a\u{1f}one\u{1d}b").all().is_empty());
    }
}
