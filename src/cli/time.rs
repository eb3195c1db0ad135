//! From a command about time to the deeds it asks for.

use jiff::civil::Date;

use super::{
    Failure,
    line::Timing,
    names,
    session::Session,
    system::{nonce, now},
};
use crate::{
    deeds::Deed,
    progress::{EntryId, Task, Timer},
    words::amount::{self, Lean},
};

impl Session {
    pub(super) fn log(
        &self,
        what: &str,
        time: Option<&str>,
        on: Option<&str>,
    ) -> Result<Deed, Failure> {
        let task = names::task(self.catalog, what)?;
        let on = match on {
            Some(on) => self.date(Lean::Past, on)?,
            None => self.today,
        };
        let Some(time) = time else { return Ok(Deed::Unlog(task, on)) };
        Ok(Deed::Log(task, entry(on), minutes(time)?))
    }

    /// Corrects an entry of the log, or takes it back if no time is said.
    pub(super) fn correct(&self, name: &str, time: Option<&str>) -> Result<Deed, Failure> {
        let found = EntryId::parse(name).and_then(|id| {
            let mut logs = self.progress.logs();
            logs.find(|(_, log)| log.contains_key(&id)).map(|(task, _)| (task, id))
        });
        let Some((task, id)) = found else {
            let text = format!("there is no entry `{name}` in the log; see `rungs journal`");
            return Err(Failure::Misused(text));
        };
        Ok(match time {
            Some(time) => Deed::Correct(task, id, minutes(time)?),
            None => Deed::Strike(task, id),
        })
    }

    /// Starts, stops or forgets a timer. To start one ends the others, and what they
    /// have measured is logged: one does not study two things at once.
    pub(super) fn timer(&self, timing: Timing) -> Result<Vec<Deed>, Failure> {
        let now = now();
        match timing {
            Timing::Start { what } => {
                let task = names::task(self.catalog, &what)?;
                let others = self.timers().filter(|(_, timer)| timer.task != task);
                let mut deeds: Vec<Deed> =
                    others.map(|(entry, it)| ended(entry, it.minutes(now))).collect();
                deeds.push(Deed::StartTimer(task, entry(self.today), now));
                Ok(deeds)
            }
            Timing::Stop { what, time } => {
                let (entry, timer) = self.running(what.as_deref())?;
                let measured = timer.minutes(now);
                let time = time.map_or(Ok(measured), |it| minutes(&it))?;
                Ok(vec![ended(&entry, time)])
            }
            Timing::Forget { what } => {
                let (entry, _) = self.running(what.as_deref())?;
                Ok(vec![Deed::ForgetTimer(entry)])
            }
        }
    }

    fn timers(&self) -> impl Iterator<Item = (&EntryId, &Timer)> {
        self.progress.timers().iter()
    }

    /// The timer for something, or the only one that runs.
    fn running(&self, what: Option<&str>) -> Result<(EntryId, Timer), Failure> {
        let task = what.map(|it| names::task(self.catalog, it)).transpose()?;
        let of_task = |timer: &Timer| task.is_none_or(|it: Task| it == timer.task);
        let mut running = self.timers().filter(|(_, it)| of_task(it));
        match (running.next(), running.next()) {
            (Some((entry, timer)), None) => Ok((entry.clone(), *timer)),
            (None, _) => Err(Failure::Misused("no timer runs; see `rungs timer`".to_owned())),
            (Some(_), Some(_)) => Err(Failure::Misused(
                "several timers run; say which, as `rungs timer` lists them".to_owned(),
            )),
        }
    }
}

/// What becomes of a timer: less than a minute is not worth an entry.
fn ended(entry: &EntryId, minutes: u32) -> Deed {
    match minutes {
        0 => Deed::ForgetTimer(entry.clone()),
        minutes => Deed::StopTimer(entry.clone(), minutes),
    }
}

fn minutes(text: &str) -> Result<u32, Failure> {
    amount::minutes(text).map_err(Failure::Misused)
}

/// A new entry: letters that no other has are 32 bits of the system's randomness.
pub(super) fn entry(day: Date) -> EntryId {
    EntryId::new(day, &format!("{:08x}", nonce()))
}
