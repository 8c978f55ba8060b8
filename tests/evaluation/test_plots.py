from pathlib import Path

import pytest

from guardrails.evaluation.measures import Curve, Point
from guardrails.evaluation.plots import drawable, png

DOTS = (Point(0.0, 0.1), Point(0.5, 0.6, (0.4, 0.7)), Point(1.0, 1.0, (0.9, 1.0 - 1e-16)))


@pytest.mark.parametrize("joined", [True, False])
@pytest.mark.parametrize("points", [DOTS, ()])
def test_a_curve_is_drawn_into_a_file(tmp_path: Path, points, joined):
    path = tmp_path / "roc.png"
    png(Curve("roc", "ROC curve", "false alarms", "recall", "by chance", points, joined), path)
    assert path.read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
    assert drawable()
