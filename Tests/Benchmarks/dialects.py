"""Makes a long export out of a sample: its records again and again, each time a day earlier.

So every dialect has a benchmark as soon as it has a sample. Where the dates of a sample are written in
a way that is not known here, its records are repeated as they are."""

import datetime
import gzip
import json
import re
import shutil
import sqlite3
import subprocess
import zipfile

TARGET = 8 << 20
# A reading before 2000 is implausible, which would measure something else.
EARLIEST = datetime.date(2001, 1, 1)
LATEST = datetime.date(2026, 11, 1)
DAY = 86_400


def _epoch(match, days):
    digits = match[0]
    unit = 10 ** (len(digits) - 10)
    return str(int(digits) - days * DAY * unit)


FORMS = [
    (re.compile(r"\b(20\d\d)(?P<sep>[-/.])(\d\d)(?P=sep)(\d\d)(?=\D)"), (1, 3, 4), "iso"),
    (re.compile(r"\b(\d{1,2})(?P<sep>/)(\d{1,2})(?P=sep)(20\d\d)\b"), (4, 1, 3), "month"),
    (re.compile(r"\b(\d{1,2})(?P<sep>[-.])(\d{1,2})(?P=sep)(20\d\d)\b"), (4, 3, 1), "day"),
    (re.compile(r"\b1[5-9]\d{8}(?:\d{3}|\d{9})?\b"), None, "epoch"),
]
WRITTEN = {
    "iso": "{y:04}{s}{m:02}{s}{d:02}", "month": "{m}{s}{d}{s}{y:04}", "day": "{d:02}{s}{m:02}{s}{y:04}",
}


def earlier(text, days):
    """The text with every date so many days earlier."""
    for pattern, groups, name in FORMS:
        if groups is None:
            text = pattern.sub(lambda match: _epoch(match, days), text)
            continue

        def moved(match, groups=groups, form=WRITTEN[name]):
            year, month, day = (int(match[group]) for group in groups)
            try:
                date = datetime.date(year, month, day) - datetime.timedelta(days)
            except ValueError:
                return match[0]
            return form.format(y=date.year, m=date.month, d=date.day, s=match["sep"])

        text = pattern.sub(moved, text)
    return text


def _inspected(amble, path, env):
    shown = subprocess.run(
        [amble, "inspect", "--json", path], env=env, capture_output=True, text=True, check=False
    ).stdout
    return json.loads(shown) if shown.strip() else {}


def _parts(name, text, first):
    """What stands before the records, the records, what joins them, and what stands behind."""
    if name.endswith(".csv"):
        lines = text.splitlines(keepends=True)
        start = max(first - 1, 1)
        width = lines[start].count(",")
        end = next((i for i in range(start, len(lines)) if lines[i].count(",") != width), len(lines))
        return "".join(lines[:start]), "".join(lines[start:end]), "", ""
    if name.endswith(".json"):
        open_ = text.index("{", text.index("["))
        close = text.rindex("}", 0, text.rindex("]")) + 1
        return text[:open_], text[open_:close], ",", text[close:]
    root = re.search(r"<(?:\w+:)?(gpx|HealthData|TrainingCenterDatabase)\b", text)
    record = r"<((?:\w+:)?(?:trk|Record|Workout|Activity))\b"
    begin = re.search(record, text[root.end():]).start() + root.end()
    ends = [m.end() for m in re.finditer(r"</(?:\w+:)?(?:trk|Record|Workout|Activity)>|/>\s*(?=<)", text)]
    close = max(end for end in ends if end > begin)
    return text[:begin], text[begin:close], "\n", text[close:]


def _is_time(value):
    """Whether a number is a time of this century, in seconds or milliseconds."""
    return isinstance(value, int) and 10**9 < value < 2 * 10**9 or \
        isinstance(value, int) and 10**12 < value < 2 * 10**12


def _longer_table(database, table, rounds):
    """Puts the rows of a table into it again and again, each time a day earlier."""
    columns = [
        (name, key) for _, name, _, _, _, key, hidden in
        database.execute(f'PRAGMA table_xinfo("{table}")') if not hidden
    ]
    # The number of a row is drawn anew; a key of more columns has a time in it.
    if sum(1 for _, key in columns if key) == 1:
        columns = [(name, key) for name, key in columns if not key]
    names = ", ".join(f'"{name}"' for name, _ in columns)
    rows = database.execute(f'SELECT {names} FROM "{table}"').fetchall()
    if not any(_is_time(value) for row in rows for value in row):
        return
    marks = ", ".join("?" * len(columns))
    for days in range(1, rounds):
        seconds = days * DAY
        database.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', [
            [
                value - seconds * (1000 if value > 10**12 else 1) if _is_time(value) else value
                for value in row
            ] for row in rows
        ])


def stretch_database(amble, sample, target, env):
    """Writes the long database of a sample; its dialect, or nothing where it cannot be made."""
    seen = _inspected(amble, sample, env)
    if seen.get("outcome") not in ("taken", "partly"):
        return None
    shutil.copy(sample, target)
    rounds = (LATEST - EARLIEST).days
    with sqlite3.connect(target) as database:
        listed = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in listed:
            # The parts of a session know it by its number, which the copies do not have.
            if not table.startswith("sqlite_") and "session" not in table:
                _longer_table(database, table, rounds)
    return seen["dialect"]


def packed(path):
    """A text packed as it is downloaded, as zip and as gzip."""
    zipped, gzipped = path.with_suffix(".zip"), path.with_name(path.name + ".gz")
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(path, path.name)
    with open(path, "rb") as plain, gzip.open(gzipped, "wb", 6) as out:
        shutil.copyfileobj(plain, out)
    return [zipped, gzipped]


def stretch(amble, sample, target, env):
    """Writes the long export of a sample; its dialect, or nothing where it cannot be made."""
    if sample.suffix == ".db":
        return stretch_database(amble, sample, target, env)
    seen = _inspected(amble, sample, env)
    if seen.get("outcome") not in ("taken", "partly") or not seen.get("preview"):
        return None
    text = sample.read_bytes().decode("utf-8-sig")
    try:
        head, records, joint, tail = _parts(sample.name, text, seen["preview"][0].get("line", 2))
    except (ValueError, AttributeError, IndexError):
        return None
    rounds = min(TARGET // max(1, len(records)), (LATEST - EARLIEST).days)
    with open(target, "w", encoding="utf-8", newline="") as out:
        out.write(head)
        for days in range(rounds):
            out.write((joint if days else "") + earlier(records, days))
        out.write(tail)
    return seen["dialect"]
