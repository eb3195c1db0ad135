//! The conversation in lines: typed lines in, sentences out.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    process::{Child, ChildStdin, ChildStdout, Output, Stdio},
};

use proptest::prelude::*;
use rungs::{
    catalog::Catalog,
    plain::{self, Conversation, Effect, Reply, World},
    progress::{Change, Progress},
    words::Signs,
};

use crate::stage::{Home, SHIPPED, SMALL, TODAY, skill, told};

/// A conversation with a file that cannot fail.
struct Talk {
    conversation: Conversation,
    kept: Progress,
    done: Vec<Change>,
    undone: Vec<Change>,
    /// What was said last.
    said: String,
    is_over: bool,
}

impl Talk {
    fn begin(catalog: &'static Catalog, progress: Progress, signs: &'static Signs) -> Self {
        let is_new = progress == Progress::default();
        let world = World { today: TODAY, here: None, signs, nonce: 7, is_new, refusal: None };
        let (conversation, Reply { text, effect }) = plain::begin(catalog, progress.clone(), world);
        assert_eq!(effect, None);
        let [done, undone] = [Vec::new(), Vec::new()];
        Self { conversation, kept: progress, done, undone, said: text, is_over: false }
    }

    fn new() -> Self {
        Self::begin(&SMALL, Progress::default(), &Signs::UNICODE)
    }

    fn say(&mut self, line: &str) -> &str {
        let Reply { text, effect } = plain::answer(&mut self.conversation, line);
        self.said = text;
        match effect {
            None => (),
            Some(Effect::Save(kept)) => {
                self.kept = kept.progress;
                self.done.push(kept.change);
                self.undone.clear();
            }
            Some(Effect::Undo) => {
                if let Some(change) = self.done.pop() {
                    self.kept = self.kept.without(&change);
                    self.undone.push(change);
                }
            }
            Some(Effect::Redo) => {
                if let Some(change) = self.undone.pop() {
                    self.kept = self.kept.with(&change);
                    self.done.push(change);
                }
            }
            Some(Effect::Quit) => self.is_over = true,
        }
        plain::take_in(&mut self.conversation, self.kept.clone());
        &self.said
    }

    /// Types lines one after the other; each answer has to hold the words behind it.
    #[track_caller]
    fn hear(&mut self, lines: &[(&str, &str)]) {
        for (line, expected) in lines {
            let said = self.say(line).replace('\n', " ");
            for part in expected.split(" | ") {
                assert!(said.contains(part), "`{line}` lacks `{part}`:\n{}", self.said);
            }
        }
    }
}

/// A learner of the small catalog who aims for a coder.
fn coder() -> Talk {
    let mut talk = Talk::new();
    talk.hear(&[("goal coder", "Your goal now: Coder"), ("today", "To do now:")]);
    talk
}

#[test]
fn the_whole_job_from_the_first_question_to_a_kept_plan() {
    let mut talk = Talk::new();
    assert!(talk.said.contains("Question 1. What would you like to become?"), "{}", talk.said);
    talk.hear(&[
        ("coder", "Your goal now: Coder. | Type undo | Question 2 of"),
        ("1", "comes first now | When do you have time to study?"),
        ("mon-fri=1", "Your week: Mon to Fri 1 h, 5 h a week"),
    ]);
    while !talk.said.contains("Today. Your goal: Coder") {
        talk.say("");
    }
    talk.hear(&[
        ("again", "Readiness 0.0 % | You can apply from | To do now: | 1. to do: | This week: 0 min of 5 h"),
        ("1", "Awareness proven: Thinking in steps. | Type undo to take that back."),
        ("1", "ticked already; untick 1"),
        ("undo", "Type a number"),
        ("again", "Thinking in steps (awareness) | 1. to do:"),
        ("redo", "Type a number"),
        ("again", "To do now: Thinking in steps (working)"),
        ("plan", "Your plan for Coder | Hours: 5 h a week, Mon to Fri 1 h. | Stages: 1."),
        ("1", "Stage 1 of"),
        ("b", "Your plan for Coder"),
        ("try more 3", "The plan you try | earlier. Nothing is kept yet. | Type keep"),
        ("keep", "Kept: this is your plan now. Your week: | 8 h a week. Type undo"),
        ("keep plan", "later plans are compared with these dates | try more"),
        ("quit", "Everything is saved."),
    ]);
    assert!(talk.is_over && !talk.kept.baseline().is_empty());
    let ticked = talk.kept.records().map(|(_, it)| it.ticks.len()).sum::<usize>();
    assert_eq!((ticked, talk.kept.hours().values().sum::<u32>()), (1, 480));
}

