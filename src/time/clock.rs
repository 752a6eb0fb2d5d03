//! Times of day behind dates, in the forms of ISO 8601-1:2019: read, and set aside, since the unit is the day.

/// A date or a range of dates without the times of day that stand behind its days; `None` where none does, or what
/// stands there is no time.
pub(super) fn without_times(text: &str) -> Option<String> {
    let parts: Option<Vec<&str>> = text.split('/').map(day).collect();
    parts.map(|parts| parts.join("/")).filter(|plain| plain != text)
}

/// What stands before the time of day; all where there is none.
fn day(part: &str) -> Option<&str> {
    match part.split_once('T') {
        Some((date, time)) => {
            (date.trim_start_matches('-').len() == "2024-06-19".len() && is_time(time)).then_some(date)
        }
        None => Some(part),
    }
}

/// `14`, `14:30`, `1430`, `14:30:05.2`, each with or without a zone.
fn is_time(text: &str) -> bool {
    let clock = match text.strip_suffix('Z') {
        Some(clock) => clock,
        None => match text.rfind(['+', '-', '\u{2212}']) {
            Some(at) => {
                let offset = text[at..].trim_start_matches(['+', '-', '\u{2212}']);
                if !is_of(&fields(offset), &[15, 60]) {
                    return false;
                }
                &text[..at]
            }
            None => text,
        },
    };
    let whole = clock.split(['.', ',']).next().unwrap_or_default();
    let fraction = &clock[whole.len()..];
    let is_fraction =
        fraction.is_empty() || fraction.len() > 1 && fraction[1..].bytes().all(|byte| byte.is_ascii_digit());
    is_fraction && is_of(&fields(whole), &[24, 60, 60])
}

/// The numbers between colons, or of two digits each where there is none.
fn fields(text: &str) -> Vec<&str> {
    if text.contains(':') || !text.is_ascii() {
        return text.split(':').collect();
    }
    (0..text.len()).step_by(2).map(|at| &text[at..text.len().min(at + 2)]).collect()
}

/// Whether there are fields, none beyond the last limit, of two digits each and below theirs.
fn is_of(fields: &[&str], below: &[u32]) -> bool {
    let is_number = |field: &str, below: u32| {
        field.len() == 2
            && field.bytes().all(|byte| byte.is_ascii_digit())
            && field.parse::<u32>().is_ok_and(|it| it < below)
    };
    !fields.is_empty()
        && fields.len() <= below.len()
        && fields.iter().zip(below).all(|(field, &below)| is_number(field, below))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_are_set_aside_in_every_form() {
        for time in [
            "14",
            "12:34",
            "1234",
            "12:34:56",
            "123456",
            "12:34:56.789",
            "12:34Z",
            "12:34+02",
            "12:34-05:30",
            "1234+0200",
        ] {
            assert_eq!(without_times(&format!("1949-09-15T{time}")).as_deref(), Some("1949-09-15"), "{time}");
        }
        assert_eq!(without_times("2024-06-19T09:00/2024-06-20T17:30").as_deref(), Some("2024-06-19/2024-06-20"));
        assert_eq!(without_times("2024-06-19T09:00/..").as_deref(), Some("2024-06-19/.."));
    }

    #[test]
    fn what_is_no_time_stays_a_fault() {
        for text in [
            "1949-09-15T24:00",
            "1949-09-15T12:60",
            "1949-09-15T",
            "1949-09T12:00",
            "1949-09-15T1",
            "1949-09-15T12:34+99",
            "1949-09-15",
        ] {
            assert_eq!(without_times(text), None, "{text}");
        }
    }
}
