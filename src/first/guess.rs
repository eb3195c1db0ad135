//! Three questions for those who do not know yet what to become.
//!
//! Each answer speaks for some roles, by what the leaflets of these roles say of whom the
//! work suits: the words stand beside the weight, so that a proposal gives its reasons and
//! everybody can judge them. A weight of 3 is what the leaflet says first of all, 2 what it
//! says as well, 1 what it says in passing. What is proposed are the three roles with the
//! most weight that come near the first, in the order of the catalog where they are equal:
//! the same answers always propose the same.

use crate::catalog::{Catalog, RoleId};

/// One of the three questions.
#[derive(Debug)]
pub struct Inquiry {
    /// What is asked.
    pub question: &'static str,
    /// What can be answered.
    pub answers: &'static [Leaning],
}

/// An answer, and what it speaks for.
#[derive(Debug)]
pub struct Leaning {
    /// What the learner says.
    pub said: &'static str,
    /// The roles it speaks for: their names in files, the weight, and the leaflet's words.
    pub roles: &'static [(&'static str, u32, &'static str)],
}

/// A role that may suit the learner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The role.
    pub role: RoleId,
    /// What the learner said, and what the role's leaflet says to it.
    pub reasons: Vec<(&'static str, &'static str)>,
}

/// Of a hundred parts of the most weight, a role has to have so many to be proposed.
const NEAR: u32 = 55;

/// So many are proposed at the most.
const MOST: usize = 3;

/// The three questions.
#[rustfmt::skip]
pub const INQUIRIES: [Inquiry; 3] = [
    Inquiry { question: "What would please you most at the end of a day?", answers: &[
        Leaning { said: "Something people can see and touch", roles: &[
            ("front-end-developer", 3, "like to see their work on the screen minutes after writing it"),
            ("mobile-developer", 3, "care how things feel in the hand"),
            ("full-stack-developer", 2, "like to see something finished from end to end"),
            ("back-end-web-developer", 2, "like variety and visible results"),
        ] },
        Leaning { said: "A machine behind it all that does exactly what it should", roles: &[
            ("back-end-developer", 3, "a machine that does exactly what it was told pleases you more than a pretty page"),
            ("back-end-engineer", 3, "like machines as much as code"),
            ("back-end-software-engineer", 2, "are pleased when a test proves them wrong in time"),
            ("devops-sre-engineer", 2, "like to find out how systems really work"),
        ] },
        Leaning { said: "Figures that are right, and what can be read from them", roles: &[
            ("data-engineer", 3, "become suspicious when a figure looks too good"),
            ("ml-engineer", 3, "can live with results that are probable and never certain"),
            ("database-administrator", 2, "enjoy order and prevention"),
        ] },
        Leaning { said: "That nothing broke, and nobody got in who should not", roles: &[
            ("security-engineer", 3, "do not take \"it cannot happen\" for an answer"),
            ("devops-sre-engineer", 3, "get more satisfaction from a quiet month than from a clever repair"),
            ("qa-test-engineer", 3, "cannot help trying what was never meant to be tried"),
            ("database-administrator", 2, "stay calm when others do not"),
        ] },
    ] },
    Inquiry { question: "What would you rather spend an hour on?", answers: &[
        Leaning { said: "A puzzle, until I know why", roles: &[
            ("back-end-developer", 2, "you can stay with a puzzle until you know why it works"),
            ("security-engineer", 2, "like puzzles"),
            ("back-end-software-engineer", 2, "like to find the right shape for a problem before they type"),
            ("ml-engineer", 2, "like experiments"),
        ] },
        Leaning { said: "Making something clear and pleasant for other people", roles: &[
            ("front-end-developer", 2, "enjoy making things clear"),
            ("mobile-developer", 2, "like to polish"),
            ("back-end-web-developer", 2, "can explain technical things to a shop owner without making them feel small"),
        ] },
        Leaning { said: "Putting things in order, so that they run quietly", roles: &[
            ("data-engineer", 3, "systems that run quietly and from numbers that are right"),
            ("database-administrator", 3, "careful people who enjoy order"),
            ("devops-sre-engineer", 2, "A certain dislike of repeated work helps"),
        ] },
        Leaning { said: "Finding out how something can be broken", roles: &[
            ("qa-test-engineer", 3, "notice small things, and who can write down clearly what they saw"),
            ("security-engineer", 2, "many hours of looking may find nothing"),
            ("back-end-engineer", 1, "want to know what happens underneath"),
        ] },
    ] },
    Inquiry { question: "How do you like to work?", answers: &[
        Leaning { said: "At one thing, in depth", roles: &[
            ("back-end-software-engineer", 3, "enjoy structure"),
            ("ml-engineer", 1, "keep careful notes of what they tried"),
            ("back-end-developer", 1, "not only that it does"),
            ("back-end-engineer", 2, "want to know what happens underneath"),
        ] },
        Leaning { said: "At a bit of everything, from end to end", roles: &[
            ("full-stack-developer", 3, "get bored by doing one thing"),
            ("back-end-web-developer", 2, "keep several jobs in order at once"),
        ] },
        Leaning { said: "At what others rely on, also when it is on fire", roles: &[
            ("devops-sre-engineer", 3, "stay calm when something is broken"),
            ("database-administrator", 2, "like being relied on"),
            ("security-engineer", 1, "You are trusted with weaknesses and secrets"),
        ] },
        Leaning { said: "Within limits that make one think twice", roles: &[
            ("mobile-developer", 2, "enjoy working within limits of space, power and rules that others have set"),
            ("front-end-developer", 1, "notice when something is a few pixels out"),
            ("qa-test-engineer", 1, "You bring news that somebody's work has a fault, often shortly before a deadline"),
        ] },
    ] },
];

