"""Python's csv and pyexcel: reports and gradebooks are tables, no cell is a formula, and what was typed is read back."""

import csv
import re

import pyexcel

from common import FOLDER, run

NAMES = ["=Ana Ruiz", "+Ben; @Ode", "-Cem", "@Dora", "＝Fay"]
TEXTS = ["=1+1", "+1+1", "-1+1", "@SUM(A1)"]
PLAIN_NUMBER = re.compile(r"[-+]?[0-9.]+(e[-+]?[0-9]+)?", re.I)


def is_formula(cell):
    return re.match(r"[=+\-@＝＋－＠\t\r]", cell) and not PLAIN_NUMBER.fullmatch(cell)


def rows_of(file):
    """The rows by both readers, which must agree."""
    with open(file, newline="", encoding="utf-8-sig") as opened:
        rows = list(csv.reader(opened))
    width = max(map(len, rows))
    plain = pyexcel.get_sheet(file_name=str(file), encoding="utf-8-sig", auto_detect_int=False, auto_detect_float=False, auto_detect_datetime=False)
    full = [row + [""] * (width - len(row)) for row in rows if any(row)]
    assert full == [[str(cell) for cell in row] + [""] * (width - len(row)) for row in plain.to_array() if any(row)], file
    faults = [cell for row in rows for cell in row if is_formula(cell)]
    assert not faults, (file, faults)
    return rows


# A course whose options look like formulas, out and back in.
source = FOLDER / "formulas.csv"
with open(source, "w", newline="", encoding="utf-8") as file:
    writer = csv.writer(file)
    writer.writerow(["question", "option 1", "option 2", "option 3", "option 4", "correct"])
    writer.writerow(["Which is a sum?", *TEXTS, "1"])
run("import", source, "--into", FOLDER / "course", "--json")


def exported(course):
    out = FOLDER / f"{course}.csv"
    run("export", "--course", FOLDER / course, "--format", "csv", "--out", out, "--force")
    return rows_of(out)


rows = exported("course")
assert any("'=1+1" in row for row in rows), rows
run("import", FOLDER / "course.csv", "--into", FOLDER / "again", "--json")
assert [row[1:] for row in exported("again")] == [row[1:] for row in rows], "what was read back is other text"

# A class of such people plays and is reported; its gradebook makes a class again.
(FOLDER / "8b.csv").write_text("\n".join(NAMES) + "\n", encoding="utf-8")
run("class", "import", FOLDER / "8b.csv", "--name", "8b")
run("drill", "--plain", "--class", "8b", "--teams", 2, "--name", "=Friday", "--seed", 7, "-n", 4, "--mode", "together", typed="a\n\n" * 60)
for table in [[], ["gradebook"], ["items"], ["log"]]:
    out = FOLDER / f"report-{''.join(table)}.csv"
    run("report", "--csv", *table, "--out", out, "--force")
    rows_of(out)
students = [row[0] for row in rows_of(FOLDER / "report-gradebook.csv")[1:]]
(FOLDER / "back.csv").write_text("Name\n" + "".join(f'"{name}"\n' for name in students), encoding="utf-8")
run("class", "import", FOLDER / "back.csv", "--name", "back")
people = run("class", "show", "back")[0]
assert all(name in people for name in NAMES), people
print(f"judge pyexcel: {len(rows)} rows of a course, and four tables of a report, without a formula")
