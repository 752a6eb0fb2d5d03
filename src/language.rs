//! What languages call things: every word of a natural language that is read in a text, one file a language.
//!
//! The other modules know what a word does ([`Cue::LastBefore`], a scale, an ordinal's ending) and never a word itself.
//! What a [`Language`] has no words for is empty, and a test lists that. A further language is a further file and its
//! line in [`LANGUAGES`]. The English that this program writes itself, in reports, help and the keys of records, is
//! none of it.
//!
//! Names of months and days are from CLDR 48.2 (`cldr-dates-full`, Unicode-3.0): the wide and the abbreviated ones of
//! the Gregorian calendar, as they stand in a date and alone. Beside them stand names that manuscripts use and CLDR
//! does not have.

mod chinese;
mod dutch;
mod english;
mod frames;
mod french;
mod german;
mod indonesian;
mod italian;
mod japanese;
mod korean;
mod malay;
mod norwegian;
mod polish;
mod portuguese;
mod russian;
mod spanish;
mod swedish;
mod turkish;

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

pub(crate) use frames::{Frames, Link, Says, Slot};

/// Every language that has words here. English and Indonesian stay the first two; where a word does one thing in one
/// language and another in the next, it does what the first says.
pub(crate) static LANGUAGES: [Language; 17] = [
    english::ENGLISH,
    indonesian::INDONESIAN,
    german::GERMAN,
    french::FRENCH,
    spanish::SPANISH,
    portuguese::PORTUGUESE,
    italian::ITALIAN,
    dutch::DUTCH,
    russian::RUSSIAN,
    polish::POLISH,
    turkish::TURKISH,
    malay::MALAY,
    chinese::CHINESE,
    japanese::JAPANESE,
    korean::KOREAN,
    swedish::SWEDISH,
    norwegian::NORWEGIAN,
];

/// A list of words or phrases in lower case, parted by commas: "day, days".
pub(crate) type List = &'static str;

/// The words of one language.
pub(crate) struct Language {
    /// Its code (ISO 639-1).
    pub(crate) code: &'static str,
    /// How it names days, months and larger stretches of time.
    pub(crate) calendar: Calendar,
    /// What its words do to a date beside them. Where a word does two things, it stands where it does more.
    pub(crate) cues: &'static [(Cue, List)],
    /// How it writes and bounds numbers, and what it counts.
    pub(crate) numbers: Numbers,
    /// What its words and phrases tell of the parts of a reference, without the point behind an abbreviation.
    pub(crate) references: &'static [(Term, List)],
    /// What parts of a paper are headed by, without their numbers.
    pub(crate) headings: &'static [(Heading, List)],
    /// What its words do around a citation.
    pub(crate) citing: &'static [(Citing, List)],
    /// What its words do at the bounds of sentences, and in them.
    pub(crate) sentences: &'static [(Sentence, List)],
    /// What says that a sentence states no plain fact.
    pub(crate) tone: Tone,
    /// Words that no page lacks, and that no other language has.
    pub(crate) commonest: List,
    /// Long words that carry little sense.
    pub(crate) light: List,
    /// Words that lead to a date.
    pub(crate) before_dates: List,
    /// Words that turn what is said into its opposite.
    pub(crate) negations: List,
    /// What stands before a work that is spoken of, as before any other thing: "described in [3]". Not what names it as
    /// the source of what is said: "according to".
    pub(crate) prepositions: List,
    /// What says, before a date, that a work was read then.
    pub(crate) accessed: List,
    /// What heads a row or a column of totals in a table.
    pub(crate) totals: List,
    /// The words for what papers number, in the forms that stand before the number.
    pub(crate) numbered: &'static [(Numbered, List)],
    /// What a note or a remark opens with that names the source of a passage.
    pub(crate) naming: List,
    /// What an abstract is headed by.
    pub(crate) abstracts: List,
    /// What other parts are headed by that tell again what a manuscript tells elsewhere.
    pub(crate) restating: List,
    /// How its sentences tie numbers, dates and names together.
    pub(crate) frames: Frames,
    /// What it calls the numbers of research.
    pub(crate) research: Research,
    /// What the columns of fact sheets are headed by, by what they say.
    pub(crate) columns: &'static [(&'static str, List)],
    /// What their cells say of how a claim was checked, by the word for it in records.
    pub(crate) marks: &'static [(&'static str, List)],
    /// What says that a thing is the first, the last or the most of its kind.
    pub(crate) superlatives: List,
}

