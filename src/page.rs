//! What there is to read: a role, a skill or a route as a page of lines.
//!
//! A page is made of [`Line`]s of words in [`Tone`]s, already broken to a
//! width. It knows nothing of screens: `ui` paints it, `report` prints it and
//! `app` asks how long it is and what on it can be acted on.

mod area;
mod axis;
mod calendar;
mod columns;
mod compare;
mod facts;
mod ladder;
mod near;
mod pay;
mod progress;
mod project;
mod question;
mod role;
mod route;
mod skill;
mod spot;
mod table;
mod today;
mod way;
mod writer;

use std::borrow::Cow;

use jiff::civil::Date;

pub use self::{
    compare::{Compared, Comparison, MOST_ROLES, MOST_ROUTES},
    question::{Offered, asked, model, offered, posed, solved},
    skill::TERMS,
    spot::Spot,
    today::{Dated, dates_ahead},
    way::sum as way_in_sum,
    writer::NOTE,
};
use crate::{
    catalog::{
        AreaId, MilestoneId, PointId, ProjectId, ProofId, RegionId, RoleId, RouteId, SkillId, Text,
    },
    journal::Shown,
    keys::Keymap,
    planner::{Moved, Path, Plan, Readiness},
    progress::{EntryId, Learner, State, Task},
    words::Signs,
};

/// The most lines at the foot of a column of text that go on in the next one.
pub const FOOT: usize = 2;

/// How broad a column of text may be and still read well.
pub const COLUMN: usize = 72;

/// How broad things that stand side by side may be.
pub const BROADEST: usize = 140;

/// Who reads, and with what.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// What can be learned, and what this learner wants and has done.
    pub learner: Learner<'a>,
    /// The day it is.
    pub today: Date,
    /// The region whose figures come first.
    pub region: RegionId,
    /// The signs that can be painted.
    pub signs: &'a Signs,
    /// The plan; only the page of today needs one.
    pub plan: Option<&'a Plan>,
    /// The whole path to the goal; only the page of today draws it.
    pub path: Option<&'a Path>,
    /// What has moved the end since the last visit; only the page of today says it.
    pub moved: Option<Moved>,
    /// The keys that sentences name.
    pub keymap: &'a Keymap,
    /// The lines that are seen at once; where they are few, some pages are shorter, or tell
    /// first what one comes for.
    pub lines: usize,
    /// The columns there are; more than [`COLUMN`] are not used, unless the signs
    /// are words: then each paragraph is a line.
    pub columns: usize,
}

/// What a word is there for; how that looks is for `ui` to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// What one reads.
    Text,
    /// What can wait.
    Muted,
    /// The title of a section.
    Heading,
    /// What stands out in a text.
    Strong,
    /// What can be acted on or is one's own.
    Accent,
    /// An address on the web.
    Link,
    /// A skill to do, learning, proven, claimed or skipped.
    State(State),
}

/// Some words in one tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span<'a> {
    /// What is written.
    pub text: Cow<'a, str>,
    /// What it is there for.
    pub tone: Tone,
}

/// A line of words, not longer than the page is broad.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line<'a> {
    /// The words, from left to right.
    pub spans: Vec<Span<'a>>,
}

/// Something on a page that can be acted on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its first line.
    pub line: usize,
    /// How many lines it takes.
    pub height: usize,
    /// Its first column.
    pub left: usize,
    /// How many columns it takes.
    pub width: usize,
    /// What it is.
    pub target: Target,
}

/// What can be acted on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Target {
    Proof(SkillId, ProofId),
    Point(ProjectId, PointId),
    Milestone(RouteId, MilestoneId),
    Skill(SkillId),
    /// A skill that is a member of a choice.
    Member(SkillId, Vec<SkillId>),
    Project(ProjectId),
    Role(RoleId),
    Route(RouteId),
    Address(Text),
    /// Time that was logged.
    Entry(Task, EntryId),
    /// The first questions.
    Welcome,
}

/// A part of a page with a title of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The line its title stands on.
    pub line: usize,
    /// What stands on that line.
    pub title: Cow<'static, str>,
}

/// A page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page<'a> {
    /// What stands above it.
    pub title: Cow<'a, str>,
    /// What stands at the right of the title.
    pub aside: String,
    /// The lines below the title.
    pub lines: Vec<Line<'a>>,
    /// Its sections, from top to bottom.
    pub sections: Vec<Section>,
    /// What can be acted on, from top to bottom.
    pub items: Vec<Item>,
    /// The item one comes for, by its place among them, if one does: it is chosen at first.
    pub first: Option<usize>,
}

/// What a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Subject {
    Today,
    Progress(Shown),
    Role(RoleId),
    Area(AreaId),
    Skill(SkillId),
    Project(ProjectId),
    Route(RouteId),
    Compare(Comparison),
}

