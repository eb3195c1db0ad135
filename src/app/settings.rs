//! The settings: who the learner is and how they learn, which is progress, and how
//! the program looks, which is the config file.

use strum::VariantArray;

use super::{App, Effect, Overlay, act, configure, prompt, prompt::Asks, welcome};
use crate::{
    catalog::RegionId,
    config::{Change, SignChoice, ThemeName},
    deeds::Deed,
    first::WORKED,
    keys::{Leaping, Motion, Screen},
    planner,
    progress::Depth,
    words,
};

/// Something that can be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Setting {
    Goal,
    Depth,
    Hours,
    Region,
    Experience,
    Dates,
    Looks,
    Answers,
    Theme,
    Signs,
    Mouse,
    Motion,
}

impl Setting {
    /// All of them, in the order in which they are shown.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::Goal => "Goal",
            Self::Depth => "Depth",
            Self::Hours => "Hours a week",
            Self::Region => "Region",
            Self::Experience => "Worked as a developer",
            Self::Dates => "Dates",
            Self::Looks => "Looking back",
            Self::Answers => "First questions",
            Self::Theme => "Colours",
            Self::Signs => "Signs",
            Self::Mouse => "Mouse",
            Self::Motion => "Motion",
        }
    }

    /// What it is for.
    pub fn about(self) -> &'static str {
        match self {
            Self::Goal => "The role you aim for; it is chosen among the roles.",
            Self::Depth => "How much of what the role calls for you want.",
            Self::Hours => "When you study; all dates come from these hours.",
            Self::Region => "Whose pay, currency and routes come first.",
            Self::Experience => "Roles above the first ask for time in a post before.",
            Self::Dates => "Dates can be hidden, if you would rather see none.",
            Self::Looks => "Your last week and your streak, or neither of them.",
            Self::Answers => "What was asked at the beginning can be answered anew.",
            Self::Theme => "The terminal's own colours, or others.",
            Self::Signs => "Plain letters where the font has no others.",
            Self::Mouse => "Whether clicks and the wheel do something here.",
            Self::Motion => "Whether anything on the screen may move by itself.",
        }
    }

    /// Whether another value is a step away; the others lead somewhere.
    pub fn is_turned(self) -> bool {
        !matches!(self, Self::Goal | Self::Hours | Self::Answers)
    }
}

impl App {
    /// What is set, in words.
    pub fn set_to(&self, setting: Setting) -> String {
        let progress = &self.progress;
        match setting {
            Setting::Goal => match progress.goal() {
                Some(goal) => self.catalog.role(goal.role).name.to_string(),
                None => "none yet".to_owned(),
            },
            Setting::Depth => progress.goal().map_or("–", |it| it.depth.word()).to_owned(),
            Setting::Hours => {
                let week = planner::hours_of_week(progress);
                let all = words::minutes(week.values().sum());
                let assumed = if progress.hours().is_empty() { ", assumed" } else { "" };
                format!("{all}: {}{assumed}", words::week(&week))
            }
            Setting::Region => match progress.region() {
                Some(id) => self.catalog.region(id).name.to_string(),
                None => "not said".to_owned(),
            },
            Setting::Experience => match progress.experience() {
                Some(0) => "not yet".to_owned(),
                Some(months) => words::months(months),
                None => "not said".to_owned(),
            },
            Setting::Dates => on(!progress.hides_dates(), "shown", "hidden"),
            Setting::Looks => on(!progress.hides_looks(), "shown", "hidden"),
            Setting::Answers => "answer them anew".to_owned(),
            Setting::Theme => self.world.theme.word().to_owned(),
            Setting::Signs => self.world.sign_choice.word().to_owned(),
            Setting::Mouse => on(self.world.has_mouse, "on", "off"),
            Setting::Motion => on(self.world.has_motion, "on", "reduced"),
        }
    }
}