/// Words around the numbers of research.
pub(crate) struct Research {
    /// What stands in the place of a p-value that is not significant.
    pub(crate) not_significant: List,
    /// What is significant, and what is not, each in a word; and what says that it is so by statistics.
    pub(crate) significant: List,
    pub(crate) insignificant: List,
    pub(crate) statistically: List,
    /// What says that it is so in another sense, or nearly.
    pub(crate) otherwise: List,
    /// What a threshold of p-values is called.
    pub(crate) levels: List,
    /// What tells of a test of one side.
    pub(crate) one_sided: List,
    /// What tells that p-values were raised for several tests, or degrees of freedom lowered.
    pub(crate) corrections: List,
    /// What tells that a p-value is counted, and not that of a distribution.
    pub(crate) resampled: List,
    /// Long words that may stand between a statistic and its p-value.
    pub(crate) beside: List,
    /// What an interval of confidence is called.
    pub(crate) intervals: List,
    /// What estimates are called that are ratios, and those that are differences.
    pub(crate) ratios: List,
    pub(crate) differences: List,
    /// What stands between such a name and the number.
    pub(crate) leads: List,
    /// What answers are given on, and what it has several of: "a 5-point scale".
    pub(crate) scales: List,
    pub(crate) points: List,
}

/// Words of a mode as they stand between others, those in the plural and in other tenses among them.
pub(crate) struct Tone {
    /// Plans and promises.
    pub(crate) planned: List,
    /// How verbs in the future end, where they have a form of their own.
    pub(crate) future_endings: List,
    /// What is expected.
    pub(crate) forecast: List,
    /// What is said of someone and not borne out.
    pub(crate) alleged: List,
    /// What may be.
    pub(crate) hedged: List,
    /// What makes of a word for that a measure: "more likely".
    pub(crate) compared: List,
    /// What makes a condition of what follows.
    pub(crate) conditions: List,
    /// Verbs that tell of the past wherever they stand.
    pub(crate) past: List,
    /// Verbs in the past that may be participles, too.
    pub(crate) participles: List,
    /// How the regular ones of these end, and words that end so and are none.
    pub(crate) participle_endings: List,
    pub(crate) no_participles: List,
    /// What stands before a participle that does not tell of the past.
    pub(crate) before_participles: List,
    /// What opens a relative clause.
    pub(crate) relatives: List,
    /// What opens another clause.
    pub(crate) joining: List,
    /// Articles and the like.
    pub(crate) before_nouns: List,
}

impl Tone {
    const EMPTY: Tone = Tone {
        planned: "",
        future_endings: "",
        forecast: "",
        alleged: "",
        hedged: "",
        compared: "",
        conditions: "",
        past: "",
        participles: "",
        participle_endings: "",
        no_participles: "",
        before_participles: "",
        relatives: "",
        joining: "",
        before_nouns: "",
    };
}

/// The names of the calendar, in lower case and without dots. Where a thing has several, the usual one stands first.
pub(crate) struct Calendar {
    /// The months in full.
    pub(crate) months: [List; 12],
    /// Their abbreviations. May is seldom abbreviated.
    pub(crate) short: [List; 12],
    /// The days of the week, from Monday.
    pub(crate) weekdays: [List; 7],
    /// Words that name a month too, in whatever language: a figure on one side alone does not make them one.
    pub(crate) mistakable: List,
    /// Articles that a noun stands behind.
    pub(crate) articles: List,
    /// What stands behind a number and makes it an ordinal.
    pub(crate) ordinals: List,
    /// What stands before one.
    pub(crate) ordinal_before: List,
    /// What stands behind a year of a decade and makes it the decade, with what joins it.
    pub(crate) decades: List,
    /// The ordinals of quarters.
    pub(crate) quarters: [List; 4],
    /// Abbreviations between the ends of a range, without their last dot.
    pub(crate) to_abbreviated: List,
    /// Verbs of several things, which no year takes.
    pub(crate) plural_verbs: List,
    /// What is "about" before a year with a dot behind it.
    pub(crate) circa: List,
    /// What follows on "the next" where a day is meant.
    pub(crate) day_of: List,
    /// The letters behind the numbers of a year, a month and a day.
    pub(crate) marks: [List; 3],
    /// Whether a date in figures begins with its day, for sure.
    pub(crate) day_first: bool,
    /// Whether the day of the week stands behind the date.
    pub(crate) weekday_last: bool,
}

