"""Signatures: Ed25519 (RFC 8032, section 5.1) in whole numbers.

Taken from the page "Evidence, byte by byte" of the contract. It takes some milliseconds, and how many tells something
about the key to whoever can measure it. Where others can, use the package `cryptography` instead.
"""

import hashlib

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
X = 15112221349535400772501151409588531511454012693041857206046113283949847762202
Y = 46316835694926478169428394003475163141307993866256225615783033603165251855960
BASE = (X, Y, 1, X * Y % P)


def add(p, q):
    """The sum of two points of the curve, in extended coordinates."""
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c = 2 * p[3] * q[3] * D % P
    d = 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(number, point):
    """A point added to itself so many times."""
    result = (0, 1, 1, 0)
    while number > 0:
        if number & 1:
            result = add(result, point)
        point = add(point, point)
        number >>= 1
    return result


def pressed(point):
    """The 32 bytes of a point."""
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def sha512_number(*parts):
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little") % L


def secret_of(seed):
    """What the 32 bytes of a private key stand for: a number, and a prefix for signing."""
    digest = hashlib.sha512(seed).digest()
    number = int.from_bytes(digest[:32], "little") & ((1 << 254) - 8) | (1 << 254)
    return number, digest[32:]


def public_key(seed):
    return pressed(times(secret_of(seed)[0], BASE))


def sign(seed, public, text):
    """The 64 bytes of the signature. The public key is given, because working it out costs as much as signing."""
    number, prefix = secret_of(seed)
    r = sha512_number(prefix, text)
    point = pressed(times(r, BASE))
    k = sha512_number(point, public, text)
    return point + ((r + k * number) % L).to_bytes(32, "little")
