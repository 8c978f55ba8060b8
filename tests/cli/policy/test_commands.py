"""`candor policy try, explain, diff, new, fmt` and `schema`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guardrails.cli.main import main
from guardrails.policy.load import load, read_file
from guardrails.policy.ready import find, load_policy, ready
from guardrails.policy.schema import FILE

POLICY = """\
schema: 1
policy: {id: tested}
locales: [en-GB]
pii:
  - {id: pii.email, detect: [email], do: mask}
  - {id: pii.person, detect: [person], do: mask, mode: shadow}
crisis:
  - {id: crisis.high, level: high, threshold: 45, do: replace, say: help, floor: true, escalate: {to: desk, within: 10m}}
escalation: {channels: {desk: {kind: console}}}
messages:
  help: {en-GB: "Please call somebody."}
  safe-reply: {en-GB: "Not now."}
  too-long: {en-GB: "Too long."}
tests:
  - {say: Write to jo@example.org, from: user, expect: {rule: pii.email}}
  - {say: I want to kill myself, from: user, expect: {rule: crisis.high}}
"""  # noqa: E501


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "p.yaml"
    path.write_text(POLICY, encoding="utf-8")
    return path


def run(*arguments: str | Path, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, ["policy", *map(str, arguments)], input=typed)


def test_a_sentence_is_tried_and_the_line_of_its_rule_is_told(file: Path) -> None:
    result = run("try", file, "I am Priya Raghunathan, write to jo@example.org")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == f"fired     pii.email 100 % >= 40 %, at {file}:5"
    assert lines[1].startswith("watched   pii.person ")
    assert lines[1].endswith(f" % >= 40 %, at {file}:6")
    assert "do        mask (rule pii.email)" in lines


def test_typed_lines_are_tried_one_by_one_until_their_end(file: Path) -> None:
    result = run("try", file, typed="I want to kill myself\n\nI baked bread\n")
    assert result.exit_code == 0
    assert result.stdout.count("\ndo  ") == 2
    assert "  Please call somebody." in result.stdout
    assert "fired     nothing\ndo        pass" in result.stdout


def test_a_built_in_rule_has_no_line() -> None:
    result = run("try", "companion", "Are you a real person?")
    assert "fired     disclosure.asked (built in)" in result.stdout


def test_a_rule_is_explained_with_its_text_and_its_cases(file: Path) -> None:
    result = run("explain", file, "crisis.high")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == f"crisis.high ({file}:8)"
    assert "  'desk' is told, and is to take it within 10 minutes." in result.stdout
    assert "    Please call somebody." in result.stdout
    assert "  Cases that expect it, by line: 16" in result.stdout
    assert run("explain", file, "pii.*").stdout.count("Cases that expect it") == 2


def test_a_case_is_explained_with_what_comes_of_it(file: Path) -> None:
    result = run("explain", file, "16")
    assert "  When a person says this in en-GB, crisis.high fires." in result.stdout
    assert "  What comes of it: passed; fired: crisis.high." in result.stdout


def test_a_case_that_fails_is_explained_with_the_reason(file: Path) -> None:
    file.write_text(POLICY.replace("{rule: pii.email}}", "{rule: pii.person}}"), encoding="utf-8")
    result = run("explain", file, "15")
    assert "failed; fired: pii.email." in result.stdout
    assert "expected pii.person to fire, and pii.email (100 %) did" in result.stdout


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("crisis.hihg", "no rule 'crisis.hihg'. Did you mean 'crisis.high'?"),
        ("17", "no case begins in line 17"),
    ],
)
def test_what_is_not_there_cannot_be_explained(what: str, told: str, file: Path) -> None:
    result = run("explain", file, what)
    assert result.exit_code == 2
    assert told in result.stderr


def changed(file: Path, old: str, new: str) -> Path:
    other = file.with_name("new.yaml")
    assert old in POLICY
    other.write_text(POLICY.replace(old, new), encoding="utf-8")
    return other


def test_the_same_policy_has_no_difference(file: Path) -> None:
    result = run("diff", file, changed(file, "locales:", "# languages\nlocales:"))
    assert result.exit_code == 0
    assert result.stdout == "the same policy: every message is treated alike\n"


def test_a_broken_floor_is_an_error_and_a_case_that_gets_weaker_is_told(file: Path) -> None:
    result = run("diff", file, changed(file, "threshold: 45", "threshold: 90"))
    assert result.exit_code == 1
    first, *_ = result.stdout.splitlines()
    assert first == (
        f"{file.with_name('new.yaml')}:8:1: WEAKER: crisis.high threshold 45 -> 90, though "
        f"{file}:8 is a floor [diff-weaker]"
    )


def test_a_rule_that_acted_and_is_only_watched_is_told_with_what_that_means(file: Path) -> None:
    after = changed(file, "detect: [email], do: mask", "detect: [email], do: mask, mode: shadow")
    told = run("diff", "--no-cases", file, after).stdout
    assert f"{after}:5:1: warning: WEAKER: pii.email mode enforce -> shadow [diff-weaker]" in told
    assert (
        f"{after}:5:1: warning: 'pii.email' acted in OLD ({file}:5) and is only watched here: what "
        "it stopped goes through. To watch other settings, write a rule of another id beside it "
        "[rule-quieted]"
    ) in told
    assert "rule-quieted" not in run("diff", "--no-cases", after, file).stdout


def test_a_rule_that_is_gone_is_weaker_and_so_is_the_case_that_it_answered(file: Path) -> None:
    new = changed(file, "  - {id: pii.email, detect: [email], do: mask}\n", "")
    new.write_text(
        new.read_text(encoding="utf-8").replace("{rule: pii.email}", "{do: pass}"), encoding="utf-8"
    )
    result = run("diff", file, new)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == f"{file}:5:1: warning: WEAKER: pii.email is gone [diff-weaker]"
    assert lines[1] == (
        f"{new}:14:5: warning: WEAKER: this case, mask by pii.email -> pass by no rule "
        "[case-weaker]"
    )
    assert lines[2] == (
        "settings: 0 stricter, 1 WEAKER, 0 other · cases: 0 stricter, 1 WEAKER, 0 other"
    )
    assert run("diff", "--strict", "--no-cases", file, new).exit_code == 1


def test_a_difference_is_told_as_json(file: Path) -> None:
    new = changed(file, "mode: shadow", "mode: enforce")
    result = run("diff", "--no-cases", "--format", "json", file, new)
    value = json.loads(result.stdout)
    assert (value["stricter"], value["weaker"], value["other"], value["same"]) == (1, 0, 0, False)
    assert (value["old"], value["new"]) == (load(file).hash, load(new).hash)


def test_further_cases_can_be_run(file: Path) -> None:
    new = changed(file, '"Please call somebody."', '"Please call somebody now."')
    more = file.with_name("more.yaml")
    more.write_text(POLICY.replace("I want to kill myself", "I want to end my life"), "utf-8")
    result = run("diff", file, new, "--cases", more)
    assert f"{more}:16:5: note: other: this case, replace by crisis.high, with another text" in (
        result.stdout
    )
    assert "cases: 0 stricter, 0 WEAKER, 2 other" in result.stdout


def test_a_new_policy_loads_and_lies_beside_its_texts_and_the_schema(tmp_path: Path) -> None:
    file = tmp_path / "calm-app.yaml"
    result = run("new", file)
    assert result.exit_code == 0
    assert load(file).id == "calm-app"
    assert load(file).messages == load_policy("companion").messages
    assert file.read_text(encoding="utf-8").startswith(f"# yaml-language-server: $schema={FILE}\n")
    assert (tmp_path / FILE).read_text(encoding="utf-8") == run("schema").stdout
    again = run("new", file)
    assert again.exit_code == 1
    assert "is there already" in again.stderr


@pytest.mark.parametrize("name", ["n", "yes", "true", "null"])
def test_a_policy_named_as_yaml_says_something_else_loads(tmp_path: Path, name: str) -> None:
    for options in ([], ["--extends", "baseline"]):
        file = tmp_path / f"{len(options)}" / f"{name}.policy.yaml"
        file.parent.mkdir()
        assert run("new", file, *options).exit_code == 0
        assert load(file).id == name


def test_a_second_policy_takes_the_schema_that_is_there(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{}", encoding="utf-8")
    assert run("new", "--from", "support-desk", tmp_path / "desk.yaml").exit_code == 0
    assert (tmp_path / FILE).read_text(encoding="utf-8") == "{}"


def test_a_new_policy_has_a_name_that_a_policy_may_have(tmp_path: Path) -> None:
    result = run("new", tmp_path / "1.yaml")
    assert result.exit_code == 1
    assert "must begin with a letter" in result.stderr


def test_a_policy_is_begun_on_top_of_several(tmp_path: Path) -> None:
    child = tmp_path / "calm.policy.yaml"
    result = run("new", child, "--extends", "companion", "--extends", "us-ut")
    assert result.exit_code == 0, result.output
    loaded = read_file(child)
    assert [one.policy.id for one in loaded.parents] == ["companion", "us-ut"]
    told = run("explain", child, "claim.professional").stdout
    assert "From companion 2026.11" in told
    assert "threshold 50 -> 40 (stricter)" in told
    assert "From us-ut 2026.11" in told


def test_pins_are_written_anew_from_the_bottom_up(tmp_path: Path) -> None:
    base, middle, top = (tmp_path / f"{name}.yaml" for name in ("base", "middle", "top"))
    base.write_text(POLICY.replace("id: tested", 'id: tested, version: "1"'), encoding="utf-8")
    for file, below in ((middle, base), (top, middle)):
        assert run("new", file, "--extends", below).exit_code == 0
        text = file.read_text(encoding="utf-8")
        text = text.replace(f"id: {file.stem}", f'id: {file.stem}, version: "1"')
        file.write_text(text, encoding="utf-8")
    assert run("pin", "--write", top, middle).stdout == ""
    text = base.read_text(encoding="utf-8").replace("threshold: 45", "threshold: 40")
    base.write_text(text.replace('version: "1"', 'version: "2"'), encoding="utf-8")
    assert run("lint", top).exit_code == 1
    assert run("pin", "--write", top, middle, base).stdout == (
        f"pinned anew: {middle}\npinned anew: {top}\n"
    )
    assert load(top).rules[-1].threshold == 4000
    broken = top.read_text(encoding="utf-8").replace("policy: middle.yaml", "policy: ../base.yaml")
    top.write_text(broken, encoding="utf-8")
    result = run("pin", "--write", top)
    assert result.exit_code == 1
    assert "a file below the folder of this one" in result.stderr


def test_a_policy_is_laid_out_once(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text(POLICY + "# The end.   \n", encoding="utf-8")
    assert run("fmt", "--check", file).exit_code == 1
    assert file.read_text(encoding="utf-8").endswith("   \n")
    assert run("fmt", file).stdout == f"laid out {file}\n"
    assert file.read_text(encoding="utf-8").endswith("# The end.\n")
    assert run("fmt", "--check", file).exit_code == 0
    assert run("fmt", file).stdout == ""


def test_a_policy_that_is_wrong_is_not_laid_out(file: Path) -> None:
    file.write_text(POLICY.replace("threshold", "treshold"), encoding="utf-8")
    result = run("fmt", file)
    assert result.exit_code == 1
    assert "treshold" in result.stderr


@pytest.mark.untraced
def test_ready_policies_are_laid_out() -> None:
    for name in ready():
        assert run("fmt", "--check", str(find(name))).exit_code == 0


def test_a_policy_is_begun_on_top_of_another(tmp_path: Path) -> None:
    child = tmp_path / "calm.policy.yaml"
    result = run("new", child, "--extends", "companion")
    assert result.exit_code == 0, result.output
    assert run("pin", "companion").stdout.strip() in child.read_text(encoding="utf-8")
    loaded = read_file(child)
    assert loaded.policy.id == "calm"
    assert [one.policy for one in loaded.parents] == [load_policy("companion")]
    assert (tmp_path / FILE).exists()


def test_a_policy_is_begun_on_top_of_a_file_below_its_folder_alone(
    file: Path, tmp_path: Path
) -> None:
    text = file.read_text(encoding="utf-8")
    assert "needs 'version' under 'policy'" in run("pin", file).output
    file.write_text(text.replace("id: tested", 'id: tested, version: "3"'), encoding="utf-8")
    child = tmp_path / "child.yaml"
    assert run("new", child, "--extends", file).exit_code == 0
    assert 'policy: p.yaml, version: "3"' in child.read_text(encoding="utf-8")
    elsewhere = run("new", tmp_path / "below" / "child.yaml", "--extends", file)
    assert elsewhere.exit_code != 0
    assert "is not below the folder of" in elsewhere.output


def test_a_rule_of_another_policy_is_explained_with_what_was_changed(
    file: Path, tmp_path: Path
) -> None:
    text = file.read_text(encoding="utf-8").replace("id: tested", 'id: tested, version: "3"')
    file.write_text(text, encoding="utf-8")
    child = tmp_path / "child.yaml"
    run("new", child, "--extends", file)
    more = "crisis: {change: [{id: crisis.high, threshold: 40}]}\n"
    child.write_text(child.read_text(encoding="utf-8") + more, encoding="utf-8")
    changed = run("explain", child, "crisis.high").stdout.splitlines()
    assert changed[0] == f"crisis.high ({child}:8)"
    at = changed.index(f"  From tested 3 ({file}:8), changed here:")
    assert changed[at + 1] == "    threshold 45 -> 40 (stricter)"
    assert f"  Cases that expect it, by line: {file}:16" in changed
    same = run("explain", child, "pii.email").stdout
    assert same.startswith(f"pii.email ({file}:5)\n")
    assert f"  From tested 3 ({file}:5), unchanged.\n" in same
    assert "  No policy that builds on this one may make it weaker." in changed
    # A case is named by its line in the file itself.
    assert run("explain", child, "16").exit_code != 0
    lowered = run("diff", "--no-cases", file, child).stdout
    assert f"{child}:8:1: note: stricter: crisis.high threshold 45 -> 40" in lowered


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
@pytest.mark.parametrize(
    "command", ["lint", "test", "diff", "diff --cases", "try", "explain", "pin", "fmt"]
)
def test_a_broken_policy_is_told_in_the_form_that_was_asked_for(
    file: Path, command: str, form: str
) -> None:
    bad = changed(file, "mode: shadow", "mood: shadow")
    given: list[str | Path] = {
        "lint": ["lint", bad],
        "test": ["test", bad],
        "diff": ["diff", "--no-cases", file, bad],
        "diff --cases": ["diff", "--cases", bad, file, file],
        "try": ["try", bad, "Hello"],
        "explain": ["explain", bad, "pii.email"],
        "pin": ["pin", bad],
        "fmt": ["fmt", bad],
    }[command]
    result = run(*given, "--format", form)
    assert result.exit_code == 1
    assert result.stderr == ""
    what = "'mood' is not a setting of a pii rule. Did you mean 'mode'?"
    if form == "github":
        assert f"::error file={bad},line=6,col=50,title=policy::{what}" in result.stdout
    else:
        value = json.loads(result.stdout)
        told = value["remarks"] if form == "json" else value["runs"][0]["results"]
        assert [one.get("message") in (what, {"text": what}) for one in told] == [True]