/// Words around numbers.
pub(crate) struct Numbers {
    /// What parts decimals: a point or a comma. The other one parts thousands.
    pub(crate) decimal: char,
    /// Where what is counted stands.
    pub(crate) counted: Counted,
    /// Small numbers, from one on without a gap.
    pub(crate) numerals: List,
    /// Further forms of small numbers, from one on, that are words of other things in other languages: "due", "once".
    pub(crate) own_numerals: &'static [List],
    /// Ordinals in words and all their forms, from the first on without a gap.
    pub(crate) ordinals: &'static [List],
    /// Tens, from twenty on.
    pub(crate) tens: List,
    /// Scales by their power of ten.
    pub(crate) scales: &'static [(u32, List)],
    /// Short scales behind a number with a sign of money before it, by their power of ten.
    pub(crate) money_scales: &'static [(u32, List)],
    /// Twelve of a thing, as a scale.
    pub(crate) dozens: List,
    /// Words for an untold number, by the unit that it is told in.
    pub(crate) many: &'static [(i128, List)],
    /// What stands before a number, by the sign for it.
    pub(crate) bounds: &'static [(&'static str, List)],
    /// What opens a range whose ends an [`and`](Self::and) parts.
    pub(crate) between: List,
    /// What opens another range.
    pub(crate) from: List,
    /// What stands between the ends of a range.
    pub(crate) to: List,
    /// The same behind [`between`](Self::between).
    pub(crate) and: List,
    /// Units behind a number in prose, by the sign for them.
    pub(crate) units: &'static [(&'static str, List)],
    /// Measures in records, by the sign for them or their English name.
    pub(crate) measures: &'static [(&'static str, List)],
    /// Words behind a number that it does not count.
    pub(crate) no_units: List,
    /// Words before a number that counts nothing: of an article, of a page.
    pub(crate) numbered: List,
    /// Plurals that do not look like one.
    pub(crate) plurals: List,
    /// Plurals with singulars of their own: the plural, the singular.
    pub(crate) singulars: &'static [(&'static str, List)],
}

/// Where the word for what is counted stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counted {
    /// Behind the number and adjectives.
    BehindAdjectives,
    /// Right behind the number.
    RightBehind,
    /// It is not known; only units are read.
    UnitsOnly,
}

impl Language {
    const EMPTY: Language = Language {
        code: "",
        calendar: Calendar::EMPTY,
        cues: &[],
        numbers: Numbers::EMPTY,
        tone: Tone::EMPTY,
        commonest: "",
        light: "",
        before_dates: "",
        negations: "",
        prepositions: "",
        accessed: "",
        totals: "",
        numbered: &[],
        naming: "",
        references: &[],
        abstracts: "",
        restating: "",
        frames: Frames::EMPTY,
        headings: &[],
        citing: &[],
        sentences: &[],
        research: Research::EMPTY,
        columns: &[],
        marks: &[],
        superlatives: "",
    };
}

impl Research {
    const EMPTY: Research = Research {
        not_significant: "",
        significant: "",
        insignificant: "",
        statistically: "",
        otherwise: "",
        levels: "",
        one_sided: "",
        corrections: "",
        resampled: "",
        beside: "",
        intervals: "",
        ratios: "",
        differences: "",
        leads: "",
        scales: "",
        points: "",
    };
}

impl Calendar {
    const EMPTY: Calendar = Calendar {
        months: [""; 12],
        short: [""; 12],
        weekdays: [""; 7],
        mistakable: "",
        articles: "",
        ordinals: "",
        ordinal_before: "",
        decades: "",
        quarters: [""; 4],
        to_abbreviated: "",
        plural_verbs: "",
        circa: "",
        day_of: "",
        marks: [""; 3],
        day_first: false,
        weekday_last: false,
    };
}

impl Numbers {
    /// Numbers in one word, with their words.
    pub(crate) fn in_words(&self) -> impl Iterator<Item = (&'static str, u8)> {
        words(self.numerals).zip(1..).chain(words(self.tens).zip((20..=90).step_by(10)))
    }

    /// The small number that a word in small letters is in this language alone.
    pub(crate) fn own_numeral(&self, word: &str) -> Option<u32> {
        let further = self.own_numerals.iter().zip(1..).find(|(list, _)| words(list).any(|it| it == word));
        let plain = || self.in_words().find(|(it, _)| *it == word).map(|(_, number)| number.into());
        further.map(|(_, number)| number).or_else(plain)
    }

