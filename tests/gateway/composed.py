"""What deploy/compose.yaml and the image run, as processes of this machine, for tests."""

import re
import shlex
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

DEPLOY = Path(__file__).parents[2] / "deploy"
CANDOR = [sys.executable, "-m", "guardrails"]


@dataclass(frozen=True)
class Composed:
    """
    The files, with what a machine has its own of in place of what containers have.

    Args:
        folder: In place of /var/lib/candor.
        database: Address of the database, in place of the service `postgres`.
        given: What whoever starts it has in their environment.
    """

    folder: Path
    database: str
    given: Mapping[str, str]

    @property
    def services(self) -> dict[str, Any]:
        """The gateways, by name."""
        services: dict[str, Any] = self._yaml["services"]
        return {name: one for name, one in services.items() if "command" in one}

    @property
    def _yaml(self) -> Any:
        return yaml.safe_load((DEPLOY / "compose.yaml").read_text())

    @property
    def _image(self) -> str:
        return (DEPLOY / "Dockerfile").read_text().replace("\\\n", "")

    def environ(self, name: str) -> dict[str, str]:
        """Return the environment of a gateway: the image's, and over it the service's."""
        made = dict(re.findall(r"^ENV (\w+)=(\S+)$", self._image, re.MULTILINE))
        made |= self.services[name]["environment"]
        return {key: self._here(value) for key, value in made.items()}

    def command(self, name: str) -> list[str]:
        """Return what starts a gateway, on a free port in place of the image's own."""
        entry = self._instruction("ENTRYPOINT")
        words = [*entry, *self.services[name]["command"], "--port", "0"]
        return self._words(words)

    def check(self, port: int) -> list[str]:
        """Return what tells whether a gateway on *port* is well."""
        words = self._instruction("HEALTHCHECK.*? CMD")
        return self._words([word.replace(":8000/", f":{port}/") for word in words])

    def written(self, *words: str) -> list[str]:
        """Return the command in the file's head that begins with *words*, without docker's part."""
        text = (DEPLOY / "compose.yaml").read_text().replace("\\\n#", "")
        found = re.search(rf"gateway-1\s+(?:\S*/candor )?({' '.join(words)}[^\n]*)", text)
        assert found is not None, words
        return [*CANDOR, *map(self._here, shlex.split(found[1]))]

    def _instruction(self, name: str) -> list[str]:
        found = re.search(rf"^{name} (\[.*\])$", self._image, re.MULTILINE)
        assert found is not None, name
        words: list[str] = yaml.safe_load(found[1])
        return words

    def _words(self, words: list[str]) -> list[str]:
        first, *rest = words
        program = CANDOR if first.endswith("/candor") else [sys.executable]
        return [*program, *map(self._here, rest)]

    def _here(self, word: str) -> str:
        def value(found: re.Match[str]) -> str:
            return self.given.get(found[1], found[3] or "")

        word = re.sub(r"\$\{(\w+)(:[-?]([^}]*))?\}", value, word)
        word = word.replace("/var/lib/candor", str(self.folder))
        return word.replace("postgresql://candor@postgres/candor", self.database)
