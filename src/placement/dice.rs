//! Numbers that look thrown, and are the same for the same seed on every machine.
//!
//! Nothing but sums, products and square roots: logarithms and the like may differ in their
//! last digit from one machine to another, and with them what is asked.

/// A small generator of pseudo-random numbers (Steele et al. 2014, `SplitMix64`).
pub(super) struct Dice(pub(super) u64);

impl Dice {
    /// Around 0 with a spread of 1, nearly normally distributed: four throws added up.
    pub(super) fn bell(&mut self) -> f64 {
        let number = self.next();
        let throws = [48, 32, 16, 0].map(|shift| (number >> shift) & u64::from(u16::MAX));
        let throws = throws.into_iter().filter_map(|it| u16::try_from(it).ok());
        let sum: f64 = throws.map(|it| f64::from(it) / f64::from(u16::MAX)).sum();
        (sum - 2.0) * 3.0_f64.sqrt()
    }

    /// One of these.
    pub(super) fn one_of<T: Copy>(&mut self, all: [T; 4]) -> T {
        let [first, second, third, fourth] = all;
        match self.next() >> 62 {
            0 => first,
            1 => second,
            2 => third,
            _ => fourth,
        }
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        it ^ (it >> 31)
    }
}