#[test]
fn a_first_question_can_be_left_open_answered_wrongly_and_come_back_to() {
    let mut talk = Talk::new();
    talk.hear(&[
        ("99", "There is no answer 99; type a number from 1 to"),
        ("any such role", "No role goes by any such role"),
        ("", "Where do you want to work?"),
        ("back", "What would you like to become?"),
        ("1 2", "one answer; type one number"),
        ("1", "Your goal now"),
        ("nowhere", "The regions are"),
        ("", "When do you have time to study?"),
        ("soon", "`soon` is no day with its hours"),
        ("8h a week", "8 h a week. Type undo"),
        ("today", "Today. Your goal"),
        ("answers", "What would you like to become? | So far:"),
    ]);
}

#[test]
fn what_is_known_is_claimed_with_what_it_builds_on_and_undone_together() {
    let mut talk = Talk::new();
    talk.say("coder");
    while !talk.said.contains("What do you know already?") {
        talk.say("");
    }
    let before = talk.kept.clone();
    let last = talk.said.lines().filter_map(|it| it.split_once(". ")?.0.parse::<usize>().ok());
    let last = last.max().unwrap().to_string();
    talk.hear(&[(&last, "which counts as done without proof: | Type undo")]);
    assert!(talk.kept.records().filter(|(_, it)| it.claimed().is_some()).count() > 1);
    talk.hear(&[("undo", ""), ("again", "What do you know already?")]);
    assert_eq!(talk.kept, before);
    talk.hear(&[(&last, "without proof"), ("again", ", marked"), (&last, "Type undo")]);
    assert_eq!(talk.kept, before, "what came along goes again with what brought it");
    talk.hear(&[("1", "without proof"), ("again", "1. All of stage 1"), ("1", "Type undo")]);
    assert_eq!(talk.kept, before, "a stage is marked and taken back as a whole");
    talk.hear(&[("", "Your plan is ready. | Today.")]);
}

#[test]
fn who_is_not_sure_is_asked_three_questions_and_proposed_a_role() {
    let mut talk = Talk::begin(&SHIPPED, Progress::default(), &Signs::UNICODE);
    talk.hear(&[
        ("1", "1 of 3. What would please you most"),
        ("1", "2 of 3."),
        ("2", "3 of 3."),
        ("back", "2 of 3."),
        ("2", "3 of 3."),
        ("4", "These may suit you: 1. Mobile developer | its leaflet says of those it suits"),
        ("", "I am not sure"),
        ("1", "1 of 3."),
        ("1", "2 of 3."),
        ("2", "3 of 3."),
        ("4", "These may suit you:"),
        ("1", "Your goal now: Mobile developer. | Question 2 of"),
    ]);
}

#[test]
fn lists_pages_and_sections_are_read_by_number() {
    let mut talk = coder();
    talk.hear(&[
        ("roles", "Coder, 0 % ready, your goal"),
        ("skills", "to do,"),
        ("1", "Sections: 1. Awareness"),
        ("next", "section 1 of | 1. to do:"),
        ("next", "section 2 of"),
        ("previous", "section 1 of"),
        ("previous", "Nothing comes before this."),
        ("back", "Sections:"),
        ("back", "Type a number to read about that skill"),
        ("projects", "Projects: 1. "),
        ("1", "It is finished when"),
        ("routes", "milestones"),
        ("find zzz", "No thing goes by zzz."),
        ("more", "That is all there is here."),
    ]);
}

