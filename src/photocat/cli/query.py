"""The query, as every command takes it that works on photos.

What is no option of the command is the query. So that a desk need not quote, a term may begin with
a minus (``-in:Syria``), and every search field is an option as well (``--in Syria``,
``--width '>=4000'``), of several values for one field any. ``SEARCH_FIELDS`` is the table of both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from photocat.query import SEARCH_FIELD, SEARCH_FIELDS, written

FIELDS_HELP = "\b\nSearch fields:\n" + "\n".join(
    f"  {field.example:<26} {field.help}" for field in SEARCH_FIELDS
)

Function = TypeVar("Function", bound=Callable[..., Any])

_TERM = "\0"
"""Marks an argument that begins with a minus and is no option."""


class QueryCommand(click.Command):
    """A command whose arguments are a query."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take search fields out of the options, and terms that begin with a minus for terms."""
        return super().parse_args(ctx, self._as_terms(ctx, args))

    def _as_terms(self, ctx: click.Context, args: Sequence[str]) -> list[str]:
        options = {
            name: option
            for option in self.get_params(ctx)
            if isinstance(option, click.Option)
            for name in (*option.opts, *option.secondary_opts)
        }
        rest: list[str] = []
        fields: dict[str, list[str]] = {}
        waiting = list(args)
        while waiting:
            argument = waiting.pop(0)
            name, equals, value = argument.partition("=")
            if argument == "--":
                rest += [_TERM + later for later in waiting]
                break
            if name in options:
                rest.append(argument)
                if not (equals or options[name].is_flag or options[name].count) and waiting:
                    rest.append(waiting.pop(0))
            elif argument.startswith("--") and name[2:].lower() in SEARCH_FIELD:
                if not equals:
                    if not waiting:
                        raise click.BadOptionUsage(
                            name, f"Option {name!r} requires an argument.", ctx
                        )
                    value = waiting.pop(0)
                fields.setdefault(SEARCH_FIELD[name[2:].lower()].name, []).append(value)
            elif argument.startswith("--"):
                known = [*options, *(f"--{field}" for field in SEARCH_FIELD)]
                raise click.NoSuchOption(name, possibilities=_close(name, known), ctx=ctx)
            else:
                rest.append(_TERM + argument if argument.startswith("-") else argument)
        return [*rest, *map(_any_of, fields.items())]


def _close(name: str, known: Sequence[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name, known)


def _any_of(field: tuple[str, list[str]]) -> str:
    name, values = field
    terms = [written(name, value) for value in values]
    return terms[0] if len(terms) == 1 else f"({' OR '.join(terms)})"


def _restored(_context: click.Context, _parameter: click.Parameter, words: Any) -> tuple[str, ...]:
    return tuple(word.removeprefix(_TERM) for word in words)


def argument(name: str = "query", **how: Any) -> Callable[[Function], Function]:
    """The words of a query; several arguments are one query, so that quotes are seldom needed."""
    return click.argument(name, nargs=-1, callback=_restored, **how)