    /// The place in a row that a word in small letters is in this language: "third".
    pub(crate) fn ordinal(&self, word: &str) -> Option<u32> {
        self.ordinals.iter().zip(1..).find(|(list, _)| words(list).any(|it| it == word)).map(|(_, number)| number)
    }

    const EMPTY: Numbers = Numbers {
        decimal: '.',
        counted: Counted::BehindAdjectives,
        numerals: "",
        own_numerals: &[],
        ordinals: &[],
        tens: "",
        scales: &[],
        money_scales: &[],
        dozens: "",
        many: &[],
        bounds: &[],
        between: "",
        from: "",
        to: "",
        and: "",
        units: &[],
        measures: &[],
        no_units: "",
        numbered: "",
        plurals: "",
        singulars: &[],
    };
}

/// What a word does to the date beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    /// An article, or a word that says what kind of date follows.
    Neutral,
    /// It leads to a date and adds nothing: "in".
    Lead,
    /// "of".
    Of,
    /// "date", before a day.
    Date,
    /// "year", before a number; a unit too.
    Year,
    /// "month", before a name; a unit too.
    Month,
    Early,
    Mid,
    Late,
    /// "end", as in "by the end of".
    End,
    Circa,
    Since,
    From,
    Between,
    And,
    To,
    Until,
    By,
    Before,
    After,
    Decade,
    Century,
    Bce,
    Ce,
    /// "AD", which stands before its year too.
    AnnoDomini,
    /// "season", before the name of one.
    SeasonFollows,
    /// A season, by its code in EDTF.
    Season(u8),
    Quarter,
    /// A count in words.
    Count(u8),
    /// A count that is not told: "several".
    Several,
    /// A unit of time, in the singular or the plural.
    Unit(Unit),
    /// One of the unit, in a word.
    One(Unit),
    /// Before a unit or a month: the one before today's, today's, the one behind it.
    LastBefore,
    ThisBefore,
    NextBefore,
    /// The same behind it; behind a count, so far from today.
    LastBehind,
    AgoBehind,
    ThisBehind,
    NextBehind,
    /// The one told of, before it and behind it.
    ToldBefore,
    ToldBehind,
    /// Told of, and one further or back.
    FollowingBefore,
    FollowingBehind,
    PreviousBefore,
    PreviousBehind,
    /// Behind a count: after what was told.
    Later,
    /// Days counted from the day told of.
    FromTold(i8),
    /// Days counted from today: yesterday, tomorrow.
    FromToday(i8),
    /// "which", between a count and what says from where.
    Which,
    /// "than", "not": parts of what is read in one go.
    Than,
    /// What stands before a number that is no year: "article", "page".
    Numbered,
    /// An act that is known by its number: "resolution".
    Act,
    /// A sign or code of money before a number.
    Money,
    /// What stands behind a number that counts it: "troops", "km".
    Counted,
}

impl Cue {
    /// Whether a date stays what it is beside such a word of another language.
    pub(crate) fn is_harmless(self) -> bool {
        use Cue::{Act, After, Before, Between, By, Circa, Early, From, Late, Mid, Numbered, Since, To, Until};
        !matches!(
            self,
            Act | After | Before | Between | By | Circa | Early | From | Late | Mid | Numbered | Since | To | Until
        )
    }
}

/// What papers number, caption by caption or heading by heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Numbered {
    Table,
    Figure,
    Section,
    /// No thing, but what says of one that another series numbers it: "supplementary".
    Elsewhere,
}

impl Numbered {
    /// What is numbered.
    pub(crate) const SERIES: [Numbered; 3] = [Numbered::Table, Numbered::Figure, Numbered::Section];

    /// The English word for it, one and several.
    pub(crate) fn words(self) -> [&'static str; 2] {
        match self {
            Numbered::Table => ["table", "tables"],
            Numbered::Figure => ["figure", "figures"],
            Numbered::Section => ["section", "sections"],
            Numbered::Elsewhere => ["part", "parts"],
        }
    }
}

