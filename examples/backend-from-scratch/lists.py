"""Lists, page by page. A cursor is the sort key of the last item, signed, so that only our own are taken.

What is added meanwhile stands before that key or after it, and nothing moves (LST-5). An offset could not do that.
"""

import base64
import hmac
import json

from answers import Problem, ok
from shapes import digits, text

PAGES = {"limit": digits(1, 200), "cursor": text(0, 400)}


def limit(request):
    """How many items a page has at most."""
    return request.query.get("limit", 50)


def after(request):
    """The sort key behind which the page begins, or None at the beginning."""
    cursor = request.query.get("cursor")
    if cursor is None:
        return None
    payload, _, signature = cursor.partition(".")
    if not hmac.compare_digest(signature.encode("utf-8"), signed(request, payload)):
        errors = [("#query/cursor", "This list did not give this cursor.")]
        raise Problem("invalid", "Begin the list anew, without a cursor.", errors=errors)
    return json.loads(base64.urlsafe_b64decode(payload))


def page(request, found, key, shown):
    """Answers the items that were found behind the cursor: up to the limit, and one more if there is one.

    `key` gives the sort key of an item, `shown` what goes over the wire.
    """
    size = limit(request)
    answer = {"items": [shown(item) for item in found[:size]]}
    if len(found) > size:
        payload = base64.urlsafe_b64encode(json.dumps(key(found[size - 1])).encode("ascii"))
        answer["next"] = payload.decode("ascii") + "." + signed(request, payload.decode("ascii")).decode("ascii")
    return ok(answer)


def signed(request, payload):
    """The signature holds for this list alone: its address, its filters, and who asks."""
    scope = json.dumps([request.path_text, request.filters, request.caller.id, payload])
    mac = hmac.new(request.tenant["cursor_key"], scope.encode("ascii"), "sha256").digest()
    return base64.urlsafe_b64encode(mac[:18])
