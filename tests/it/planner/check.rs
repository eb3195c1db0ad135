//! What holds of every plan, worked out anew from the catalog and the progress.

use super::*;

/// The share of a week that may go to what grows alongside, in hundredths.
const SHARE: u32 = 15;

/// The plan for a learner, once all that holds of every plan was found to hold of it.
#[track_caller]
pub(crate) fn check(catalog: &Catalog, progress: &Progress, today: Date) -> Plan {
    let learner = learner(catalog, progress);
    let plan = planner::plan(learner, today);
    assert_eq!(plan, planner::plan(learner, today), "the same again");
    let checked = Checked { learner, goal: progress.goal().unwrap(), plan: &plan, today };
    checked.goal();
    checked.order();
    checked.stages();
    checked.posts();
    checked.minutes();
    checked.days();
    if plan.finish.is_ok() {
        checked.lanes();
        checked.dates();
    }
    super::closure::check(learner, &plan);
    plan
}

/// A plan, and whose it is.
struct Checked<'a> {
    learner: Learner<'a>,
    goal: Goal,
    plan: &'a Plan,
    today: Date,
}

impl Checked<'_> {
    fn catalog(&self) -> &Catalog {
        self.learner.catalog
    }

    fn name(&self, item: Item) -> String {
        name(self.catalog(), item)
    }

    /// The steps that are studied or built one after the other.
    fn line(&self) -> impl Iterator<Item = &Step> {
        self.plan.steps.iter().filter(|it| it.is_in_line())
    }

    /// The steps that grow alongside.
    fn lane(&self) -> impl Iterator<Item = &Step> {
        self.plan.steps.iter().filter(|it| it.rhythm == Rhythm::Alongside)
    }

    fn sessions(&self) -> impl Iterator<Item = &Session> {
        self.plan.weeks.iter().flat_map(|it| &it.sessions)
    }

    /// The place of the first stage in which one can apply.
    fn first_apply(&self) -> Option<usize> {
        self.plan.stages.iter().position(|it| matches!(it.kind, StageKind::Apply(_)))
    }

    /// Whoever has all that is planned is ready, and has nothing left to do.
    fn goal(&self) {
        let mut after = self.learner.progress.clone();
        for step in &self.plan.steps {
            match step.item {
                Item::Climb(id) => {
                    let climb = self.catalog().climb(id);
                    after.claim(climb.skill, climb.rung, self.today);
                }
                Item::Project(id) => build(self.catalog(), &mut after, id),
            }
        }
        let after = Learner { progress: &after, ..self.learner };
        assert_eq!(planner::readiness(after, self.goal).permille(), 1000);
        let left = planner::plan(after, self.today).steps;
        let left: Vec<String> = left.iter().map(|it| self.name(it.item)).collect();
        assert!(left.is_empty(), "still to do: {left:?}");
    }

    /// Each once, none of it done, and behind all that it needs.
    fn order(&self) {
        let mut known: BTreeSet<Item> = BTreeSet::new();
        for step in &self.plan.steps {
            let name = self.name(step.item);
            match step.item {
                Item::Climb(id) => {
                    assert!(!self.learner.is_settled(id), "{name} is settled");
                    assert_eq!(step.rhythm, self.catalog().climb(id).rhythm, "{name}");
                }
                Item::Project(id) => {
                    assert!(!self.learner.is_built(id), "{name} is built");
                    assert_eq!(step.rhythm, Rhythm::Block, "{name}");
                }
            }
            for group in needs(self.catalog(), step.item) {
                let is_done = group.iter().any(|it| self.learner.climb_state(*it).is_done());
                let is_out = group.iter().all(|it| self.learner.is_settled(*it));
                let is_known = group.iter().any(|it| known.contains(&Item::Climb(*it)));
                let group: Vec<String> =
                    group.iter().map(|it| self.catalog().climb_name(*it)).collect();
                assert!(is_done || is_out || is_known, "{name} stands before {group:?}");
            }
            for need in &step.needs {
                assert!(known.contains(need), "{name} stands before {}", self.name(*need));
            }
            assert!(known.insert(step.item), "{name} stands there twice");
        }
    }

    /// Stage after stage, each with its project at the end, and nothing of applying too soon.
    fn stages(&self) {
        let has_wishes = !self.learner.progress.pins().is_empty();
        let is_held_up = self.is_held_up();
        assert!(self.plan.steps.is_sorted_by_key(|it| it.stage));
        for (at, stage) in self.plan.stages.iter().enumerate() {
            let own: Vec<&Step> = self.plan.steps.iter().filter(|it| it.stage == at).collect();
            let lanes = |it: &&Step| (!it.is_in_line(), it.rhythm == Rhythm::Job);
            assert!(own.is_sorted_by_key(lanes), "line, alongside, job: {:?}", stage.kind);
            let line: Vec<Item> =
                own.iter().filter(|it| it.is_in_line()).map(|it| it.item).collect();
            let projects = line.iter().filter(|it| matches!(it, Item::Project(_)));
            match stage.kind {
                _ if is_held_up => (),
                StageKind::Project(id) => {
                    assert_eq!(line.last(), Some(&Item::Project(id)), "a project ends its stage");
                    assert_eq!(projects.count(), 1, "one project in {}", self.name(line[0]));
                }
                kind => assert_eq!(projects.count(), 0, "{kind:?}"),
            }
        }
        let is_begun = |it: &Step| match it.item {
            Item::Climb(id) => self.learner.climb_state(id) == State::Learning,
            Item::Project(_) => false,
        };
        for step in self.line().filter(|it| it.rhythm == Rhythm::Applying && !is_begun(it)) {
            let is_time = self.first_apply().is_none_or(|apply| step.stage + 1 >= apply);
            assert!(is_time || has_wishes, "{} comes too soon", self.name(step.item));
        }
        let waits = |it: &&Step| !(is_begun(it) && it.needs.is_empty());
        assert!(has_wishes || self.line().is_sorted_by_key(|it| waits(&it)), "begun first");
    }

    /// Whether pins hold a project up beyond its stage. Those that were possible when
    /// they were made never do (see `moves`); others, as of another goal, may.
    fn is_held_up(&self) -> bool {
        let is_at_home = |it: &Step| match it.item {
            Item::Project(id) => self.plan.stages[it.stage].kind == StageKind::Project(id),
            Item::Climb(_) => true,
        };
        !self.learner.progress.pins().is_empty() && !self.plan.steps.iter().all(is_at_home)
    }

    /// The projects of the path, applying, and the time in each post, as far as it is to come.
    fn posts(&self) {
        let posts = posts(self.catalog(), self.goal.role);
        let mut worked = self.learner.progress.experience().unwrap_or(0);
        let mut may_be = Vec::new();
        let mut must_be = Vec::new();
        for (at, role) in posts.iter().enumerate() {
            let path = self.catalog().role(*role).path.iter();
            let open = path.copied().filter(|it| !self.learner.is_built(*it));
            let open: Vec<StageKind> = open.map(StageKind::Project).collect();
            if self.goal.depth != Depth::Essential && !self.is_held_up() {
                must_be.extend_from_slice(&open);
            }
            may_be.extend(open);
            may_be.push(StageKind::Study(*role));
            let asked = posts.get(at + 1).map_or(0, |next| months_asked(self.catalog(), *next));
            let left = asked.saturating_sub(worked);
            worked = worked.saturating_sub(asked);
            if at + 1 == posts.len() || left > 0 {
                may_be.push(StageKind::Apply(*role));
                must_be.push(StageKind::Apply(*role));
            }
            if left > 0 {
                may_be.push(StageKind::Post(*role, left));
                must_be.push(StageKind::Post(*role, left));
            }
        }
        may_be.push(StageKind::Wider);
        let mut kinds = may_be.iter();
        for stage in &self.plan.stages {
            assert!(kinds.any(|it| *it == stage.kind), "{:?} is out of its place", stage.kind);
        }
        let has = |it: &StageKind| self.plan.stages.iter().any(|stage| stage.kind == *it);
        assert_eq!(must_be.iter().find(|it| !has(it)), None);
    }

    /// What each step takes, and that all minutes add up.
    fn minutes(&self) {
        let sum = |steps: &mut dyn Iterator<Item = &Step>| steps.map(|it| it.minutes).sum::<u32>();
        for step in &self.plan.steps {
            let expected = minutes_of(self.learner, self.plan, step.item);
            let is_job = step.rhythm == Rhythm::Job;
            let expected = if is_job { 0.0 } else { expected.max(1.0) };
            let difference = (f64::from(step.minutes) - expected).abs();
            assert!(difference <= 1.0, "{} takes {expected}", self.name(step.item));
        }
        for (at, stage) in self.plan.stages.iter().enumerate() {
            let own = sum(&mut self.plan.steps.iter().filter(|it| it.stage == at));
            assert_eq!(stage.minutes, own, "{:?}", stage.kind);
        }
        let left = self.plan.minutes_left;
        assert_eq!(left.likely, sum(&mut self.plan.steps.iter()));
        assert!(left.low <= left.likely && left.likely <= left.high, "{left:?}");
        assert_eq!(planner::minutes_left(self.learner, self.goal).likely, left.likely);
        let apply = self.plan.stages.iter().rposition(|it| matches!(it.kind, StageKind::Apply(_)));
        let before = apply.unwrap_or(self.plan.stages.len());
        let sum = sum(&mut self.plan.steps.iter().filter(|it| it.stage < before));
        let is_known = !matches!(self.plan.apply, Err(NoFinish::Done | NoFinish::NoHours));
        assert!(self.plan.minutes_to_apply == sum || !is_known, "until one can apply");
        assert!(0.0 <= self.plan.bound && self.plan.bound <= self.plan.cost + 1e-9);
    }

    /// Only on days of study, and no more than there is on them.
    fn days(&self) {
        let progress = self.learner.progress;
        let hours = planner::hours_of_week(progress);
        let first = progress.start().map_or(self.today, |start| start.max(self.today));
        assert_eq!(self.plan.from, first);
        let mut used: BTreeMap<Date, u32> = BTreeMap::new();
        for (number, week) in self.plan.weeks.iter().enumerate() {
            assert_eq!(Day::of(week.start), Day::Mon);
            let begin = self.plan.weeks[0].start;
            assert_eq!(week.start, begin + i64::try_from(number).unwrap().weeks());
            let sum: u32 = week.sessions.iter().map(|it| it.minutes).sum();
            assert!(sum <= week.capacity, "{} is too full", week.start);
            for session in &week.sessions {
                assert!(session.minutes > 0);
                assert!(session.date >= first && session.date >= week.start);
                assert!(session.date < week.start + 1.week());
                *used.entry(session.date).or_default() += session.minutes;
            }
        }
        for (date, minutes) in used {
            let all = hours.get(&Day::of(date)).copied().unwrap_or(0);
            assert_eq!(planner::minutes_on(progress, date), all);
            assert!(minutes <= self.free_on(date), "{date} has {all} minutes");
            let is_off = progress.breaks().iter().any(|(from, to)| (*from..=*to).contains(&date));
            assert!(!is_off, "{date} is in a break");
        }
        assert!(self.sessions().collect::<Vec<_>>().is_sorted_by_key(|it| it.date));
    }

    /// The minutes of a day of study that are not gone.
    fn free_on(&self, date: Date) -> u32 {
        let progress = self.learner.progress;
        let all = planner::hours_of_week(progress).get(&Day::of(date)).copied().unwrap_or(0);
        let gone = if date == self.today { progress.logged_on(date) } else { 0 };
        all.saturating_sub(gone)
    }

    /// One thing after the other, and beside it one that grows in a small share of the week.
    fn lanes(&self) {
        let rhythm = |session: &Session| self.plan.step(session.item).unwrap().rhythm;
        let (beside, line): (Vec<&Session>, Vec<&Session>) =
            self.sessions().partition(|it| rhythm(it) == Rhythm::Alongside);
        check_turns(line, self.line());
        check_turns(beside.clone(), self.lane());
        let jobs = self.plan.steps.iter().filter(|it| it.rhythm == Rhythm::Job);
        assert!(jobs.into_iter().all(|it| (it.start, it.finish) == (None, None)));
        for week in &self.plan.weeks {
            let own = week.sessions.iter().filter(|it| rhythm(it) == Rhythm::Alongside);
            let sum: u32 = own.map(|it| it.minutes).sum();
            assert!(sum * 100 <= SHARE * week.capacity, "{}: {sum} alongside", week.start);
        }
        let mut days: BTreeMap<Date, Vec<&Session>> = BTreeMap::new();
        for session in beside {
            days.entry(session.date).or_default().push(session);
        }
        for (date, own) in days {
            let names: BTreeSet<String> = own.iter().map(|it| self.name(it.item)).collect();
            assert_eq!(names.len(), 1, "on {date} alongside: {names:?}");
            let sum: u32 = own.iter().map(|it| it.minutes).sum();
            assert!(2 * sum <= self.free_on(date), "{date} is full of {names:?}");
        }
        self.needs_are_over();
    }

    /// Nothing is begun before all that it needs is over.
    fn needs_are_over(&self) {
        let mut first: BTreeMap<Item, usize> = BTreeMap::new();
        let mut last: BTreeMap<Item, usize> = BTreeMap::new();
        for (at, session) in self.sessions().enumerate() {
            first.entry(session.item).or_insert(at);
            last.insert(session.item, at);
        }
        for step in &self.plan.steps {
            for need in &step.needs {
                let (Some(begin), Some(end)) = (first.get(&step.item), last.get(need)) else {
                    continue;
                };
                let (it, need) = (self.name(step.item), self.name(*need));
                assert!(end < begin, "{it} is begun before {need} is over");
            }
        }
    }

    /// When all of the first so many stages is over, or all of it that counts.
    fn over(&self, stages: usize, counts: impl Fn(&&Step) -> bool) -> Date {
        let own = self.plan.steps.iter().filter(|it| it.stage < stages && it.minutes > 0);
        let ends = own.filter(counts).map(|it| it.finish.unwrap());
        ends.max().unwrap_or(self.plan.from)
    }

    /// The days of stages, of applying and of the end.
    fn dates(&self) {
        let all = |stages: usize| self.over(stages, |_| true);
        let mut free = self.plan.from;
        let mut applied = None;
        for (at, stage) in self.plan.stages.iter().enumerate() {
            let finish = stage.finish.unwrap();
            assert!(finish.low <= finish.likely && finish.likely <= finish.high, "{finish:?}");
            let own = || self.plan.steps.iter().filter(|it| it.stage == at);
            let in_line = own().filter(|it| it.is_in_line()).filter_map(|it| it.start).min();
            let begin = in_line.or_else(|| own().filter_map(|it| it.start).min());
            let expected = match stage.kind {
                StageKind::Post(_, months) => {
                    assert_eq!(stage.start, applied, "a post begins when one can apply");
                    free += i64::from(months).months();
                    free
                }
                StageKind::Apply(_) => {
                    free = free.max(all(at));
                    applied = Some(free);
                    free.max(all(at + 1))
                }
                // What grows alongside keeps no stage from being over.
                StageKind::Project(_) | StageKind::Study(_) | StageKind::Wider => {
                    self.over(at + 1, |it| it.is_in_line())
                }
            };
            if !matches!(stage.kind, StageKind::Post(..)) {
                assert_eq!(stage.start, begin, "{:?}", stage.kind);
            }
            assert_eq!(finish.likely, expected, "{:?}", stage.kind);
        }
        let (apply, finish) = (self.plan.apply.unwrap(), self.plan.finish.unwrap());
        assert_eq!(Some(apply.likely), applied);
        assert_eq!(finish.likely, apply.likely.max(all(self.plan.stages.len())));
        for it in [apply, finish] {
            assert!(it.low <= it.likely && it.likely <= it.high, "{it:?}");
        }
        let end = self.sessions().last().map(|it| it.date);
        assert!(end.is_none_or(|end| end <= finish.likely));
    }
}

