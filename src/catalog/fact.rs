//! Hard facts about a role, and how far figures can be relied on.

use databake::Bake;

use super::{Doubt, List, RegionId, SkillId, Text};

/// How far a figure can be relied on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Bake)]
#[databake(path = crate::catalog)]
pub struct Trust {
    /// What speaks against it; none if it is sure.
    pub doubt: Option<Doubt>,
    /// The month in which it was last read at its source; none if that is not known.
    pub checked: Option<Month>,
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Bake)]
#[databake(path = crate::catalog)]
pub struct Month {
    /// The year.
    pub year: i16,
    /// The month, from 1 to 12.
    pub month: i8,
}

/// Something people ask about a role, answered by a source.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Fact {
    /// What is asked: hours, vacancies.
    pub label: Text,
    /// The answer, in a sentence or two.
    pub text: Text,
    /// Who says so.
    pub source: Count,
    /// How far it can be relied on.
    pub trust: Trust,
}

/// Who counted something, and when.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Count {
    /// The name of the source.
    pub source: Text,
    /// The year it speaks of; none if it does not say.
    pub year: Option<i16>,
    /// Its address.
    pub address: Option<Text>,
}

/// A certificate that advertisements ask for.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Certificate {
    /// What it is called.
    pub name: Text,
    /// Who gives it.
    pub issuer: Text,
    /// What the examination costs, as the issuer prints it.
    pub cost: Text,
    /// How long it holds.
    pub validity: Text,
    /// For whom and when it is worth it.
    pub worth: Text,
    /// The issuer's page.
    pub address: Text,
    /// How far cost and validity can be relied on.
    pub trust: Trust,
}

/// Something one works with in a role.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Technology {
    /// What it is called.
    pub name: Text,
    /// How many of a hundred advertisements ask for it; none if nobody counted.
    pub share: Option<u8>,
    /// The skills that teach it.
    pub skills: List<SkillId>,
}

/// An association of a profession.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Body {
    /// What it is called.
    pub name: Text,
    /// Where it is; none if everywhere.
    pub region: Option<RegionId>,
    /// Its address.
    pub address: Text,
    /// What it gives a newcomer.
    pub text: Text,
}
