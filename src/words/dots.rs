//! Signs made of dots, two beside each other and four above: drawings finer than letters.

/// The dots of a sign: from left to right, from top to bottom.
const DOTS: [[u32; 4]; 2] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]];
/// The sign without any.
const NO_DOTS: u32 = 0x2800;

/// The dot at a place of a drawing, to be added to the others of the same sign.
pub fn dot(x: usize, y: usize) -> u32 {
    DOTS.get(x % 2).and_then(|it| it.get(y % 4)).copied().unwrap_or(0)
}

/// The sign with these dots.
pub fn dotted(dots: u32) -> char {
    char::from_u32(NO_DOTS + dots).unwrap_or(' ')
}
