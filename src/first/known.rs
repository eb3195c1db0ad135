//! What the learner says they know already: what they mark, and what that brings with it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::{
    catalog::{Rung, SkillId},
    deeds::{self, Deed},
    planner::{self, StageKind},
    progress::{Learner, Progress},
    words,
};

/// The skills of a stage of the path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// What the stage leads to.
    pub kind: StageKind,
    /// What is learned in it and in no stage before.
    pub skills: Vec<SkillId>,
}

/// What is marked as known.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// All that can be marked, stage by stage.
    pub bundles: Vec<Bundle>,
    // What the learner would have without any claim: what a mark brings with it is told by that.
    bare: Progress,
    // What was claimed when the question was asked.
    before: BTreeMap<SkillId, Rung>,
    kept: BTreeSet<SkillId>,
    by_hand: BTreeSet<SkillId>,
    denied: BTreeSet<SkillId>,
    marks: BTreeMap<SkillId, Rung>,
}

impl Known {
    /// What is claimed now, before the path as it would be without these claims.
    pub fn new(learner: Learner<'_>, today: Date) -> Self {
        let claimed = |id| Some((id, learner.progress.claimed(id)?));
        let before: BTreeMap<SkillId, Rung> =
            learner.catalog.skills().filter_map(|(id, _)| claimed(id)).collect();
        let none: Vec<Deed> = before.keys().map(|id| Deed::Unclaim(*id)).collect();
        let bare =
            deeds::all_done(learner, today, &none).unwrap_or_else(|_| learner.progress.clone());
        let bundles = bundles(Learner { progress: &bare, ..learner }, today);
        let kept = before.keys().copied().collect();
        let mut known = Self { bundles, bare, before, kept, ..Self::default() };
        known.settle(learner);
        known
    }

    /// Whether a skill is marked.
    pub fn is_marked(&self, id: SkillId) -> bool {
        self.marks.contains_key(&id)
    }

    /// Whether it is marked only because something that builds on it is.
    pub fn came_along(&self, id: SkillId) -> bool {
        self.is_marked(id) && !self.kept.contains(&id) && !self.by_hand.contains(&id)
    }

    /// How many skills are marked.
    pub fn count(&self) -> usize {
        self.marks.len()
    }

    /// How many of these are marked.
    pub fn count_of(&self, skills: &[SkillId]) -> usize {
        skills.iter().filter(|it| self.is_marked(**it)).count()
    }

    /// Marks these with all they surely build on; if all are marked, takes the marks
    /// back, and with them exactly what came along.
    pub fn toggle(&mut self, learner: Learner<'_>, skills: &[SkillId]) {
        let is_all = skills.iter().all(|it| self.is_marked(*it));
        for id in skills {
            if is_all {
                self.kept.remove(id);
                self.by_hand.remove(id);
            } else if !self.is_marked(*id) {
                self.by_hand.insert(*id);
            }
            self.denied.remove(id);
        }
        self.settle(learner);
        if is_all {
            // What something else still brings along is denied in so many words.
            let marks = &self.marks;
            self.denied.extend(skills.iter().copied().filter(|it| marks.contains_key(it)));
            self.settle(learner);
        }
    }

    /// What has come of marking these, or of taking their marks back.
    pub fn told(&self, before: usize, skills: &[SkillId]) -> String {
        let own = self.count_of(skills);
        if own == 0 && self.count() <= before {
            return match (before - self.count()).saturating_sub(skills.len()) {
                0 => "Taken back.".to_owned(),
                more => {
                    format!("Taken back, and with it {} that came along.", skills_in_words(more))
                }
            };
        }
        match self.count().saturating_sub(before).saturating_sub(skills.len()) {
            0 => "Marked, and kept.".to_owned(),
            more => format!("Marked, and with it {} it builds on.", skills_in_words(more)),
        }
    }

    /// What has to be done so that the marks hold.
    pub fn deeds(&self) -> Vec<Deed> {
        let gone = self.before.keys().filter(|id| !self.is_marked(**id));
        let gone = gone.map(|id| Deed::Unclaim(*id));
        let new = self.marks.iter().filter(|(id, rung)| self.before.get(id) < Some(rung));
        let new = new.map(|(id, rung)| Deed::Claim(*id, *rung));
        gone.chain(new).collect()
    }

    /// What is marked now is done: deeds count from here.
    pub fn keep(&mut self) {
        self.before = self.marks.clone();
    }

    /// Finds what is marked: what was claimed, what was marked by hand, and what that builds on.
    fn settle(&mut self, learner: Learner<'_>) {
        let catalog = learner.catalog;
        let bare = Learner { progress: &self.bare, ..learner };
        let mut marks: BTreeMap<SkillId, Rung> = self
            .before
            .iter()
            .filter(|(id, _)| self.kept.contains(id))
            .map(|(id, it)| (*id, *it))
            .collect();
        for id in &self.by_hand {
            let climb = catalog.climb_to(*id, bare.aim(*id));
            for climb in planner::known_with(bare, climb).into_iter().chain([climb]) {
                let climb = catalog.climb(climb);
                let mark = marks.entry(climb.skill).or_insert(climb.rung);
                *mark = (*mark).max(climb.rung);
            }
        }
        // What nothing brings along any more need not be denied.
        self.denied.retain(|id| marks.contains_key(id));
        marks.retain(|id, _| !self.denied.contains(id));
        self.marks = marks;
    }
}

