//! The writer a page is written on, line by line.

use std::borrow::Cow;

use super::{BROADEST, COLUMN, Item, Line, Page, Reader, Section, Span, Target, Tone};
use crate::{
    catalog::{Citation, Faq, Passage, Rung, SkillId, SourceId, Text, Trust},
    progress::{Mark, Notable, State},
    words::{self, wrap},
};

/// What the sign before a figure says.
const UNSURE: &str = "less than sure: from second hand, or a rough figure";

/// The section with what the learner noted.
pub const NOTE: &str = "Your note";

/// The columns a label takes beside its text.
const LABEL: usize = 15;

/// A page being written.
pub(super) struct Writer<'a> {
    pub(super) reader: Reader<'a>,
    pub(super) columns: usize,
    pub(super) page: Page<'a>,
    cited: Vec<Citation>,
    has_doubts: bool,
}

impl<'a> Writer<'a> {
    pub(super) fn new(reader: Reader<'a>, title: &'a str, aside: String) -> Self {
        // Who hears a page hears paragraphs, not lines.
        let most = if reader.signs.are_words { usize::MAX } else { COLUMN };
        let columns = reader.columns.clamp(8, most);
        let page = Page { title: title.into(), aside, ..Page::default() };
        Self { reader, columns, page, cited: Vec::new(), has_doubts: false }
    }

    /// A page without a title or a part of one, so many columns broad.
    pub(super) fn part(reader: Reader<'a>, columns: usize) -> Self {
        Self {
            reader,
            columns: columns.max(8),
            page: Page::default(),
            cited: Vec::new(),
            has_doubts: false,
        }
    }

    /// A page for things that stand side by side, which may be broader than a text.
    pub(super) fn broad(reader: Reader<'a>, title: &'a str, aside: String) -> Self {
        let columns = reader.columns.clamp(8, BROADEST);
        Self { columns, ..Self::new(reader, title, aside) }
    }

