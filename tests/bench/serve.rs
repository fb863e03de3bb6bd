//! Serves the peers' pages and packages on this machine. Workers and WebAssembly need more than `file://`.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::thread;

use crate::Outcome;
use crate::setting::Setting;

/// A server that runs until the program ends.
pub(crate) struct Server {
    port: u16,
}

/// Where files are taken from.
#[derive(Clone)]
struct Roots {
    pages: PathBuf,
    packages: PathBuf,
}

impl Server {
    /// Starts it on a free port.
    pub(crate) fn start(setting: &Setting) -> Outcome<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let port = listener.local_addr()?.port();
        let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bench/peers");
        let roots = Roots { pages, packages: setting.peers() };
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let roots = roots.clone();
                // A browser that goes away in the middle of an answer is no failure of the server.
                thread::spawn(move || answer(stream, &roots).unwrap_or_default());
            }
        });
        Ok(Self { port })
    }

    /// The address of a page.
    pub(crate) fn address(&self, page: &str) -> String {
        format!("http://127.0.0.1:{}/{page}", self.port)
    }
}

fn answer(mut stream: TcpStream, roots: &Roots) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let asked = request.split_whitespace().nth(1).unwrap_or_default();
    let found = file(roots, asked).and_then(|path| Some((fs::read(&path).ok()?, kind(&path))));
    let (status, kind, body) = match found {
        Some((body, kind)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", Vec::new()),
    };
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    stream.write_all(&body)
}

/// The file of an address; none outside the roots.
fn file(roots: &Roots, asked: &str) -> Option<PathBuf> {
    let path = Path::new(asked.split('?').next()?.strip_prefix('/')?);
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    let root = if path.starts_with("node_modules") { &roots.packages } else { &roots.pages };
    inside.then(|| root.join(path))
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}