fn on(is_on: bool, yes: &str, no: &str) -> String {
    if is_on { yes } else { no }.to_owned()
}

/// Shows the settings.
pub(super) fn begin(app: &mut App) {
    app.overlay = Some(Overlay::Settings(0));
}

pub(super) fn move_cursor(app: &mut App, motion: Motion) {
    let last = Setting::ALL.len() - 1;
    if let Some(Overlay::Settings(cursor)) = &mut app.overlay {
        *cursor = motion.from(*cursor, last, last).min(last);
    }
}

/// The setting that is marked.
fn marked(app: &App) -> Option<Setting> {
    match app.overlay {
        Some(Overlay::Settings(cursor)) => Setting::ALL.get(cursor).copied(),
        _ => None,
    }
}

/// Whether another value of what is marked is a step away.
pub(super) fn is_turned(app: &App) -> bool {
    marked(app).is_some_and(Setting::is_turned)
}

/// Goes to where what is marked is set, if that is not here.
pub(super) fn open(app: &mut App) {
    match marked(app) {
        Some(Setting::Goal) => {
            app.overlay = None;
            app.screen = Screen::Roles;
        }
        Some(Setting::Hours) => prompt::ask(app, Asks::OwnWeek),
        Some(Setting::Answers) => welcome::begin(app),
        Some(
            Setting::Depth
            | Setting::Region
            | Setting::Experience
            | Setting::Dates
            | Setting::Looks
            | Setting::Theme
            | Setting::Signs
            | Setting::Mouse
            | Setting::Motion,
        )
        | None => (),
    }
}

/// Takes the next value of what is marked, or the one before.
pub(super) fn turn(app: &mut App, way: Leaping) -> Option<Effect> {
    let progress = &app.progress;
    let deed = match marked(app)? {
        Setting::Goal | Setting::Hours | Setting::Answers => {
            open(app);
            return None;
        }
        Setting::Depth => {
            let Some(goal) = progress.goal() else {
                app.warn("Choose a goal first.");
                return None;
            };
            Deed::Deepen(beside(Depth::ALL, goal.depth, way))
        }
        Setting::Region => {
            app.looked_at = None;
            let all: Vec<RegionId> = app.catalog.regions().map(|(id, _)| id).collect();
            Deed::Live(beside(&all, app.own_region()?, way))
        }
        Setting::Experience => {
            let months = progress.experience().unwrap_or(0);
            let at = WORKED.iter().rfind(|it| **it <= months).copied().unwrap_or(0);
            Deed::Worked(beside(&WORKED, at, way))
        }
        Setting::Dates if progress.hides_dates() => Deed::ShowDates,
        Setting::Dates => Deed::HideDates,
        Setting::Looks if progress.hides_looks() => Deed::ShowLooks,
        Setting::Looks => Deed::HideLooks,
        Setting::Theme => {
            return configure::configure(
                app,
                Change::Theme(beside(ThemeName::ALL, app.world.theme, way)),
            );
        }
        Setting::Signs => {
            let choice = beside(SignChoice::ALL, app.world.sign_choice, way);
            return configure::configure(app, Change::Signs(choice));
        }
        Setting::Mouse => return configure::configure(app, Change::Mouse(!app.world.has_mouse)),
        Setting::Motion => return configure::configure(app, Change::Motion(!app.world.has_motion)),
    };
    let effect = act::act(app, deed);
    // What has become of it stands beside it.
    app.notice = app.notice.take().filter(super::Notice::is_warning);
    effect
}

/// What stands behind something in a ring, or before it.
fn beside<T: Copy + PartialEq>(ring: &[T], it: T, way: Leaping) -> T {
    let at = ring.iter().position(|other| *other == it).unwrap_or(0);
    let step = match way {
        Leaping::Next => 1,
        Leaping::Previous => ring.len() - 1,
    };
    ring.get((at + step) % ring.len().max(1)).copied().unwrap_or(it)
}
