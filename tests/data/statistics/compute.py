#!/usr/bin/env python3
"""Item statistics, computed a second time and in another way than src/study/statistics: in exact fractions from raw
sums (n*sum(xy) - sum(x)*sum(y)), rounded once at the end. Reads matrices.json, writes expected.json beside it.

    python3 tests/data/statistics/compute.py          # write
    python3 tests/data/statistics/compute.py --check  # compare with what is committed
"""

import json
import sys
from decimal import Decimal, getcontext
from fractions import Fraction
from pathlib import Path

getcontext().prec = 60
HERE = Path(__file__).parent


def decimal(value):
    return Decimal(value.numerator) / Decimal(value.denominator)


def root(value):
    return Fraction(decimal(value).sqrt())


def cov(xs, ys):
    n = len(xs)
    if n < 2:
        return None
    return (n * sum(x * y for x, y in zip(xs, ys)) - sum(xs) * sum(ys)) / Fraction(n * (n - 1))


def power_sum(values, r):
    """S^r times the sum of (v - mean)^r, from whole multiples: no mean is ever divided."""
    n, total = len(values), sum(values)
    return sum((n * v - total) ** r for v in values)


def item(rows, most, i):
    xs = [row[i] for row in rows]
    rests = [sum(row) - row[i] for row in rows]
    c = cov(xs, rests)
    index = efficiency = None
    if c is not None:
        product = cov(xs, xs) * cov(rests, rests)
        index = 100 * c / root(product) if product else None
        top = cov(sorted(xs), sorted(rests))
        efficiency = 100 * c / top if top else None
    return {
        "facility": Fraction(sum(xs), len(xs)) / most[i],
        "discrimination_index": index,
        "discriminative_efficiency": efficiency,
    }


def whole(rows, k):
    totals = [sum(row) for row in rows]
    n = len(totals)
    ordered = sorted(totals)
    half = n // 2
    median = ordered[half] if n % 2 else Fraction(ordered[half - 1] + ordered[half], 2)
    out = {"mean": Fraction(sum(totals), n), "median": Fraction(median)}
    for key in ["standard_deviation", "skewness", "kurtosis", "consistency", "error_ratio", "standard_error"]:
        out[key] = None
    k2 = cov(totals, totals)
    if k2 is None:
        return out
    sd = out["standard_deviation"] = root(k2)
    m2, m3, m4 = (Fraction(power_sum(totals, r), n ** (r + 1)) for r in (2, 3, 4))
    if n > 2 and k2:
        out["skewness"] = n * n * m3 / ((n - 1) * (n - 2)) / (k2 * sd)
    if n > 3 and k2:
        k4 = Fraction(n * n, (n - 1) * (n - 2) * (n - 3)) * ((n + 1) * m4 - 3 * (n - 1) * m2 * m2)
        out["kurtosis"] = k4 / k2**2
    if n > 2 and k > 1 and k2:
        parts = sum(cov([r[i] for r in rows], [r[i] for r in rows]) for i in range(k))
        cic = out["consistency"] = Fraction(100 * k, k - 1) * (1 - parts / k2)
        out["error_ratio"] = 100 * root(1 - cic / 100)
        out["standard_error"] = out["error_ratio"] * sd / 100
    return out


def plain(value):
    return None if value is None else float(decimal(value))


def computed(case):
    most = [Fraction(str(m)) for m in case["most"]]
    rows = [[Fraction(str(x)) for x in row] for row in case["rows"]]
    items = [item(rows, most, i) for i in range(len(most))]
    return {
        "name": case["name"],
        "items": [{key: plain(v) for key, v in figures.items()} for figures in items],
        "whole": {key: plain(v) for key, v in whole(rows, len(most)).items()},
    }


def main():
    cases = json.loads((HERE / "matrices.json").read_text())
    text = json.dumps([computed(case) for case in cases], indent=1) + "\n"
    if "--check" in sys.argv:
        sys.exit(text != (HERE / "expected.json").read_text())
    (HERE / "expected.json").write_text(text)


main()
