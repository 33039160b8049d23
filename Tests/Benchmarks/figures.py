"""The figures of DESIGN.md §7: `figures.py PROGRAMS FOLDER`, called by `run`."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import daemon
import dialects
import peers
from household import Household
from measure import line, ratio, run, together

MINUTE_WISH = "≤ 64 MiB"


def arguments():
    parser = argparse.ArgumentParser(prog="Tests/Benchmarks/run")
    parser.add_argument("programs", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="decade,gpx,files,state,daemon,dialects")
    parser.add_argument("--idle", type=int, default=60, help="seconds; 0 leaves the idling out")
    return parser.parse_args()


class Figures:
    def __init__(self, options):
        self.options = options
        self.rounds = options.rounds
        self.state = None

    def make(self, kind, name):
        """Makes an input in a process of its own."""
        path = self.options.folder / name
        if kind == "thousand":
            path.mkdir()
        script = Path(__file__).with_name("inputs.py")
        seed = str(self.options.seed)
        subprocess.run([sys.executable, script, kind, seed, path], check=True)
        return path

    def household(self, name):
        return Household(self.options.programs, self.options.folder / name)

    def against(self, own, runs, peer_commands, wishes):
        """Measures one of ours beside its peers and prints both."""
        found = {name: command for name, command in peer_commands.items() if command}
        for name, command in found.items():
            runs[name] = lambda command=command: run(command)
        costs = together(self.rounds, runs)
        for name, cost in costs.items():
            line(name, cost, MINUTE_WISH if name == own else "")
        for name in found:
            ratio(f"{own} / {name}", costs[own], costs[name], wishes[name])

    def decade(self):
        print("Ten years of minutes, 5.26 million rows: parsed, stored, derived, scored, told")
        path = self.make("decade", "decade.csv")
        house = self.state = self.household("decade")
        house.put(path)
        self.against(
            "ambled --once", {"ambled --once": house.fresh},
            {"pandas read_csv": peers.pandas(path)}, {"pandas read_csv": "≤ 1"},
        )
        print("The same file again: known by its hash")
        self.against(
            "ambled --once", {"ambled --once": house.once},
            {"sha256sum": peers.sha256sum(path)}, {"sha256sum": "about 1"},
        )
        size = (house.state / "amble.db").stat().st_size
        print(f"  the database takes {size / 2**20:.1f} MiB   (wish: < 30 MB)")

    def gpx(self):
        print("GPX of 28 MB, 237 600 points")
        path = self.make("gpx", "walks.gpx")
        house = self.household("gpx")
        house.put(path)
        self.against(
            "ambled --once", {"ambled --once": house.fresh},
            {"gpxpy": peers.gpxpy(path), "gpsbabel": peers.gpsbabel(path)},
            {"gpxpy": "≤ 0.05", "gpsbabel": "< 1"},
        )

    def files(self):
        print("Other shapes of the same")
        path = self.make("shuffled", "shuffled.csv")
        house = self.household("shuffled")
        house.put(path)
        line("ten years, every row anywhere", house.fresh(), MINUTE_WISH)
        house.clear()
        path.unlink()
        for day in sorted(self.make("thousand", "thousand").iterdir()):
            house.put(day)
        line("1000 files of a day", house.fresh(), MINUTE_WISH)

    def filled(self):
        """A household with ten years in its state."""
        if self.state is None:
            self.state = self.household("decade")
            self.state.put(self.make("decade", "decade.csv"))
            self.state.once()
        return self.state

    def state_of_ten_years(self):
        print("With ten years in the state")
        house = self.filled()
        house.clear()
        runs = {
            "amble today": lambda: house.amble("today"),
            "amble days --json": lambda: house.amble("days", "--json"),
            "ambled --once, nothing to do": house.once,
        }
        for name, cost in together(self.rounds, runs).items():
            line(name, cost, "≤ 0.05 s" if name == "amble today" else "")
        house.put(self.make("changed", "changed.csv"))
        line("ambled --once, one row changed", house.once(), "milliseconds more")

    def running(self):
        print("The daemon with ten years in the state")
        house = self.filled()
        house.clear()
        path = self.make("changed", "drop.csv")
        seconds = daemon.reaction(house, path, self.rounds)
        print(f"  dropped file → line in amble files {seconds * 1000:13.0f} ms")
        if self.options.idle > 0:
            resident, switches, threads = daemon.idle(house, self.options.idle)
            rate = switches * 60 / self.options.idle
            print(f"  resident after 10 s of rest {resident / 2**20:20.1f} MiB   (wish: ≤ 15)")
            print(f"  context switches a minute, {threads} threads {rate:10.1f}   (wish: ≤ 2)")

    def dialects(self):
        print("Each dialect: a sample made long, read by amble inspect, beside Python's own reader")
        house = self.household("dialects")
        samples = Path(__file__).resolve().parents[2] / "Samples"
        for sample in sorted(samples.iterdir()):
            if sample.suffix not in peers.READERS:
                continue
            path = self.options.folder / "dialects" / sample.name
            env = house.env | {"AMBLE_NOW": "2026-11-15T22:30:00+01:00"}
            dialect = dialects.stretch(self.options.programs / "amble", sample, path, env)
            if dialect is None:
                continue
            self.throughput(dialect, path, path.stat().st_size, env)
            # One text stands for all in an archive.
            if sample.name == "generic-minutes.csv":
                for archive in dialects.packed(path):
                    self.throughput(f"{dialect}, packed", archive, path.stat().st_size, env)
                    archive.unlink()
            path.unlink()

    def throughput(self, name, path, size, env):
        """Prints how fast a file of so many bytes, when it is unpacked, is read."""
        command = [self.options.programs / "amble", "inspect", path]
        costs = together(self.rounds, {
            "own": lambda: run(command, env, statuses=(0, 65)),
            "peer": lambda: run(peers.python(path), statuses=(0, 1)),
        })
        # Python's readers stop at what some samples are broken on purpose with.
        reads = subprocess.run(peers.python(path), capture_output=True, check=False).returncode
        own, peer = costs["own"], costs["peer"]
        print(
            f"  {name:<30}{path.suffix[1:]:<6}{size / 2**20:6.1f} MiB"
            f"{size / 1e6 / own.cpu:9.1f} MB/s{own.peak / 2**20:8.1f} MiB"
            + ("" if reads else f"   {own.cpu / peer.cpu:6.2f} × Python's"), flush=True,
        )


def main():
    figures = Figures(arguments())
    parts = {
        "decade": figures.decade, "gpx": figures.gpx, "files": figures.files,
        "state": figures.state_of_ten_years, "daemon": figures.running,
        "dialects": figures.dialects,
    }
    print(f"{figures.rounds} rounds, medians; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    for name in figures.options.only.split(","):
        parts[name]()


if __name__ == "__main__":
    main()
