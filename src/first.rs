//! The first questions: role, time worked, region, hours, a pick, and what is known
//! already.
//!
//! Here is what is asked and why, what there is to answer, and which deeds an answer
//! stands for; for those who do not know yet what to become, three questions that propose
//! a role. How all that is asked differs between the window and a conversation in lines.

mod answer;
mod facts;
mod guess;
mod known;
mod question;

pub use self::{
    answer::{Answer, WORKED, is_first_job},
    facts::{PayRange, asked_for, builds_on, called_for_by, leads_to, pay_in, taught_first},
    guess::{INQUIRIES, Inquiry, Leaning, Proposal, can_propose, proposals},
    known::{Bundle, Known},
    question::{Asked, FirstQuestion},
};
