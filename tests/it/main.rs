//! The one test binary.

mod cli;
mod explain;
mod house;
mod load;
mod local;
mod manual;
mod paper;
mod robust;
mod rules;
mod timeline;
