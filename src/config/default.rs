//! The text a learner begins with: every setting as it is by default, explained.

/// The documented default; all of it could be left out.
pub const DEFAULT: &str = r#"# How rungs looks, and which keys it answers to.
# What is left out, or begins with #, is as it is by default.
# `rungs config` shows what holds, and `rungs config --check` what is wrong.

# The colours:
#   "terminal"       the colours and the background of your terminal
#   "dark"           light letters on a dark background
#   "light"          dark letters on a light background
#   "high-contrast"  strong colours on black
#   "colour-blind"   blue, orange and white: no red or green to tell apart
# With NO_COLOR set there are none, and a terminal of 16 colours has its own.
theme = "terminal"

# Whether the mouse is heard: true or false.
# Without it your terminal marks text with the mouse as it does elsewhere.
mouse = true

# Whether anything on the screen may move by itself: true or false.
motion = true

# The signs: "unicode", "ascii" for plain letters only,
# or "auto" for those your terminal can be expected to have.
signs = "auto"

# Other keys, by where they hold and what they do; the table of keys in the manual
# has the names. What is named here has these keys and no others, and none if
# its list is empty.
#
# [keys.everywhere]
# undo = ["u", "Backspace"]
#
# [keys.plan]
# zoom = ["Z"]
"#;
