//! Frames: how the sentences of a language tie their numbers, dates and names together.
//!
//! A frame reads a run of words and names the slots in it: `"of @det? {whole:count} ..5 , {part:count} ..3 (
//! {share:percent} )"`. Blanks part its pieces, and each of them stands for
//!
//! | piece | what |
//! |---|---|
//! | `of`, `,` | that word in small letters, that sign |
//! | `of\|out_of` | one of several, `_` for a blank |
//! | `@rose` | one of the list of that name |
//! | `..5` | up to so many words or dates, none of which sets what follows [apart](Frames::apart) |
//! | `{part:count}` | what fills the slot `part`: see [`Slot`] |
//! | `[ … ]?`, `[ … ]*`, `[ … ]+` | pieces that may stand there, any number of times, once or more |
//! | `^`, `$` | the start and the end of a sentence or of its half before a semicolon |
//!
//! A `?` behind a word, a list or a slot says that it may be missing. What a frame then says is one of [`Says`]; a
//! frame has no code of its own.

mod dutch;
mod english;
mod french;
mod german;
mod indonesian;
mod italian;
mod portuguese;
mod spanish;

use super::List;

pub(super) use dutch::DUTCH;
pub(super) use english::ENGLISH;
pub(super) use french::FRENCH;
pub(super) use german::GERMAN;
pub(super) use indonesian::INDONESIAN;
pub(super) use italian::ITALIAN;
pub(super) use portuguese::PORTUGUESE;
pub(super) use spanish::SPANISH;

/// The frames of one language.
pub(crate) struct Frames {
    /// Lists by the names that frames call them by.
    pub(crate) lists: &'static [(&'static str, List)],
    /// Words that set what follows apart: another whole, a part among others, an average.
    pub(crate) apart: List,
    /// What stands between the last two items of a list.
    pub(crate) and: List,
    /// Small words within names.
    pub(crate) in_names: List,
    /// The frames, those of a kind together.
    pub(crate) groups: &'static [Group],
}

impl Frames {
    pub(super) const EMPTY: Frames = Frames { lists: &[], apart: "", and: "", in_names: "", groups: &[] };

    /// Those of a language of whose sentences nothing is known.
    pub(super) const OF_SIGNS: Frames = Frames { groups: &[SIGNS], ..Frames::EMPTY };
}

/// Frames that one list of words silences.
pub(crate) struct Group {
    /// What silences them, wherever it stands in the sentence.
    pub(crate) unless: List,
    /// What each says, how surely, and how it reads.
    pub(crate) frames: &'static [(Says, Link, &'static str)],
}

/// How surely what a frame ties together belongs together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// The words say so.
    Stated,
    /// They may mean something else: at most a warning.
    Presumed,
}

/// Shares of counts in signs alone: "30/90 (33%)". They read alike in every language.
pub(super) const SIGNS: Group = Group {
    unless: "",
    frames: &[
        (Says::Share, Link::Presumed, "{share:percent} (|[ {part:count} / {whole:count} ]|)"),
        (Says::Share, Link::Presumed, "{part:count} / {whole:count} (|[ {share:percent} ]|)"),
        (Says::Share, Link::Presumed, "( {part:count} / {whole:count} ,|; {share:percent} )"),
    ],
};

/// How many things a list names: "three aims: nets, ropes and tar". It reads alike in every language that has a list
/// of words for "namely".
const LISTS: &[(Says, Link, &str)] = &[
    (Says::Named, Link::Presumed, "{stated:count} ..8 : {named:listed} $"),
    // "three nets that last, as it seems: drift nets, seines and trawls".
    (Says::Named, Link::Presumed, "{stated:count} ..8 , ..16 : {named:listed} $"),
    // "four steps Crawl, Walk, Run and Jump": the comma stands behind the first of them.
    (Says::Named, Link::Presumed, "{stated:count} ..1 , {named:listed} $"),
    (Says::Named, Link::Presumed, "{stated:count} ..3 ,? @namely :? {named:listed} $"),
    (Says::Named, Link::Presumed, "{stated:count} ..2 ( {named:listed} )"),
];

