"""A curve as a PNG file, drawn by matplotlib (extra `eval`)."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Final

from guardrails.evaluation.measures import Curve

MISSING: Final = (
    "PNG files are drawn by matplotlib, which is not installed: "
    "pip install 'candor-guardrails[eval]', or leave out --png; --html needs nothing"
)
"""What whoever asks for PNG files is told without it."""


def drawable() -> bool:
    """Return whether matplotlib is installed."""
    return importlib.util.find_spec("matplotlib") is not None


def png(curve: Curve, path: Path) -> None:
    """
    Draw *curve* into the file *path*. No window is opened, and no setting is changed.

    Raises:
        ImportError: matplotlib is not installed; see `drawable`.
        OSError: The file cannot be written.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 7), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot(
        xlim=(0, 1), ylim=(0, 1), title=curve.title, xlabel=curve.across, ylabel=curve.up
    )
    axes.plot([0, 1], [0, 1], linestyle="--", color="0.6", label=curve.diagonal)
    across, up = [at.x for at in curve.points], [at.y for at in curve.points]
    if curve.joined:
        axes.plot(across, up, clip_on=False)
    else:
        ends = [(at.y, at.interval or (at.y, at.y)) for at in curve.points]
        # an end may lie beyond the value by what floating point rounds
        lower = [max(0.0, y - low) for y, (low, _) in ends]
        upper = [max(0.0, high - y) for y, (_, high) in ends]
        axes.errorbar(across, up, yerr=[lower, upper], fmt="o", capsize=3, clip_on=False)
    axes.legend(loc="lower right")
    figure.savefig(path, dpi=120)
