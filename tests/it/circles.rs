//! The house holds its rooms to order too: of the modules of a room none uses another that uses it, at whatever
//! removes.
//!
//! A use is a path that leads from a file into a sibling of it, or of a module above it: in `use`, in code, and by way
//! of what a module hands on from those below it. What stands in the module above both is shared, and no use of either.

use std::collections::{BTreeMap, BTreeSet};

use crate::house::code;

/// A module by its path below the crate, and the name of an item in it; none for the module itself.
type Place = (Vec<String>, Option<String>);

/// The code of modules by their paths, and what they hand on.
struct House {
    code: BTreeMap<Vec<String>, String>,
    handed_on: BTreeMap<Place, Place>,
}

impl House {
    fn new(files: Vec<(String, String)>) -> Self {
        let module = |file: &str| {
            file.trim_start_matches("src/").trim_end_matches(".rs").split('/').map(str::to_owned).collect()
        };
        let code = files.into_iter().map(|(file, code)| (module(&file), code)).collect();
        let mut house = Self { code, handed_on: BTreeMap::new() };
        let mut handed_on = BTreeMap::new();
        for (own, code) in &house.code {
            let uses = code.split(';').filter_map(|statement| {
                let (before, path) = statement.split_once("use ")?;
                before.trim_start().rsplit('\n').next()?.trim_start().starts_with("pub").then_some(path)
            });
            for path in uses.flat_map(branches) {
                let Some((module, item)) = house.resolved(own, &path).filter(|(module, _)| module != own) else {
                    continue;
                };
                let names = match item.as_deref() {
                    Some("") => house.declared(&module),
                    item => item.into_iter().map(str::to_owned).collect(),
                };
                for name in names {
                    handed_on.insert((own.clone(), Some(name.clone())), (module.clone(), Some(name)));
                }
            }
        }
        house.handed_on = handed_on;
        house
    }

    /// The public names of a module.
    fn declared(&self, module: &[String]) -> Vec<String> {
        let lines = self.code[module].lines().filter_map(|line| line.trim_start().strip_prefix("pub "));
        let names = lines.filter_map(|line| line.split(|c: char| !c.is_alphanumeric() && c != '_').nth(1));
        names.map(str::to_owned).collect()
    }

    /// Where a path leads that stands in a module; `None` where it leads out of the crate.
    fn resolved(&self, own: &[String], path: &[String]) -> Option<Place> {
        let (first, mut rest) = path.split_first()?;
        let mut module = own.to_vec();
        match first.as_str() {
            "crate" => module.clear(),
            "self" => {}
            "super" => drop(module.pop()),
            child if self.code.contains_key(&[own, &[child.to_owned()]].concat()) => rest = path,
            _ => return None,
        }
        while let Some((name, behind)) = rest.split_first() {
            if name == "super" {
                module.pop();
            } else if self
                .code
                .keys()
                .any(|known| known.starts_with(&[&module[..], std::slice::from_ref(name)].concat()))
            {
                module.push(name.clone());
            } else {
                break;
            }
            rest = behind;
        }
        let mut place = (module, rest.first().cloned());
        while let Some(further) = self.handed_on.get(&place) {
            place = further.clone();
        }
        Some(place)
    }

    /// Which module of a room uses which, by room.
    fn uses(&self) -> BTreeMap<Vec<String>, BTreeSet<(String, String)>> {
        let mut uses: BTreeMap<Vec<String>, BTreeSet<(String, String)>> = BTreeMap::new();
        for (own, code) in &self.code {
            for (module, _) in paths(code).iter().filter_map(|path| self.resolved(own, path)) {
                let shared = own.iter().zip(&module).take_while(|(here, there)| here == there).count();
                if let (Some(here), Some(there)) = (own.get(shared), module.get(shared)) {
                    uses.entry(own[..shared].to_vec()).or_default().insert((here.clone(), there.clone()));
                }
            }
        }
        uses
    }

    /// The modules that use each other, room by room.
    fn circles(&self) -> BTreeSet<String> {
        let mut circles = BTreeSet::new();
        for (room, uses) in self.uses().into_iter().filter(|(room, _)| !room.is_empty()) {
            for (module, _) in &uses {
                let around = used_by(module, &uses).into_iter().filter(|other| used_by(other, &uses).contains(module));
                let around: Vec<String> = around.collect();
                if !around.is_empty() {
                    circles.insert(format!("{}: {}", room.join("::"), around.join(", ")));
                }
            }
        }
        circles
    }
}

/// What a module uses, at whatever removes.
fn used_by(module: &str, arrows: &BTreeSet<(String, String)>) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    let mut open = vec![module.to_owned()];
    while let Some(at) = open.pop() {
        let next = arrows.iter().filter(|(user, _)| *user == at).map(|(_, used)| used.clone());
        open.extend(next.filter(|next| used.insert(next.clone())));
    }
    used
}

/// The paths in a text, one for each name in braces.
fn paths(code: &str) -> Vec<Vec<String>> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let starts = code.char_indices().filter(|&(at, c)| {
        let before = code[..at].chars().next_back().unwrap_or(' ');
        is_name(c) && !is_name(before) && before != ':'
    });
    starts.flat_map(|(at, _)| branches(&code[at..])).filter(|path| path.len() > 1).collect()
}

/// The paths with which a text begins; what is no name counts as an empty one.
fn branches(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_start();
    let (name, rest) = text.split_at(text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len()));
    let tails = match rest.strip_prefix("::") {
        None => vec![Vec::new()],
        Some(rest) => match rest.strip_prefix('{') {
            None => branches(rest),
            Some(inside) => items(inside).into_iter().flat_map(branches).collect(),
        },
    };
    tails.into_iter().map(|tail| [vec![name.to_owned()], tail].concat()).collect()
}

/// What stands between braces, up to the one that closes them, at each comma of their own.
fn items(inside: &str) -> Vec<&str> {
    let (mut depth, mut start, mut items) = (0, 0, Vec::new());
    for (at, c) in inside.char_indices() {
        match c {
            '{' => depth += 1,
            ',' | '}' if depth == 0 => {
                items.push(inside[start..at].trim());
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    items.retain(|item| !item.is_empty());
    items
}

#[test]
fn no_two_modules_of_a_room_use_each_other() {
    let circles = House::new(code()).circles();
    assert_eq!(circles, BTreeSet::new(), "a module uses one that uses it");
}

#[test]
fn a_use_is_seen_in_every_form() {
    let house = |files: &[(&str, &str)]| {
        let files = files.iter().map(|&(file, code)| (format!("src/{file}.rs"), code.to_owned()));
        House::new(files.collect()).circles().into_iter().collect::<Vec<_>>()
    };
    let above = ("a", "mod b;\nmod c;\npub use b::{One, deep::Two};\npub struct Shared;");
    for c in
        ["use super::b::One;", "use crate::a::{Shared, One};", "fn f() { super::b::run() }", "use super::Two as T;"]
    {
        assert_eq!(house(&[above, ("a/b", "use super::c;"), ("a/b/deep", ""), ("a/c", c)]), ["a: b, c"], "{c}");
        assert_eq!(house(&[above, ("a/b", "use super::Shared;"), ("a/b/deep", ""), ("a/c", c)]), [""; 0], "{c}");
    }
    let below =
        [above, ("a/b", ""), ("a/b/deep", "use crate::a::{Shared, c::{self, Three}};"), ("a/c", "use super::One;")];
    assert_eq!(house(&below), ["a: b, c"]);
}
