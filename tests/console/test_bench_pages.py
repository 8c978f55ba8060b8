"""The policy bench: lint, sentences, cases, differences and proposals."""

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.access.roles import Role
from guardrails.console.charts import Bars, bars, columns
from guardrails.console.console import Service
from guardrails.console.standing import standing_of, unrolled
from guardrails.console.trying import Mark, pieces
from guardrails.decisions import Mode
from guardrails.ledger.keys import SigningKey
from guardrails.policy.load import load
from tests.console.houses import Person

Enter = Callable[[Role], Person]
BENCH = "/bench/default"


@pytest.fixture
def safety(person: Enter) -> Person:
    return person(Role.SAFETY)


@pytest.fixture
def text(safety: Person) -> str:
    """Return the text of the policy, as the bench shows it."""
    page = safety.get(BENCH).text
    return html.unescape(
        page.partition('id="draft"')[2].partition(">")[2].partition("</textarea>")[0].lstrip("\n")
    )


def test_the_bench_shows_the_file_as_it_is(text: str, safety: Person) -> None:
    file = Path(__file__).parents[2] / "policies" / "companion.yaml"
    assert text == file.read_text(encoding="utf-8")
    assert safety.get("/bench").headers["location"] == "/console/bench/default"


def test_a_draft_is_linted_while_it_is_written(text: str, safety: Person) -> None:
    good = safety.post(f"{BENCH}/lint", text=text).json()
    assert not [one for one in good if one["weight"] == "error"]
    broken = text.replace("do: mask", "do: hide", 1)
    assert "rule-quieted" not in {one["code"] for one in good}
    note = "do: note\n    why: Which town"
    quiet = text.replace(note, f"mode: shadow\n    {note}", 1)
    told = safety.post(f"{BENCH}/lint", text=quiet).json()
    [one] = [one for one in told if one["code"] == "rule-quieted"]
    assert "'pii.location' acted in the policy in force and is only watched here" in one["message"]
    bad = safety.post(f"{BENCH}/lint", text=broken).json()
    assert [one["line"] for one in bad if one["weight"] == "error"] == [30]
    assert "hide" in bad[0]["message"]


def test_nothing_is_tried_with_a_policy_that_does_not_load(safety: Person) -> None:
    for do in ("lint", "try", "cases", "diff", "replay", "propose", "download"):
        answer = safety.post(BENCH, text="schema: 1\nnonsense: 1\n", do=do, sentence="Hello")
        assert answer.status_code == 400
        assert "The policy has mistakes" in answer.text
        assert "nonsense: 1" in answer.text
    assert safety.post(BENCH, text="schema: 1", do="dance").status_code == 400
    assert safety.post(BENCH, text="a" * 1_048_577, do="lint").status_code == 413


def test_what_each_detector_finds_is_marked_on_a_sentence(text: str, safety: Person) -> None:
    sentence = "I want to end my life, mail jo@example.org"
    page = safety.post(BENCH, text=text, do="try", sentence=sentence, said_by="user", country="gb")
    marked = dict(re.findall(r"<mark>([^<]+)<sup>([\d, ]+)</sup></mark>", page.text))
    by_rule = set(marked["end my life"].split(", "))
    by_format = set(marked["jo@example.org"].split(", "))
    assert by_rule - by_format
    assert by_format - by_rule
    assert "presidio:EmailRecognizer" in page.text
    assert "<code>crisis.high</code>, line" in page.text
    assert "Samaritans" in page.text
    assert "is told" in page.text
    assert sentence not in str(page.url)


def test_a_sentence_of_the_model_is_looked_at_as_a_reply(text: str, safety: Person) -> None:
    page = safety.post(BENCH, text=text, do="try", sentence="I missed you.", said_by="model").text
    assert "<code>claim." in page
    assert "Shown to the person" in page
    assert 'value="model" checked' in page
    answer = safety.post(BENCH, text=text, do="try", sentence="  ")
    assert answer.status_code == 400
    answer = safety.post(BENCH, text=text, do="try", sentence="a" * 4_001)
    assert answer.status_code == 400


def test_the_cases_of_a_draft_are_run(text: str, safety: Person) -> None:
    head, _, cases = text.partition("\ntests:\n")
    first = cases.split("\n  - ")[1]
    page = safety.post(BENCH, text=f"{head}\ntests:\n  - {first}\n", do="cases").text
    assert "<dt>Passed</dt><dd>1</dd>" in page
    assert "fires in no case that passes" in page


def test_a_draft_is_compared_with_the_policy_in_force(text: str, safety: Person) -> None:
    assert "It is the policy in force" in safety.post(BENCH, text=text, do="diff").text
    weaker = text.replace("do: mask", "do: note", 1)
    page = safety.post(BENCH, text=weaker, do="diff").text
    assert "One change makes it weaker" in page
    assert "pii.contact do mask -&gt; note" in page
    page = safety.post(BENCH, text=weaker, do="replay").text
    assert "come out otherwise" in page
    assert '<b class="tag strong">weaker</b>' in page


