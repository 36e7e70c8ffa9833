"""``contested desk``: map, timeline, evidence and review in a browser."""

from __future__ import annotations

import socket
from pathlib import Path

import click

from contested.cli.moments import PACKS
from contested.cli.options import LEDGER

KEEP_ALIVE = 75  # seconds; a connection closed too early fails the request that just takes it up again
LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command("desk", short_help="Open the desk: map, timeline, evidence and review in a browser.")
@LEDGER
@PACKS
@click.option("--port", type=click.IntRange(0, 65_535), default=8765, show_default=True, help="0 takes a free one.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to serve at; others than loopback ask for a token."
)
@click.option("--token", "asks", is_flag=True, help="Ask for a token on loopback too, as a proxy before it needs.")
@click.option("--token-file", type=click.Path(path_type=Path, dir_okay=False), help="Where the token's hash is kept.")
@click.option("--new-token", is_flag=True, help="Make the token anew; the old one is worth nothing then.")
@click.option("--read-only", is_flag=True, help="Show everything, judge nothing.")
@click.option("--basemap", metavar="FILE|ADDRESS", help="A PMTiles file, or a tile address with {z}, {x}, {y}.")
@click.option("--open/--no-open", "opens", default=False, help="Open the page in the browser.")
def command(
    ledger: Path, packs: tuple[str, ...], port: int, host: str, token_file: Path | None, **asked: object
) -> None:
    """Serve the desk of a ledger until it is stopped with Ctrl-C.

    \b
    Examples:
      contested desk                                   then open the address that it prints
      contested desk --ledger idlib.db --read-only
      contested desk --host 0.0.0.0 --basemap syria.pmtiles

    Nothing is asked of any other host, unless --basemap names one.
    """
    from contested.desk.app import static_folder
    from contested.desk.settings import Settings
    from contested.flow.apart import reconcile_apart
    from contested.flow.explaining import explain
    from contested.ledger.incidents import Moment, bring_up_to_date
    from contested.ledger.reads import open_ledger

    if not (static_folder() / "index.html").exists():
        raise click.ClickException("the desk's page is not built: in a checkout, run: make page")
    if not asked["read_only"]:
        bring_up_to_date(ledger)
    with open_ledger(ledger):
        pass
    settings = Settings(
        ledger=ledger, packs=packs, read_only=bool(asked["read_only"]), basemap=checked_basemap(asked["basemap"]),
        token_hash=token_hash(host, token_file, bool(asked["new_token"]), bool(asked["asks"])),
        derive=lambda as_of, progress: reconcile_apart(ledger, packs, Moment(as_of), progress),
        why=lambda path, one, other: list(explain(path, one, other, packs)),
    )  # fmt: skip
    serve(settings, host, port, bool(asked["opens"]))


def serve(settings: object, host: str, port: int, opens: bool) -> None:
    """Print the address and serve until stopped."""
    import uvicorn

    from contested.desk.app import create_app

    app = create_app(settings)  # type: ignore[arg-type]
    try:
        listening = socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        remedy = "choose another with --port, or --port 0 for a free one"
        raise click.ClickException(f"{host}:{port} cannot be served ({error.strerror}); {remedy}") from error
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listening.getsockname()[1]}/"
    click.echo(f"The desk is at {address}  (stop it with Ctrl-C)")
    if opens:
        click.launch(address)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
        timeout_keep_alive=KEEP_ALIVE,
    )
    uvicorn.Server(config).run(sockets=[listening])


def token_hash(host: str, file: Path | None, anew: bool, asks: bool = False) -> str | None:
    """None on loopback unless asked for; else the hash of the token, which is printed where it is new."""
    if host in LOOPBACK and not asks:
        return None
    import platformdirs

    from contested.desk.token import kept_token

    file = file or platformdirs.user_config_path("contested") / "desk-token"
    token, kept = kept_token(file, anew)
    reached = "asks for its token, so that a proxy may pass requests on to it" if host in LOOPBACK else (
        f"can be reached from elsewhere at {host}")  # fmt: skip
    click.echo(f"This desk {reached}: put TLS in front of it (a reverse proxy).", err=True)
    if token:
        click.echo(f"Its token, printed this once: {token}", err=True)
    else:
        click.echo(f"Its token is the one printed before (hash in {file}); for a new one: --new-token", err=True)
    return kept


def checked_basemap(given: object) -> str | None:
    """The basemap as given; raises where it is neither a file nor a tile address."""
    if given is None:
        return None
    text = str(given)
    if text.startswith(("http://", "https://")):
        if not all(part in text for part in ("{z}", "{x}", "{y}")):
            raise click.BadParameter(f"{text}: a tile address has {{z}}, {{x}} and {{y}} in it", param_hint="--basemap")
        return text
    if not Path(text).is_file():
        raise click.BadParameter(f"{text}: there is no such file", param_hint="--basemap")
    return str(Path(text).resolve())
