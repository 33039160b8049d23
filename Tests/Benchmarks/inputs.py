"""Makes the inputs of the benchmarks; the same seed makes the same bytes.

Run as a program, so that what measures stays small: inputs.py KIND SEED PATH
"""

import datetime
import random
import sys

START = datetime.date(2016, 1, 1)
DAYS = 3653
CLOCKS = [f"T{m // 60:02}:{m % 60:02}:00+01:00," for m in range(1440)]
HEADER = "timestamp,steps\n"


def day_counts(rng):
    """The steps of each minute of a day: a night of zeros, errands, one to three walks."""
    counts = [0] * 1440
    for _ in range(rng.randrange(25, 60)):
        first = rng.randrange(400, 1350)
        for minute in range(first, min(1440, first + rng.randrange(1, 6))):
            counts[minute] = rng.randrange(3, 60)
    for _ in range(rng.randrange(1, 4)):
        first = rng.randrange(420, 1260)
        cadence = rng.randrange(85, 118)
        for minute in range(first, first + rng.randrange(8, 45)):
            counts[minute] = max(0, cadence + rng.randrange(-12, 13))
    return counts


def rows(rng, day):
    date = (START + datetime.timedelta(days=day)).isoformat()
    counts = day_counts(rng)
    return [f"{date}{clock}{count}\n" for clock, count in zip(CLOCKS, counts)]


def decade(rng, path):
    """Ten years of minutes in order: 5 260 320 rows."""
    with open(path, "w") as file:
        file.write(HEADER)
        for day in range(DAYS):
            file.writelines(rows(rng, day))


def shuffled(rng, path):
    """The same ten years, every row anywhere."""
    everything = [row for day in range(DAYS) for row in rows(rng, day)]
    rng.shuffle(everything)
    with open(path, "w") as file:
        file.write(HEADER)
        file.writelines(everything)


def thousand(rng, path):
    """A thousand files of one day each, in a folder."""
    for day in range(1000):
        with open(f"{path}/day-{day:04}.csv", "w") as file:
            file.write(HEADER)
            file.writelines(rows(rng, day))


def changed(rng, path):
    """A file of one row: another source in the middle of the ten years."""
    with open(path, "w") as file:
        minute = rng.randrange(1440)
        file.write(f"timestamp,steps,source\n2021-03-10{CLOCKS[minute]}77,other\n")


def gpx(rng, path):
    """Walks of an hour, a point a second, 28 MB."""
    latitude, longitude, height = 59.9, 10.7, 120.0
    with open(path, "w") as file:
        file.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="bench" '
            'xmlns="http://www.topografix.com/GPX/1/1">\n'
        )
        for walk in range(66):
            begin = datetime.datetime(2020, 1, 1, 8) + datetime.timedelta(days=walk)
            file.write(f"<trk><name>Walk {walk}</name><trkseg>\n")
            for second in range(3600):
                latitude += rng.uniform(0, 2e-5)
                longitude += rng.uniform(-1e-5, 2e-5)
                height += rng.uniform(-0.3, 0.3)
                time = (begin + datetime.timedelta(seconds=second)).isoformat()
                file.write(
                    f'   <trkpt lat="{latitude:.7f}" lon="{longitude:.7f}">\n'
                    f"    <ele>{height:.1f}</ele>\n    <time>{time}Z</time>\n   </trkpt>\n"
                )
            file.write("</trkseg></trk>\n")
        file.write("</gpx>\n")


if __name__ == "__main__":
    kinds = {f.__name__: f for f in (decade, shuffled, thousand, changed, gpx)}
    kinds[sys.argv[1]](random.Random(int(sys.argv[2])), sys.argv[3])
