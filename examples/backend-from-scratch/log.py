"""The log: what was done, in the order in which it was done, each entry without a name in it."""

import secrets
import uuid

import evidence
from answers import Answer, not_found, ok
from evidence import b64
from lists import after, limit, page
from store import row, rows
from tree import Tree, leaf_hash


def append(db, tenant_id, what, record, time):
    """Writes a record beside the log and its entry into it, and gives the receipt.

    Call it inside the transaction of the act. The new size and the signed checkpoint belong to the same transaction.
    """
    tenant = row(db, "SELECT * FROM tenants WHERE id = ?", tenant_id)
    origin, place = tenant["origin"], tenant["size"]
    text = evidence.canonical(record)
    salt = secrets.token_bytes(32)
    committed = evidence.commitment(salt, text)
    entry = evidence.entry(str(uuid.uuid4()), origin, what, time, committed)

    tree = Tree(db, tenant_id)
    tree.append(place, leaf_hash(entry))
    size = place + 1
    root = tree.root(0, size)
    note = evidence.checkpoint(origin, size, root, tenant["seed"], tenant["public"])

    db.execute("INSERT INTO entries VALUES (?, ?, ?)", (tenant_id, place, entry))
    db.execute("INSERT INTO records VALUES (?, ?, ?, ?)", (tenant_id, place, text, salt))
    db.execute("UPDATE tenants SET size = ?, checkpoint = ? WHERE id = ?", (size, note, tenant_id))

    proven = evidence.proof(place, tree.inclusion(place, size), note)
    key = evidence.verifier_key(origin, tenant["public"])
    return evidence.receipt(text, salt, entry, proven, key)


def checkpoint(request):
    """The signed checkpoint as it stands, for anybody."""
    body = request.tenant["checkpoint"].encode("utf-8")
    return Answer(200, body, "text/plain; charset=utf-8")


def inclusion(request):
    """That a leaf is in the tree of so many leaves (LOG-3)."""
    index, size = request.query["index"], request.query["size"]
    if not index < size <= request.tenant["size"]:
        raise not_found()
    tree = Tree(request.db, request.tenant["id"])
    return ok(
        {
            "index": index,
            "size": size,
            "leafHash": b64(tree.leaf(index)),
            "hashes": [b64(each) for each in tree.inclusion(index, size)],
        }
    )


def consistency(request):
    """That the tree of `to` leaves begins with that of `from` leaves (LOG-4)."""
    older, newer = request.query["from"], request.query["to"]
    if not older <= newer <= request.tenant["size"]:
        raise not_found()
    hashes = Tree(request.db, request.tenant["id"]).consistency(older, newer)
    return ok({"from": older, "to": newer, "hashes": [b64(each) for each in hashes]})


def entries(request):
    """The leaves in order. They hold no personal data (LOG-5)."""
    last = after(request)
    found = rows(
        request.db,
        "SELECT * FROM entries WHERE tenant = ? AND place >= ? ORDER BY place LIMIT ?",
        request.tenant["id"],
        request.query.get("start", 0) if last is None else last + 1,
        limit(request) + 1,
    )
    return page(
        request,
        found,
        lambda each: each["place"],
        lambda each: {"index": each["place"], "entry": each["entry"]},
    )
