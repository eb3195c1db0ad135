//! The teachers: in which order published curricula teach, counted pair by pair.
//!
//! Of the curricula that teach two skills, some teach the one first and some the
//! other; those that teach both in one unit say nothing of their order. To put
//! `a` before `b` disagrees with the share that teaches `b` first. Where only few
//! curricula know both, that share counts little: it is multiplied with
//! `n / (n + 3)`. Curricula for the goal's own line of work and for the picked
//! language count more.

use std::collections::BTreeSet;

use crate::{
    catalog::{Catalog, Curriculum, RoleId, Rung, SkillId},
    progress::Goal,
};

/// What a curriculum for the same role weighs, where any other weighs 1.
const SAME_ROLE: f64 = 3.0;
/// What one weighs that teaches in a language of the plan.
const SAME_LANGUAGE: f64 = 2.0;
/// So many curricula have to know a pair before it counts half.
const FEW: f64 = 3.0;
/// What teachers say of a skill holds less for its higher rungs, of which they seldom speak.
const HIGHER: f64 = 0.25;

/// How many curricula teach a skill before another, of those that teach both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taught {
    /// The skill that is taught after it.
    pub before: SkillId,
    /// How many teach it before that.
    pub agree: usize,
    /// How many teach both.
    pub of: usize,
}

/// What is known of one skill put before another.
#[derive(Clone, Copy, Debug, Default)]
struct Pair {
    before: f64,
    both: f64,
    // The same, with every curriculum counted once.
    agree: u16,
    of: u16,
    // How much it disagrees with the teachers to turn them round.
    price: f64,
}

/// Who teaches what before what, among some skills.
pub(super) struct Teachers {
    // By skill: its row, if it is asked about.
    rows: Vec<Option<usize>>,
    count: usize,
    pairs: Vec<Pair>,
}

/// What the goal makes of a curriculum.
pub(super) fn weight(
    catalog: &Catalog,
    goal: Goal,
    languages: &BTreeSet<SkillId>,
    it: &Curriculum,
) -> f64 {
    let role = if is_related(catalog, goal.role, it.role) { SAME_ROLE } else { 1.0 };
    let speaks = it.languages.iter().any(|it| languages.contains(it));
    role * if speaks { SAME_LANGUAGE } else { 1.0 }
}

/// Whether a curriculum leads to the role, or to a post on the way to it, or to a
/// title of the same line.
fn is_related(catalog: &Catalog, goal: RoleId, role: Option<RoleId>) -> bool {
    let Some(role) = role else { return false };
    let posts = catalog.posts(goal);
    let track = |id: RoleId| &catalog.role(id).ladder.track;
    let family = |id: RoleId| catalog.role(id).family;
    posts.contains(&role)
        || posts.iter().any(|it| {
            track(*it) == track(role) && family(*it) == family(role) && track(*it) != "neighbour"
        })
}

impl Teachers {
    /// Counts what the curricula say of these skills; `languages` are those of the plan.
    pub(super) fn new(
        catalog: &Catalog,
        goal: Goal,
        skills: &BTreeSet<SkillId>,
        languages: &BTreeSet<SkillId>,
    ) -> Self {
        let mut rows = vec![None; catalog.skills().len()];
        let mut count = 0;
        // Only what somebody teaches has a row.
        for id in catalog.curricula().iter().flat_map(|it| &it.order).flatten() {
            let row = rows.get_mut(id.place()).filter(|row| row.is_none());
            if let Some(row) = row.filter(|_| skills.contains(id)) {
                *row = Some(count);
                count += 1;
            }
        }
        let mut teachers = Self { rows, count, pairs: vec![Pair::default(); count * count] };
        for curriculum in catalog.curricula() {
            teachers.hear(curriculum, weight(catalog, goal, languages, curriculum));
        }
        for pair in teachers.pairs.iter_mut().filter(|it| it.of > 0) {
            let known = f64::from(pair.of);
            pair.price = pair.before / pair.both * known / (known + FEW);
        }
        teachers
    }

    #[expect(clippy::indexing_slicing, reason = "rows are below their count")]
    fn hear(&mut self, curriculum: &Curriculum, weight: f64) {
        let mut heard: Vec<(usize, usize)> = Vec::new();
        for (unit, group) in curriculum.order.iter().enumerate() {
            heard.extend(group.iter().filter_map(|id| Some((self.row(*id)?, unit))));
        }
        for (at, (one, unit)) in heard.iter().enumerate() {
            for (other, later) in heard.iter().skip(at + 1) {
                for (from, to) in [(*one, *other), (*other, *one)] {
                    let pair = &mut self.pairs[from * self.count + to];
                    pair.both += weight;
                    pair.of += 1;
                }
                if later > unit {
                    let pair = &mut self.pairs[one * self.count + other];
                    pair.before += weight;
                    pair.agree += 1;
                }
            }
        }
    }

    fn row(&self, id: SkillId) -> Option<usize> {
        self.rows.get(id.place()).copied().flatten()
    }

    fn pair(&self, one: SkillId, other: SkillId) -> Pair {
        let place = || Some(self.row(one)? * self.count + self.row(other)?);
        place().and_then(|it| self.pairs.get(it)).copied().unwrap_or_default()
    }

    /// Whether anybody teaches a skill.
    pub(super) fn knows(&self, id: SkillId) -> bool {
        self.row(id).is_some()
    }

    /// How much it disagrees with the teachers to put the first rung before the second.
    pub(super) fn disagreement(&self, one: (SkillId, Rung), other: (SkillId, Rung)) -> f64 {
        let price = self.pair(other.0, one.0).price;
        let is_higher = one.1.max(other.1) > Rung::Working;
        if is_higher { price * HIGHER } else { price }
    }

    /// How late teachers teach a skill, in thousandths of a pair: what they teach
    /// before these others is below zero.
    pub(super) fn lateness(&self, id: SkillId, others: &BTreeSet<SkillId>) -> i64 {
        if !self.knows(id) {
            return 0;
        }
        let own = (id, Rung::Working);
        let each = others.iter().map(|it| {
            let it = (*it, Rung::Working);
            self.disagreement(own, it) - self.disagreement(it, own)
        });
        thousandths(each.sum())
    }

    /// How many teach a skill before another.
    pub(super) fn taught(&self, one: SkillId, before: SkillId) -> Taught {
        let Pair { agree, of, .. } = self.pair(one, before);
        Taught { before, agree: agree.into(), of: of.into() }
    }
}

/// A price that can be sorted by.
#[expect(clippy::cast_possible_truncation, reason = "prices are small")]
fn thousandths(price: f64) -> i64 {
    (price * 1000.0).round() as i64
}
