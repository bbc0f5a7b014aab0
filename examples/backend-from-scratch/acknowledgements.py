"""The act: this person, this version as it was shown, this statement, this moment."""

import json
import re
import uuid

import log
from answers import Problem, not_found, ok
from evidence import content_hash
from lists import after, limit, page
from policies import document_of, material_versions, visible
from questions import passed_attempt, questions_about
from shapes import HASH, ID, LANGUAGE, METHOD, SECONDS, record, time, whole
from store import now, row, rows

COUNT = whole(0, 100_000)
DRAFT = record(
    {
        "policy": ID,
        "version": whole(1),
        "contentHash": HASH,
        "language": LANGUAGE,
        "statementHash": HASH,
        "clientTime": time,
        "method": METHOD,
    },
    {"reading": record({"displayed": COUNT, "sections": COUNT, "seconds": SECONDS})},
)


def key_of(headers):
    """The Idempotency-Key of a request (KEY-1)."""
    key = headers.get("Idempotency-Key", "")
    if not re.fullmatch("[\x21-\x7e]{1,255}", key):
        detail = "Send one of 1 to 255 visible ASCII characters, new for each act."
        raise Problem("idempotency-key-missing", detail)
    return key


def create(request):
    """Records an acknowledgement. One transaction, which holds the lock of the log from its beginning to its end."""
    db, tenant, person, draft = request.db, request.tenant["id"], request.caller.id, request.body
    body_hash = content_hash(draft)
    sql = "SELECT * FROM keys WHERE tenant = ? AND person = ? AND key = ?"
    used = row(db, sql, tenant, person, request.key)
    if used and used["body_hash"] != body_hash:
        raise Problem("idempotency-key-reused", "Send another body with a key of its own.")
    if used:
        return ok(shown(by_id(db, tenant, used["acknowledgement"])), used["status"])

    before = row(
        db,
        "SELECT * FROM acknowledgements"
        " WHERE tenant = ? AND person = ? AND policy = ? AND version = ? AND statement_hash = ?",
        tenant,
        person,
        draft["policy"],
        draft["version"],
        draft["statementHash"],
    )
    if before:
        # For ever the first one (ACK-3), even when the version is no longer current.
        shown_document(request, draft)
        status, found = 200, before
    else:
        status, found = 201, record_act(request, draft)
    # A refusal is no use of a key (KEY-4): it is written when nothing can be refused any more.
    values = (tenant, person, request.key, body_hash, status, found["id"])
    db.execute("INSERT INTO keys VALUES (?, ?, ?, ?, ?, ?)", values)
    return ok(shown(found), status)


def record_act(request, draft):
    """Decides whether the act can be recorded, and records it with its entry in the log."""
    db, tenant = request.db, request.tenant["id"]
    policy = visible(request, draft["policy"])
    if draft["version"] != policy["current"]:
        detail = "Nothing was recorded. Open the policy again, and acknowledge version {}."
        raise Problem("version-not-current", detail.format(policy["current"]))
    shown_document(request, draft)
    packs = asking(request, draft)
    if not packs:
        detail = "Nobody asks you for this statement. Open the policy again."
        raise Problem("statement-mismatch", detail)
    check = passed_checks(request, packs, policy)
    recorded_at = now()
    acknowledgement = str(uuid.uuid4())
    record = record_of(request, policy, packs[0], acknowledgement, recorded_at, check)
    receipt = log.append(db, tenant, "isms.acknowledgement.recorded", record, recorded_at)
    db.execute(
        "INSERT INTO acknowledgements (tenant, id, person, policy, version, content_hash, language,"
        " statement_hash, recorded_at, receipt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            tenant,
            acknowledgement,
            request.caller.id,
            policy["id"],
            draft["version"],
            draft["contentHash"],
            draft["language"],
            draft["statementHash"],
            recorded_at,
            receipt,
        ),
    )
    return by_id(db, tenant, acknowledgement)


def shown_document(request, draft):
    """The text that was shown has to be one of the version, in the language that was named (ACK-7)."""
    text_of = (draft["policy"], draft["version"], draft["contentHash"])
    document = document_of(request.db, request.tenant["id"], *text_of)
    if not document or document["language"] != draft["language"]:
        raise Problem("content-mismatch", "Open the policy again. Nothing was recorded.")


