//! What rests on what: which records stand, and which fall when a source is withdrawn.
//!
//! # What stands
//! - A *source* stands if it is neither withdrawn nor retracted, and repeats none (`derived-from`) or one that stands.
//! - A *claim* or a *fact* that cites stands while one of the sources does that attest it. A citation that may mean
//!   several sources may mean each of them; one that names no source gives no support.
//! - An *evidence* stands while its source does.
//! - An *event* is attested while a record stands that says of it, as a fact or a report, not denied and in its own
//!   voice, when it was, or what with.
//! - A *claim* that cites nothing rests on the causes that it gives for an event (`because-of`), and stands while each
//!   of them is attested. A cause that the claim tells of itself, that the record dates, or that nothing tells of, is
//!   left out: nobody can withdraw it. So a claim without citation and without such a cause stands, and so does such a
//!   fact.
//!
//! Support is well-founded: what stands can be reached from sources and records that rest on nothing. Two sources that
//! only repeat each other do not stand. What repeats a work that the dossier does not have stands.
//!
//! # How it is found
//! What stands is the least model of Horn clauses, in time linear in the links (Dowling and Gallier, "Linear-time
//! algorithms for testing the satisfiability of propositional Horn formulae", 1984). Only what a withdrawn source
//! reaches can fall; so for each source that part alone is judged again.

mod graph;

use crate::model::{
    Cited, ClaimId, Dossier, EventId, Key, Kind, Named, Record, Role, Rows, SourceId, Statement, Status, Target,
};

use graph::{Graph, Groups, Standing};

/// The file whose header is the page on what rests on what.
pub const FILE: &str = include_str!("support.rs");

/// What rests on what in a dossier.
#[derive(Debug)]
pub struct Support<'d> {
    dossier: &'d Dossier,
    graph: Graph,
    standing: Standing,
}

/// What falls when a source is withdrawn.
#[derive(Debug, PartialEq, Eq)]
pub struct Fall {
    /// The source.
    pub withdrawn: SourceId,
    /// The records that stood with it and do not without it, by table and row; not the source itself.
    pub fallen: Vec<Record>,
    /// The claims that lose a source, itself or one that falls with it, and stand.
    pub weakened: Vec<ClaimId>,
    fallen_nodes: Vec<usize>,
}

/// Why a record does not stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gone {
    /// None of the sources stands that attest it, or that it repeats.
    Sources(Vec<SourceId>),
    /// It cites, and none of its citations names a source.
    Nothing,
    /// It is marked as retracted.
    Retracted,
    /// No record that stands tells of its cause.
    Cause(EventId),
}

impl<'d> Support<'d> {
    /// What rests on what in a dossier.
    pub fn new(dossier: &'d Dossier) -> Self {
        let graph = Graph::new(&needs(dossier));
        let standing = graph.standing();
        Self { dossier, graph, standing }
    }

    /// Whether a source, a claim, a fact or an evidence stands as long as no source is withdrawn.
    pub fn stands(&self, record: Record) -> bool {
        node(self.dossier, record).is_none_or(|node| self.standing.stands[node])
    }

    /// What falls without a source.
    pub fn without(&self, source: SourceId) -> Fall {
        let fallen_nodes = self.graph.fallen(&self.standing, source.index());
        let records = fallen_nodes.iter().filter_map(|&node| record(self.dossier, node));
        let fallen: Vec<Record> = records.filter(|&record| record != Record::Source(source)).collect();
        let mut fall = Fall { withdrawn: source, fallen, weakened: Vec::new(), fallen_nodes };
        let gone = |at: usize| fall.fallen_nodes.binary_search(&at).is_ok();
        let mut resting: Vec<usize> = fall.fallen_nodes.iter().flat_map(|&at| self.graph.resting_on(at)).collect();
        resting.sort_unstable();
        resting.dedup();
        let claims = resting.into_iter().filter(|&at| self.standing.stands[at] && !gone(at));
        fall.weakened = claims.filter_map(|at| record(self.dossier, at).and_then(ClaimId::of)).collect();
        fall
    }