/// What a word or a phrase tells of the part of a reference that it stands in, or beside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Term {
    /// "in", before what a work is part of.
    In,
    /// "eds.", beside the names of editors.
    Editors,
    /// "edited by", before them.
    EditedBy,
    /// "trans.", beside the names of translators.
    Translators,
    /// "translated by", before them.
    TranslatedBy,
    /// "vol.", before a number.
    Volume,
    /// "no.", before one.
    Issue,
    /// "pp.", before one, or behind the count of a book's pages.
    Page,
    /// "chap.", "art.", "ser.": before a number that is none of these.
    Other,
    /// The count of a book's pages. No word means it.
    Extent,
    /// When a work first appeared. No word means it.
    Original,
    /// The day of a year that is told elsewhere. No word means it.
    Day,
    /// A word in the title of a law or a judgement.
    Law,
    /// "ed.", behind a number.
    Edition,
    /// A word in the name of what appears in parts: "journal".
    Serial,
    /// A word in the name of what conferences leave: "proceedings".
    Proceedings,
    /// A word in the name of who brings books out: "press".
    Press,
    /// Where books appear: "Leipzig".
    City,
    /// A word for what earns a degree: "thesis".
    Thesis,
    /// A word for another kind of work, as brackets give it: "film", "data set".
    Genre,
    /// A word of which one says that a name is no person's.
    Body,
    /// A preposition that bodies have in their names, and people do not.
    OfBody,
    /// "university", which is a body, publishes, and takes theses.
    University,
    /// "and", between names.
    Join,
    /// "et al."
    Others,
    /// A word that belongs to the family name behind it.
    Particle,
    /// An article or a preposition.
    Little,
    /// An abbreviation whose point ends no sentence.
    Short,
}

/// What a heading heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heading {
    /// A list of works.
    Bibliography,
    /// A part of such a list: "books".
    Part,
    /// Another part of a paper, which seldom bears a number: "abstract".
    Section,
    /// What authors say of themselves and of the making of the paper: "acknowledgements", "funding".
    Statement,
    /// Its notes.
    Notes,
}

/// What a word or a phrase does around a citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Citing {
    /// "according", inside a bracket: a name may follow.
    Introduces,
    /// "see also", at the head of a note.
    Signal,
    /// "compare", before a citation: it sends the reader on, and claims nothing of the source.
    Aside,
    /// "questionnaire": what a work is cited for that was there before what is told.
    Method,
    /// "we": the authors tell what they did themselves, and cite nobody for that.
    Own,
    /// "by", before a name that is cited in the running text.
    SaidBy,
    /// "argues", before or behind such a name.
    Speaks,
    /// "selon", "afirma", before or behind a name that the list has, if of another year: other things are told so, too.
    Tells,
    /// "of", inside a name with a small letter.
    WithinName,
    /// "Junior" behind a name, which "Jr." stands for as well.
    Younger,
    /// "treaty": what stands before a year is no author.
    NoAuthor,
    /// "as cited in": the work before it was not read, but the one behind it.
    CitedIn,
    /// "p.", before the part of a work that is meant.
    Locator,
    /// It repeats the work that was cited last.
    Ibid,
    /// It repeats an earlier work of the author who is named before it.
    OpCit,
    /// It stands in the place of a year that is not known.
    Undated,
    /// The same of a work that has not appeared.
    Forthcoming,
    /// "published", before the year in which a work appeared.
    Published,
    /// "available at", before an address.
    Available,
    /// "accessed", and what may stand between it and the day or the address.
    ReadOn,
}

/// What a word does at the bounds of sentences, or in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sentence {
    /// Its point ends no sentence; beside [`Term::Short`].
    Abbreviation,
    /// Its point ends a sentence as often as not.
    EndsToo,
    /// It begins a sentence and no name.
    Opener,
    /// It begins the last one of a row of sentences: "finally".
    Closes,
    /// It says that what is told of stands below: "following".
    Announces,
    /// It begins a sentence that goes on with what the one before told of: "these".
    LooksBack,
    /// It follows the first half of a pair: "two- and three-year plans".
    HalfOfAPair,
    /// The verb of an act that leaves a record: "signed".
    Act,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
    /// Decades.
    Decade,
}

/// The words of a list.
pub(crate) fn words(list: List) -> impl Iterator<Item = &'static str> {
    list.split(", ").filter(|word| !word.is_empty())
}

/// Whether words open as the caption of a table does: "Table 3. Tolls".
pub(crate) fn names_table(words: &str) -> bool {
    static TABLES: Vocabulary = Vocabulary::of(|language| row(language.numbered, &Numbered::Table));
    is_numbered(words, &TABLES)
}

