"""Packs: policies, an audience, and what is asked of it. For the office only."""

import json
from collections import Counter

from answers import not_found, ok, without_none
from lists import after, limit, page
from store import row, rows


def list_all(request):
    found = rows(
        request.db,
        "SELECT * FROM packs WHERE tenant = ? AND serial > ? ORDER BY serial LIMIT ?",
        request.tenant["id"],
        after(request) or 0,
        limit(request) + 1,
    )
    return page(request, found, lambda pack: pack["serial"], lambda pack: shown(request.db, pack))


def read(request):
    sql = "SELECT * FROM packs WHERE tenant = ? AND id = ?"
    pack = row(request.db, sql, request.tenant["id"], request.path["pack"])
    if not pack:
        raise not_found()
    return ok(shown(request.db, pack))


def shown(db, pack):
    policies = rows(
        db,
        "SELECT policy FROM pack_policies WHERE tenant = ? AND pack = ? ORDER BY place",
        pack["tenant"],
        pack["id"],
    )
    return without_none(
        id=pack["id"],
        title=pack["title"],
        policies=[each["policy"] for each in policies],
        audience={"id": pack["id"], "title": pack["title"]},
        asks=pack["asks"],
        check=check_shown(pack),
        statement=statement_of(pack),
        due=without_none(days=pack["due_days"]),
        reminders=[],
    )


def statement_of(pack):
    """The sentence to put one's name to, or None where a text is only displayed."""
    if pack["statement"] is None:
        return None
    return {"hash": pack["statement_hash"], "texts": json.loads(pack["statement"])}


def check_shown(pack):
    """How many questions about which policy. The questions themselves go to nobody but those who take the check."""
    if pack["knowledge"] is None:
        return None
    knowledge = json.loads(pack["knowledge"])
    counts = Counter(question["policy"] for question in knowledge["questions"])
    return without_none(
        passMark=knowledge["passMark"], tries=knowledge.get("tries"), questions=dict(counts)
    )
