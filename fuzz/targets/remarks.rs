//! `gainsay_fuzz::remarks` on any bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| gainsay_fuzz::remarks(bytes));
