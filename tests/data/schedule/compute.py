#!/usr/bin/env python3
"""Review histories by chance, and what the package `fsrs` of PyPI, another implementation of FSRS-6, makes of them.
Writes expected.json beside it: for each history its reviews as [day, grade 1 to 4, stability, difficulty, days to wait].

    pip install fsrs==6.3.2
    python3 tests/data/schedule/compute.py          # write
    python3 tests/data/schedule/compute.py --check  # compare with what is committed
"""

import json
import random
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

from fsrs import Card, Rating, Scheduler

EXPECTED = Path(__file__).parent / "expected.json"
START = datetime(2026, 1, 1, 12, tzinfo=timezone.utc)
# Grades as three learners give them: mostly right, half right, anything.
WEIGHTS = [(1, 2, 14, 3), (5, 3, 5, 1), (1, 1, 1, 1)]


def history(chance, weights, length):
    # Steps and fuzz are the program's own; without them every wait is what FSRS gives.
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card, day, reviews = Card(card_id=1), 0, []
    for _ in range(length):
        grade = chance.choices((1, 2, 3, 4), weights)[0]
        card, _ = scheduler.review_card(card, Rating(grade), START + timedelta(days=day))
        wait = (card.due - card.last_review).days
        reviews.append([day, grade, round(card.stability, 7), round(card.difficulty, 7), wait])
        # On the same day again, early, on time, late, very late.
        day += chance.choice((0, 0, wait // 2, wait, wait, wait, wait + 3, 2 * wait))
        if day > 20_000 or card.stability > 20_000:  # longer than anybody learns; limits differ
            break
    return reviews


def main():
    chance = random.Random(2026)
    histories = [history(chance, weights, 30) for weights in WEIGHTS for _ in range(20)]
    text = "[\n" + ",\n".join(json.dumps(reviews) for reviews in histories) + "\n]\n"
    if "--check" in sys.argv:
        sys.exit(0 if EXPECTED.read_text() == text else "expected.json is not what fsrs computes")
    EXPECTED.write_text(text)


if __name__ == "__main__":
    main()
