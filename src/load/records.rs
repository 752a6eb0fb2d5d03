//! One parsed part of a file read into records; names stay unresolved.

use toml::de::{DeTable, DeValue};

use super::table::{Entry, Part, Table, date_of, listed, word_of, wrong_type};
use crate::finding::Subject;
use crate::model::{
    Allow, Checked, Citation, Claim, ClaimId, Clause, Counted, Dossier, Entity, Event, EventId, Evidence, EvidenceId,
    Fact, FactId, Form, Home, Key, Locator, Member, Mode, Owner, Paper, Quantity, Ref, Related, Relation, Role, Roll,
    Rows, Setting, Source, Statement, Status, Target, Verdict,
};
use crate::text::{Span, Word, shown};

/// The tables that a dossier may hold.
const TABLES: &[&str] =
    &["dossier", "source", "entity", "event", "claim", "evidence", "fact", "roll", "relation", "quantity"];

const PAPER: &[&str] = &["title", "issued", "as-of", "language", "manuscript", "extends", "rules"];
const SOURCE: &[&str] = &[
    "id",
    "cited-as",
    "type",
    "title",
    "author",
    "issued",
    "accessed",
    "updated",
    "original-date",
    "url",
    "doi",
    "isbn",
    "issn",
    "publisher",
    "publisher-place",
    "container-title",
    "volume",
    "issue",
    "page",
    "edition",
    "genre",
    "number",
    "language",
    "editor",
    "translator",
    "event-title",
    "note",
    "status",
    "about",
    "derived-from",
    "allow",
];
const ENTITY: &[&str] = &["id", "name", "aka", "kind", "from", "until", "continues", "cites", "note", "allow"];
const EVENT: &[&str] = &["id", "name", "aka", "kind", "on", "from", "until", "cites", "note", "allow"];
const CLAIM: &[&str] = &["id", "text", "at", "cites", "says", "checked", "note", "allow"];
const EVIDENCE: &[&str] = &["id", "source", "quote", "locator", "file", "says", "note", "allow"];
const FACT: &[&str] = &["id", "text", "cites", "says", "note", "allow"];
const ROLL: &[&str] =
    &["id", "relation", "object", "seats", "complete-from", "complete-until", "cites", "members", "note", "allow"];
const MEMBER: &[&str] = &["subject", "from", "until", "status"];
const RELATION: &[&str] = &[
    "id",
    "reads",
    "domain",
    "range",
    "functional",
    "inverse-functional",
    "symmetric",
    "asymmetric",
    "transitive",
    "irreflexive",
    "inverse-of",
    "subproperty-of",
    "disjoint-with",
    "after",
    "note",
];
const QUANTITY: &[&str] = &["id", "name", "unit", "part-of", "sum-of", "share-of", "growth-of", "note"];
const EVENT_STATEMENT: &[&str] = &[
    "event",
    "on",
    "from",
    "until",
    "before",
    "after",
    "during",
    "because-of",
    "leads-to",
    "same-time-as",
    "gap",
    "who",
    "as",
    "where",
    "not",
    "said-by",
    "mode",
];
const RELATION_STATEMENT: &[&str] =
    &["subject", "relation", "object", "value", "on", "from", "until", "not", "said-by", "mode"];
const QUANTITY_STATEMENT: &[&str] = &["quantity", "value", "on", "scope", "equals", "not", "said-by", "mode"];

/// The records of one parsed part.
pub(super) fn read(part: &mut Part<'_>, root: &DeTable<'_>, home: Home) -> Dossier {
    let mut reader = Reader { part, home, out: Dossier::default() };
    for (key, value) in root {
        let name = key.get_ref().as_ref();
        let key = reader.part.span(key.span());
        let span = reader.part.span(value.span());
        reader.table(name, Entry { key, span, value: value.get_ref() });
    }
    reader.out
}

struct Reader<'p, 's> {
    part: &'p mut Part<'s>,
    home: Home,
    out: Dossier,
}

