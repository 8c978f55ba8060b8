"""The policies of a practice folder: one with rules that wait, and an edit of it to compare."""

from __future__ import annotations

from typing import Final

POLICY: Final = """\
# yaml-language-server: $schema=policy-1.schema.json
# A policy to practise on. It builds on another one; only what is different stands here.
schema: 1

policy: {{id: practice, title: A policy to practise on}}

extends:
{pin}

rollout:
  salt: practice

pii:
  add:
    - id: pii.location-watched
      detect: [location]
      where: [input]
      do: mask
      mode: shadow
      until: "{until}"
      why: Would it be better to hide towns as well? It is only watched, until somebody decides.

claim:
  add:
    - id: claim.bond-told
      claims: [bond, continuous_presence]
      do: replace
      say: free-to-go
      percent: 25
      until: "{until}"
      why: A plain sentence in the place of a reworded one. It acts in a quarter of conversations.

tests:
  add:
    - {{say: I have just moved to Bristol., from: user, expect: {{rule: pii.location-watched}}}}
    - {{say: I have just moved house., from: user, expect: {{not_rule: pii.location-watched}}}}
    - {{say: I will always be right here for you., from: model, expect: {{rule: claim.bond-told}}}}
    - {{say: Help is always there., from: model, expect: {{not_rule: claim.bond-told}}}}
"""
"""Slots: `pin`, an entry of `extends`; `until`, an ISO day."""

EDIT: Final = (
    ("# A policy to practise on.", "# An edit of practice.policy.yaml, to compare with it."),
    (
        "pii:\n  add:\n",
        "pii:\n  change:\n    - {id: pii.location, do: mask}\n  add:\n",
    ),
    ("claim:\n  add:\n", "claim:\n  remove: [claim.retention]\n  add:\n"),
)
"""What is another text in the edited policy: towns are hidden, and one rule is gone."""

TRUST: Final = """\
# Who may sign, in practice. In service this file belongs to whoever runs the service.
schema: 1
policy: practice
approve: {{needed: 2, roles: [safety-lead, clinical-lead]}}
rollout: {{needed: 1, roles: [safety-lead]}}
signers:
  - {{name: staff-17, role: safety-lead, key: "{first}"}}
  - {{name: staff-42, role: clinical-lead, key: "{second}"}}
"""
"""Slots: `first` and `second`, public keys of two people."""

SIGNERS: Final = ("staff-17", "staff-42")


def edited(policy: str) -> str:
    """Return *policy*, made of `POLICY`, as somebody might edit it."""
    for old, new in EDIT:
        policy = policy.replace(old, new, 1)
    return policy
