"""The bytes of evidence: canonical JSON, commitment, entry, key, checkpoint, proof and receipt.

Taken from the page "Evidence, byte by byte" of the contract. Nothing here knows of the database.
"""

import base64
import hashlib
import json

from ed25519 import sign


def canonical(value):
    """JSON as RFC 8785 writes it. Every number of the contract is whole."""
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in names) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    if isinstance(value, float):
        raise ValueError("RFC 8785, section 3.2.2.3 says how fractions are written")
    return json.dumps(value, ensure_ascii=False)


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def hash_of_bytes(data):
    """A content hash, as the contract writes it."""
    return "sha256:" + sha256(data).hex()


def content_hash(value):
    """The content hash of the canonical JSON of something."""
    return hash_of_bytes(canonical(value).encode("utf-8"))


def b64(data):
    return base64.b64encode(data).decode("ascii")


def commitment(salt, record):
    return sha256(b"heed-commitment/1\n", salt, record.encode("utf-8"))


def entry(uuid, origin, what, time, committed):
    """What stands in the log of a record. Nothing in it leads to a person."""
    return canonical(
        {
            "specversion": "1.0",
            "id": uuid,
            "source": origin,
            "type": what,
            "time": time,
            "data": {"commitment": b64(committed)},
        }
    )


def key_id(name, public):
    return sha256(name.encode("utf-8"), b"\n", b"\x01", public)[:4]


def verifier_key(name, public):
    return name + "+" + key_id(name, public).hex() + "+" + b64(b"\x01" + public)


def checkpoint(origin, size, root_hash, seed, public):
    """How large the log is and what its root is, signed."""
    text = origin + "\n" + str(size) + "\n" + b64(root_hash) + "\n"
    signed = key_id(origin, public) + sign(seed, public, text.encode("utf-8"))
    return text + "\n\u2014 " + origin + " " + b64(signed) + "\n"


def proof(index, hashes, note):
    """That an entry is in the log: its place, the hashes up to the root, and the signed checkpoint."""
    lines = ["c2sp.org/tlog-proof@v1", "index " + str(index)] + [b64(each) for each in hashes]
    return "\n".join(lines) + "\n\n" + note


def receipt(record, salt, text, proven, key):
    """The receipt as a file: everything that somebody needs to check it, but the key that they trust."""
    return canonical(
        {
            "format": "heed-receipt/1",
            "record": record,
            "salt": b64(salt),
            "entry": text,
            "proof": proven,
            "key": key,
        }
    )