#[test]
fn proofs_points_and_milestones_are_ticked_and_opened_again() {
    let mut talk = coder();
    let (id, _) = SMALL.projects().next().unwrap();
    let (route, it) = SMALL.routes().next().unwrap();
    let name = SMALL.project(id).name.to_string();
    talk.hear(&[(&format!("projects {name}"), "It is finished when"), ("2", "1. to do:")]);
    talk.hear(&[("1", "Ticked, 1 of"), ("untick 1", "Open again"), ("prove 1", "Ticked, 1 of")]);
    assert_eq!(
        SMALL.project(id).points().filter(|(it, _)| talk.kept.built(id, *it).is_some()).count(),
        1
    );
    talk.hear(&[(&format!("routes {}", it.name), "Sections:"), ("follow", "Followed from today")]);
    let line = talk.say("again").lines().find(|it| it.contains("Milestones")).unwrap().to_owned();
    let number = line.split('.').next().unwrap().to_owned();
    talk.hear(&[
        (&number, "1. to do: | Type a number to tick it"),
        ("tick 1 2", "Milestone reached, 2 of"),
        ("untick 2", "The milestone is open again, 1 of"),
        ("leave", "Not followed any more"),
    ]);
    assert!(!talk.kept.follows(route));
}

#[test]
fn skills_are_claimed_left_out_and_given_time_by_name_by_number_and_by_what_is_read() {
    let mut talk = coder();
    let (_, it) = SMALL.skills().next().unwrap();
    let name = it.name.to_string();
    talk.hear(&[
        (&format!("claim {name} awareness"), "Claimed up to awareness"),
        (&format!("unclaim {name}"), "Not claimed any more"),
        ("skills", "1. "),
        ("skip 1", "Skipped, so it leaves your goal"),
        ("unskip 1", "Taken up again"),
        ("1", "Sections:"),
        ("log 45m", "Logged 45 min, 45 min in all"),
        ("log 1 h on yesterday", "Logged 1 h, 1 h 45 min in all"),
        ("log 1h on tomorrow", "has not come yet"),
        ("log soon", "Say how long"),
        ("claim", "Claimed up to"),
    ]);
    assert!(talk.kept.claimed(skill(&SMALL, &it.id)).is_some());
}

#[test]
fn notes_and_evidence_are_written_said_and_taken_away() {
    let mut talk = coder();
    talk.hear(&[
        ("skills", "1. "),
        ("1", "Sections:"),
        ("note", "No note on"),
        ("note ask Ada about it", "Noted on"),
        ("note", "ask Ada about it"),
        ("note none", "No note any more"),
        ("next", "1. to do:"),
        ("evidence 1", "No evidence for the proof"),
        ("evidence 1 example.org/mine", "Kept as evidence for the proof | not ticked yet"),
        ("evidence 1", "example.org/mine"),
        ("evidence 1 none", "No evidence any more"),
        ("evidence 99 x", "Say for which proof or point"),
    ]);
}

#[test]
fn roles_stand_beside_each_other_and_words_of_the_field_are_told() {
    let mut talk = Talk::begin(&SHIPPED, Progress::default(), &Signs::UNICODE);
    talk.hear(&[
        ("roles", "Type a number"),
        ("compare devops", "choose a goal: it is compared with that"),
        ("goal back-end-developer", "Your goal now"),
        ("compare front-end-developer", "Roles compared: depth: essential | Sections:"),
        ("back", "Back-end developer, 0 % ready, your goal"),
        ("terms index", ": | Type a number to read about the skill it belongs to."),
        ("terms zzzz", "No term is about zzzz."),
    ]);
}

#[test]
fn wrong_lines_are_answered_with_what_can_be_typed() {
    let mut talk = coder();
    for (line, expected) in [
        ("frobnicate", "frobnicate means nothing here; type help for all words."),
        ("t", "t could be today or terms or tick or try; type a letter more."),
        ("99", "There is no number 99 here; type one from 1 to"),
        ("tick", "Say which by the numbers of the list, such as tick 1."),
        ("find", "Type find and a word"),
        ("by", "Type by and a date, such as"),
        ("by yesterday", "That is in the past"),
        ("set", "Type set hours 8h a week,"),
        ("set depth deep", "The depths are essential, important, everything."),
        ("try", "Type try more, try fewer"),
        ("try more x", "`x` is no number of hours"),
        ("keep", "Nothing is tried"),
        ("drop", "Nothing is tried"),
        ("claim zzzz", "No skill goes by zzzz"),
        ("", "That is all there is here."),
        ("help", "To go somewhere: today, plan | At any time: undo"),
        ("help tick", "tick: ticks proofs"),
    ] {
        talk.say("more");
        talk.hear(&[(line, expected)]);
    }
    assert_eq!(talk.done.len(), 1, "nothing but the goal was written");
}

