//! The currencies that ISO 4217 lists as active.

/// The codes of the currencies and funds of ISO 4217, list one (2025), in alphabetical order; without the codes for
/// testing and for no currency.
const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD \
CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF \
GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD \
MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR \
RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX \
USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XCD XCG XDR XOF XPD XPF XPT XSU XUA YER ZAR ZMW ZWG";

/// The currency of that code, which is in capitals.
pub(super) fn currency(code: &str) -> Option<[u8; 3]> {
    let code = <[u8; 3]>::try_from(code.as_bytes()).ok()?;
    CODES.as_bytes().chunks(4).any(|listed| listed[..3] == code).then_some(code)
}

/// The signs of currencies, with the code where there is only one.
pub(super) const SIGNS: [(&str, Option<&str>); 8] = [
    ("US$", Some("USD")),
    ("$", None),
    ("€", Some("EUR")),
    ("£", None),
    ("¥", None),
    ("₽", Some("RUB")),
    ("₩", None),
    ("Rp", Some("IDR")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_three_capitals_in_order() {
        let codes: Vec<&str> = CODES.split(' ').collect();
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "in order, each once");
        assert!(codes.iter().all(|code| code.len() == 3 && currency(code).is_some()));
        assert_eq!((currency("USD"), currency("usd"), currency("D A")), (Some(*b"USD"), None, None));
    }
}
