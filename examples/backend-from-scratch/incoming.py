"""What comes in: the address, the query and the body, before anything is done about them."""

import json
from urllib.parse import unquote

from answers import Problem, not_found
from shapes import fitted, record

BODY_LIMIT = 262_144
LARGEST_BODY = 2**26


class Request:
    """One request, as those who answer see it."""

    def __init__(self, db, tenant, path_text):
        self.db = db
        self.tenant = tenant
        self.path_text = path_text
        self.caller = None
        self.path = {}
        self.query = {}
        self.filters = []
        self.body = None
        self.key = None

    def take(self, route, places, query, body):
        """Holds the address, the query and the body to the shapes of the route. All misfits are told at once."""
        self.path, self.query, self.body = fitted(
            [
                (record(route.places), places, "#path"),
                (record(route.needed, route.query), query, "#query"),
                (route.body or as_it_is, body, ""),
            ]
        )
        paging = ("limit", "cursor")
        self.filters = sorted(item for item in self.query.items() if item[0] not in paging)


def as_it_is(value, where, misfits):
    return value


def read_body(headers, stream):
    """The bytes of the body, whole or in chunks."""
    if "chunked" not in (headers.get("Transfer-Encoding") or "").lower():
        return take_bytes(stream, headers.get("Content-Length") or "0", 10, 0)
    data = b""
    while True:
        size = stream.readline(100).split(b";")[0].strip().decode("latin-1")
        chunk = take_bytes(stream, size, 16, len(data))
        stream.readline(100)
        if not chunk:
            return data
        data += chunk


def take_bytes(stream, size, base, already):
    """So many bytes. What is too large for anything here, or says nothing of its size, ends the connection."""
    try:
        wanted = int(size, base)
    except ValueError:
        raise Problem("malformed", "It does not say how long it is.", ends_connection=True)
    if not 0 <= wanted <= LARGEST_BODY - already:
        raise Problem("too-large", "Send less.", ends_connection=True)
    return stream.read(wanted)


def decoded(text):
    """Text of an address without its percent signs. Where it is not UTF-8, nothing has such a name."""
    try:
        return unquote(text, errors="strict")
    except UnicodeDecodeError:
        raise not_found()


def parts_of(path):
    """The parts of a path. A slash that is percent-encoded belongs to its part."""
    return [decoded(part) for part in path.split("/")]


def query_of(text):
    """The members of a query. What is there twice is taken from where it stands first."""
    found = {}
    for each in text.split("&"):
        name, _, value = each.partition("=")
        if name:
            found.setdefault(decoded(name.replace("+", " ")), decoded(value.replace("+", " ")))
    return found


def json_of(media_type, data, limit=BODY_LIMIT):
    """The JSON of a body, or a refusal."""
    if (media_type or "").split(";")[0].strip().lower() != "application/json":
        raise Problem("unsupported-media-type", "Send JSON, as application/json.")
    if len(data) > limit:
        raise Problem("too-large", "Send {} bytes at most.".format(limit))
    try:
        value = json.loads(data.decode("utf-8"), parse_float=number, parse_constant=no_number)
    except (ValueError, RecursionError):
        raise unreadable("The body is not JSON in UTF-8.")
    for text in texts_in(value):
        kept(text)
    return value


def texts_in(value):
    """Every text of some JSON, names too, without going deep into the stack."""
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, dict):
            waiting.extend(each.keys())
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)


def number(text):
    """1.0 is a whole number, too."""
    value = float(text)
    return int(value) if value.is_integer() else value


def no_number(name):
    raise ValueError(name + " is not JSON")


def kept(text):
    """Text that can be kept: without U+0000 and without halves of characters (INP-6)."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise unreadable("There is half of a character in it (a lone surrogate).")
    if "\0" in text:
        raise unreadable("There is a character U+0000 in it.")
    return text


def unreadable(detail):
    return Problem("malformed", detail)
