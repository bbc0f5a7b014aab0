"""What goes out: answers, and refusals as problem details (RFC 9457)."""

import hashlib
import json

PROBLEMS = {
    "malformed": (400, "The request is not readable"),
    "idempotency-key-missing": (400, "The Idempotency-Key header is missing"),
    "not-signed-in": (401, "You are not signed in"),
    "unknown-person": (403, "You are signed in, but not known here"),
    "forbidden": (403, "This is not open to you"),
    "not-found": (404, "There is nothing at this address"),
    "method-not-allowed": (405, "This address does not take that method"),
    "version-not-current": (409, "This version is no longer the current one"),
    "content-mismatch": (409, "The text shown is not the text of this version"),
    "statement-mismatch": (409, "The statement shown is not the one asked for"),
    "check-mismatch": (409, "The questions shown are not the ones asked"),
    "check-not-passed": (409, "The knowledge check is not passed yet"),
    "no-try-left": (409, "The knowledge check cannot be taken again yet"),
    "too-large": (413, "The request is too large"),
    "unsupported-media-type": (415, "The request is not of the media type asked for"),
    "invalid": (422, "The request does not fit the contract"),
    "idempotency-key-reused": (422, "The Idempotency-Key was used for something else"),
    "attempt-reused": (422, "The attempt was handed in with other answers"),
    "internal": (500, "Something went wrong on our side"),
    "unavailable": (503, "The service is not ready"),
}

CACHE_CONTROL = {
    "revalidate": "private, no-cache",
    "immutable": "private, max-age=31536000, immutable",
    "no-store": "no-store",
}


class Answer:
    """A status, headers and the bytes of a body."""

    def __init__(self, status, body=b"", media_type=None, headers=None):
        self.status = status
        self.body = body
        self.headers = dict(headers or {})
        if media_type:
            self.headers["Content-Type"] = media_type


class Problem(Exception):
    """A refusal. Whoever raises it inside a transaction changes nothing (PRB-4)."""

    def __init__(self, code, detail, errors=None, headers=None, ends_connection=False):
        super().__init__(code)
        self.code = code
        self.detail = detail
        self.errors = errors
        self.headers = headers or {}
        self.ends_connection = ends_connection

    def answer(self, request_id):
        status, title = PROBLEMS[self.code]
        body = {
            "type": "urn:heed:problem:" + self.code,
            "title": title,
            "status": status,
            "code": self.code,
            "detail": self.detail,
            "requestId": request_id,
        }
        if self.errors:
            body["errors"] = [{"pointer": where, "message": what} for where, what in self.errors]
        headers = {"Cache-Control": CACHE_CONTROL["no-store"], **self.headers}
        return Answer(status, to_bytes(body), "application/problem+json", headers)


def not_found():
    """The one refusal for what is not there and for what is not for the caller: nobody can tell them apart."""
    return Problem("not-found", "There is nothing here, or nothing that is for you.")


def to_bytes(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def ok(value, status=200):
    """An answer with a JSON body."""
    return Answer(status, to_bytes(value), "application/json")


def without_none(**members):
    """An object without the members that are not there: null is no value of the contract."""
    return {name: value for name, value in members.items() if value is not None}


def cached(answer, cache, if_none_match):
    """Says how long an answer stays true; answers 304 to whoever has it already."""
    answer.headers["Cache-Control"] = CACHE_CONTROL[cache]
    if cache == "no-store":
        return answer
    tag = '"' + hashlib.sha256(answer.body).hexdigest()[:32] + '"'
    answer.headers["ETag"] = tag
    if names(if_none_match, tag):
        kept = {name: answer.headers[name] for name in ("Cache-Control", "ETag")}
        return Answer(304, headers=kept)
    return answer


def names(if_none_match, tag):
    """Whether the header If-None-Match names this tag. Tags of ours have no commas."""
    given = [each.strip() for each in (if_none_match or "").split(",")]
    return "*" in given or any(each in (tag, "W/" + tag) for each in given)
