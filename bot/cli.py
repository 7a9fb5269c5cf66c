"""The ``footnote`` command: each subcommand reads its arguments and calls one function.

Libraries that only one of them needs are imported there: discord.py and SQLAlchemy take as long as
all the others together.
"""

from __future__ import annotations

import asyncio
import io
import json
import sys
import time
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from bot import __version__, findings, terminal
from bot.baselines.names import Name, build
from bot.commands.diff import diff
from bot.commands.draft import draft
from bot.commands.ending import status_of
from bot.commands.exchange import export, import_
from bot.commands.loading import (
    KnowledgeOption,
    in_a_folder,
    knowledge_folder,
    knowledge_to_ask,
    knowledge_to_begin,
    lessons,
    load_index,
    the_encoder,
)
from bot.commands.new import new
from bot.commands.progress_bar import progress_bar
from bot.commands.trying import try_
from bot.core.decide import decide
from bot.core.record import outcome
from bot.core.record import record as make_record
from bot.core.reply import reply
from bot.demo.place import Place
from bot.errors import ExtraError, SettingsError, StartError
from bot.evaluate import tables, write_records
from bot.evaluate.accepted import Accepting
from bot.evaluate.evaluation import curves
from bot.evaluate.evaluation import evaluate as evaluate_base
from bot.findings import Form
from bot.knowledge.check import check as check_folder
from bot.knowledge.extras import need_curate
from bot.knowledge.lint.finding import stops
from bot.knowledge.lint.run import lint as lint_folder
from bot.knowledge.questions import check_reach, read_questions
from bot.knowledge.schema import write_json_schemas
from bot.locale.speech import speech_for
from bot.meaning.apart import learn_apart
from bot.process import leave, use_one_thread
from bot.settings import load_settings

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"footnote {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", is_eager=True, callback=_print_version
        ),
    ] = False,
) -> None:
    """Answers from a curated source, with a footnote to the passage."""


