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
    0x00_00_00, 0xcd_00_00, 0x00_cd_00, 0xcd_cd_00, 0x00_00_ee, 0xcd_00_cd, 0x00_cd_cd, 0xe5_e5_e5,
    0x7f_7f_7f, 0xff_00_00, 0x00_ff_00, 0xff_ff_00, 0x5c_5c_ff, 0xff_00_ff, 0x00_ff_ff, 0xff_ff_ff,
];
const GNOME: [u32; 16] = [
    0x17_14_21, 0xc0_1c_28, 0x26_a2_69, 0xa2_73_4c, 0x12_48_8b, 0xa3_47_ba, 0x2a_a1_b3, 0xd0_cf_cc,
    0x5e_5c_64, 0xf6_61_51, 0x33_da_7a, 0xe9_ad_0c, 0x2a_7b_de, 0xc0_61_cb, 0x33_c7_de, 0xff_ff_ff,
];
const MACOS: [u32; 16] = [
    0x00_00_00, 0x99_00_00, 0x00_a6_00, 0x99_99_00, 0x00_00_b2, 0xb2_00_b2, 0x00_a6_b2, 0xbf_bf_bf,
    0x66_66_66, 0xe5_00_00, 0x00_d9_00, 0xe5_e5_00, 0x00_00_ff, 0xe5_00_e5, 0x00_e5_e5, 0xe5_e5_e5,
];
const CAMPBELL: [u32; 16] = [
    0x0c_0c_0c, 0xc5_0f_1f, 0x13_a1_0e, 0xc1_9c_00, 0x00_37_da, 0x88_17_98, 0x3a_96_dd, 0xcc_cc_cc,
    0x76_76_76, 0xe7_48_56, 0x16_c6_0c, 0xf9_f1_a5, 0x3b_78_ff, 0xb4_00_9e, 0x61_d6_d6, 0xf2_f2_f2,
];
const ONE_HALF_LIGHT: [u32; 16] = [
    0x38_3a_42, 0xe4_56_49, 0x50_a1_4f, 0xc1_83_01, 0x01_84_bc, 0xa6_26_a4, 0x09_97_b3, 0xfa_fa_fa,
    0x4f_52_5d, 0xdf_6c_75, 0x98_c3_79, 0xe4_c0_7a, 0x61_af_ef, 0xc5_77_dd, 0x56_b5_c1, 0xff_ff_ff,
];
const ALACRITTY: [u32; 16] = [
    0x18_18_18, 0xac_42_42, 0x90_a9_59, 0xf4_bf_75, 0x6a_9f_b5, 0xaa_75_9f, 0x75_b5_aa, 0xd8_d8_d8,
    0x6b_6b_6b, 0xc5_55_55, 0xaa_c4_74, 0xfe_ca_88, 0x82_b8_c8, 0xc2_8c_b8, 0x93_d3_c3, 0xf8_f8_f8,
];
const KITTY: [u32; 16] = [
    0x00_00_00, 0xcc_04_03, 0x19_cb_00, 0xce_cb_00, 0x0d_73_cc, 0xcb_1e_d1, 0x0d_cd_cd, 0xdd_dd_dd,
    0x76_76_76, 0xf2_20_1f, 0x23_fd_00, 0xff_fd_00, 0x1a_8f_ff, 0xfd_28_ff, 0x14_ff_ff, 0xff_ff_ff,
];
const SOLARIZED: [u32; 16] = [
    0x07_36_42, 0xdc_32_2f, 0x85_99_00, 0xb5_89_00, 0x26_8b_d2, 0xd3_36_82, 0x2a_a1_98, 0xee_e8_d5,
    0x00_2b_36, 0xcb_4b_16, 0x58_6e_75, 0x65_7b_83, 0x83_94_96, 0x6c_71_c4, 0x93_a1_a1, 0xfd_f6_e3,
];

#[rustfmt::skip]
const TERMINALS: [Terminal; 12] = [
    Terminal { name: "xterm, light", text: 0x00_00_00, background: 0xff_ff_ff, colors: XTERM },
    Terminal { name: "xterm, dark", text: 0xe5_e5_e5, background: 0x00_00_00, colors: XTERM },
    Terminal { name: "GNOME, light", text: 0x17_14_21, background: 0xff_ff_ff, colors: GNOME },
    Terminal { name: "GNOME, dark", text: 0xd0_cf_cc, background: 0x17_14_21, colors: GNOME },
    Terminal { name: "macOS, light", text: 0x00_00_00, background: 0xff_ff_ff, colors: MACOS },
    Terminal { name: "macOS, dark", text: 0xff_ff_ff, background: 0x1e_1e_1e, colors: MACOS },
    Terminal { name: "Windows, dark", text: 0xcc_cc_cc, background: 0x0c_0c_0c, colors: CAMPBELL },
    Terminal { name: "Windows, light", text: 0x38_3a_42, background: 0xfa_fa_fa, colors: ONE_HALF_LIGHT },
    Terminal { name: "Alacritty", text: 0xd8_d8_d8, background: 0x18_18_18, colors: ALACRITTY },
    Terminal { name: "kitty", text: 0xdd_dd_dd, background: 0x00_00_00, colors: KITTY },
    Terminal { name: "Solarized, dark", text: 0x83_94_96, background: 0x00_2b_36, colors: SOLARIZED },
    Terminal { name: "Solarized, light", text: 0x65_7b_83, background: 0xfd_f6_e3, colors: SOLARIZED },
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
    assert_eq!(figure(0x00_00_00, 0xff_ff_ff), "21.00");
    assert_eq!(figure(0x77_77_77, 0xff_ff_ff), "4.48", "the grey that just fails");
    assert_eq!(figure(0x00_cd_cd, 0xff_ff_ff), "1.98", "cyan on xterm's white");
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
    let [r, g, b] = color.map(linear);
    let curve = |it: f64| if it > 0.008_856 { it.cbrt() } else { 7.787 * it + 16.0 / 116.0 };
    let x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    let y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b);
    let z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn apart(one: Rgb, other: Rgb) -> f64 {
    let ([l, a, b], [l2, a2, b2]) = (lab(one), lab(other));
    ((l - l2).powi(2) + (a - a2).powi(2) + (b - b2).powi(2)).sqrt()
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
    let [r, g, b] = color.map(linear);
    let light = sight.map(|[x, y, z]| (x * r + y * g + z * b).clamp(0.0, 1.0));
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
