//! The neighbourhood of a skill, drawn: what it needs, itself, and what it opens.
//! Each name drawn can be chosen.

use super::{Line, Reader, Target, Tone, writer::Writer};
use crate::{
    catalog::SkillId,
    planner::{self, Neighbours},
    progress::State,
    words,
};

/// Below so many columns the names stand below each other.
const NARROW: usize = 56;
/// Names at a side, at most; fewer where they stand below each other.
const MOST: usize = 6;
const MOST_BELOW: usize = 3;
/// The columns of the lines before the middle.
const JOINT: usize = 5;
/// The columns of the lines behind it: before a name that is chosen stands a mark.
const JOINT_BEHIND: usize = 6;
/// The columns of a title at the left of a list.
const TITLE: usize = 7;
/// What stands for the skill that the page is about: its name is the page's title.
const THIS: &str = "THIS";

/// What is drawn of a side: the skills, and how many are left out.
struct Side {
    shown: Vec<SkillId>,
    more: usize,
}

impl Side {
    fn of(skills: &[SkillId], most: usize) -> Self {
        // The last place is worth a name, not the words that there is one more.
        let most = if skills.len() == most + 1 { most + 1 } else { most };
        let shown: Vec<SkillId> = skills.iter().copied().take(most).collect();
        Self { more: skills.len() - shown.len(), shown }
    }
}

/// Whether the names stand below each other.
pub(super) fn is_narrow(writer: &Writer<'_>) -> bool {
    writer.columns < NARROW || writer.reader.signs.are_words
}

pub(super) fn section(writer: &mut Writer<'_>, id: SkillId) {
    let Neighbours { needs, opens, behind } = planner::neighbours(writer.reader.learner, id);
    // What is heard is told of needs and of what it opens further down.
    if needs.is_empty() && opens.is_empty() || writer.reader.signs.are_words {
        return;
    }
    writer.gap();
    let is_narrow = is_narrow(writer);
    let most = if is_narrow { MOST_BELOW } else { MOST };
    let [needs, opens] = [Side::of(&needs, most), Side::of(&opens, most)];
    if is_narrow {
        stacked(writer, id, (&needs, &opens), behind);
    } else {
        drawing(writer, id, (&needs, &opens), behind);
    }
}

/// What is left out of a side.
fn left_out(more: usize, behind: usize) -> Option<String> {
    match (more, behind) {
        (0, 0) => None,
        (more, 0) => Some(format!("and {more} more")),
        (more, behind) => Some(format!("and {} behind them", more + behind)),
    }
}

fn stacked(writer: &mut Writer<'_>, id: SkillId, (needs, opens): (&Side, &Side), behind: usize) {
    for (title, side, behind) in [("NEEDS", needs, 0), ("OPENS", opens, behind)] {
        let mut title = title;
        for skill in &side.shown {
            let lead = Line::of(format!("{title:TITLE$}"), Tone::Heading);
            let room = writer.columns.saturating_sub(TITLE);
            let line = writer.lines_down();
            let (lead, width) = named(writer, lead, (*skill, id), room);
            writer.line(lead);
            writer.item_at(line, (TITLE, width), Target::Skill(*skill));
            title = "";
        }
        if let Some(text) = left_out(side.more, behind) {
            writer.hanging(" ".repeat(TITLE), Tone::Text, text, Tone::Muted);
        }
    }
}

/// Adds the sign and the name of a skill to a line; with the columns these take.
fn named<'a>(
    writer: &Writer<'_>,
    mut line: Line<'a>,
    (skill, own): (SkillId, SkillId),
    room: usize,
) -> (Line<'a>, usize) {
    let Reader { learner, signs, .. } = writer.reader;
    let state = learner.state(skill);
    let sign = format!("{} ", signs.state(state));
    let left = room.saturating_sub(words::width(&sign));
    let name = if skill == own { THIS } else { &*learner.catalog.skill(skill).name };
    let name = words::fitted(name, left, signs.more);
    let width = words::width(&sign) + words::width(&name);
    line.push(sign, Tone::State(state));
    let tone = match state {
        _ if skill == own => Tone::Strong,
        State::Skipped => Tone::Muted,
        State::ToDo | State::Learning | State::Proven | State::Claimed => Tone::Text,
    };
    line.push(name, tone);
    (line, width)
}

