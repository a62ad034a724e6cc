"""Small sums over measurements."""

import math
import statistics


def figure(value, unit, digits=1):
    return {"value": round(value, digits) if isinstance(value, float) else value, "unit": unit}


def median(values):
    return statistics.median(values)


def percentile(values, share):
    """Nearest rank."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
