//! The tree of a text read into records; names stay unresolved.

use super::NAMESPACE;
use super::edit;
use super::keys::{self, Takes};
use super::table::{Part, Table, date_of, respelt, word_of, wrong_type};
use super::tree::{self, Node, Pair, Value};
use crate::finding::{Edit, Fix, Subject};
use crate::model::{
    Allow, Averaged, Checked, Citation, Claim, ClaimId, Clause, Counted, Dossier, Entity, Estimated, Event, EventId,
    Evidence, EvidenceId, Exist, Fact, FactId, Form, Home, Key, Kind, Link, Locator, Member, Mode, Owner, Paper,
    Quantity, Ref, Related, Relation, Role, Roll, Rows, Setting, Share, Source, Statement, Statistic, Status, Target,
    Tested, Verdict,
};
use crate::names::Slip;
use crate::statistics::{Correction, Measure, Tails};
use crate::text::{Span, Word, shown};

/// Takes the records of a tree, which may be any number of them, into `out`.
pub(super) fn read(part: &mut Part<'_>, root: &[Pair<'_>], home: Home, out: &mut Dossier) {
    let mut reader = Reader { part, home, out };
    for pair in root {
        reader.table(pair);
    }
}

struct Reader<'p, 's, 'o> {
    part: &'p mut Part<'s>,
    home: Home,
    out: &'o mut Dossier,
}