def asking(request, draft):
    """The packs that ask the caller for this statement about this policy."""
    return rows(
        request.db,
        "SELECT k.* FROM packs AS k"
        " JOIN pack_policies AS pp ON pp.tenant = k.tenant AND pp.pack = k.id"
        " JOIN audiences AS a ON a.tenant = k.tenant AND a.pack = k.id"
        " WHERE k.tenant = ? AND pp.policy = ? AND a.person = ? AND k.statement_hash = ?"
        " ORDER BY k.serial",
        request.tenant["id"],
        draft["policy"],
        request.caller.id,
        draft["statementHash"],
    )


def passed_checks(request, packs, policy):
    """Every check of these packs about the policy has to be passed (ACK-13). Gives what the record says of it."""
    said = None
    material = material_versions(request.db, policy["tenant"], policy["id"])[-1]["number"]
    for pack in packs:
        knowledge, questions = questions_about(pack, policy["id"])
        if not questions:
            continue
        passed = passed_attempt(request.db, pack, request.caller.id, policy["id"], material)
        if not passed:
            raise Problem("check-not-passed", "Answer the questions about this policy first.")
        said = {
            "attempt": passed["id"],
            "right": passed["correct"],
            "of": passed["questions"],
            "passMark": knowledge["passMark"],
        }
    return said


def record_of(request, policy, pack, acknowledgement, recorded_at, check):
    """What is committed to. It names the person of the token, whatever was sent (ACK-9)."""
    person, draft = request.caller.row, request.body
    record = {
        "id": acknowledgement,
        "tenant": request.tenant["id"],
        "person": {
            "id": person["id"],
            "userName": person["user_name"],
            "displayName": person["display_name"],
        },
        "policy": {"id": policy["id"], "title": policy["title"]},
        "version": draft["version"],
        "contentHash": draft["contentHash"],
        "language": draft["language"],
        "pack": {"id": pack["id"]},
        "asks": pack["asks"],
        "statement": spoken(json.loads(pack["statement"]), draft),
        "recordedAt": recorded_at,
        "clientTime": draft["clientTime"],
        "method": draft["method"],
    }
    if "reading" in draft:
        record["reading"] = draft["reading"]
    if check:
        record["check"] = check
    return record


def spoken(texts, draft):
    """The statement in the language of the text, or else in one that it has."""
    wanted = [draft["language"], draft["language"].split("-")[0], "en"]
    language = next((each for each in wanted if each in texts), sorted(texts)[0])
    return {"hash": draft["statementHash"], "language": language, "text": texts[language]}


def list_all(request):
    """Newest first, in the order of the log: the caller's own, or for the office those of others (ACK-10, ACK-11)."""
    person = request.query.get("person", request.caller.id)
    if person != request.caller.id and not request.caller.is_office:
        raise Problem("forbidden", "You may list your own acknowledgements.")
    found = request.db.execute(
        "SELECT * FROM acknowledgements WHERE tenant = :tenant"
        " AND (:person = '*' OR person = :person) AND (:policy IS NULL OR policy = :policy)"
        " AND (:before IS NULL OR serial < :before) ORDER BY serial DESC LIMIT :limit",
        {
            "tenant": request.tenant["id"],
            "person": person,
            "policy": request.query.get("policy"),
            "before": after(request),
            "limit": limit(request) + 1,
        },
    ).fetchall()
    return page(request, found, lambda each: each["serial"], shown)


def read(request):
    """Somebody else's is there for the office only (ACK-12)."""
    found = by_id(request.db, request.tenant["id"], request.path["acknowledgement"])
    if not found or not (found["person"] == request.caller.id or request.caller.is_office):
        raise not_found()
    return ok(shown(found))


def by_id(db, tenant, acknowledgement):
    sql = "SELECT * FROM acknowledgements WHERE tenant = ? AND id = ?"
    return row(db, sql, tenant, acknowledgement)


def shown(found):
    return {
        "id": found["id"],
        "person": found["person"],
        "policy": found["policy"],
        "version": found["version"],
        "contentHash": found["content_hash"],
        "language": found["language"],
        "statementHash": found["statement_hash"],
        "recordedAt": found["recorded_at"],
        "receipt": found["receipt"],
    }
