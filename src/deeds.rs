//! What a learner can do, and the rules for it.
//!
//! A [`Deed`] is one thing that can be done, or its undoing. Keys and commands
//! become deeds, [`done`] does one to a [`Progress`] or refuses, and there are no
//! other rules: so a window and a command do the same, a trial is a deed done to
//! a copy, and what was done is undone and spoken of by its deed.

mod about;
mod choices;
mod review;
mod time;
mod trial;
mod written;

use jiff::{Span, Timestamp, civil::Date};
use strum::{EnumDiscriminants, VariantArray};

use self::choices::choices_with;
pub use self::{
    trial::{Trial, other_hours},
    written::{LONGEST_CLIMB, LONGEST_EVIDENCE, LONGEST_NOTE},
};
use crate::{
    catalog::{
        ClimbId, MilestoneId, PointId, ProjectId, ProofId, RegionId, ResourceId, RoleId, RouteId,
        Rung, SkillId,
    },
    planner::{self, Misplaced, Place},
    progress::{
        Card, DAY_MINUTES, Depth, EntryId, Goal, Grade, Learner, MOST_SHARE, Mark, Notable,
        Progress, Task, Week,
    },
};

impl DeedKind {
    /// All kinds.
    pub const ALL: &[Self] = Self::VARIANTS;
}

/// Something a learner can do.
#[derive(Clone, Debug, PartialEq, Eq, EnumDiscriminants)]
#[strum_discriminants(
    derive(VariantArray),
    name(DeedKind),
    doc = "Which deed, whatever it is done to."
)]
pub enum Deed {
    /// Aims for a role, as deep as before; who aimed for none begins with what is essential.
    Aim(RoleId),
    /// Aims for no role any more; what was done stays.
    GiveUp,
    /// Aims for that much of what the role calls for.
    Deepen(Depth),
    /// Puts a region's figures and routes first.
    Live(RegionId),
    /// Puts the regions back in the catalog's order.
    LiveAnywhere,
    /// Picks a skill wherever it can be chosen; one that was skipped is taken up.
    Pick(SkillId),
    /// Takes a pick back.
    Unpick(SkillId),
    /// Says how many minutes there are on which days.
    Hours(Week),
    /// Goes back to the hours assumed.
    AssumeHours,
    /// Puts the first day of study off until that day; today or before is at once.
    Start(Date),
    /// Begins at once.
    StartAtOnce,
    /// Does not study from the one day to the other.
    Break(Date, Date),
    /// Takes back the break that begins on that day.
    EndBreak(Date),
    /// Gives a climb a place of its own in the plan.
    Pin(ClimbId, Place),
    /// Lets the program decide again where a climb stands.
    Unpin(ClimbId),
    /// Keeps the plan as it is now, to compare later ones with.
    KeepPlan,
    /// Forgets the plan that was kept.
    ForgetPlan,
    /// Would rather see no dates.
    HideDates,
    /// Would see dates again.
    ShowDates,
    /// Ticks a proof.
    Tick(SkillId, ProofId),
    /// Takes the tick of a proof back.
    Untick(SkillId, ProofId),
    /// Says that a skill is known already, up to a rung.
    Claim(SkillId, Rung),
    /// Takes back all that was claimed of a skill.
    Unclaim(SkillId),
    /// Leaves a skill out.
    Skip(SkillId),
    /// Takes a skipped skill up again.
    TakeUp(SkillId),
    /// Puts a skill back to where nothing was done about it.
    Reset(SkillId),
    /// Notes minutes spent on something.
    Log(Task, EntryId, u32),
    /// Takes back what was noted for something on a day.
    Unlog(Task, Date),
    /// Corrects the minutes that an entry of the log says.
    Correct(Task, EntryId, u32),
    /// Takes one entry of the log back.
    Strike(Task, EntryId),
    /// Lets a clock run, which becomes that entry when it is stopped.
    StartTimer(Task, EntryId, Timestamp),
    /// Stops a clock and notes that many minutes.
    StopTimer(EntryId, u32),
    /// Stops a clock and notes nothing.
    ForgetTimer(EntryId),
    /// Says how well a question that came back was answered.
    Review(Card, EntryId, Grade),
    /// Takes such an answer back.
    Unreview(Card, EntryId),
    /// Says how much of a week reviews may take, in percent; nothing is no reviews.
    ShareReviews(u32),
    /// Goes back to the usual share.
    UsualReviews,
    /// Would rather not look back on one's weeks.
    HideLooks,
    /// Would look back again.
    ShowLooks,
    /// Ticks an acceptance point of a project.
    Build(ProjectId, PointId),
    /// Takes the tick of an acceptance point back.
    Unbuild(ProjectId, PointId),
    /// Writes a note on something, in place of the one before.
    Note(Notable, String),
    /// Takes the note on something away.
    Unnote(Notable),
    /// Says what shows that a proof or a point holds, whether it is ticked or not.
    Show(Mark, String),
    /// Takes that away.
    Unshow(Mark),
    /// Says how many minutes the climb of a skill to a rung takes oneself.
    OwnHours(SkillId, Rung, u32),
    /// Goes back to the catalog's hours for that.
    CatalogHours(SkillId, Rung),
    /// Marks a resource of a skill as read.
    Read(SkillId, ResourceId),
    /// Takes that back.
    Unread(SkillId, ResourceId),
    /// Says how many months one has worked as a developer.
    Worked(u32),
    /// Says nothing of that any more.
    ForgetWork,
    /// Follows a route from today.
    Follow(RouteId),
    /// Follows it no longer; what was reached stays.
    Leave(RouteId),
    /// Ticks a milestone, and follows its route.
    Reach(RouteId, MilestoneId),
    /// Takes the tick of a milestone back.
    Unreach(RouteId, MilestoneId),
}

