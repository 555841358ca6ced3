"""Anki itself: takes what we write, takes it again without a duplicate and with its history; we take what it writes."""

import json
import time

from anki.collection import Collection, ExportAnkiPackageOptions, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from common import FOLDER, export, listed, run

package, report = export("anki", "course.apkg")
cards = listed("cards")
collection = Collection(str(FOLDER / "collection.anki2"))


def take(file):
    request = ImportAnkiPackageRequest(package_path=str(file), options=ImportAnkiPackageOptions(with_scheduling=False))
    return collection.import_anki_package(request).log


log = take(package)
notes = report["kept"] + report["changed"]
assert len(log.new) == notes == collection.note_count(), (len(log.new), notes, collection.note_count())
sides = collection.card_count()
decks = [deck.name for deck in collection.decks.all_names_and_ids()]
assert any("::" in name for name in decks), decks
parent = collection.decks.by_name(next(name for name in decks if "::" in name).split("::")[0])
assert "Licence" in parent["desc"], parent

# A learner reviews a few cards; a second package comes.
collection.decks.select(parent["id"])
reviewed = []
for _ in range(8):
    card = collection.sched.getCard()
    card.start_timer()
    collection.sched.answerCard(card, 3)
    reviewed.append(card.id)
states = [(collection.get_card(id).ivl, collection.get_card(id).reps) for id in reviewed]
reviews = collection.db.scalar("select count() from revlog")
time.sleep(1.1)
again, _ = export("anki", "again.apkg")
log = take(again)
assert not log.new and not log.conflicting, (len(log.new), len(log.conflicting))
assert collection.note_count() == notes and collection.card_count() == sides, "a second package made duplicates"
assert collection.db.scalar("select count() from revlog") == reviews == 8
assert [(collection.get_card(id).ivl, collection.get_card(id).reps) for id in reviewed] == states, "history was lost"
problems, fixed = collection.fix_integrity()
assert fixed, problems

# What Anki writes, in its current form and in the old one, is read here with its history.
for legacy in (False, True):
    out = FOLDER / f"from-anki-{legacy}.apkg"
    options = ExportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy)
    collection.export_anki_package(out_path=str(out), options=options, limit=None)
    course = FOLDER / f"course-{legacy}"
    told, noted = run("import", out, "--into", course, "--history", "--json")
    back = json.loads(told)[0]
    assert back["dropped"] == 0 and back["kept"] + back["changed"] == notes, {k: back[k] for k in ("kept", "changed", "dropped")}
    assert "8 reviews taken over" in noted, noted
    rows = run("export", "--format", "reviews", "--course", course)[0].splitlines()
    assert len(rows) == 1 + 8, rows
    # And back into Anki: the same notes.
    out, _ = export("anki", f"back-{legacy}.apkg", "--course", course)
    time.sleep(1.1)
    log = take(out)
    assert not log.new and collection.note_count() == notes, f"{len(log.new)} notes came back as new ones"
collection.close()
print(f"judge Anki: {notes} notes and {sides} cards, twice, no duplicate, 8 reviews kept; both its forms are read")
