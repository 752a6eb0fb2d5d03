//! The frames of Italian.

use super::{CHANGES, DIVIDED, Frames, Group, LISTS, Link, MEANS, MEDIANS, REMAINS, SIGNS, Says};

pub(in crate::language) const ITALIAN: Frames = Frames {
    lists: &[
        ("namely", "cioè, ossia, vale a dire, ovvero"),
        ("det", "i, gli, le, questi, queste, un totale di, tutti i, tutte le"),
        ("close", "), ], ,, ;"),
        ("gender", "uomini, donne, maschi, femmine, ragazzi, ragazze, bambini, bambine"),
        ("total", "per un totale di, in totale"),
        (
            "split",
            "addestramento, l'addestramento, l’addestramento, training, il training, validazione, la validazione, validation, test, il test, i test, testing",
        ),
        ("for", "per, a, al, alla, come, in"),
        ("used", "dei dati, è, sono, dei dati è stato usato, dei dati è stato utilizzato"),
        ("rest", "il restante, i restanti, il"),
        ("and", "e, e il, e i, ed"),
        ("divided", "suddivisione, suddiviso, suddivisi, suddivise, ripartizione, divisi, divise"),
        ("made-up", "di cui, dei quali, delle quali, composto da, composta da, composti da"),
        (
            "rose",
            "è salito, sono saliti, è aumentato, sono aumentati, è cresciuto, aumenta, sale, cresce, aumentando, salendo, aumentata, salita, cresciuta",
        ),
        (
            "fell",
            "è sceso, sono scesi, è diminuito, sono diminuiti, è calato, scende, diminuisce, cala, scendendo, diminuendo, è scesa, è diminuita, è calata",
        ),
        ("increase", "aumento, incremento, crescita, rialzo"),
        ("decrease", "calo, diminuzione, riduzione, flessione"),
        ("in", "in, nel, nella, nei, nelle, di, del, della, dei, delle, per, da, con, donne, uomini"),
        ("mean", "età media, età media di, età media era di, età media è di, età mediana di"),
        ("between", "tra, fra, compresa tra, compresi tra, da, range"),
        ("ends", "e, a, ai"),
        ("years", "anni, )"),
        ("people", "i partecipanti, le partecipanti, i pazienti, i soggetti, gli intervistati, tutti"),
        ("how", "fortemente, leggermente, significativamente, solo, rapidamente, nettamente"),
        ("from", "da, dal, dall’"),
        ("to", "a, al"),
        ("an", "un, una, un’, un'"),
        ("so", "cioè, ossia, pari a"),
        ("circa", "circa, quasi, approssimativamente, all’incirca, ossia"),
        ("versus", "contro, vs, vs., versus, rispetto a"),
        ("higher", "maggiore, maggiori, più alto, più alta, superiore"),
        ("lower", "minore, minori, più basso, più bassa, inferiore"),
        ("gap", "differenza, scarto, divario"),
        ("gap-of", "di"),
        ("factor", "un fattore, un fattore di, fattore"),
        ("times", "volte, ×"),
        ("than", "che, di, a"),
        ("by", "per"),
        ("whose-parts", "di cui, dei quali, delle quali"),
        (
            "ousted",
            "escluso, esclusi, escluse, abbiamo escluso, sono stati esclusi, sono state escluse, rimossi, scartati, eliminati",
        ),
        ("out-of", "di, dei, delle, su, sui, su un totale di"),
        ("leaving", "lasciando, restano, ne restano, ne rimangono, per cui restano"),
        ("median", "mediana, mediane"),
        ("middle-half", "iqr, iiq, range interquartile, intervallo interquartile, scarto interquartile"),
    ],
    apart: "tra, fra, inclusi, incluse, quali, cui, essi, ogni, ciascuno, per, media, medio, ma, mentre, tranne, solo, soltanto, altri, altre, oppure, o, senza, rispettivamente",
    and: "e, ed, nonché",
    in_names: "di, da, del, della, dei, e",
    groups: &[
        SIGNS,
        Group {
            unless: "ponderato, ponderata, ponderazione, corretto",
            frames: &[
                (
                    Says::Share,
                    Link::Stated,
                    "di|dei|degli|delle|tra|fra @det? ..1 {whole:count} ..5 , {part:count} ..3 ( {share:percent} ) [ ..5 ,|e {part:count} ..3 ( {share:percent} ) ]*",
                ),
                (
                    Says::Share,
                    Link::Presumed,
                    "{whole:count} ..5 , di_cui|dei_quali|delle_quali {part:count} ..3 ( {share:percent} )",
                ),
                (
                    Says::Share,
                    Link::Stated,
                    "{part:count} ( {share:percent} ) su|di|dei|degli|delle @det? {whole:count}",
                ),
                (
                    Says::Share,
                    Link::Stated,
                    "{part:count} su|di|dei|degli|delle @det? {whole:count} ..3 ( {share:percent} @close",
                ),
                (
                    Says::Share,
                    Link::Stated,
                    "{share:percent} (|[ n? =? {part:count} su|di|dei|degli|delle @det? {whole:count} ..2 @close",
                ),
                (
                    Says::Share,
                    Link::Presumed,
                    "( n? =? {part:count} su|di|dei|degli|delle {whole:count} ..2 ,|; {share:percent} )",
                ),
            ],
        },
        Group {
            unless: "ad esempio, per esempio, tra gli altri, entrambi, entrambe, ogni, ciascuno, per, tra, fra",
            frames: &[
                (
                    Says::Sum,
                    Link::Stated,
                    "{whole:count} ..4 : {part:count} @in ..6 [ , {part:count} @in ..6 ]* e {part:count} @in ..6 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..3 ( {part:count} @gender [ ,|;|e {part:count} @gender ]+ )",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{part:count} ..3 [ , {part:count} ..3 ]* e {part:count} ..3 , @total {whole:count}",
                ),
            ],
        },
        Group {
            unless: "accuratezza, precisione, errore, errori, perdita, punteggio, prestazioni, tasso, raggiunge, ottiene, ciascuno, ogni",
            frames: DIVIDED,
        },
        Group { unless: "", frames: MEANS },
        Group { unless: "", frames: REMAINS },
        Group { unless: "", frames: MEDIANS },
        Group { unless: "posto, posizione, livello, grado", frames: CHANGES },
        Group {
            unless: "termini reali, reale, annuo, annua, all'anno, media, pro capite, inflazione, rispettivamente, posto, posizione, livello, grado",
            frames: &[
                (
                    Says::Growth,
                    Link::Stated,
                    "da {from:number} ..5 a {to:same} ..5 ,? un|una @increase del|di {growth:rate}",
                ),
                (
                    Says::Decline,
                    Link::Stated,
                    "da {from:number} ..5 a {to:same} ..5 ,? un|una @decrease del|di {growth:rate}",
                ),
            ],
        },
        Group {
            unless: "ad esempio, per esempio, ecc, eccetera, come, tra cui, fra cui, inclusi, incluse, quali, …, almeno, più di, altri, \
                     altre, ogni, ciascuno, rispettivamente, primi, prime, ultimi, ultime, volte",
            frames: LISTS,
        },
    ],
};
