//! Regions, and what is paid and expected in them.

use databake::Bake;

use super::{Citation, List, Per, RegionId, RoleId, Stage, Text, Trust};

/// A part of the world with its own pay and its own routes.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Region {
    /// The name used in files.
    pub id: Text,
    /// The name shown.
    pub name: Text,
    /// The name shown where there is little room.
    pub short: Text,
    /// The three letters of its currency (ISO 4217).
    pub currency: Text,
    /// Its countries, by the two letters of each (ISO 3166-1).
    pub countries: List<Text>,
}

/// What somebody is paid.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Pay {
    /// The name used in files.
    pub id: Text,
    /// The region in which that is paid.
    pub region: RegionId,
    /// The roles it is a fair measure for.
    pub roles: List<RoleId>,
    /// Whose pay it is, in the source's words.
    pub about: Text,
    /// Which wage it is.
    pub stage: Stage,
    /// What else tells it from others of that stage.
    pub stage_note: Option<Text>,
    /// The amount, in `currency`.
    pub amount: f64,
    /// The three letters of the currency (ISO 4217).
    pub currency: Text,
    /// The time it is paid for.
    pub per: Per,
    /// The year it was paid in; none if the source does not say.
    pub year: Option<i16>,
    /// The name of the source.
    pub source: Text,
    /// The source's address.
    pub address: Option<Text>,
    /// What to keep in mind.
    pub note: Option<Text>,
    /// How far it can be relied on.
    pub trust: Trust,
    /// The statements it rests on.
    pub citations: List<Citation>,
}

/// What is expected of a job market.
#[derive(Clone, Debug, Bake)]
#[databake(path = crate::catalog)]
pub struct Outlook {
    /// The name used in files.
    pub id: Text,
    /// The region of the market.
    pub region: RegionId,
    /// The roles it speaks of.
    pub roles: List<RoleId>,
    /// Whose prospects they are, in the source's words.
    pub about: Text,
    /// What is expected, in a sentence.
    pub text: Text,
    /// The years it speaks of.
    pub years: Text,
    /// Who says so.
    pub source: Text,
    /// Where they say so.
    pub address: Option<Text>,
    /// How far that can be relied on.
    pub trust: Trust,
}
