"""Reads the tables that researchers are handed, with nothing but Python's own library, and computes again what is said of them.

Arguments: a folder. Prints JSON: the truth table of data.csv by settings.json, and what facts.csv and facts.json hold. The formulas are those of
C. Ragin, Redesigning Social Inquiry (2008): inclusion = sum of min(x, y) over sum of x, PRI without what is also in the opposite.
"""
import csv
import json
import sys
from collections import Counter
from itertools import product
from pathlib import Path

folder = Path(sys.argv[1])


def rows_of(name):
    # The files begin with a byte-order mark where a spreadsheet needs one.
    with open(folder / name, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def truth_table():
    settings = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    conditions, outcome = settings["conditions"], settings["outcome"]
    cases = rows_of("data.csv")
    negated = outcome.startswith("~")
    result = [float(case[outcome.lstrip("~")]) for case in cases]
    result = [1 - value for value in result] if negated else result
    table = []
    for number, levels in enumerate(product((0, 1), repeat=len(conditions)), start=1):
        member = []
        for case in cases:
            degrees = [float(case[name]) for name in conditions]
            member.append(min(d if level else 1 - d for d, level in zip(degrees, levels)))
        own = [case["case"] for case, m in zip(cases, member) if m > 0.5]
        if not own:
            continue
        both = [min(m, y) for m, y in zip(member, result)]
        neither = sum(min(m, y, 1 - y) for m, y in zip(member, result))
        inclusion = sum(both) / sum(member)
        pri = (sum(both) - neither) / (sum(member) - neither)
        table.append({"row": number, "n": len(own), "incl": inclusion, "PRI": pri, "cases": own})
    return table


def facts():
    table = rows_of("facts.csv")
    whole = json.loads((folder / "facts.json").read_text(encoding="utf-8"))["facts"]
    same = all(
        row["id"] == fact["id"] and row["type"] == fact["type"] and row["first"] == fact["occurred"]["first"] and json.loads(row["payload"]) == fact["payload"]
        for row, fact in zip(table, whole)
    )
    return {"rows": len(table), "facts": len(whole), "same": same, "types": dict(Counter(row["type"] for row in table))}


json.dump({"table": truth_table(), "facts": facts()}, sys.stdout)
