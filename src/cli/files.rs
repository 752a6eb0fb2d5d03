//! Which files make up which dossier.
//!
//! A folder whose files hold a `[dossier]` table is the root of a dossier, and a file belongs to the nearest root above
//! it. Of the paths that were given, the files of a folder that belong to no root are one more dossier, and so are all
//! such files that were given by name. Files and folders whose name begins with a dot are left out.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::Refusal;
use crate::load::{self, Input};
use crate::model::{Home, Paper};
use crate::text::{Texts, is_hidden};

/// A dossier that was found, with its texts and those that it extends.
pub(super) struct Found {
    /// Its folder, or its files, as they were given.
    pub(super) path: String,
    /// Its texts.
    pub(super) texts: Texts,
    /// Whose records they hold.
    pub(super) files: Vec<Input>,
}

/// The paths that were given, or where there are none `claims` if it is there, else this folder.
pub(super) fn or_usual(given: &[PathBuf]) -> Vec<PathBuf> {
    if !given.is_empty() {
        return given.to_vec();
    }
    let usual = Path::new("claims");
    vec![if usual.is_dir() { usual.into() } else { ".".into() }]
}

/// The dossiers at or below `paths`, in the order in which their first files stand.
pub(super) fn dossiers(paths: &[PathBuf]) -> Result<Vec<Found>, Refusal> {
    let mut seen = BTreeSet::new();
    let mut files = Vec::new();
    for given in paths {
        let given = tidy(given);
        let is_folder = fs::metadata(&given).map_err(|error| unreadable(&given, &error))?.is_dir();
        let below = if is_folder { below(&given)? } else { vec![given.clone()] };
        if below.is_empty() {
            return Err(Refusal::NoFiles { path: shown(&given) });
        }
        for path in below.into_iter().map(bare) {
            if seen.insert(path.clone()) {
                files.push((read(path)?, is_folder.then(|| bare(given.clone()))));
            }
        }
    }
    let roots = roots(files.iter().map(|(file, _)| file));
    let mut groups: Vec<(Place, Vec<Read>)> = Vec::new();
    for (file, given) in files {
        let place = match (root_of(&file.path, &roots), given) {
            (Some(root), _) => Place::Root(root),
            (None, Some(folder)) => Place::Folder(folder),
            (None, None) => Place::Files,
        };
        match groups.iter_mut().find(|(other, _)| *other == place) {
            Some((_, group)) => group.push(file),
            None => groups.push((place, vec![file])),
        }
    }
    groups.into_iter().map(|(place, files)| dossier(&place, files)).collect()
}

/// What holds a dossier together.
#[derive(PartialEq)]
enum Place {
    /// The folder of its `[dossier]` table.
    Root(PathBuf),
    /// A folder that was given.
    Folder(PathBuf),
    /// Nothing but that its files were given.
    Files,
}

/// A file that was read.
pub(super) struct Read {
    pub(super) path: PathBuf,
    pub(super) bytes: Vec<u8>,
    paper: Option<(Texts, Paper)>,
}

fn dossier(place: &Place, files: Vec<Read>) -> Result<Found, Refusal> {
    let path = match place {
        Place::Root(folder) | Place::Folder(folder) => shown(folder),
        Place::Files => files.iter().map(|file| shown(&file.path)).collect::<Vec<_>>().join(", "),
    };
    let mut gathered = Gathered { texts: Texts::default(), files: Vec::new(), known: BTreeSet::new() };
    let mut extended = Vec::new();
    if let Place::Root(root) = place {
        let mut trail = vec![Folder { canonical: canonical(root)?, shown: shown(root) }];
        follow(root, &files, &mut trail, &mut BTreeSet::new(), &mut extended)?;
    }
    for file in files {
        gathered.add(file, Home::Own)?;
    }
    for file in extended {
        gathered.add(file, Home::Extended)?;
    }
    Ok(Found { path, texts: gathered.texts, files: gathered.files })
}

struct Gathered {
    texts: Texts,
    files: Vec<Input>,
    known: BTreeSet<PathBuf>,
}

impl Gathered {
    /// Takes a file in, unless it is there already by another name.
    fn add(&mut self, file: Read, home: Home) -> Result<(), Refusal> {
        if !self.known.insert(fs::canonicalize(&file.path).unwrap_or_else(|_| file.path.clone())) {
            return Ok(());
        }
        let path = shown(&file.path);
        let number = self.texts.add_bytes(path.clone(), file.bytes).map_err(|_| Refusal::TooLarge { path })?;
        self.files.push((number, home));
        Ok(())
    }
}

/// A folder on the way from one `extends` to the next.
struct Folder {
    canonical: PathBuf,
    shown: String,
}

