//! Reading a page: how far it is scrolled and what on it is chosen.

use std::rc::Rc;

use super::{App, Pane, Reach, Size};
use crate::{
    keys::{Leaping, Motion, Screen},
    page::{BROADEST, Item, Page, Spot, Target},
};

/// How far one has read a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The first line that is seen.
    pub top: usize,
    /// What is chosen, by its place among the page's items.
    pub item: Option<usize>,
}

/// What of a page is seen.
struct View {
    page: Rc<Page<'static>>,
    lines: usize,
}

impl View {
    fn sees(&self, top: usize, item: &Item) -> bool {
        item.line >= top && item.line < top + self.lines
    }

    /// The first or last item that is seen from there.
    fn edge(&self, top: usize, is_first: bool) -> Option<usize> {
        let mut seen = self.page.items.iter().enumerate().filter(|(_, it)| self.sees(top, it));
        let edge = if is_first { seen.next() } else { seen.next_back() };
        edge.map(|(index, _)| index)
    }

    /// The page from its beginning: what is to be done on it is chosen, if that is seen.
    fn beginning(&self) -> Reading {
        let is_seen = |it: &usize| self.page.items.get(*it).is_some_and(|it| self.sees(0, it));
        let item = self.page.first.filter(is_seen).or_else(|| self.edge(0, true));
        Reading { top: 0, item }
    }

    /// One step: to the next thing that can be chosen if it is no further than a screen
    /// away, else on by a line.
    fn step(&self, reading: &Reading, is_forward: bool) -> Reading {
        let items = &self.page.items;
        let last_top = self.page.last_top(self.lines);
        let next = match reading.item.and_then(|it| items.get(it)) {
            // Where a column ends, one goes on with the next.
            Some(from) => self.along(from, is_forward).or_else(|| {
                let at = reading.item?;
                if is_forward { Some(at + 1) } else { at.checked_sub(1) }
            }),
            None => self.edge(reading.top, is_forward),
        };
        let from = reading.item.and_then(|it| items.get(it)).map_or(reading.top, |it| it.line);
        let is_near = |it: &Item| {
            self.sees(reading.top, it)
                || reading.item.is_some() && it.line.abs_diff(from) < self.lines
        };
        let chosen = next.filter(|next| items.get(*next).is_some_and(is_near));
        if chosen.is_some() {
            return Reading { top: self.in_sight(reading.top, chosen), item: chosen };
        }
        let top = if is_forward {
            (reading.top + 1).min(last_top)
        } else {
            reading.top.saturating_sub(1)
        };
        let kept =
            reading.item.filter(|item| items.get(*item).is_some_and(|it| self.sees(top, it)));
        let entered = next.filter(|next| items.get(*next).is_some_and(|it| self.sees(top, it)));
        Reading { top, item: entered.or(kept) }
    }

    /// Where a motion leads.
    fn moved(&self, reading: &Reading, motion: Motion) -> Reading {
        let last_top = self.page.last_top(self.lines);
        let screen = self.lines.saturating_sub(1).max(1);
        let to = |top: usize, is_first| Reading { top, item: self.edge(top, is_first) };
        match motion {
            Motion::Forward => self.step(reading, true),
            Motion::Backward => self.step(reading, false),
            Motion::PageForward if reading.top == last_top => to(last_top, false),
            Motion::PageForward => to((reading.top + screen).min(last_top), true),
            Motion::PageBackward => to(reading.top.saturating_sub(screen), true),
            Motion::ToTop => to(0, true),
            Motion::ToBottom => to(last_top, false),
        }
    }

    /// What stands next above or below, in the same columns: beside each other stand
    /// what one goes to sideways.
    fn along(&self, from: &Item, is_forward: bool) -> Option<usize> {
        let is_there =
            |it: &Item| if is_forward { it.line > from.line } else { it.line < from.line };
        let is_in_line = |it: &Item| {
            it.left < from.left + from.width.max(1) && from.left < it.left + it.width.max(1)
        };
        let far = |it: &Item| (it.line.abs_diff(from.line), it.left.abs_diff(from.left));
        let there = self.page.items.iter().enumerate();
        let there = there.filter(|(_, it)| is_there(it) && is_in_line(it));
        there.min_by_key(|(_, it)| far(it)).map(|(at, _)| at)
    }

    /// What stands beside what is chosen, on the nearest line at that side.
    fn beside(&self, reading: &Reading, is_right: bool) -> Option<usize> {
        let items = &self.page.items;
        let from = items.get(reading.item?)?;
        let is_there = |it: &Item| {
            if is_right {
                it.left >= from.left + from.width
            } else {
                it.left + it.width <= from.left
            }
        };
        let far = |it: &Item| (it.line.abs_diff(from.line), it.left.abs_diff(from.left));
        let there = items.iter().enumerate().filter(|(_, it)| is_there(it));
        there.min_by_key(|(_, it)| far(it)).map(|(at, _)| at)
    }

    /// As little further as brings the whole of the chosen item in sight.
    fn in_sight(&self, top: usize, item: Option<usize>) -> usize {
        let Some(it) = item.and_then(|item| self.page.items.get(item)) else { return top };
        let least = (it.line + it.height).saturating_sub(self.lines);
        top.max(least).min(it.line).min(self.page.last_top(self.lines))
    }
}

fn with_view(app: &mut App, read: impl FnOnce(&View, &Reading) -> Reading) {
    let lines = app.reach().lines();
    let Some(page) = app.page() else { return };
    let reading = read(&View { page, lines }, &app.browse().reading);
    app.browse_mut().reading = reading;
}

