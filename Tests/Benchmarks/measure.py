"""Runs a program and says what it cost."""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Cost:
    """What one run took."""

    wall: float  # seconds
    cpu: float  # seconds, user and system
    peak: int  # bytes


def run(command, env=None, before=None, statuses=(0,)):
    """Runs a command once. `before` runs first and is not counted."""
    if before:
        before()
    begin = time.perf_counter()
    child = subprocess.Popen(
        [str(part) for part in command],
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    complaint = child.stderr.read()[-2000:].decode(errors="replace")
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - begin
    if child.returncode not in statuses:
        raise RuntimeError(f"{command[0]} ended with {child.returncode}: {complaint}")
    # Bytes of peak below what measures itself are not seen: Linux keeps the larger over exec.
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def median(costs):
    """The median of each part by itself."""
    return Cost(
        statistics.median(cost.wall for cost in costs),
        statistics.median(cost.cpu for cost in costs),
        max(cost.peak for cost in costs),
    )


def together(rounds, runs):
    """Runs several things in turn, so that what else the machine does falls on all of them.

    `runs` is a dictionary of functions that give a cost; the answer has the medians.
    """
    costs = {name: [] for name in runs}
    for _ in range(rounds):
        for name, once in runs.items():
            costs[name].append(once())
    return {name: median(some) for name, some in costs.items()}


def line(name, cost, wish=""):
    load = os.getloadavg()[0]
    print(
        f"  {name:<44}{cost.wall:9.3f} s {cost.cpu:9.3f} s cpu"
        f"{cost.peak / 2**20:8.1f} MiB   load {load:.1f}  {wish}",
        flush=True,
    )


def ratio(name, own, peer, wish):
    print(
        f"  → {name:<42}{own.wall / peer.wall:8.2f} by the clock,"
        f" {own.cpu / peer.cpu:.2f} by cpu   (wish: {wish})",
        flush=True,
    )