/// Each step has all its minutes, one step after the other, and says when that is.
fn check_turns<'a>(sessions: Vec<&Session>, steps: impl Iterator<Item = &'a Step>) {
    let mut sessions = sessions.into_iter().peekable();
    for step in steps {
        let mut minutes = 0;
        let mut days = Vec::new();
        while let Some(session) = sessions.next_if(|it| it.item == step.item) {
            minutes += session.minutes;
            days.push(session.date);
        }
        assert_eq!(minutes, step.minutes);
        assert_eq!((days.first().copied(), days.last().copied()), (step.start, step.finish));
    }
    assert!(sessions.next().is_none(), "nothing comes twice");
}

/// The minutes left of something at this learner's pace: its hours, less what ticks and
/// logged time have taken off; a quarter of the open share always stays.
fn minutes_of(learner: Learner<'_>, plan: &Plan, item: Item) -> f64 {
    let (hours, ticked, proofs, logged, area) = match item {
        Item::Climb(id) => {
            let climb = learner.catalog.climb(id);
            let (ticked, proofs) = (learner.ticks(id), climb.proofs.len());
            let area = learner.catalog.skill(climb.skill).area;
            (climb.hours.likely, ticked, proofs, learner.logged(id), area)
        }
        Item::Project(id) => {
            let project = learner.catalog.project(id);
            let (ticked, points) = (learner.built_points(id), project.points.len());
            (project.hours.likely, ticked, points, 0, project.area)
        }
    };
    let all = f64::from(hours) * 60.0;
    let open =
        1.0 - f64::from(u32::try_from(ticked).unwrap()) / f64::from(u32::try_from(proofs).unwrap());
    let pace = plan.pace.factor(area);
    let left = all - (f64::from(logged) / pace).max(all * (1.0 - open));
    left.max(all * open / 4.0) * pace
}
