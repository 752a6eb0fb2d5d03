//! The runs of the main part, and where marks can stand between them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::package::{Node, each, local};
use super::Edit;

/// A run of text: letters that share their looks.
#[derive(Debug)]
struct Run {
    whole: Range<usize>,
    /// Its start tag.
    tag: Range<usize>,
    properties: Range<usize>,
    /// Where what it shows begins and ends.
    shown: Range<usize>,
    texts: Vec<Text>,
}

/// Letters of a run: `<w:t>…</w:t>`.
#[derive(Debug)]
struct Text {
    tag: Range<usize>,
    inner: Range<usize>,
    end: usize,
}

/// The outermost runs of a part, in their order.
pub(super) struct Runs(Vec<Run>);

/// A place for a mark: between two runs, or within one.
pub(super) struct Point<'r> {
    at: usize,
    within: Option<(&'r Run, Option<&'r Text>)>,
}

/// The marks that stand at one place.
#[derive(Default)]
pub(super) struct Cut {
    at: usize,
    /// What is to be closed and opened again around them: the run's tag and properties, and whether its text, too.
    within: Option<Within>,
    ends: Vec<u64>,
    starts: Vec<u64>,
}

struct Within {
    tag: Range<usize>,
    properties: Range<usize>,
    text: Option<Range<usize>>,
}

impl Runs {
    pub(super) fn of(xml: &str, prefix: &str) -> Self {
        let names = ["r", "rPr", "t"].map(|name| format!("{prefix}:{name}"));
        let [run_name, properties_name, text_name] = names.each_ref().map(String::as_str);
        let mut runs: Vec<Run> = Vec::new();
        // How many runs are open, one in the other, and how many other elements in the outermost.
        let (mut depth, mut inner) = (0_usize, 0_usize);
        each(xml, |node, at| match node {
            Node::Start(tag) => {
                let name = tag.name();
                let name: &str = name.as_ref();
                if name == run_name {
                    depth += 1;
                    if depth == 1 {
                        inner = 0;
                        let empty = at.end..at.end;
                        let (whole, shown) = (at.clone(), empty.clone());
                        runs.push(Run { whole, tag: at, properties: empty, shown, texts: Vec::new() });
                        return;
                    }
                }
                let Some(run) = runs.last_mut().filter(|_| depth > 0) else { return };
                if depth == 1 && inner == 0 && name == properties_name {
                    run.properties = at.clone();
                    run.shown = at.end..at.end;
                } else if depth == 1 && inner == 0 && name == text_name {
                    run.texts.push(Text { inner: at.end..at.end, end: at.end, tag: at });
                }
                inner += 1;
            }
            Node::End(name) if depth > 0 => {
                let Some(run) = runs.last_mut() else { return };
                if name == local(run_name) && (depth > 1 || inner == 0) {
                    depth -= 1;
                    if depth == 0 {
                        run.whole.end = at.end;
                        run.shown.end = at.start;
                        return;
                    }
                }
                inner = inner.saturating_sub(1);
                if depth == 1 && inner == 0 {
                    match (name == local(properties_name), name == local(text_name), run.texts.last_mut()) {
                        (true, ..) => (run.properties.end, run.shown.start) = (at.end, at.end),
                        (_, true, Some(text)) if at.start >= text.inner.start => {
                            (text.inner.end, text.end) = (at.start, at.end);
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        });
        Self(runs)
    }

    /// The place before what stands at an address.
    pub(super) fn start(&self, at: usize) -> Option<Point<'_>> {
        let run = self.0.get(self.0.partition_point(|run| run.whole.end <= at))?;
        let text = run.texts.iter().find(|text| text.inner.start <= at && at < text.inner.end);
        Some(match text {
            Some(text) if at > text.inner.start => Point { at, within: Some((run, Some(text))) },
            Some(text) if text.tag.start > run.shown.start => Point { at: text.tag.start, within: Some((run, None)) },
            _ => Point { at: run.whole.start, within: None },
        })
    }

    /// The place behind what ends at an address.
    pub(super) fn end(&self, at: usize) -> Option<Point<'_>> {
        let run = self.0.get(self.0.partition_point(|run| run.whole.start < at).checked_sub(1)?)?;
        let text = run.texts.iter().find(|text| text.inner.start < at && at <= text.inner.end);
        Some(match text {
            Some(text) if at < text.inner.end => Point { at, within: Some((run, Some(text))) },
            Some(text) if text.end < run.shown.end => Point { at: text.end, within: Some((run, None)) },
            _ => Point { at: run.whole.end, within: None },
        })
    }
}

impl Point<'_> {
    pub(super) fn begin(&self, cuts: &mut BTreeMap<usize, Cut>, id: u64) {
        self.cut(cuts).starts.push(id);
    }

    pub(super) fn end(&self, cuts: &mut BTreeMap<usize, Cut>, id: u64) {
        self.cut(cuts).ends.push(id);
    }

    fn cut<'c>(&self, cuts: &'c mut BTreeMap<usize, Cut>) -> &'c mut Cut {
        let within = |(run, text): (&Run, Option<&Text>)| Within {
            tag: run.tag.clone(),
            properties: run.properties.clone(),
            text: text.map(|text| text.tag.clone()),
        };
        let cut = || Cut { at: self.at, within: self.within.map(within), ..Cut::default() };
        cuts.entry(self.at).or_insert_with(cut)
    }
}

impl Cut {
    /// What it changes of the part.
    pub(super) fn edits(self, xml: &str, prefix: &str) -> Vec<Edit> {
        let end = |id: u64| {
            let reference = format!("<{prefix}:r><{prefix}:commentReference {prefix}:id=\"{id}\"/></{prefix}:r>");
            format!("<{prefix}:commentRangeEnd {prefix}:id=\"{id}\"/>{reference}")
        };
        let start = |id: u64| format!("<{prefix}:commentRangeStart {prefix}:id=\"{id}\"/>");
        let marks: String = self.ends.into_iter().map(end).chain(self.starts.into_iter().map(start)).collect();
        let Some(Within { tag, properties, text }) = self.within else { return vec![(self.at..self.at, marks)] };
        let run = format!("{}{}", &xml[tag], &xml[properties]);
        let kept = format!("<{prefix}:t xml:space=\"preserve\">");
        let (close, open) = if text.is_some() { (format!("</{prefix}:t>"), kept.as_str()) } else { Default::default() };
        let parted = (self.at..self.at, format!("{close}</{prefix}:r>{marks}{run}{open}"));
        // Blanks at the ends of what was parted would be lost otherwise.
        let tag = text.filter(|tag| !xml[tag.clone()].contains("preserve")).map(|tag| (tag, kept.clone()));
        tag.into_iter().chain([parted]).collect()
    }
}
