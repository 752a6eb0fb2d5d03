//! Claims as schema.org has them, in JSON-LD, for the web pages of fact-checkers and those who read them by machine.

use rustc_hash::FxHashMap;
use serde_json::{Value, json};

use super::Written;
use crate::model::{Cited, Claim, Dossier, Home, Source};
use crate::text::{self, Texts};
use crate::time::When;

/// The claims of a dossier as a graph of `Claim`s, each with the works that it cites, and a `ClaimReview` for each mark
/// of a person who has checked one. What the rules find is no review, and is not in it.
pub fn schema_org(texts: &Texts, dossier: &Dossier, claims: &[Written], sources: &[Written]) -> String {
    let paper = paper(texts, dossier);
    let records: FxHashMap<&str, &Claim> =
        dossier.claims.iter().map(|record| (texts.read(record.id), record)).collect();
    let mut graph: Vec<Value> = Vec::new();
    graph.extend(paper.clone());
    graph.extend(sources.iter().map(work));
    for claim in claims {
        let record = records.get(claim.id()).copied();
        graph.push(self::claim((texts, dossier), claim, record, paper.is_some().then_some("#paper")));
        graph.extend(review(claim));
    }
    text::json(&json!({ "@context": "https://schema.org", "@graph": graph }))
}

/// The part of a node that has something to say.
fn node(fields: &[(&str, Option<Value>)]) -> Value {
    let fields = fields.iter().filter_map(|(name, value)| Some(((*name).to_owned(), value.clone()?)));
    Value::Object(fields.collect())
}

/// The paper itself.
fn paper(texts: &Texts, dossier: &Dossier) -> Option<Value> {
    let title = dossier.paper.title.map(|title| texts.read(title))?;
    let issued = dossier.paper.issued.map(|date| dossier[date.when].to_string());
    Some(node(&[
        ("@type", Some(json!("Article"))),
        ("@id", Some(json!("#paper"))),
        ("name", Some(json!(title))),
        ("datePublished", issued.as_deref().and_then(iso)),
        ("inLanguage", dossier.paper.language.map(|language| json!(texts.read(language)))),
    ]))
}

fn work(source: &Written) -> Value {
    let kind = match source.text("type").unwrap_or_default() {
        "article-journal" => "ScholarlyArticle",
        "article-newspaper" | "article-magazine" => "NewsArticle",
        "book" => "Book",
        "chapter" => "Chapter",
        "report" => "Report",
        "thesis" => "Thesis",
        "webpage" | "post" | "post-weblog" => "WebPage",
        "dataset" => "Dataset",
        "legislation" => "Legislation",
        _ => "CreativeWork",
    };
    let text = |key: &str| source.text(key).map(|text| json!(text));
    let part_of = source.text("container-title").map(|name| json!({ "@type": "CreativeWork", "name": name }));
    let publisher = source.text("publisher").map(|name| json!({ "@type": "Organization", "name": name }));
    let doi = source.text("doi").map(|doi| json!(format!("https://doi.org/{doi}")));
    node(&[
        ("@type", Some(json!(kind))),
        ("@id", Some(json!(format!("#{}", source.id())))),
        ("name", text("title").or_else(|| text("cited-as"))),
        ("author", people(source.texts("author"))),
        ("editor", people(source.texts("editor"))),
        ("datePublished", source.date("issued").as_deref().and_then(iso)),
        ("isPartOf", part_of),
        ("publisher", publisher),
        ("url", text("url")),
        ("sameAs", doi),
        ("isbn", if kind == "Book" { text("isbn") } else { None }),
        ("inLanguage", text("language")),
    ])
}

/// Names as persons where they have a given name, else as things of no kind.
fn people(names: &[String]) -> Option<Value> {
    let one = |name: &String| match super::person(name) {
        Some((family, given)) => {
            json!({ "@type": "Person", "name": format!("{given} {family}"), "familyName": family, "givenName": given })
        }
        None => json!({ "@type": "Thing", "name": name }),
    };
    (!names.is_empty()).then(|| json!(names.iter().map(one).collect::<Vec<_>>()))
}

fn claim(
    (texts, dossier): (&Texts, &Dossier),
    claim: &Written,
    record: Option<&Claim>,
    appears_in: Option<&str>,
) -> Value {
    let citations = record.map_or(&[][..], |record| dossier.citations(record.cites));
    let works: Vec<Value> = citations
        .iter()
        .map(|citation| match dossier.cited(citation) {
            Cited::One(source) => cited_as(texts, &dossier[source]),
            Cited::Nothing | Cited::Several(_) => json!(texts.read(citation.word)),
        })
        .collect();
    node(&[
        ("@type", Some(json!("Claim"))),
        ("@id", Some(json!(format!("#{}", claim.id())))),
        ("text", claim.text("text").or_else(|| phrase(claim)).map(|text| json!(text))),
        ("appearance", appears_in.map(|id| json!({ "@id": id }))),
        ("citation", (!works.is_empty()).then(|| json!(works))),
    ])
}

/// A source that is cited: where it is described in the graph, else by its title.
fn cited_as(texts: &Texts, source: &Source) -> Value {
    let id = texts.read(source.id);
    match source.home {
        Home::Own => json!({ "@id": format!("#{id}") }),
        Home::Extended | Home::Vocabulary => {
            json!({ "@type": "CreativeWork", "name": source.title.map_or(id, |title| texts.read(title)) })
        }
    }
}

fn phrase(claim: &Written) -> Option<&str> {
    claim.part("at")?.text("phrase")
}

/// The mark of a person on a claim.
fn review(claim: &Written) -> Option<Value> {
    let mark = claim.part("checked")?;
    let verdict = mark.text("verdict")?;
    Some(node(&[
        ("@type", Some(json!("ClaimReview"))),
        ("@id", Some(json!(format!("#{}-checked", claim.id())))),
        ("claimReviewed", claim.text("text").or_else(|| phrase(claim)).map(|text| json!(text))),
        ("itemReviewed", Some(json!({ "@id": format!("#{}", claim.id()) }))),
        ("author", mark.text("by").map(|by| json!({ "@type": "Person", "name": by }))),
        ("datePublished", mark.date("on").as_deref().and_then(iso)),
        ("reviewRating", Some(json!({ "@type": "Rating", "alternateName": verdict }))),
    ]))
}

/// A year, a month or a day in ISO 8601; any other date is none there.
fn iso(edtf: &str) -> Option<Value> {
    let plain = edtf.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') && matches!(edtf.len(), 4 | 7 | 10);
    let is_season = edtf.len() == 7 && edtf.get(5..).is_some_and(|month| month > "12");
    (plain && !is_season && When::parse(edtf).is_ok()).then(|| json!(edtf))
}