/// The page about something.
pub fn page(reader: Reader<'_>, subject: Subject) -> Page<'_> {
    match subject {
        Subject::Role(id) => role::page(reader, id),
        Subject::Today => today::page(reader),
        Subject::Progress(shown) => progress::page(reader, shown),
        Subject::Area(id) => area::page(reader, id),
        Subject::Skill(id) => skill::page(reader, id),
        Subject::Project(id) => project::page(reader, id),
        Subject::Route(id) => route::page(reader, id),
        Subject::Compare(comparison) => compare::page(reader, comparison),
    }
}

/// The whole path as a line of stations, so many columns long; none without a path, or
/// where there is no room.
pub fn path_line(reader: Reader<'_>, plan: &Plan) -> Option<Line<'static>> {
    today::path_line(reader, plan)
}

/// Readiness as a thin line of so many columns: proven, claimed, open. What was
/// reached shows from the first bit on, and the line is full only when nothing
/// is missing.
pub fn bar<'a>(readiness: Readiness, columns: usize, signs: &Signs) -> Line<'a> {
    let all = columns as u64;
    let reached = readiness.proven + readiness.claimed;
    let most = if reached < readiness.total { all.saturating_sub(1) } else { all };
    let share = |part: u64| match readiness.total {
        0 => all,
        total => (part * all).div_ceil(total).min(most),
    };
    let proven = share(readiness.proven);
    let done = share(reached);
    let parts = [
        (proven, signs.bar, State::Proven),
        (done - proven, signs.bar_claimed, State::Claimed),
        (all - done, signs.bar_rest, State::ToDo),
    ];
    let mut line = Line::default();
    for (part, sign, state) in parts.into_iter().filter(|(part, ..)| *part > 0) {
        line.push(sign.repeat(usize::try_from(part).unwrap_or(columns)), Tone::State(state));
    }
    line
}

impl Page<'_> {
    /// The same page, borrowing from nothing.
    pub fn into_owned(self) -> Page<'static> {
        let Self { title, aside, lines, sections, items, first } = self;
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        let span = |Span { text, tone }: Span<'_>| Span { text: owned(text), tone };
        let line = |Line { spans }: Line<'_>| Line { spans: spans.into_iter().map(span).collect() };
        let lines = lines.into_iter().map(line).collect();
        Page { title: owned(title), aside, lines, sections, items, first }
    }

    /// What there is room for where only a few lines are seen: what stands above all
    /// titles, then what is to be done.
    pub fn preview(&self) -> impl Iterator<Item = &Line<'_>> {
        let is_title = |it: &Line<'_>| it.spans.iter().any(|it| it.tone == Tone::Heading);
        let above = self.lines.iter().position(is_title).unwrap_or(self.lines.len());
        let first = self.first.and_then(|it| self.items.get(it));
        let first = first.map_or(above, |it| it.line.max(above));
        let below = self.lines.iter().skip(first);
        self.lines.iter().take(above).chain(below).filter(|it| it.width() > 0)
    }

    /// The farthest line a page can be scrolled to where `height` lines are seen at once.
    pub fn last_top(&self, height: usize) -> usize {
        self.lines.len().saturating_sub(height)
    }

    /// Where a column of text ends that begins at a line and has another column beside it: a
    /// heading at its foot goes on with what it heads.
    pub fn column_end(&self, from: usize, height: usize) -> usize {
        let end = from + height;
        let is_at_foot = |it: &usize| *it > from && *it < end && end - it <= FOOT;
        let heading = self.sections.iter().map(|it| it.line).rfind(is_at_foot);
        heading.filter(|_| end < self.lines.len()).unwrap_or(end)
    }

    /// Which section a reader is in who sees the lines from `top`, counted from 0.
    pub fn section_at(&self, top: usize) -> Option<usize> {
        self.sections.iter().rposition(|section| section.line <= top)
    }
}

impl<'a> Line<'a> {
    /// A line of one span.
    pub fn of(text: impl Into<Cow<'a, str>>, tone: Tone) -> Self {
        Self { spans: vec![Span { text: text.into(), tone }] }
    }

    /// Adds words at the end.
    pub fn push(&mut self, text: impl Into<Cow<'a, str>>, tone: Tone) {
        self.spans.push(Span { text: text.into(), tone });
    }

    /// How many columns it takes.
    pub fn width(&self) -> usize {
        self.spans.iter().map(|span| crate::words::width(&span.text)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_at_the_foot_of_a_column_goes_on_in_the_next() {
        let page = |heading: usize| Page {
            lines: vec![Line::default(); 20],
            sections: vec![Section { line: heading, title: "Learn".into() }],
            ..Page::default()
        };
        for (heading, end) in [(0, 10), (7, 10), (8, 8), (9, 9), (10, 10), (15, 10)] {
            assert_eq!(page(heading).column_end(0, 10), end, "{heading}");
        }
        assert_eq!(page(9).column_end(9, 10), 19, "a column that begins with it holds it");
        assert_eq!(page(19).column_end(10, 10), 20, "behind the end nothing follows");
    }
}
