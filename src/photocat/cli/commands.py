"""``COMMANDS``: every command, and the group that imports one only when it is called."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any

import click


@dataclass(frozen=True, slots=True)
class Command:
    """One line of ``COMMANDS``: the command lives in ``photocat.cli.<name>`` as ``command``."""

    name: str
    help: str


COMMANDS: tuple[Command, ...] = (
    Command("init", "Make an empty catalog, or bring an older one up to date."),
    Command("ingest", "Add files and folders to the catalog."),
    Command("search", "Find photos by words, date, place and more."),
    Command("show", "Show everything known about photos."),
    Command("read", "Read files as JSON, without a catalog."),
    Command("caption", "Read a caption as JSON, without a catalog."),
    Command("similar", "Find photos that look like a file or a photo."),
    Command("duplicates", "List works: the same picture, whoever delivered it."),
    Command("place", "Find places by name or position; add places of your own."),
    Command("conflicts", "List pictures whose copies tell different stories."),
    Command("decide", "Decide what a photo is to another, for ever."),
    Command("decisions", "List decisions, or take them over from another catalog."),
    Command("merge", "Carry what is said of one photo to the others of its work."),
    Command("edit", "Say something of photos."),
    Command("reread", "Read captions again, by the rules of today."),
    Command("log", "Tell who changed what, and when."),
    Command("undo", "Take back an edit, a merge, a decision or an ingest."),
    Command("write", "Write what is believed into XMP sidecars, or into the files."),
    Command(
        "export", "Hand on photos as a table, JSON, a map, news items, sidecars or a contact sheet."
    ),
    Command("problems", "List the files that could not be catalogued, with the reason."),
    Command("stats", "Count what the catalog holds."),
    Command("check", "Check files, database and indexes, and repair what can be."),
    Command("backup", "Write the whole catalog into one file."),
    Command("restore", "Make a backup the catalog."),
    Command("dump", "Write the whole catalog as JSON lines."),
    Command("demo", "Draw a sample gallery, catalogue it and search it."),
    Command("completion", "Print the script that completes commands in your shell."),
)
"""Every command, in the order in which help shows them."""


class LazyGroup(click.Group):
    """A group that knows its commands from a table, so that help imports none of them."""

    def __init__(self, *args: Any, commands_table: tuple[Command, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = {command.name: command for command in commands_table}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module."""
        if cmd_name not in self.table:
            return None
        command: click.Command = import_module(f"photocat.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table, without importing any command."""
        with formatter.section("Commands"):
            formatter.write_dl([(command.name, command.help) for command in self.table.values()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does; an unknown name is told the nearest right one."""
        if args and args[0] not in self.table and not args[0].startswith("-"):
            from difflib import get_close_matches

            close = get_close_matches(args[0], self.table, n=1)
            hint = f" Did you mean {close[0]!r}?" if close else ""
            raise click.UsageError(f"No such command {args[0]!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)