/// Whether words open as the caption of a table or a figure does: "Figure 2: Nets".
pub(crate) fn opens_caption(words: &str) -> bool {
    static FIGURES: Vocabulary = Vocabulary::of(|language| row(language.numbered, &Numbered::Figure));
    names_table(words) || is_numbered(words, &FIGURES)
}

fn is_numbered(words: &str, kinds: &Vocabulary) -> bool {
    let end = words.find(|c: char| !c.is_alphabetic()).unwrap_or(words.len());
    let number = words[end..].trim_start_matches([' ', '.', '\u{a0}']);
    number.starts_with(|c: char| c.is_ascii_digit() || c == ':') && kinds.has(&words[..end].to_lowercase())
}

/// How much of a note's first words says that it names the source of a passage: "Source: ".
pub(crate) fn names_source(words: &str) -> Option<usize> {
    static NAMING: Vocabulary = Vocabulary::of(|language| language.naming);
    let (word, rest) = words.split_once([':', '：'])?;
    let is_one = word.len() <= 40 && NAMING.has(&word.trim().to_lowercase());
    is_one.then(|| words.len() - rest.trim_start().len())
}

/// The language of a code such as `id` or `pt-BR`.
pub(crate) fn of_code(code: &str) -> Option<&'static Language> {
    let code = code.split(['-', '_']).next().unwrap_or_default();
    LANGUAGES.iter().find(|language| language.code.eq_ignore_ascii_case(code))
}

/// The code of the language whose commonest words stand most often among words in lower case, and how often.
pub(crate) fn commonest<'t>(of: impl Iterator<Item = &'t str>) -> Option<(usize, &'static str)> {
    static COMMON: OnceLock<FxHashMap<&str, Vec<usize>>> = OnceLock::new();
    let common = COMMON.get_or_init(|| {
        let mut common: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (number, language) in LANGUAGES.iter().enumerate() {
            words(language.commonest).for_each(|word| common.entry(word).or_default().push(number));
        }
        common
    });
    let mut counts = [0; LANGUAGES.len()];
    of.filter_map(|word| common.get(word)).flatten().for_each(|number| counts[*number] += 1);
    let told = counts.into_iter().zip(&LANGUAGES).filter(|(_, language)| !language.commonest.is_empty());
    told.map(|(count, language)| (count, language.code)).max()
}

/// What a word in lower case does, language by language: each by its place in [`LANGUAGES`].
pub(crate) fn cues(word: &str) -> &'static [(usize, Cue)] {
    static CUES: OnceLock<FxHashMap<&'static str, Vec<(usize, Cue)>>> = OnceLock::new();
    CUES.get_or_init(all_cues).get(word).map_or(&[], Vec::as_slice)
}

fn all_cues() -> FxHashMap<&'static str, Vec<(usize, Cue)>> {
    let mut all: FxHashMap<&'static str, Vec<(usize, Cue)>> = FxHashMap::default();
    for (place, language) in LANGUAGES.iter().enumerate() {
        let cues = language.cues.iter().flat_map(|(cue, list)| words(list).map(|word| (word, *cue)));
        let counts = language.numbers.in_words().map(|(word, count)| (word, Cue::Count(count)));
        for (word, cue) in cues.chain(counts) {
            let does = all.entry(word).or_default();
            if does.last().is_none_or(|(last, _)| *last != place) {
                does.push((place, cue));
            }
        }
    }
    all
}

/// Words that name a month too.
pub(crate) static MISTAKABLE: Vocabulary = Vocabulary::of(|language| language.calendar.mistakable);
/// "and", between names.
pub(crate) static JOINS: Vocabulary = Vocabulary::of(|language| row(language.references, &Term::Join));
/// What says that there are more names than are printed, without the point behind it.
pub(crate) static OTHERS: Vocabulary = Vocabulary::of(|language| row(language.references, &Term::Others));
/// Words that belong to the family name behind them.
pub(crate) static PARTICLES: Vocabulary = Vocabulary::of(|language| row(language.references, &Term::Particle));
/// What may stand before a name in a bracket and says that it is one.
pub(crate) static INTRODUCES: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::Introduces));
/// "by", before a name.
pub(crate) static SAID_BY: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::SaidBy));
/// "see", at the head of a note.
pub(crate) static SIGNALS: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::Signal));

