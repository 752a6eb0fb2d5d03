//! The frames of Dutch.

use super::{Frames, Group, LISTS, SIGNS};

pub(in crate::language) const DUTCH: Frames = Frames {
    lists: &[("namely", "namelijk, te weten, d.w.z, dat wil zeggen")],
    apart: "waaronder, waarvan, waarbij, onder, inclusief, elk, per, gemiddeld, terwijl, maar, alleen, slechts, behalve, \
            minstens, zonder",
    and: "en, alsook",
    in_names: "van, van de, van der, van den, de, ten, ter, en",
    groups: &[
        SIGNS,
        Group {
            unless: "bijvoorbeeld, bijv, zoals, onder meer, onder andere, o.a, waaronder, enz, enzovoort, …, minstens, \
                     meer dan, andere, elk, telkens, respectievelijk, eerste, laatste, keer",
            frames: LISTS,
        },
    ],
};
