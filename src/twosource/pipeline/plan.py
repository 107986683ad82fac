"""The order of the detectors: each after all that make what it needs."""

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from twosource.errors import DetectorError
from twosource.pipeline.detector import Detector
from twosource.types.article import Article
from twosource.types.story import Story


def plan(detectors: Iterable[Detector]) -> tuple[Detector, ...]:
    """Orders them, names first where the order is free; raises DetectorError for an unmet need, or a circle."""
    ordered = sorted(detectors, key=lambda detector: detector.name)
    if twice := [one.name for one, other in pairwise(ordered) if one.name == other.name]:
        message = f"two installed detectors are called {twice[0]}: rename one in its package"
        raise DetectorError(message)
    known = {detector.name: detector for detector in ordered}
    graph: dict[str, set[str]] = {}
    for detector in known.values():
        graph[detector.name] = {maker for need in detector.needs for maker in _makers(detector, need, known)}
    sorter = TopologicalSorter(graph)
    try:
        sorter.prepare()
    except CycleError as error:
        message = f"detectors need each other in a circle: {' -> '.join(error.args[1])}"
        raise DetectorError(message) from None
    order: list[Detector] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        order += [known[name] for name in ready]
        sorter.done(*ready)
    return tuple(order)


def toward(kinds: Iterable[str], detectors: Iterable[Detector]) -> tuple[Detector, ...]:
    """The detectors that make findings of these kinds, and all that those rest on; raises KeyError for a kind of none.

    Unordered: see `plan`.
    """
    known, chosen = tuple(detectors), dict[str, Detector]()
    wanted = [detector for kind in kinds for detector in _making(kind, known)]
    while wanted:
        detector = wanted.pop()
        if detector.name not in chosen:
            chosen[detector.name] = detector
            wanted += [other for other in known if other.makes in detector.needs]
    return tuple(chosen.values())


def _making(kind: str, detectors: Iterable[Detector]) -> list[Detector]:
    found = [detector for detector in detectors if detector.makes.__name__ == kind]
    if not found:
        raise KeyError(kind)
    return found


def _makers(detector: Detector, need: type, known: dict[str, Detector]) -> set[str]:
    makers = {other.name for other in known.values() if other.makes is need}
    if not makers:
        message = f"detector {detector.name} needs {need.__name__}, which no installed detector makes"
        raise DetectorError(message)
    if detector.scope is Article and any(known[maker].scope is Story for maker in makers):
        message = f"detector {detector.name} looks at one article, but {need.__name__} is made from the whole story"
        raise DetectorError(message)
    return makers