#[test]
fn what_is_tried_is_kept_or_dropped() {
    let mut talk = coder();
    let before = talk.kept.clone();
    talk.hear(&[
        ("try hours 20h", "The plan you try"),
        ("try fewer 2", "18 h a week"),
        ("drop", "Dropped: your plan is as it was."),
        ("plan", "Your plan for Coder"),
        ("try more", "Nothing is kept yet"),
        ("try fewer", "That is the plan you have"),
        ("try depth everything", "depth everything"),
    ]);
    assert_eq!(talk.kept, before);
    assert!(plain::end(&talk.conversation).starts_with("What was tried is dropped"));
    talk.hear(&[("keep", "Your goal's depth: everything."), ("set dates hidden", "No dates")]);
    assert!(!talk.say("today").contains("You can apply"));
    talk.hear(&[
        ("set dates shown", "shown again"),
        ("by in 3 days", "To be able to apply by 4 Mar 2027"),
    ]);
}

#[test]
fn what_cannot_be_saved_is_not_done() {
    let mut talk = coder();
    let before = talk.kept.clone();
    let reply = plain::answer(&mut talk.conversation, "set hours 8h");
    let Some(Effect::Save(kept)) = reply.effect else { panic!("{reply:?}") };
    let said = plain::not_saved(&mut talk.conversation, &kept.change, "the disk is full");
    assert_eq!(said, "Not saved, so it is not done: the disk is full.\n");
    assert_eq!(*talk.conversation.learner().progress, before);
}

#[test]
fn a_file_that_cannot_be_written_is_read() {
    let world = World {
        today: TODAY,
        here: None,
        signs: &Signs::ASCII,
        nonce: 7,
        is_new: false,
        refusal: Some("it is of a newer program".to_owned()),
    };
    let (mut talk, greeting) = plain::begin(&SMALL, Progress::default(), world);
    assert!(greeting.text.contains("Read only: it is of a newer program."));
    let reply = plain::answer(&mut talk, "goal coder");
    assert_eq!(reply.effect, None);
    assert!(reply.text.contains("Nothing can be written: it is of a newer program."));
}

