"""People of the tenant."""

import json

from answers import not_found, ok, without_none
from lists import after, limit, page
from store import row, rows


def me(request):
    return ok(shown(request.caller.row))


def list_all(request):
    """In the order in which they came, so that newcomers stand at the end (PEO-2)."""
    found = rows(
        request.db,
        "SELECT * FROM people WHERE tenant = ? AND serial > ?"
        " AND (? IS NULL OR user_name = ?) ORDER BY serial LIMIT ?",
        request.tenant["id"],
        after(request) or 0,
        request.query.get("userName"),
        request.query.get("userName"),
        limit(request) + 1,
    )
    return page(request, found, lambda person: person["serial"], shown)


def read(request):
    """Others are there for the office only (PEO-3)."""
    person = row(
        request.db,
        "SELECT * FROM people WHERE tenant = ? AND id = ?",
        request.tenant["id"],
        request.path["person"],
    )
    if not person or not (person["id"] == request.caller.id or request.caller.is_office):
        raise not_found()
    return ok(shown(person))


def shown(person):
    return without_none(
        id=person["id"],
        userName=person["user_name"],
        displayName=person["display_name"],
        emails=[],
        department=person["department"],
        groups=[],
        products=[],
        relation=person["relation"],
        roles=json.loads(person["roles"]),
        active=bool(person["active"]),
    )