fn skills_in_words(number: usize) -> String {
    words::count(number, "skill", "skills")
}

/// The skills of the plan, each in the first stage that teaches it.
fn bundles(learner: Learner<'_>, today: Date) -> Vec<Bundle> {
    let plan = planner::plan(learner, today);
    let mut seen = BTreeSet::new();
    let mut bundles = Vec::new();
    for (at, stage) in plan.stages.iter().enumerate() {
        let steps = plan.steps.iter().filter(|it| it.stage == at);
        let skills = steps.filter_map(|it| it.skill(learner));
        let skills: Vec<SkillId> = skills.filter(|id| seen.insert(*id)).collect();
        if !skills.is_empty() {
            bundles.push(Bundle { kind: stage.kind, skills });
        }
    }
    bundles
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::{
        catalog::Catalog,
        progress::{Depth, Goal},
    };

    fn aiming() -> (&'static Catalog, Progress) {
        let catalog = Catalog::embedded();
        let mut progress = Progress::default();
        let role = catalog.find_role("back-end-developer");
        progress.set_goal(role.map(|role| Goal { role, depth: Depth::Essential }));
        (catalog, progress)
    }

    #[track_caller]
    fn done(learner: Learner<'_>, known: &Known) -> Progress {
        deeds::all_done(learner, date(2027, 3, 1), &known.deeds()).unwrap()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        /// Marking and taking the same marks back, in any order, leaves nothing behind;
        /// and what holds in the end is what is shown.
        #[test]
        fn what_came_along_goes_again(picks in prop::collection::vec(0..200_usize, 1..8)) {
            let (catalog, progress) = aiming();
            let learner = Learner { catalog, progress: &progress };
            let mut known = Known::new(learner, date(2027, 3, 1));
            let all: Vec<SkillId> = known.bundles.iter().flat_map(|it| it.skills.clone()).collect();
            let mut marked = BTreeSet::new();
            for pick in picks {
                let id = all[pick % all.len()];
                if !known.is_marked(id) {
                    known.toggle(learner, &[id]);
                    prop_assert!(known.is_marked(id));
                    marked.insert(id);
                }
            }
            let after = done(learner, &known);
            for (id, _) in catalog.skills() {
                prop_assert_eq!(after.claimed(id).is_some(), known.is_marked(id));
            }
            for id in marked.into_iter().rev() {
                known.toggle(learner, &[id]);
            }
            let left: Vec<SkillId> = known.marks.keys().copied().collect();
            prop_assert_eq!(known.count(), 0, "{:?}", left);
            prop_assert_eq!(known.deeds(), Vec::new());
        }
    }

    #[test]
    fn what_was_claimed_before_is_marked_and_can_be_taken_back() {
        let (catalog, mut progress) = aiming();
        let sql = catalog.find_skill("sql-queries").unwrap();
        progress.claim(sql, Rung::Working, date(2027, 1, 1));
        let learner = Learner { catalog, progress: &progress };
        let mut known = Known::new(learner, date(2027, 3, 1));
        assert!(known.is_marked(sql) && known.deeds().is_empty());
        assert!(known.bundles.iter().any(|it| it.skills.contains(&sql)), "it can be seen");
        known.toggle(learner, &[sql]);
        assert_eq!(known.deeds(), [Deed::Unclaim(sql)]);
        known.toggle(learner, &[sql]);
        assert_eq!(
            done(learner, &known).claimed(sql),
            progress.claimed(sql).max(Some(learner.aim(sql)))
        );
    }

    #[test]
    fn a_whole_stage_is_marked_at_once_and_taken_back_at_once() {
        let (catalog, progress) = aiming();
        let learner = Learner { catalog, progress: &progress };
        let mut known = Known::new(learner, date(2027, 3, 1));
        let last = known.bundles.last().unwrap().skills.clone();
        known.toggle(learner, &last);
        assert_eq!(known.count_of(&last), last.len());
        assert!(known.count() > last.len(), "what it builds on is marked with it");
        known.toggle(learner, &last);
        assert_eq!(known.count(), 0);
    }

    #[test]
    fn what_something_brings_along_can_be_denied() {
        let (catalog, progress) = aiming();
        let learner = Learner { catalog, progress: &progress };
        let mut known = Known::new(learner, date(2027, 3, 1));
        let all: Vec<SkillId> = known.bundles.iter().flat_map(|it| it.skills.clone()).collect();
        known.toggle(learner, &all[all.len() - 1..]);
        let along = *known.marks.keys().find(|id| known.came_along(**id)).unwrap();
        known.toggle(learner, &[along]);
        assert!(!known.is_marked(along) && known.is_marked(all[all.len() - 1]));
        known.toggle(learner, &[along]);
        assert!(known.is_marked(along) && !known.came_along(along));
    }
}
