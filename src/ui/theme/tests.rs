//! What is painted can be read: contrast as WCAG 2 defines it, on the palettes
//! that terminals ship with, and on our own.

use super::{palette::fixed, *};

type Rgb = [f64; 3];

/// The palette of a terminal: letters, background, and the sixteen colours, as its
/// makers publish them.
struct Terminal {
    name: &'static str,
    text: u32,
    background: u32,
    colors: [u32; 16],
}

const XTERM: [u32; 16] = [
    0x0000_0000,
    0x00cd_0000,
    0x0000_cd00,
    0x00cd_cd00,
    0x0000_00ee,
    0x00cd_00cd,
    0x0000_cdcd,
    0x00e5_e5e5,
    0x007f_7f7f,
    0x00ff_0000,
    0x0000_ff00,
    0x00ff_ff00,
    0x005c_5cff,
    0x00ff_00ff,
    0x0000_ffff,
    0x00ff_ffff,
];
const GNOME: [u32; 16] = [
    0x0017_1421,
    0x00c0_1c28,
    0x0026_a269,
    0x00a2_734c,
    0x0012_488b,
    0x00a3_47ba,
    0x002a_a1b3,
    0x00d0_cfcc,
    0x005e_5c64,
    0x00f6_6151,
    0x0033_da7a,
    0x00e9_ad0c,
    0x002a_7bde,
    0x00c0_61cb,
    0x0033_c7de,
    0x00ff_ffff,
];
const MACOS: [u32; 16] = [
    0x0000_0000,
    0x0099_0000,
    0x0000_a600,
    0x0099_9900,
    0x0000_00b2,
    0x00b2_00b2,
    0x0000_a6b2,
    0x00bf_bfbf,
    0x0066_6666,
    0x00e5_0000,
    0x0000_d900,
    0x00e5_e500,
    0x0000_00ff,
    0x00e5_00e5,
    0x0000_e5e5,
    0x00e5_e5e5,
];
const CAMPBELL: [u32; 16] = [
    0x000c_0c0c,
    0x00c5_0f1f,
    0x0013_a10e,
    0x00c1_9c00,
    0x0000_37da,
    0x0088_1798,
    0x003a_96dd,
    0x00cc_cccc,
    0x0076_7676,
    0x00e7_4856,
    0x0016_c60c,
    0x00f9_f1a5,
    0x003b_78ff,
    0x00b4_009e,
    0x0061_d6d6,
    0x00f2_f2f2,
];
const ONE_HALF_LIGHT: [u32; 16] = [
    0x0038_3a42,
    0x00e4_5649,
    0x0050_a14f,
    0x00c1_8301,
    0x0001_84bc,
    0x00a6_26a4,
    0x0009_97b3,
    0x00fa_fafa,
    0x004f_525d,
    0x00df_6c75,
    0x0098_c379,
    0x00e4_c07a,
    0x0061_afef,
    0x00c5_77dd,
    0x0056_b5c1,
    0x00ff_ffff,
];
const ALACRITTY: [u32; 16] = [
    0x0018_1818,
    0x00ac_4242,
    0x0090_a959,
    0x00f4_bf75,
    0x006a_9fb5,
    0x00aa_759f,
    0x0075_b5aa,
    0x00d8_d8d8,
    0x006b_6b6b,
    0x00c5_5555,
    0x00aa_c474,
    0x00fe_ca88,
    0x0082_b8c8,
    0x00c2_8cb8,
    0x0093_d3c3,
    0x00f8_f8f8,
];
const KITTY: [u32; 16] = [
    0x0000_0000,
    0x00cc_0403,
    0x0019_cb00,
    0x00ce_cb00,
    0x000d_73cc,
    0x00cb_1ed1,
    0x000d_cdcd,
    0x00dd_dddd,
    0x0076_7676,
    0x00f2_201f,
    0x0023_fd00,
    0x00ff_fd00,
    0x001a_8fff,
    0x00fd_28ff,
    0x0014_ffff,
    0x00ff_ffff,
];
const SOLARIZED: [u32; 16] = [
    0x0007_3642,
    0x00dc_322f,
    0x0085_9900,
    0x00b5_8900,
    0x0026_8bd2,
    0x00d3_3682,
    0x002a_a198,
    0x00ee_e8d5,
    0x0000_2b36,
    0x00cb_4b16,
    0x0058_6e75,
    0x0065_7b83,
    0x0083_9496,
    0x006c_71c4,
    0x0093_a1a1,
    0x00fd_f6e3,
];

