//! What the keys do at a question, for the footer.

use super::{super::App, Entry, Welcome, folding::around};
use crate::{
    first::FirstQuestion,
    keys::{Action, Binding},
};

impl App {
    /// What an action does at a question; none where it would do nothing.
    pub(in crate::app) fn welcome_hint(
        &self,
        welcome: &Welcome,
        binding: &Binding,
    ) -> Option<&'static str> {
        let entry = self.entry(welcome);
        match binding.action {
            Action::Answer if welcome.question == FirstQuestion::Known => Some("done"),
            Action::Answer => match entry? {
                Entry::LaterSteps if welcome.is_open(0) => Some("fold"),
                Entry::LaterSteps => Some("open"),
                Entry::Unsure => Some("begin"),
                Entry::Answer(_) | Entry::Said(_) => Some("next"),
                Entry::Gap | Entry::Title(_) | Entry::Bundle(_) | Entry::Skill(_) => None,
            },
            Action::ChooseAnswer => match entry? {
                Entry::Bundle(_) => Some("mark all"),
                Entry::Skill(id) if welcome.known().is_marked(id) => Some("take back"),
                Entry::Skill(_) => Some("mark"),
                _ => None,
            },
            Action::Rightward => match entry? {
                Entry::Bundle(at) => (!welcome.is_open(at)).then_some("open"),
                _ => None,
            },
            Action::Leftward if around(self).is_some() => Some("fold"),
            Action::Leftward => {
                let has_before = self.asked().previous(welcome.question).is_some();
                (has_before || welcome.guess().is_some()).then_some("back")
            }
            Action::Dismiss if welcome.is_typing() => Some("clear"),
            Action::Dismiss if welcome.guess().is_some() => Some("all roles"),
            Action::Dismiss if welcome.question == FirstQuestion::Known => Some("stop, marks kept"),
            Action::Dismiss if self.progress.goal().is_none() => Some("look around first"),
            Action::Dismiss => Some("rest later"),
            Action::Quit => Some(binding.hint),
            _ => None,
        }
    }
}
