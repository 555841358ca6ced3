"""Decks as programs write them with genanki: basic, reversed, cloze, typed, tags, nested decks and media."""

import json

import genanki

from common import FOLDER, listed, run

picture = FOLDER / "knot.png"
picture.write_bytes(b"\x89PNG\r\n\x1a\n")
deck = genanki.Deck(2059400110, "Ropes::Knots")
add = deck.add_note
add(genanki.Note(genanki.BASIC_MODEL, ["What is a <b>bowline</b>?", 'A loop <img src="knot.png">'], tags=["loop"]))
add(genanki.Note(genanki.BASIC_AND_REVERSED_CARD_MODEL, ["bowline", "Palstek"]))
add(genanki.Note(genanki.BASIC_OPTIONAL_REVERSED_CARD_MODEL, ["bend", "Stek", ""]))
add(genanki.Note(genanki.BASIC_TYPE_IN_THE_ANSWER_MODEL, ["2 + 2?", "4"]))
add(genanki.Note(genanki.CLOZE_MODEL, ["The {{c1::working end::part}} ties, {{c2::\\(x^2\\)}}.", ""]))
model = genanki.Model(
    1607392319,
    "Three sides",
    fields=[{"name": "Word"}, {"name": "Meaning"}, {"name": "Use"}],
    templates=[
        {"name": "1", "qfmt": "{{Word}}", "afmt": "{{FrontSide}}<hr>{{Meaning}}<br>{{Use}}"},
        {"name": "2", "qfmt": "{{Use}}", "afmt": "{{Word}}"},
        {"name": "3", "qfmt": "{{Meaning}}", "afmt": "{{Word}}"},
    ],
)
add(genanki.Note(model, ["hitch", "a fastening", "to a post"]))
out = FOLDER / "ropes.apkg"
package = genanki.Package(deck)
package.media_files = [str(picture)]
package.write_to_file(str(out))

course = FOLDER / "ropes"
report = json.loads(run("import", out, "--into", course, "--json")[0])[0]
assert report["dropped"] == 0 and report["kept"] + report["changed"] == 8, report
assert (course / "media" / "knot.png").read_bytes() == picture.read_bytes()
cards = listed("cards", "--course", course)
faces = json.dumps(cards, ensure_ascii=False)
for words in ["What is a bowline?", "Palstek", "The ____ ties, x^2.", "to a post"]:
    assert words in faces, (words, faces)
source = "".join(file.read_text(encoding="utf-8") for file in (course / "quizzes").iterdir())
assert "**bowline**" in source and "{{working end::part}}" in source and "{{$x^2$}}" in source, source
run("check", course)
# A second import brings nothing twice.
told, _ = run("import", out, "--into", course, "--json")
assert len(listed("cards", "--course", course)) == len(cards)
print(f"judge genanki: {len(cards)} cards of six kinds of notes and a picture are read, once")
