"""What of a text a detector does not know: scripts other than Latin, languages without rules."""

from __future__ import annotations

from guardrails.detectors.folded import fold
from guardrails.detectors.language_id import LanguageIdentifier, identifier
from guardrails.detectors.scripts import LATIN, unread_scripts


class Coverage:
    """
    Tells what of a text is in none of the languages that rules are written for.

    Args:
        what: What is not looked for there, such as `names`.
        languages: Tells languages.
        without: Languages that other rules are written for, and these are not.
    """

    def __init__(
        self,
        what: str,
        languages: LanguageIdentifier | None = None,
        without: tuple[str, ...] = (),
    ) -> None:
        self._what = what
        self._languages = languages or identifier()
        self._without = frozenset(without)

    def gap(self, text: str) -> str:
        """Return what is not covered in *text*, such as `names in Polish, Latin script`, or ""."""
        folded = fold(text).text
        language, scripts = self._language(folded), unread_scripts(folded)
        told = [f"{language}, {LATIN}"] if language else []
        if scripts:
            told.append(f"{', '.join(scripts)} script")
        return f"{self._what} in {' and in '.join(told)}" if told else ""

    def _language(self, folded: str) -> str:
        language = self._languages.language(folded)
        known = self._languages.covers(language) and language not in self._without
        return "" if known else language
