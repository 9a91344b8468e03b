"""The lock: every version pinned, every file held to its hash, and no address in it."""

from __future__ import annotations

import itertools
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REPOSITORY = Path(__file__).resolve().parent.parent


def locked() -> dict[str, list[str]]:
    """Every pinned package with its versions: one for each range of Pythons."""
    lock = (REPOSITORY / "requirements.lock").read_text(encoding="utf-8")
    pins: dict[str, list[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", lock, re.MULTILINE):
        pins.setdefault(canonicalize_name(name), []).append(version)
    return pins


def declared() -> list[Requirement]:
    """Everything that pyproject.toml asks for: core, extras, development tools, build backend."""
    pyproject = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    project = pyproject["project"]
    lists = [
        project["dependencies"],
        *project["optional-dependencies"].values(),
        *pyproject["dependency-groups"].values(),
        pyproject["build-system"]["requires"],
    ]
    return [Requirement(line) for line in itertools.chain.from_iterable(lists)]


def test_the_lock_holds_no_address() -> None:
    lock = (REPOSITORY / "requirements.lock").read_text(encoding="utf-8")
    assert not re.search(r"http|://|index-url|find-links|git\+| @ ", lock)


def test_every_pinned_package_is_held_to_its_hashes() -> None:
    lock = (REPOSITORY / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", lock.strip())
    for entry in entries:
        assert re.match(r"[\w.-]+==\S+( ; .+?)? \\\n", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}$", entry), entry


@pytest.mark.parametrize("requirement", declared(), ids=str)
def test_the_lock_answers_what_the_project_asks_for(requirement: Requirement) -> None:
    versions = locked().get(canonicalize_name(requirement.name), [])
    assert versions
    assert all(requirement.specifier.contains(version) for version in versions)


def test_no_committed_text_names_a_registry() -> None:
    hosts = ["py" + "pi.org", "python" + "hosted.org", "npm" + "js.org"]
    search = ["git", "grep", "--files-with-matches", "--ignore-case", "-I", "--fixed-strings"]
    patterns = [part for host in hosts for part in ("-e", host)]
    if subprocess.run(["git", "rev-parse"], cwd=REPOSITORY, capture_output=True).returncode:
        pytest.skip("not a git checkout")
    found = subprocess.run([*search, *patterns], cwd=REPOSITORY, capture_output=True, text=True)
    assert (found.returncode, found.stdout) == (1, "")
