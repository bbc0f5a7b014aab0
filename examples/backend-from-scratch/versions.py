"""Versions of a policy, their texts and their pictures."""

from answers import Answer, not_found, ok
from lists import after, limit, page
from policies import document_of, summaries, visible
from store import row, rows


def list_all(request):
    """Newest first (VER-1)."""
    policy = visible(request, request.path["policy"])
    before = after(request)
    found = rows(
        request.db,
        "SELECT * FROM versions WHERE tenant = ? AND policy = ? AND (? IS NULL OR number < ?)"
        " ORDER BY number DESC LIMIT ?",
        request.tenant["id"],
        policy["id"],
        before,
        before,
        limit(request) + 1,
    )
    return page(request, found, lambda v: v["number"], lambda v: shown(request.db, policy, v))


def read(request):
    policy, version = version_of(request, request.path["policy"], request.path["version"])
    return ok(shown(request.db, policy, version))


def version_of(request, policy_id, number):
    """A policy that the caller may see and one of its versions, or 404."""
    policy = visible(request, policy_id)
    version = row(
        request.db,
        "SELECT * FROM versions WHERE tenant = ? AND policy = ? AND number = ?",
        request.tenant["id"],
        policy_id,
        number,
    )
    if not version:
        raise not_found()
    return policy, version


def shown(db, policy, version):
    return {
        "policy": policy["id"],
        "number": version["number"],
        "status": "published" if version["number"] == policy["current"] else "superseded",
        "change": version["change"],
        "material": bool(version["material"]),
        "publishedAt": version["published_at"],
        "documents": summaries(db, policy["tenant"], policy["id"], version["number"]),
    }


def read_document(request):
    """The bytes as they were hashed (DOC-1)."""
    policy, version = version_of(request, request.path["policy"], request.path["version"])
    found = document_of(
        request.db,
        policy["tenant"],
        policy["id"],
        version["number"],
        request.path["contentHash"],
    )
    return served(found)


def read_image(request):
    """Whoever may read the version sees its pictures (IMG-2)."""
    policy, version = version_of(request, request.path["policy"], request.path["version"])
    found = row(
        request.db,
        "SELECT body FROM images WHERE tenant = ? AND policy = ? AND version = ? AND content_hash = ?",
        policy["tenant"],
        policy["id"],
        version["number"],
        request.path["contentHash"],
    )
    return served(found)


def served(found):
    if not found:
        raise not_found()
    return Answer(200, found["body"], "application/json")
