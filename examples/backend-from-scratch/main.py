"""Starts the backend: python3 main.py --port 8000 --data backend.sqlite"""

import argparse
import signal
import sys

from server import Server
from store import Store, ensure_tenant

LOOPBACK = ("127.0.0.1", "localhost")


def options():
    parser = argparse.ArgumentParser(description="A backend of the contract in plain Python.")
    parser.add_argument("--port", type=int, default=8000, help="0 takes a free one")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--data", default="backend.sqlite", help="the file that everything is in")
    parser.add_argument("--organisation", default="Example Ltd", help="its name, when the file is made")
    parser.add_argument(
        "--allow-origin",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="of a portal whose pages may ask, such as http://localhost:5080; may be given again",
    )
    return parser.parse_args()


def main():
    given = options()
    store = Store(given.data)
    with store.writing() as db:
        ensure_tenant(db, "main", given.organisation)
    # The set-up profile makes tenants and hands out tokens: it is for this machine alone.
    with_setup = given.host in LOOPBACK
    server = Server((given.host, given.port), store, given.allow_origin, with_setup)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    print("http://{}:{}".format(given.host, server.server_address[1]), flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