    /// The sources that attest a record, or that a source repeats; each once, by row.
    pub fn sources(&self, record: Record) -> Vec<SourceId> {
        let dossier = self.dossier;
        if node(dossier, record).is_none() {
            return Vec::new();
        }
        let named = if let Record::Source(id) = record {
            &dossier[id].derived_from
        } else if let Record::Evidence(id) = record {
            dossier[id].source.as_slice()
        } else {
            return attesting(dossier, dossier.head(record).cites).unwrap_or_default();
        };
        let mut sources: Vec<SourceId> = named.iter().filter_map(|source| source.target).collect();
        sources.sort_unstable();
        sources.dedup();
        sources
    }

    /// Those of its sources that stand, after a fall if there is one.
    pub fn left(&self, record: Record, fall: Option<&Fall>) -> Vec<SourceId> {
        let stands =
            |id: &SourceId| self.standing.stands[id.index()] && !fall.is_some_and(|fall| fall.holds(id.index()));
        self.sources(record).into_iter().filter(stands).collect()
    }

    /// Why a record does not stand, after a fall if there is one.
    pub fn gone(&self, record: Record, fall: Option<&Fall>) -> Gone {
        if let Record::Source(id) = record
            && is_retracted(self.dossier, id)
        {
            return Gone::Retracted;
        }
        let sources = self.sources(record);
        if !sources.is_empty() {
            return Gone::Sources(sources);
        }
        let Record::Claim(id) = record else { return Gone::Nothing };
        let is_gone = |event: &EventId| {
            let at = event_node(self.dossier, *event);
            !self.standing.stands[at] || fall.is_some_and(|fall| fall.holds(at))
        };
        if attesting(self.dossier, self.dossier[id].cites).is_some() {
            return Gone::Nothing;
        }
        causes(self.dossier, id).into_iter().find(is_gone).map_or(Gone::Nothing, Gone::Cause)
    }

    /// What falls with each source alone: that with which most claims do in front, then most of all records, then the
    /// first in the file. A source with which no claim falls is left out.
    pub fn single_points(&self) -> Vec<Fall> {
        let each = self.dossier.sources().map(|(id, _)| self.without(id));
        let mut falls: Vec<Fall> = each.filter(|fall| fall.claims().next().is_some()).collect();
        falls.sort_by_key(|fall| std::cmp::Reverse((fall.claims().count(), fall.fallen.len())));
        falls
    }

    /// Whether a record is attested by the withdrawn source itself, not by way of others.
    pub fn rests_directly(&self, record: Record, fall: &Fall) -> bool {
        self.sources(record).contains(&fall.withdrawn)
    }
}

impl Fall {
    /// The claims that fall.
    pub fn claims(&self) -> impl Iterator<Item = ClaimId> {
        self.fallen.iter().copied().filter_map(ClaimId::of)
    }

    fn holds(&self, node: usize) -> bool {
        self.fallen_nodes.binary_search(&node).is_ok()
    }
}

/// What stands or falls, in the order of the nodes; those of the events come behind.
const STANDING: [Kind; 4] = [Kind::Source, Kind::Claim, Kind::Fact, Kind::Evidence];

/// The first node of a kind.
fn first(dossier: &Dossier, kind: Kind) -> usize {
    STANDING.iter().take_while(|&&other| other != kind).map(|&before| dossier.count(before)).sum()
}

fn node(dossier: &Dossier, record: Record) -> Option<usize> {
    STANDING.contains(&record.kind()).then(|| first(dossier, record.kind()) + record.row())
}

fn event_node(dossier: &Dossier, event: EventId) -> usize {
    first(dossier, Kind::Event) + event.index()
}

/// The record of a node; an event is none that stands or falls.
fn record(dossier: &Dossier, node: usize) -> Option<Record> {
    let kind = STANDING.into_iter().rfind(|&kind| first(dossier, kind) <= node)?;
    let row = node - first(dossier, kind);
    (row < dossier.count(kind)).then(|| Record::new(kind, row))
}

