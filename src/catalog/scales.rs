//! What there is one of several of: levels, stages, topics, and how they are written in files.

use databake::Bake;
use serde::Deserialize;
use strum::VariantArray;

/// How early a skill is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, VariantArray, Bake, Deserialize)]
#[databake(path = crate::catalog)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Everybody needs it.
    Foundation,
    /// A working developer is expected to have it.
    Core,
    /// For senior or specialised work.
    Advanced,
}

/// What form a resource has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray, Bake, Deserialize)]
#[databake(path = crate::catalog)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Reference or tutorial pages.
    Docs,
    /// A course with an order of its own.
    Course,
    /// Tasks to solve.
    Exercise,
    /// A book.
    Book,
}

/// What a resource costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray, Bake, Deserialize)]
#[databake(path = crate::catalog)]
#[serde(rename_all = "kebab-case")]
pub enum Access {
    /// It costs nothing.
    Free,
    /// It costs money.
    Paid,
    /// Reading along costs nothing; marks or a certificate cost money.
    Audit,
}

/// Which wage a figure speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, VariantArray, Bake, Deserialize)]
#[databake(path = crate::catalog)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// What beginners earn.
    Entry,
    /// The low end of what is earned.
    Low,
    /// A quarter earn less.
    #[serde(rename = "percentile-25")]
    Percentile25,
    /// The mean.
    Average,
    /// Half earn less.
    Median,
    /// A quarter earn more.
    #[serde(rename = "percentile-75")]
    Percentile75,
    /// The high end of what is earned.
    High,
    /// What those earn who have a skill that the note names.
    Skilled,
    /// What the experienced earn.
    Experienced,
}

/// What time a wage is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, VariantArray, Bake, Deserialize)]
#[databake(path = crate::catalog)]
#[serde(rename_all = "kebab-case")]
pub enum Per {
    /// A year.
    Year,
    /// An hour.
    Hour,
}

/// A group of roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, VariantArray, Bake, Deserialize)]
#[databake(path = crate::catalog)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// Back-end work itself.
    BackEnd,
    /// What it leads to.
    Ladder,
    /// What is done beside it.
    Neighbour,
}

/// How much a role needs a skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, VariantArray, Bake, Deserialize)]
#[databake(path = crate::catalog)]
#[serde(rename_all = "kebab-case")]
pub enum Importance {
    /// Without it one cannot do the work.
    Essential,
    /// One is expected to have it.
    Important,
    /// It is good to have.
    Helpful,
}

/// How well a role needs a skill. The names follow the UK government's digital
/// and data capability framework.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray, Bake, Deserialize,
)]
#[databake(path = crate::catalog)]
#[serde(rename_all = "kebab-case")]
pub enum Rung {
    /// Knows what it is for.
    Awareness,
    /// Can use it with support.
    Working,
    /// Uses it alone and helps others.
    Practitioner,
    /// Leads and decides.
    Expert,
}

/// What a passage is about, in the order in which it is read.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, VariantArray, Bake, Deserialize,
)]
#[databake(path = crate::catalog)]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// A day in the job.
    Day,
    /// Whom the work suits.
    Traits,
    /// Working conditions.
    Conditions,
    /// Front end and back end compared.
    FrontAndBack,
    /// What moves pay.
    PayLevers,
    /// Kinds of employer.
    Employers,
    /// What is expected of the job market.
    Outlook,
    /// How people come to the work.
    WaysIn,
    /// Where to look for work.
    JobSearch,
    /// What one applies with.
    Kit,
    /// Stories to tell in an interview.
    Star,
    /// Questions people ask.
    Questions,
}

/// How sure a figure is that is less than sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, VariantArray, Bake, Deserialize)]
#[databake(path = crate::catalog)]
#[serde(rename_all = "kebab-case")]
pub enum Doubt {
    /// From a source at second hand, or for something that is nearly the same.
    Medium,
    /// A rough figure.
    Low,
}

/// What a question of an interview is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, VariantArray, Bake, Deserialize)]
#[databake(path = crate::catalog)]
#[serde(rename_all = "kebab-case")]
pub enum Manner {
    /// What one knows.
    Technical,
    /// What one has done.
    Behavioural,
    /// How one would build something.
    Design,
    /// What one would do.
    Situational,
}

/// How a skill is learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, VariantArray, Bake, Deserialize)]
#[databake(path = crate::catalog)]
#[serde(rename_all = "kebab-case")]
pub enum Rhythm {
    /// Studied for some days or weeks, then used.
    Block,
    /// Grows over months beside everything else, in a small share of each week.
    Alongside,
    /// Begins when one is about to apply for a job.
    Applying,
    /// Only work teaches it: time in a post, not study.
    Job,
}
