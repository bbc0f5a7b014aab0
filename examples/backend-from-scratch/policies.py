"""Policies, and who may see them."""

import json

from answers import not_found, ok
from lists import after, limit, page
from store import row, rows

# POL-1: roles see everything; public and internal policies are open; what is assigned is seen by whom it is asked of.
# The parameters are those of `seen_by`. Looked up and allowed in one question: there is one way not to be there.
VISIBLE = """
    p.tenant = :tenant AND (
      :office OR p.classification = 'public' OR (:internal AND p.classification = 'internal')
      OR EXISTS (
        SELECT 1 FROM pack_policies AS pp JOIN audiences AS a ON a.tenant = pp.tenant AND a.pack = pp.pack
        WHERE pp.tenant = p.tenant AND pp.policy = p.id AND a.person = :person
      )
    )"""


def seen_by(request):
    return {
        "tenant": request.tenant["id"],
        "person": request.caller.id,
        "office": request.caller.is_office,
        "internal": request.caller.sees_internal,
    }


def seen(request, policy):
    """A policy that the caller may see, or None."""
    sql = "SELECT p.* FROM policies AS p WHERE p.id = :policy AND" + VISIBLE
    return request.db.execute(sql, {**seen_by(request), "policy": policy}).fetchone()


def visible(request, policy):
    """A policy that the caller may see, or 404 (POL-3)."""
    found = seen(request, policy)
    if not found:
        raise not_found()
    return found


def list_all(request):
    sql = (
        "SELECT p.* FROM policies AS p WHERE p.serial > :after AND"
        + VISIBLE
        + " ORDER BY p.serial LIMIT :limit"
    )
    values = {**seen_by(request), "after": after(request) or 0, "limit": limit(request) + 1}
    found = request.db.execute(sql, values).fetchall()
    return page(request, found, lambda p: p["serial"], lambda p: shown(request.db, p))


def read(request):
    return ok(shown(request.db, visible(request, request.path["policy"])))


def shown(db, policy):
    return {
        "id": policy["id"],
        "title": policy["title"],
        "kind": policy["kind"],
        "classification": policy["classification"],
        "controls": json.loads(policy["controls"]),
        "version": policy["current"],
        "documents": summaries(db, policy["tenant"], policy["id"], policy["current"]),
    }


def summaries(db, tenant, policy, version):
    """The text of a version: one item for each language."""
    return [
        {
            "language": each["language"],
            "title": each["title"],
            "contentHash": each["content_hash"],
            "words": each["words"],
        }
        for each in rows(
            db,
            "SELECT * FROM documents WHERE tenant = ? AND policy = ? AND version = ? ORDER BY place",
            tenant,
            policy,
            version,
        )
    ]


def document_of(db, tenant, policy, version, content_hash):
    """A document of a version by its hash, or None."""
    return row(
        db,
        "SELECT * FROM documents WHERE tenant = ? AND policy = ? AND version = ? AND content_hash = ?",
        tenant,
        policy,
        version,
        content_hash,
    )


def material_versions(db, tenant, policy):
    """The versions that ask for something, oldest first: all but editorial ones.

    The first version is always one of them: there is nothing before it that it could leave as it was.
    """
    return rows(
        db,
        "SELECT * FROM versions AS v WHERE tenant = ? AND policy = ? AND (material OR number ="
        " (SELECT MIN(number) FROM versions WHERE tenant = v.tenant AND policy = v.policy)) ORDER BY number",
        tenant,
        policy,
    )
