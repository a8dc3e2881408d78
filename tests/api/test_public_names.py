"""The public names hold: each with its signature or fields, as they are kept in public_names.txt.

Adding to that file is compatible. Whoever changes or takes away a line of it breaks somebody's program: that needs a
line in CHANGELOG.md under *Changed*. `UPDATE_GOLDEN=1 .venv/bin/pytest tests/api` writes the file anew.
"""

import ast
import dataclasses
import inspect
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import ircc_prep

GOLDEN = Path(__file__).parent / "public_names.txt"
FUNCTIONS = [name for name in ircc_prep.__all__ if inspect.isfunction(getattr(ircc_prep, name))]
CLASSES = [name for name in ircc_prep.__all__ if inspect.isclass(getattr(ircc_prep, name))]
NOT_PUBLIC = {("OpenCase", "behind")}


def described() -> Iterator[str]:
    """Every public name in a line of its own, its parameters or attributes below it."""
    for name in CLASSES:
        cls = getattr(ircc_prep, name)
        bases = ", ".join(base.__name__ for base in cls.__bases__ if base is not object)
        yield f"class {name}({bases})" if bases else f"class {name}"
        yield from sorted(f"    {line}" for line in attributes(name, cls))
    for name in FUNCTIONS:
        signature = inspect.signature(getattr(ircc_prep, name))
        yield f"def {name}"
        for parameter in signature.parameters.values():
            star = "*, " if parameter.kind is inspect.Parameter.KEYWORD_ONLY else ""
            yield f"    {star}{tidy(str(parameter))}"
        yield f"    -> {tidy(inspect.formatannotation(signature.return_annotation))}"


def attributes(name: str, cls: type) -> Iterator[str]:
    if dataclasses.is_dataclass(cls):
        for each in dataclasses.fields(cls):
            if (name, each.name) not in NOT_PUBLIC:
                yield f"{each.name}: {tidy(inspect.formatannotation(each.type))}"
    for attribute, found in vars(cls).items():
        if isinstance(found, property) and found.fget:
            yield f"{attribute}: {tidy(inspect.formatannotation(inspect.signature(found.fget).return_annotation))}"
    if issubclass(cls, Exception):
        yield f"exit_code = {cls.exit_code}"  # type: ignore[attr-defined]


def tidy(annotation: str) -> str:
    """An annotation without the modules that differ between versions of Python, or that only we know."""
    for module in ("ircc_prep.api.checks.", "ircc_prep.api.given.", "ircc_prep.api.packs.", "ircc_prep.api.programs."):
        annotation = annotation.replace(module, "")
    for module in ("ircc_prep.batch.whole.", "ircc_prep.batch.manifest.", "ircc_prep.batch.plan."):
        annotation = annotation.replace(module, "")
    for module in ("ircc_prep.core.problems.", "ircc_prep.core.text.", "collections.abc.", "typing.", "datetime."):
        annotation = annotation.replace(module, "")
    annotation = re.sub(r"Optional\[(Literal\[[^]]*])]", r"\1 | None", annotation)
    return annotation.replace("pathlib._local.", "pathlib.")


def test_public_names_and_signatures_are_what_was_promised() -> None:
    text = "\n".join(described()) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8"), __doc__


def test_all_is_sorted_and_everything_in_it_is_there() -> None:
    assert list(ircc_prep.__all__) == sorted(ircc_prep.__all__)
    assert set(ircc_prep.__all__) <= set(dir(ircc_prep))
    assert {"__version__", *FUNCTIONS, *CLASSES} == set(ircc_prep.__all__)


def test_a_name_that_there_is_not_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'chekc'"):
        ircc_prep.chekc  # type: ignore[attr-defined]  # noqa: B018


def test_what_type_checkers_see_is_what_runs() -> None:
    """The imports that type checkers follow name the same modules as the table that is used when the program runs."""
    tree = ast.parse(Path(str(ircc_prep.__file__)).read_text(encoding="utf-8"))
    seen = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("ircc_prep.")
        for alias in node.names
    }
    table = {name: f"ircc_prep.{module}" for module, names in ircc_prep._HOME.items() for name in names}
    assert seen == table
    assert {*table, "__version__"} == set(ircc_prep.__all__)


@pytest.mark.parametrize("name", [*FUNCTIONS, *CLASSES])
def test_every_public_name_says_what_it_means(name: str) -> None:
    public = getattr(ircc_prep, name)
    told = inspect.cleandoc(public.__doc__ or "")
    assert told.endswith(".")
    assert not told.startswith(f"{name}(")  # what dataclasses write of themselves
    if inspect.isfunction(public):
        assert "Raises" in told


@pytest.mark.parametrize("name", FUNCTIONS)
def test_options_are_given_by_name_alone(name: str) -> None:
    parameters = inspect.signature(getattr(ircc_prep, name)).parameters.values()
    assert all(
        each.kind is inspect.Parameter.KEYWORD_ONLY
        for each in parameters
        if each.default is not inspect.Parameter.empty and each.name not in ("item", "folder")
    )


def test_the_import_loads_nothing() -> None:
    script = "import sys; before = set(sys.modules); import ircc_prep; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run(
        [sys.executable, "-S", "-c", script], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert {name.split(".")[0] for name in done.stdout.split()} <= {"ircc_prep", "importlib", "warnings"}
    assert "ircc_prep." not in done.stdout
