"""What is asked of a person. Nothing of it is stored: it is worked out when it is asked for.

Nobody is late in entering or leaving an audience then (ASG-3).
"""

import json

from answers import Problem, without_none
from evidence import sha256
from lists import after, limit, page
from packs import statement_of
from policies import material_versions, summaries
from questions import passed_attempt, questions_about
from readings import first_displayed, whole_text_displayed
from store import later, now, row, rows

OPEN = ("pending", "started", "overdue")


def list_all(request):
    """Open ones first, and the earliest due date first among them (ASG-4)."""
    person = request.query.get("person", request.caller.id)
    if person != request.caller.id and not request.caller.is_office:
        raise Problem("forbidden", "You may list your own assignments.")
    found = of_person(request.db, request.tenant["id"], person, request.query.get("policy"))
    wanted = request.query.get("state")
    if wanted:
        states = OPEN if wanted == "open" else (wanted,)
        found = [each for each in found if each["state"] in states]
    last = after(request)
    found = sorted((each for each in found if last is None or order(each) > last), key=order)
    return page(request, found[: limit(request) + 1], order, lambda each: shown(request.db, each))


def order(assignment):
    """The sort key: what is open, by its due date; what is done; what was superseded. Then the order of reading."""
    group = 0 if assignment["state"] in OPEN else 2 if assignment["state"] == "superseded" else 1
    pack = assignment["pack"]
    return [group, assignment["dueAt"] or "9999", pack["serial"], pack["place"], -assignment["version"]]


def of_person(db, tenant, person, policy=None):
    """Every assignment of a person; of one policy, if it is named. Nothing is asked of those who have left."""
    asked = rows(
        db,
        "SELECT k.*, pp.place, p.id AS policy, p.title AS policy_title, p.kind, p.current,"
        " MAX(a.since, pp.since) AS asked_since"
        " FROM audiences AS a JOIN packs AS k ON k.tenant = a.tenant AND k.id = a.pack"
        " JOIN pack_policies AS pp ON pp.tenant = k.tenant AND pp.pack = k.id"
        " JOIN policies AS p ON p.tenant = k.tenant AND p.id = pp.policy"
        " JOIN people AS who ON who.tenant = a.tenant AND who.id = a.person AND who.active"
        " WHERE a.tenant = ? AND a.person = ? AND (? IS NULL OR p.id = ?) ORDER BY k.serial, pp.place",
        tenant,
        person,
        policy,
        policy,
    )
    found = []
    for each in asked:
        material = material_versions(db, tenant, each["policy"])
        found.append(current(db, each, person, material[-1]))
        for older, newer in zip(material, material[1:]):
            if each["asked_since"] < newer["published_at"]:
                found.append(superseded(db, each, person, older, newer))
    return found


def find(db, tenant, person, assignment):
    """An assignment of a person about a current version, by its id, or None."""
    for each in of_person(db, tenant, person):
        if each["id"] == assignment and each["state"] != "superseded":
            return each
    return None


def current(db, asked, person, material):
    """What is asked about the current version. What was done since the last material version counts for it."""
    began = max(asked["asked_since"], material["published_at"])
    assignment = begun(asked, person, asked["current"], began)
    done = acknowledged(db, asked, person, material["number"], asked["current"])
    if done:
        state, since = "acknowledged", done["recorded_at"]
        assignment["acknowledgement"] = done["id"]
    else:
        state, since = progress(db, asked, person, material["number"], began)
        if state in OPEN and assignment["dueAt"] and now() > assignment["dueAt"]:
            state, since = "overdue", assignment["dueAt"]
        assignment["questions"] = open_questions(db, asked, person, material["number"])
    return {**assignment, "material": material["number"], "state": state, "since": since}


def progress(db, asked, person, material, began):
    """How far a person is with a text: the state, and when it began.

    Where an acknowledgement is asked for, a text that was displayed is still open: it is started.
    """
    reading = (db, asked["tenant"], person, asked["policy"], material)
    whole = whole_text_displayed(*reading) if asked["asks"] == "display" else None
    if whole:
        return "displayed", max(whole, began)
    first = first_displayed(*reading)
    return ("started", max(first, began)) if first else ("pending", began)


def superseded(db, asked, person, older, newer):
    """What was asked about an earlier material version, before a newer one took its place."""
    began = max(asked["asked_since"], older["published_at"])
    assignment = begun(asked, person, older["number"], began)
    done = acknowledged(db, asked, person, older["number"], newer["number"] - 1)
    if done:
        assignment["acknowledgement"] = done["id"]
    return {**assignment, "state": "superseded", "since": newer["published_at"]}


def begun(asked, person, version, began):
    """What all assignments have."""
    names = json.dumps([asked["tenant"], asked["id"], asked["policy"], version, person])
    return {
        "id": sha256(names.encode("ascii")).hex()[:40],
        "pack": asked,
        "person": person,
        "version": version,
        "dueAt": due_at(began, asked["due_days"]),
        "acknowledgement": None,
        "questions": 0,
    }


def due_at(began, days):
    """Days after the day on which it began; a day lasts until its end in UTC."""
    if days is None:
        return None
    return later(began[:10] + "T23:59:59.000Z", days=days)


def acknowledged(db, asked, person, first, last):
    """The latest acknowledgement under the statement of the pack, of one of these versions."""
    return row(
        db,
        "SELECT * FROM acknowledgements WHERE tenant = ? AND person = ? AND policy = ?"
        " AND version BETWEEN ? AND ? AND statement_hash = ? ORDER BY version DESC LIMIT 1",
        asked["tenant"],
        person,
        asked["policy"],
        first,
        last,
        asked["statement_hash"],
    )


def open_questions(db, asked, person, material):
    """How many questions of a check are still to be passed."""
    _, questions = questions_about(asked, asked["policy"])
    if not questions or passed_attempt(db, asked, person, asked["policy"], material):
        return 0
    return len(questions)


def shown(db, assignment):
    pack, person, version = assignment["pack"], assignment["person"], assignment["version"]
    about = row(
        db,
        "SELECT change FROM versions WHERE tenant = ? AND policy = ? AND number = ?",
        pack["tenant"],
        pack["policy"],
        version,
    )
    earlier = row(
        db,
        "SELECT MAX(version) AS version FROM acknowledgements"
        " WHERE tenant = ? AND person = ? AND policy = ? AND version < ?",
        pack["tenant"],
        person,
        pack["policy"],
        version,
    )
    questions = assignment["questions"]
    return without_none(
        id=assignment["id"],
        person=person,
        policy={"id": pack["policy"], "title": pack["policy_title"], "kind": pack["kind"]},
        version=version,
        change=about["change"],
        pack={"id": pack["id"], "title": pack["title"]},
        asks=pack["asks"],
        check={"questions": questions} if questions else None,
        statement=statement_of(pack),
        documents=summaries(db, pack["tenant"], pack["policy"], version),
        state=assignment["state"],
        since=assignment["since"],
        dueAt=assignment["dueAt"],
        acknowledgement=assignment["acknowledgement"],
        acknowledgedVersion=earlier["version"],
    )
