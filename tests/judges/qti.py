"""text2qti, whose packages Canvas takes: ours have the same parts for each kind of question."""

import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from common import FOLDER, export

source = FOLDER / "model.txt"
source.write_text(
    """Quiz title: Model

1.  Which?
... General.
*a) This
... Yes.
b)  That

2.  Which ones?
[*] This
[*] That
[ ] Other

3.  Which word?
* this
* that

4.  How many?
=   3.5 +- 0.5

5.  So?
*a) True
b) False
""",
    encoding="utf-8",
)
subprocess.run([str(Path(sys.executable).with_name("text2qti")), str(source)], check=True, cwd=FOLDER, capture_output=True)


def bare(tag):
    return tag.rsplit("}", 1)[-1]


def parts(node, path=""):
    """Every element of an item by its path, with the names of its attributes."""
    here = f"{path}/{bare(node.tag)}"
    yield here, frozenset(node.attrib)
    for child in node:
        yield from parts(child, here)


def kinds(file):
    """The parts that the items of each kind have; what the manifest says its resources are."""
    found, types = {}, set()
    with zipfile.ZipFile(file) as package:
        names = [name for name in package.namelist() if not name.endswith("/")]
        for name in names:
            root = ElementTree.fromstring(package.read(name))
            if bare(root.tag) == "manifest":
                for resource in root.iter():
                    if bare(resource.tag) == "resource":
                        types.add(resource.get("type"))
                    if bare(resource.tag) == "file":
                        assert resource.get("href") in names, resource.get("href")
            for item in (node for node in root.iter() if bare(node.tag) == "item"):
                fields = [[part.text for part in field] for field in item.iter() if bare(field.tag) == "qtimetadatafield"]
                kind = dict(fields)["question_type"]
                found.setdefault(kind, set()).update(parts(item))
    return found, types


def must(theirs):
    """What belongs to every item of a kind: not what is said to answers, nor ways to write a number more exactly."""
    loose = ("feedback", "original_answer_ids", "/and/vargt", "vargte", "varlte", "render_fib", "/or")
    return {part for part in theirs if not any(word in part[0] for word in loose)}


theirs, their_types = kinds(FOLDER / "model.zip")
file, report = export("qti", "course.zip")
ours, our_types = kinds(file)
assert our_types == their_types, (our_types, their_types)
compared = sorted(set(ours) & set(theirs))
assert {"multiple_choice_question", "multiple_answers_question", "true_false_question"} <= set(compared), compared
for kind in compared:
    missing = must(theirs[kind]) - ours[kind]
    assert not missing, f"{kind} lacks {sorted(missing)}"
print(f"judge text2qti: {', '.join(compared)} have the parts that its packages have")
