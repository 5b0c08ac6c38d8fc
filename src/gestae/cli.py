"""The command line; each command loads what it needs when it runs."""

import importlib
import importlib.util
import sys

import click

__all__ = ["main"]

COMMANDS = {
    "accept": ("gestae.cli_facts:accept", "Say that facts were read right."),
    "authority": ("gestae.cli_authority:authority", "Whom and what a store knows before it reads."),
    "build": ("gestae.cli_build:build", "Read documents into a store."),
    "check": (
        "gestae.cli_store:check",
        "Check the graph against its shapes, and every quote against its text.",
    ),
    "conflicts": (
        "gestae.cli_conflicts:conflicts",
        "Show what documents disagree on, both sides with their words.",
    ),
    "correct": ("gestae.cli_facts:correct", "Say what a field of a fact should be."),
    "cypher": ("gestae.cli_cypher:cypher", "Ask Neo4j a question in Cypher."),
    "dedupe": ("gestae.cli_dedupe:dedupe", "Propose names that may stand for one, to be judged."),
    "different": ("gestae.cli_judge:different", "Say that two names do not stand for one."),
    "draw": ("gestae.cli_store:draw", "Draw the graph as one HTML file."),
    "export": ("gestae.cli_store:export", "Write the graph in a format of your choice."),
    "forget": ("gestae.cli_judge:forget", "Take judgements back."),
    "judgements": ("gestae.cli_judge:judgements", "List what people judged."),
    "neo4j": ("gestae.cli_neo4j:neo4j", "A local Neo4j, and the graph into it and back."),
    "query": ("gestae.cli_query:query", "Ask the graph a question in SPARQL."),
    "reject": ("gestae.cli_facts:reject", "Say that facts were read wrong."),
    "remove": ("gestae.cli_store:remove", "Retire a document and all that it says."),
    "same": ("gestae.cli_judge:same", "Say that two names stand for one actor, law or place."),
    "show": ("gestae.cli_query:show", "Show one actor, action, law or statement with its words."),
    "unsure": ("gestae.cli_judge:unsure", "Say that nobody can tell whether two names are one."),
}


class Lazy(click.Group):
    """A group whose commands are imported only when they run, so that help is fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands that are installed."""
        return [
            name for name, (where, _) in COMMANDS.items() if importlib.util.find_spec(where.partition(":")[0])
        ]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module, _, attribute = COMMANDS[cmd_name][0].partition(":")
        found: click.Command = getattr(importlib.import_module(module), attribute)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in self.list_commands(ctx)])


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="gestae")
def group() -> None:
    """Reads what institutions say they did into a graph in which every edge carries its words."""


def main() -> None:
    """Run the command line; a broken pipe ends it silently, Ctrl-C with exit code 130."""
    try:
        group(standalone_mode=False)
    except click.exceptions.Abort:
        # Before a command began; what is true of one that ran, it says itself.
        click.echo("gestae: broken off; nothing was changed", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.exceptions.Exit as left:
        sys.exit(left.exit_code)
    except BrokenPipeError:
        sys.stdout = None
        sys.exit(0)