def test_the_cases_of_both_are_run_under_both(text: str, safety: Person) -> None:
    assert "comes out as under" in safety.post(BENCH, text=text, do="moved").text
    weaker = text.replace("do: mask", "do: note", 1)
    page = safety.post(BENCH, text=weaker, do="moved").text
    assert "out otherwise than under the policy in force" in page
    assert "mask by pii.contact -&gt; note by pii.contact" in page


def test_a_proposal_is_taken_away_to_be_signed(text: str, safety: Person) -> None:
    page = safety.post(BENCH, text=text.replace("2026.11", "2026.12"), do="propose").text
    assert "candor policy sign companion-candidate.yaml" in page
    assert "candor policy rollout" in page
    assert "candor policy undo" in page
    answer = safety.post(BENCH, text=text, do="download")
    assert answer.headers["content-disposition"].endswith('"companion-candidate.yaml"')
    assert answer.text == text
    assert safety.post(BENCH, text=text, do="lint").status_code == 200


def test_pieces_of_a_text_know_which_marks_they_are_in() -> None:
    def mark(number: int, start: int, stop: int) -> Mark:
        return Mark(number, "pii.email", start, stop, 1, "x", ())

    assert pieces("abcdef", [mark(1, 0, 3), mark(2, 2, 4), mark(3, 5, 5)]) == (
        ("ab", (1,)),
        ("c", (1, 2)),
        ("d", (2,)),
        ("ef", ()),
    )
    assert pieces("", []) == ()


@given(
    st.text(max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6),
)
def test_no_character_of_a_text_is_lost_or_marked_wrongly(
    text: str, spans: list[tuple[int, int]]
) -> None:
    marks = [
        Mark(n, "pii.email", min(a, b, len(text)), min(max(a, b), len(text)), 1, "x", ())
        for n, (a, b) in enumerate(spans, 1)
    ]
    found = pieces(text, marks)
    assert "".join(piece for piece, _ in found) == text
    at = 0
    for piece, numbers in found:
        for place in range(at, at + len(piece)):
            assert numbers == tuple(one.number for one in marks if one.start <= place < one.stop)
        at += len(piece)


def test_plots_escape_names_and_draw_nothing_out_of_nothing() -> None:
    drawn = str(bars("<t>", [Bars("<b>" + "x" * 40, (0, 3))], ("2026-W01", "2026-W02")))
    assert "<b>" not in drawn
    assert "&lt;b&gt;" in drawn
    assert drawn.count("<rect") == 1
    assert "style=" not in drawn
    assert columns("t", [("a", 0)]).count("<rect") == 0


def test_what_was_signed_beside_a_policy_is_told(tmp_path: Path) -> None:
    from guardrails.approvals.folder import rollouts_in, sign_approval, sign_rollout
    from guardrails.approvals.notes import Approval, Rollout, Way
    from guardrails.approvals.standing import laid_over

    source = Path(__file__).parents[2] / "policies"
    file = tmp_path / "p.yaml"
    file.write_text((source / "companion.yaml").read_text("utf-8"), encoding="utf-8")
    (tmp_path / "texts").symlink_to(source / "texts")
    policy = load(file)
    key = SigningKey.generate("ann")

    class Held:
        def __init__(self) -> None:
            self.policy = policy

    service = Service("default", Held(), str(file), ("default",))  # type: ignore[arg-type]
    assert standing_of(service).rollouts == ()
    folder = tmp_path / "p.yaml.approvals"
    sign_approval(folder, Approval(policy.id, policy.hash, None), key)
    ways = {"pii.contact": Way(Mode.ENFORCE, 100)}
    sign_rollout(folder, Rollout(policy.id, policy.hash, ways=ways, number=1), key)
    told = standing_of(service)
    assert [(one.signers, one.fits) for one in told.approvals] == [(("ann",), True)]
    assert [(one.name, one.fits) for one in told.rollouts] == [("roll-out 1", True)]
    assert "pii.contact" in told.rollouts[0].what
    first = told.rollouts[0]
    ways = {"claim.bond": Way(Mode.SHADOW, 100)}
    before = rollouts_in(folder, policy.id)[-1].rollout
    second = Rollout(policy.id, policy.hash, ways=ways, number=2, before=before.hash)
    sign_rollout(folder, second, key)
    # The second is not in force yet, and then it is: what was signed below it is so still.
    assert [one.fits for one in standing_of(service).rollouts] == [False, True]
    service.guard.policy = laid_over(policy, second)  # type: ignore[misc]
    told = standing_of(service)
    assert [one.fits for one in told.rollouts] == [True, False]
    assert [one.fits for one in told.approvals] == [True]
    assert told.rollouts[1].name == first.name
    assert unrolled(service).hash == policy.hash
    file.write_text("not a policy", encoding="utf-8")
    assert [one.fits for one in standing_of(service).rollouts] == [False, False]
    assert unrolled(service) is service.guard.policy
    (folder / "rollout-000003.note").write_text("broken")
    assert standing_of(service).problem
