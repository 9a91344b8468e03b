"""scripts/run.py, tried on small checkouts whose registry is a folder."""

from __future__ import annotations

import ast
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

RUN = Path(__file__).resolve().parent.parent / "scripts" / "run.py"

BACKEND = """
import os, zipfile
def prepare_metadata_for_build_editable(folder, settings=None):
    os.mkdir(os.path.join(folder, "small-1.dist-info"))
    with open(os.path.join(folder, "small-1.dist-info", "METADATA"), "w") as file:
        file.write(METADATA)
    return "small-1.dist-info"
def build_editable(folder, settings=None, metadata=None):
    name = "small-1-py3-none-any.whl"
    with zipfile.ZipFile(os.path.join(folder, name), "w") as wheel:
        wheel.writestr("small.pth", os.getcwd() + "/src")
        wheel.writestr("small-1.dist-info/METADATA", METADATA)
        wheel.writestr("small-1.dist-info/WHEEL", WHEEL)
        wheel.writestr("small-1.dist-info/RECORD", "")
    return name
METADATA = "Metadata-Version: 2.1\\nName: small\\nVersion: 1\\n"
WHEEL = "Wheel-Version: 1.0\\nGenerator: small\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"
"""


PYPROJECT = """
[project]
name = "small"
version = "1"
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""


class Checkout:
    """A small project with our scripts/run.py, and a folder of packages in place of a registry."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "checkout"
        self.registry = folder / "registry"
        package = self.root / "src" / "photocat"
        package.mkdir(parents=True)
        (package / "__init__.py").touch()
        (package / "__main__.py").write_text(
            "import helpful, sys; print(helpful.VERSION, *sys.argv[1:])"
        )
        (self.root / "scripts").mkdir()
        shutil.copy(RUN, self.root / "scripts" / "run.py")
        (self.root / "backend.py").write_text(BACKEND)
        self.reset()

    def reset(self) -> None:
        (self.root / "pyproject.toml").write_text(PYPROJECT)
        self.pin("1.0")

    def pin(self, version: str) -> None:
        """Publish this version of the package `helpful`, and pin it in the lock."""
        self.registry.mkdir(exist_ok=True)
        wheel = self.registry / f"helpful-{version}-py3-none-any.whl"
        info = f"helpful-{version}.dist-info"
        contents = {
            "helpful.py": f"VERSION = {version!r}\n",
            f"{info}/METADATA": f"Metadata-Version: 2.1\nName: helpful\nVersion: {version}\n",
            f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
            f"{info}/RECORD": "",
        }
        with zipfile.ZipFile(wheel, "w") as file:
            for name, text in contents.items():
                file.writestr(zipfile.ZipInfo(name), text)
        self.lock(version, hashlib.sha256(wheel.read_bytes()).hexdigest())

    def lock(self, version: str, digest: str) -> None:
        text = f"helpful=={version} \\\n    --hash=sha256:{digest}\n"
        (self.root / "requirements.lock").write_text(text)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """scripts/run.py, with a pip that knows the folder and nothing else."""
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PIP_")},
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.registry),
        }
        return subprocess.run(
            [sys.executable, "scripts/run.py", *arguments],
            cwd=self.root,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def python(self) -> Path:
        return self.root / ".venv" / "bin" / "python"

    @property
    def stamp(self) -> Path:
        return self.root / ".venv" / "photocat-setup"

    def installed_version(self) -> str:
        asked = "import helpful, photocat; print(helpful.VERSION)"
        done = subprocess.run(
            [self.python, "-c", asked], capture_output=True, text=True, check=True
        )
        return done.stdout.strip()


@pytest.fixture
def new_checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path)


@pytest.fixture(scope="module")
def used_checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    return Checkout(tmp_path_factory.mktemp("used"))


@pytest.fixture
def checkout(used_checkout: Checkout) -> Checkout:
    """A checkout that is set up, by this test or by the one before it."""
    used_checkout.reset()
    assert used_checkout.run("setup").returncode == 0
    assert used_checkout.installed_version() == "1.0"
    return used_checkout


@pytest.fixture
def run_module() -> ModuleType:
    """scripts/run.py, for what cannot be brought about from outside."""
    spec = importlib.util.spec_from_file_location("run", RUN)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_second_set_up_needs_no_pip_and_touches_nothing(checkout: Checkout) -> None:
    before = checkout.stamp.stat().st_mtime_ns
    shutil.rmtree(checkout.registry)
    again = checkout.run("setup")
    assert (again.returncode, again.stdout) == (0, "")
    assert checkout.stamp.stat().st_mtime_ns == before


def test_another_project_file_installs_the_project_alone(checkout: Checkout) -> None:
    before = checkout.stamp.read_text()
    shutil.rmtree(checkout.registry)
    with (checkout.root / "pyproject.toml").open("a") as file:
        file.write("[tool.small]\n")
    assert checkout.run("setup").returncode == 0
    assert checkout.stamp.read_text() != before


