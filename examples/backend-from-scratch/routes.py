"""Every address of the contract: who may ask, what has to be sent, how long the answer stays true, and who answers."""

import acknowledgements
import assignments
import checks
import discovery
import log
import packs
import people
import policies
import readings
import terms
import versions
from lists import PAGES
from shapes import HASH, ID, LANGUAGE, digits, one_of

PLACES = {
    "person": ID,
    "policy": ID,
    "pack": ID,
    "assignment": ID,
    "attempt": ID,
    "session": ID,
    "acknowledgement": ID,
    "version": digits(1),
    "contentHash": HASH,
}
STATES = "open pending started displayed acknowledged overdue exempted superseded".split()


class Route:
    """`who` is anyone, person or office. What is needed of the query has to be there, the rest may be."""

    def __init__(self, method, path, answer, who="person", cache="revalidate", query=None, needed=None, body=None):
        self.method = method
        self.parts = path.split("/")
        self.places = {part[1:-1]: PLACES[part[1:-1]] for part in self.parts if part.startswith("{")}
        self.answer = answer
        self.who = who
        self.cache = cache
        self.query = query or {}
        self.needed = needed or {}
        self.body = body
        # An act records something. Health asks whether one could.
        self.writes = method != "GET" or answer is discovery.health


VERSION = "/v1/policies/{policy}/versions/{version}"

ROUTES = [
    Route("GET", "/.well-known/isms", discovery.read, who="anyone"),
    Route("GET", "/health", discovery.health, who="anyone", cache="no-store"),
    Route("GET", "/v1/me", people.me),
    Route("GET", "/v1/people", people.list_all, who="office", query={**PAGES, "userName": ID}),
    Route("GET", "/v1/people/{person}", people.read),
    Route("GET", "/v1/policies", policies.list_all, query=PAGES),
    Route("GET", "/v1/policies/{policy}", policies.read),
    Route("GET", "/v1/policies/{policy}/versions", versions.list_all, query=PAGES),
    Route("GET", VERSION, versions.read),
    Route("GET", VERSION + "/documents/{contentHash}", versions.read_document, cache="immutable"),
    Route("GET", VERSION + "/images/{contentHash}", versions.read_image, cache="immutable"),
    Route("GET", VERSION + "/reading", readings.read),
    Route("GET", "/v1/packs", packs.list_all, who="office", query=PAGES),
    Route("GET", "/v1/packs/{pack}", packs.read, who="office"),
    Route(
        "GET",
        "/v1/assignments",
        assignments.list_all,
        query={**PAGES, "person": ID, "policy": ID, "state": one_of(*STATES)},
    ),
    Route("GET", "/v1/assignments/{assignment}/check", checks.read),
    Route("PUT", "/v1/attempts/{attempt}", checks.put, cache="no-store", body=checks.DRAFT),
    Route("PUT", "/v1/readings/{session}", readings.put, cache="no-store", body=readings.DRAFT),
    Route(
        "POST",
        "/v1/acknowledgements",
        acknowledgements.create,
        cache="no-store",
        body=acknowledgements.DRAFT,
    ),
    Route(
        "GET",
        "/v1/acknowledgements",
        acknowledgements.list_all,
        query={**PAGES, "person": ID, "policy": ID},
    ),
    Route("GET", "/v1/acknowledgements/{acknowledgement}", acknowledgements.read),
    Route("GET", "/v1/terms", terms.list_all, query={**PAGES, "language": LANGUAGE}),
    Route("GET", "/v1/log/checkpoint", log.checkpoint, who="anyone", cache="no-store"),
    Route(
        "GET",
        "/v1/log/proofs/inclusion",
        log.inclusion,
        cache="immutable",
        needed={"index": digits(0), "size": digits(0)},
    ),
    Route(
        "GET",
        "/v1/log/proofs/consistency",
        log.consistency,
        cache="immutable",
        needed={"from": digits(1), "to": digits(1)},
    ),
    Route("GET", "/v1/log/entries", log.entries, who="office", query={**PAGES, "start": digits(0)}),
]


def routes_at(parts):
    """The routes of an address, one for each method, with what stands in its places."""
    found = []
    for route in ROUTES:
        if len(route.parts) == len(parts):
            places = {}
            for name, part in zip(route.parts, parts):
                if name.startswith("{") and part:
                    places[name[1:-1]] = part
                elif name != part:
                    break
            else:
                found.append((route, places))
    return found
