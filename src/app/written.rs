//! The page in front, kept as long as what it was written from stays the same.
//!
//! Each key asks for the page several times, and a long one takes a millisecond to
//! write. What is kept is a page and all it depends on, so it can never be stale.

use std::{cell::RefCell, rc::Rc};

use jiff::civil::Date;

use super::App;
use crate::{
    catalog::RegionId,
    page::{Page, Reader, Subject, page},
    progress::Progress,
};

/// The page that was written last.
#[derive(Debug, Default)]
pub(super) struct Written(RefCell<Option<(Ground, Rc<Page<'static>>)>>);

/// All that a page depends on, but for the catalog, which never changes.
#[derive(Debug, PartialEq)]
struct Ground {
    subject: Subject,
    progress: Progress,
    today: Date,
    region: RegionId,
    is_plain: bool,
    columns: usize,
    // Whether there is a plan yet; it follows from all else.
    has_plan: bool,
    lines: usize,
}

impl App {
    /// The page of the screen in front.
    pub fn page(&self) -> Option<Rc<Page<'static>>> {
        let reader = self.reader(self.reach().columns)?;
        let subject = self.subject()?;
        // Today's page depends on the plan as well; it is short.
        if subject == Subject::Today {
            return Some(Rc::new(page(reader, subject).into_owned()));
        }
        let mut kept = self.written.0.borrow_mut();
        let is_same = |of: &Ground| {
            let Ground {
                subject: about,
                progress,
                today,
                region,
                is_plain,
                columns,
                has_plan,
                lines,
            } = of;
            *about == subject
                && *today == reader.today
                && *region == reader.region
                && *is_plain == reader.signs.is_plain
                && *columns == reader.columns
                && *lines == reader.lines
                && *has_plan == reader.plan.is_some()
                && *progress == self.progress
        };
        if let Some((_, page)) = kept.as_ref().filter(|(of, _)| is_same(of)) {
            return Some(Rc::clone(page));
        }
        let page = Rc::new(page(reader, subject).into_owned());
        let ground = Ground {
            subject,
            progress: self.progress.clone(),
            today: reader.today,
            region: reader.region,
            is_plain: reader.signs.is_plain,
            columns: reader.columns,
            lines: reader.lines,
            has_plan: reader.plan.is_some(),
        };
        *kept = Some((ground, Rc::clone(&page)));
        Some(page)
    }

    /// Who reads, in so many columns.
    pub fn reader(&self, columns: usize) -> Option<Reader<'_>> {
        Some(Reader {
            learner: self.learner(),
            today: self.world.today,
            region: self.region()?,
            signs: self.world.signs,
            plan: self.plan.as_ref(),
            path: self.path.as_ref(),
            moved: self.moved,
            keymap: self.world.keymap,
            lines: self.reach().lines(),
            columns,
        })
    }
}
