"""The set-up profile: makes a tenant hold exactly what is sent. For test installations, and for trying this out."""

import json
import re
import uuid

import shapes
import tokens
from answers import not_found, ok
from evidence import canonical, content_hash, hash_of_bytes
from shapes import ID, LANGUAGE, TEXTS, by_language, list_of, one_of, record, text, truth, whole
from store import ensure_tenant, now, row, rows

PERSON = record(
    {
        "userName": ID,
        "displayName": text(),
        "relation": one_of("employee", "contractor", "supplier", "customer"),
        "roles": list_of(one_of("isms-manager", "auditor")),
        "active": truth,
    },
    {"department": text()},
)
SECTION = record(
    {"id": text(), "title": text(), "level": whole(1, 6), "html": text(), "words": whole(0)}
)
DOCUMENT = record({"language": LANGUAGE, "title": text(), "sections": list_of(SECTION)})
IMAGE = record({"type": text(), "width": whole(0), "height": whole(0), "data": text()})
VERSION = record(
    {
        "number": whole(1),
        "change": text(),
        "material": truth,
        "documents": list_of(DOCUMENT),
        "images": list_of(IMAGE),
    }
)
POLICY = record(
    {
        "id": ID,
        "title": text(),
        "kind": one_of("policy", "procedure", "guidance", "training", "notice"),
        "classification": one_of("public", "internal", "confidential", "restricted"),
        "controls": list_of(text()),
        "versions": list_of(VERSION, least=1),
    }
)
CHOICE = record({"texts": TEXTS, "right": truth})
QUESTION = record(
    {"policy": ID, "texts": TEXTS, "choices": list_of(CHOICE), "explanation": TEXTS}
)
CHECK = record({"passMark": whole(0, 100), "questions": list_of(QUESTION)}, {"tries": whole(1)})
PACK = record(
    {
        "id": ID,
        "title": text(),
        "policies": list_of(ID),
        "audience": list_of(ID),
        "asks": one_of("display", "acknowledge", "agree"),
        "statement": TEXTS,
    },
    {"dueDays": whole(1), "check": CHECK},
)
TERM_TEXT = record({"name": text(), "also": list_of(text()), "meaning": text()})
TERM = record({"id": ID, "texts": by_language(TERM_TEXT)}, {"policy": ID})
SETUP = record(
    {"people": list_of(PERSON), "policies": list_of(POLICY), "packs": list_of(PACK)},
    {"terms": list_of(TERM)},
)


def put(db, namespace, body, origin):
    """`PUT /setup/{namespace}`."""
    if not re.fullmatch("[a-z0-9-]{1,60}", namespace):
        raise not_found()
    (setup,) = shapes.fitted([(SETUP, body, "")])
    tenant = "tenant-" + namespace
    given = fill(db, tenant, namespace, setup)
    return ok(
        {
            "baseUrl": origin + "/tenants/" + namespace,
            "tokens": given,
            "unknown": tokens.give(db, tenant, "nobody-" + str(uuid.uuid4())),
            "expired": tokens.give(db, tenant, setup["people"][0]["userName"], hours=-1)
            if setup["people"]
            else "",
        }
    )


def fill(db, tenant, organisation, setup):
    """Makes the tenant hold this, and gives a token to everybody. Call it inside a transaction."""
    ensure_tenant(db, tenant, organisation)
    time = now()
    fill_people(db, tenant, setup["people"])
    for policy in setup["policies"]:
        fill_policy(db, tenant, policy, time)
    fill_packs(db, tenant, setup["packs"], time)
    fill_terms(db, tenant, setup.get("terms", []))
    names = [person["userName"] for person in setup["people"]]
    return {name: tokens.give(db, tenant, name) for name in names}


def fill_people(db, tenant, people):
    """Who is missing is no longer here. Ids stay with the names, also of those who come back."""
    db.execute("UPDATE people SET active = 0 WHERE tenant = ?", (tenant,))
    for person in people:
        db.execute(
            "INSERT INTO people (tenant, id, user_name, display_name, department, relation, roles,"
            " active) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant, user_name) DO UPDATE SET"
            " display_name = excluded.display_name, department = excluded.department,"
            " relation = excluded.relation, roles = excluded.roles, active = excluded.active",
            (
                tenant,
                str(uuid.uuid4()),
                person["userName"],
                person["displayName"],
                person.get("department"),
                person["relation"],
                json.dumps(person["roles"]),
                person["active"],
            ),
        )


