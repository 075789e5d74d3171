"""Whether Grafana takes each word of a dashboard: reads it into the classes of Grafana's own schema,
with those of its panels and queries, writes it again, and ends with 1 where anything was lost or
changed on the way.

    dashboard.py FILE      needs grafana-foundation-sdk
"""

import json
import pathlib
import sys

from grafana_foundation_sdk.cog.encoder import JSONEncoder
from grafana_foundation_sdk.cog.plugins import register_default_plugins
from grafana_foundation_sdk.models.dashboard import Dashboard


def differences(before, after, place=""):
    if isinstance(before, dict) and isinstance(after, dict):
        for key, value in before.items():
            if key not in after:
                yield f"{place}/{key}: Grafana knows no such field"
            else:
                yield from differences(value, after[key], f"{place}/{key}")
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for number, (one, other) in enumerate(zip(before, after)):
            yield from differences(one, other, f"{place}/{number}")
    elif before != after:
        yield f"{place}: Grafana reads {before!r} as {after!r}"


register_default_plugins()
written = json.loads(pathlib.Path(sys.argv[1]).read_text())
read = json.loads(JSONEncoder(sort_keys=True).encode(Dashboard.from_json(written)))
found = list(differences(written, read))
print(*found or [f"Grafana takes all of {sys.argv[1]}: {len(written['panels'])} panels."], sep="\n")
sys.exit(1 if found else 0)
