//! Dates as stretches of days: EDTF, durations, and the dates that stand in URLs and in prose.
//!
//! [`When`] is read from EDTF (ISO 8601-2:2019, levels 0, 1 and 2) and carries two [`Stretch`]es of days: the *hard*
//! one holds every day that the notation allows, the *nominal* one the days that it names. Dates have no order; they
//! answer questions in three values ([`Answer`]), since "2024" is neither before nor after "2024-06-19".
//!
//! Years are astronomical inside (year 0 is 1 BCE) and the calendar is the proleptic Gregorian one throughout. Julian
//! dates, years that begin on 25 March and other calendars are out of scope: a date is taken as the Gregorian day that
//! it names, and no date is widened by the 10 to 13 days of the calendars' drift.

mod bad;
mod clock;
mod day;
mod duration;
mod fault;
mod months;
pub mod prose;
mod spoken;
mod stretch;
mod url;
mod when;

pub use day::{Day, YEAR_LIMIT};
pub use duration::Gap;
pub use fault::BadDate;
pub use months::month_named;
pub use stretch::{Answer, End, Stretch};
pub use url::{Trust, UrlDate, date_in_url};
pub use when::{SLACK, Shape, Slack, When};
