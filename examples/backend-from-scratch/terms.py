"""The glossary: what the organisation means by its words."""

import json

from answers import without_none
from lists import after, limit, page
from policies import seen
from store import row, rows


def there_are(db, tenant):
    """Whether there are terms to list (DIS-4)."""
    return row(db, "SELECT 1 FROM terms WHERE tenant = ? LIMIT 1", tenant) is not None


def list_all(request):
    """In the order in which they came. With a language, in that one alone, and only those that have it (TERM-2)."""
    found = rows(
        request.db,
        "SELECT * FROM terms WHERE tenant = ? AND serial > ? ORDER BY serial",
        request.tenant["id"],
        after(request) or 0,
    )
    language = request.query.get("language")
    terms = [(term, texts_in(json.loads(term["texts"]), language)) for term in found]
    terms = [(term, texts) for term, texts in terms if texts][: limit(request) + 1]
    return page(
        request, terms, lambda each: each[0]["serial"], lambda each: shown(request, *each)
    )


def texts_in(texts, language):
    """All texts, or the one in a language or in the next wider one (RFC 4647, section 3.4)."""
    if language is None:
        return texts
    known = {tag.lower(): tag for tag in texts}
    subtags = language.lower().split("-")
    while subtags:
        tag = known.get("-".join(subtags))
        if tag:
            return {tag: texts[tag]}
        subtags.pop()
        # A single letter only begins what has just been taken away.
        while subtags and len(subtags[-1]) == 1:
            subtags.pop()
    return {}


def shown(request, term, texts):
    """It names its policy only to those who may see that (TERM-3)."""
    policy = term["policy"] and seen(request, term["policy"])
    about = {"id": policy["id"], "title": policy["title"]} if policy else None
    return without_none(id=term["id"], texts=texts, policy=about)
