//! What the plan can be asked for, and what it can be told.

use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;

use super::{
    Failure, Form,
    names::find,
    session::{Session, lines},
    world::nonce,
};
use crate::{
    catalog::{Call, RoleId, SkillId},
    planner::{self, Plan},
    progress::{self, EntryId, Goal, State, Week},
    report::{json::Report, text},
    words::{
        self,
        amount::{self, Days},
    },
};

#[derive(Debug, Args)]
pub(super) struct Planning {
    /// Show what to leave out to be ready by DATE
    #[arg(long, value_name = "DATE", conflicts_with_all = ["keep", "forget"])]
    pub(super) by: Option<Date>,
    /// Keep the plan as it is now, to compare later ones with
    #[arg(long, conflicts_with = "forget")]
    pub(super) keep: bool,
    /// Forget the plan that was kept
    #[arg(long)]
    pub(super) forget: bool,
    #[command(flatten)]
    pub(super) form: Form,
}

/// How the learner wants to learn.
#[derive(Debug, Subcommand)]
pub(super) enum Wish {
    /// Say where you are, for pay and routes
    Region {
        /// The region's id, for instance uk
        #[arg(required_unless_present = "undo")]
        region: Option<String>,
        /// Take it back
        #[arg(long)]
        undo: bool,
    },
    /// Say how many hours you have on which days; the other days have none
    Hours {
        /// For instance mon=1,sat=4 or mon-fri=1.5
        #[arg(required_unless_present = "undo", value_parser = amount::week)]
        hours: Option<Week>,
        /// Go back to the hours assumed
        #[arg(long)]
        undo: bool,
    },
    /// Put off the first day of study
    Start {
        /// The first day, for instance 2026-12-01
        #[arg(required_unless_present = "undo")]
        date: Option<Date>,
        /// Begin today
        #[arg(long)]
        undo: bool,
    },
    /// Say on which days you do not study
    Break {
        /// The first and the last day, for instance 2026-12-20..2027-01-03
        #[arg(value_name = "FROM..TO", value_parser = amount::days)]
        days: Days,
        /// Take the break that begins on that day back
        #[arg(long)]
        undo: bool,
    },
    /// Pick one of several skills in a choice
    Pick {
        /// The skill's id
        skill: String,
        /// Take it back
        #[arg(long)]
        undo: bool,
    },
    /// Say how much of what the goal calls for you want
    Depth {
        /// How much
        depth: Depth,
    },
    /// Say whether you want to see dates
    Dates {
        /// Whether they are shown
        dates: Dates,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Depth {
    /// Only what is essential
    Essential,
    /// What is important as well
    Important,
    /// All of it
    Everything,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Dates {
    /// Order, hours and dates
    Shown,
    /// Order and hours alone
    Hidden,
}

#[derive(Debug, Args)]
pub(super) struct Logging {
    /// The skill's id
    skill: String,
    /// How long: 45m, 1h30m or 1.5h
    #[arg(required_unless_present = "undo", value_parser = amount::minutes)]
    time: Option<u32>,
    /// The day, if it was not today
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
    /// Take back what was noted for this skill on that day
    #[arg(long, conflicts_with = "time")]
    undo: bool,
}

impl Session {
    fn planned(&self) -> Plan {
        planner::plan(&self.catalog, &self.progress, self.today)
    }

    pub(super) fn plan(&self, by: Option<Date>, as_json: bool) -> String {
        let Self { catalog, progress, today, signs, .. } = self;
        let report = Report { catalog, progress };
        match by {
            Some(by) => {
                let drop = planner::what_to_drop(catalog, progress, *today, by);
                if as_json {
                    lines(&report.drop(&drop, by))
                } else {
                    text::drop(catalog, &drop, by)
                }
            }
            None if as_json => lines(&report.plan(&self.planned())),
            None => text::plan(catalog, progress, &self.planned(), signs),
        }
    }

    pub(super) fn next(&self, count: usize, as_json: bool) -> String {
        let Self { catalog, progress, .. } = self;
        let report = Report { catalog, progress };
        let plan = self.planned();
        if as_json {
            lines(&report.next(&plan, count))
        } else {
            text::next(catalog, progress, &plan, count)
        }
    }

    pub(super) fn keep_plan(&mut self, planning: &Planning) -> String {
        if planning.keep {
            self.progress.baseline = self.planned().as_baseline();
        } else {
            self.progress.baseline.clear();
        }
        self.plan(None, planning.form.json)
    }

    pub(super) fn set(&mut self, wish: Wish) -> Result<String, Failure> {
        match wish {
            Wish::Region { region, .. } => {
                let known: Vec<&str> = self.catalog.regions().map(|(_, it)| &*it.id).collect();
                let find = |id: &str| find("region", id, self.catalog.find_region(id), &known);
                self.progress.region = region.as_deref().map(find).transpose()?;
            }
            Wish::Hours { hours, .. } => self.progress.hours = hours.unwrap_or_default(),
            Wish::Start { date, .. } => self.progress.start = date,
            Wish::Break { days: Days { from, to }, undo: false } => {
                self.progress.take_break(from, to);
            }
            Wish::Break { days, .. } => {
                if self.progress.breaks.remove(&days.from).is_none() {
                    return Err(Failure::Misused(format!("no break begins on {}", days.from)));
                }
            }
            Wish::Pick { skill, undo } => self.pick(&skill, undo)?,
            Wish::Depth { depth } => self.deepen(depth)?,
            Wish::Dates { dates } => self.progress.hides_dates = dates == Dates::Hidden,
        }
        Ok(text::wishes(&self.catalog, &self.progress, &self.planned()))
    }

    fn deepen(&mut self, depth: Depth) -> Result<(), Failure> {
        let text = "there is no goal yet; choose one with: rungs goal ROLE";
        let goal = self.progress.goal.ok_or_else(|| Failure::Misused(text.to_owned()))?;
        let depth = match depth {
            Depth::Essential => progress::Depth::Essential,
            Depth::Important => progress::Depth::Important,
            Depth::Everything => progress::Depth::Everything,
        };
        self.progress.goal = Some(Goal { depth, ..goal });
        Ok(())
    }

    fn pick(&mut self, skill: &str, undo: bool) -> Result<(), Failure> {
        let id = self.skill(skill)?;
        if undo {
            self.progress.picks.remove(&id);
            return Ok(());
        }
        let choices = self.choices_with(id);
        if choices.is_empty() {
            return Err(Failure::Misused(format!("`{skill}` is no member of any choice")));
        }
        if self.progress.state(&self.catalog, id) == State::Skipped {
            self.progress.declare(id, None);
        }
        for choice in choices {
            self.progress.pick(&choice, id);
        }
        Ok(())
    }

    /// The choices that a skill is a member of: those of the goal, or of any
    /// role if it is in none of the goal's, and those of skills.
    fn choices_with(&self, id: SkillId) -> Vec<Vec<SkillId>> {
        let goal = self.progress.goal.map(|goal| goal.role);
        let roles = |is_wanted: &dyn Fn(RoleId) -> bool| -> Vec<Vec<SkillId>> {
            let roles = self.catalog.roles().filter(|(role, _)| is_wanted(*role));
            let calls = roles.flat_map(|(_, role)| role.requirements.iter().map(|it| &it.call));
            let members = calls.filter_map(|it| match it {
                Call::OneOf(_, members) => Some(members.clone()),
                Call::Skill(_) => None,
            });
            members.filter(|it| it.contains(&id)).collect()
        };
        let mut choices = roles(&|role| Some(role) == goal);
        let groups = self.catalog.skills().flat_map(|(_, skill)| &skill.prerequisites_any);
        choices.extend(groups.filter(|it| it.contains(&id)).cloned());
        if choices.is_empty() { roles(&|_| true) } else { choices }
    }

    pub(super) fn log(&mut self, logging: &Logging) -> Result<String, Failure> {
        let id = self.skill(&logging.skill)?;
        let on = logging.on.unwrap_or(self.today);
        if on > self.today {
            return Err(Failure::Misused(format!("{on} has not come yet")));
        }
        if let Some(minutes) = logging.time {
            self.progress.log(id, EntryId::new(on, &letters()), minutes);
        } else {
            let log = self.progress.record(id).map(|it| it.log.clone()).unwrap_or_default();
            for entry in log.keys().filter(|it| it.date() == on) {
                self.progress.unlog(id, entry);
            }
        }
        let told = self.told(id);
        Ok(format!("{}, {} logged\n", told.trim_end(), words::minutes(self.progress.logged(id))))
    }

    pub(super) fn pin(&mut self, skill: &str, place: Option<u32>) -> Result<String, Failure> {
        let id = self.skill(skill)?;
        let plan = self.planned();
        let Self { catalog, progress, .. } = self;
        let put = match place {
            Some(place) => {
                let place = usize::try_from(place - 1).unwrap_or(usize::MAX);
                planner::pin_at(catalog, &plan, progress, id, place)
            }
            None => planner::pin(catalog, &plan, progress, id),
        };
        put.map_err(|it| Failure::Misused(it.to_string()))?;
        let place = self.planned().steps.iter().position(|it| it.skill == id);
        let name = &self.catalog.skill(id).name;
        Ok(format!("{name}: pinned, number {} in the plan\n", place.map_or(0, |it| it + 1)))
    }

    pub(super) fn unpin(&mut self, skill: &str) -> Result<String, Failure> {
        let id = self.skill(skill)?;
        planner::unpin(&mut self.progress, id);
        Ok(format!("{}: not pinned\n", self.catalog.skill(id).name))
    }
}

/// Letters that no other entry has: 32 bits of the system's randomness.
fn letters() -> String {
    format!("{:08x}", nonce())
}