/// Lines that mean something, and some that do not.
fn line() -> impl Strategy<Value = String> {
    let words = "today plan roles skills projects routes find more next previous back again tick \
                 untick prove claim unclaim skip unskip log goal follow leave answers set try keep \
                 drop by undo redo help ? q 1 2 3 7 12 99 0 git coder none plan hours 8h 45m on \
                 yesterday in weeks depth essential region uk start break 20 dec..3 jan pick \
                 fewer dates hidden experience 2y note evidence compare terms words 1 2 -1 99999999999999999999";
    let words: Vec<&str> = words.split_whitespace().collect();
    prop_oneof![
        4 => prop::collection::vec(prop::sample::select(words), 0..4).prop_map(|it| it.join(" ")),
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Whatever is typed, something is said that can be heard on any terminal, and
    /// nothing is written without a word of how to take it back.
    #[test]
    fn any_lines_are_answered(lines in prop::collection::vec(line(), 0..25), is_ascii: bool) {
        let signs = if is_ascii { &Signs::ASCII } else { &Signs::UNICODE };
        let mut talk = Talk::begin(&SMALL, Progress::default(), signs);
        for line in lines {
            let before = talk.done.len();
            talk.say(&line);
            let said = talk.said.as_str();
            prop_assert!(!said.trim().is_empty() && said.ends_with('\n'), "{line}");
            prop_assert!(said.chars().all(|it| it == '\n' || !it.is_control()), "{line}: {said}");
            prop_assert!(!is_ascii || said.chars().all(|it| it.is_ascii() || "£€₹".contains(it)), "{line}: {said}");
            prop_assert!(!said.contains("  "), "columns: {line}: {said}");
            let widest = said.lines().map(rungs::words::width).max();
            prop_assert!(widest <= Some(72), "{line}: {said}");
            let is_told = said.replace('\n', " ").contains("Type undo to take that back.");
            prop_assert!(talk.done.len() <= before || is_told, "{line}: {said}");
        }
    }
}

#[test]
fn a_page_is_heard_to_its_end_and_nothing_is_drawn() {
    let mut talk = Talk::begin(&SHIPPED, Progress::default(), &Signs::ASCII);
    for (_, role) in SHIPPED.roles().step_by(7) {
        talk.hear(&[(&format!("roles {}", role.name), "Sections:")]);
        while !talk.say("next").contains("Nothing comes after this.") && !talk.is_over {
            let drawn = talk.said.lines().find(|it| it.contains("--") || it.contains("=="));
            assert_eq!(drawn, None, "{}", role.name);
            talk.is_over = talk.said.contains("There is nothing more here.");
        }
        talk.is_over = false;
    }
}

/// What is said to some lines on a pipe.
fn piped(home: &Home, options: &str, lines: &[&str]) -> Output {
    let mut command = home.command(options);
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    let input: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

const JOB: [&str; 7] = [
    "goal back-end developer",
    "set hours 8h a week",
    "claim containers",
    "skip redis",
    "follow apprenticeship-uk-l4",
    "keep plan",
    "undo",
];

#[test]
fn input_that_ends_anywhere_loses_nothing() {
    let whole = Home::new();
    let output = piped(&whole, "--plain", &JOB);
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(output.stderr.is_empty() && told(&output).contains("Undone: keeping the plan"));
    for end in 0..JOB.len() {
        let home = Home::new();
        for lines in [&JOB[..end], &JOB[end..]] {
            let output = piped(&home, "--plain", lines);
            assert_eq!(output.status.code(), Some(0), "{}", told(&output));
            assert!(told(&output).ends_with("Everything is saved. Goodbye.\n"));
        }
        assert_eq!(home.progress(), whole.progress(), "cut after {end}");
    }
}

#[test]
fn a_terminal_that_cannot_paint_gets_a_conversation_in_plain_letters() {
    let home = Home::new();
    let mut command = home.command("");
    command.env("TERM", "dumb");
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let said = told(&output);
    assert!(said.contains("What would you like to become?") && said.is_ascii(), "{said}");
    assert!(!home.file().exists(), "nothing was answered");
    home.refuses("--plain status", "--plain opens a conversation");
}

#[test]
fn what_is_no_text_or_far_too_long_is_a_wrong_line_and_no_more() {
    let home = Home::new();
    let mut child = home.command("--plain").stdin(Stdio::piped()).spawn().unwrap();
    let mut input = b"\xff\xfe\x1b[31m\n".to_vec();
    input.extend(std::iter::repeat_n(b'x', 100_000));
    input.extend(b"\nroles\n");
    child.stdin.take().unwrap().write_all(&input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    let said = told(&output);
    assert!(said.matches("No role goes by").count() == 2 && said.contains("ready"), "{said}");
    assert!(!said.contains('\u{1b}'));
}

/// A conversation with the real program.
struct Real {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Real {
    fn open(home: &Home) -> Self {
        let mut child = home.command("--plain").stdin(Stdio::piped()).spawn().unwrap();
        let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let mut real = Self { child, input, output: BufReader::new(output) };
        real.wait("This is rungs");
        real
    }

    fn say(&mut self, line: &str, expected: &str) {
        writeln!(self.input, "{line}").unwrap();
        self.wait(expected);
    }

    /// Reads until some words come.
    #[track_caller]
    fn wait(&mut self, expected: &str) {
        let mut line = String::new();
        while !line.contains(expected) {
            line.clear();
            let read = self.output.read_line(&mut line).unwrap();
            assert!(read > 0, "`{expected}` was not said");
        }
    }

    fn end(mut self) {
        drop(self.input);
        assert!(self.child.wait().unwrap().success());
    }
}

#[test]
fn two_conversations_at_once_lose_nothing() {
    let home = Home::new();
    home.ask("goal back-end-developer");
    let (mut one, mut other) = (Real::open(&home), Real::open(&home));
    one.say("claim containers", "Claimed up to");
    other.say("claim redis", "changed from outside");
    other.wait("Claimed up to");
    one.say("skip kubernetes", "changed from outside");
    one.wait("Skipped");
    other.say("undo", "Undone: skipping Kubernetes");
    one.say("set hours 8h", "Your week:");
    one.end();
    other.end();
    let progress = home.progress();
    let skills = progress["skills"].as_object().unwrap();
    assert!(skills.contains_key("containers") && skills.contains_key("redis"), "{progress:#}");
    assert!(!skills.contains_key("kubernetes") && progress["hours"].is_object(), "{progress:#}");
}
