//! Signs: for terminals that can paint them, and for all others.

use crate::{
    catalog::SkillId,
    keys::Key,
    progress::{Learner, State},
};

/// The signs on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Signs {
    /// Whether all other letters have to be plain as well.
    pub is_plain: bool,
    /// Whether they are words to be heard: nothing is drawn with them, and
    /// nothing stands in columns.
    pub are_words: bool,
    pub to_do: &'static str,
    /// To do, and something it needs is to do as well.
    pub locked: &'static str,
    pub learning: &'static str,
    pub proven: &'static str,
    pub claimed: &'static str,
    pub skipped: &'static str,
    pub open: &'static str,
    pub ticked: &'static str,
    pub folded: &'static str,
    pub unfolded: &'static str,
    pub goal: &'static str,
    /// A part of a bar that is reached, by what is proven and by what is claimed.
    pub bar: &'static str,
    pub bar_claimed: &'static str,
    pub bar_rest: &'static str,
    pub point: &'static str,
    pub span: &'static str,
    pub span_start: &'static str,
    pub span_end: &'static str,
    /// A round amount on an axis, and where its line goes on through what is drawn.
    pub tick: &'static str,
    pub guide: &'static str,
    /// Lines that meet: from a place up, down, left, right, by [`Signs::joint`].
    pub joints: [&'static str; 16],
    pub selected: &'static str,
    pub rule: &'static str,
    pub divider: &'static str,
    pub thumb: &'static str,
    pub bullet: &'static str,
    pub leads_to: &'static str,
    pub more: &'static str,
    pub up: &'static str,
    pub down: &'static str,
    pub left: &'static str,
    pub right: &'static str,
    pub up_down: &'static str,
    /// The corners of a frame from the top left on, then its sides: level and upright.
    pub frame: [&'static str; 6],
    pub link: &'static str,
    pub block: &'static str,
    pub block_left: &'static str,
    pub block_right: &'static str,
    pub shade: &'static str,
    /// From the lowest to the highest: how full a cell is.
    pub levels: [&'static str; 8],
    /// From the lightest to the darkest: how long a day was.
    pub heat: [&'static str; 4],
    /// Time that is measured or noted.
    pub timer: &'static str,
    /// Before what is over and still open.
    pub late: &'static str,
    pub project: &'static str,
    /// A rung that is reached, one still to climb, and one beyond what is aimed for.
    pub rungs: [&'static str; 3],
    pub milestone: &'static str,
    pub pinned: &'static str,
    /// Before a figure that is less than sure.
    pub unsure: &'static str,
}

impl Signs {
    /// For terminals that can paint them.
    pub const UNICODE: Self = Self {
        is_plain: false,
        are_words: false,
        to_do: "○",
        locked: "◌",
        learning: "◐",
        proven: "●",
        claimed: "◉",
        skipped: "·",
        open: "☐",
        ticked: "☑",
        folded: "▸",
        unfolded: "▾",
        goal: "★",
        bar: "━",
        bar_claimed: "╍",
        bar_rest: "─",
        point: "●",
        span: "─",
        span_start: "├",
        span_end: "┤",
        tick: "┼",
        guide: "·",
        joints: [" ", "╵", "╷", "│", "╴", "┘", "┐", "┤", "╶", "└", "┌", "├", "─", "┴", "┬", "┼"],
        selected: "▌",
        rule: "─",
        divider: "│",
        thumb: "┃",
        bullet: "•",
        leads_to: "→",
        more: "…",
        up: "↑",
        down: "↓",
        left: "←",
        right: "→",
        up_down: "↑↓",
        frame: ["┌", "┐", "└", "┘", "─", "│"],
        link: "↗",
        block: "█",
        block_left: "▌",
        block_right: "▐",
        shade: "░",
        heat: ["░", "▒", "▓", "█"],
        timer: "◷",
        levels: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
        late: "!",
        project: "◇",
        rungs: ["▮", "▯", "·"],
        milestone: "◆",
        pinned: "⊥",
        unsure: "≈",
    };

    /// For all others.
    pub const ASCII: Self = Self {
        is_plain: true,
        are_words: false,
        to_do: "[ ]",
        locked: "[.]",
        learning: "[~]",
        proven: "[x]",
        claimed: "[c]",
        skipped: "[-]",
        open: "[ ]",
        ticked: "[x]",
        folded: "+",
        unfolded: "-",
        goal: "*",
        bar: "=",
        bar_claimed: "~",
        bar_rest: "-",
        point: "o",
        span: "-",
        span_start: "|",
        span_end: "|",
        tick: "+",
        guide: ".",
        joints: [" ", "|", "|", "|", "-", "+", "+", "+", "-", "+", "+", "+", "-", "+", "+", "+"],
        selected: ">",
        rule: "-",
        divider: "|",
        thumb: "#",
        bullet: "-",
        leads_to: "->",
        more: "..",
        up: "Up",
        down: "Down",
        left: "Left",
        right: "Right",
        up_down: "Up/Down",
        frame: ["+", "+", "+", "+", "-", "|"],
        link: "@",
        block: "#",
        block_left: "#",
        block_right: "#",
        shade: ":",
        heat: ["-", "+", "*", "#"],
        timer: "t",
        levels: ["_", "_", "_", "-", "-", "=", "=", "#"],
        late: "!",
        project: "[%]",
        rungs: ["#", "_", "."],
        milestone: "*",
        pinned: "^",
        unsure: "~",
    };

    /// For those who hear what is written: words, and nothing where a sign only decorates.
    pub const WORDS: Self = Self {
        is_plain: true,
        are_words: true,
        to_do: "to do:",
        learning: "learning:",
        proven: "proven:",
        claimed: "claimed:",
        skipped: "skipped:",
        open: "to do:",
        ticked: "done:",
        folded: "",
        unfolded: "",
        goal: "",
        bar: "",
        bar_claimed: "",
        bar_rest: "",
        point: "",
        span: "",
        span_start: "",
        span_end: "",
        tick: "",
        guide: "",
        joints: [""; 16],
        selected: "",
        rule: "",
        divider: "",
        thumb: "",
        bullet: "",
        leads_to: "",
        more: "",
        up: "Up",
        down: "Down",
        left: "Left",
        right: "Right",
        up_down: "Up/Down",
        frame: [""; 6],
        link: "",
        block: "",
        block_left: "",
        block_right: "",
        shade: "",
        heat: ["1", "2", "3", "4"],
        timer: "time:",
        levels: [""; 8],
        late: "late:",
        locked: "locked:",
        project: "project:",
        rungs: [""; 3],
        milestone: "",
        pinned: "pinned",
        unsure: "not sure:",
    };

    /// Where lines meet that lead up, down, left and right, as far as they do.
    pub fn joint(&self, [up, down, left, right]: [bool; 4]) -> &'static str {
        let at = usize::from(up)
            + 2 * usize::from(down)
            + 4 * usize::from(left)
            + 8 * usize::from(right);
        self.joints.get(at).copied().unwrap_or(" ")
    }

    /// The sign of a state.
    pub fn state(&self, state: State) -> &'static str {
        match state {
            State::ToDo => self.to_do,
            State::Learning => self.learning,
            State::Proven => self.proven,
            State::Claimed => self.claimed,
            State::Skipped => self.skipped,
        }
    }
}

/// The rungs of a skill as a picture: those reached, those up to the one aimed
/// for, and those beyond.
pub fn rungs(learner: Learner<'_>, id: SkillId, signs: &Signs) -> String {
    let [reached, open, beyond] = signs.rungs;
    let aim = learner.aim(id);
    let rung = |it| {
        if learner.climb_state(it).is_done() {
            reached
        } else if learner.catalog.climb(it).rung <= aim {
            open
        } else {
            beyond
        }
    };
    learner.catalog.skill(id).climbs.iter().map(|it| rung(*it)).collect()
}

/// A key as it can be painted: where there are only letters, arrows have names.
pub fn key(key: Key, signs: &Signs) -> String {
    match key {
        Key::Up => signs.up.to_owned(),
        Key::Down => signs.down.to_owned(),
        Key::Left => signs.left.to_owned(),
        Key::Right => signs.right.to_owned(),
        other => other.to_string(),
    }
}

/// What the signs mean, those one meets first at the beginning.
pub fn legend(signs: &Signs) -> Vec<(String, &'static str)> {
    let [reached, open, beyond] = signs.rungs;
    let both = |one: &str, other: &str| format!("{one} {other}");
    vec![
        (signs.to_do.to_owned(), "a skill to do"),
        (signs.locked.to_owned(), "one to do that needs others first"),
        (signs.learning.to_owned(), "you are learning it"),
        (signs.proven.to_owned(), "you have proved it"),
        (signs.claimed.to_owned(), "you said that you know it"),
        (signs.skipped.to_owned(), "you left it out"),
        (
            format!("{reached} {open} {beyond}"),
            "its rungs: reached, still to climb, beyond your aim",
        ),
        (both(signs.open, signs.ticked), "something to tick, and ticked"),
        (signs.project.to_owned(), "a project to build"),
        (signs.milestone.to_owned(), "a milestone of a route"),
        (signs.goal.to_owned(), "your goal, or a route you follow"),
        (both(signs.folded, signs.unfolded), "a group that is folded, and open"),
        (signs.link.to_owned(), "an address to open"),
        (signs.pinned.to_owned(), "pinned where it is in the plan"),
        (signs.unsure.to_owned(), "a figure that is less than sure"),
    ]
}
