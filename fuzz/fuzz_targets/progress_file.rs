//! Any bytes as a progress file: understood, and then written so that they are
//! understood the same; or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rungs::store::merge_texts;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(once) = merge_texts(None, bytes, bytes) {
        let again = merge_texts(None, once.as_bytes(), once.as_bytes());
        assert_eq!(again.as_deref(), Ok(&*once), "what was written is read as it was meant");
    }
});
