"""The store: one catalog on SQLite or PostgreSQL. The only room that speaks SQL."""

from photocat.store.files import KnownFile, Vanished
from photocat.store.problems import Problem
from photocat.store.store import Store, open_store

__all__ = ["KnownFile", "Problem", "Store", "Vanished", "open_store"]
