//! The help: what works where one is, under headings, and what the signs mean.

use super::{App, Overlay, Size};
use crate::{
    keys::{Action, Binding, Motion, Scope},
    words,
};

/// The columns the help takes where it stands in one column.
const NARROW: usize = 68;
/// The columns it takes where it stands in two.
const BROAD: usize = 134;
/// The least columns for two columns of help.
const TWO: usize = 100;
/// The columns of the keys, where there is room, and where there is little.
const KEYS: [usize; 2] = [20, 9];
/// The least columns of a line with room.
const ROOM: usize = 60;
/// What the frame takes of width and height.
const FRAME: usize = 2;

/// A line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// Nothing.
    Gap,
    /// A title.
    Title(String),
    /// Keys or a sign, and what they do or mean; both padded.
    Keys(String, String),
    /// Something to read.
    Text(String),
}

impl App {
    /// The help in its columns, which stand side by side.
    pub fn help(&self) -> Vec<Vec<HelpLine>> {
        let size = self.world.size;
        let is_broad = size.columns >= TWO;
        let columns = if is_broad {
            (size.columns.min(BROAD) - FRAME) / 2
        } else {
            size.columns.min(NARROW).saturating_sub(FRAME)
        };
        let mut groups = self.groups(columns);
        groups.push(self.legend(columns));
        groups.push(self.rest(columns));
        if is_broad { in_two(groups) } else { vec![joined(groups)] }
    }

    /// How many columns the help takes with its frame.
    pub fn help_width(&self) -> usize {
        let columns = self.world.size.columns;
        columns.min(if columns >= TWO { BROAD } else { NARROW })
    }

    /// How many lines of the help are seen at once.
    fn help_room(&self) -> usize {
        let Size { lines, .. } = self.shape().list;
        lines.saturating_sub(FRAME)
    }

    /// What works here, the most special first.
    fn groups(&self, columns: usize) -> Vec<Vec<HelpLine>> {
        let scopes = self.scopes_below();
        let doable = self.doable(&scopes);
        let title = |scope: Scope| match scope {
            Scope::List => "In the list".to_owned(),
            Scope::Page => "On the page".to_owned(),
            Scope::Moving => "Moving".to_owned(),
            Scope::Everywhere => "Everywhere".to_owned(),
            Scope::Compare => "Comparing".to_owned(),
            Scope::Today
            | Scope::Plan
            | Scope::Progress
            | Scope::Roles
            | Scope::Skills
            | Scope::Routes => {
                format!("On this screen: {}", self.screen.title())
            }
            Scope::Always
            | Scope::InField
            | Scope::Typing
            | Scope::Choosing
            | Scope::Asking
            | Scope::Welcoming
            | Scope::Placing
            | Scope::Reviewing
            | Scope::Rescuing
            | Scope::Setting
            | Scope::Help => String::new(),
        };
        let mut groups = Vec::new();
        for scope in scopes.into_iter().filter(|it| *it != Scope::Always) {
            // What always works stands with what works everywhere.
            let is_here =
                |it: &Scope| *it == scope || scope == Scope::Everywhere && *it == Scope::Always;
            let here = doable.iter().filter(|it| is_here(&it.scope) && !it.keys.is_empty());
            let lines: Vec<HelpLine> = here.flat_map(|it| self.keys_line(it, columns)).collect();
            if !lines.is_empty() {
                groups.push(std::iter::once(HelpLine::Title(title(scope))).chain(lines).collect());
            }
        }
        groups
    }

    fn keys_line(&self, binding: &Binding, columns: usize) -> Vec<HelpLine> {
        let mut lead = String::new();
        // As many as there is room for; the first is the one to remember.
        for key in binding.keys.iter().map(|it| words::key(*it, self.world.signs)) {
            let gap = if lead.is_empty() { "" } else { " " };
            if lead.is_empty() || words::width(&lead) + words::width(&key) < beside(columns) {
                lead = lead + gap + &key;
            }
        }
        hanging(&lead, binding.help, columns)
    }

    /// What the signs mean.
    fn legend(&self, columns: usize) -> Vec<HelpLine> {
        let signs = words::legend(self.world.signs).into_iter();
        let lines = signs.flat_map(|(sign, meaning)| hanging(&sign, meaning, columns));
        std::iter::once(HelpLine::Title("Signs".to_owned())).chain(lines).collect()
    }

    /// What else helps.
    fn rest(&self, columns: usize) -> Vec<HelpLine> {
        let commands = self.world.keymap.named(Action::Commands);
        let text = format!(
            "{commands} lists all that can be done, on other screens too, and by name. \
             Keys can be others: rungs config tells of the file for that. \
             The whole manual: rungs man."
        );
        let lines = words::wrap(&text, columns.saturating_sub(2));
        let lines = lines.into_iter().map(|it| HelpLine::Text(it.to_owned()));
        std::iter::once(HelpLine::Title("More".to_owned())).chain(lines).collect()
    }
}

/// Scrolls the help, no further than its end.
pub(super) fn scroll(app: &mut App, motion: Motion) {
    let room = app.help_room();
    let longest = app.help().iter().map(Vec::len).max().unwrap_or(0);
    let last = longest.saturating_sub(room);
    if let Some(Overlay::Help(top)) = &mut app.overlay {
        *top = motion.from((*top).min(last), room.saturating_sub(1).max(1), last).min(last);
    }
}

/// The columns of the keys.
fn beside(columns: usize) -> usize {
    let [broad, tight] = KEYS;
    if columns < ROOM { tight } else { broad }
}

/// A lead, and a text whose further lines stand below its first.
fn hanging(lead: &str, text: &str, columns: usize) -> Vec<HelpLine> {
    let beside = beside(columns);
    let room = columns.saturating_sub(beside + 2).max(1);
    let mut lead = lead.to_owned();
    let mut lines = Vec::new();
    for text in words::wrap(text, room) {
        let gap = " ".repeat(beside.saturating_sub(words::width(&lead)));
        lines.push(HelpLine::Keys(format!(" {lead}{gap} "), text.to_owned()));
        lead.clear();
    }
    lines
}

/// One below the other, with a gap between.
fn joined(groups: Vec<Vec<HelpLine>>) -> Vec<HelpLine> {
    let mut all = Vec::new();
    for group in groups {
        if !all.is_empty() {
            all.push(HelpLine::Gap);
        }
        all.extend(group);
    }
    all
}

/// In two columns, so that the longer of them is as short as can be.
fn in_two(groups: Vec<Vec<HelpLine>>) -> Vec<Vec<HelpLine>> {
    let height = |groups: &[Vec<HelpLine>]| -> usize { groups.iter().map(|it| it.len() + 1).sum() };
    let longer = |at: &usize| {
        let (left, right) = groups.split_at(*at);
        height(left).max(height(right))
    };
    let at = (0..=groups.len()).min_by_key(longer).unwrap_or(0);
    let mut left = groups;
    let right = left.split_off(at);
    vec![joined(left), joined(right)]
}
