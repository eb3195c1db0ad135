//! Any three files, parted by zero bytes, brought together: the sides can be
//! swapped, and doing it again changes nothing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rungs::store::merge_texts;

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(3, |byte| *byte == 0);
    let (Some(a), Some(b), Some(c)) = (parts.next(), parts.next(), parts.next()) else { return };
    let merge = |a: &[u8], b: &[u8]| merge_texts(None, a, b).ok();
    let (Some(ab), Some(bc)) = (merge(a, b), merge(b, c)) else { return };
    assert_eq!(Some(&ab), merge(b, a).as_ref(), "the order of two");
    assert_eq!(merge(ab.as_bytes(), c), merge(a, bc.as_bytes()), "the order of three");
    assert_eq!(Some(&ab), merge(ab.as_bytes(), b).as_ref(), "doing it again");
    let based = |ours, theirs| merge_texts(Some(a), ours, theirs).ok();
    assert_eq!(based(b, c), based(c, b), "the order with a base");
});
