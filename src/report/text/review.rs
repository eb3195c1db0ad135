//! Questions that come back, as plain text.

use jiff::civil::Date;

use crate::{
    catalog::{Answer, Question},
    progress::{Grades, Learner},
    reviews::{Asking, Offer},
    words,
};

/// What is to be reviewed today.
pub fn reviews(learner: Learner<'_>, today: Date, offer: &Offer<'_>) -> String {
    let mut lines = vec![words::to_review(offer.cards.len(), offer.minutes).map_or_else(
        || "Nothing to review today.".to_owned(),
        |it| words::sentence(&words::capitalised(&it)),
    )];
    for held in &offer.cards {
        let known =
            held.memory.map_or_else(|| "new".to_owned(), |it| words::recall(it.recall(today)));
        let about = held.asking.climb().map_or("", |it| &learner.catalog.climbed(it).name);
        lines.push(format!("{:<44} {known:>5}  {about}", held.card.name()));
    }
    if offer.waiting > 0 {
        let waiting = words::count(offer.waiting, "more waits", "more wait");
        lines.push(format!("{waiting} for another day."));
    }
    lines.join("\n") + "\n"
}

/// A question with its answer, and how well it was known when.
pub fn asking(asking: Asking<'_>, grades: Option<&Grades>) -> String {
    let mut lines = vec![asking.asks().to_owned()];
    match asking {
        Asking::Bank(question) => lines.extend(bank(question)),
        Asking::Interview(_, asked) => {
            lines.push(String::new());
            lines.push(asked.answer.to_string());
            lines.push(format!("The asker listens for: {}", asked.listens_for));
        }
    }
    for (entry, grade) in grades.into_iter().flatten() {
        lines.push(format!("{entry}  {}", grade.word()));
    }
    lines.join("\n") + "\n"
}

fn bank(question: &Question) -> Vec<String> {
    let code = question.code.iter().flat_map(|it| &it.lines).map(|it| format!("    {it}"));
    let mut lines: Vec<String> = code.collect();
    lines.push(String::new());
    let answer = match &question.answer {
        Answer::Choose(options) => options.first().map_or("", |it| it),
        Answer::Output(text) | Answer::Recall(text) => text,
    };
    lines.push(answer.to_owned());
    lines.push(question.why.to_string());
    lines
}
