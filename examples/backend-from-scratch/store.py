"""The database: one file of SQLite, one transaction at a time."""

import os
import secrets
import sqlite3
import threading
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone

from ed25519 import public_key
from evidence import checkpoint, sha256

HERE = os.path.dirname(os.path.abspath(__file__))


class Store:
    """Opens the file, and makes its tables when they are not there."""

    def __init__(self, path):
        self._lock = threading.RLock()
        # Transactions are begun and ended by hand, and threads take turns.
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10)
        self._db.row_factory = sqlite3.Row
        self._db.execute("PRAGMA journal_mode = WAL")
        # What is committed is on the disk, even when the power goes.
        self._db.execute("PRAGMA synchronous = FULL")
        with open(os.path.join(HERE, "schema.sql"), encoding="utf-8") as schema:
            self._db.executescript(schema.read())

    @contextmanager
    def reading(self):
        """One state of everything, for as long as it is looked at."""
        with self._within("BEGIN") as db:
            yield db

    @contextmanager
    def writing(self):
        """All or nothing, and nobody else writes meanwhile.

        SQLite locks the whole file. In a database that locks rows, lock the row of the tenant here, which has the size
        of its log: SELECT … FOR UPDATE.
        """
        with self._within("BEGIN IMMEDIATE") as db:
            yield db

    @contextmanager
    def _within(self, begin):
        with self._lock:
            self._db.execute(begin)
            try:
                yield self._db
                self._db.execute("COMMIT")
            finally:
                # Whatever went wrong, a refusal too: nothing of it happened.
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")


def row(db, sql, *values):
    """The first row, or None."""
    return db.execute(sql, values).fetchone()


def rows(db, sql, *values):
    return db.execute(sql, values).fetchall()


def now():
    """The clock of this backend, as the contract writes times."""
    return written(datetime.now(timezone.utc))


def written(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + "{:03d}Z".format(moment.microsecond // 1000)


def parsed(time):
    return datetime.strptime(time, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=timezone.utc)


def later(time, **how_much):
    """So much later than a time: later(now(), hours=24)."""
    return written(parsed(time) + timedelta(**how_much))


def ensure_tenant(db, tenant, organisation):
    """Makes a tenant with a key and an empty log of its own, unless it is there."""
    if row(db, "SELECT id FROM tenants WHERE id = ?", tenant):
        return
    seed = secrets.token_bytes(32)
    public = public_key(seed)
    # The origin is the name of the log for ever. Take a name that is yours.
    origin = "backend-from-scratch.example/" + tenant + "/log"
    first = checkpoint(origin, 0, sha256(), seed, public)
    db.execute(
        "INSERT INTO tenants VALUES (?, ?, ?, ?, ?, ?, 0, ?)",
        (tenant, organisation, origin, seed, public, secrets.token_bytes(32), first),
    )
