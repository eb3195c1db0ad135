//! Colours of our own. Each can be read on the background of its theme and on
//! the row that is chosen, also as the nearest of 256 colours; the tests compute it.

use ratatui::style::Color;

/// The colours of a theme, by what they are for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Palette {
    pub(super) background: Color,
    /// The background of what is chosen.
    pub(super) selected: Color,
    pub(super) rule: Color,
    pub(super) text: Color,
    pub(super) muted: Color,
    pub(super) accent: Color,
    pub(super) proven: Color,
    pub(super) claimed: Color,
    pub(super) learning: Color,
    pub(super) warning: Color,
    pub(super) error: Color,
}

pub(super) const DARK: Palette = Palette {
    background: rgb(0x1a_1d_23),
    selected: rgb(0x32_3a_4a),
    rule: rgb(0x4a_51_60),
    text: rgb(0xdf_e3_ea),
    muted: rgb(0xa3_ab_b9),
    accent: rgb(0x7c_c4_ff),
    proven: rgb(0x7f_d8_8f),
    claimed: rgb(0xd9_a5_f0),
    learning: rgb(0xf2_c5_72),
    warning: rgb(0xff_b4_54),
    error: rgb(0xff_91_91),
};

pub(super) const LIGHT: Palette = Palette {
    background: rgb(0xfb_fa_f6),
    selected: rgb(0xd9_e4_f3),
    rule: rgb(0xb4_b7_bd),
    text: rgb(0x22_26_2d),
    muted: rgb(0x55_5c_68),
    accent: rgb(0x0a_56_a8),
    proven: rgb(0x17_6b_2c),
    claimed: rgb(0x82_29_9b),
    learning: rgb(0x85_50_0a),
    warning: rgb(0x8f_3e_00),
    error: rgb(0xb3_14_1b),
};

/// All of it is among the 256 colours as it is.
pub(super) const HIGH_CONTRAST: Palette = Palette {
    background: rgb(0x00_00_00),
    selected: rgb(0x3a_3a_3a),
    rule: rgb(0x8a_8a_8a),
    text: rgb(0xff_ff_ff),
    muted: rgb(0xd0_d0_d0),
    accent: rgb(0x5f_d7_ff),
    proven: rgb(0x5f_ff_5f),
    claimed: rgb(0xff_af_ff),
    learning: rgb(0xff_ff_5f),
    warning: rgb(0xff_d7_5f),
    error: rgb(0xff_af_af),
};

/// After the palette of Okabe and Ito (2008), whose colours stay apart for all
/// kinds of colour blindness: proven is sky blue, claimed orange, learning yellow.
pub(super) const COLOR_BLIND: Palette = Palette {
    background: rgb(0x15_18_1d),
    selected: rgb(0x30_3a_4d),
    rule: rgb(0x4a_51_60),
    text: rgb(0xe4_e6_ea),
    muted: rgb(0xa8_ae_b9),
    accent: rgb(0x8e_cb_f5),
    proven: rgb(0x56_b4_e9),
    claimed: rgb(0xe6_9f_00),
    learning: rgb(0xf0_e4_42),
    warning: rgb(0xf0_e4_42),
    error: rgb(0xff_a2_6b),
};

impl Palette {
    /// The same with the nearest of the 256 colours that all terminals paint alike.
    pub(super) fn indexed(self) -> Self {
        let Self {
            background,
            selected,
            rule,
            text,
            muted,
            accent,
            proven,
            claimed,
            learning,
            warning,
            error,
        } = self;
        Self {
            background: nearest(background),
            selected: nearest(selected),
            rule: nearest(rule),
            text: nearest(text),
            muted: nearest(muted),
            accent: nearest(accent),
            proven: nearest(proven),
            claimed: nearest(claimed),
            learning: nearest(learning),
            warning: nearest(warning),
            error: nearest(error),
        }
    }
}

const fn rgb(hex: u32) -> Color {
    Color::from_u32(hex)
}

/// The nearest of the fixed colours from 16 on. The eye sees green best, then
/// blue and red; distances are weighed by that.
fn nearest(color: Color) -> Color {
    let Color::Rgb(red, green, blue) = color else { return color };
    let far = |(r, g, b): (u8, u8, u8)| {
        let square = |one: u8, other: u8| u32::from(one.abs_diff(other)).pow(2);
        2 * square(r, red) + 4 * square(g, green) + 3 * square(b, blue)
    };
    let index = (16..=u8::MAX).min_by_key(|index| far(fixed(*index)));
    index.map_or(color, Color::Indexed)
}

/// What a colour from 16 on is made of: a cube of six steps each of red, green
/// and blue, then greys.
pub(super) fn fixed(index: u8) -> (u8, u8, u8) {
    let step = |number: u8| if number == 0 { 0 } else { 55 + 40 * number };
    let place = index.saturating_sub(16);
    if place < 216 {
        return (step(place / 36), step(place / 6 % 6), step(place % 6));
    }
    let grey = 8 + 10 * (place - 216);
    (grey, grey, grey)
}
