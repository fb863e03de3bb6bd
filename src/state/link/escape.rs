//! Names in a fragment: letters and digits as they are, a space as `+`, everything else as `%` and its bytes (RFC 3986, 2.1). The
//! browser itself writes letters beyond ASCII in the latter way.

/// Adds a name to a fragment.
pub(super) fn escape(name: &str, to: &mut String) {
    for c in name.chars() {
        match c {
            ' ' => to.push('+'),
            c if c.is_alphanumeric() || "-_./".contains(c) => to.push(c),
            c => {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    to.push('%');
                    to.extend([byte >> 4, byte & 15].into_iter().filter_map(|half| char::from_digit(half.into(), 16)));
                }
            }
        }
    }
}

/// The name again. What is no escape stands for itself; bytes that are no text become `\u{fffd}`.
pub(super) fn unescape(escaped: &str) -> String {
    let mut rest = escaped.as_bytes();
    let mut name = Vec::with_capacity(rest.len());
    while let [first, tail @ ..] = rest {
        let (byte, tail) = match (first, tail) {
            (b'+', _) => (b' ', tail),
            (b'%', [high, low, after @ ..]) => match digit(*high).zip(digit(*low)) {
                Some((high, low)) => (high << 4 | low, after),
                None => (b'%', tail),
            },
            _ => (*first, tail),
        };
        name.push(byte);
        rest = tail;
    }
    String::from_utf8_lossy(&name).into_owned()
}

fn digit(byte: u8) -> Option<u8> {
    u8::try_from(char::from(byte).to_digit(16)?).ok()
}
