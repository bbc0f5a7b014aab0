"""What this backend speaks, and whether it is well."""

from answers import ok
from evidence import verifier_key
from store import now
from terms import there_are


def read(request):
    tenant = request.tenant
    return ok(
        {
            "contract": ["1.0"],
            "profiles": ["core", "evidence"],
            "organisation": tenant["organisation"],
            "log": {
                "origin": tenant["origin"],
                "key": verifier_key(tenant["origin"], tenant["public"]),
            },
            "terms": there_are(request.db, tenant["id"]),
        }
    )


def health(request):
    """That this transaction could begin, for writing, says that the storage answers."""
    return ok({"status": "ok", "time": now()})
