//! Roles beside each other, or routes.

mod pay;
mod roles;
mod routes;

use super::{Page, Reader};
use crate::catalog::{RoleId, RouteId};

/// The most roles that stand beside each other.
pub const MOST_ROLES: usize = 3;
/// The most routes that stand beside each other.
pub const MOST_ROUTES: usize = 4;

/// What stands beside each other, and how much of it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What is compared.
    pub of: Compared,
    /// Whether only what differs is shown.
    pub only_differences: bool,
}

/// What is compared, from left to right; places that are not taken stand last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Compared {
    Roles([Option<RoleId>; MOST_ROLES]),
    Routes([Option<RouteId>; MOST_ROUTES]),
}

impl Compared {
    /// Some roles, as many as find room.
    pub fn of_roles(ids: &[RoleId]) -> Self {
        let mut places = [None; MOST_ROLES];
        places.iter_mut().zip(ids).for_each(|(place, id)| *place = Some(*id));
        Self::Roles(places)
    }

    /// Some routes, as many as find room.
    pub fn of_routes(ids: &[RouteId]) -> Self {
        let mut places = [None; MOST_ROUTES];
        places.iter_mut().zip(ids).for_each(|(place, id)| *place = Some(*id));
        Self::Routes(places)
    }

    /// The roles that are compared; none where routes are.
    pub fn roles(&self) -> Vec<RoleId> {
        match self {
            Self::Roles(places) => places.iter().flatten().copied().collect(),
            Self::Routes(_) => Vec::new(),
        }
    }

    /// The routes that are compared; none where roles are.
    pub fn routes(&self) -> Vec<RouteId> {
        match self {
            Self::Roles(_) => Vec::new(),
            Self::Routes(places) => places.iter().flatten().copied().collect(),
        }
    }
}

pub(super) fn page(reader: Reader<'_>, comparison: Comparison) -> Page<'_> {
    let Comparison { of, only_differences } = comparison;
    match of {
        Compared::Roles(_) => roles::page(reader, &of.roles(), only_differences),
        Compared::Routes(_) => routes::page(reader, &of.routes(), only_differences),
    }
}
