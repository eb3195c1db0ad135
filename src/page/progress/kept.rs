//! Against the plan that was kept: what moved the end, and what would bring it back.

use super::{
    super::{Reader, Tone, writer::Writer},
    Ground,
};
use crate::{
    keys::{Action, Screen},
    planner, words,
};

/// The columns of the days that something has moved the end.
const DAYS: usize = 13;

pub(super) fn write(writer: &mut Writer<'_>, _: &Ground) {
    let Reader { learner, today, plan, keymap, .. } = writer.reader;
    let Some(plan) = plan.filter(|_| !learner.progress.hides_dates()) else { return };
    let Some(slip) = planner::slip(learner, plan, today) else {
        if learner.progress.baseline().is_empty() && !plan.steps.is_empty() {
            let [screen, key] =
                [Action::GoTo(Screen::Plan), Action::KeepBaseline].map(|it| keymap.named(it));
            writer.heading("What moved the end");
            let text = format!(
                "Keep the plan as it is ({screen}, then {key}), and here you will see what moves its end, day by day."
            );
            writer.paragraph(text, Tone::Muted);
        }
        return;
    };
    writer.heading_with("What moved the end", words::slip(slip.days));
    for cause in &slip.causes {
        let days = words::moved_short(cause.days);
        writer.hanging(
            format!("{days:>DAYS$}  "),
            Tone::Strong,
            words::cause(learner.catalog, cause),
            Tone::Text,
        );
    }
    if slip.rest != 0 {
        let days = words::moved_short(slip.rest);
        let text = "other hours, breaks, your pace, or another order";
        writer.hanging(format!("{days:>DAYS$}  "), Tone::Strong, text, Tone::Text);
    }
    if slip.days <= 0 {
        return;
    }
    let remedies = planner::remedies(learner, today, slip.kept);
    if remedies.is_empty() {
        return;
    }
    writer.gap();
    let text = format!("The kept plan ended on {}. What would help:", words::date(slip.kept));
    writer.paragraph(text, Tone::Muted);
    for (remedy, end) in remedies {
        let text = format!("{}: {}", words::remedy(remedy), words::when(today, end));
        writer.bullet(text);
    }
}