/// Why a deed cannot be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no goal yet.
    NoGoal,
    /// The skill is a member of no choice.
    NoChoice(SkillId),
    /// No break begins on that day.
    NoBreak(Date),
    /// The break would end before it begins.
    Backwards(Date, Date),
    /// The break would be over already.
    Over(Date),
    /// The day has not come yet.
    NotYet(Date),
    /// The day is more than a century ago.
    LongAgo(Date),
    /// The day is more than a century ahead.
    FarAhead(Date),
    /// The day has no room for that, beside so many minutes that are logged already.
    FullDay(Date, u32),
    /// It is no time at all, or more than a day has; in minutes.
    NoTime(u32),
    /// There is no plan with dates to keep.
    NoDates,
    /// The skill cannot have that place.
    Misplaced(Misplaced),
    /// It is more than a working life has; in months.
    TooLong(u32),
    /// There is nothing to read in the text.
    NoWords,
    /// The text is too long to be kept; both in characters.
    TooManyLetters {
        /// How many it has.
        letters: usize,
        /// How many it may have.
        longest: usize,
    },
    /// The skill has no such rung.
    NoRung(SkillId, Rung),
    /// A clock runs already for that.
    Runs(Task),
    /// There is no such clock.
    NoTimer,
    /// Nothing goes by that name in the log, or among the answers.
    NoEntry,
    /// It is more of a week than reviews may take; in percent.
    TooMuchReview(u32),
    /// Nobody studies for that: only a job teaches it.
    NotStudied(ClimbId),
    /// It is no time at all, or more than any rung takes; in minutes.
    NoEstimate(u32),
}

/// No learner studied earlier than that, nor will begin later.
fn century() -> Span {
    Span::new().years(100)
}

/// The longest time that one can have worked, in months.
pub const WORKING_LIFE: u32 = 60 * 12;

