"""What README and the help show works as it stands."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner

from contested.cli import VERBS, cli

ROOT = Path(__file__).resolve().parents[2]
ONLY_COMMANDS = re.compile(r"(\$ .*\n)+\Z")
SERVES = ("desk",)  # runs until it is stopped: its examples are parsed
README = (ROOT / "README.md").read_text(encoding="utf-8")


def shown_commands() -> Iterator[list[str]]:
    """The program's calls in README's console blocks, without redirections."""
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        for line in re.findall(r"^\$ contested (.*)$", block, re.MULTILINE):
            yield shlex.split(line.split(" > ")[0])


def test_readme_commands_work_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "demo").symlink_to(ROOT / "demo")
    monkeypatch.chdir(tmp_path)
    commands = list(shown_commands())
    assert commands[0][0] == "read" and {"claims", "brief", "status"} <= {command[0] for command in commands}
    for command in commands:
        result = CliRunner().invoke(cli, command)
        assert result.exit_code == 0, (command, result.output)
        assert result.stdout.strip()


def test_the_session_is_real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With CONTESTED_REFRESH set, README is brought up to date instead."""
    (tmp_path / "demo").symlink_to(ROOT / "demo")
    session = next(b for b in re.findall(r"```console\n(.*?)```", README, re.DOTALL) if not ONLY_COMMANDS.match(b))
    monkeypatch.chdir(tmp_path)
    real = ""
    for line in re.findall(r"^\$ contested (.*)$", session, re.MULTILINE):
        real += f"$ contested {line}\n{CliRunner().invoke(cli, shlex.split(line)).stdout}"
    if os.environ.get("CONTESTED_REFRESH"):
        (ROOT / "README.md").write_text(README.replace(session, real), encoding="utf-8")
    else:
        assert session == real, "README is out of date; refresh it: CONTESTED_REFRESH=1 pytest tests/cli/test_readme.py"


def test_readme_program_works(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    (program,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(program, "README.md", "exec"), {})
    assert capsys.readouterr().out.startswith('{"id":"c-')


def test_help_examples_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = (
        "On February 3, 2020 shelling killed six people near Idlib, residents said. "
        "Rebels captured the town of Manbij on February 2, 2020.\n"
    )
    Path("page.txt").write_text(text, encoding="utf-8")
    told = ""
    for verb in ("read", *VERBS[1:]):
        help_text = CliRunner().invoke(cli, [verb, "--help"]).stdout
        for line in re.findall(r"^    contested (.*)$", help_text, re.MULTILINE):
            command = with_real_ids(shlex.split(re.split(r" > | {3,}", line)[0]), told)
            if verb in SERVES:
                import_module(f"contested.cli.{verb}").command.make_context(verb, command[1:])
                continue
            result = CliRunner().invoke(cli, command)
            assert result.exit_code == 0, (command, result.output)
            told = result.output


def with_real_ids(command: list[str], told: str) -> list[str]:
    """The command with ids of the ledger at hand for those of the example; a judgement's is in what was told last."""
    listed = {"c-": ["claims", "--format", "jsonl"], "i-": ["incidents", "--format", "jsonl"]}
    for head, verb in listed.items():
        if any(word.startswith(head) for word in command):
            ids = iter(re.findall(rf'"id": ?"({head}\w+)"', CliRunner().invoke(cli, verb).stdout))
            command = [next(ids) if word.startswith(head) else word for word in command]
    judgements = re.findall(r"\bj-\w+", told)
    return [judgements[0] if word.startswith("j-") else word for word in command]


def test_links_lead_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "bench" / "README.md", *(ROOT / "docs").glob("*.md")):
        # Pictures are made by make screenshots; test_docs.py looks for them.
        for link in re.findall(r"(?<!!)\[[^\]]*\]\(([^)#:]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), (page.name, link)
    assert all(
        (ROOT / "src" / "contested" / room).is_dir() for room in re.findall(r"^\| `(\w+)/`", README, re.MULTILINE)
    )