/// What each node needs: one of each group.
fn needs(dossier: &Dossier) -> Vec<Groups> {
    let [claims, facts, evidence, events] =
        [Kind::Claim, Kind::Fact, Kind::Evidence, Kind::Event].map(|kind| first(dossier, kind));
    let mut needs: Vec<Groups> = vec![Vec::new(); events + dossier.events.len()];
    let places = |sources: Vec<SourceId>| sources.into_iter().map(SourceId::index).collect::<Vec<_>>();
    for (id, source) in dossier.sources() {
        let repeated = source.derived_from.iter().map(|source| source.target);
        needs[id.index()] = match repeated.collect::<Option<Vec<SourceId>>>() {
            _ if is_retracted(dossier, id) => vec![Vec::new()],
            Some(repeated) if !repeated.is_empty() => vec![places(repeated)],
            // What the dossier does not know cannot be withdrawn.
            _ => Vec::new(),
        };
    }
    let told = told(dossier);
    for (id, claim) in dossier.claims() {
        needs[claims + id.index()] = if let Some(sources) = attesting(dossier, claim.cites) {
            vec![places(sources)]
        } else {
            let known = causes(dossier, id).into_iter().filter(|cause| !told[cause.index()].is_empty());
            known.map(|cause| vec![event_node(dossier, cause)]).collect()
        };
    }
    for (at, fact) in (facts..).zip(&dossier.facts) {
        needs[at] = attesting(dossier, fact.cites).map(|sources| vec![places(sources)]).unwrap_or_default();
    }
    for (at, row) in (evidence..).zip(&dossier.evidence) {
        let source = row.source.and_then(|source| source.target);
        needs[at] = source.map(|source| vec![vec![source.index()]]).unwrap_or_default();
    }
    for (at, told) in (events..).zip(told) {
        needs[at] = vec![told];
    }
    needs
}

fn is_retracted(dossier: &Dossier, source: SourceId) -> bool {
    matches!(dossier[source].status, Some((Status::Retracted, _)))
}

/// The sources that attest a record, each once; `None` where it cites none for it.
fn attesting(dossier: &Dossier, cites: Rows) -> Option<Vec<SourceId>> {
    let citations = dossier.citations(cites).iter().filter(|citation| citation.role == Role::Attests);
    let mut citations = citations.peekable();
    citations.peek()?;
    let mut sources: Vec<SourceId> = Vec::new();
    for citation in citations {
        match dossier.cited(citation) {
            Cited::Nothing => {}
            Cited::One(id) => sources.push(id),
            Cited::Several(ids) => sources.extend(ids),
        }
    }
    sources.sort_unstable();
    sources.dedup();
    Some(sources)
}

/// The event that a statement tells of as a fact or a report, in its owner's voice.
fn tells_of(dossier: &Dossier, statement: &Statement) -> Option<EventId> {
    let tells = statement.denied.is_none() && statement.mode.asserts() && statement.said_by.is_none();
    dossier.event_of(statement).filter(|_| tells)
}

/// The nodes of the records that tell of each event; of one that the record itself dates, none.
fn told(dossier: &Dossier) -> Vec<Vec<usize>> {
    let mut told = vec![Vec::new(); dossier.events.len()];
    for (_, statement) in dossier.statements() {
        let owner = node(dossier, dossier.owner_record(statement.owner));
        if let (Some(event), Some(owner)) = (tells_of(dossier, statement), owner) {
            told[event.index()].push(owner);
        }
    }
    for (told, _) in told.iter_mut().zip(&dossier.events).filter(|(_, event)| !event.says.is_empty()) {
        told.clear();
    }
    told
}

/// The causes that a claim gives and does not tell of itself, each once.
fn causes(dossier: &Dossier, claim: ClaimId) -> Vec<EventId> {
    let statements = dossier.says(dossier[claim].says);
    let own: Vec<EventId> = statements.iter().filter_map(|statement| tells_of(dossier, statement)).collect();
    let telling = statements.iter().filter(|statement| tells_of(dossier, statement).is_some());
    let given = telling.flat_map(|statement| dossier.clauses_of(statement, Key::BecauseOf));
    let mut causes: Vec<EventId> = given
        .filter_map(|clause| match clause.target {
            Target::Event(event) => event.target,
            _ => None,
        })
        .filter(|cause| !own.contains(cause))
        .collect();
    causes.sort_unstable();
    causes.dedup();
    causes
}
