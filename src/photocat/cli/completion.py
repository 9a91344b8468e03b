"""``photocat completion``."""

import click
from click.shell_completion import BashComplete, FishComplete, ZshComplete

SHELLS = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


@click.command(
    help="Print the script that completes commands in your shell.\n\n"
    'For bash: eval "$(photocat completion bash)"'
)
@click.argument("shell", type=click.Choice(list(SHELLS)))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    root = context.find_root().command
    click.echo(SHELLS[shell](root, {}, "photocat", "_PHOTOCAT_COMPLETE").source())
