"""Finds the file of a policy, by its name or by its path."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from guardrails.errors import PolicyNotFoundError
from guardrails.policy.problems import did_you_mean, quoted

_SUFFIX = ".yaml"


def ready() -> tuple[str, ...]:
    """Return the names of the policies that come with this package, sorted."""
    return tuple(sorted(_ready()))


def find(policy: str | Path) -> Traversable:
    """
    Return the file of *policy*.

    A `Path`, and a string that ends in `.yaml` or `.yml` or holds a slash, is a file.
    Any other string is the name of a ready policy, or else a file.

    Raises:
        PolicyNotFoundError: There is neither; the message lists the ready policies.
    """
    named = _ready()
    if isinstance(policy, str) and policy in named:
        return named[policy]
    path = Path(policy)
    if path.is_file():
        return path
    if path.is_dir():
        msg = f"{path} is a directory, not a policy file"
        raise PolicyNotFoundError(msg)
    names = ", ".join(sorted(named)) or "none"
    msg = (
        f"no policy file {quoted(str(policy))} and no ready policy of that name"
        f"{did_you_mean(str(policy), sorted(named))} (ready policies: {names})"
    )
    raise PolicyNotFoundError(msg)


def named(folders: Iterable[Traversable]) -> dict[str, Traversable]:
    """Return each policy file by its name, from the first of *folders* that is there."""
    for folder in folders:
        if folder.is_dir():
            return {
                file.name.removesuffix(_SUFFIX): file
                for file in folder.iterdir()
                if file.name.endswith(_SUFFIX)
            }
    return {}


def _ready() -> dict[str, Traversable]:
    # An editable installation has no files of other folders in the package: there they lie beside.
    beside = Path(__file__).parents[2] / "policies"
    return named((resources.files("guardrails") / "policies", beside))