impl Reader<'_, '_> {
    fn table(&mut self, name: &str, entry: Entry<'_>) {
        let Some(&kind) = TABLES.iter().find(|known| **known == name) else {
            let fault =
                self.part.fault(entry.key, format!("a dossier has no table `{}`", shown(name)), "unknown table");
            fault.values.push(name.to_owned());
            fault.help =
                crate::names::nearest(name, TABLES.iter().copied()).map(|near| format!("did you mean `{near}`?"));
            return;
        };
        if self.home != Home::Own && matches!(name, "dossier" | "claim") {
            // What another paper says of itself, and claims, is checked with that paper.
            return;
        }
        if name == "dossier" {
            match entry.value {
                DeValue::Table(table) => self.paper(entry.span, table),
                other => {
                    wrong_type::<()>(self.part, name, entry.span, "a table `[dossier]`", other);
                }
            }
            return;
        }
        let DeValue::Array(_) = entry.value else {
            let fault = self.part.fault(entry.key, format!("`{name}` is a list of tables"), "one table");
            fault.help = Some(format!("write the header as `[[{name}]]`"));
            return;
        };
        for (span, value) in listed(self.part, &entry) {
            match value {
                DeValue::Table(table) => self.record(kind, span, table),
                other => {
                    wrong_type::<()>(self.part, name, span, "tables", other);
                }
            }
        }
    }

    /// Reads a record; what is wrong with it is about it.
    fn record(&mut self, kind: &'static str, span: Span, table: &DeTable<'_>) {
        let faults = self.part.faults.len();
        self.record_of(kind, span, table);
        if let Some(DeValue::String(id)) = table.get("id").map(toml::Spanned::get_ref) {
            for fault in &mut self.part.faults[faults..] {
                fault.subjects.push(Subject { kind, id: id.to_string() });
            }
        }
    }

    fn record_of(&mut self, kind: &str, span: Span, table: &DeTable<'_>) {
        match kind {
            "source" => self.source(span, table),
            "entity" => self.entity(span, table),
            "event" => self.event(span, table),
            "claim" => self.claim(span, table),
            "evidence" => self.evidence(span, table),
            "fact" => self.fact(span, table),
            "roll" => self.roll(span, table),
            "relation" => self.relation(span, table),
            _ => self.quantity(span, table),
        }
    }

    fn paper(&mut self, header: Span, table: &DeTable<'_>) {
        let t = Table::new(self.part, "a dossier", header, table, PAPER);
        let settings = t.tables(self.part, "rules").first().map(|(_, rules)| self.settings(rules)).unwrap_or_default();
        self.out.paper = Paper {
            header: Some(header),
            title: t.word(self.part, "title"),
            issued: t.date(self.part, "issued"),
            as_of: t.date(self.part, "as-of"),
            language: t.word(self.part, "language"),
            manuscript: t.word(self.part, "manuscript"),
            extends: t.words(self.part, "extends"),
            settings,
        };
    }

    fn settings(&mut self, rules: &DeTable<'_>) -> Vec<Setting> {
        let mut settings = Vec::new();
        for (rule, severity) in rules {
            let span = self.part.span(severity.span());
            let severity = word_of(self.part, rule.get_ref(), span, severity.get_ref());
            let rule = self.part.span(rule.span());
            settings.extend(severity.map(|severity| Setting { rule, severity }));
        }
        settings
    }

    fn source(&mut self, header: Span, table: &DeTable<'_>) {
        let t = Table::new(self.part, "a source", header, table, SOURCE);
        let Some(id) = self.id(&t) else { return };
        let source = Source {
            id,
            header,
            home: self.home,
            cited_as: t.word(self.part, "cited-as"),
            kind: t.word(self.part, "type"),
            title: t.word(self.part, "title"),
            author: t.words(self.part, "author"),
            container_title: t.word(self.part, "container-title"),
            issued: t.date(self.part, "issued"),
            accessed: t.date(self.part, "accessed"),
            updated: t.date(self.part, "updated"),
            original_date: t.date(self.part, "original-date"),
            url: t.word(self.part, "url"),
            doi: t.word(self.part, "doi"),
            isbn: t.word(self.part, "isbn"),
            issn: t.word(self.part, "issn"),
            status: self.status(&t),
            about: refs(t.words(self.part, "about")),
            derived_from: refs(t.words(self.part, "derived-from")),
            allows: self.allows(&t),
        };
        self.out.sources.push(source);
    }

    fn status(&mut self, t: &Table<'_>) -> Option<(Status, Span)> {
        let choices =
            [("published", Status::Published), ("forthcoming", Status::Forthcoming), ("retracted", Status::Retracted)];
        self.choice(t, "status", &choices)
    }