/// What is divided whole: into what a model learns from and is tested on, into women and men. It reads alike in every
/// language that has the lists of words that these frames call.
const DIVIDED: &[(Says, Link, &str)] = &[
    (
        Says::WholeHundred,
        Link::Presumed,
        "{part:percent} @used? @for? @split ..1 , {part:percent} @used? @for? @split ..1 ,? @and {part:percent} @used? @for? @split",
    ),
    (
        Says::WholeHundred,
        Link::Presumed,
        "@split ..1 ( {part:percent} ) , @for? @split ..1 ( {part:percent} ) ,? @and @for? @split ..1 ( {part:percent} )",
    ),
    (
        Says::WholeHundred,
        Link::Presumed,
        "{part:percent} , {part:percent} ,? @and {part:percent} ..4 @split , @for? @split ,? @and @for? @split",
    ),
    (
        Says::Hundred,
        Link::Presumed,
        "{part:percent} @used? @for? @split ..1 ,? @and @for? @rest? {part:percent} @used? @for? @split",
    ),
    (Says::Hundred, Link::Presumed, "@divided ..6 {part:percent} ..1 @and {part:percent}"),
    (Says::Hundred, Link::Presumed, "@divided ..6 {part:percent} of|de|di|d'|d’|von ..2 @and {part:percent}"),
    (
        Says::Sum,
        Link::Presumed,
        "{whole:count} ..3 ,? @made-up {part:count} ..1 @gender ,? @and {part:count} ..1 @gender",
    ),
];

/// A mean with the range of what it is of: "a mean age of 34 years (SD = 8), from 18 to 53 years".
const MEANS: &[(Says, Link, &str)] = &[
    (
        Says::Mean,
        Link::Presumed,
        "@mean ..2 {value:number} ..2 [ (|, ..1 =? {value:number} )|,|; ]? ,|(|;? ..2 @between :? {range:number} ..1 \
         [ @ends {range:number} ]? @years",
    ),
    (
        Says::Mean,
        Link::Presumed,
        "@mean ..2 {value:number} ..2 [ ( ..1 =? {value:number} ) ]? , @people ..6 @between {range:number} ..1 \
         [ @ends {range:number} ]? @years",
    ),
];

/// What grew or shrank from one number to another, how many times over, and how far two numbers lie apart. It reads
/// alike in every language that has these lists.
const CHANGES: &[(Says, Link, &str)] = &[
    (Says::Rise, Link::Presumed, "@rose @how? @from {from:number} ..4 @to {to:same}"),
    (Says::Fall, Link::Presumed, "@fell @how? @from {from:number} ..4 @to {to:same}"),
    (Says::Rise, Link::Presumed, "@increase @from {from:number} ..4 @to {to:same}"),
    (Says::Fall, Link::Presumed, "@decrease @from {from:number} ..4 @to {to:same}"),
    (Says::Rise, Link::Presumed, "@from {from:number} ..4 @to {to:same} ..3 ,|( @so? @an ..1 @increase $"),
    (Says::Fall, Link::Presumed, "@from {from:number} ..4 @to {to:same} ..3 ,|( @so? @an ..1 @decrease $"),
    (Says::Rise, Link::Presumed, "@higher ..4 @than ..5 ( {to:number} ..2 @versus ..1 {from:same}"),
    (Says::Fall, Link::Presumed, "@lower ..4 @than ..5 ( {to:number} ..2 @versus ..1 {from:same}"),
    (
        Says::Growth,
        Link::Presumed,
        "{growth:rate} ..1 @higher ..5 [ @than ..5 ]? (|: {to:number} ..2 @versus ..1 {from:same}",
    ),
    (
        Says::Decline,
        Link::Presumed,
        "{growth:rate} ..1 @lower ..5 [ @than ..5 ]? (|: {to:number} ..2 @versus ..1 {from:same}",
    ),
    (Says::Growth, Link::Presumed, "{from:number} ..1 → {to:same} ..1 ( + {growth:rate} )"),
    (Says::Decline, Link::Presumed, "{from:number} ..1 → {to:same} ..1 ( -|−|– {growth:rate} )"),
    (Says::Times, Link::Presumed, "{from:number} ..1 → {to:same} ..1 ,|( @circa? {times:number} @times"),
    (Says::Times, Link::Presumed, "@from {from:number} ..4 @to {to:same} ..3 ,|( @so? @circa? {times:number} ×"),
    (Says::Times, Link::Presumed, "@from {from:number} ..4 @to {to:same} ..3 ,|( ..1 @factor {times:number}"),
    (
        Says::Times,
        Link::Presumed,
        "{times:number} @times @higher ..5 [ @than ..5 ]? ( {to:number} ..2 @versus ..1 {from:same}",
    ),
    (Says::Apart, Link::Presumed, "@gap @gap-of {by:number} ..4 ( {from:same} ..2 @versus ..1 {to:same}"),
    (Says::Apart, Link::Presumed, "{from:number} ..3 @versus ..1 {to:same} ..2 ,|;|( ..2 @gap @gap-of {by:same}"),
    (Says::Apart, Link::Presumed, "{from:number} ..3 @versus ..1 {to:same} ..2 , {by:same} ..1 @higher"),
    (Says::Apart, Link::Presumed, "{from:number} ..3 @versus ..1 {to:same} ..2 , {by:same} ..1 @lower"),
    (Says::Apart, Link::Presumed, "{by:number} ..1 @higher ..6 [ @than ..5 ]? ( {from:same} ..2 @versus ..1 {to:same}"),
    (Says::Apart, Link::Presumed, "{by:number} ..1 @lower ..6 [ @than ..5 ]? ( {from:same} ..2 @versus ..1 {to:same}"),
];

