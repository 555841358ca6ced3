"""openpyxl: spreadsheets open, Kahoot!'s keeps its limits, and what openpyxl writes is read here."""

import json

import openpyxl

from common import FOLDER, export, listed, run

out, report = export("kahoot", "quiz.xlsx")
rows = list(openpyxl.load_workbook(out).active.iter_rows(values_only=True))
heads = rows[7]
assert heads[1].startswith("Question - max 120") and heads[7].startswith("Correct answer"), heads
questions = rows[8:]
assert len(questions) == report["kept"] + report["changed"], (len(questions), report)
for row in questions:
    answers = [cell for cell in row[2:6] if cell]
    assert len(row[1]) <= 120 and 2 <= len(answers) <= 4 and all(len(a) <= 75 for a in answers), row
    assert int(row[6]) in (5, 10, 20, 30, 60, 90, 120, 240), row
    assert all(1 <= int(n) <= len(answers) for n in row[7].split(",")), row

out, report = export("xlsx", "course.xlsx")
book = openpyxl.load_workbook(out)
rows = list(book.active.iter_rows(values_only=True))
assert len(rows) == 1 + report["kept"] + report["changed"], (len(rows), report)
assert "icence" in (book.properties.description or ""), "the licence does not travel along"
assert all(cell.data_type != "f" for row in book.active.iter_rows() for cell in row), "a cell would be computed"

book = openpyxl.Workbook()
book.active.append(["term", "definition"])
book.active.append(["bowline", "fixed loop"])
book.active.append(["=1+1", 4.5])
book.active["C1"] = "tags"
# A cell far out must not cost memory.
book.active["XFD1048576"] = "far"
file = FOLDER / "terms.xlsx"
book.save(file)
told = json.loads(run("import", file, "--into", FOLDER / "terms", "--json")[0])[0]
# A formula that nobody computed yet has no words: its row is named.
assert (told["kept"], told["dropped"]) == (1, 1), told
assert [card["front"] for card in listed("cards", "--course", FOLDER / "terms")] == ["bowline"]
print(f"judge openpyxl: {len(questions)} questions for Kahoot!, {len(rows) - 1} rows, and its own table is read")
