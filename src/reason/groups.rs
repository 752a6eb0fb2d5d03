//! Numbers in groups: what belongs to each key, in one list.

/// The members of each key, in the order in which they came.
#[derive(Debug)]
pub(super) struct Groups {
    start: Vec<u32>,
    members: Vec<u32>,
}

impl Groups {
    /// Groups pairs of a key, lower than `keys`, and a member. They are gone through twice: to count them, and to place
    /// them.
    pub(super) fn new<P: Iterator<Item = (usize, u32)>>(keys: usize, pairs: impl Fn() -> P) -> Self {
        // The places of a key are filled from where the key before it begins, one to the right of where that is kept.
        let mut start = vec![0_u32; keys + 2];
        pairs().for_each(|(key, _)| start[key + 2] += 1);
        accumulate(&mut start);
        let mut members = vec![0; start[keys + 1] as usize];
        for (key, member) in pairs() {
            let place = &mut start[key + 1];
            members[*place as usize] = member;
            *place += 1;
        }
        Self { start, members }
    }

    /// The members of some keys that follow one another.
    pub(super) fn of(&self, keys: std::ops::Range<usize>) -> &[u32] {
        &self.members[self.start[keys.start] as usize..self.start[keys.end] as usize]
    }
}

/// Turns the counts behind each key into the places at which the keys begin.
pub(super) fn accumulate(starts: &mut [u32]) {
    for key in 1..starts.len() {
        starts[key] += starts[key - 1];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_stand_by_their_keys_in_the_order_in_which_they_came() {
        let pairs = [(3, 7), (0, 1), (3, 2), (1, 9), (3, 7)];
        let groups = Groups::new(5, || pairs.into_iter());
        assert_eq!(
            (0..5).map(|key| groups.of(key..key + 1)).collect::<Vec<_>>(),
            [&[1][..], &[9], &[], &[7, 2, 7], &[]]
        );
        assert_eq!(groups.of(1..4), [9, 7, 2, 7]);
        assert!(Groups::new(0, std::iter::empty).of(0..0).is_empty());
    }
}
