//! Skills: something to learn, in a few days or weeks, and the areas they belong to.

use databake::Bake;

use super::{Access, AreaId, Form, Level, List, Passage, ProofId, SkillId, Text};

/// A field of knowledge; every skill belongs to one.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Area {
    /// The name used in files.
    pub id: Text,
    /// The name shown.
    pub name: Text,
    /// What it is about, in a sentence.
    pub summary: Text,
    /// Its skills as the author put them.
    pub skills: List<SkillId>,
}

/// How long a skill takes somebody who is new to it, in hours of study.
/// Always `low <= likely <= high` and `high > 0`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Bake)]
#[databake(path = crate::catalog)]
pub struct Hours {
    /// When all goes well.
    pub low: u32,
    /// As a rule.
    pub likely: u32,
    /// When it is heavy going.
    pub high: u32,
}

/// A sentence that says what one can do when one has the skill.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Proof {
    /// The name used in files.
    pub id: Text,
    /// The sentence, without a full stop.
    pub text: Text,
}

/// Something to learn from.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Resource {
    /// What it is called.
    pub title: Text,
    /// What it is: a book, a course.
    pub form: Form,
    /// Who made it.
    pub publisher: Text,
    /// Its address.
    pub address: Text,
    /// What it costs.
    pub access: Access,
}

/// Something to learn, in a few days or weeks.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Skill {
    /// The name used in files; never changes its meaning.
    pub id: Text,
    /// The name shown.
    pub name: Text,
    /// Other names it goes by; commands and searches take them as well.
    pub also: List<Text>,
    /// Where it belongs.
    pub area: AreaId,
    /// How early it is met.
    pub level: Level,
    /// What it is, in a sentence.
    pub summary: Text,
    /// Why it matters in the work.
    pub why: List<Passage>,
    /// What has to be known before, all of it.
    pub prerequisites: List<SkillId>,
    /// Of each of these groups, one has to be known before.
    pub prerequisites_any: List<List<SkillId>>,
    /// How long it takes.
    pub hours: Hours,
    /// Where the hours come from.
    pub basis: Text,
    /// What shows that one has it; never empty.
    pub proofs: List<Proof>,
    /// What to learn it from; never empty.
    pub resources: List<Resource>,
}

impl Skill {
    /// The proofs, with their ids.
    pub fn proofs(&self) -> impl ExactSizeIterator<Item = (ProofId, &Proof)> {
        self.proofs.iter().enumerate().map(|(index, proof)| (ProofId(index), proof))
    }

    /// The proof that goes by that name in files.
    pub fn find_proof(&self, id: &str) -> Option<ProofId> {
        self.proofs().find(|(_, proof)| proof.id == id).map(|(id, _)| id)
    }

    /// Everything that may have to be known before, whatever is picked.
    pub fn all_prerequisites(&self) -> impl Iterator<Item = SkillId> {
        self.prerequisites.iter().chain(self.prerequisites_any.iter().flatten()).copied()
    }
}
