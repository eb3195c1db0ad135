//! All words that can be typed, in one table; dispatch and help read it.

/// What a word asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    Today,
    Plan,
    Roles,
    Skills,
    Projects,
    Routes,
    Find,
    Compare,
    Terms,
    More,
    Next,
    Previous,
    Back,
    Again,
    Tick,
    Untick,
    Prove,
    Claim,
    Unclaim,
    Skip,
    Unskip,
    Log,
    Note,
    Evidence,
    Goal,
    Follow,
    Leave,
    Answers,
    Set,
    Try,
    Keep,
    Drop,
    By,
    Undo,
    Redo,
    Help,
    Quit,
}

/// A word, and what is said of it.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) verb: Verb,
    pub(super) word: &'static str,
    /// Another word for it, accepted as a whole.
    pub(super) also: &'static str,
    /// What it does.
    pub(super) about: &'static str,
}

/// The words, in groups of what they are for.
#[rustfmt::skip]
pub(super) const GROUPS: [(&str, &[Entry]); 5] = [
    (
        "To go somewhere",
        &[
            entry(Verb::Today, "today", "", "where you stand, what to do now, and what lies ahead"),
            entry(Verb::Plan, "plan", "", "your plan, stage by stage"),
            entry(Verb::Roles, "roles", "role", "all roles, or with words behind it those that go by them"),
            entry(Verb::Skills, "skills", "skill", "all skills, or with words behind it those that go by them"),
            entry(Verb::Projects, "projects", "project", "all projects, or with words behind it those that go by them"),
            entry(Verb::Routes, "routes", "route", "all routes, or with words behind it those that go by them"),
            entry(Verb::Find, "find", "search", "what goes by the words behind it: find git"),
            entry(Verb::Compare, "compare", "", "puts a role beside the one you read about or your goal, or a route beside another: compare devops"),
            entry(Verb::Terms, "terms", "", "the field's own words about something, with what they mean: terms index"),
            entry(Verb::Answers, "answers", "questions", "the first questions once more, to change your answers"),
        ],
    ),
    (
        "To read on",
        &[
            entry(Verb::More, "more", "m", "the rest of what did not fit"),
            entry(Verb::Next, "next", "", "the section or stage after this one"),
            entry(Verb::Previous, "previous", "", "the section or stage before this one"),
            entry(Verb::Back, "back", "b", "where you were before"),
            entry(Verb::Again, "again", "", "the same once more"),
        ],
    ),
    (
        "To say what you did",
        &[
            entry(Verb::Tick, "tick", "", "ticks proofs, points or milestones by their numbers: tick 1 3"),
            entry(Verb::Untick, "untick", "", "takes ticks back: untick 1"),
            entry(Verb::Prove, "prove", "", "ticks points of a project with the proofs they show: prove 1"),
            entry(Verb::Claim, "claim", "", "says that you know a skill already, by number or name: claim git basics"),
            entry(Verb::Unclaim, "unclaim", "", "takes a claim back"),
            entry(Verb::Log, "log", "", "notes time on a skill: log 45m, log 1h30m git basics, log 1h on yesterday"),
            entry(Verb::Note, "note", "", "writes a note on what you read about, in place of the one before; note none takes it away"),
            entry(Verb::Evidence, "evidence", "", "says what shows that a proof or point holds, by its number: evidence 1 example.org/mine"),
        ],
    ),
    (
        "To change your plan",
        &[
            entry(Verb::Goal, "goal", "", "aims for a role, by number or name; goal none gives it up"),
            entry(Verb::Skip, "skip", "omit", "leaves a skill out of your goal, by number or name"),
            entry(Verb::Unskip, "unskip", "", "takes a skill up again"),
            entry(Verb::Follow, "follow", "", "follows a route from today, by number or name"),
            entry(Verb::Leave, "leave", "", "follows a route no longer"),
            entry(Verb::Try, "try", "", "tries other hours before you keep them: try more, try fewer, try hours 8h"),
            entry(Verb::Keep, "keep", "", "keeps what is tried; keep plan keeps the plan's dates to compare later ones with"),
            entry(Verb::Drop, "drop", "", "drops what is tried"),
            entry(Verb::By, "by", "", "what to leave out to be ready by a date: by 1 june"),
            entry(Verb::Set, "set", "", "sets hours, depth, region, start, break, experience, pick or dates: set hours 8h"),
        ],
    ),
    (
        "At any time",
        &[
            entry(Verb::Undo, "undo", "u", "takes back what was done last"),
            entry(Verb::Redo, "redo", "", "does again what was undone last"),
            entry(Verb::Help, "help", "?", "all words; with a word behind it, what that one does"),
            entry(Verb::Quit, "quit", "exit", "ends; everything is saved already"),
        ],
    ),
];

const fn entry(verb: Verb, word: &'static str, also: &'static str, about: &'static str) -> Entry {
    Entry { verb, word, also, about }
}

/// All of them.
pub(super) fn all() -> impl Iterator<Item = &'static Entry> {
    GROUPS.iter().flat_map(|(_, entries)| *entries)
}

/// What a word or its beginning asks for; of several, all of them.
pub(super) fn find(word: &str) -> Vec<&'static Entry> {
    let word = word.to_lowercase();
    let is_whole = |it: &&Entry| it.word == word || (!word.is_empty() && it.also == word);
    if let Some(whole) = all().find(is_whole) {
        return vec![whole];
    }
    all().filter(|it| !word.is_empty() && it.word.starts_with(&word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_there_once_and_means_itself() {
        for entry in all() {
            for word in [entry.word, entry.also].into_iter().filter(|it| !it.is_empty()) {
                let found: Vec<Verb> = find(word).iter().map(|it| it.verb).collect();
                assert_eq!(found, [entry.verb], "{word}");
                let same = all().filter(|it| it.word == word || it.also == word).count();
                assert_eq!(same, 1, "{word}");
            }
            assert!(!entry.about.is_empty());
        }
    }

    #[test]
    fn the_beginning_of_a_word_is_enough_where_it_is_the_only_one() {
        for (typed, expected) in
            [("tod", "today"), ("Q", "quit"), ("b", "back"), ("?", "help"), ("claim", "claim")]
        {
            assert_eq!(find(typed).first().map(|it| it.word), Some(expected), "{typed}");
        }
        assert!(find("t").len() > 1 && find("").is_empty() && find("zzz").is_empty());
    }
}
