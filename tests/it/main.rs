//! The one test binary.

mod cli;
mod house;
mod load;
mod manual;
mod paper;
mod robust;
mod rules;
mod timeline;