    /// The page, with what the sources cited on it say at its end.
    pub(super) fn finish(mut self) -> Page<'a> {
        if self.has_doubts {
            let sign = self.reader.signs.unsure;
            self.gap();
            self.hanging(format!("{sign} "), Tone::Muted, UNSURE, Tone::Muted);
        }
        let mut cited = std::mem::take(&mut self.cited);
        cited.sort_unstable();
        cited.dedup();
        if !cited.is_empty() {
            self.heading("What the sources say");
        }
        for stated in cited.chunk_by(|one, other| one.source == other.source) {
            if let Some(first) = stated.first() {
                self.source(first.source, stated);
            }
        }
        self.page
    }

    /// A source, and those of its statements that were cited.
    fn source(&mut self, id: SourceId, stated: &[Citation]) {
        let source = self.reader.learner.catalog.source(id);
        let year = source.year.map(|year| year.to_string());
        let number = format!("[{}] ", id.place() + 1);
        let text = format!("{}. {}", words::dated(&source.name, year.as_deref()), source.about);
        self.gap();
        self.hanging(number, Tone::Muted, text, Tone::Strong);
        for it in stated {
            if let Some(text) = source.statement(it.number) {
                self.hanging(format!("{:>3} ", it.number), Tone::Muted, &**text, Tone::Text);
            }
        }
    }

    /// A figure, with a sign before it if it is less than sure.
    pub(super) fn figure(&mut self, text: String, trust: Trust) -> String {
        if trust.doubt.is_none() {
            return text;
        }
        self.has_doubts = true;
        format!("{} {text}", self.reader.signs.unsure)
    }

    /// Who says so, as an address one can open if there is one.
    pub(super) fn said_by(&mut self, source: String, address: Option<&Text>) {
        match address {
            Some(address) => self.item(Target::Address(address.clone()), |writer| {
                writer.hanging("  ", Tone::Text, source, Tone::Link);
            }),
            None => self.hanging("  ", Tone::Text, source, Tone::Muted),
        }
    }

    pub(super) fn line(&mut self, line: Line<'a>) {
        self.page.lines.push(line);
    }

    /// An empty line, unless there is one already, or a heading or nothing stands above.
    pub(super) fn gap(&mut self) {
        let above = self.page.lines.len().checked_sub(1);
        let is_heading = self.page.sections.last().map(|section| section.line) == above;
        let is_empty = self.page.lines.last().is_none_or(|line| line.spans.is_empty());
        if !is_empty && !is_heading {
            self.page.lines.push(Line::default());
        }
    }

    pub(super) fn heading(&mut self, title: impl Into<Cow<'static, str>>) {
        self.heading_with(title, String::new());
    }

    /// A heading with something at the right end of its line, if there is room.
    pub(super) fn heading_with(&mut self, title: impl Into<Cow<'static, str>>, aside: String) {
        self.gap();
        let title = title.into();
        self.page.sections.push(Section { line: self.page.lines.len(), title: title.clone() });
        let mut line = Line::of(title.to_uppercase(), Tone::Heading);
        let room = self.columns.saturating_sub(line.width() + words::width(&aside));
        if !aside.is_empty() && room >= 2 {
            line.push(" ".repeat(room), Tone::Text);
            line.push(aside, Tone::Muted);
            self.line(line);
        } else {
            self.line(line);
            if !aside.is_empty() {
                self.paragraph(aside, Tone::Muted);
            }
        }
    }

    pub(super) fn subheading(&mut self, title: impl Into<Cow<'a, str>>) {
        self.gap();
        self.paragraph(title, Tone::Strong);
    }

    pub(super) fn paragraph(&mut self, text: impl Into<Cow<'a, str>>, tone: Tone) {
        self.hanging("", tone, text, tone);
    }

    /// A sign or label, and a text whose further lines stand below its first.
    pub(super) fn hanging(
        &mut self,
        lead: impl Into<Cow<'a, str>>,
        lead_tone: Tone,
        text: impl Into<Cow<'a, str>>,
        tone: Tone,
    ) {
        let lead = lead.into();
        let indent = words::width(&lead);
        // A text reads well in a column, however broad the page is.
        let columns = self.columns.min(COLUMN);
        let lines = broken(text.into(), columns.saturating_sub(indent));
        let mut lead = (indent > 0).then_some(Span { text: lead, tone: lead_tone });
        for text in lines {
            let mut line = Line::default();
            match lead.take() {
                Some(span) => line.spans.push(span),
                None if indent > 0 => line.push(" ".repeat(indent), Tone::Text),
                None => (),
            }
            line.push(text, tone);
            self.line(line);
        }
    }

    /// A label at the left and a text beside it, or below where there is little room.
    pub(super) fn labelled(&mut self, label: &'static str, text: impl Into<Cow<'a, str>>) {
        if self.columns < 4 * LABEL {
            self.paragraph(label, Tone::Muted);
            self.hanging("  ", Tone::Text, text, Tone::Text);
        } else {
            self.hanging(format!("{label:LABEL$}"), Tone::Muted, text, Tone::Text);
        }
    }

    pub(super) fn bullet(&mut self, text: impl Into<Cow<'a, str>>) {
        let sign = format!("{} ", self.reader.signs.bullet);
        self.hanging(sign, Tone::Muted, text, Tone::Text);
    }

    /// A passage as a bullet.
    pub(super) fn bullet_passage(&mut self, passage: &'a Passage) {
        let sign = format!("{} ", self.reader.signs.bullet);
        self.hanging(sign, Tone::Muted, &*passage.text, Tone::Text);
        self.cite(&passage.citations, 2);
    }

    /// Passages as paragraphs.
    pub(super) fn passages(&mut self, passages: &'a [Passage]) {
        for passage in passages {
            self.gap();
            self.paragraph(&*passage.text, Tone::Text);
            self.cite(&passage.citations, 0);
        }
    }

    pub(super) fn questions(&mut self, questions: &'a [Faq]) {
        for Faq { question, answer } in questions {
            self.subheading(&**question);
            for passage in answer {
                self.paragraph(&*passage.text, Tone::Text);
                self.cite(&passage.citations, 0);
            }
        }
    }

    /// What the learner noted, line by line as they wrote it.
    pub(super) fn note(&mut self, thing: Notable) {
        let Some(note) = self.reader.learner.progress.note(thing) else { return };
        self.heading(NOTE);
        for line in note.lines() {
            let text = line.trim_start();
            if text.is_empty() {
                self.gap();
                continue;
            }
            let lead = " ".repeat((line.len() - text.len()).min(self.columns / 2));
            self.hanging(lead, Tone::Text, text, Tone::Text);
        }
    }

    /// What shows that a proof or a point holds, below it and as far in.
    pub(super) fn evidence(&mut self, mark: Mark, indent: usize) {
        if let Some(evidence) = self.reader.learner.progress.evidence(mark) {
            self.hanging(" ".repeat(indent), Tone::Text, &**evidence, Tone::Accent);
        }
    }

    /// Puts the numbers of the sources behind the last line, or on a line of
    /// their own if they do not fit.
    pub(super) fn cite(&mut self, citations: &[Citation], indent: usize) {
        let mut sources: Vec<SourceId> = citations.iter().map(|it| it.source).collect();
        sources.sort_unstable();
        sources.dedup();
        if sources.is_empty() {
            return;
        }
        let numbers: Vec<String> = sources.iter().map(|id| (id.place() + 1).to_string()).collect();
        let mark = format!("[{}]", numbers.join(","));
        self.cited.extend(citations);
        let is_said = |line: &Line<'_>| line.spans.last().is_some_and(|it| it.text.trim() == mark);
        match self.page.lines.last_mut() {
            Some(last) if is_said(last) => (),
            Some(last) if last.width() + 1 + mark.len() <= self.columns => {
                last.push(format!(" {mark}"), Tone::Muted);
            }
            _ => self.line(Line::of(format!("{:indent$}{mark}", ""), Tone::Muted)),
        }
    }

    /// Marks all lines written by `write` as one thing that can be acted on.
    pub(super) fn item(&mut self, target: Target, write: impl FnOnce(&mut Self)) {
        let line = self.page.lines.len();
        write(self);
        let height = self.page.lines.len() - line;
        self.page.items.push(Item { line, height, left: 0, width: self.columns, target });
    }

    /// How many lines are written.
    pub(super) fn lines_down(&self) -> usize {
        self.page.lines.len()
    }

    /// Marks a place on one line as something that can be acted on: its first column
    /// and how many it takes. So several can stand side by side.
    pub(super) fn item_at(&mut self, line: usize, (left, width): (usize, usize), target: Target) {
        self.page.items.push(Item { line, height: 1, left, width, target });
    }

    /// Things that can be chosen, beside each other behind a few words, on as many
    /// lines as they take.
    pub(super) fn flow(&mut self, lead: String, things: Vec<(String, Target)>) {
        let indent = if words::width(&lead) * 2 > self.columns { 2 } else { words::width(&lead) };
        let mut line = Line::of(lead, Tone::Muted);
        let mut places = Vec::new();
        for (name, target) in things {
            let name = words::fitted(&name, self.columns - indent, self.reader.signs.more);
            let between = if places.is_empty() { 0 } else { 3 };
            if line.width() + between + words::width(&name) > self.columns {
                self.line(std::mem::take(&mut line));
                self.place_all(&mut places);
                line = Line::of(" ".repeat(indent), Tone::Text);
            } else if between > 0 {
                line.push(format!(" {} ", self.reader.signs.guide), Tone::Muted);
            }
            places.push((line.width(), words::width(&name), target));
            line.push(name, Tone::Text);
        }
        self.line(line);
        self.place_all(&mut places);
    }

    /// Marks places on the last line.
    fn place_all(&mut self, places: &mut Vec<(usize, usize, Target)>) {
        let last = self.lines_down().saturating_sub(1);
        for (left, width, target) in places.drain(..) {
            self.item_at(last, (left, width), target);
        }
    }

    /// What is written next is what one comes for.
    pub(super) fn first(&mut self) {
        self.page.first = Some(self.page.items.len());
    }

    /// The item for this is what is to be done, if it is on the page.
    pub(super) fn first_is(&mut self, target: Option<&Target>) {
        let is_it = |it: &Item| Some(&it.target) == target;
        self.page.first = self.page.items.iter().position(is_it);
    }

    /// A skill one can go to: its sign, its name, and something at the right.
    pub(super) fn skill(&mut self, id: SkillId, indent: usize, aside: &str) {
        self.item(Target::Skill(id), |writer| writer.skill_line(id, indent, aside));
    }

    /// A member of a choice, which one can go to or pick.
    pub(super) fn member(&mut self, id: SkillId, choice: &[SkillId], rung: Rung) {
        let pick =
            if self.reader.learner.progress.picks().contains(&id) { "your pick  " } else { "" };
        let hours = words::hours(self.reader.learner.catalog.hours_to(id, rung));
        let aside = format!("{pick}{hours:>8}");
        let target = Target::Member(id, choice.to_vec());
        self.item(target, |writer| writer.skill_line(id, 2, &aside));
    }

    fn skill_line(&mut self, id: SkillId, indent: usize, aside: &str) {
        let Reader { learner, signs, .. } = self.reader;
        let state = learner.state(id);
        let lead = format!("{:indent$}{} ", "", signs.state(state));
        let name = &*learner.catalog.skill(id).name;
        let room = self.columns.saturating_sub(words::width(&lead) + words::width(aside) + 2);
        let tone = if state == State::Skipped { Tone::Muted } else { Tone::Text };
        let mut line = Line::of(lead, Tone::State(state));
        line.push(words::fitted(name, room, signs.more), tone);
        let gap = self.columns.saturating_sub(line.width() + words::width(aside));
        line.push(" ".repeat(gap), Tone::Text);
        line.push(aside.to_owned(), Tone::Muted);
        self.line(line);
    }

    /// An address one can open.
    pub(super) fn address(&mut self, address: &Text) {
        let shown = shown(address);
        self.item(Target::Address(address.clone()), |writer| {
            writer.paragraph(shown, Tone::Link);
        });
    }

    /// A name with an address one can open.
    pub(super) fn link(
        &mut self,
        name: impl Into<Cow<'a, str>>,
        about: impl Into<Cow<'a, str>>,
        address: &Text,
    ) {
        let target = Target::Address(address.clone());
        let sign = format!("{} ", self.reader.signs.link);
        let shown = shown(address);
        let about = about.into();
        self.item(target, |writer| {
            writer.hanging(sign, Tone::Accent, name, Tone::Text);
            if !about.is_empty() {
                writer.hanging("  ", Tone::Text, about, Tone::Muted);
            }
            writer.hanging("  ", Tone::Text, shown, Tone::Link);
        });
    }
}

/// An address without what goes without saying.
fn shown(address: &str) -> String {
    address.trim_start_matches("https://").trim_end_matches('/').to_owned()
}

/// A text in lines, which borrow from it if it is borrowed itself.
fn broken(text: Cow<'_, str>, columns: usize) -> Vec<Cow<'_, str>> {
    match text {
        Cow::Borrowed(text) => wrap(text, columns).into_iter().map(Cow::Borrowed).collect(),
        Cow::Owned(text) => {
            wrap(&text, columns).into_iter().map(|it| Cow::Owned(it.to_owned())).collect()
        }
    }
}
