"""What was displayed to a person. Never a claim that it was read."""

import json

from answers import Problem, not_found, ok, without_none
from policies import document_of, visible
from shapes import HASH, ID, LANGUAGE, METHOD, SECONDS, list_of, record, text, time, whole
from store import now, row, rows
from versions import version_of

PLACE = record({"section": text(0, 200), "quote": text(0, 160), "offset": whole(0)})
DRAFT = record(
    {
        "policy": ID,
        "version": whole(1),
        "language": LANGUAGE,
        "contentHash": HASH,
        "sequence": whole(0),
        "startedAt": time,
        "method": METHOD,
        "sections": list_of(record({"id": text(0, 200), "seconds": SECONDS}), 5000),
    },
    {"last": PLACE, "furthest": PLACE, "device": text(0, 80)},
)


def read(request):
    """The caller's own; nothing displayed yet is an empty reading (REA-1)."""
    policy, version = version_of(request, request.path["policy"], request.path["version"])
    return ok(reading(request.db, policy["tenant"], request.caller.id, policy["id"], version["number"]))


def put(request):
    """A sitting as it stands by now. A higher sequence replaces a lower one; the rest is late or twice (REA-2)."""
    db, tenant, draft = request.db, request.tenant["id"], request.body
    visible(request, draft["policy"])
    sql = "SELECT * FROM sittings WHERE tenant = ? AND session = ?"
    before = row(db, sql, tenant, request.path["session"])
    if before and before["person"] != request.caller.id:
        raise not_found()
    text_of = (draft["policy"], draft["version"], draft["contentHash"])
    document = document_of(db, tenant, *text_of)
    # A sitting is about one document. With another one it is another sitting.
    other = before and (before["policy"], before["version"], before["content_hash"]) != text_of
    if other or not document or document["language"] != draft["language"]:
        raise Problem("content-mismatch", "Open the policy again. Nothing was recorded.")
    if not before or before["sequence"] < draft["sequence"]:
        record_sitting(request, draft, json.loads(document["sections"]), before)
    return ok(reading(db, tenant, request.caller.id, draft["policy"], draft["version"]))


def record_sitting(request, draft, sections, before):
    """Sections that the document does not have count for nothing, and so do places in them."""
    received = now()
    shown = {each["id"]: each["seconds"] for each in draft["sections"] if each["id"] in sections}
    last = known(draft.get("last"), sections)
    if last:
        last = without_none(**last, at=received, device=draft.get("device"))
    earlier = json.loads(before["furthest"]) if before and before["furthest"] else None
    reached = furthest([earlier, known(draft.get("furthest"), sections)], sections)
    text_of = (draft["policy"], draft["version"], draft["contentHash"])
    request.db.execute(
        "INSERT INTO sittings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (tenant, session) DO UPDATE SET sequence = excluded.sequence,"
        " method = excluded.method, sections = excluded.sections, last = excluded.last,"
        " furthest = excluded.furthest WHERE excluded.sequence > sittings.sequence",
        (
            *(request.tenant["id"], request.path["session"], request.caller.id),
            *text_of,
            *(draft["sequence"], draft["method"]),
            json.dumps(shown),
            last and json.dumps(last),
            reached and json.dumps(reached),
        ),
    )
    for section in shown:
        request.db.execute(
            "INSERT OR IGNORE INTO displayed VALUES (?, ?, ?, ?, ?, ?, ?)",
            (request.tenant["id"], request.caller.id, *text_of, section, received),
        )


def known(place, sections):
    return place if place and place["section"] in sections else None


def furthest(places, sections):
    """The furthest of the places that there are: by the order of the sections, then by offset (REA-5)."""
    there = [place for place in places if place]
    return max(there, key=lambda p: (sections.index(p["section"]), p["offset"]), default=None)


def reading(db, tenant, person, policy, version):
    """All sittings of a person with a version, together."""
    sittings = rows(
        db,
        "SELECT * FROM sittings WHERE tenant = ? AND person = ? AND policy = ? AND version = ?"
        " ORDER BY rowid",
        tenant,
        person,
        policy,
        version,
    )
    order = sections_of(db, tenant, policy, version)
    seconds = {}
    for sitting in sittings:
        for section, each in json.loads(sitting["sections"]).items():
            seconds[section] = seconds.get(section, 0) + each
    lasts = [json.loads(sitting["last"]) for sitting in sittings if sitting["last"]]
    places = [json.loads(sitting["furthest"]) for sitting in sittings if sitting["furthest"]]
    return without_none(
        policy=policy,
        version=version,
        sections=[{"id": each, "seconds": seconds[each]} for each in order if each in seconds],
        seconds=sum(seconds.values()),
        methods=list(dict.fromkeys(sitting["method"] for sitting in sittings)),
        last=max(lasts, key=lambda place: place["at"], default=None),
        furthest=furthest(places, order),
    )


def sections_of(db, tenant, policy, version):
    """The ids of the sections of a version, in the order of reading. Languages may have sections of their own."""
    documents = rows(
        db,
        "SELECT sections FROM documents WHERE tenant = ? AND policy = ? AND version = ? ORDER BY place",
        tenant,
        policy,
        version,
    )
    return list(dict.fromkeys(section for each in documents for section in json.loads(each["sections"])))


def first_displayed(db, tenant, person, policy, since_version):
    """When something was displayed for the first time, of this version or a later one; or None."""
    found = row(
        db,
        "SELECT MIN(at) AS at FROM displayed"
        " WHERE tenant = ? AND person = ? AND policy = ? AND version >= ?",
        tenant,
        person,
        policy,
        since_version,
    )
    return found["at"]


def whole_text_displayed(db, tenant, person, policy, since_version):
    """When every section of one text had been displayed, of this version or a later one; or None."""
    times = {
        (each["content_hash"], each["section"]): each["at"]
        for each in rows(
            db,
            "SELECT * FROM displayed WHERE tenant = ? AND person = ? AND policy = ? AND version >= ?",
            tenant,
            person,
            policy,
            since_version,
        )
    }
    documents = rows(
        db,
        "SELECT content_hash, sections FROM documents WHERE tenant = ? AND policy = ? AND version >= ?",
        tenant,
        policy,
        since_version,
    )
    whole = []
    for document in documents:
        places = [(document["content_hash"], section) for section in json.loads(document["sections"])]
        if places and all(place in times for place in places):
            whole.append(max(times[place] for place in places))
    return min(whole, default=None)
