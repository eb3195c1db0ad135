//! What the keys do here and now, for footer and help.

use super::{App, Overlay, Pane, Row, skills};
use crate::{
    keys::{Action, Binding, Key, Screen, Trying},
    page::{Page, Target},
    planner::Plan,
};

impl App {
    /// The keys that work now and what they do, what matters most first. What is
    /// not worth a place in a footer is left out.
    pub fn hints<'a>(&'a self, page: Option<&'a Page<'_>>) -> Vec<(Key, &'static str)> {
        let chosen = page.and_then(|page| self.chosen_on(page));
        let scopes = self.scopes();
        let named = self.world.keymap.in_scopes(&scopes);
        let named = named.filter_map(|(key, it)| Some((key, self.hint(it, chosen)?)));
        named.filter(|(_, hint)| !hint.is_empty()).collect()
    }

    /// The keys that work where one is when nothing lies over the screen.
    pub fn help(&self) -> Vec<&Binding> {
        let page = self.page();
        let chosen = page.as_deref().and_then(|page| self.chosen_on(page));
        let scopes = self.scopes_below();
        let all = self.world.keymap.in_scopes(&scopes).map(|(_, binding)| binding);
        all.filter(|it| self.hint(it, chosen).is_some()).collect()
    }

    /// What an action does here; none where it would do nothing.
    #[expect(clippy::too_many_lines, reason = "a line for each action")]
    fn hint(&self, binding: &Binding, chosen: Option<&Target>) -> Option<&'static str> {
        match binding.action {
            Action::Mark => what_marking_does(chosen?),
            Action::Open if self.screen == Screen::Plan => {
                self.planned_item().map(|_| binding.hint)
            }
            Action::Open if self.browse().pane == Pane::Page => what_opening_does(chosen?),
            Action::OpenLink => matches!(chosen, Some(Target::Address(_))).then_some(binding.hint),
            Action::Ascend if self.overlay.is_none() && self.screen == Screen::Today => {
                (!self.trail.is_empty()).then_some(binding.hint)
            }
            Action::Answer if self.would_begin_anew() => Some("begin anew"),
            Action::KeepTrial | Action::DropTrial => {
                self.planning.trial.is_some().then_some(binding.hint)
            }
            Action::Try(trying) => self.can_try(trying).then_some(binding.hint),
            Action::AskReadyBy | Action::KeepBaseline | Action::GiveUp => {
                self.has_goal().then_some(binding.hint)
            }
            Action::Zoom => self.has_dates().then_some(binding.hint),
            Action::ProveShown => self.shows_proofs().then_some(binding.hint),
            Action::Claim | Action::Skip | Action::LogTime if self.is_project_row() => None,
            Action::Follow if self.follows_row() => Some("stop following"),
            Action::MakeGoal if self.is_goal_row() => None,
            Action::ClearFind if !self.is_searching() => None,
            Action::Move(_)
            | Action::Leap(_)
            | Action::Open
            | Action::Ascend
            | Action::Leftward
            | Action::Rightward
            | Action::FoldAll
            | Action::MakeGoal
            | Action::Follow
            | Action::Claim
            | Action::Skip
            | Action::CycleFilter
            | Action::Look
            | Action::Find
            | Action::KeepFind
            | Action::ClearFind
            | Action::Edit(_)
            | Action::GoTo(_)
            | Action::NextScreen
            | Action::PreviousScreen
            | Action::ToggleHelp
            | Action::Dismiss
            | Action::Undo
            | Action::Redo
            | Action::Suspend
            | Action::Quit
            | Action::LogTime
            | Action::Answer
            | Action::Welcome
            | Action::ChooseAnswer
            | Action::HideDates => Some(binding.hint),
        }
    }

    /// Whether there is a plan with dates to look at from nearer or farther.
    fn has_dates(&self) -> bool {
        let has_dates = |plan: &Plan| plan.steps.iter().any(|it| it.start.is_some());
        !self.progress.hides_dates() && self.shown_plan().is_some_and(has_dates)
    }

    fn is_project_row(&self) -> bool {
        self.screen == Screen::Skills && matches!(self.row(), Some(Row::Project(_)))
    }

    /// Whether what is ticked of the project in front shows proofs that are open.
    fn shows_proofs(&self) -> bool {
        let project = match self.row() {
            Some(Row::Project(id)) if self.screen == Screen::Skills => id,
            _ => return false,
        };
        !skills::all_shown(self, project).is_empty()
    }

    fn has_goal(&self) -> bool {
        self.progress.goal().is_some()
    }

    fn can_try(&self, trying: Trying) -> bool {
        match trying {
            Trying::OtherPick => self.planned_choice().is_some(),
            Trying::Later | Trying::Earlier | Trying::First | Trying::Pin | Trying::LeaveOut => {
                self.planned_item().is_some()
            }
            Trying::MoreHours | Trying::FewerHours | Trying::Depth => self.has_goal(),
            Trying::Break | Trying::Start => true,
        }
    }

    fn is_searching(&self) -> bool {
        let search = &self.browse().search;
        search.is_typing() || search.is_narrowing()
    }

    /// What moving up and down does; nothing in a line that is being typed.
    pub fn moves(&self) -> Option<&'static str> {
        match self.overlay {
            Some(Overlay::Ask(_)) => None,
            Some(Overlay::Help(_) | Overlay::Told(_)) => Some("scroll"),
            Some(Overlay::Welcome(_) | Overlay::Rescue(_)) | None => Some("choose"),
        }
    }
}

/// What marking a chosen thing does; none where there is nothing to mark.
fn what_marking_does(chosen: &Target) -> Option<&'static str> {
    match chosen {
        Target::Proof(..) | Target::Point(..) | Target::Milestone(..) => Some("tick"),
        Target::Member(..) => Some("pick"),
        Target::Address(_)
        | Target::Welcome
        | Target::Skill(_)
        | Target::Project(_)
        | Target::Role(_)
        | Target::Route(_) => None,
    }
}

/// What opening a chosen thing does; none where it leads nowhere.
fn what_opening_does(chosen: &Target) -> Option<&'static str> {
    match chosen {
        Target::Proof(..) | Target::Point(..) | Target::Milestone(..) => None,
        Target::Welcome => Some("begin"),
        Target::Address(_)
        | Target::Skill(_)
        | Target::Member(..)
        | Target::Project(_)
        | Target::Role(_)
        | Target::Route(_) => Some("open"),
    }
}