/// What stands in the place of a year that is not known.
pub(crate) static UNDATED: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::Undated));
/// What is said of a work that has not appeared.
pub(crate) static FORTHCOMING: Vocabulary = Vocabulary::of(|language| row(language.citing, &Citing::Forthcoming));

/// Whether a word stands between two names. Short ones in capitals are somebody's: `Kim I and Lee E`.
pub(crate) fn joins(word: &str) -> bool {
    JOINS.has(word) || word.len() > 2 && JOINS.has(&word.to_lowercase())
}

/// Whether a word in lower case is a month's abbreviation in a language whose abbreviations are known.
pub(crate) fn is_short_month(word: &str) -> bool {
    let told = LANGUAGES.iter().filter(|language| !row(language.sentences, &Sentence::Abbreviation).is_empty());
    told.flat_map(|language| language.calendar.short).flat_map(words).any(|short| short == word)
}

/// One list of every language, taken together once.
pub(crate) struct Vocabulary {
    list: fn(&Language) -> List,
    set: OnceLock<FxHashSet<&'static str>>,
    sorted: OnceLock<Vec<&'static str>>,
}

impl Vocabulary {
    /// The words of that list.
    pub(crate) const fn of(list: fn(&Language) -> List) -> Self {
        Vocabulary { list, set: OnceLock::new(), sorted: OnceLock::new() }
    }

    /// Whether a word in lower case is one of them.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.set.get_or_init(|| self.all().collect()).contains(word)
    }

    /// Each of them; of two that begin or end alike, the longer stands first.
    pub(crate) fn longest_first(&self) -> &[&'static str] {
        self.sorted.get_or_init(|| {
            let mut all: Vec<&'static str> = self.all().collect();
            all.sort_by_key(|word| std::cmp::Reverse(word.len()));
            all
        })
    }

    fn all(&self) -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().flat_map(|language| words((self.list)(language)))
    }
}

