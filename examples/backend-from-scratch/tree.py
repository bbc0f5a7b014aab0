"""The tree of the log (RFC 6962, section 2.1).

The tree of more than one leaf is split: the left part has the largest power of two that is smaller than the number of
leaves. The hash of a complete subtree never changes, so all of them are kept, and a root or a proof reads few rows.
A part of the tree is written as its first leaf and its number of leaves.
"""

from evidence import sha256


def leaf_hash(text):
    return sha256(b"\x00", text.encode("utf-8"))


def node_hash(left, right):
    return sha256(b"\x01", left, right)


def split(size):
    left = 1
    while left * 2 < size:
        left *= 2
    return left


class Tree:
    """The tree of one tenant, in the table of nodes."""

    def __init__(self, db, tenant):
        self.db = db
        self.tenant = tenant

    def append(self, place, leaf):
        """Keeps a leaf, and every subtree that it completes."""
        level, node = 0, leaf
        self._keep(level, place, node)
        while place % 2 == 1:
            node = node_hash(self._kept(level, place - 1), node)
            level, place = level + 1, place // 2
            self._keep(level, place, node)

    def root(self, first, size):
        if size == 0:
            return sha256()
        if size & (size - 1) == 0:
            level = size.bit_length() - 1
            return self._kept(level, first >> level)
        left = split(size)
        return node_hash(self.root(first, left), self.root(first + left, size - left))

    def leaf(self, place):
        return self._kept(0, place)

    def inclusion(self, index, size, first=0):
        """The hashes that lead from the leaf at an index up to the root over so many leaves."""
        if size == 1:
            return []
        left = split(size)
        if index < left:
            return self.inclusion(index, left, first) + [self.root(first + left, size - left)]
        rest = self.inclusion(index - left, size - left, first + left)
        return rest + [self.root(first, left)]

    def consistency(self, older, size, first=0, whole=True):
        """The hashes that show that the tree of `size` leaves begins with that of `older` leaves."""
        if older == size:
            return [] if whole else [self.root(first, size)]
        left = split(size)
        if older <= left:
            rest = self.consistency(older, left, first, whole)
            return rest + [self.root(first + left, size - left)]
        rest = self.consistency(older - left, size - left, first + left, False)
        return rest + [self.root(first, left)]

    def _keep(self, level, place, node):
        self.db.execute("INSERT INTO nodes VALUES (?, ?, ?, ?)", (self.tenant, level, place, node))

    def _kept(self, level, place):
        found = self.db.execute(
            "SELECT hash FROM nodes WHERE tenant = ? AND level = ? AND place = ?",
            (self.tenant, level, place),
        )
        return found.fetchone()["hash"]
