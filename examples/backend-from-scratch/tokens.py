"""Who is asking. Tokens are random strings that the set-up profile hands out.

In a real installation a token comes from the identity provider of the organisation: verify its signature, issuer,
audience and expiry, and go on with the userName that it names.
"""

import json
import re
import secrets

from answers import Problem
from evidence import sha256
from store import later, now, row

OFFICE = ("isms-manager", "auditor")


class Caller:
    """The active person whom the token names."""

    def __init__(self, person):
        self.id = person["id"]
        self.row = person
        self.is_office = any(role in OFFICE for role in json.loads(person["roles"]))
        self.sees_internal = person["relation"] in ("employee", "contractor")


def give(db, tenant, user_name, hours=24):
    """A new token, kept as its hash. With negative hours it has expired."""
    token = secrets.token_urlsafe(32)
    values = (sha256(token.encode("ascii")), tenant, user_name, later(now(), hours=hours))
    db.execute("INSERT INTO tokens VALUES (?, ?, ?, ?)", values)
    return token


def caller_of(db, tenant, authorization):
    """The caller, or a refusal."""
    given = re.fullmatch(r"Bearer +(\S+)", (authorization or "").strip(), re.IGNORECASE)
    token = given and row(
        db,
        "SELECT * FROM tokens WHERE hash = ? AND expires_at > ?",
        sha256(given.group(1).encode("utf-8")),
        now(),
    )
    if not token:
        headers = {"WWW-Authenticate": "Bearer"}
        raise Problem("not-signed-in", "Sign in and try again.", headers=headers)
    person = row(
        db,
        "SELECT * FROM people WHERE tenant = ? AND user_name = ? AND active",
        tenant,
        token["user_name"],
    )
    # A token is good in its own tenant only, even if somebody in another has the same name.
    if token["tenant"] != tenant or not person:
        raise Problem("unknown-person", "Ask whoever looks after this service to add you.")
    return Caller(person)
