"""Serves a page with the elements in it, to try the backend with: python3 page.py --backend http://localhost:8000

It has an origin of its own, as an intranet has. Start the backend with `--allow-origin` and the address printed here.
"""

import argparse
import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDERS = (
    os.path.join(HERE, "page"),
    os.path.join(HERE, "..", "..", "packages", "elements", "dist", "cdn"),
)
TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src {}; require-trusted-types-for 'script'; trusted-types lit-html dompurify"
)


class Handler(BaseHTTPRequestHandler):
    """Serves the files of the folders, and nothing of what lies below or above them."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1

    def do_GET(self):
        name = self.path.partition("?")[0].strip("/") or "index.html"
        paths = [os.path.join(folder, name) for folder in FOLDERS]
        found = [path for path in paths if name == os.path.basename(name) and os.path.isfile(path)]
        kind = TYPES.get(os.path.splitext(name)[1])
        body = b""
        if found and kind:
            with open(found[0], "rb") as file:
                body = file.read()
        if name == "index.html":
            told = '<meta name="backend" content="{}" />'.format(self.server.backend)
            body = body.replace(b"</head>", told.encode("utf-8") + b"</head>")
        self.send_response(200 if found and kind else 404)
        self.send_header("Content-Type", kind or "text/plain")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY.format(self.server.backend))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *values):
        """Says nothing."""


def main():
    parser = argparse.ArgumentParser(description="A page with the elements, for the backend.")
    parser.add_argument("--port", type=int, default=5080, help="0 takes a free one")
    parser.add_argument("--backend", default="http://localhost:8000", help="where the backend is")
    given = parser.parse_args()
    server = ThreadingHTTPServer(("127.0.0.1", given.port), Handler)
    server.daemon_threads = True
    server.backend = given.backend
    print("http://localhost:{}".format(server.server_address[1]), flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