def test_demo_sets_up_and_hands_its_arguments_on(checkout: Checkout) -> None:
    shown = checkout.run("demo", "--quiet")
    assert (shown.returncode, shown.stdout) == (0, "1.0 demo --quiet\n")


def test_another_lock_makes_another_environment(checkout: Checkout) -> None:
    leftover = checkout.root / ".venv" / "leftover"
    leftover.touch()
    checkout.pin("1.1")
    assert checkout.run("setup").returncode == 0
    assert checkout.installed_version() == "1.1"
    assert not leftover.exists()


def test_a_moved_checkout_is_set_up_anew(checkout: Checkout) -> None:
    checkout.root = checkout.root.rename(checkout.root.with_name("moved"))
    assert checkout.run("setup").returncode == 0
    assert checkout.installed_version() == "1.0"


def test_an_environment_whose_python_is_gone_is_built_anew(checkout: Checkout) -> None:
    checkout.python.unlink()
    checkout.python.symlink_to("/nowhere/python3")
    assert checkout.run("setup").returncode == 0
    assert checkout.installed_version() == "1.0"


def test_an_interrupted_set_up_is_completed_by_the_next(new_checkout: Checkout) -> None:
    new_checkout.python.parent.mkdir(parents=True)
    new_checkout.python.write_text("half a file")
    assert new_checkout.run("setup").returncode == 0
    assert new_checkout.installed_version() == "1.0"


def test_another_file_than_the_pinned_one_is_refused(new_checkout: Checkout) -> None:
    new_checkout.lock("1.0", "0" * 64)
    refused = new_checkout.run("setup")
    assert refused.returncode == 1
    assert "find out why before you trust it" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert not new_checkout.stamp.exists()


def test_a_registry_out_of_reach_is_named_with_its_remedy(new_checkout: Checkout) -> None:
    shutil.rmtree(new_checkout.registry)
    refused = new_checkout.run("demo")
    assert refused.returncode == 1
    assert "helpful==1.0" in refused.stderr
    assert "See that the network is there" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize("arguments", [[], ["--help"]])
def test_no_verb_prints_the_help(new_checkout: Checkout, arguments: list[str]) -> None:
    helped = new_checkout.run(*arguments)
    assert helped.returncode == 0
    assert "scripts/run.py test" in helped.stdout
    assert not new_checkout.stamp.parent.exists()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["tests"], "no such command: tests. One of: demo, test, check"),
        (["setup", "now"], "setup takes no arguments: now"),
        (["check", "all"], "check takes no arguments: all"),
        (["bench", "nothing"], "bench what?"),
    ],
)
def test_a_wrong_call_is_told_so(
    new_checkout: Checkout, arguments: list[str], complaint: str
) -> None:
    refused = new_checkout.run(*arguments)
    assert refused.returncode == 2
    assert complaint in refused.stderr


def test_a_python_without_pip_is_told_how_to_get_it(
    run_module: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    python = tmp_path / "python3"
    for answer, remedy in [
        ("echo 'No module named pip' >&2; exit 1", "apt install python3-pip"),
        ("echo 'no such option: --python'; exit 2", "pip install --upgrade pip"),
    ]:
        python.write_text(f"#!/bin/sh\n{answer}\n")
        python.chmod(0o755)
        monkeypatch.setattr(run_module, "BASE_PYTHON", str(python))
        monkeypatch.setattr(run_module, "VENV", tmp_path / ".venv")
        monkeypatch.setattr(run_module, "STAMP", tmp_path / ".venv" / "stamp")
        assert run_module.main(["setup"]) == 1
        assert remedy in capsys.readouterr().err


def test_an_old_python_is_told_which_it_needs(
    run_module: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert run_module.main(["test"]) == 1
    assert "needs Python 3.11 or newer; this is 3.9.2" in capsys.readouterr().err


def test_an_old_python_can_at_least_read_the_script() -> None:
    ast.parse(RUN.read_text(encoding="utf-8"), feature_version=(3, 8))


def test_every_step_runs_and_those_that_failed_are_named(
    run_module: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    last = tmp_path / "last"
    steps = {
        "fine": (sys.executable, "-c", ""),
        "broken": (sys.executable, "-c", "raise SystemExit(3)"),
        "last": ("touch", str(last)),
    }
    assert run_module.run_steps(steps) == 1
    assert capsys.readouterr().err.endswith("-- failed: broken\n")
    assert last.exists()


def test_a_run_without_failures_says_so(
    run_module: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_module.run_steps({"fine": (sys.executable, "-c", "")}) == 0
    assert capsys.readouterr().err.endswith("-- all passed\n")
