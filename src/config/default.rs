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

# Other keys. An action has those that are named here, and no others;
# an empty list takes its keys away. A table such as [keys.plan] holds on that
# screen only, [keys] wherever the action has keys.
#
# [keys]
# undo = ["u", "Ctrl-z"]
#
# [keys.plan]
# zoom = ["z"]
"#;
