"""The questions of knowledge checks, as they were written, and whether somebody has passed them."""

import json

from store import row


def questions_about(pack, policy):
    """The check of a pack and its questions about one policy; no questions where there is no check."""
    knowledge = json.loads(pack["knowledge"] or '{"questions":[]}')
    return knowledge, [each for each in knowledge["questions"] if each["policy"] == policy]


def asked(number, written):
    """A question as it is shown: without what is right."""
    choices = [
        {"id": str(place), "texts": each["texts"]}
        for place, each in enumerate(written["choices"], 1)
    ]
    several = len(solution(written)) > 1
    return {"id": str(number), "texts": written["texts"], "several": several, "choices": choices}


def solution(written):
    """The ids of the right choices."""
    return [str(place) for place, each in enumerate(written["choices"], 1) if each["right"]]


def passed_attempt(db, pack, person, policy, material):
    """The try that a person passed a check with, since the last material version; or None."""
    return row(
        db,
        "SELECT * FROM attempts WHERE tenant = ? AND person = ? AND pack = ? AND policy = ?"
        " AND version >= ? AND passed ORDER BY serial LIMIT 1",
        pack["tenant"],
        person,
        pack["id"],
        policy,
        material,
    )
