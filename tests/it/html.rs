//! The page for a browser: whole, inert and small, without a browser.

use std::collections::BTreeSet;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use crate::cli::Folder;

/// Elements that have no end.
const VOID: [&str; 4] = ["meta", "link", "input", "br"];

/// A page as a browser reads its marks.
pub(crate) struct Page {
    pub(crate) elements: Vec<Element>,
    /// What stands outside the styles and the script.
    text: String,
}

/// The beginning of an element.
pub(crate) struct Element {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }
}

impl Page {
    /// Reads a page, and holds it to be well formed: no stray sign, every element ended where it should be.
    pub(crate) fn read(html: &str) -> Self {
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        let mut page = Self { elements: Vec::new(), text: String::new() };
        let mut open: Vec<String> = Vec::new();
        for Ok(token) in Tokenizer::new_with_emitter(html, emitter) {
            match token {
                Token::StartTag(tag) => {
                    let element = element(&tag);
                    if !tag.self_closing && !VOID.contains(&element.name.as_str()) {
                        open.push(element.name.clone());
                    }
                    page.elements.push(element);
                }
                Token::EndTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name).into_owned();
                    assert_eq!(open.pop().as_ref(), Some(&name), "behind {:?}", page.text.chars().rev().take(80));
                }
                Token::String(text) if !matches!(open.last().map(String::as_str), Some("style" | "script")) => {
                    page.text.push_str(&String::from_utf8_lossy(&text));
                }
                Token::Error(error) => panic!("{error:?}"),
                Token::String(_) | Token::Comment(_) | Token::Doctype(_) => {}
            }
        }
        assert!(open.is_empty(), "{open:?}");
        page
    }

    fn named(&self, name: &str) -> impl Iterator<Item = &Element> {
        self.elements.iter().filter(move |element| element.name == name)
    }

    /// The findings that are counted, as level and the name of their place.
    pub(crate) fn findings(&self) -> impl Iterator<Item = (&str, &str)> {
        self.named("article").filter_map(|article| Some((article.get("data-level")?, article.get("id")?)))
    }
}

fn element(tag: &StartTag<()>) -> Element {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value)));
    Element { name: text(&tag.name), attributes: attributes.collect() }
}

/// Holds that every place has a name of its own, that every link inside the page leads to one, and that no other does.
pub(crate) fn holds_together(page: &Page) {
    let ids: Vec<&str> = page.elements.iter().filter_map(|element| element.get("id")).collect();
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len(), "an id stands twice");
    for element in &page.elements {
        if let Some(href) = element.get("href").filter(|href| *href != "data:,") {
            let place = href.strip_prefix('#').expect("links stay inside the page");
            assert!(known.contains(place), "{href} leads nowhere");
        }
        for name in ["aria-labelledby", "for"] {
            assert!(element.get(name).is_none_or(|id| known.contains(id)), "{name}: {:?}", element.get(name));
        }
    }
}

#[test]
fn what_files_hold_is_text_and_never_a_part_of_the_page() {
    let evil = r#"</title><script>alert('1')</script><img src=x onerror=alert(2)> "' &amp; &lt; \u202E\u0007 -->"#;
    let dossier = format!(
        "[dossier]\ntitle = \"{0}\"\n[[source]]\nid = \"s\"\ncited-as = \"S 2023\"\ntitle = \"{0}\"\nissued = \"2023\"\n\
         [[event]]\nid = \"e\"\nname = \"{0}\"\n[[claim]]\nid = \"<b>c</b>\"\ntext = \"{0}\"\n\
         at = {{ section = \"{0}\" }}\ncites = [\"S 2023\", \"{0}\"]\nsays = {{ event = \"e\", on = \"2024\" }}\n\
         [[claim]]\nid = \"quiet\"\ntext = \"t\"\nsays = {{ event = \"e\", on = \"2024\" }}\n\
         allow = [{{ rule = \"uncited-claim\", because = \"{0}\" }}]\n",
        evil.replace('"', "\\\""),
    );
    // Hidden characters as they are, too.
    let dossier = dossier.replace("text = \"t\"", "text = \"\u{202E}\u{7f}<script>\"");
    let folder = Folder::new(&[("a&b<i>/c'd.toml", &dossier)]);
    let ran = folder.run(&["check", ".", "--format", "html", "--possible"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""));
    let page = Page::read(&ran.out);
    holds_together(&page);
    assert!(page.findings().count() > 2, "{}", page.text);
    assert!(page.text.contains("alert('1')") && page.text.contains("a&b<i>/c'd.toml"), "{}", page.text);
    for (name, count) in [("script", 1), ("style", 2), ("img", 0), ("i", 0), ("title", 1)] {
        let inside_pictures = page.named("g").count();
        let expected = if name == "title" { count + inside_pictures } else { count };
        assert_eq!(page.named(name).count(), expected, "{name}");
    }
    let attributes = page.elements.iter().flat_map(|element| &element.attributes);
    for (name, value) in attributes {
        assert!(!name.starts_with("on") && name != "style" && name != "src", "{name}={value}");
    }
    assert!(!ran.out.chars().any(|c| gainsay::text::is_hidden(c) && c != '\n'));
}

#[test]
fn the_page_of_a_dossier_without_findings_is_whole_too() {
    let folder = Folder::new(&[(
        "a.toml",
        "[[source]]\nid = \"s\"\nissued = \"2024\"\n[[event]]\nid = \"e\"\n[[claim]]\nid = \"c\"\ncites = [\"s\"]\n\
         says = { event = \"e\", on = \"2023\" }\n",
    )]);
    let ran = folder.run(&["check", "--format", "html"]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    let page = Page::read(&ran.out);
    holds_together(&page);
    assert_eq!(page.findings().count(), 0);
    assert!(page.text.contains("Nothing was found."), "{}", page.text);
}

#[test]
fn a_paper_is_shown_with_its_marks_its_notes_and_its_ticks() {
    let paper = "---\nbibliography: refs.bib\n---\n\n# Quays\n\nThe <quay> opened on 14 May 2021 [@weir].\n\n\
                 The pier opened in June 1998 [@weir].\n\n| Pier | Length |\n|---|---|\n| north | 30 m |\n";
    let refs = "@book{weir, author = {Weir, Ann}, title = {Piers of the coast}, year = 1999}\n";
    let folder = Folder::new(&[("paper.md", paper), ("refs.bib", refs)]);
    let ran = folder.run(&["check", "paper.md", "--format", "html"]);
    let page = Page::read(&ran.out);
    holds_together(&page);
    let of_class = |class: &str| page.elements.iter().filter(|element| element.get("class") == Some(class)).count();
    // The date and the citation of one sentence clash, and lead to one finding; what agrees is ticked.
    assert_eq!((of_class("hit error"), of_class("notes")), (2, 1), "{}", page.text);
    assert!(page.text.contains("The pier opened in June 1998") && page.text.contains("30 m"), "{}", page.text);
    assert!(page.text.contains("[@weir]✓."), "{}", page.text);
}