    /// One of a few words, and its place.
    fn choice<T: Copy>(&mut self, t: &Table<'_>, key: &str, choices: &[(&str, T)]) -> Option<(T, Span)> {
        let entry = t.entry(self.part, key)?;
        let DeValue::String(text) = entry.value else {
            return wrong_type(self.part, key, entry.span, "a string", entry.value);
        };
        if let Some((_, choice)) = choices.iter().find(|(name, _)| name == text) {
            return Some((*choice, entry.span));
        }
        let names: Vec<String> = choices.iter().map(|(name, _)| format!("`{name}`")).collect();
        let near = crate::names::nearest(text, choices.iter().map(|(name, _)| *name));
        let fault = self.part.fault(entry.span, format!("`{key}` is not `{}`", shown(text)), "not one of its values");
        fault.values.push(text.to_string());
        fault.help = Some(match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("write one of {}", names.join(", ")),
        });
        None
    }

    fn entity(&mut self, header: Span, table: &DeTable<'_>) {
        let t = Table::new(self.part, "an entity", header, table, ENTITY);
        let Some(id) = self.id(&t) else { return };
        let entity = Entity {
            id,
            header,
            home: self.home,
            name: t.word(self.part, "name"),
            aka: t.words(self.part, "aka"),
            kind: t.word(self.part, "kind"),
            from: t.date(self.part, "from"),
            until: t.date(self.part, "until"),
            continues: refs(t.words(self.part, "continues")),
            cites: self.citations(&t),
            allows: self.allows(&t),
        };
        self.out.entities.push(entity);
    }

    fn event(&mut self, header: Span, table: &DeTable<'_>) {
        let t = Table::new(self.part, "an event", header, table, EVENT);
        let Some(id) = self.id(&t) else { return };
        let first = self.out.clauses.len();
        self.dates(&t, &[Key::On, Key::From, Key::Until]);
        let clauses = rows(first, self.out.clauses.len());
        let said = self.out.statements.len();
        if !clauses.is_empty() {
            self.out.statements.push(Statement {
                owner: Owner::Event(EventId::new(self.out.events.len())),
                span: id.span,
                form: Form::Event(Ref { word: id, target: None }),
                clauses,
                denied: None,
                said_by: None,
                mode: Mode::Fact,
            });
        }
        let event = Event {
            id,
            header,
            home: self.home,
            name: t.word(self.part, "name"),
            aka: t.words(self.part, "aka"),
            kind: t.word(self.part, "kind"),
            says: rows(said, self.out.statements.len()),
            cites: self.citations(&t),
            allows: self.allows(&t),
        };
        self.out.events.push(event);
    }

    fn claim(&mut self, header: Span, table: &DeTable<'_>) {
        let t = Table::new(self.part, "a claim", header, table, CLAIM);
        let Some(id) = self.id(&t) else { return };
        let owner = Owner::Claim(ClaimId::new(self.out.claims.len()));
        let claim = Claim {
            id,
            header,
            text: t.word(self.part, "text"),
            at: self.locator(&t),
            cites: self.citations(&t),
            says: self.says(&t, owner),
            checked: self.checked(&t),
            allows: self.allows(&t),
        };
        self.out.claims.push(claim);
    }

    fn locator(&mut self, t: &Table<'_>) -> Locator {
        let Some((span, table)) = t.tables(self.part, "at").into_iter().next() else { return Locator::default() };
        let t = Table::new(self.part, "a locator", span, table, &["section", "line", "phrase"]);
        Locator {
            section: t.word(self.part, "section"),
            line: t.number(self.part, "line"),
            phrase: t.word(self.part, "phrase"),
        }
    }

    fn checked(&mut self, t: &Table<'_>) -> Option<Box<Checked>> {
        let (span, table) = t.tables(self.part, "checked").into_iter().next()?;
        let t = Table::new(self.part, "a check mark", span, table, &["by", "on", "verdict", "note"]);
        if !t.has("verdict") {
            t.missing(self.part, "verdict");
        }
        let verdicts = [
            ("confirmed", Verdict::Confirmed),
            ("disputed", Verdict::Disputed),
            ("refuted", Verdict::Refuted),
            ("unverifiable", Verdict::Unverifiable),
        ];
        let mark = Checked {
            by: t.word(self.part, "by"),
            on: t.date(self.part, "on"),
            verdict: self.choice(&t, "verdict", &verdicts),
        };
        Some(Box::new(mark))
    }

    fn evidence(&mut self, header: Span, table: &DeTable<'_>) {
        let t = Table::new(self.part, "an evidence", header, table, EVIDENCE);
        let owner = Owner::Evidence(EvidenceId::new(self.out.evidence.len()));
        let evidence = Evidence {
            id: t.has("id").then(|| self.id(&t)).flatten(),
            header,
            home: self.home,
            source: t.needed(self.part, "source").map(unresolved),
            quote: t.word(self.part, "quote"),
            locator: t.word(self.part, "locator"),
            file: t.word(self.part, "file"),
            says: self.says(&t, owner),
            allows: self.allows(&t),
        };
        self.out.evidence.push(evidence);
    }

    fn fact(&mut self, header: Span, table: &DeTable<'_>) {
        let t = Table::new(self.part, "a fact", header, table, FACT);
        let Some(id) = self.id(&t) else { return };
        let owner = Owner::Fact(FactId::new(self.out.facts.len()));
        let fact = Fact {
            id,
            header,
            home: self.home,
            text: t.word(self.part, "text"),
            cites: self.citations(&t),
            says: self.says(&t, owner),
            allows: self.allows(&t),
        };
        self.out.facts.push(fact);
    }

    fn roll(&mut self, header: Span, table: &DeTable<'_>) {
        let t = Table::new(self.part, "a roll", header, table, ROLL);
        let mut members = Vec::new();
        for (span, table) in t.tables(self.part, "members") {
            let m = Table::new(self.part, "a member", span, table, MEMBER);
            members.push(Member {
                span,
                subject: m.needed(self.part, "subject").map(unresolved),
                from: m.date(self.part, "from"),
                until: m.date(self.part, "until"),
                status: m.word(self.part, "status"),
            });
        }
        let roll = Roll {
            id: t.has("id").then(|| self.id(&t)).flatten(),
            header,
            home: self.home,
            relation: t.needed(self.part, "relation").map(unresolved),
            object: t.needed(self.part, "object").map(unresolved),
            seats: t.number(self.part, "seats"),
            complete_from: t.date(self.part, "complete-from"),
            complete_until: t.date(self.part, "complete-until"),
            cites: self.citations(&t),
            members,
            allows: self.allows(&t),
        };
        self.out.rolls.push(roll);
    }

    fn relation(&mut self, header: Span, table: &DeTable<'_>) {
        let t = Table::new(self.part, "a relation", header, table, RELATION);
        let Some(id) = self.id(&t) else { return };
        let mut promise = |key: &str| t.flag(self.part, key).is_some_and(|(flag, _)| flag);
        let relation = Relation {
            id,
            header,
            home: self.home,
            functional: promise("functional"),
            inverse_functional: promise("inverse-functional"),
            symmetric: promise("symmetric"),
            asymmetric: promise("asymmetric"),
            transitive: promise("transitive"),
            irreflexive: promise("irreflexive"),
            reads: t.word(self.part, "reads"),
            domain: t.words(self.part, "domain"),
            range: t.words(self.part, "range"),
            inverse_of: t.word(self.part, "inverse-of").map(unresolved),
            subproperty_of: refs(t.words(self.part, "subproperty-of")),
            disjoint_with: refs(t.words(self.part, "disjoint-with")),
            after: refs(t.words(self.part, "after")),
        };
        self.out.relations.push(relation);
    }

    fn quantity(&mut self, header: Span, table: &DeTable<'_>) {
        let t = Table::new(self.part, "a quantity", header, table, QUANTITY);
        let Some(id) = self.id(&t) else { return };
        let quantity = Quantity {
            id,
            header,
            home: self.home,
            name: t.word(self.part, "name"),
            unit: t.word(self.part, "unit"),
            part_of: t.word(self.part, "part-of").map(unresolved),
            sum_of: refs(t.words(self.part, "sum-of")),
            share_of: t.word(self.part, "share-of").map(unresolved),
            growth_of: t.word(self.part, "growth-of").map(unresolved),
        };
        self.out.quantities.push(quantity);
    }

    /// The id, which has to be there and in kebab-case. A record without one is not taken in.
    fn id(&mut self, t: &Table<'_>) -> Option<Word> {
        let word = t.needed(self.part, "id")?;
        let entry = t.entry(self.part, "id")?;
        let DeValue::String(text) = entry.value else { return None };
        if !is_kebab_case(text) {
            let fault =
                self.part.fault(entry.span, format!("the id `{}` is not kebab-case", shown(text)), "not kebab-case");
            fault.values.push(text.to_string());
            let kebab = kebab_case(text);
            if !kebab.is_empty() {
                fault.help = Some(format!("write `{}`: small letters and digits with `-` between them", shown(&kebab)));
            }
        }
        Some(word)
    }

    fn allows(&mut self, t: &Table<'_>) -> Rows {
        let first = self.out.allows.len();
        for (span, table) in t.tables(self.part, "allow") {
            let a = Table::new(self.part, "an allowance", span, table, &["rule", "because", "until"]);
            let (rule, because) = (a.needed(self.part, "rule"), a.needed(self.part, "because"));
            let until = a.date(self.part, "until");
            if let (Some(rule), Some(because)) = (rule, because) {
                self.out.allows.push(Allow { span, rule, because, until });
            }
        }
        rows(first, self.out.allows.len())
    }

    fn citations(&mut self, t: &Table<'_>) -> Rows {
        let first = self.out.citations.len();
        let Some(entry) = t.entry(self.part, "cites") else { return Rows::default() };
        for (span, value) in listed(self.part, &entry) {
            let citation = match value {
                DeValue::Table(table) => self.citation(span, table),
                other => word_of(self.part, "cites", span, other).map(|word| (word, Role::Attests, None)),
            };
            if let Some((word, role, locator)) = citation {
                self.out.citations.push(Citation { word, role, locator, cited: Rows::default() });
            }
        }
        rows(first, self.out.citations.len())
    }

    fn citation(&mut self, span: Span, table: &DeTable<'_>) -> Option<(Word, Role, Option<Word>)> {
        let t = Table::new(self.part, "a citation", span, table, &["source", "role", "locator"]);
        let roles = [
            ("attests", Role::Attests),
            ("presumed", Role::Presumed),
            ("predicts", Role::Predicts),
            ("defines", Role::Defines),
            ("background", Role::Background),
            ("disputes", Role::Disputes),
        ];
        let role = self.choice(&t, "role", &roles).map_or(Role::Attests, |(role, _)| role);
        let locator = t.word(self.part, "locator");
        t.needed(self.part, "source").map(|word| (word, role, locator))
    }

    fn says(&mut self, t: &Table<'_>, owner: Owner) -> Rows {
        let first = self.out.statements.len();
        for (span, table) in t.tables(self.part, "says") {
            self.statement(owner, span, table);
        }
        rows(first, self.out.statements.len())
    }

    fn statement(&mut self, owner: Owner, span: Span, table: &DeTable<'_>) {
        let has = |key: &str| table.contains_key(key);
        let forms = [
            ("event", has("event"), EVENT_STATEMENT),
            ("relation", has("subject") || has("relation"), RELATION_STATEMENT),
            ("quantity", has("quantity"), QUANTITY_STATEMENT),
        ];
        let mut given = forms.iter().filter(|(_, given, _)| *given);
        let (Some((form, _, known)), second) = (given.next(), given.next()) else {
            let fault = self.part.fault(span, "a statement is about nothing", "says nothing");
            fault.help = Some("give it an `event`, a `subject` with a `relation`, or a `quantity`".to_owned());
            return;
        };
        if let Some((second, ..)) = second {
            let fault = self.part.fault(
                span,
                format!("a statement is of one form, not of `{form}` and `{second}`"),
                "two forms in one",
            );
            fault.help = Some("make it two statements: `says = [{ … }, { … }]`".to_owned());
            return;
        }
        let t = Table::new(self.part, "a statement of this form", span, table, known);
        let first = self.out.clauses.len();
        let form = match *form {
            "event" => self.event_form(&t),
            "relation" => self.relation_form(&t),
            _ => self.quantity_form(&t),
        };
        let clauses = rows(first, self.out.clauses.len());
        let denied = t.flag(self.part, "not").filter(|(denied, _)| *denied).map(|(_, span)| span);
        let said_by = t.word(self.part, "said-by").map(unresolved);
        let mode = self.mode(&t);
        if let Some(form) = form {
            self.out.statements.push(Statement { owner, span, form, clauses, denied, said_by, mode });
        }
    }

    fn mode(&mut self, t: &Table<'_>) -> Mode {
        let modes = [
            ("fact", Mode::Fact),
            ("reported", Mode::Reported),
            ("alleged", Mode::Alleged),
            ("planned", Mode::Planned),
            ("wished", Mode::Wished),
            ("forecast", Mode::Forecast),
            ("hedged", Mode::Hedged),
        ];
        self.choice(t, "mode", &modes).map_or(Mode::Fact, |(mode, _)| mode)
    }

    fn event_form(&mut self, t: &Table<'_>) -> Option<Form> {
        self.dates(t, &[Key::On, Key::From, Key::Until]);
        self.targets(t, &[Key::Before, Key::After, Key::During, Key::BecauseOf, Key::LeadsTo, Key::SameTimeAs]);
        if let Some((gap, span)) = t.gap(self.part, "gap") {
            self.out.clauses.push(Clause { key: Key::Gap, target: Target::Gap(gap, span) });
            if t.has("before") == t.has("after") {
                let fault = self.part.fault(span, "a `gap` needs one `before` or one `after`", "from what?");
                fault.help = Some("say from which event it counts: `after = \"…\", gap = \"P4M\"`".to_owned());
            }
        }
        for key in [Key::Who, Key::As, Key::Where] {
            for word in t.words(self.part, key.name()) {
                self.out.clauses.push(Clause { key, target: Target::Entity(unresolved(word)) });
            }
        }
        t.word(self.part, "event").map(|word| Form::Event(unresolved(word)))
    }

    fn relation_form(&mut self, t: &Table<'_>) -> Option<Form> {
        self.targets(t, &[Key::On, Key::From, Key::Until]);
        let (object, value) = (t.word(self.part, "object"), t.word(self.part, "value"));
        if object.is_some() && value.is_some() {
            self.part.fault(t.span, "a relation has an `object` or a `value`, not both", "has both");
        }
        let subject = t.needed(self.part, "subject");
        let relation = t.needed(self.part, "relation");
        let (subject, relation) = (unresolved(subject?), unresolved(relation?));
        Some(Form::Relation(Box::new(Related { subject, relation, object: object.map(unresolved), value })))
    }

    fn quantity_form(&mut self, t: &Table<'_>) -> Option<Form> {
        self.dates(t, &[Key::On]);
        let quantity = t.needed(self.part, "quantity");
        if !t.has("value") {
            t.missing(self.part, "value");
        }
        let (value, equals) = (t.amount(self.part, "value"), t.amount(self.part, "equals"));
        let scope = t.word(self.part, "scope");
        Some(Form::Quantity(Box::new(Counted { quantity: unresolved(quantity?), value, scope, equals })))
    }

    fn dates(&mut self, t: &Table<'_>, keys: &[Key]) {
        for &key in keys {
            if let Some(date) = t.date(self.part, key.name()) {
                self.out.clauses.push(Clause { key, target: Target::Date(date) });
            }
        }
    }

    /// Dates or events, one or a list of them. What has no small letter is meant as a date.
    fn targets(&mut self, t: &Table<'_>, keys: &[Key]) {
        for &key in keys {
            let Some(entry) = t.entry(self.part, key.name()) else { continue };
            for (span, value) in listed(self.part, &entry) {
                let target = match value {
                    DeValue::String(text) if text.bytes().any(|byte| byte.is_ascii_lowercase()) => {
                        word_of(self.part, key.name(), span, value).map(|word| Target::Event(unresolved(word)))
                    }
                    _ => date_of(self.part, key.name(), span, value).map(Target::Date),
                };
                self.out.clauses.extend(target.map(|target| Clause { key, target }));
            }
        }
    }
}

fn rows(start: usize, end: usize) -> Rows {
    Rows { start: start as u32, end: end as u32 }
}

fn unresolved<I>(word: Word) -> Ref<I> {
    Ref { word, target: None }
}

fn refs<I>(words: Vec<Word>) -> Vec<Ref<I>> {
    words.into_iter().map(unresolved).collect()
}

fn is_kebab_case(id: &str) -> bool {
    let letters = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    id.split('-').all(letters)
}

fn kebab_case(text: &str) -> String {
    let lower = text.to_lowercase();
    let parts = lower.split(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit());
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}
