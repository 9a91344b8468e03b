"""The command line: words in, words out. stdout is data; stderr is progress and complaints."""

from __future__ import annotations

import gc
import sys

import click

from photocat.cli.commands import COMMANDS, LazyGroup
from photocat.errors import EXIT_STATUS, PhotocatError

GARBAGE = 20_000
"""New objects after which garbage is looked for; by default 700, of which imports make many."""

EPILOG = "Exit status: " + ", ".join(f"{code} {meaning}" for code, meaning in EXIT_STATUS.items())


@click.group(
    cls=LazyGroup,
    commands_table=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EPILOG,
)
@click.option(
    "--catalog",
    metavar="FILE|URL",
    default="catalog.db",
    show_default=True,
    envvar="PHOTOCAT_CATALOG",
    show_envvar=True,
    help="The catalog: an SQLite file, or postgresql+psycopg://user@host/name.",
)
@click.version_option(package_name="photocat", message="photocat %(version)s")
@click.pass_context
def photocat(context: click.Context, catalog: str) -> None:
    """Catalogue news photos: what they say, when and where, and which are the same picture.

    \b
        photocat ingest ./drop/ap --supplier AP
        photocat search 'in:Latakia date:2016-03'
        photocat duplicates --cross-supplier
    """
    context.obj = catalog


def main(arguments: list[str] | None = None) -> int:
    """Run one command; give its exit status back.

    As a program, which ends with it, it looks for cycles of garbage less often, and not once more
    through everything at its end: that took a fifth of a search.
    """
    if arguments is not None:
        return _run(arguments)
    gc.set_threshold(GARBAGE)
    try:
        return _run(None)
    finally:
        gc.freeze()


def _run(arguments: list[str] | None) -> int:
    try:
        status = photocat.main(args=arguments, prog_name="photocat", standalone_mode=False)
    except click.ClickException as error:
        from io import StringIO

        from photocat.cli.output import complain

        told = StringIO()
        error.show(told)
        complain(told.getvalue().rstrip("\n"))
        return error.exit_code
    except click.exceptions.Abort:
        click.echo("photocat: interrupted; what was committed is kept", err=True)
        return 130
    except PhotocatError as error:
        from photocat.cli.output import complain

        complain(f"photocat: {error}")
        return error.exit_status
    except BrokenPipeError:
        # The reader (head, less) has seen enough; nothing more can be written, not even at exit.
        sys.stdout = None
        return 0
    return status if isinstance(status, int) else 0
