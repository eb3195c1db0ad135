//! The footer: what was just done, the text being typed, or the keys that work now.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::{Clear, Widget as _},
};

use super::{Brush, apart};
use crate::{
    app::{App, Notice, Tab},
    keys::{self, Action, Trying},
    page::{Page, Target},
    words,
};

/// Paints the footer.
pub(super) fn render(
    app: &App,
    page: Option<&Page<'_>>,
    brush: Brush<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let room = usize::from(area.width).saturating_sub(2);
    let area = Rect { x: area.x + 1.min(area.width), width: super::columns(room), ..area };
    keys_line(app, page, brush, room).render(area, buf);
}

/// Paints what the learner should hear of over the footer, and over as much of
/// the screen above it as it takes to say it whole.
pub(super) fn render_notice(notice: &Notice, brush: Brush<'_>, screen: Rect, buf: &mut Buffer) {
    let (text, style) = match notice {
        Notice::Done(text) => (text, brush.theme.accent()),
        Notice::Warning(text) => (text, brush.theme.warning()),
    };
    let room = usize::from(screen.width).saturating_sub(2);
    let most = usize::from(screen.height / 2).max(1);
    let wrapped = words::wrap(text, room);
    let mut lines: Vec<String> = wrapped.iter().take(most).map(|it| (*it).to_owned()).collect();
    if let (Some(last), true) = (lines.last_mut(), wrapped.len() > most) {
        *last = words::fitted(&format!("{last} {}", brush.signs.more), room, brush.signs.more);
    }
    let height = super::columns(lines.len()).min(screen.height);
    let mut area = Rect { y: screen.bottom() - height, height, ..screen };
    Clear.render(area, buf);
    if height > 1 && height < screen.height {
        let above = Rect { y: area.y - 1, height: 1, ..area };
        Clear.render(above, buf);
        brush.rule(above, buf);
    }
    area = Rect { x: area.x + 1.min(area.width), width: super::columns(room), ..area };
    for (line, row) in lines.iter().zip(area.rows()) {
        Span::styled(line, style).render(row, buf);
    }
}

fn keys_line<'a>(app: &'a App, page: Option<&Page<'_>>, brush: Brush<'_>, room: usize) -> Line<'a> {
    let right = page.and_then(|page| where_one_is(app, page));
    let right_width = right.as_ref().map_or(0, |text| words::width(text) + 2);
    let mut spans = typed(app, brush);
    let mut used: usize = spans.iter().map(Span::width).sum();
    for (key, hint) in hints(app, page, brush) {
        let width = words::width(&key) + words::width(&hint) + 3;
        if used + width > room.saturating_sub(right_width) + 2 {
            break;
        }
        used += width;
        spans.push(Span::styled(key, brush.theme.accent()));
        spans.push(Span::styled(format!(" {hint}  "), brush.theme.muted()));
    }
    let right = right.filter(|text| used + words::width(text) <= room);
    let right = right.map(|text| Span::styled(text, brush.theme.muted()));
    apart(spans, right.into_iter().collect(), room)
}

/// The text the list is narrowed to.
fn typed<'a>(app: &'a App, brush: Brush<'_>) -> Vec<Span<'a>> {
    let search = &app.browse().search;
    if !search.is_typing && !search.is_narrowing() {
        return Vec::new();
    }
    let cursor = if search.is_typing { "_" } else { "" };
    vec![
        Span::styled("/", brush.theme.accent()),
        Span::raw(search.text()),
        Span::styled(cursor, brush.theme.accent()),
        Span::raw("   "),
    ]
}

/// The keys that work now and what they do, what matters most first.
fn hints(app: &App, page: Option<&Page<'_>>, brush: Brush<'_>) -> Vec<(String, String)> {
    let scopes = app.scopes();
    let chosen = page.and_then(|page| app.chosen_on(page));
    let moves = (brush.signs.up_down.to_owned(), "choose".to_owned());
    let hint = |key: keys::Key, binding: &keys::Binding| {
        let hint = match (binding.action, chosen) {
            (Action::Act, Some(Target::Address(_))) => "open",
            (Action::Act, Some(Target::Welcome)) => "begin",
            (Action::Ascend, _) if app.tab == Tab::Today => "",
            (
                Action::Act,
                Some(Target::Skill(_) | Target::Member(..) | Target::Role(_) | Target::Route(_)),
            ) => "go there",
            (Action::Answer, _) if app.would_begin_anew() => "begin anew",
            (Action::KeepTrial | Action::DropTrial, _) if app.planning.trial.is_none() => "",
            (Action::Try(Trying::OtherPick), _) if app.planned_choice().is_none() => "",
            (Action::Pick, Some(Target::Member(..))) => binding.hint,
            (Action::Pick, _) | (Action::Act, None) => "",
            (Action::Follow, _) if app.follows_row() => "stop following",
            (Action::MakeGoal, _) if app.is_goal_row() => "give up goal",
            _ => binding.hint,
        };
        (!hint.is_empty()).then(|| (key.to_string(), hint.to_owned()))
    };
    let named = keys::in_scopes(&scopes).filter_map(|(key, binding)| hint(key, binding));
    let mut hints: Vec<_> = named.collect();
    hints.insert(0, moves);
    hints
}

/// Where on the page one is: `3/9 Pay`.
fn where_one_is(app: &App, page: &Page<'_>) -> Option<String> {
    let at = page.section_at(app.browse().reading.top)?;
    let title = &page.sections.get(at)?.title;
    Some(format!("{}/{} {title}", at + 1, page.sections.len()))
}
