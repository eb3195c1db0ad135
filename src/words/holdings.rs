//! How much a progress holds, in one line: "12 skills, 31 proofs, 2 notes, 40 h logged".

use super::{count, minutes};
use crate::progress::Progress;

/// How much was done, in one line.
pub fn holdings(progress: &Progress) -> String {
    let records = || progress.records().map(|(_, record)| record);
    let proofs = records().map(|it| it.ticks.len()).sum();
    let points = progress.builds().map(|(_, build)| build.points.len()).sum();
    let logged = progress.logs().flat_map(|(_, log)| log.values());
    let logged = logged.fold(0, |sum: u32, it| sum.saturating_add(*it));
    let mut parts = vec![count(records().count(), "skill", "skills")];
    if proofs > 0 {
        parts.push(count(proofs, "proof", "proofs"));
    }
    if points > 0 {
        parts.push(count(points, "point of a project", "points of projects"));
    }
    let notes = progress.facts().notes.len();
    if notes > 0 {
        parts.push(count(notes, "note", "notes"));
    }
    if logged > 0 {
        parts.push(format!("{} logged", minutes(logged)));
    }
    parts.join(", ")
}
