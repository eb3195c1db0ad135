//! A role: a job one can aim for, and the page one reads about it.

use databake::Bake;
use strum::VariantArray as _;

use super::{
    Body, Certificate, Count, Fact, Family, Faq, Importance, List, Passage, ProjectId, Rhythm,
    RoleId, Rung, SkillId, Technology, Text, Topic,
};

/// A job one can aim for.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Role {
    /// The name used in files; never changes its meaning.
    pub id: Text,
    /// The name shown.
    pub name: Text,
    /// Other names it goes by.
    pub also: List<Text>,
    /// The group it is listed in.
    pub family: Family,
    /// What it is, in a sentence.
    pub summary: Text,
    /// What it is, at more length.
    pub about: List<Passage>,
    /// What one does in it.
    pub duties: List<Passage>,
    /// The skills it calls for, beyond those of the role one comes from by experience.
    pub requirements: List<Requirement>,
    /// What is built on the way to it, beyond what is built on the way to that role.
    pub path: List<ProjectId>,
    /// The years in another post that it asks for; none if it is a first job.
    pub experience: Option<Experience>,
    /// Where it stands among the titles of the trade.
    pub ladder: Ladder,
    /// How it differs from its neighbours.
    pub differences: List<Difference>,
    /// What people ask first: hours, working from home, vacancies.
    pub facts: List<Fact>,
    /// Certificates that are asked for, and what they are worth.
    pub certificates: List<Certificate>,
    /// What one works with, the most common first.
    pub technologies: List<Technology>,
    /// Who counted the shares of the technologies; none if nobody did.
    pub technologies_source: Option<Count>,
    /// The associations of the profession.
    pub bodies: List<Body>,
    /// What else there is to say, before what the guides say.
    pub passages: List<(Topic, List<Passage>)>,
    /// Questions people ask about it, answered.
    pub questions: List<Faq>,
    /// The guides that hold for it.
    pub guides: List<Topic>,
    /// The occupations it is counted under.
    pub codes: List<Occupation>,
    /// How well those fit.
    pub code_note: Option<Text>,
}

/// What a requirement calls for.
#[derive(Clone, Debug, PartialEq, Eq, Bake)]
#[databake(path = crate::catalog)]
pub enum Call {
    /// A single skill.
    Skill(SkillId),
    /// A choice with its name: one of at least two skills, none of them twice.
    OneOf(Text, List<SkillId>),
}

/// A role's call for a skill.
#[derive(Clone, Debug, PartialEq, Eq, Bake)]
#[databake(path = crate::catalog)]
pub struct Requirement {
    /// What it takes: a skill, or one of several.
    pub call: Call,
    /// How much it matters.
    pub importance: Importance,
    /// How well it is to be known.
    pub rung: Rung,
}

/// The time in a post that a role asks for.
#[derive(Clone, Debug, PartialEq, Eq, Bake)]
#[databake(path = crate::catalog)]
pub struct Experience {
    /// How long, in months; more than 0.
    pub months: u32,
    /// In which post.
    pub role: RoleId,
    /// Where that comes from.
    pub basis: Text,
}

/// Where a role stands among the titles of the trade.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Ladder {
    /// The line of titles it belongs to.
    pub track: Text,
    /// The height of the title on it, counted from 1.
    pub step: u8,
    /// The roles people come from.
    pub from: List<RoleId>,
    /// The roles people go to.
    pub to: List<RoleId>,
}

/// How a role differs from a neighbour.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Difference {
    /// The neighbour it is told apart from.
    pub role: RoleId,
    /// The difference, in a sentence or two.
    pub text: Text,
}

/// An occupation in an official classification.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Occupation {
    /// The name of the classification.
    pub system: Text,
    /// The code in it.
    pub code: Text,
    /// The occupation's name in it.
    pub title: Text,
    /// Its page there.
    pub address: Option<Text>,
}

impl Call {
    /// The skills any of which answers the call.
    pub fn members(&self) -> &[SkillId] {
        match self {
            Self::Skill(id) => std::slice::from_ref(id),
            Self::OneOf(_, members) => members,
        }
    }
}

impl Family {
    /// All families, in the order in which they are listed.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The heading above its roles.
    pub fn title(self) -> &'static str {
        match self {
            Self::BackEnd => "Back end",
            Self::Ladder => "Career levels",
            Self::Neighbour => "Related roles",
        }
    }
}

impl Importance {
    /// All of them, the greatest first.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The word for it, in files and on screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Essential => "essential",
            Self::Important => "important",
            Self::Helpful => "helpful",
        }
    }
}

impl Rung {
    /// All of them, the lowest first.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// What it means, in words.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Awareness => "you know what it is for",
            Self::Working => "you use it with help at hand",
            Self::Practitioner => "you use it in real work, without help",
            Self::Expert => "you set the way for others",
        }
    }

    /// The rung that goes by that word.
    pub fn find(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.word() == word)
    }

    /// The word for it where there is little room.
    pub fn short(self) -> &'static str {
        match self {
            Self::Awareness => "aware",
            Self::Working => "work",
            Self::Practitioner => "pract",
            Self::Expert => "expert",
        }
    }

    /// The word for it at the beginning of a sentence.
    pub fn title(self) -> &'static str {
        match self {
            Self::Awareness => "Awareness",
            Self::Working => "Working",
            Self::Practitioner => "Practitioner",
            Self::Expert => "Expert",
        }
    }

    /// The word for it, in files and on screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Awareness => "awareness",
            Self::Working => "working",
            Self::Practitioner => "practitioner",
            Self::Expert => "expert",
        }
    }
}

impl Topic {
    /// All of them, in the order in which they are read.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The word for it in files and answers.
    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Traits => "traits",
            Self::Conditions => "conditions",
            Self::FrontAndBack => "front-and-back",
            Self::PayLevers => "pay-levers",
            Self::Employers => "employers",
            Self::Outlook => "outlook",
            Self::WaysIn => "ways-in",
            Self::JobSearch => "job-search",
            Self::Kit => "kit",
            Self::Star => "star",
            Self::Questions => "questions",
        }
    }
}

impl Rhythm {
    /// The word for it, in files and on screens.
    pub fn word(self) -> &'static str {
        match self {
            Self::Block => "block",
            Self::Alongside => "alongside",
            Self::Applying => "applying",
            Self::Job => "job",
        }
    }
}