def fill_policy(db, tenant, policy, time):
    """The last version is current. A version that is there stays as it is."""
    db.execute(
        "INSERT INTO policies (tenant, id, title, kind, classification, controls, current)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant, id) DO UPDATE SET title = excluded.title,"
        " kind = excluded.kind, classification = excluded.classification,"
        " controls = excluded.controls, current = excluded.current",
        (
            tenant,
            policy["id"],
            policy["title"],
            policy["kind"],
            policy["classification"],
            json.dumps(policy["controls"]),
            policy["versions"][-1]["number"],
        ),
    )
    sql = "SELECT number FROM versions WHERE tenant = ? AND policy = ?"
    there = [each["number"] for each in rows(db, sql, tenant, policy["id"])]
    for version in policy["versions"]:
        if version["number"] not in there:
            publish(db, tenant, policy["id"], version, time)


def publish(db, tenant, policy, version, time):
    number = version["number"]
    values = (tenant, policy, number, version["change"], version["material"], time)
    db.execute("INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?)", values)
    for place, document in enumerate(version["documents"]):
        body = canonical({"policy": policy, "version": number, **document}).encode("utf-8")
        sections = document["sections"]
        values = (
            *(tenant, policy, number, place, document["language"], document["title"]),
            sum(section["words"] for section in sections),
            json.dumps([section["id"] for section in sections]),
            *(hash_of_bytes(body), body),
        )
        db.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
    for image in version["images"]:
        body = canonical(image).encode("utf-8")
        values = (tenant, policy, number, hash_of_bytes(body), body)
        db.execute("INSERT OR IGNORE INTO images VALUES (?, ?, ?, ?, ?)", values)


def fill_packs(db, tenant, packs, time):
    """Packs that are missing are gone. Whoever stays in an audience is asked since then, and not anew."""
    keep(db, "packs", "id", (tenant,), [pack["id"] for pack in packs])
    for table in ("pack_policies", "audiences"):
        keep(db, table, "pack", (tenant,), [pack["id"] for pack in packs])
    for pack in packs:
        fill_pack(db, tenant, pack, time)


def fill_pack(db, tenant, pack, time):
    statement, check = pack["statement"] or None, pack.get("check")
    db.execute(
        "INSERT INTO packs (tenant, id, title, asks, statement, statement_hash, due_days, knowledge)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenant, id) DO UPDATE SET"
        " title = excluded.title, asks = excluded.asks, statement = excluded.statement,"
        " statement_hash = excluded.statement_hash, due_days = excluded.due_days,"
        " knowledge = excluded.knowledge",
        (
            tenant,
            pack["id"],
            pack["title"],
            pack["asks"],
            statement and canonical(statement),
            statement and content_hash(statement),
            pack.get("dueDays"),
            check and canonical(check),
        ),
    )
    keep(db, "pack_policies", "policy", (tenant, pack["id"]), pack["policies"])
    for place, policy in enumerate(pack["policies"]):
        db.execute(
            "INSERT INTO pack_policies VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (tenant, pack, policy) DO UPDATE SET place = excluded.place",
            (tenant, pack["id"], policy, place, time),
        )
    sql = "SELECT id FROM people WHERE tenant = ? AND user_name = ?"
    people = [row(db, sql, tenant, name) for name in pack["audience"]]
    ids = [person["id"] for person in people if person]
    keep(db, "audiences", "person", (tenant, pack["id"]), ids)
    for person in ids:
        values = (tenant, pack["id"], person, time)
        db.execute("INSERT OR IGNORE INTO audiences VALUES (?, ?, ?, ?)", values)


def fill_terms(db, tenant, terms):
    """Terms that are missing are gone."""
    keep(db, "terms", "id", (tenant,), [term["id"] for term in terms])
    for term in terms:
        db.execute(
            "INSERT INTO terms (tenant, id, texts, policy) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (tenant, id) DO UPDATE SET texts = excluded.texts, policy = excluded.policy",
            (tenant, term["id"], json.dumps(term["texts"]), term.get("policy")),
        )


def keep(db, table, column, owner, kept):
    """Deletes the rows of a tenant, or of a pack of it, but for those that are named."""
    owned = " AND ".join(["tenant = ?", "pack = ?"][: len(owner)])
    marks = ", ".join("?" * len(kept))
    db.execute(
        "DELETE FROM {} WHERE {} AND {} NOT IN ({})".format(table, owned, column, marks),
        (*owner, *kept),
    )