/// What is left of a whole of which some were taken away, and the two parts of one. It reads alike likewise.
const REMAINS: &[(Says, Link, &str)] = &[
    (Says::Sum, Link::Presumed, "@ousted {part:count} ..1 @out-of @det? {whole:count} ..9 ,? @leaving {part:count}"),
    (Says::Sum, Link::Presumed, "{whole:count} ..6 , {part:count} ..3 @ousted ..6 ,? @leaving {part:count}"),
    (Says::Sum, Link::Presumed, "{part:count} ..8 ( {part:count} ..2 @ousted ..1 @out-of ..2 {whole:count} )"),
    (
        Says::Halves,
        Link::Presumed,
        "{whole:count} ..3 @by? ..3 ,|( @whose-parts @det? {part:count} ..5 ,? @and {part:count} ..5 )",
    ),
    (
        Says::Halves,
        Link::Presumed,
        "{whole:count} ..3 @by? ..3 ,|( @whose-parts @det? {part:count} ..5 ,? @and {part:count} ..5 $",
    ),
];

/// A median with the range of the middle half. It reads alike likewise.
const MEDIANS: &[(Says, Link, &str)] = &[(
    Says::Mean,
    Link::Presumed,
    "@median ..4 {value:number} ..1 ,|(|;? ..2 @middle-half ..1 =|:|,? (|[? {range:number} ..1 [ ,|;|@ends {range:number} ]?",
)];

