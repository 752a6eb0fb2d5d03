//! Indonesian, with its older spellings (Nopember, Pebruari, Djanuari).

use super::{
    Calendar, Citing, Counted, Cue, Heading, Language, Numbered, Numbers, Research, Sentence, Term, Tone, Unit,
};

pub(super) const INDONESIAN: Language = Language {
    code: "id",
    abstracts: "abstrak, ringkasan, intisari, sari",
    restating: "pendahuluan, kesimpulan, simpulan, penutup, pembahasan",
    calendar: Calendar {
        months: [
            "januari, djanuari",
            "februari, pebruari",
            "maret",
            "april",
            "mei",
            "juni, djuni",
            "juli, djuli",
            "agustus",
            "september",
            "oktober",
            "november, nopember",
            "desember",
        ],
        short: [
            "jan, djan",
            "feb, peb",
            "mar, mrt",
            "apr",
            "",
            "jun",
            "jul",
            "agu, agt, ags, agst",
            "sep",
            "okt",
            "nov, nop",
            "des",
        ],
        weekdays: ["senin", "selasa", "rabu", "kamis", "jumat, jum'at", "sabtu", "minggu, ahad"],
        ordinal_before: "ke",
        decades: "-an, 'an, ’an",
        to_abbreviated: "s.d, s/d",
        day_of: "harinya",
        quarters: ["pertama", "kedua", "ketiga", "keempat"],
        day_first: true,
        ..Calendar::EMPTY
    },
    cues: &[
        (Cue::Neutral, "periode, kurun, waktu, rentang"),
        (Cue::Lead, "pada, di, selama, sepanjang, bertanggal, tertanggal"),
        (Cue::Date, "tanggal, tgl"),
        (Cue::Year, "tahun, thn"),
        (Cue::Month, "bulan"),
        (Cue::Early, "awal"),
        (Cue::Mid, "pertengahan"),
        (Cue::Late, "akhir, penghujung"),
        (Cue::Circa, "sekitar, kira"),
        (Cue::Since, "sejak, semenjak"),
        (Cue::From, "dari, mulai"),
        (Cue::Between, "antara"),
        (Cue::And, "dan"),
        (Cue::Until, "hingga, sampai"),
        (Cue::By, "selambat, paling"),
        (Cue::Before, "sebelum, menjelang, pra"),
        (Cue::After, "setelah, sesudah, pasca, pascal, selepas"),
        (Cue::Decade, "dekade, dasawarsa"),
        (Cue::Century, "abad"),
        (Cue::Bce, "sm"),
        (Cue::Ce, "masehi"),
        (Cue::SeasonFollows, "musim"),
        (Cue::Season(21), "semi"),
        (Cue::Season(22), "panas"),
        (Cue::Season(23), "gugur"),
        (Cue::Season(24), "dingin"),
        (Cue::Quarter, "kuartal, triwulan"),
        (Cue::Several, "beberapa"),
        (Cue::Unit(Unit::Day), "hari"),
        (Cue::Unit(Unit::Week), "minggu, pekan"),
        (Cue::One(Unit::Day), "sehari"),
        (Cue::One(Unit::Week), "seminggu, sepekan"),
        (Cue::One(Unit::Month), "sebulan"),
        (Cue::One(Unit::Year), "setahun"),
        (Cue::LastBehind, "lalu"),
        (Cue::AgoBehind, "silam"),
        (Cue::ThisBehind, "ini"),
        (Cue::NextBehind, "depan, mendatang"),
        (Cue::ToldBehind, "itu, tersebut, sama"),
        (Cue::FollowingBehind, "berikutnya"),
        (Cue::PreviousBehind, "sebelumnya"),
        (Cue::Later, "kemudian, setelahnya, sesudahnya"),
        (Cue::FromTold(1), "keesokan, esoknya, besoknya"),
        (Cue::FromToday(-1), "kemarin"),
        (Cue::FromToday(1), "besok"),
        (Cue::Which, "yang"),
        (Cue::Than, "lambat, lambatnya"),
        (
            Cue::Numbered,
            "pasal, ayat, bab, nomor, hlm, hal, halaman, versi, baris, gambar, tabel, telp, pos, kode, \
            tipe, butir, huruf, undang, uu, perpres, keppres, permen, perppu",
        ),
        (Cue::Act, "resolusi"),
        (Cue::Money, "rp"),
        (
            Cue::Counted,
            "ribu, juta, miliar, milyar, triliun, ratus, persen, barel, orang, tentara, prajurit, \
            personel, pasukan, warga, jiwa, buah, kontainer, peserta, anggota, negara, rumah, kasus, korban, pekerja, \
            wisatawan, rupiah, dolar, rubel, sanksi, kali, kata, jam, menit, detik, buku, sekolah, perusahaan",
        ),
    ],
    frames: super::frames::INDONESIAN,
    numbers: Numbers {
        decimal: ',',
        counted: Counted::RightBehind,
        ordinals: &["pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan"],
        numerals: "satu, dua, tiga, empat, lima, enam, tujuh, delapan, sembilan, sepuluh, sebelas",
        scales: &[(2, "ratus"), (3, "ribu"), (6, "juta"), (9, "miliar, milyar"), (12, "triliun")],
        money_scales: &[(3, "rb"), (6, "jt"), (9, "mlr"), (12, "t")],
        dozens: "lusin",
        many: &[(10, "puluhan"), (100, "ratusan"), (1000, "ribuan"), (1_000_000, "jutaan")],
        bounds: &[
            (">=", "tidak kurang dari, paling sedikit, setidaknya, sedikitnya, minimal"),
            ("<=", "tidak lebih dari, paling banyak, maksimal, hingga"),
            (">", "lebih dari, di atas"),
            ("<", "kurang dari, di bawah"),
            ("~", "kurang lebih, kira-kira, sekitar, hampir"),
            ("", "mencapai"),
        ],
        between: "antara",
        from: "dari",
        to: "hingga, sampai",
        and: "dan",
        units: &[
            ("pp", "poin persentase, poin persen"),
            ("%", "persen"),
            ("USD", "dollar Amerika Serikat, dolar Amerika Serikat, dollar AS, dolar AS"),
            ("IDR", "rupiah"),
            ("RUB", "rubel"),
            ("km²", "kilometer persegi"),
        ],
        measures: &[
            ("%", "persen"),
            ("‰", "permil"),
            ("pp", "poin persentase, poin persen"),
            ("ha", "hektare"),
            ("s", "detik"),
            ("min", "menit"),
            ("h", "jam"),
            ("d", "hari"),
            ("week", "minggu"),
            ("month", "bulan"),
            ("year", "tahun"),
        ],
        no_units: "adalah, agar, akan, antara, atas, atau, bagi, bahwa, berisi, dalam, dan, dapat, dari, dengan, di, \
            ditujukan, hingga, ini, itu, juga, kali, karena, ke, kepada, ketika, maka, menjadi, merupakan, namun, \
            oleh, pada, para, pasal, per, saat, sampai, sebagai, secara, sehingga, sejak, serta, setelah, tahun, \
            telah, tentang, tersebut, terhadap, untuk, yaitu, yang",
        numbered: "pasal, ayat, bab, nomor, hlm, hal, halaman, versi, gambar, tabel, baris, resolusi, butir, uu, ke, \
            tipe, tahap, tanggal, pukul, tahun",
        ..Numbers::EMPTY
    },
    tone: Tone {
        planned: "akan, bakal, rencana, rencananya, berencana, direncanakan, merencanakan, dijadwalkan, berjanji, \
            bertekad, ditargetkan, mendatang",
        forecast: "diperkirakan, memperkirakan, diprediksi, diproyeksikan, diharapkan, berharap",
        alleged: "diduga, dugaan, menuding, dituding, menuduh, dituduh, mengklaim, konon, dikabarkan",
        hedged: "mungkin, kemungkinan, barangkali, seandainya, andaikan, tampaknya, sepertinya, berpotensi",
        compared: "lebih, kurang",
        conditions: "jika, apabila, bila, kalau",
        relatives: "yang",
        joining: "bahwa, dan, karena, meskipun, namun, sedangkan, tetapi",
        ..Tone::EMPTY
    },
    commonest: "yang, dan, pada, dengan, untuk, dari, tersebut, itu",
    light: "adalah, akan, antara, atas, bahwa, berbagai, dalam, dapat, dengan, demikian, hal, hari, ialah, itu, juga, \
        karena, kedua, kemudian, kepada, merupakan, namun, oleh, pada, para, secara, selain, seperti, serta, tahun, \
        tanggal, telah, terhadap, tersebut, untuk, yaitu, yang",
    before_dates: "pada, di, tahun, tanggal, tgl., bulan, hari",
    negations: "tidak, bukan, belum, tanpa, tak, jangan",
    research: Research {
        significant: "signifikan, bermakna",
        statistically: "secara, statistik",
        otherwise: "hampir, kecenderungan, klinis, taraf, tingkat, ambang, hanya, kecuali, tetapi, namun, sedangkan, \
            jika, apakah, marginal",
        levels: "taraf, tingkat signifikansi, taraf signifikansi",
        leads: "sebesar, adalah",
        scales: "skala, likert",
        points: "poin, titik",
        one_sided: "satu arah, satu sisi, satu ekor, one-tailed",
        corrections: "koreksi, dikoreksi, terkoreksi, disesuaikan",
        ..Research::EMPTY
    },
    prepositions: "dalam, oleh, dari, pada, di",
    accessed: "diakses pada tanggal, diakses pada, diakses tanggal, diakses, diunduh pada tanggal, diunduh pada, diunduh, dikutip pada",
    totals: "total, jumlah, jumlah total, total keseluruhan",
    numbered: &[(Numbered::Table, "tabel"), (Numbered::Figure, "gambar"), (Numbered::Elsewhere, "lampiran, tambahan")],
    naming: "sumber",
    references: &[
        (Term::In, "dalam"),
        (Term::Editors, "penyunting, editor"),
        (Term::EditedBy, "disunting oleh"),
        (Term::Translators, "penerjemah, terj"),
        (Term::TranslatedBy, "diterjemahkan oleh, terj. oleh"),
        (Term::Volume, "jilid, jil"),
        (Term::Issue, "nomor, nom, noo"),
        (Term::Page, "halaman, hlm, hal, hh, h"),
        (Term::Edition, "edisi"),
        (Term::Serial, "jurnal, majalah, buletin, harian, kompas, tempo"),
        (Term::Proceedings, "prosiding, konferensi"),
        (Term::Press, "penerbit, pustaka, gramedia, terbitan"),
        (Term::Thesis, "skripsi, tesis, disertasi, dissertasi, program studi"),
        (
            Term::Body,
            "antara, badan, berita, biro, departemen, dewan, indonesia, institut, internasional, jurnal, kantor, \
             fakultas, kementerian, komisi, lembaga, mahkamah, organisasi, pusat, yayasan",
        ),
        (Term::University, "universitas"),
        (Term::OfBody, "untuk"),
        (Term::Join, "dan, serta"),
        (Term::Others, "dkk"),
        (Term::Particle, "bin, binti, ibn, al, el"),
        (Term::Law, "undang-undang, peraturan, keputusan"),
        (Term::Little, "di, ke, dari, dan, yang, untuk, dengan, pada, dalam, oleh, atau, sebagai, terhadap"),
        (Term::Short, "dkk, hlm, hal, terj"),
        (
            Term::City,
            "jakarta, yogyakarta, bandung, surabaya, malang, semarang, medan, bogor, depok, surakarta, \
             makassar, denpasar, padang",
        ),
    ],
    headings: &[
        (
            Heading::Bibliography,
            "daftar pustaka, daftar rujukan, daftar referensi, referensi, rujukan, pustaka, kepustakaan, \
             bibliografi, rujukan dan referensi, daftar bacaan",
        ),
        (
            Heading::Part,
            "buku, buku dan artikel, jurnal, artikel, artikel jurnal, situs web, situs, sumber internet, \
             sumber lain, berita, media massa, laporan, dokumen, skripsi, tesis, disertasi, peraturan, \
             peraturan perundang-undangan, undang-undang, wawancara, lain-lain",
        ),
        (
            Heading::Section,
            "abstrak, ringkasan, pendahuluan, kata pengantar, latar belakang, metode, metode penelitian, \
             hasil dan pembahasan, pembahasan, kesimpulan, simpulan, penutup, lampiran, daftar isi",
        ),
        (
            Heading::Statement,
            "ucapan terima kasih, konflik kepentingan, pendanaan, kontribusi penulis, ketersediaan data",
        ),
        (Heading::Notes, "catatan, catatan kaki, catatan akhir"),
    ],
    citing: &[
        (
            Citing::Method,
            "metode, metodologi, pendekatan, teknik, algoritma, kuesioner, angket, definisi, kriteria, sampel, \
             regresi, teori, model, konsep",
        ),
        (Citing::Own, "kami, penelitian ini, artikel ini, skripsi ini, tulisan ini, studi ini"),
        (Citing::CitedIn, "dikutip dari, dikutip dalam, dalam"),
        (
            Citing::Introduces,
            "bandingkan, berdasarkan, dalam, diadaptasi, diakses, dikutip, diolah, lihat, menurut, mis, misal, \
             misalnya, seperti, sumber",
        ),
        (Citing::WithinName, "atas, bagi, bin, binti, dan, dkk, serta, untuk, ibn, al-"),
        (
            Citing::NoAuthor,
            "abad, artikel, ayat, bab, gambar, kepres, konferensi, konvensi, krisis, ktt, lahir, nomor, pasal, \
             pemilu, perang, periode, perjanjian, permen, perpres, pilpres, protokol, resolusi, revolusi, sejak, \
             sekitar, tabel, tahun, tanggal, tap, traktat, undang, uu, versi, wafat",
        ),
        (Citing::Locator, "hlm, hal, halaman, h, bab, tabel"),
        (
            Citing::Speaks,
            "berargumen, berpendapat, dijelaskan, mendefinisikan, mengatakan, mengemukakan, mengungkapkan, \
             menjelaskan, menulis, menunjukkan, menyatakan, menyebut, menyebutkan, menyimpulkan, melaporkan, \
             memaparkan",
        ),
        (Citing::SaidBy, "menurut, oleh, lihat, dalam"),
        (Citing::Aside, "lihat, lihat juga, bandingkan"),
        (Citing::Signal, "lihat juga, lihat, bandingkan"),
        (Citing::Published, "diterbitkan, terbit, dipublikasikan"),
        (Citing::Undated, "t.t, t. t, tt, tth"),
        (Citing::Forthcoming, "akan terbit, segera terbit"),
        (Citing::Available, "tersedia pada, tersedia di, diakses dari, diunduh dari, dari"),
        (Citing::ReadOn, "diakses, pada, dari"),
    ],
    sentences: &[
        (Sentence::Announces, "berikut"),
        (Sentence::Closes, "akhirnya, terakhir, yang terakhir, kemudian, selanjutnya, berikutnya"),
        (
            Sentence::Abbreviation,
            "drs, fa, hal, hlm, ir, jl, jln, jo, kep, kol, letjen, mayjen, nr, rp, s.d, tgl, th, u.p, yth",
        ),
        (Sentence::LooksBack, "ini, itu, hal, mereka, ia, dia"),
        (Sentence::EndsToo, "dll, dsb, dst, dkk, t.t"),
        (
            Sentence::Opener,
            "adapun, akan, akibatnya, bagi, beberapa, berdasarkan, bila, dalam, dan, dari, dengan, di, hal, ini, \
             itu, jika, karena, kedua, keduanya, ketika, mereka, meskipun, menurut, namun, oleh, pada, para, \
             pertama, sebagai, sejak, selain, selanjutnya, setelah, tetapi, untuk",
        ),
        (Sentence::HalfOfAPair, "dan, atau"),
        (
            Sentence::Act,
            "bergabung, berjanji, berkunjung, bertemu, dibekukan, dibentuk, dibuka, didirikan, dijatuhkan, dikirim, \
             diluncurkan, diresmikan, ditandatangani, ditangkap, dituduh, gugur, memanggil, membantu, membeli, \
             memberi, memberikan, memberlakukan, membekukan, membentuk, membuka, memilih, memasok, memperingatkan, \
             memprotes, menandatangani, menangkap, mencabut, mencaplok, mendesak, mendirikan, mendukung, \
             menegaskan, menembak, menerapkan, menerima, mengakhiri, mengakui, mengancam, menganeksasi, mengangkat, \
             mengatakan, mengecam, mengekspor, mengerahkan, menghapus, mengimpor, menginvasi, mengirim, \
             mengirimkan, mengizinkan, mengumumkan, mengungkapkan, mengunjungi, mengusulkan, mengutuk, meninggal, \
             menjatuhkan, menjual, menolak, menuding, menuduh, menunjuk, menutup, menyatakan, menyebut, \
             menyepakati, menyerang, menyerukan, menyetujui, meratifikasi, merebut, meresmikan, merilis, \
             melancarkan, melaporkan, melarang, meluncurkan, tewas",
        ),
    ],
    columns: &[
        ("id", "pengenal"),
        ("text", "klaim, pernyataan, fakta"),
        ("section", "bagian, bab"),
        ("file", "berkas"),
        ("line", "baris"),
        ("phrase", "seperti tercetak, kutipan, kalimat"),
        ("cites", "sumber, rujukan, referensi"),
        ("locator", "halaman, letak"),
        ("sourcing", "primer atau sekunder"),
        ("backup", "arsip, salinan"),
        ("verdict", "hasil, putusan"),
        ("checked-by", "diperiksa oleh, pemeriksa"),
        ("checked-on", "diperiksa pada, tanggal pemeriksaan, tanggal periksa"),
        ("why", "mengapa, alasan"),
        ("query", "pertanyaan, pertanyaan kepada penulis"),
        ("answer", "jawaban, jawaban penulis"),
        ("note", "catatan, komentar, keterangan"),
        ("event", "peristiwa"),
        ("quantity", "besaran"),
        ("value", "nilai"),
        ("on", "tanggal, kapan"),
        ("from", "sejak"),
        ("until", "sampai"),
        ("where", "tempat"),
        ("who", "siapa"),
        ("said-by", "pembicara"),
        ("told", "nomor, jenis, temuan"),
    ],
    marks: &[
        ("confirmed", "terkonfirmasi, benar, terverifikasi, ya"),
        ("stet", "biarkan, biarkan begitu, tetap, tetap begitu"),
        ("changed", "diubah, dikoreksi"),
        ("on-author", "menurut penulis"),
        ("query", "pertanyaan, ditanyakan"),
        ("disputed", "diperdebatkan"),
        ("refuted", "terbantah, salah, tidak benar"),
        ("unverifiable", "tidak dapat diverifikasi, tidak bisa diverifikasi"),
        ("primary", "primer"),
        ("secondary", "sekunder"),
    ],
    superlatives: "pertama, terakhir, satu-satunya, terbesar, terkecil, tertinggi, terendah, terpanjang, tertua, termuda, paling, belum",
};
