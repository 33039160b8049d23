"""The tools that Amble is measured against, as far as they are here."""

import importlib.util
import shutil
import sys

PANDAS = """
import sys, pandas
frame = pandas.read_csv(sys.argv[1], parse_dates=[0])
assert len(frame) > 5_000_000 and str(frame.dtypes.iloc[0]).startswith("datetime64"), frame.dtypes
"""

GPXPY = """
import sys, gpxpy
with open(sys.argv[1]) as file:
    gpx = gpxpy.parse(file)
assert sum(len(s.points) for t in gpx.tracks for s in t.segments) > 200_000
"""


# What Python's own reader of each form needs only to walk through a file.
READERS = {
    ".csv": """
import csv, sys
csv.field_size_limit(1 << 30)
for row in csv.reader(open(sys.argv[1], newline="", encoding="utf-8-sig")): pass
""",
    ".json": """
import json, sys
json.load(open(sys.argv[1], encoding="utf-8-sig"))
""",
    ".xml": """
import sys, xml.parsers.expat
parser = xml.parsers.expat.ParserCreate()
parser.StartElementHandler = lambda name, attributes: None
parser.ParseFile(open(sys.argv[1], "rb"))
""",
    ".db": """
import sqlite3, sys
database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro&immutable=1", uri=True)
tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
for table, in tables:
    for row in database.execute(f'SELECT * FROM "{table}"'): pass
""",
    ".zip": """
import csv, io, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
for name in archive.namelist():
    text = io.TextIOWrapper(archive.open(name), encoding="utf-8-sig", newline="")
    for row in csv.reader(text): pass
""",
    ".gz": """
import csv, gzip, sys
for row in csv.reader(gzip.open(sys.argv[1], "rt", newline="", encoding="utf-8-sig")): pass
""",
}
READERS[".gpx"] = READERS[".tcx"] = READERS[".xml"]


def _module(name, program, path):
    if importlib.util.find_spec(name) is None:
        print(f"  {name} is not installed (pip install {name}): left out")
        return None
    return [sys.executable, "-c", program, path]


def pandas(path):
    return _module("pandas", PANDAS, path)


def gpxpy(path):
    return _module("gpxpy", GPXPY, path)


def gpsbabel(path):
    if shutil.which("gpsbabel") is None:
        print("  gpsbabel is not installed (apt install gpsbabel): left out")
        return None
    return ["gpsbabel", "-t", "-i", "gpx", "-f", path]


def sha256sum(path):
    return ["sha256sum", path]


def python(path):
    """Python's own reader over a file, by its ending."""
    return [sys.executable, "-c", READERS[path.suffix], path]
