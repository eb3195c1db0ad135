//! The conversation in lines, held over standard input and output.

use std::{
    io::{self, BufRead, Read as _, Write},
    path::PathBuf,
    process::ExitCode,
};

use jiff::civil::Date;

use super::{
    Failure,
    session::{Output, Session, Stepped},
    system::{here, nonce, today},
    warn_of_file, warn_of_note,
};
use crate::{
    catalog::Catalog,
    plain::{self, Conversation, Effect, Kept, Reply},
    store::{Incoming, Noted, Store, Way},
    words::{self, Signs},
};

/// The bytes of a line that are read; nobody types more.
const LONGEST: u64 = 4_096;

/// Holds a conversation until it is ended, or until there is no more input.
pub(super) fn hold(
    path: PathBuf,
    catalog: &'static Catalog,
    fixed: Option<Date>,
    signs: &'static Signs,
) -> Result<ExitCode, Failure> {
    let day = move || fixed.unwrap_or_else(today);
    let (store, progress) = Store::open(path, catalog)?;
    warn_of_file(&store);
    let refusal = store.refusal().map(|it| it.to_string());
    let world = plain::World {
        today: day(),
        here: here(catalog),
        signs,
        nonce: nonce(),
        is_new: store.is_new(),
        refusal,
    };
    let (talk, greeting) = plain::begin(catalog, progress.clone(), world);
    let output = Output { signs, as_json: false };
    let session = Session { catalog, store, progress, today: day(), output, noted: Ok(()) };
    let talker = Talker { session, talk };
    match talker.converse(&greeting, day, io::stdin().lock(), io::stdout().lock()) {
        // A reader that has had enough is no failure.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// A conversation, and the file it is about.
struct Talker {
    session: Session,
    talk: Conversation,
}

impl Talker {
    fn converse(
        mut self,
        greeting: &Reply,
        day: impl Fn() -> Date,
        mut input: impl BufRead,
        mut output: impl Write,
    ) -> io::Result<()> {
        say(&mut output, &greeting.text)?;
        while let Some(line) = read(&mut input)? {
            let news = self.look();
            say(&mut output, &news)?;
            self.session.today = day();
            plain::dawn(&mut self.talk, day());
            let reply = plain::answer(&mut self.talk, &line);
            let is_over = reply.effect == Some(Effect::Quit);
            let text = self.carry_out(reply);
            say(&mut output, &text)?;
            if is_over {
                return Ok(());
            }
        }
        say(&mut output, &plain::end(&self.talk))
    }

    /// Takes in what others have changed since the last line, and says so.
    fn look(&mut self) -> String {
        let look = self.session.store.look();
        let mut said = match look.news {
            Some(Err(error)) => format!("Careful: {error}.\n"),
            Some(Ok(())) => "Your file is in order again.\n".to_owned(),
            None => String::new(),
        };
        if look.change.is_some() {
            said.push_str("Your file was changed from outside; that is taken in here.\n");
        }
        self.take_in(look.change);
        self.talk.printed(&said)
    }

    fn take_in(&mut self, mut change: Option<Incoming>) {
        let session = &mut self.session;
        while let Some(incoming) = change {
            session.progress = incoming.onto(session.catalog, &session.progress);
            change = session.store.took(&incoming);
        }
        plain::take_in(&mut self.talk, session.progress.clone());
    }

    /// Does what a reply asks for; the answer is what to say then.
    fn carry_out(&mut self, reply: Reply) -> String {
        match reply.effect {
            None | Some(Effect::Quit) => reply.text,
            Some(Effect::Save(kept)) => self.save(*kept, reply.text),
            Some(Effect::Undo) => self.step(Way::Undo, &reply.text),
            Some(Effect::Redo) => self.step(Way::Redo, &reply.text),
        }
    }

    fn save(&mut self, kept: Kept, text: String) -> String {
        let Kept { progress, change, name } = kept;
        match self.session.keep(progress, Noted { change: change.clone(), name }) {
            Ok(incoming) => {
                self.take_in(incoming);
                self.warn();
                text
            }
            Err(error) => plain::not_saved(&mut self.talk, &change, &error.to_string()),
        }
    }

    fn step(&mut self, way: Way, text: &str) -> String {
        let said = match self.session.stepped(way) {
            Ok(Some(Stepped { told, incoming, .. })) => {
                self.take_in(incoming);
                let back =
                    if way == Way::Undo { "redo to do it again" } else { "undo to take it back" };
                format!("{told} Type {back}.")
            }
            Ok(None) if way == Way::Undo => "There is nothing to undo.".to_owned(),
            Ok(None) => "There is nothing to do again.".to_owned(),
            Err(Failure::Misused(reason) | Failure::Failed(reason)) => {
                words::sentence(&words::capitalised(&reason))
            }
        };
        self.warn();
        self.talk.printed(&said) + text
    }

    fn warn(&mut self) {
        warn_of_note(std::mem::replace(&mut self.session.noted, Ok(())));
    }
}

fn say(output: &mut impl Write, text: &str) -> io::Result<()> {
    output.write_all(text.as_bytes())?;
    output.flush()
}

/// The next line; none at the end of input. What of it is too long is not looked at.
fn read(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    if input.by_ref().take(LONGEST).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.last() != Some(&b'\n') {
        input.skip_until(b'\n')?;
    }
    Ok(Some(String::from_utf8_lossy(&line).trim().to_owned()))
}