/// The words of every language with what they mean, the longest first.
pub(crate) struct Meanings<T: 'static> {
    list: fn(&Language) -> Vec<(&'static str, T)>,
    all: OnceLock<Vec<(&'static str, T)>>,
    by_word: OnceLock<FxHashMap<&'static str, T>>,
}

impl<T: Copy> Meanings<T> {
    /// The words of that list.
    pub(crate) const fn of(list: fn(&Language) -> Vec<(&'static str, T)>) -> Self {
        Meanings { list, all: OnceLock::new(), by_word: OnceLock::new() }
    }

    /// What a word in small letters means.
    pub(crate) fn meaning(&self, word: &str) -> Option<T> {
        // Of two alike the first counts.
        self.by_word.get_or_init(|| self.longest_first().iter().rev().copied().collect()).get(word).copied()
    }

    /// Each word with its meaning; of two that begin or end alike, the longer stands first.
    pub(crate) fn longest_first(&self) -> &[(&'static str, T)] {
        self.all.get_or_init(|| {
            let mut all: Vec<(&'static str, T)> = LANGUAGES.iter().flat_map(self.list).collect();
            all.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
            all
        })
    }
}

/// The words of one row of a table.
pub(crate) fn row<T: PartialEq>(table: &[(T, List)], wanted: &T) -> List {
    table.iter().find(|(meaning, _)| meaning == wanted).map_or("", |(_, list)| list)
}

/// Each word of a table with what its row means.
pub(crate) fn rows<T: Copy>(table: &'static [(T, List)]) -> Vec<(&'static str, T)> {
    table.iter().flat_map(|(meaning, list)| words(list).map(|word| (word, *meaning))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The languages that have no words for a thing. Whoever fills a table takes its code out here.
    const LACKING: [(&str, &str); 30] = [
        ("months", "ms zh ja ko sv no"),
        ("cues", "ms zh ja ko sv no"),
        ("ordinals", "de ru pl tr ms zh ja ko sv no"),
        ("decades", "fr es pt it nl ru pl tr ms zh ja ko sv no"),
        ("quarters", "ru pl tr ms zh ja ko sv no"),
        ("numerals", "pt it ru pl tr ms zh ja ko sv no"),
        ("scales", "ru pl tr ms zh ja ko sv no"),
        ("bounds", "ru pl tr ms zh ja ko sv no"),
        ("units", "ru pl tr ms zh ja ko sv no"),
        ("tone", "ru pl tr ms zh ja ko sv no"),
        ("commonest", "ru pl tr ms zh ja ko sv no"),
        ("light", "de fr es pt it nl ru pl tr ms zh ja ko sv no"),
        ("before_dates", "de fr es pt it nl ru pl tr ms zh ja ko sv no"),
        ("negations", "ru pl tr ms zh ja ko sv no"),
        ("prepositions", "tr zh ja ko sv no"),
        ("accessed", "ms zh ja ko sv no"),
        ("numbered", "sv no"),
        ("totals", "ms sv no"),
        ("naming", "ja ko sv no"),
        ("references", "tr ms ja ko sv no"),
        ("frames", "tr ms zh ja ko sv no"),
        ("abstracts", "ru pl tr ms zh ja ko sv no"),
        ("restating", "ru pl tr ms zh ja ko sv no"),
        ("headings", "ms"),
        ("citing", "ru pl tr ms zh ja ko sv no"),
        ("sentences", "ru pl tr ms zh ja ko sv no"),
        ("research", "fr es pt it nl ru pl tr ms zh ja ko sv no"),
        ("columns", "pt it nl ru pl tr ms zh ja ko sv no"),
        ("marks", "pt it nl ru pl tr ms zh ja ko sv no"),
        ("superlatives", "pt it nl ru pl tr ms zh ja ko sv no"),
    ];

    fn lacking(language: &Language) -> [(&'static str, bool); 30] {
        let Language {
            code: _,
            calendar,
            cues,
            numbers,
            tone,
            commonest,
            light,
            before_dates,
            negations,
            prepositions,
            accessed,
            naming,
            numbered,
            totals,
            references,
            abstracts,
            restating,
            frames,
            headings,
            citing,
            sentences,
            research,
            columns,
            marks,
            superlatives,
        } = language;
        [
            ("months", calendar.months[0].is_empty()),
            ("cues", cues.is_empty()),
            ("ordinals", calendar.ordinals.is_empty() && calendar.ordinal_before.is_empty()),
            ("decades", calendar.decades.is_empty()),
            ("quarters", calendar.quarters[0].is_empty()),
            ("numerals", numbers.numerals.is_empty()),
            ("scales", numbers.scales.is_empty()),
            ("bounds", numbers.bounds.is_empty()),
            ("units", numbers.units.is_empty()),
            ("tone", tone.planned.is_empty() || tone.conditions.is_empty()),
            ("commonest", commonest.is_empty()),
            ("light", light.is_empty()),
            ("before_dates", before_dates.is_empty()),
            ("negations", negations.is_empty()),
            ("prepositions", prepositions.is_empty()),
            ("accessed", accessed.is_empty()),
            ("numbered", numbered.is_empty()),
            ("totals", totals.is_empty()),
            ("naming", naming.is_empty()),
            ("references", references.is_empty()),
            ("frames", frames.groups.is_empty()),
            ("abstracts", abstracts.is_empty()),
            ("restating", restating.is_empty()),
            ("headings", headings.is_empty()),
            ("citing", citing.is_empty()),
            ("sentences", sentences.is_empty()),
            ("research", research.one_sided.is_empty()),
            ("columns", columns.is_empty()),
            ("marks", marks.is_empty()),
            ("superlatives", superlatives.is_empty()),
        ]
    }

    #[test]
    fn what_a_language_lacks_stands_in_one_list() {
        for (place, (table, codes)) in LACKING.into_iter().enumerate() {
            let lacks = |language: &&Language| lacking(language)[place] == (table, true);
            let found: Vec<&str> = LANGUAGES.iter().filter(lacks).map(|language| language.code).collect();
            assert_eq!(found.join(" "), codes, "{table}");
        }
    }

    #[test]
    fn a_language_is_found_by_its_code_alone() {
        let code = |code| of_code(code).map(|language| language.code);
        assert_eq!(
            [code("pt-BR"), code("ID"), code("en_GB"), code("xx"), code("")],
            [Some("pt"), Some("id"), Some("en"), None, None]
        );
    }

    #[test]
    fn a_word_does_in_each_language_what_that_says() {
        // "di" leads to a date in Indonesian, and is "of" in Italian.
        let does = |word| cues(word).iter().map(|(place, cue)| (LANGUAGES[*place].code, *cue)).collect::<Vec<_>>();
        assert_eq!(does("di"), [("id", Cue::Lead), ("it", Cue::Of)]);
        assert_eq!(does("three"), [("en", Cue::Count(3))]);
    }
}