#[rustfmt::skip]
const TERMINALS: [Terminal; 12] = [
    Terminal { name: "xterm, light", text: 0x0000_0000, background: 0x00ff_ffff, colors: XTERM },
    Terminal { name: "xterm, dark", text: 0x00e5_e5e5, background: 0x0000_0000, colors: XTERM },
    Terminal { name: "GNOME, light", text: 0x0017_1421, background: 0x00ff_ffff, colors: GNOME },
    Terminal { name: "GNOME, dark", text: 0x00d0_cfcc, background: 0x0017_1421, colors: GNOME },
    Terminal { name: "macOS, light", text: 0x0000_0000, background: 0x00ff_ffff, colors: MACOS },
    Terminal { name: "macOS, dark", text: 0x00ff_ffff, background: 0x001e_1e1e, colors: MACOS },
    Terminal { name: "Windows, dark", text: 0x00cc_cccc, background: 0x000c_0c0c, colors: CAMPBELL },
    Terminal { name: "Windows, light", text: 0x0038_3a42, background: 0x00fa_fafa, colors: ONE_HALF_LIGHT },
    Terminal { name: "Alacritty", text: 0x00d8_d8d8, background: 0x0018_1818, colors: ALACRITTY },
    Terminal { name: "kitty", text: 0x00dd_dddd, background: 0x0000_0000, colors: KITTY },
    Terminal { name: "Solarized, dark", text: 0x0083_9496, background: 0x0000_2b36, colors: SOLARIZED },
    Terminal { name: "Solarized, light", text: 0x0065_7b83, background: 0x00fd_f6e3, colors: SOLARIZED },
];

/// What has to be read, at least at 4.5 : 1.
fn words(theme: Theme) -> Vec<(&'static str, Style)> {
    let mut words = vec![
        ("text", Style::new()),
        ("accent", theme.accent()),
        ("strong", theme.strong()),
        ("heading", theme.heading()),
        ("title", theme.title_in_front()),
        ("tab", theme.tab_in_front()),
        ("warning", theme.warning()),
        ("error", theme.error()),
        ("link", theme.link()),
    ];
    let own = matches!(theme.paint, Paint::Own(_));
    words.extend(own.then_some(("muted", theme.muted())));
    words
}

/// What says as much by its shape, at least at 3 : 1.
fn signs(theme: Theme) -> Vec<(&'static str, Style)> {
    let state = |it: &State| (it.word(), theme.state(*it));
    State::ALL.iter().map(state).chain([("alarm", theme.alarm())]).collect()
}

fn rgb(hex: u32) -> Rgb {
    [16, 8, 0].map(|shift| f64::from(hex >> shift & 0xff) / 255.0)
}

fn linear(channel: f64) -> f64 {
    if channel <= 0.040_45 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
}

