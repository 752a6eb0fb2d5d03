//! The one test binary.

mod citations;
mod cli;
mod draft;
mod drafts;
mod exchange;
mod explain;
mod fingerprints;
mod fix;
mod formats;
mod house;
mod html;
mod impact;
mod load;
mod local;
mod manual;
mod minimal;
mod paper;
mod readers;
mod repairs;
mod revise;
mod revision;
mod robust;
mod rules;
mod schema;
mod timeline;
mod tutorial;