/// Adds to `out` the files of the folders that `files`, with their root at `root`, extend.
fn follow(
    root: &Path,
    files: &[Read],
    trail: &mut Vec<Folder>,
    done: &mut BTreeSet<PathBuf>,
    out: &mut Vec<Read>,
) -> Result<(), Refusal> {
    for (file, (texts, paper)) in files.iter().filter_map(|file| Some((file, file.paper.as_ref()?))) {
        for &word in &paper.extends {
            let entry = texts.read(word);
            let line = texts.place(word.span).line;
            let bad = |why| {
                let at = format!("{}:{line}", shown(&file.path));
                Refusal::BadExtends { at, folder: crate::text::shown(entry), why }
            };
            let folder = bare(tidy(&root.join(entry)));
            let Ok(canonical) = fs::canonicalize(or_here(&folder)) else { return Err(bad("is not there")) };
            let shown = shown(&folder);
            if let Some(start) = trail.iter().position(|earlier| earlier.canonical == canonical) {
                let mut folders: Vec<String> = trail[start..].iter().map(|folder| folder.shown.clone()).collect();
                folders.push(folders[0].clone());
                return Err(Refusal::Circle { folders });
            }
            if !done.insert(canonical.clone()) {
                continue;
            }
            let own = own_files(&folder)?;
            if own.is_empty() {
                return Err(bad("holds no `.toml` file"));
            }
            trail.push(Folder { canonical, shown });
            follow(&folder, &own, trail, done, out)?;
            trail.pop();
            out.extend(own);
        }
    }
    Ok(())
}

/// The files below `folder` that belong to no root below it.
pub(super) fn own_files(folder: &Path) -> Result<Vec<Read>, Refusal> {
    let below = if or_here(folder).is_dir() { below(or_here(folder))? } else { vec![folder.to_path_buf()] };
    let read = below.into_iter().map(|path| read(bare(path))).collect::<Result<Vec<_>, _>>()?;
    let roots = roots(read.iter());
    let is_own =
        |file: &Read| root_of(&file.path, &roots).is_none_or(|root| root == folder || !root.starts_with(folder));
    Ok(read.into_iter().filter(is_own).collect())
}

fn roots<'r>(files: impl Iterator<Item = &'r Read>) -> BTreeSet<PathBuf> {
    files.filter(|file| file.paper.is_some()).filter_map(|file| Some(file.path.parent()?.to_path_buf())).collect()
}

/// The nearest of `roots` above `file`.
fn root_of(file: &Path, roots: &BTreeSet<PathBuf>) -> Option<PathBuf> {
    let above = file.ancestors().skip(1).find(|folder| roots.contains(*folder))?;
    // The folder in which the program runs is written as nothing, and `../x` does not lie below it.
    let goes_up = file.strip_prefix(above).is_ok_and(|rest| rest.starts_with(".."));
    (!goes_up).then(|| above.to_path_buf())
}

/// The `*.toml` files below `folder`, by name.
fn below(folder: &Path) -> Result<Vec<PathBuf>, Refusal> {
    let is_dotted = |name: &std::ffi::OsStr| name.as_encoded_bytes().starts_with(b".");
    let is_toml = |path: &Path| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"));
    let walk = walkdir::WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
    let mut files = Vec::new();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_dotted(entry.file_name())) {
        match entry {
            Ok(entry) if entry.file_type().is_file() && is_toml(entry.path()) => files.push(entry.into_path()),
            Ok(_) => {}
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_path_buf();
                let leads_nowhere = error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::NotFound);
                if path.file_name().is_some_and(is_dotted) || leads_nowhere && !is_toml(&path) {
                    continue;
                }
                return Err(match error.io_error() {
                    _ if error.loop_ancestor().is_some() => Refusal::LinkLoop { path: shown(&path) },
                    Some(error) => unreadable(&path, error),
                    None => Refusal::Unreadable { path: shown(&path), why: error.to_string() },
                });
            }
        }
    }
    Ok(files)
}

fn read(path: PathBuf) -> Result<Read, Refusal> {
    let size = fs::metadata(&path).map_err(|error| unreadable(&path, &error))?.len();
    if size >= u64::from(u32::MAX) {
        return Err(Refusal::TooLarge { path: shown(&path) });
    }
    let bytes = fs::read(&path).map_err(|error| unreadable(&path, &error))?;
    let paper = load::paper(&shown(&path), &String::from_utf8_lossy(&bytes));
    Ok(Read { path, bytes, paper })
}

fn canonical(folder: &Path) -> Result<PathBuf, Refusal> {
    fs::canonicalize(or_here(folder)).map_err(|error| unreadable(folder, &error))
}

pub(super) fn unreadable(path: &Path, error: &io::Error) -> Refusal {
    let why = if error.kind() == io::ErrorKind::NotFound {
        "there is no such file or folder".into()
    } else {
        let text = error.to_string().to_lowercase();
        text.split(" (os error").next().unwrap_or_default().to_owned()
    };
    Refusal::Unreadable { path: shown(path), why }
}

/// The path without `.` and without the `..` that take back what stands before them, if it leads to the same place.
pub(super) fn tidy(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(tidy.components().next_back(), Some(Component::Normal(_))) => {
                tidy.pop();
            }
            _ => tidy.push(part),
        }
    }
    let tidy = or_here(&tidy).to_path_buf();
    let same = fs::canonicalize(&tidy).ok() == fs::canonicalize(path).ok();
    if same { tidy } else { path.to_path_buf() }
}

/// The path without a leading `./`; the folder in which the program runs as nothing.
fn bare(path: PathBuf) -> PathBuf {
    match path.strip_prefix(".") {
        Ok(bare) => bare.to_path_buf(),
        Err(_) => path,
    }
}

fn or_here(path: &Path) -> &Path {
    if path.as_os_str().is_empty() { Path::new(".") } else { path }
}

/// A path as it is printed: with `/` between its parts, and without characters that steer a terminal.
pub(super) fn shown(path: &Path) -> String {
    let text = or_here(path).to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
    text.chars().map(|c| if is_hidden(c) { '\u{FFFD}' } else { c }).collect()
}