fn luminance(color: Rgb) -> f64 {
    let [r, g, b] = color.map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

/// Two thirds of one colour and a third of another: how VTE, kitty and others paint what is dim.
fn dimmed([r, g, b]: Rgb, [r0, g0, b0]: Rgb) -> Rgb {
    [(r, r0), (g, g0), (b, b0)].map(|(of, on)| (2.0 * of + on) / 3.0)
}

impl Terminal {
    fn color(&self, color: Option<Color>, by_default: u32) -> Rgb {
        let named = match color {
            None | Some(Color::Reset) => return rgb(by_default),
            Some(Color::Rgb(r, g, b)) => return [r, g, b].map(|it| f64::from(it) / 255.0),
            Some(Color::Indexed(index)) => {
                let (r, g, b) = fixed(index);
                return [r, g, b].map(|it| f64::from(it) / 255.0);
            }
            Some(Color::Green) => 2,
            Some(Color::LightRed) => 9,
            Some(Color::LightMagenta) => 13,
            Some(other) => panic!("{other:?} is not known to be painted"),
        };
        rgb(self.colors[named])
    }

    /// How far a look stands out from what is behind it.
    fn contrast(&self, style: Style) -> f64 {
        let background = self.color(style.bg, self.background);
        let text = self.color(style.fg, self.text);
        let is_dim = style.add_modifier.contains(Modifier::DIM);
        contrast(if is_dim { dimmed(text, background) } else { text }, background)
    }
}

/// Those of some looks that stand out too little, with the figure.
fn too_faint(terminal: &Terminal, looks: &[(&'static str, Style)], least: f64) -> Vec<String> {
    let figure = |(name, style): &(&'static str, Style)| (*name, terminal.contrast(*style));
    let faint = looks.iter().map(figure).filter(|(_, it)| *it < least);
    faint.map(|(name, it)| format!("{}: {name} {it:.1}", terminal.name)).collect()
}

#[test]
fn contrast_is_computed_as_it_is_defined() {
    let figure = |one, other| format!("{:.2}", contrast(rgb(one), rgb(other)));
    assert_eq!(figure(0x0000_0000, 0x00ff_ffff), "21.00");
    assert_eq!(figure(0x0077_7777, 0x00ff_ffff), "4.48", "the grey that just fails");
    assert_eq!(figure(0x0000_cdcd, 0x00ff_ffff), "1.98", "cyan on xterm's white");
}

#[test]
fn words_can_be_read_in_the_colours_of_every_terminal_that_can_be_read_itself() {
    let theme = Theme::new(ThemeName::Terminal, Colors::Sixteen);
    for it in &TERMINALS {
        // No theme makes letters clearer than their own colour.
        let least = 4.5_f64.min(it.contrast(Style::new()));
        assert_eq!(too_faint(it, &words(theme), least), Vec::<String>::new());
    }
}

/// The sixteen colours have no green that is seen on xterm's white. Its sign and
/// its bar are told by their shape there, as without any colour.
#[test]
fn signs_are_seen_in_the_colours_of_nearly_every_terminal() {
    let theme = Theme::new(ThemeName::Terminal, Colors::Sixteen);
    let faint = TERMINALS.iter().flat_map(|it| too_faint(it, &signs(theme), 3.0));
    let known = [
        "xterm, light: proven 2.2",
        "Windows, light: claimed 2.9",
        "Solarized, dark: skipped 2.9",
        "Solarized, light: proven 3.0",
        "Solarized, light: skipped 2.4",
    ];
    assert_eq!(faint.collect::<Vec<_>>(), known);
}

#[test]
fn what_can_wait_can_be_read_in_the_colours_of_every_terminal_but_solarized() {
    let theme = Theme::new(ThemeName::Terminal, Colors::Sixteen);
    let looks = [("muted", theme.muted()), ("rule", theme.rule())];
    for it in TERMINALS.iter().filter(|it| !it.name.starts_with("Solarized")) {
        assert_eq!(too_faint(it, &looks, 4.0), Vec::<String>::new());
    }
    // Bright black, which is used instead elsewhere, is not even seen there.
    let [bright_black, background] = [SOLARIZED[8], TERMINALS[10].background];
    assert!(contrast(rgb(bright_black), rgb(background)) < 1.1);
}

#[test]
fn what_is_bold_keeps_its_colour_where_bold_means_bright() {
    let theme = Theme::new(ThemeName::Terminal, Colors::Sixteen);
    for (name, style) in words(theme).into_iter().chain(signs(theme)) {
        let is_bold = style.add_modifier.contains(Modifier::BOLD);
        assert!(!is_bold || style.fg != Some(Color::Green), "{name}");
    }
}

#[test]
fn without_colours_nothing_has_one() {
    for name in ThemeName::ALL {
        let theme = Theme::new(*name, Colors::None);
        for (name, style) in words(theme).into_iter().chain(signs(theme)) {
            assert_eq!((style.fg, style.bg), (None, None), "{name}");
        }
    }
}

#[test]
fn where_there_are_sixteen_colours_they_are_the_terminals() {
    for name in ThemeName::ALL {
        let theme = Theme::new(*name, Colors::Sixteen);
        assert!(matches!(theme.paint, Paint::Terminal), "{name:?}");
    }
}

/// Every theme with colours of its own, in full and as the nearest of 256.
fn own() -> Vec<(ThemeName, Colors, Theme, Palette)> {
    let mut all = Vec::new();
    for name in ThemeName::ALL {
        for colors in [Colors::True, Colors::Many] {
            let theme = Theme::new(*name, colors);
            if let Paint::Own(palette) = theme.paint {
                all.push((*name, colors, theme, palette));
            }
        }
    }
    assert_eq!(all.len(), 2 * (ThemeName::ALL.len() - 1));
    all
}

#[test]
fn our_own_colours_can_be_read_on_their_ground_and_on_what_is_chosen() {
    for (name, colors, theme, palette) in own() {
        let looks: Vec<_> = words(theme).into_iter().chain(signs(theme)).collect();
        for ground in [palette.background, palette.selected] {
            let on = |(it, style): &(&'static str, Style)| {
                (*it, Style { fg: style.fg.or(Some(palette.text)), bg: Some(ground), ..*style })
            };
            let looks: Vec<_> = looks.iter().map(on).collect();
            // The figure for words; signs could do with less.
            let faint = too_faint(&TERMINALS[0], &looks, 4.5);
            assert_eq!(faint, Vec::<String>::new(), "{name:?} {colors:?} on {ground:?}");
        }
    }
}

#[test]
fn what_is_chosen_and_what_parts_things_is_seen_on_our_own_ground() {
    for (name, colors, _, palette) in own() {
        let seen = |it| TERMINALS[0].contrast(Style::new().fg(it).bg(palette.background));
        assert!(seen(palette.selected) >= 1.2, "{name:?} {colors:?} {}", seen(palette.selected));
        assert!(seen(palette.rule) >= 1.5, "{name:?} {colors:?} {}", seen(palette.rule));
    }
}

/// CIE L*a*b*, in which a distance of about 2 can just be seen.
fn lab(color: Rgb) -> Rgb {
    const WEIGHTS: [Rgb; 3] =
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]];
    let light = color.map(linear);
    let curve = |it: f64| if it > 0.008_856 { it.cbrt() } else { 7.787 * it + 16.0 / 116.0 };
    let weighed = WEIGHTS.map(|row| {
        let whole: f64 = row.iter().sum();
        let part: f64 = row.iter().zip(light).map(|(weight, it)| weight * it).sum();
        curve(part / whole)
    });
    let [red, green, blue] = weighed;
    [116.0 * green - 16.0, 500.0 * (red - green), 200.0 * (green - blue)]
}

fn apart(one: Rgb, other: Rgb) -> f64 {
    let squares = lab(one).into_iter().zip(lab(other)).map(|(it, its)| (it - its).powi(2));
    squares.sum::<f64>().sqrt()
}

/// Rows of red, green and blue.
type Sight = [[f64; 3]; 3];

const FULL: Sight = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
// Machado, Oliveira and Fernandes (2009), at full severity.
const WITHOUT_RED: Sight = [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
];
const WITHOUT_GREEN: Sight = [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_820, 0.042_940, 0.968_881],
];
const WITHOUT_BLUE: Sight = [
    [1.255_528, -0.076_749, -0.178_779],
    [-0.078_411, 0.930_809, 0.147_602],
    [0.004_733, 0.691_367, 0.303_900],
];

/// How a colour looks to somebody.
fn seen(sight: Sight, color: Rgb) -> Rgb {
    let full = color.map(linear);
    let light = sight.map(|row| {
        let part: f64 = row.iter().zip(full).map(|(weight, it)| weight * it).sum();
        part.clamp(0.0, 1.0)
    });
    light.map(|it| if it <= 0.003_130_8 { 12.92 * it } else { 1.055 * it.powf(1.0 / 2.4) - 0.055 })
}

/// The two states that are hardest to tell apart, and how far apart they are.
fn nearest_states(theme: Theme, palette: Palette, sight: Sight) -> (f64, [State; 2]) {
    let color = |state: State| {
        let style = theme.state(state);
        seen(sight, TERMINALS[0].color(style.fg.or(Some(palette.text)), 0))
    };
    let pairs = State::ALL.iter().enumerate().flat_map(|(index, one)| {
        State::ALL[..index].iter().map(|other| (apart(color(*one), color(*other)), [*other, *one]))
    });
    pairs.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap()
}

#[test]
fn the_states_have_colours_of_their_own() {
    for (name, colors, theme, palette) in own() {
        let (apart, pair) = nearest_states(theme, palette, FULL);
        assert!(apart >= 10.0, "{name:?} {colors:?}: {pair:?} are {apart:.1} apart");
    }
}

#[test]
fn the_states_stay_apart_for_the_colour_blind_in_their_theme() {
    for (name, colors, theme, palette) in own() {
        if name == ThemeName::ColorBlind {
            for sight in [WITHOUT_RED, WITHOUT_GREEN, WITHOUT_BLUE] {
                let (apart, pair) = nearest_states(theme, palette, sight);
                assert!(apart >= 12.0, "{colors:?}: {pair:?} are {apart:.1} apart");
            }
        }
    }
}

#[test]
fn the_nearest_of_256_colours_is_the_colour_itself_if_it_is_one_of_them() {
    let indexed = HIGH_CONTRAST.indexed();
    for (ours, theirs) in [
        (HIGH_CONTRAST.background, indexed.background),
        (HIGH_CONTRAST.selected, indexed.selected),
        (HIGH_CONTRAST.claimed, indexed.claimed),
        (HIGH_CONTRAST.muted, indexed.muted),
    ] {
        let Color::Indexed(index) = theirs else { panic!("{theirs:?}") };
        let (r, g, b) = fixed(index);
        assert_eq!(ours, Color::Rgb(r, g, b));
    }
}

#[test]
fn our_own_ground_is_painted_where_nothing_else_is() {
    let theme = Theme::new(ThemeName::Light, Colors::True);
    let mut screen = Buffer::empty(ratatui::layout::Rect::new(0, 0, 2, 1));
    screen.content[1].set_style(theme.selected());
    theme.ground(&mut screen);
    let [left, right] = [&screen.content[0], &screen.content[1]].map(|it| (it.fg, it.bg));
    assert_eq!((left, right), ((LIGHT.text, LIGHT.background), (LIGHT.text, LIGHT.selected)));
}
