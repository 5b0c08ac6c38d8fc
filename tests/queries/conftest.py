"""The small graph that the tests of `graph` use, for the questions too."""

import importlib.util
from pathlib import Path

_spec = importlib.util.spec_from_file_location(
    "graph_conftest", Path(__file__).parents[1] / "graph" / "conftest.py"
)
assert _spec is not None
assert _spec.loader is not None
_graph = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_graph)
told = _graph.told
