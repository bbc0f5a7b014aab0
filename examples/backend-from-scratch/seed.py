"""Sets up a small company to try this out with, and prints a token for each of its people."""

import argparse

from setup import fill
from store import Store


def person(user_name, display_name, department, roles=()):
    return {
        "userName": user_name,
        "displayName": display_name,
        "relation": "employee",
        "roles": list(roles),
        "active": True,
        "department": department,
    }


def section(name, title, *paragraphs):
    html = "".join("<p>" + paragraph + "</p>" for paragraph in paragraphs)
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    return {"id": name, "title": title, "level": 2, "html": html, "words": words}


def policy(name, title, control, *documents):
    first = {
        "number": 1,
        "change": "First version.",
        "material": True,
        "documents": list(documents),
        "images": [],
    }
    return {
        "id": name,
        "title": title,
        "kind": "policy",
        "classification": "internal",
        "controls": [control],
        "versions": [first],
    }


VISITORS = policy(
    "visitors",
    "Visitors in the bakery",
    "A.7.2",
    {
        "language": "en",
        "title": "Visitors in the bakery",
        "sections": [
            section(
                "why",
                "Why",
                "Our recipes hang on the wall, and the ovens are hot. Both are reasons to know who is here.",
            ),
            section(
                "what-to-do",
                "What to do",
                "Meet visitors at the door and write them into the book.",
                "Stay with them until they leave. Nobody goes into the office alone.",
                "Photographs are fine in the shop. In the bakehouse, ask first.",
            ),
        ],
    },
    {
        "language": "de",
        "title": "Besuch in der Backstube",
        "sections": [
            section(
                "why",
                "Warum",
                "Unsere Rezepte hängen an der Wand, und die Öfen sind heiß. Deshalb wissen wir, wer hier ist.",
            ),
            section(
                "what-to-do",
                "Was zu tun ist",
                "Holen Sie Ihren Besuch an der Tür ab und tragen Sie ihn in das Buch ein.",
                "Bleiben Sie dabei, bis er geht. Niemand geht allein in das Büro.",
                "Im Laden darf fotografiert werden. In der Backstube fragen Sie vorher.",
            ),
        ],
    },
)

LOST = policy(
    "lost-devices",
    "A phone or a key is lost",
    "A.6.8",
    {
        "language": "en",
        "title": "A phone or a key is lost",
        "sections": [
            section(
                "at-once",
                "At once",
                "Call the office, at any hour. Nobody is blamed for a loss that is reported.",
                "We block the phone and change the lock. Both are quick when we know early.",
            ),
            section(
                "later",
                "Later",
                "If it turns up again, tell us before you use it. We look at it together.",
            ),
        ],
    },
)

CHECK = {
    "passMark": 100,
    "questions": [
        {
            "policy": "lost-devices",
            "texts": {"en": "The shop phone is gone. When do you call the office?"},
            "choices": [
                {"texts": {"en": "After a day, if it has not turned up"}, "right": False},
                {"texts": {"en": "At once"}, "right": True},
            ],
            "explanation": {"en": "A phone that is blocked early gives nothing away."},
        }
    ],
}

TERMS = [
    {
        "id": "bakehouse",
        "texts": {
            "en": {
                "name": "bakehouse",
                "also": [],
                "meaning": "Everything behind the door with the bell: ovens, stores and the cold room.",
            },
            "de": {
                "name": "Backstube",
                "also": [],
                "meaning": "Alles hinter der Tür mit der Glocke: Öfen, Lager und Kühlraum.",
            },
        },
        "policy": "visitors",
    }
]

COMPANY = {
    "people": [
        person("ines", "Ines Okafor", "Bakehouse"),
        person("tom", "Tom Brandt", "Shop"),
        person("rhea", "Rhea Lund", "Office", ["auditor"]),
    ],
    "policies": [VISITORS, LOST],
    "terms": TERMS,
    "packs": [
        {
            "id": "first-day",
            "title": "Your first day",
            "policies": ["visitors", "lost-devices"],
            "audience": ["ines", "tom", "rhea"],
            "asks": "acknowledge",
            "statement": {
                "en": "I have taken note of this policy and will follow it.",
                "de": "Ich habe diese Richtlinie zur Kenntnis genommen und halte mich daran.",
            },
            "dueDays": 14,
            "check": CHECK,
        }
    ],
}


def main():
    parser = argparse.ArgumentParser(description="Sets up a small company, and prints its tokens.")
    parser.add_argument("--data", default="backend.sqlite", help="the file of the backend")
    with Store(parser.parse_args().data).writing() as db:
        tokens = fill(db, "main", "Tidewater Bakery", COMPANY)
    for one in COMPANY["people"]:
        print("{:12} {}".format(one["displayName"], tokens[one["userName"]]))


if __name__ == "__main__":
    main()