/// The progress once a deed is done. Whether anything has changed is for the
/// caller to see: to claim what is claimed is no fault.
#[expect(clippy::too_many_lines, reason = "a line or two for each deed")]
pub fn done(learner: Learner<'_>, today: Date, deed: &Deed) -> Result<Progress, Refusal> {
    let mut progress = learner.progress.clone();
    match deed {
        Deed::Aim(_) | Deed::GiveUp | Deed::Deepen(_) => aim(&mut progress, deed)?,
        Deed::Live(region) => progress.set_region(Some(*region)),
        Deed::LiveAnywhere => progress.set_region(None),
        Deed::Pick(id) => pick(learner, &mut progress, *id)?,
        Deed::Unpick(id) => progress.unpick(*id),
        Deed::Hours(week) => progress.set_hours(sound(week)?),
        Deed::AssumeHours => progress.set_hours(Week::new()),
        Deed::Start(date) => {
            progress.set_start(Some(in_reach(today, *date)?).filter(|it| *it > today));
        }
        Deed::StartAtOnce => progress.set_start(None),
        Deed::Break(from, to) => take_break(&mut progress, today, *from, *to)?,
        Deed::EndBreak(from) => end_break(&mut progress, *from)?,
        Deed::Pin(id, place) => pin(learner, &mut progress, today, (*id, *place))?,
        Deed::Unpin(id) => unpin(&mut progress, *id),
        Deed::KeepPlan => keep_plan(learner, &mut progress, today)?,
        Deed::ForgetPlan => progress.set_baseline([].into()),
        Deed::HideDates => progress.set_hides_dates(true),
        Deed::ShowDates => progress.set_hides_dates(false),
        // A proof that was ticked before a skill was skipped does not take it up again.
        Deed::Tick(id, proof) if progress.ticked(*id, *proof).is_some() => (),
        Deed::Tick(id, proof) => progress.prove(*id, *proof, today),
        Deed::Untick(id, proof) => progress.take_back(*id, *proof),
        Deed::Claim(id, rung) => claim(learner, &mut progress, today, (*id, *rung)),
        Deed::Unclaim(id) => progress.unclaim(*id),
        Deed::Skip(id) => progress.skip(*id, today),
        Deed::TakeUp(id) => progress.take_up(*id),
        Deed::Reset(id) => progress.reset(*id),
        Deed::Log(task, entry, minutes) => {
            time::log(&mut progress, today, (*task, entry, *minutes))?;
        }
        Deed::Unlog(task, date) => progress.unlog(*task, *date),
        Deed::Correct(task, entry, minutes) => {
            time::correct(&mut progress, today, (*task, entry, *minutes))?;
        }
        Deed::Strike(task, entry) => time::strike(&mut progress, *task, entry)?,
        Deed::StartTimer(task, entry, since) => {
            time::start(&mut progress, today, (*task, entry, *since))?;
        }
        Deed::StopTimer(entry, minutes) => time::stop(&mut progress, entry, *minutes)?,
        Deed::ForgetTimer(entry) => _ = progress.end_timer(entry).ok_or(Refusal::NoTimer)?,
        Deed::Review(card, entry, grade) => {
            review::grade(&mut progress, today, (card, entry, *grade))?;
        }
        Deed::Unreview(card, entry) => review::ungrade(&mut progress, card, entry)?,
        Deed::ShareReviews(percent) if *percent > MOST_SHARE => {
            return Err(Refusal::TooMuchReview(*percent));
        }
        Deed::ShareReviews(percent) => progress.set_review_share(Some(*percent)),
        Deed::UsualReviews => progress.set_review_share(None),
        Deed::HideLooks => progress.set_hides_looks(true),
        Deed::ShowLooks => progress.set_hides_looks(false),
        Deed::Build(id, point) => progress.tick_point(*id, *point, today),
        Deed::Unbuild(id, point) => progress.untick_point(*id, *point),
        Deed::Note(thing, text) => written::note(&mut progress, *thing, text)?,
        Deed::Unnote(thing) => progress.set_note(*thing, None),
        Deed::Show(mark, text) => written::evidence(&mut progress, *mark, text)?,
        Deed::Unshow(mark) => progress.set_evidence(*mark, None),
        Deed::OwnHours(id, rung, minutes) => {
            written::own_hours(learner, &mut progress, (*id, *rung), *minutes)?;
        }
        Deed::CatalogHours(id, rung) => progress.set_own_hours(*id, *rung, None),
        Deed::Read(id, resource) => progress.mark_read(*id, *resource, today),
        Deed::Unread(id, resource) => progress.unmark_read(*id, *resource),
        Deed::Worked(months) if *months > WORKING_LIFE => return Err(Refusal::TooLong(*months)),
        Deed::Worked(months) => progress.set_experience(Some(*months)),
        Deed::ForgetWork => progress.set_experience(None),
        Deed::Follow(id) => progress.follow(*id, today),
        Deed::Leave(id) => progress.leave(*id),
        // Nor does what was reached on a route that is left by now lead back to it.
        Deed::Reach(id, milestone) if progress.reached(*id, *milestone).is_some() => (),
        Deed::Reach(id, milestone) => {
            progress.follow(*id, today);
            progress.reach(*id, *milestone, today);
        }
        Deed::Unreach(id, milestone) => progress.unreach(*id, *milestone),
    }
    Ok(progress)
}

