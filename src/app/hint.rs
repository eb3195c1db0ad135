//! What the keys do here and now, for footer and help.

use super::{
    App, Overlay, Pane, ReviewStage, Row, browse, groups, plan, rows::Filter, scroll, settings,
    skills, writing,
};
use crate::{
    journal,
    keys::{Action, Binding, Key, Motion, Scope, Screen, Trying},
    page::{Page, Target},
    planner::{Place, Plan},
};

impl App {
    /// The keys that work now and what they do, what matters most first. What is
    /// not worth a place in a footer is left out, and what [`Self::lasting_hints`] says.
    pub fn hints<'a>(&'a self, page: Option<&'a Page<'_>>) -> Vec<(Key, &'static str)> {
        let chosen = page.and_then(|page| self.chosen_on(page));
        let scopes = self.scopes();
        let named = self.world.keymap.in_scopes(&scopes);
        let worthy = named.filter(|(_, it)| !it.hint.is_empty() && !is_lasting(it.action));
        let hint = |it: &Binding| match &self.overlay {
            Some(Overlay::Welcome(welcome)) => self.welcome_hint(welcome, it),
            Some(Overlay::Placing(placing)) => placing.hint(it),
            Some(Overlay::Reviewing(reviewing)) => reviewing.hint(it),
            _ => self.hint(it, chosen),
        };
        let hints = worthy.filter_map(|(key, it)| Some((key, hint(it)?)));
        hints.filter(|(_, hint)| !hint.is_empty()).collect()
    }

    /// The keys that work wherever nothing lies over the screen; the last is wanted most.
    pub fn lasting_hints(&self) -> Vec<(Key, &'static str)> {
        let scopes = self.scopes();
        let named = self.world.keymap.in_scopes(&scopes).filter(|(_, it)| is_lasting(it.action));
        named.map(|(key, it)| (key, it.hint)).collect()
    }

    /// What does something where one is when nothing lies over the screen; with what
    /// has no key.
    pub(super) fn doable(&self, scopes: &[Scope]) -> Vec<&Binding> {
        let page = self.page();
        let chosen = page.as_deref().and_then(|page| self.chosen_on(page));
        let keymap = self.world.keymap;
        let in_reach = |it: &&Binding| {
            let answers = |key: &Key| keymap.lookup(scopes, *key) == Some(it.action);
            scopes.contains(&it.scope) && (it.keys.is_empty() || it.keys.iter().any(answers))
        };
        let all = keymap.bindings().iter().filter(in_reach);
        all.filter(|it| self.hint(it, chosen).is_some()).collect()
    }

    /// What an action does here; none where it would do nothing.
    fn hint(&self, binding: &Binding, chosen: Option<&Target>) -> Option<&'static str> {
        match binding.action {
            Action::Mark => self.marking(chosen?),
            Action::Open if self.screen == Screen::Plan => {
                self.planned_step().map(|_| binding.hint)
            }
            Action::Open if self.browse().pane == Pane::Page => what_opening_does(chosen?),
            Action::Leap(leaping) if self.browse().pane == Pane::List => {
                groups::hint(self, leaping)
            }
            Action::Answer if self.would_begin_anew() => Some("begin anew"),
            Action::Answer if matches!(self.overlay, Some(Overlay::Find(_))) => self.finding_hint(),
            Action::Answer => match &self.overlay {
                Some(Overlay::Palette(it)) => (!it.listed().is_empty()).then_some("do it"),
                Some(Overlay::Beside(_)) => Some("compare"),
                _ => Some(binding.hint),
            },
            Action::Follow if self.follows_row() => Some("stop following"),
            _ => self.does(binding.action, chosen).then_some(binding.hint),
        }
    }

    /// Whether an action does something here, as far as one can tell without doing it.
    #[expect(clippy::too_many_lines, reason = "a line for each action")]
    fn does(&self, action: Action, chosen: Option<&Target>) -> bool {
        match action {
            Action::Mark => chosen.and_then(|it| self.marking(it)).is_some(),
            Action::OpenLink | Action::Copy => matches!(chosen, Some(Target::Address(_))),
            Action::Open => self.can_open(),
            Action::Ascend => self.can_go_up(),
            Action::Leftward => scroll::has_beside(self, false) || self.can_go_up(),
            Action::Rightward => {
                scroll::has_beside(self, true) || chosen.and_then(what_opening_does).is_some()
            }
            Action::Leap(leaping) => scroll::can_leap(self, leaping),
            Action::Move(motion) => self.can_move(motion),
            Action::KeepTrial | Action::DropTrial => self.planning.trial.is_some(),
            Action::Try(trying) => self.can_try(trying),
            Action::AskReadyBy | Action::GiveUp | Action::Place | Action::TurnView => {
                self.has_goal()
            }
            Action::KeepBaseline => plan::has_baseline(self),
            Action::Review => self.due.count > 0,
            Action::Rehearse => self.role_to_rehearse().is_some(),
            Action::Zoom => self.has_dates(),
            Action::ProveShown => self.shows_proofs(),
            Action::Note | Action::EditNote => self.notable().is_some(),
            Action::Evidence => self.markable().is_some(),
            Action::Estimate => self.estimable().is_some(),
            Action::Turn(_) => settings::is_turned(self),
            Action::Claim | Action::Skip => {
                self.screen == Screen::Skills
                    && self.row().and_then(|it| self.skill_of(it)).is_some()
            }
            Action::LogTime => self.task_in_front().is_some(),
            Action::Timer => self.timer().is_some() || self.task_in_front().is_some(),
            Action::Correct => self.entry_in_front().is_some(),
            Action::FilterJournal => {
                self.screen == Screen::Progress && !journal::journal(self.learner()).is_empty()
            }
            Action::ForgetTimer => self.timer().is_some(),
            Action::FoldAll | Action::ChooseFilter => self.screen == Screen::Skills,
            Action::ShowAll => self.screen == Screen::Skills && self.filter != Filter::All,
            Action::Follow => matches!(self.row(), Some(Row::Route(_))),
            Action::MakeGoal if self.is_comparing() => self.compares_roles(),
            Action::MakeGoal => matches!(self.row(), Some(Row::Role(_))) && !self.is_goal_row(),
            Action::Compare => matches!(self.row(), Some(Row::Role(_) | Row::Route(_))),
            Action::AddBeside => self.can_add(),
            Action::RemoveBeside => self.can_remove(),
            Action::OnlyDifferences => self.is_comparing(),
            Action::Look => self.catalog.regions().len() > 1,
            Action::GoTo(screen) => self.screen != screen,
            Action::Undo => self.has_undo(),
            Action::Redo => self.has_redo(),
            Action::Find
            | Action::Settings
            | Action::Commands
            | Action::Edit(_)
            | Action::NextScreen
            | Action::PreviousScreen
            | Action::ToggleHelp
            | Action::Dismiss
            | Action::Suspend
            | Action::Quit
            | Action::Answer
            | Action::Welcome
            | Action::ChooseAnswer
            | Action::HideDates => true,
        }
    }

    /// Whether there is somewhere to go back to, or a group to fold.
    fn can_go_up(&self) -> bool {
        match (self.screen, self.browse().pane) {
            // Of the first questions, the first has none before it.
            _ if self.overlay.is_some() => true,
            (Screen::Today | Screen::Progress, _) => !self.trail.is_empty(),
            (Screen::Plan, _) => false,
            (Screen::Roles | Screen::Skills | Screen::Routes, Pane::Page) => true,
            (Screen::Roles | Screen::Skills | Screen::Routes, Pane::List) => match self.row() {
                Some(Row::Skill(_) | Row::Step(_)) => true,
                Some(Row::Area(area)) => !self.is_folded(area),
                _ => false,
            },
        }
    }

    fn can_move(&self, motion: Motion) -> bool {
        match (self.screen, self.browse().pane) {
            _ if self.overlay.is_some() => true,
            (Screen::Plan, _) => plan::landing(self, motion).is_some(),
            (_, Pane::List) => browse::landing(self, motion).is_some(),
            (_, Pane::Page) => scroll::can_scroll(self, motion),
        }
    }

    /// Whether there is a plan with dates to look at from nearer or farther.
    fn has_dates(&self) -> bool {
        let has_dates = |plan: &Plan| plan.steps.iter().any(|it| it.start.is_some());
        !self.progress.hides_dates() && self.shown_plan().is_some_and(has_dates)
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
            Trying::OtherPick => plan::other_pick(self).is_some(),
            Trying::Later => plan::can_place(self, Place::Later),
            Trying::Earlier => plan::can_place(self, Place::Earlier),
            Trying::First => plan::can_place(self, Place::Foremost),
            Trying::Pin => plan::can_place(self, Place::Here),
            Trying::LeaveOut => self.planned_climb().is_some(),
            Trying::MoreHours | Trying::FewerHours | Trying::Depth => self.has_goal(),
            Trying::Break | Trying::Start => true,
        }
    }

    /// Whether there is something to open: from an open group one goes on to what is in it.
    fn can_open(&self) -> bool {
        match self.row() {
            Some(Row::Group(group)) => {
                self.is_group_folded(group) || browse::landing(self, Motion::Forward).is_some()
            }
            row => row.is_some(),
        }
    }

    /// What moving up and down does; nothing in a line that is being typed, and where there
    /// is nothing to move to.
    pub fn moves(&self, page: Option<&Page<'_>>) -> Option<&'static str> {
        match &self.overlay {
            Some(Overlay::Ask(_)) => None,
            Some(Overlay::Reviewing(it)) if it.is_typing(self.catalog) => None,
            Some(Overlay::Reviewing(it)) if it.stage == ReviewStage::Over => Some("scroll"),
            Some(Overlay::Help(_) | Overlay::Told(_)) => Some("scroll"),
            Some(Overlay::Find(it)) if it.found.hits.is_empty() => None,
            Some(
                Overlay::Welcome(_)
                | Overlay::Rescue(_)
                | Overlay::Find(_)
                | Overlay::Palette(_)
                | Overlay::Settings(_)
                | Overlay::Filter(_)
                | Overlay::Beside(_)
                | Overlay::Placing(_)
                | Overlay::Reviewing(_),
            ) => Some("choose"),
            None => self.moves_below(page),
        }
    }

    /// The same where nothing lies over the screen.
    fn moves_below(&self, page: Option<&Page<'_>>) -> Option<&'static str> {
        let has_places = match (self.screen, self.browse().pane) {
            (Screen::Plan, _) => self.planned_step().is_some(),
            (_, Pane::List) => self.row().is_some(),
            (_, Pane::Page) => page.is_some_and(|it| !it.items.is_empty()),
        };
        let lines = page.filter(|_| self.browse().pane == Pane::Page);
        let is_long = lines.is_some_and(|it| it.last_top(self.reach().lines()) > 0);
        match (has_places, is_long) {
            (true, _) => Some("choose"),
            (false, true) => Some("scroll"),
            (false, false) => None,
        }
    }
}

/// Whether a footer says it wherever nothing lies over the screen.
fn is_lasting(action: Action) -> bool {
    matches!(action, Action::Find | Action::Commands | Action::ToggleHelp)
}

impl App {
    /// What marking a chosen thing does; none where there is nothing to mark.
    fn marking(&self, chosen: &Target) -> Option<&'static str> {
        match chosen {
            Target::Proof(..) | Target::Point(..) | Target::Milestone(..) => Some("tick"),
            Target::Member(..) => Some("pick"),
            Target::Address(address) => writing::is_resource(self, address).then_some("read"),
            Target::Welcome
            | Target::Entry(..)
            | Target::Skill(_)
            | Target::Project(_)
            | Target::Role(_)
            | Target::Route(_) => None,
        }
    }
}

/// What opening a chosen thing does; none where it leads nowhere.
fn what_opening_does(chosen: &Target) -> Option<&'static str> {
    match chosen {
        Target::Proof(..) | Target::Point(..) | Target::Milestone(..) => None,
        Target::Welcome => Some("begin"),
        Target::Address(_)
        | Target::Entry(..)
        | Target::Skill(_)
        | Target::Member(..)
        | Target::Project(_)
        | Target::Role(_)
        | Target::Route(_) => Some("open"),
    }
}