/// What a frame says of its slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    /// `part` is the `share` of `whole`.
    Share,
    /// `part` is no more than `whole`.
    Part,
    /// Each `part` together is `whole`.
    Sum,
    /// The same, if one word says what both parts are: "12 inner pairs and 141 outer pairs".
    Halves,
    /// Each `part` is a percentage of one thing, of which there may be more.
    Hundred,
    /// The same, and there is no more of it.
    WholeHundred,
    /// What went `from` to `to` grew by `growth`.
    Growth,
    /// The same, and `growth` says how much it shrank.
    Decline,
    /// What went `from` to `to` grew.
    Rise,
    /// The same, and it shrank.
    Fall,
    /// `value` is `equals` in another money.
    Equals,
    /// What went `from` to `to` grew by about so much: it doubled.
    Multiplied(&'static str),
    /// What went `from` to `to` is `times` as much, or has so many times as much added.
    Times,
    /// `from` and `to` lie `by` so much apart.
    Apart,
    /// There are `count` of `what`, and that is all of them.
    Counts,
    /// `value` is a mean of what lies within `range`, told as one number or as its two ends.
    Mean,
    /// There are `stated` things, which are `named`.
    Named,
    /// It began at `from`, and ended at `until`.
    Stretch,
    /// It went on for all of `span`.
    Lasting,
    /// Who was born at `from` was of that `age` at `on`.
    Age,
    /// Each `who` has become a member of the `body`.
    Joined,
    /// The same, `on` a date.
    JoinedOn,
    /// The `event` lies within the `era`.
    Within,
    /// The `event` lies within the date that it is told to be `on`.
    Dated,
    /// `who` did that `on` a date, and was alive.
    Acted,
    /// That happened `on` a date to `what`, and happens once: its "birth".
    Once(&'static str),
}

impl Says {
    /// The slots that it has to fill.
    #[cfg(test)]
    pub(crate) fn slots(self) -> &'static [&'static str] {
        match self {
            Says::Share => &["part", "share", "whole"],
            Says::Part | Says::Sum | Says::Halves => &["part", "whole"],
            Says::Hundred | Says::WholeHundred => &["part"],
            Says::Growth | Says::Decline => &["from", "growth", "to"],
            Says::Counts => &["count", "what"],
            Says::Rise | Says::Fall | Says::Multiplied(_) => &["from", "to"],
            Says::Times => &["from", "times", "to"],
            Says::Apart => &["by", "from", "to"],
            Says::Equals => &["equals", "value"],
            Says::Mean => &["range", "value"],
            Says::Named => &["named", "stated"],
            Says::Stretch => &["from", "until"],
            Says::Lasting => &["span"],
            Says::Age => &["age", "from", "on"],
            Says::Joined => &["body", "who"],
            Says::JoinedOn => &["body", "on", "who"],
            Says::Within => &["era", "event"],
            Says::Dated => &["event", "on"],
            Says::Acted => &["on", "who"],
            Says::Once(_) => &["on", "what"],
        }
    }
}

/// What fills a slot, by the word behind its colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// A whole number without a unit, in digits or in a word.
    Count,
    /// A number with whatever unit.
    Number,
    /// A number with a unit like that of the number before it.
    Same,
    /// A percentage.
    Percent,
    /// A percentage or percentage points.
    Rate,
    /// A sum of money.
    Money,
    /// A list of names; its value is how many they are.
    Names,
    /// A list of whatever was counted before it; its value is how many they are.
    Listed,
    /// A date.
    Date,
    /// A date that something begins at: "from 1950".
    Since,
    /// A date from one to another: "from 1950 to 1960".
    Span,
    /// A name: words in capitals.
    Name,
    /// One word.
    Word,
    /// A state that the shipped record knows by its name.
    State,
    /// The same in the genitive: "Finland's".
    OfState,
    /// A body of states that it knows.
    Body,
    /// What happened once, likewise.
    Event,
    /// What lasted, likewise: a war.
    Era,
}

impl Slot {
    /// Whether what fills it is a number of the sentence.
    pub(crate) fn is_number(self) -> bool {
        matches!(self, Slot::Count | Slot::Number | Slot::Same | Slot::Percent | Slot::Rate | Slot::Money)
    }

    /// The words for them.
    pub(crate) const NAMED: [(&'static str, Slot); 18] = [
        ("count", Slot::Count),
        ("number", Slot::Number),
        ("same", Slot::Same),
        ("percent", Slot::Percent),
        ("rate", Slot::Rate),
        ("money", Slot::Money),
        ("names", Slot::Names),
        ("listed", Slot::Listed),
        ("date", Slot::Date),
        ("since", Slot::Since),
        ("span", Slot::Span),
        ("name", Slot::Name),
        ("word", Slot::Word),
        ("state", Slot::State),
        ("state's", Slot::OfState),
        ("body", Slot::Body),
        ("event", Slot::Event),
        ("era", Slot::Era),
    ];
}
