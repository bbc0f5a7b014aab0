"""Shapes of what is sent. Each is a function that takes a value, the place where it stands, and a list of misfits.

It gives back the value as the schema knows it: members that the schema does not have are left out (INP-5). What does
not fit is added to the misfits, all of it and not only the first (INP-1).
"""

import re
from datetime import datetime

from answers import Problem

LARGEST = 2**53 - 1


def text(least=0, most=None, like=None):
    """Text with so many characters. Characters are code points, as JSON Schema counts them."""

    def fit(value, where, misfits):
        if not isinstance(value, str):
            misfits.append((where, "This is not text."))
        elif len(value) < least or (most is not None and len(value) > most):
            misfits.append((where, "This is too short or too long."))
        elif like is not None and not re.fullmatch(like, value):
            misfits.append((where, "This is not written as it has to be."))
        return value

    return fit


def whole(least, most=LARGEST):
    def fit(value, where, misfits):
        if isinstance(value, bool) or not isinstance(value, int):
            misfits.append((where, "This is not a whole number."))
        elif not least <= value <= most:
            misfits.append((where, "This is not from {} to {}.".format(least, most)))
        return value

    return fit


def digits(least, most=LARGEST):
    """A whole number in an address, where everything is text."""

    def fit(value, where, misfits):
        if not re.fullmatch("0|[1-9][0-9]{0,15}", value):
            misfits.append((where, "This is not a whole number."))
            return value
        return whole(least, most)(int(value), where, misfits)

    return fit


def one_of(*values):
    def fit(value, where, misfits):
        if not isinstance(value, str) or value not in values:
            misfits.append((where, "This is none of: {}.".format(", ".join(values))))
        return value

    return fit


def truth(value, where, misfits):
    if not isinstance(value, bool):
        misfits.append((where, "This is neither true nor false."))
    return value


def time(value, where, misfits):
    """RFC 3339 in UTC with a Z, at most 40 characters."""
    written = r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?Z"
    fits = isinstance(value, str) and len(value) <= 40 and re.fullmatch(written, value, re.ASCII)
    if fits:
        try:
            datetime(int(value[:4]) or 4, int(value[5:7]), int(value[8:10]))
        except ValueError:
            fits = None
    if not fits:
        misfits.append((where, "This is not a time in UTC, such as 2026-11-24T09:30:00.000Z."))
    return value


def list_of(item, most=None, least=0):
    def fit(value, where, misfits):
        if not isinstance(value, list):
            misfits.append((where, "This is not a list."))
            return value
        if len(value) < least or (most is not None and len(value) > most):
            misfits.append((where, "This has too few or too many items."))
        return [item(each, where + "/" + str(n), misfits) for n, each in enumerate(value)]

    return fit


def by_language(shape):
    """An object with something for each language."""

    def fit(value, where, misfits):
        if not isinstance(value, dict):
            misfits.append((where, "This is not an object."))
            return value
        places = {name: name.replace("~", "~0").replace("/", "~1") for name in value}
        return {
            name: shape(each, where + "/" + places[name], misfits) for name, each in value.items()
        }

    return fit


def record(required, optional=None):
    """An object with members that have to be there, and members that may be."""

    def fit(value, where, misfits):
        if not isinstance(value, dict):
            misfits.append((where, "This is not an object."))
            return value
        for name in required:
            if name not in value:
                misfits.append((where + "/" + name, "This is missing."))
        shapes = {**required, **(optional or {})}
        return {
            name: shape(value[name], where + "/" + name, misfits)
            for name, shape in shapes.items()
            if name in value
        }

    return fit


def fitted(checks):
    """Holds each (shape, value, where) of a request to its shape, and refuses it with every misfit together."""
    misfits = []
    values = [shape(value, where, misfits) for shape, value, where in checks]
    if misfits:
        raise Problem("invalid", "Something does not fit. The errors say what.", errors=misfits)
    return values


ID = text(1, 200, like=r"[^\0]*")
HASH = text(like="sha256:[0-9a-f]{64}")
LANGUAGE = text(like="[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
SECONDS = whole(0, 31_622_400)
TEXTS = by_language(text())
METHOD = one_of("visual", "assistive", "speech", "print")