/// Whether there is anything in the catalog to propose.
pub fn can_propose(catalog: &Catalog) -> bool {
    let answers = INQUIRIES.iter().flat_map(|it| it.answers);
    answers.flat_map(|it| it.roles).any(|(id, ..)| catalog.find_role(id).is_some())
}

/// What these answers propose, the answer to the first question first; an answer is named
/// by its place.
pub fn proposals(catalog: &Catalog, given: &[usize]) -> Vec<Proposal> {
    let taken = INQUIRIES.iter().zip(given).filter_map(|(it, at)| it.answers.get(*at));
    let mut found: Vec<(u32, Proposal)> = Vec::new();
    for leaning in taken {
        for (name, weight, words) in leaning.roles {
            let Some(role) = catalog.find_role(name) else { continue };
            match found.iter_mut().find(|(_, it)| it.role == role) {
                Some((sum, proposal)) => {
                    *sum += weight;
                    proposal.reasons.push((leaning.said, words));
                }
                None => {
                    found.push((*weight, Proposal { role, reasons: vec![(leaning.said, words)] }));
                }
            }
        }
    }
    found.sort_by_key(|(sum, it)| (std::cmp::Reverse(*sum), it.role));
    let most = found.first().map_or(0, |(sum, _)| *sum);
    let near = found.into_iter().filter(|(sum, _)| sum * 100 >= most * NEAR);
    near.map(|(_, it)| it).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::catalog::Topic;

    /// Every way to answer all three.
    fn ways() -> impl Iterator<Item = [usize; 3]> {
        let [a, b, c] = [0, 1, 2].map(|at| 0..INQUIRIES[at].answers.len());
        a.flat_map(move |a| {
            let c = c.clone();
            b.clone().flat_map(move |b| c.clone().map(move |c| [a, b, c]))
        })
    }

    #[test]
    fn the_reasons_are_the_words_of_the_leaflets() {
        let catalog = Catalog::embedded();
        for (id, _, words) in INQUIRIES.iter().flat_map(|it| it.answers).flat_map(|it| it.roles) {
            let role =
                catalog.role(catalog.find_role(id).unwrap_or_else(|| panic!("no role {id}")));
            let own = role.passages.iter().filter(|(topic, _)| *topic == Topic::Traits);
            let text: String =
                own.flat_map(|(_, it)| it.iter()).map(|it| it.text.to_string()).collect();
            assert!(text.contains(words), "{id} does not say: {words}");
        }
    }

    #[test]
    fn every_role_in_the_table_can_come_out_first() {
        let catalog = Catalog::embedded();
        let named: BTreeSet<RoleId> = INQUIRIES
            .iter()
            .flat_map(|it| it.answers)
            .flat_map(|it| it.roles)
            .filter_map(|(id, ..)| catalog.find_role(id))
            .collect();
        let first: BTreeSet<RoleId> = ways().map(|way| proposals(catalog, &way)[0].role).collect();
        let never: Vec<&str> =
            named.difference(&first).map(|id| &*catalog.role(*id).name).collect();
        assert_eq!(never, Vec::<&str>::new());
    }

    #[test]
    fn one_to_three_first_jobs_are_proposed_each_with_a_reason() {
        let catalog = Catalog::embedded();
        for way in ways() {
            let all = proposals(catalog, &way);
            assert!((1..=3).contains(&all.len()), "{way:?}");
            assert!(all.iter().all(|it| !it.reasons.is_empty()), "{way:?}");
            assert!(all.iter().all(|it| catalog.role(it.role).experience.is_none()), "{way:?}");
            assert_eq!(all, proposals(catalog, &way), "the same answers propose the same");
        }
    }

    #[test]
    fn what_is_proposed_is_what_was_asked_for() {
        let catalog = Catalog::embedded();
        for (way, expected) in [
            ([0, 1, 3], "mobile-developer"),
            ([0, 1, 0], "front-end-developer"),
            ([1, 0, 0], "back-end-software-engineer"),
            ([2, 0, 0], "ml-engineer"),
            ([3, 3, 3], "qa-test-engineer"),
            ([3, 2, 2], "devops-sre-engineer"),
        ] {
            let first = proposals(catalog, &way)[0].role;
            assert_eq!(&*catalog.role(first).id, expected, "{way:?}");
        }
    }
}
