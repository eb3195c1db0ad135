//! What is set holds at once, in the program as it is.

use std::fs;

use ratatui::style::Color;
use rungs::{
    app::{self, Colors, Effect, Message},
    config::{self, Change, SignChoice, ThemeName},
    store,
};

use crate::stage::{Stage, painted, press, said, tell, text};

#[test]
fn a_setting_holds_at_once_and_is_asked_to_be_kept() {
    let mut app = Stage::new().open("Esc 2");
    let change = Change::Theme(ThemeName::Dark);
    assert_eq!(app::configure(&mut app, change), Some(Effect::Configure(change)));
    assert_eq!(app::configure(&mut app, change), None, "it is so already");
    assert!(painted(&app).content().iter().all(|it| it.bg != Color::Reset), "all has a ground");
    for change in [Change::Mouse(false), Change::Motion(false), Change::Signs(SignChoice::Ascii)] {
        assert_eq!(app::configure(&mut app, change), Some(Effect::Configure(change)));
        assert!(app.world.settings().contains(&change));
    }
    assert!(text(&app).is_ascii());
    let auto = Change::Signs(SignChoice::Auto);
    assert_eq!(app::configure(&mut app, auto), Some(Effect::Configure(auto)));
    assert!(text(&app).contains('─'), "what the terminal can is known still");
}

#[test]
fn what_became_of_a_setting_is_told() {
    let mut app = Stage::new().open("Esc");
    tell(&mut app, Message::Configured(Change::Theme(ThemeName::HighContrast)));
    assert!(said(&app).contains("theme: high-contrast"), "{}", said(&app));
    tell(&mut app, Message::ConfigureFailed("no room".to_owned()));
    assert!(
        said(&app).contains("! ") && said(&app).contains("not kept: no room"),
        "{}",
        said(&app)
    );
}

#[test]
fn a_setting_is_kept_among_what_the_learner_has_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deep/config.toml");
    store::configure(&path, Change::Mouse(false)).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(text, config::DEFAULT.replace("mouse = true", "mouse = false"));

    fs::write(&path, "# mine\nmouse = false # here\n").unwrap();
    store::configure(&path, Change::Theme(ThemeName::Light)).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(text, "# mine\nmouse = false # here\ntheme = \"light\"\n");
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "no draft is left");

    fs::write(&path, "mouse = \n").unwrap();
    let error = store::configure(&path, Change::Mouse(true)).unwrap_err().to_string();
    assert!(error.contains("config.toml: line 1: this is no TOML"), "{error}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "mouse = \n", "it is left as it is");
}

/// Without colours everything is told by signs and words: what is painted in
/// colours that differ has letters that differ, too.
#[test]
fn without_colours_what_is_proven_looks_other_than_what_is_claimed() {
    let stage = || Stage { colors: Colors::None, ..Stage::new().sized((120, 40)) };
    for (stage, [proven, claimed]) in [(stage(), ['━', '╍']), (stage().ascii(), ['=', '~'])] {
        let mut app = stage.open("Esc 2 j m 3 j i jj");
        press(&mut app, "Enter j Space j Space 1");
        let bars = text(&app);
        assert!(bars.contains(claimed), "{bars}");
        assert!(bars.contains(proven), "{bars}");
        assert!(painted(&app).content().iter().all(|it| it.fg == Color::Reset));
    }
}
