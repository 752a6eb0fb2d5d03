//! A set of points that knows how many of them are lower than a given one, in constant time and two bits a point.

/// For each 64 points, a bit for each that is in the set, and how many there are before.
#[derive(Debug)]
pub(super) struct Ranked(Vec<(u64, u32)>);

impl Ranked {
    /// The set of `members`, which ascend, of so many points.
    pub(super) fn new(points: usize, members: &[u32]) -> Self {
        let mut words = vec![(0, 0); points.div_ceil(64)];
        for (rank, &member) in (0..).zip(members) {
            let word: &mut (u64, u32) = &mut words[member as usize / 64];
            word.0 |= 1 << (member % 64);
            word.1 = rank + 1 - word.0.count_ones();
        }
        Self(words)
    }

    /// How many members are lower than the point, if it is one.
    pub(super) fn rank(&self, point: u32) -> Option<usize> {
        let &(bits, before) = self.0.get(point as usize / 64)?;
        let bit = 1 << (point % 64);
        (bits & bit != 0).then(|| (before + (bits & (bit - 1)).count_ones()) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_knows_its_place_and_others_have_none() {
        let members = [0, 1, 63, 64, 130, 199];
        let ranked = Ranked::new(200, &members);
        for point in 0..300 {
            assert_eq!(ranked.rank(point), members.iter().position(|&member| member == point), "{point}");
        }
    }
}