impl Reader<'_, '_, '_> {
    fn table(&mut self, Pair { key, place, node }: &Pair<'_>) {
        let name = &**key;
        if name == "dossier" {
            self.dossier(name, node);
            return;
        }
        let Some(kind) = Kind::named(name) else {
            let known = || keys::tables().map(|(known, _)| known);
            let fix = crate::names::slip(name, known()).map(|slip| self.renamed(*place, node, slip));
            let fault = self.part.fault(*place, format!("a dossier has no table `{}`", shown(name)), "unknown table");
            fault.fixes.extend(fix);
            fault.values.push(name.to_owned());
            fault.help = crate::names::nearest(name, known()).map(|near| format!("did you mean `{near}`?"));
            return;
        };
        if self.home != Home::Own && kind == Kind::Claim {
            // What another paper claims is checked with that paper.
            return;
        }
        let Value::Array(nodes) = &node.value else {
            let header = self.part.letters(node.span);
            let fix = header.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).map(|inner| {
                let text = format!("[[{}]]", inner.trim());
                Fix::safe(format!("write `{}`", shown(&text)), vec![Edit { span: node.span, text }])
            });
            let fault = self.part.fault(*place, format!("`{name}` is a list of tables"), "one table");
            fault.help = Some(format!("write the header as `[[{name}]]`"));
            fault.fixes.extend(fix);
            return;
        };
        for node in nodes {
            match &node.value {
                Value::Table(table) => self.record(kind, node.span, table),
                _ => {
                    wrong_type::<()>(self.part, name, "tables", node);
                }
            }
        }
    }

    /// Reads what the dossier says of the paper; what another paper says of itself is checked with that paper.
    fn dossier(&mut self, name: &str, node: &Node<'_>) {
        match &node.value {
            _ if self.home != Home::Own => {}
            Value::Table(table) => self.paper(node.span, table),
            _ => {
                wrong_type::<()>(self.part, name, "a table `[dossier]`", node);
            }
        }
    }

    /// A table called as it was meant, at each of its headers.
    fn renamed(&self, key: Span, node: &Node<'_>, slip: Slip<'_>) -> Fix {
        let headers = node.listed().iter().map(|node| node.span);
        let written = |span: Span| {
            let letters = self.part.letters(span);
            let brackets = ["[[", "["].into_iter().find(|open| letters.starts_with(open) && letters.ends_with(']'))?;
            Some(Edit { span, text: format!("{brackets}{}{}", slip.meant, "]".repeat(brackets.len())) })
        };
        let edits: Vec<Edit> = headers.filter_map(written).collect();
        let edits = if edits.is_empty() { vec![Edit { span: key, text: slip.meant.to_owned() }] } else { edits };
        Fix { edits, ..respelt(key, slip, String::new()) }
    }

    /// Reads a record; what is wrong with it is about it.
    fn record(&mut self, kind: Kind, span: Span, table: &[Pair<'_>]) {
        let faults = self.part.faults.len();
        let t = Table::new(self.part, keys::shape(kind), span, table);
        match kind {
            Kind::Source => self.source(&t),
            Kind::Entity => self.entity(&t),
            Kind::Event => self.event(&t),
            Kind::Claim => self.claim(&t),
            Kind::Evidence => self.evidence(&t),
            Kind::Fact => self.fact(&t),
            Kind::Roll => self.roll(&t),
            Kind::Relation => self.relation(&t),
            Kind::Quantity => self.quantity(&t),
        }
        if let Some(Value::String(id)) = tree::get(table, "id").map(|pair| &pair.node.value) {
            for fault in &mut self.part.faults[faults..] {
                fault.subjects.push(Subject { kind: kind.name(), id: id.to_string() });
            }
        }
    }

    fn paper(&mut self, header: Span, table: &[Pair<'_>]) {
        let t = Table::new(self.part, &keys::DOSSIER, header, table);
        let settings = t.table(self.part, "rules").map(|(_, rules)| self.settings(rules)).unwrap_or_default();
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

    fn settings(&mut self, rules: &[Pair<'_>]) -> Vec<Setting> {
        let setting = |Pair { key, place, node }: &Pair<'_>| {
            word_of(self.part, key, node).map(|severity| Setting { rule: *place, severity })
        };
        rules.iter().filter_map(setting).collect()
    }

    fn source(&mut self, t: &Table<'_>) {
        let Some(id) = self.id(t) else { return };
        let source = Source {
            id,
            header: t.span,
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
            status: self.choice(t, "status", &Status::NAMED),
            about: refs(t.words(self.part, "about")),
            derived_from: refs(t.words(self.part, "derived-from")),
            allows: self.allows(t),
        };
        self.out.sources.push(source);
    }

    /// One of a few words, and its place.
    fn choice<T: Copy>(&mut self, t: &Table<'_>, key: &str, choices: &[(&str, T)]) -> Option<(T, Span)> {
        debug_assert!(t.takes(key, |takes| matches!(takes, Takes::Word(_))), "`{key}` is described otherwise");
        let node = t.node(key)?;
        let Value::String(text) = &node.value else {
            return wrong_type(self.part, key, Takes::Text.wanted(), node);
        };
        if let Some((_, choice)) = choices.iter().find(|(name, _)| name == text) {
            return Some((*choice, node.span));
        }
        let names: Vec<String> = choices.iter().map(|(name, _)| format!("`{name}`")).collect();
        let near = crate::names::nearest(text, choices.iter().map(|(name, _)| *name));
        let fault = self.part.fault(node.span, format!("`{key}` is not `{}`", shown(text)), "not one of its values");
        fault.values.push(text.to_string());
        fault.help = Some(match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("write one of {}", names.join(", ")),
        });
        let slip = crate::names::slip(text, choices.iter().map(|(name, _)| *name));
        fault.fixes.extend(slip.map(|slip| respelt(node.span, slip, edit::quoted(slip.meant))));
        None
    }

    fn entity(&mut self, t: &Table<'_>) {
        let Some(id) = self.id(t) else { return };
        let entity = Entity {
            id,
            header: t.span,
            home: self.home,
            name: t.word(self.part, "name"),
            aka: t.words(self.part, "aka"),
            kind: t.word(self.part, "kind"),
            from: t.date(self.part, "from"),
            until: t.date(self.part, "until"),
            continues: refs(t.words(self.part, "continues")),
            cites: self.citations(t),
            allows: self.allows(t),
        };
        self.out.entities.push(entity);
    }

    fn event(&mut self, t: &Table<'_>) {
        let Some(id) = self.id(t) else { return };
        let first = self.out.clauses.len();
        self.dates(t, &[Key::On, Key::From, Key::Until]);
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
                link: Link::Stated,
            });
        }
        let event = Event {
            id,
            header: t.span,
            home: self.home,
            name: t.word(self.part, "name"),
            aka: t.words(self.part, "aka").into(),
            kind: t.word(self.part, "kind"),
            says: rows(said, self.out.statements.len()),
            cites: self.citations(t),
            allows: self.allows(t),
        };
        self.out.events.push(event);
    }

    fn claim(&mut self, t: &Table<'_>) {
        let Some(id) = self.id(t) else { return };
        let owner = Owner::Claim(ClaimId::new(self.out.claims.len()));
        let claim = Claim {
            id,
            header: t.span,
            home: self.home,
            text: t.word(self.part, "text"),
            at: self.locator(t),
            cites: self.citations(t),
            says: self.says(t, owner),
            checked: self.checked(t),
            allows: self.allows(t),
        };
        self.out.claims.push(claim);
    }

    fn locator(&mut self, t: &Table<'_>) -> Locator {
        let Some((span, table)) = t.table(self.part, "at") else { return Locator::default() };
        let t = Table::new(self.part, &keys::LOCATOR, span, table);
        Locator {
            section: t.word(self.part, "section"),
            file: t.word(self.part, "file"),
            line: t.number(self.part, "line"),
            phrase: t.word(self.part, "phrase"),
        }
    }

    fn checked(&mut self, t: &Table<'_>) -> Option<Box<Checked>> {
        let (span, table) = t.table(self.part, "checked")?;
        let t = Table::new(self.part, &keys::CHECK_MARK, span, table);
        let mark = Checked {
            by: t.word(self.part, "by"),
            on: t.date(self.part, "on"),
            verdict: self.choice(&t, "verdict", &Verdict::NAMED),
        };
        Some(Box::new(mark))
    }

    fn evidence(&mut self, t: &Table<'_>) {
        let owner = Owner::Evidence(EvidenceId::new(self.out.evidence.len()));
        let evidence = Evidence {
            id: t.has("id").then(|| self.id(t)).flatten(),
            header: t.span,
            home: self.home,
            source: t.word(self.part, "source").map(unresolved),
            quote: t.word(self.part, "quote"),
            locator: t.word(self.part, "locator"),
            file: t.word(self.part, "file"),
            says: self.says(t, owner),
            allows: self.allows(t),
        };
        self.out.evidence.push(evidence);
    }

    fn fact(&mut self, t: &Table<'_>) {
        let Some(id) = self.id(t) else { return };
        let owner = Owner::Fact(FactId::new(self.out.facts.len()));
        let fact = Fact {
            id,
            header: t.span,
            home: self.home,
            text: t.word(self.part, "text"),
            cites: self.citations(t),
            says: self.says(t, owner),
            allows: self.allows(t),
        };
        self.out.facts.push(fact);
    }

    fn roll(&mut self, t: &Table<'_>) {
        let mut members = Vec::new();
        for (span, table) in t.tables(self.part, "members") {
            let m = Table::new(self.part, &keys::MEMBER, span, table);
            members.push(Member {
                span,
                subject: m.word(self.part, "subject").map(unresolved),
                from: m.date(self.part, "from"),
                until: m.date(self.part, "until"),
                status: m.word(self.part, "status"),
            });
        }
        let roll = Roll {
            id: t.has("id").then(|| self.id(t)).flatten(),
            header: t.span,
            home: self.home,
            relation: t.word(self.part, "relation").map(unresolved),
            object: t.word(self.part, "object").map(unresolved),
            seats: t.number(self.part, "seats"),
            complete_from: t.date(self.part, "complete-from"),
            complete_until: t.date(self.part, "complete-until"),
            cites: self.citations(t),
            members,
            allows: self.allows(t),
        };
        self.out.rolls.push(roll);
    }

    fn relation(&mut self, t: &Table<'_>) {
        let Some(id) = self.id(t) else { return };
        let mut promise = |key: &str| t.flag(self.part, key).is_some_and(|(flag, _)| flag);
        let relation = Relation {
            id,
            header: t.span,
            home: self.home,
            functional: promise("functional"),
            inverse_functional: promise("inverse-functional"),
            permanent: promise("permanent"),
            symmetric: promise("symmetric"),
            asymmetric: promise("asymmetric"),
            transitive: promise("transitive"),
            irreflexive: promise("irreflexive"),
            exist: self.choice(t, "exist", &Exist::NAMED).map(|(exist, _)| exist),
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

    fn quantity(&mut self, t: &Table<'_>) {
        let Some(id) = self.id(t) else { return };
        let quantity = Quantity {
            id,
            header: t.span,
            home: self.home,
            name: t.word(self.part, "name"),
            unit: t.word(self.part, "unit"),
            part_of: t.word(self.part, "part-of").map(unresolved),
            sum_of: refs(t.words(self.part, "sum-of")),
            share_of: t.word(self.part, "share-of").map(unresolved),
            growth_of: t.word(self.part, "growth-of").map(unresolved),
            growth_from: t.word(self.part, "growth-from").map(unresolved),
        };
        self.out.quantities.push(quantity);
    }

    /// The id, which has to be there and in kebab-case. A record without one is not taken in.
    fn id(&mut self, t: &Table<'_>) -> Option<Word> {
        let word = t.word(self.part, "id")?;
        let node = t.node("id")?;
        let Value::String(text) = &node.value else { return None };
        let own = text.strip_prefix(NAMESPACE).filter(|_| self.home != Home::Own).unwrap_or(text);
        if !is_kebab_case(own) {
            let fault =
                self.part.fault(node.span, format!("the id `{}` is not kebab-case", shown(text)), "not kebab-case");
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
            let a = Table::new(self.part, &keys::ALLOWANCE, span, table);
            let (rule, because) = (a.word(self.part, "rule"), a.word(self.part, "because"));
            let until = a.date(self.part, "until");
            if let (Some(rule), Some(because)) = (rule, because) {
                self.out.allows.push(Allow { span, rule, because, until });
            }
        }
        rows(first, self.out.allows.len())
    }

    fn citations(&mut self, t: &Table<'_>) -> Rows {
        let first = self.out.citations.len();
        let Some(node) = t.node("cites") else { return Rows::default() };
        for node in node.listed() {
            let citation = match &node.value {
                Value::Table(table) => self.citation(node.span, table),
                _ => word_of(self.part, "cites", node).map(|word| (word, Role::Attests, None)),
            };
            if let Some((word, role, locator)) = citation {
                self.out.citations.push(Citation { word, role, locator, cited: Rows::default() });
            }
        }
        rows(first, self.out.citations.len())
    }

    fn citation(&mut self, span: Span, table: &[Pair<'_>]) -> Option<(Word, Role, Option<Word>)> {
        let t = Table::new(self.part, &keys::CITATION, span, table);
        let role = self.choice(&t, "role", &Role::NAMED).map_or(Role::Attests, |(role, _)| role);
        let locator = t.word(self.part, "locator");
        t.word(self.part, "source").map(|word| (word, role, locator))
    }

    fn says(&mut self, t: &Table<'_>, owner: Owner) -> Rows {
        let first = self.out.statements.len();
        for (span, table) in t.tables(self.part, "says") {
            self.statement(owner, span, table);
        }
        rows(first, self.out.statements.len())
    }

    fn statement(&mut self, owner: Owner, span: Span, table: &[Pair<'_>]) {
        let has = |key: &str| tree::get(table, key).is_some();
        let given = |form: &str| has(form) || form == "relation" && has("subject");
        let mut given = keys::STATEMENTS.iter().filter(|(form, _)| given(form));
        let (Some((form, shape)), second) = (given.next(), given.next()) else {
            let fault = self.part.fault(span, "a statement is about nothing", "says nothing");
            fault.help =
                Some("give it an `event`, a `subject` with a `relation`, a `quantity`, or a `test`, a `mean`, a `percentage` or an `estimate`".to_owned());
            return;
        };
        if let Some((second, _)) = second {
            let fault = self.part.fault(
                span,
                format!("a statement is of one form, not of `{form}` and `{second}`"),
                "two forms in one",
            );
            fault.help = Some("make it two statements: `says = [{ … }, { … }]`".to_owned());
            return;
        }
        let t = Table::new(self.part, shape, span, table);
        let first = self.out.clauses.len();
        let form = match *form {
            "event" => self.event_form(&t),
            "relation" => self.relation_form(&t),
            "quantity" => self.quantity_form(&t),
            form => self.statistic(&t, form),
        };
        let clauses = rows(first, self.out.clauses.len());
        let denied = t.flag(self.part, "not").filter(|(denied, _)| *denied).map(|(_, span)| span);
        let said_by = t.word(self.part, "said-by").map(unresolved);
        let mode = self.choice(&t, "mode", &Mode::NAMED).map_or(Mode::Fact, |(mode, _)| mode);
        let link = self.choice(&t, "link", &Link::NAMED).map_or(Link::Stated, |(link, _)| link);
        if let Some(form) = form {
            self.out.statements.push(Statement { owner, span, form, clauses, denied, said_by, mode, link });
        }
    }

    fn event_form(&mut self, t: &Table<'_>) -> Option<Form> {
        self.dates(t, &[Key::On, Key::From, Key::Until]);
        self.targets(t, &[Key::Before, Key::After, Key::During, Key::BecauseOf, Key::LeadsTo, Key::SameTimeAs]);
        self.gap(t);
        for key in [Key::Who, Key::As, Key::Where] {
            for word in t.words(self.part, key.name()) {
                self.out.clauses.push(Clause { key, target: Target::Entity(unresolved(word)) });
            }
        }
        t.word(self.part, "event").map(|word| Form::Event(unresolved(word)))
    }

    /// A gap counts from what its statement is `before` or `after`, one of the two.
    fn gap(&mut self, t: &Table<'_>) {
        let Some(node) = t.node("gap") else { return };
        if let Some((gap, span)) = t.gap(self.part, "gap") {
            self.out.clauses.push(Clause { key: Key::Gap, target: Target::Gap(gap, span) });
        }
        if t.has("before") == t.has("after") {
            let fault = self.part.fault(node.span, "a `gap` needs one `before` or one `after`", "from what?");
            fault.help = Some("say from which event it counts: `after = \"…\", gap = \"P4M\"`".to_owned());
        }
    }

    fn relation_form(&mut self, t: &Table<'_>) -> Option<Form> {
        self.targets(t, &[Key::On, Key::From, Key::Until]);
        let (object, value) = (t.word(self.part, "object"), t.word(self.part, "value"));
        if object.is_some() && value.is_some() {
            self.part.fault(t.span, "a relation has an `object` or a `value`, not both", "has both");
        }
        let subject = t.word(self.part, "subject");
        let relation = t.word(self.part, "relation");
        let (subject, relation) = (unresolved(subject?), unresolved(relation?));
        Some(Form::Relation(Box::new(Related { subject, relation, object: object.map(unresolved), value })))
    }

    fn quantity_form(&mut self, t: &Table<'_>) -> Option<Form> {
        self.dates(t, &[Key::On]);
        let quantity = t.word(self.part, "quantity");
        let (value, equals) = (t.amount(self.part, "value"), t.amount(self.part, "equals"));
        let scope = t.word(self.part, "scope");
        Some(Form::Quantity(Box::new(Counted { quantity: unresolved(quantity?), value, scope, equals })))
    }

    fn statistic(&mut self, t: &Table<'_>, form: &str) -> Option<Form> {
        let statistic = match form {
            "test" => Statistic::Test(self.test_form(t)?),
            "mean" => Statistic::Mean(self.mean_form(t)?),
            "percentage" => Statistic::Percentage(self.percentage_form(t)?),
            _ => Statistic::Estimate(self.estimate_form(t)?),
        };
        Some(Form::Statistic(Box::new(statistic)))
    }

    fn test_form(&mut self, t: &Table<'_>) -> Option<Tested> {
        let (test, p) = (t.test(self.part, "test"), t.printed(self.part, "p"));
        let (tails, correction) = self.of_p_value(t);
        Some(Tested { test: test?, p, tails, correction })
    }

    /// Of how many sides a p-value is, and whether it was corrected.
    fn of_p_value(&mut self, t: &Table<'_>) -> (Tails, Correction) {
        let tails = self.choice(t, "tails", &Tails::NAMED).map(|(tails, _)| tails);
        let correction = self.choice(t, "correction", &Correction::NAMED).map(|(correction, _)| correction);
        (tails.unwrap_or_default(), correction.unwrap_or_default())
    }

    fn mean_form(&mut self, t: &Table<'_>) -> Option<Averaged> {
        let [mean, deviation] = ["mean", "sd"].map(|key| t.printed(self.part, key));
        let ends = ["least", "most"].map(|key| t.printed(self.part, key));
        let scale = match ends.map(|end| end.and_then(|end| end.value.as_whole())) {
            [Some(least), Some(most)] => Some([least, most]),
            _ => None,
        };
        let [n, items] = ["n", "items"].map(|key| t.number(self.part, key));
        Some(Averaged { mean: mean?, deviation, n, items: items.map(|(items, _)| items), scale })
    }

    fn percentage_form(&mut self, t: &Table<'_>) -> Option<Share> {
        let percentage = t.printed(self.part, "percentage");
        let [n, count] = ["n", "count"].map(|key| t.number(self.part, key));
        Some(Share { percentage: percentage?, n: n?, count })
    }

    fn estimate_form(&mut self, t: &Table<'_>) -> Option<Estimated> {
        let [value, low, high, p] = ["estimate", "low", "high", "p"].map(|key| t.printed(self.part, key));
        let level = t.number(self.part, "level").map_or(95, |(level, _)| level);
        let measure = self.choice(t, "measure", &Measure::NAMED).map(|(measure, _)| measure);
        let (tails, correction) = self.of_p_value(t);
        Some(Estimated { value: value?, ends: [low?, high?], level, measure, p, tails, correction })
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
            let Some(node) = t.node(key.name()) else { continue };
            for node in node.listed() {
                let target = match &node.value {
                    Value::String(text) if text.bytes().any(|byte| byte.is_ascii_lowercase()) => {
                        word_of(self.part, key.name(), node).map(|word| Target::Event(unresolved(word)))
                    }
                    _ => date_of(self.part, key.name(), node).map(Target::Date),
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
