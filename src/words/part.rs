//! The parts of the leaflet about a role: what each is called, and what else one
//! would call it who looks for it.

use crate::catalog::{Catalog, RoleId, Topic};

/// A part of the page about a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the titles say it")]
pub enum Part {
    WhatItIs,
    AtAGlance,
    Duties,
    Path,
    Skills,
    Technologies,
    Certificates,
    Pay,
    Ladder,
    Differences,
    Interview,
    Bodies,
    Codes,
    /// What the role or a guide says on a topic.
    On(Topic),
}

impl Part {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        let own = [
            Self::WhatItIs,
            Self::AtAGlance,
            Self::Duties,
            Self::Path,
            Self::Skills,
            Self::Technologies,
            Self::Certificates,
            Self::Pay,
            Self::Ladder,
            Self::Differences,
            Self::Interview,
            Self::Bodies,
            Self::Codes,
        ];
        own.into_iter().chain(Topic::ALL.iter().copied().map(Self::On))
    }

    /// The heading above it.
    pub fn title(self) -> &'static str {
        match self {
            Self::WhatItIs => "What it is",
            Self::AtAGlance => "At a glance",
            Self::Duties => "Duties",
            Self::Path => "The path",
            Self::Skills => "Skills",
            Self::Technologies => "Technologies",
            Self::Certificates => "Certificates",
            Self::Pay => "Pay",
            Self::Ladder => "Career ladder",
            Self::Differences => "How it differs from its neighbours",
            Self::Interview => "In the interview",
            Self::Bodies => "Professional bodies",
            Self::Codes => "Occupation codes",
            Self::On(topic) => title(topic),
        }
    }

    /// What else people call it.
    pub fn also(self) -> &'static [&'static str] {
        match self {
            Self::Duties => &["tasks", "responsibilities"],
            Self::Path => &["projects", "roadmap"],
            Self::Skills => &["requirements"],
            Self::Technologies => &["tools", "tech stack"],
            Self::Certificates => &["certifications"],
            Self::Pay => &["salary", "salaries", "wage", "wages", "income", "earnings", "money"],
            Self::Ladder => &["promotion", "career path"],
            Self::Interview => &["interview questions"],
            Self::Bodies => &["associations", "communities"],
            Self::On(Topic::PayLevers) => &["raise", "negotiation"],
            Self::On(Topic::Conditions) => &["working hours", "remote work", "work from home"],
            Self::On(Topic::JobSearch) => &["job boards", "vacancies", "jobs"],
            Self::On(Topic::Kit) => &["cv", "resume", "cover letter", "portfolio"],
            Self::On(Topic::Employers) => &["companies"],
            Self::On(Topic::Outlook) => &["demand", "job market"],
            Self::On(Topic::Questions) => &["faq"],
            Self::On(Topic::Traits) => &["personality", "strengths"],
            Self::WhatItIs
            | Self::AtAGlance
            | Self::Differences
            | Self::Codes
            | Self::On(Topic::Day | Topic::FrontAndBack | Topic::WaysIn | Topic::Star) => &[],
        }
    }

    /// Whether the page about a role has it.
    pub fn is_in(self, catalog: &Catalog, id: RoleId) -> bool {
        let role = catalog.role(id);
        match self {
            Self::WhatItIs
            | Self::Duties
            | Self::Path
            | Self::Skills
            | Self::Pay
            | Self::Ladder => true,
            Self::Interview => catalog.interview(id).is_some(),
            Self::AtAGlance => !role.facts.is_empty(),
            Self::Technologies => !role.technologies.is_empty(),
            Self::Certificates => !role.certificates.is_empty(),
            Self::Differences => !role.differences.is_empty(),
            Self::Bodies => !role.bodies.is_empty(),
            Self::Codes => !role.codes.is_empty(),
            Self::On(Topic::Questions) => {
                !role.questions.is_empty() || role.guides.contains(&Topic::Questions)
            }
            Self::On(topic) => {
                role.guides.contains(&topic) || role.passages.iter().any(|(it, _)| *it == topic)
            }
        }
    }
}

fn title(topic: Topic) -> &'static str {
    match topic {
        Topic::Day => "A day in the job",
        Topic::Traits => "Who it suits",
        Topic::Conditions => "Working conditions",
        Topic::FrontAndBack => "Front end and back end compared",
        Topic::PayLevers => "What moves pay",
        Topic::Employers => "Kinds of employer",
        Topic::Outlook => "Outlook",
        Topic::WaysIn => "Ways in",
        Topic::JobSearch => "Where to look for work",
        Topic::Kit => "Application kit",
        Topic::Star => "Stories for interviews (STAR)",
        Topic::Questions => "Questions and answers",
    }
}
