//! How each field of two progress files is brought together.

/// How each field is brought together with another's; a test holds the list to
/// the type. What is not known here is whole.
pub(in crate::store) const MANNERS: &[(&str, Manner)] = &[
    ("version", Manner::Whole),
    ("goal", Manner::Whole),
    ("region", Manner::Whole),
    ("picks", Manner::Whole),
    ("hours", Manner::Map),
    ("start", Manner::Whole),
    ("breaks", Manner::Map),
    ("pins", Manner::Map),
    ("baseline", Manner::Map),
    ("experience", Manner::Whole),
    ("hide_dates", Manner::Whole),
    ("hide_looks", Manner::Whole),
    ("review_share", Manner::Whole),
    ("timers", Manner::Map),
    ("skills", Manner::Fields),
    ("projects", Manner::Fields),
    ("roles", Manner::Fields),
    ("routes", Manner::Fields),
    ("reviews", Manner::Fields),
];

/// The fields that hold what a learner wrote; fields of a map in them do, too.
const TEXTS: [&str; 3] = ["note", "notes", "text"];

/// The field that holds what a learner has to show, on one line each.
const EVIDENCE: &str = "evidence";

/// What stands between two notes that were both kept.
pub(in crate::store) const BETWEEN: &str = "\n\n---\n\n";
/// What stands between two lines that were both kept as one.
pub(in crate::store) const BESIDE: &str = " · ";

/// How removing fares against changing, by where in the file one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::store) enum Manner {
    /// The whole file: fields are removed one by one.
    File,
    /// A map by ids of things that are whole.
    Map,
    /// Fields all the way down, each removed for itself.
    Fields,
    /// Removed as a whole or not at all.
    Whole,
    /// Strings are a learner's words, here and in the fields of a map.
    Text,
    /// The same, but not in its fields.
    Note,
    /// Strings are lines of a learner's, here and in the fields of a map.
    Lines,
    /// The same, but not in its fields.
    Line,
}

impl Manner {
    pub(in crate::store) fn of(self, field: &str) -> Self {
        match (self, field) {
            (Self::Map, _) => Self::Whole,
            (_, field) if TEXTS.contains(&field) => Self::Text,
            (_, EVIDENCE) => Self::Lines,
            (Self::File, field) => {
                let known = MANNERS.iter().find(|(name, _)| *name == field);
                known.map_or(Self::Whole, |(_, manner)| *manner)
            }
            (Self::Fields, _) => Self::Fields,
            (Self::Text, _) => Self::Note,
            (Self::Lines, _) => Self::Line,
            (Self::Whole | Self::Note | Self::Line, _) => Self::Whole,
        }
    }

    pub(in crate::store) fn is_by_field(self) -> bool {
        matches!(self, Self::File | Self::Map | Self::Fields | Self::Text | Self::Lines)
    }

    /// What stands between two strings of which both are kept; none where one is.
    pub(in crate::store) fn between(self) -> Option<&'static str> {
        match self {
            Self::Text | Self::Note => Some(BETWEEN),
            Self::Lines | Self::Line => Some(BESIDE),
            Self::File | Self::Map | Self::Fields | Self::Whole => None,
        }
    }
}