/// Keeps what is read within the page, after page or screen have changed.
pub(super) fn keep_in_sight(app: &mut App) {
    if app.browse().pane == Pane::List && app.browse().reading == Reading::default() {
        return;
    }
    with_view(app, |view, reading| {
        let item = reading.item.filter(|item| *item < view.page.items.len());
        let top = reading.top.min(view.page.last_top(view.lines));
        Reading { top: view.in_sight(top, item), item }
    });
    if app.browse().pane == Pane::Page && app.browse().reading == Reading::default() {
        with_view(app, |view, _| view.beginning());
    }
}

/// Gives the terminal another size. Lines break elsewhere then, so one goes on
/// reading in the same section, or at the thing that is chosen.
pub(super) fn resize(app: &mut App, size: Size) {
    let top = app.browse().reading.top;
    let place = if top == 0 { None } else { app.page().and_then(|page| place(&page, top)) };
    app.world.size = size;
    if let Some((section, offset)) = place {
        with_view(app, |view, reading| {
            let line = view.page.sections.get(section).map_or(0, |it| it.line);
            Reading { top: line + offset, item: reading.item }
        });
    }
}

/// The section a line is in, and how far below its title.
fn place(page: &Page<'_>, line: usize) -> Option<(usize, usize)> {
    let section = page.section_at(line)?;
    Some((section, line - page.sections.get(section)?.line))
}

/// Moves what is seen by some lines; what is chosen stays if it is still seen.
pub(super) fn wheel(app: &mut App, lines: usize, is_down: bool) {
    with_view(app, |view, reading| {
        let last_top = view.page.last_top(view.lines);
        let top = if is_down { reading.top + lines } else { reading.top.saturating_sub(lines) };
        let top = top.min(last_top);
        let is_seen =
            |item: &usize| view.page.items.get(*item).is_some_and(|it| view.sees(top, it));
        Reading { top, item: reading.item.filter(is_seen).or_else(|| view.edge(top, is_down)) }
    });
}

/// Chooses what stands beside what is chosen; whether there is such a thing.
pub(super) fn sideways(app: &mut App, is_right: bool) -> bool {
    let mut is_found = false;
    with_view(app, |view, reading| match view.beside(reading, is_right) {
        Some(item) => {
            is_found = true;
            Reading { top: view.in_sight(reading.top, Some(item)), item: Some(item) }
        }
        None => reading.clone(),
    });
    is_found
}

/// Begins to read at a spot, and chooses what is there.
pub(super) fn read_from(app: &mut App, spot: &Spot) {
    with_view(app, |view, _| {
        if *spot == Spot::default() {
            return view.beginning();
        }
        let (line, item) = view.page.find(spot);
        // What is chosen has something above it; what is read is at the top.
        let above = if item.is_some() { view.lines / 3 } else { 0 };
        let top = line.saturating_sub(above).min(view.page.last_top(view.lines));
        Reading { top: view.in_sight(top, item), item: item.or_else(|| view.edge(top, true)) }
    });
}

pub(super) fn scroll(app: &mut App, motion: Motion) {
    with_view(app, |view, reading| view.moved(reading, motion));
}

/// Whether a motion leads anywhere.
pub(super) fn can_scroll(app: &App, motion: Motion) -> bool {
    let reading = &app.browse().reading;
    let view = app.page().map(|page| View { page, lines: app.reach().lines() });
    view.is_some_and(|view| view.moved(reading, motion) != *reading)
}

/// Whether there is another part of the page to go to.
pub(super) fn can_leap(app: &App, leaping: Leaping) -> bool {
    let top = app.browse().reading.top;
    let last_top = app.page().map_or(0, |it| it.last_top(app.reach().lines()));
    match leaping {
        Leaping::Next => top < last_top,
        Leaping::Previous => top > 0,
    }
}

/// Whether something that can be chosen stands beside what is chosen.
pub(super) fn has_beside(app: &App, is_right: bool) -> bool {
    let view = app.page().map(|page| View { page, lines: app.reach().lines() });
    view.is_some_and(|view| view.beside(&app.browse().reading, is_right).is_some())
}

/// Goes to the next part of the page or to the one before.
pub(super) fn leap(app: &mut App, leaping: Leaping) {
    with_view(app, |view, reading| {
        let last_top = view.page.last_top(view.lines);
        let mut sections = view.page.sections.iter().map(|it| it.line);
        let line = match leaping {
            Leaping::Next => sections.find(|line| *line > reading.top).unwrap_or(last_top),
            Leaping::Previous => sections.rfind(|line| *line < reading.top).unwrap_or(0),
        };
        let top = line.min(last_top);
        Reading { top, item: view.edge(top, true) }
    });
}

impl App {
    /// What the text of a page can take on the screen in front.
    pub fn reach(&self) -> Reach {
        let shape = self.shape();
        match self.screen {
            _ if self.is_comparing() => {
                Reach { columns: shape.alone.columns.min(BROADEST), ..shape.alone }
            }
            Screen::Today | Screen::Progress => shape.alone,
            Screen::Roles | Screen::Skills | Screen::Routes | Screen::Plan => shape.page,
        }
    }

    /// What is chosen on the page in front, if the page has the keys.
    pub fn chosen_on<'a>(&self, page: &'a Page<'_>) -> Option<&'a Target> {
        let item = self.browse().reading.item.filter(|_| self.browse().pane == Pane::Page)?;
        page.items.get(item).map(|item| &item.target)
    }

    /// What is chosen on the page in front.
    pub(super) fn chosen(&self) -> Option<Target> {
        let page = self.page()?;
        self.chosen_on(&page).cloned()
    }
}
