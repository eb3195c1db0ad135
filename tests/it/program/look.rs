//! How the program looks on a real terminal, by what is set.

use super::*;

/// The background of a cell of the header.
fn ground(screen: &Screen) -> vt100::Color {
    screen.cell(0, 0).unwrap().bgcolor()
}

/// The program with that text for a config, and those colours promised.
fn start(folder: &Path, config: &str, promise: &str) -> Visit {
    fs::write(folder.join("config.toml"), config).unwrap();
    let mut command = program(&folder.join("progress.json"));
    command.env("COLORTERM", promise);
    command.env_remove("NO_COLOR");
    Visit::start(command, USUAL)
}

#[test]
fn a_theme_has_its_own_ground_in_as_many_colours_as_there_are() {
    let folder = tempfile::tempdir().unwrap();
    for (config, promise, expected) in [
        ("theme = 'light'", "truecolor", vt100::Color::Rgb(0xfb, 0xfa, 0xf6)),
        ("theme = 'light'", "", vt100::Color::Idx(231)),
        ("", "truecolor", vt100::Color::Default),
    ] {
        let mut visit = start(folder.path(), config, promise);
        visit.expect("", &[FIRST_QUESTION]);
        assert_eq!(ground(visit.screen.screen()), expected, "{config} {promise}");
        visit.press("\u{1b}");
        visit.wait("end of questions", |screen| !text(screen).contains(FIRST_QUESTION));
        visit.press("q");
        visit.end_with(0);
    }
}

#[test]
fn a_broken_config_is_told_and_the_program_opens_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let mut visit = start(folder.path(), "theme = 'dark'\nmouse =\n", "truecolor");
    visit.expect("", &["config.toml:2: this is no TOML", FIRST_QUESTION]);
    assert_eq!(ground(visit.screen.screen()), vt100::Color::Default);
    visit.press("\u{1b}");
    visit.wait("end of questions", |screen| !text(screen).contains(FIRST_QUESTION));
    visit.press("q");
    visit.end_with(0);
}

/// What comes between one key and the next is either nothing, or one screen at once.
#[test]
fn a_screen_is_painted_at_once_and_only_if_it_looks_different() {
    let folder = tempfile::tempdir().unwrap();
    let mut visit = start(folder.path(), "", "");
    visit.expect("", &[FIRST_QUESTION]);
    visit.press("\u{1b}");
    visit.wait("end of questions", |screen| !text(screen).contains(FIRST_QUESTION));
    visit.press("?");
    let mut bytes = Vec::new();
    while !visit.text().contains(" Help ") {
        let chunk = visit.output.recv_timeout(PATIENCE).unwrap();
        visit.screen.process(&chunk);
        bytes.extend(chunk);
    }
    let painted = String::from_utf8_lossy(&bytes);
    assert_eq!(painted.matches("\u{1b}[?2026h").count(), 1, "{painted:?}");
    visit.press("qq");
    visit.end_with(0);
}