/// The progress once all of these are done, one after the other.
pub fn all_done(learner: Learner<'_>, today: Date, deeds: &[Deed]) -> Result<Progress, Refusal> {
    deeds.iter().try_fold(learner.progress.clone(), |progress, deed| {
        done(Learner { progress: &progress, ..learner }, today, deed)
    })
}

fn aim(progress: &mut Progress, deed: &Deed) -> Result<(), Refusal> {
    let goal = match deed {
        Deed::Aim(role) => Some(progress.goal_of(*role)),
        Deed::Deepen(depth) => {
            let goal = progress.goal().ok_or(Refusal::NoGoal)?;
            Some(Goal { depth: *depth, ..goal })
        }
        _ => None,
    };
    progress.set_goal(goal);
    Ok(())
}

fn pick(learner: Learner<'_>, progress: &mut Progress, id: SkillId) -> Result<(), Refusal> {
    let choices = choices_with(learner, id);
    if choices.is_empty() {
        return Err(Refusal::NoChoice(id));
    }
    progress.take_up(id);
    for choice in choices {
        progress.pick(choice, id);
    }
    Ok(())
}

/// A week in which no day has more than it can.
fn sound(week: &Week) -> Result<Week, Refusal> {
    match week.values().find(|it| **it > DAY_MINUTES) {
        Some(minutes) => Err(Refusal::NoTime(*minutes)),
        None => Ok(week.clone()),
    }
}

fn take_break(progress: &mut Progress, today: Date, from: Date, to: Date) -> Result<(), Refusal> {
    if to < from {
        return Err(Refusal::Backwards(from, to));
    }
    if to < today {
        return Err(Refusal::Over(to));
    }
    progress.take_break(from, in_reach(today, to)?);
    Ok(())
}

/// A day up to which there could be a plan: no plan reaches further than two centuries.
fn in_reach(today: Date, day: Date) -> Result<Date, Refusal> {
    if day > today.saturating_add(century()) { Err(Refusal::FarAhead(day)) } else { Ok(day) }
}

fn end_break(progress: &mut Progress, from: Date) -> Result<(), Refusal> {
    if !progress.breaks().contains_key(&from) {
        return Err(Refusal::NoBreak(from));
    }
    progress.end_break(from);
    Ok(())
}

fn pin(
    learner: Learner<'_>,
    progress: &mut Progress,
    today: Date,
    (id, place): (ClimbId, Place),
) -> Result<(), Refusal> {
    let plan = planner::plan(learner, today);
    let pins = planner::placed(&plan, progress.pins(), id, place).map_err(Refusal::Misplaced)?;
    progress.set_pins(pins);
    Ok(())
}

fn unpin(progress: &mut Progress, id: ClimbId) {
    let mut pins = progress.pins().clone();
    pins.remove(&id);
    progress.set_pins(pins);
}

fn keep_plan(learner: Learner<'_>, progress: &mut Progress, today: Date) -> Result<(), Refusal> {
    let baseline = planner::plan(learner, today).as_baseline();
    if baseline.is_empty() {
        return Err(Refusal::NoDates);
    }
    progress.set_baseline(baseline);
    Ok(())
}

/// Claims a rung, unless a claim reaches that far already.
fn claim(learner: Learner<'_>, progress: &mut Progress, today: Date, (id, rung): (SkillId, Rung)) {
    let rung = rung.min(learner.catalog.top(id));
    if progress.claimed(id) < Some(rung) {
        progress.claim(id, rung, today);
    }
}