def main() -> None:
    """Run the command line.

    Output is UTF-8 everywhere: a pipe on Windows would have a code page without most letters.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    leave(status_of(app))


@app.command()
def run() -> None:
    """Answer on Discord, until stopped."""
    from bot import logs, start
    from bot.reload import open_folder
    from bot.stopping import until_stopped

    settings = load_settings()
    if settings.discord_token is None:
        raise SettingsError("DISCORD_TOKEN is not set: put the bot's token into .env.")
    logs.set_up(settings.log_level)
    token = settings.discord_token.get_secret_value()
    folder = knowledge_to_ask(None)
    asyncio.run(start.check_store(settings.store_url))
    use_one_thread()
    reloader = open_folder(
        folder,
        the_encoder(),
        Accepting(settings.data_dir, folder),
        lessons(learn_apart),
        settings.published,
    )
    asyncio.run(until_stopped(start.run(reloader, settings.store_url, token)))


@app.command()
def demo(
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 0,
    browser: Annotated[bool, typer.Option(help="Open the page.")] = True,
    channel: Annotated[Place, typer.Option(help="Where to look.")] = Place.ASK,
) -> None:
    """Try the bot in a simulated Discord in the browser: no token, no network."""
    from bot.stopping import until_stopped

    try:
        from bot.demo.page import serve_demo
    except ImportError:
        raise StartError('The demo needs simcord: pip install ".[demo]"') from None

    index = load_index(knowledge_to_ask(None), the_encoder(), learn_apart)
    asyncio.run(until_stopped(serve_demo(index, channel, port=port, open_browser=browser)))


STATUS = {"answer": 0, "suggest": 3, "decline": 4}


@app.command()
def ask(
    question: str,
    why: Annotated[
        bool, typer.Option("--why", help="Show the reasons and addresses too.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the record instead.")] = False,
    knowledge: KnowledgeOption = None,
) -> None:
    """Answer QUESTION here. Exit status: 0 answered, 3 suggested, 4 declined."""
    index = load_index(knowledge_to_ask(knowledge), the_encoder())
    start = time.perf_counter()
    decision = decide(index, question)
    latency_ms = 1000 * (time.perf_counter() - start)
    if as_json:
        record = make_record("ask", decision, index.base, latency_ms=latency_ms)
        print(json.dumps(record, ensure_ascii=False))
    else:
        out = terminal.console()
        card = reply(decision, index.base, speech_for(decision.lang))
        out.print(terminal.card(card))
        if why:
            terminal.explain(out, decision, card)
    raise typer.Exit(STATUS[outcome(decision)])


@app.command("eval")
def evaluate(
    questions: Annotated[Path, typer.Argument(help="A YAML file of questions.")],
    knowledge: KnowledgeOption = None,
    jsonl: Annotated[
        Path | None,
        typer.Option(help="Write a record a question here.", callback=in_a_folder),
    ] = None,
    confusions: Annotated[int, typer.Option(min=0, help="List so many that went wrong.")] = 20,
    baseline: Annotated[
        list[Name] | None, typer.Option(help="Compare with it too; may be repeated.")
    ] = None,
    plot: Annotated[
        Path | None,
        typer.Option(
            help="Draw accuracy against false answers here, as a PNG.", callback=in_a_folder
        ),
    ] = None,
) -> None:
    """Ask every question of a file and print how often the base is right."""
    if plot and find_spec("matplotlib") is None:
        raise ExtraError('--plot needs matplotlib: pip install ".[plot]"')
    asked = read_questions(questions)
    encoder = the_encoder()
    index = load_index(knowledge_folder(knowledge), encoder)
    check_reach(asked, index.base)
    found = evaluate_base(index, asked, build(baseline or [], index.base, encoder))
    terminal.console(tables.WIDTH).print(tables.report(found, confusions=confusions))
    if jsonl:
        write_records(jsonl, found.outcomes, index.base)
    if plot:
        from bot.evaluate.plot import draw

        draw(plot, curves(found))


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(help="The knowledge folder.")] = None,
    article: Annotated[
        str, typer.Option(help="The article to verify by, as draft takes it: a file or address.")
    ] = "",
    support: Annotated[
        int, typer.Option(min=0, help="List so many answers that the text supports least.")
    ] = 0,
) -> None:
    """Report every problem of the base, with file and line; exit status 1 if there is one.

    Stubs that nobody has written yet are listed too: they answer nobody, and are no problem.
    """
    if support:
        if not article:
            raise typer.BadParameter(
                "needs --article with the article's text", param_hint="--support"
            )
        need_curate("--support")
    report = check_folder(knowledge_folder(folder), article, support=support)
    for waiting in report.stubs:
        print(waiting)
    if report.support:
        terminal.console().print(terminal.support(report.support))
    for problem in report.problems:
        print(problem)
    print(report.summary)
    raise typer.Exit(1 if report.problems else 0)


app.command()(draft)
app.command()(diff)
app.command()(new)
app.command("try")(try_)
app.command()(export)
app.command("import")(import_)


@app.command()
def lint(
    folder: Annotated[Path | None, typer.Argument(help="The knowledge folder.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings stop too.")] = False,
    form: Annotated[Form, typer.Option("--format", help="For people, programs or GitHub.")] = (
        Form.TEXT
    ),
    words: Annotated[
        bool, typer.Option("--words", help="Compare by words alone: quicker, more doubtful.")
    ] = False,
) -> None:
    """Find what is well formed but serves members badly; exit status 1 if it must be mended."""
    need_curate("footnote lint")
    use_one_thread()
    encoder = None if words else the_encoder()
    with progress_bar() as progress:
        found = lint_folder(knowledge_folder(folder), date.today(), encoder, lessons(), progress)
    findings.show(found, form)
    raise typer.Exit(1 if any(stops(each, strict=strict) for each in found) else 0)


@app.command()
def schema(
    out: Annotated[
        Path | None,
        typer.Option(help="The folder to write to; else schema in the knowledge folder."),
    ] = None,
) -> None:
    """Write the JSON Schema of each kind of knowledge file, for editors."""
    for path in write_json_schemas(out or knowledge_to_begin(None) / "schema"):
        print(path)
