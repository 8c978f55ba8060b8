"""Roles, and the least that each of them needs."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Role(StrEnum):
    """What a key is for. One key has one role."""

    APPLICATION = "application"
    ON_CALL = "on-call"
    SAFETY = "safety"
    AUDITOR = "auditor"
    INVESTIGATOR = "investigator"
    ADMIN = "admin"


class Permission(StrEnum):
    """What an endpoint asks for."""

    CHAT = "chat"
    MODELS = "models"
    STATUS = "status"
    METRICS = "metrics"
    CLEAR_WATCH = "clear-watch"
    DESK = "desk"
    LOG = "log"
    BENCH = "bench"
    PROPOSE = "propose"


ALLOWED: Final[Mapping[Role, frozenset[Permission]]] = MappingProxyType(
    {
        Role.APPLICATION: frozenset({Permission.CHAT, Permission.MODELS}),
        Role.ON_CALL: frozenset(
            {Permission.STATUS, Permission.METRICS, Permission.CLEAR_WATCH, Permission.DESK}
        ),
        Role.SAFETY: frozenset(
            {Permission.STATUS, Permission.METRICS, Permission.BENCH, Permission.PROPOSE}
        ),
        Role.AUDITOR: frozenset({Permission.STATUS, Permission.LOG}),
        Role.INVESTIGATOR: frozenset({Permission.STATUS, Permission.LOG}),
        Role.ADMIN: frozenset(
            {
                Permission.STATUS,
                Permission.METRICS,
                Permission.DESK,
                Permission.LOG,
                Permission.BENCH,
            }
        ),
    }
)
"""Nobody who runs or reads the service talks to a model with the same key, admins included."""


def may(role: Role, permission: Permission) -> bool:
    """Return whether *role* has *permission*."""
    return permission in ALLOWED[role]
