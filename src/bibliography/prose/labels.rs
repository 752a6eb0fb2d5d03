//! The parts of an entry: what each may be, and how long.

/// What a part of an entry may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Author,
    Date,
    Title,
    Container,
    Editor,
    Translator,
    Volume,
    Issue,
    Page,
    Edition,
    Publisher,
    Place,
    Genre,
    /// Words that introduce what follows: `In`, `edited by`.
    Mark,
    /// What belongs to no part that is known.
    Other,
}

/// All labels, in the order of their numbers.
pub(super) const LABELS: [Label; 15] = [
    Label::Author,
    Label::Date,
    Label::Title,
    Label::Container,
    Label::Editor,
    Label::Translator,
    Label::Volume,
    Label::Issue,
    Label::Page,
    Label::Edition,
    Label::Publisher,
    Label::Place,
    Label::Genre,
    Label::Mark,
    Label::Other,
];

impl Label {
    /// How many pieces a part of this label has at most that starts at a piece. The authors stand first, if they are
    /// many.
    pub(super) fn longest(self, from: usize) -> usize {
        match self {
            Label::Author if from == 0 => 200,
            Label::Title => 32,
            Label::Author | Label::Editor | Label::Translator => 24,
            Label::Container => 14,
            Label::Publisher => 6,
            Label::Place => 3,
            _ => 1,
        }
    }

    /// Whether an entry may have several of them.
    pub(super) fn repeats(self) -> bool {
        matches!(self, Label::Mark | Label::Other | Label::Genre)
    }
}

/// The bit of [`Used`] behind those of the labels.
const WITHIN: u16 = 1 << LABELS.len();

/// The labels that a reading has used, a bit each, and whether an "in" was among its marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Used(u16);

impl Used {
    pub(super) fn has(self, label: Label) -> bool {
        self.0 & 1 << label as u16 != 0
    }

    pub(super) fn with(self, label: Label) -> Used {
        Used(self.0 | 1 << label as u16)
    }

    /// Whether an "in" has said that the work is part of another.
    pub(super) fn is_within(self) -> bool {
        self.0 & WITHIN != 0
    }

    pub(super) fn within(self) -> Used {
        Used(self.0 | WITHIN)
    }
}

/// A part of a reading: its label, and the first of its pieces and the one behind its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) label: Label,
    pub(super) from: usize,
    pub(super) to: usize,
}
