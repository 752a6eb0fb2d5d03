//! The frames of Indonesian.

use super::{CHANGES, DIVIDED, Frames, Group, LISTS, Link, MEANS, MEDIANS, REMAINS, Says};

pub(in crate::language) const INDONESIAN: Frames = Frames {
    lists: &[
        ("namely", "yaitu, yakni, ialah, adalah, meliputi"),
        ("about", "sekitar, kira-kira, atau, setara, setara dengan, atau setara, atau sekitar, ekuivalen"),
        ("det", "semua, seluruh, total, sebanyak, ke"),
        ("close", "), ,, ;"),
        ("of", "dari, di antara, dari total, dari seluruh, dari semua, dari sebanyak"),
        ("who", "orang, di antaranya, jiwa, responden, warga, buah, unit"),
        (
            "did",
            "setuju, menolak, hadir, tewas, selamat, gagal, lulus, rusak, kering, hangus, telah, sudah, memiliki, mempunyai, \
             adalah, dinyatakan, mengalami, mengaku",
        ),
        ("rose", "naik, meningkat, bertambah, tumbuh, melonjak, melesat, membengkak, naiknya, meningkatnya"),
        ("fell", "turun, menurun, berkurang, merosot, menyusut, anjlok, melorot, turunnya, menurunnya"),
        ("increase", "kenaikan, peningkatan, pertumbuhan, lonjakan, pertambahan"),
        ("decrease", "penurunan, pengurangan, penyusutan, kemerosotan"),
        (
            "lasted",
            "berlangsung, menjabat, bekerja, memimpin, memerintah, berkuasa, tinggal, beroperasi, mengajar, belajar, \
             bertugas, menjadi, dijabat, dipimpin, diduduki, berlaku",
        ),
        ("to", "menjadi, ke, hingga, sampai"),
        ("gives", "memberi, memberikan, mengalokasikan, membagi, menyalurkan, menganggarkan"),
        ("for", "untuk, kepada, bagi, sebagai"),
        (
            "total",
            "dengan total, totalnya, total, seluruhnya, jumlahnya, sehingga totalnya, sehingga jumlahnya, jumlah seluruhnya",
        ),
        ("consists", "terdiri dari, terdiri atas, tersusun atas, tersusun dari"),
        (
            "partition",
            "setuju, menolak, abstain, diam, perempuan, laki-laki, pria, wanita, hidup, meninggal, tewas, selamat, lulus, \
             gagal, menang, kalah, seri, positif, negatif, hadir, absen",
        ),
        (
            "behind",
            "., ,, ;, ), di, dari, pada, yang, dan, dengan, untuk, itu, ini, tersebut, selama, tentang, dalam, antara",
        ),
        (
            "surveyed",
            "mewawancarai, menyurvei, meneliti, mencakup, mengumpulkan, menganalisis, melibatkan, wawancara dengan, mengunjungi, \
             menyurati, survei terhadap, penelitian terhadap, sampel, sebanyak, terhadap",
        ),
        (
            "in",
            "di, dari, untuk, pada, dengan, ke, bekerja, setuju, menolak, abstain, perempuan, laki-laki, pria, wanita, \
             orang di, orang dari, orang untuk, orang bekerja",
        ),
        (
            "joined",
            "bergabung dengan, bergabung ke, bergabung ke dalam, bergabung dalam, bergabung kepada, menjadi anggota, masuk ke \
             dalam, masuk ke, menjadi anggota resmi",
        ),
        ("already", "resmi, telah, sudah, secara resmi, telah resmi, sudah resmi"),
        ("joining", "bergabungnya, masuknya, aksesi"),
        ("into", "ke, ke dalam, kepada, dengan, dalam, menjadi anggota"),
        ("whence", "setelah, sesudah, pasca, sejak, ketika, saat, karena"),
        ("after", "setelah, sesudah, pasca, sejak, usai, menyusul, dengan"),
        ("within", "pada, di, dalam, selama, semasa, saat, ketika, di tengah, pada masa, pada saat, di masa"),
        ("stop", "., ;, ), –, —, setelah, ketika, meskipun, karena, tetapi, namun, sehingga"),
        ("pause", "., ;, ), –, —, ,, dan, yang, sehingga, maka, ketika, setelah"),
        (
            "acted",
            "menulis, mengunjungi, bertemu, menikah, pindah, mundur, mengatakan, menjadi, terpilih, dilantik, kembali, \
             mendirikan, berpidato, tiba, menandatangani",
        ),
        (
            "members",
            "anggota, penulis, pendiri, hakim, menteri, anak, putra, putri, mitra, calon, pemenang, delegasi, anggotanya, \
             pendirinya",
        ),
        (
            "split",
            "pelatihan, data latih, data pelatihan, melatih, training, data training, validasi, data validasi, pengujian, data uji, data pengujian, testing, data testing, menguji",
        ),
        (
            "gender",
            "perempuan, laki-laki, pria, wanita, putra, putri, siswa laki-laki, siswa perempuan, siswi, orang perempuan, orang laki-laki",
        ),
        ("used", "data, dari data, digunakan, data digunakan, dipakai, data dipakai, dari data digunakan"),
        ("rest", "sisanya, sisa"),
        ("and", "dan, serta, dan sisanya"),
        ("divided", "dibagi menjadi, dibagi, terbagi, pembagian"),
        (
            "made-up",
            "terdiri dari, yang terdiri dari, terdiri atas, yang terdiri atas, yakni, yaitu, dengan rincian, dengan komposisi",
        ),
        ("mean", "usia rata-rata, rata-rata usia, rerata usia, umur rata-rata, rata-rata umur, rerata umur"),
        ("between", "antara, rentang, berkisar antara, berkisar, dari"),
        ("years", "tahun, )"),
        ("ends", "dan, hingga, sampai, sampai dengan"),
        ("people", "peserta, para peserta, responden, para responden, pasien, siswa, subjek, semua"),
        ("how", "tajam, sedikit, signifikan, hanya, drastis, pesat, lagi"),
        ("from", "dari"),
        ("an", "sebuah, suatu, terjadi, ada"),
        ("so", "atau, artinya, yaitu"),
        ("circa", "sekitar, kira-kira, hampir, kurang lebih"),
        ("versus", "vs, vs., versus, berbanding, dibandingkan dengan, dibandingkan"),
        ("higher", "lebih tinggi, lebih banyak, lebih besar"),
        ("lower", "lebih rendah, lebih sedikit, lebih kecil"),
        ("gap", "selisih, perbedaan"),
        ("gap-of", "sebesar, sebanyak"),
        ("factor", "faktor, sebesar faktor"),
        ("times", "kali, kali lipat, ×"),
        ("than", "daripada, dari, dibandingkan"),
        ("by", "per, menurut"),
        ("whose-parts", "yang terdiri dari, terdiri dari, yakni, yaitu"),
        ("ousted", "mengeluarkan, dikeluarkan, membuang, dibuang, dihapus, menghapus"),
        ("out-of", "dari"),
        ("leaving", "sehingga tersisa, tersisa, menyisakan, sehingga menyisakan"),
        ("median", "median"),
        ("middle-half", "iqr, rentang interkuartil, jangkauan interkuartil"),
    ],
    apart: "antara, termasuk, di antaranya, antaranya, mereka, masing-masing, per, rata-rata, sedangkan, sementara, tetapi, \
            namun, yang, hanya, selain, kecuali, tambahan, lain, atau, tanpa",
    and: "dan, serta, &",
    in_names: "bin, binti, van, de, der, al, von, ibn",
    groups: &[
        Group {
            unless: "tidak, bukan, belum, jika, apabila, akan, kembali, ulang, kedua, atau, mungkin, diduga, konon, katanya, \
                     menurut, \", “, ”, «, », ?",
            frames: &[
                (Says::Once("birth"), Link::Presumed, "{what:name} lahir|dilahirkan [ di ..2 ]? pada|tahun {on:date}"),
                (
                    Says::Once("death"),
                    Link::Presumed,
                    "{what:name} lahir ..5 dan wafat|meninggal dunia? ..3 pada|tahun {on:date}",
                ),
                (
                    Says::Once("death"),
                    Link::Presumed,
                    "{what:name} wafat|meninggal dunia? [ di ..2 ]? pada|tahun {on:date}",
                ),
                (Says::Once("signing"), Link::Presumed, "{what:name} ditandatangani pada|tahun {on:date}"),
                (Says::Acted, Link::Presumed, "^ pada tahun? {on:date} ,? {who:name} @acted"),
                (Says::Acted, Link::Presumed, "^ {who:name} @acted ..6 pada tahun? {on:date} $"),
                (Says::Once("inauguration"), Link::Presumed, "{what:name} diresmikan pada|tahun {on:date}"),
                (Says::Once("founding"), Link::Presumed, "{what:name} didirikan|dibentuk pada|tahun {on:date}"),
            ],
        },
        Group {
            unless: "pembobotan, tertimbang, disesuaikan",
            frames: &[
                (
                    Says::Share,
                    Link::Stated,
                    "@of @det? {whole:count} ..5 [ yang|dengan ..6 ]? , @det? {part:count} ..3 ( {share:percent} ) \
                     [ ..5 ,|;|dan dan? {part:count} ..3 ( {share:percent} ) ]*",
                ),
                (
                    Says::Share,
                    Link::Presumed,
                    "@of @det? {whole:count} ..5 [ yang|dengan ..6 ]? , @det? {part:count} ..2 ,? atau|yakni|yaitu {share:percent}",
                ),
                (
                    Says::Share,
                    Link::Presumed,
                    "{whole:count} ..5 , @det? {part:count} ..1 di_antaranya|diantaranya ..2 ( {share:percent} )",
                ),
                (Says::Share, Link::Presumed, "{share:percent} ( n? =? {part:count} @who? / {whole:count} ..2 @close"),
                (Says::Share, Link::Presumed, "{part:count} / {whole:count} ..2 ( {share:percent} )"),
                (Says::Share, Link::Stated, "{part:count} @who? ( {share:percent} ) dari @det? {whole:count}"),
                (
                    Says::Share,
                    Link::Stated,
                    "{part:count} @who? ..1 dari @det? {whole:count} ..3 ( {share:percent} @close",
                ),
                (
                    Says::Share,
                    Link::Stated,
                    "{part:count} @who? dari @det? {whole:count} ..3 , atau|yakni|yaitu {share:percent}",
                ),
                (Says::Share, Link::Stated, "{share:percent} ( {part:count} @who? dari @det? {whole:count} ..2 @close"),
            ],
        },
        Group {
            unless: "kali, rata-rata, median",
            frames: &[
                (Says::Part, Link::Presumed, "^ dari @det? {whole:count} ..4 , @det? {part:count} ..1 @did"),
                (Says::Part, Link::Presumed, "{part:count} dari ke {whole:count}"),
            ],
        },
        Group {
            unless: "tidak, bukan, belum, tak, tanpa, jika, apabila, bila, kalau, seandainya, andai, andaikan, akan, ingin, \
                     keinginan, berkeinginan, hendak, rencana, berencana, merencanakan, mungkin, kemungkinan, potensi, \
                     berpotensi, harus, seharusnya, sebaiknya, agar, supaya, untuk, upaya, berupaya, wacana, isu, ancaman, \
                     tuntutan, permintaan, permohonan, gagal, menolak, penolakan, menentang, mendukung, dukungan, calon, \
                     prospek, peluang, menghalangi, mencegah, sebelum, hingga, sampai, membatalkan, batal, mengklaim, \
                     konon, diduga, hampir, novel, film, fiksi, \", “, ”, «, », ?",
            frames: &[
                (
                    Says::JoinedOn,
                    Link::Stated,
                    "^ [ ..4 , ]? {who:state} [ ,|dan|serta|,_dan {who:state} ]* @already? @joined {body:body} [ ( ..1 ) ]? \
                     pada|di? tahun|tanggal? {on:date}",
                ),
                (
                    Says::JoinedOn,
                    Link::Stated,
                    "^ pada {on:date} ,? {who:state} [ ,|dan|serta|,_dan {who:state} ]* @already? @joined {body:body} \
                     [ ( ..1 ) ]? @stop",
                ),
                (
                    Says::JoinedOn,
                    Link::Stated,
                    "@whence {who:state} [ ,|dan|serta|,_dan {who:state} ]* @already? @joined {body:body} [ ( ..1 ) ]? \
                     pada|di? tahun|tanggal? {on:date}",
                ),
                (
                    Says::JoinedOn,
                    Link::Stated,
                    "@after @joining {who:state} [ ,|dan|serta|,_dan {who:state} ]* @into {body:body} [ ( ..1 ) ]? \
                     pada|di? tahun|tanggal? {on:date}",
                ),
                (
                    Says::Joined,
                    Link::Presumed,
                    "^ [ ..4 , ]? {who:state} [ ,|dan|serta|,_dan {who:state} ]* @already @joined {body:body} [ ( ..1 ) ]? @stop",
                ),
                (
                    Says::Joined,
                    Link::Presumed,
                    "@whence {who:state} [ ,|dan|serta|,_dan {who:state} ]* @already? @joined {body:body} [ ( ..1 ) ]? @pause",
                ),
                (
                    Says::Joined,
                    Link::Presumed,
                    "@after @joining {who:state} [ ,|dan|serta|,_dan {who:state} ]* @into {body:body} [ ( ..1 ) ]? @pause",
                ),
            ],
        },
        Group {
            unless: "tidak, bukan, jika, seandainya, seperti, dibandingkan, layaknya, mirip, novel, film, fiksi, peringatan, \
                     memperingati, \", “, ”, «, », ?",
            frames: &[
                (Says::Within, Link::Presumed, "{event:event} @within {era:era} @pause"),
                (Says::Dated, Link::Presumed, "^ {event:event} pada|di? tahun|tanggal? {on:date}"),
                (Says::Dated, Link::Presumed, "@after {event:event} pada|di? tahun|tanggal? {on:date}"),
            ],
        },
        Group {
            unless: "misalnya, antara lain, di antaranya, seperti, sekurang-kurangnya, lebih dari satu, keduanya, \
                     masing-masing, setiap, tiap, per",
            frames: &[
                (
                    Says::Sum,
                    Link::Stated,
                    "{whole:count} ..4 : {part:count} @in ..6 [ , {part:count} @in ..6 ]* ,? dan|serta {part:count} @in ..6 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..4 ( {part:count} @in ..5 [ ,|; {part:count} @in ..5 ]* ,? dan|serta {part:count} @in ..5 )",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "dari @det? {whole:count} ..4 , {part:count} ..2 @partition ..4 [ , {part:count} ..2 @partition ..4 ]+ \
                     ,? dan|serta {part:count} ..2 @partition ..6 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..3 ,? yang? @consists {part:count} ..4 [ , {part:count} ..4 ]* ,? dan|serta {part:count} ..4 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{whole:count} ..4 : {part:count} ..4 [ ,|; {part:count} ..4 ]* ,? dan|serta {part:count} ..4 $",
                ),
                (
                    Says::Sum,
                    Link::Presumed,
                    "{part:count} ..3 [ , {part:count} ..3 ]* ,? dan|serta {part:count} ..3 , @total {whole:count}",
                ),
            ],
        },
        Group {
            unless: "lebih dari satu, keduanya",
            frames: &[
                (
                    Says::Hundred,
                    Link::Stated,
                    "@gives {part:percent} @for ..5 [ , {part:percent} @for ..5 ]* ,? dan|serta {part:percent} @for",
                ),
                (
                    Says::Hundred,
                    Link::Presumed,
                    "@consists {part:percent} ..5 [ , {part:percent} ..5 ]* ,? dan|serta {part:percent}",
                ),
            ],
        },
        Group {
            unless: "akurasi, presisi, galat, kesalahan, skor, kinerja, tingkat, mencapai, diperoleh, memperoleh, masing-masing, setiap",
            frames: DIVIDED,
        },
        Group { unless: "", frames: MEANS },
        Group { unless: "", frames: REMAINS },
        Group { unless: "", frames: MEDIANS },
        Group {
            unless: "riil, per tahun, setiap tahun, tiap tahun, tahunan, rata-rata, per kapita, inflasi, disesuaikan, \
                     masing-masing",
            frames: &[
                (
                    Says::Growth,
                    Link::Stated,
                    "dari {from:number} ..5 @to {to:same} ..5 ,? atau? @increase sebesar|sebanyak? {growth:rate}",
                ),
                (
                    Says::Decline,
                    Link::Stated,
                    "dari {from:number} ..5 @to {to:same} ..5 ,? atau? @decrease sebesar|sebanyak? {growth:rate}",
                ),
                (
                    Says::Growth,
                    Link::Presumed,
                    "@rose ..4 dari {from:number} ..5 @to {to:same} ..4 ,? atau naik|meningkat|tumbuh sebesar? {growth:rate}",
                ),
                (
                    Says::Decline,
                    Link::Presumed,
                    "@fell ..4 dari {from:number} ..5 @to {to:same} ..4 ,? atau turun|menurun sebesar? {growth:rate}",
                ),
                // "menjadi 50 juta, atau 3 persen dari PDB" is no growth.
                (
                    Says::Growth,
                    Link::Presumed,
                    "@rose ..4 dari {from:number} ..5 @to {to:same} ..4 ,? atau sebesar? {growth:rate} $",
                ),
                (
                    Says::Decline,
                    Link::Presumed,
                    "@fell ..4 dari {from:number} ..5 @to {to:same} ..4 ,? atau sebesar? {growth:rate} $",
                ),
                (Says::Growth, Link::Presumed, "@rose ..4 dari {from:number} ..5 @to {to:same} ..4 ( {growth:rate} )"),
                (Says::Decline, Link::Presumed, "@fell ..4 dari {from:number} ..5 @to {to:same} ..4 ( {growth:rate} )"),
                (
                    Says::Growth,
                    Link::Stated,
                    "@rose sebesar|sebanyak? {growth:rate} ,? dari {from:number} ..5 @to {to:same}",
                ),
                (
                    Says::Decline,
                    Link::Stated,
                    "@fell sebesar|sebanyak? {growth:rate} ,? dari {from:number} ..5 @to {to:same}",
                ),
                (
                    Says::Multiplied("~-50%"),
                    Link::Presumed,
                    "berkurang separuh dari {from:number} ..4 menjadi {to:same}",
                ),
            ],
        },
        Group { unless: "peringkat, urutan, posisi, kelas, tingkat, tahap, divisi, level", frames: CHANGES },
        Group {
            unless: "tambahan, lainnya, lain, sisanya",
            frames: &[
                (Says::Counts, Link::Presumed, "semua|seluruh|ke {count:count} {what:word} @behind"),
                (Says::Counts, Link::Presumed, "@surveyed ..1 {count:count} {what:word} @behind"),
            ],
        },
        Group {
            unless: "inflasi, disesuaikan",
            frames: &[(Says::Equals, Link::Stated, "{value:money} ( @about? {equals:money} )")],
        },
        Group {
            unless: "tidak, atau, sekitar, hampir, jika",
            frames: &[(
                Says::Age,
                Link::Presumed,
                "lahir ..5 {from:date} [ ..6 , ]? ..6 {on:date} ,? pada|di|dalam? usia|umur {age:count}",
            )],
        },
        Group {
            unless: "mundur, dibandingkan",
            frames: &[
                (Says::Stretch, Link::Presumed, "@lasted ..5 {from:since} hingga|sampai|ke? {until:date}"),
                (Says::Lasting, Link::Stated, "@lasted ..5 {span:span}"),
            ],
        },
        Group {
            unless: "misalnya, antara lain, termasuk, dll",
            frames: &[
                (Says::Named, Link::Presumed, "^ ke? {stated:count} @members adalah|ialah|yaitu|: {named:names} $"),
                (Says::Named, Link::Presumed, "{stated:count} orang? @members ( {named:names} )"),
            ],
        },
        Group {
            unless: "misalnya, seperti, antara lain, di antaranya, diantaranya, termasuk, dll, dsb, dan lain-lain, dan sebagainya, \
                     …, minimal, lebih dari, hingga, lainnya, lain, masing-masing, setiap, tiap, per, pertama, kali",
            frames: LISTS,
        },
    ],
};
