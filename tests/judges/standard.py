"""Python's csv, zipfile and expat: tables are tables, XML is XML."""

import csv
import zipfile
from xml.dom import minidom

from common import FOLDER, export, listed, run

for form, sign in [("csv", ","), ("tsv", "\t")]:
    out, report = export(form, f"course.{form}")
    with open(out, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter=sign))
    assert len(rows) == report["kept"] + report["changed"], (len(rows), report)
    assert all(None not in row and None not in row.values() for row in rows), "a row has another number of cells"
    questions = {row["id"]: row for row in rows if row["question"]}
    for question in listed("questions"):
        row = questions.get(question["id"])
        if row and row["option 1"]:
            assert row["correct"].replace(",", "").isdigit(), row

out, report = export("moodle", "course.xml")
quiz = minidom.parse(str(out)).documentElement
found = [node for node in quiz.getElementsByTagName("question") if node.getAttribute("type") != "category"]
assert len(found) == report["kept"] + report["changed"], (len(found), report)

out, report = export("qti", "course.zip")
with zipfile.ZipFile(out) as package:
    assert package.testzip() is None
    items = 0
    for name in package.namelist():
        items += len(minidom.parseString(package.read(name)).getElementsByTagName("item"))
assert items == report["kept"] + report["changed"], (items, report)

out, _ = run("export", "--format", "reviews")
assert next(csv.reader(out.splitlines())) == ["time", "day", "card", "lesson", "grade", "stage", "seconds"]
print("judge Python's own readers: csv, tsv, Moodle XML, QTI and reviews are read")