/// The three groups beside each other, and the lines between them.
fn drawing(writer: &mut Writer<'_>, id: SkillId, (needs, opens): (&Side, &Side), behind: usize) {
    let height = needs.shown.len().max(opens.shown.len()).max(1);
    let middle = (height - 1) / 2;
    let room = writer.columns - JOINT - JOINT_BEHIND;
    let sign = writer.reader.signs.state(writer.reader.learner.state(id));
    let own = words::width(sign) + 1 + words::width(THIS);
    let side = (room - own) / 2;
    let lefts = [0, side + JOINT, side + own + JOINT + JOINT_BEHIND];
    let mut head = Line::default();
    for (title, left) in ["NEEDS", "", "OPENS"].into_iter().zip(lefts) {
        head.push(" ".repeat(left.saturating_sub(head.width())), Tone::Text);
        head.push(title, Tone::Heading);
    }
    writer.line(head);
    let tops = [needs, opens].map(|it| (height - it.shown.len().max(1)) / 2);
    for row in 0..height {
        let at = |side: &Side, top: usize| {
            row.checked_sub(top).and_then(|it| side.shown.get(it)).copied()
        };
        let [top, top_right] = tops;
        let skills = [
            (at(needs, top), side),
            ((row == middle).then_some(id), own),
            (at(opens, top_right), side),
        ];
        let joints = [
            joint(writer, (needs, top), row, (middle, false)),
            joint(writer, (opens, top_right), row, (middle, true)),
        ];
        self::row(writer, id, skills, (lefts, joints));
    }
    for (text, left) in [(left_out(needs.more, 0), 0), (left_out(opens.more, behind), lefts[2])] {
        if let Some(text) = text {
            writer.hanging(" ".repeat(left), Tone::Text, text, Tone::Muted);
        }
    }
}

/// A line of the drawing.
fn row(
    writer: &mut Writer<'_>,
    own: SkillId,
    skills: [(Option<SkillId>, usize); 3],
    (lefts, joints): ([usize; 3], [String; 2]),
) {
    let at = writer.lines_down();
    let mut line = Line::default();
    let mut joints = joints.into_iter();
    let mut found = Vec::new();
    for ((skill, room), left) in skills.into_iter().zip(lefts) {
        line.push(" ".repeat(left.saturating_sub(line.width())), Tone::Text);
        if let Some(skill) = skill {
            let (led, width) = named(writer, line, (skill, own), room);
            line = led;
            found.extend((skill != own).then_some((skill, left, width)));
        }
        let Some(joint) = joints.next() else { break };
        // Where nothing is named, the line comes from nowhere; else it begins behind the name.
        let reach = left + room + JOINT - line.width();
        let is_led_to = skill.is_some() && joint.starts_with(|it: char| it != ' ');
        let level = writer.reader.signs.span;
        let lead = reach - words::width(&joint);
        let lead = match lead.checked_sub(1) {
            Some(rest) if is_led_to => format!(" {}", level.repeat(rest)),
            _ => " ".repeat(lead),
        };
        line.push(lead + &joint, Tone::Muted);
    }
    writer.line(line);
    for (skill, left, width) in found {
        writer.item_at(at, (left, width), Target::Skill(skill));
    }
}

/// The lines between a side and the middle, on one row: the level lines that lead to
/// names and to the middle, and the upright one that joins them.
fn joint(
    writer: &Writer<'_>,
    (side, top): (&Side, usize),
    row: usize,
    (middle, is_right): (usize, bool),
) -> String {
    let signs = writer.reader.signs;
    if side.shown.is_empty() {
        return " ".repeat(JOINT - 1);
    }
    let (first, last) = (top.min(middle), (top + side.shown.len() - 1).max(middle));
    let has_name = (top..top + side.shown.len()).contains(&row);
    let is_middle = row == middle;
    let [to_left, to_right] = if is_right { [is_middle, has_name] } else { [has_name, is_middle] };
    let up = row > first && row <= last;
    let down = row >= first && row < last;
    let level = |is_there: bool| if is_there { signs.span } else { " " };
    let joint = signs.joint([up, down, to_left, to_right]);
    format!("{}{joint}{} ", level(to_left), level(to_right))
}
