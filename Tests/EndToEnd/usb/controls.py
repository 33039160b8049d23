"""The harness's own cases: a probe stands in for the daemon. One run of it is sound; each of the
others does one thing wrong, which has to be caught."""

import re
from dataclasses import dataclass

from cases import Case, file_system, invented_memory, minutes, tracker_files
from devices import MIB, MTPPlayer, OmronPedometer, Stick
from expectations import any_sync
from steps import (
    Days,
    Journal,
    Plug,
    ReadsAtMost,
    Restart,
    SaysOnce,
    SeesDevice,
    StopDaemon,
    Unplug,
    UnplugAfterReading,
)

PEDOMETER = invented_memory().serial
SERIALS = ("AMBLESTICK", "AMBLEMBR", "AMBLEGPT", "AMBLEPLAYER", PEDOMETER)


@dataclass
class Behave:
    """Tells the probe what to do wrong."""

    how: str

    def perform(self, run):
        run.guest.must(f"echo {self.how} >/run/probe")
        return f"the probe {self.how}"


@dataclass
class Control:
    """A case, and the fault that it has to end with; none is to pass."""

    case: Case
    fault: str = ""


def stick(name="stick", **how):
    return Stick(name, tracker_files(minutes(3)), **how)


def stick_case(name, tells, behaviour, *more):
    steps = [Behave(behaviour), Plug("stick"), Journal(any_sync("AMBLESTICK"), within=20), *more]
    return Case(name, tells, steps, devices=[stick()])


def pedometer_case(name, tells, behaviour):
    steps = [Behave(behaviour), Plug("omron"), Journal(any_sync(PEDOMETER)), Unplug("omron")]
    return Case(name, tells, steps, devices=[OmronPedometer("omron", invented_memory())])


def all_controls():
    return [
        Control(
            Case(
                "sound",
                "a probe that does nothing wrong passes with every kind of device",
                [
                    Behave("works"),
                    Plug("stick", "mbr", "gpt", "player", "omron"),
                    SeesDevice(file_system()),
                    SeesDevice(file_system() | {"PARTN": "1"}),
                    *(
                        Journal(any_sync(serial))
                        for serial in SERIALS
                    ),
                    SaysOnce(any_sync("AMBLESTICK")),
                    Days({"2026-11-20": 1234}),
                    Unplug("stick"),
                    Plug("stick"),
                    Journal(any_sync("AMBLESTICK")),
                ],
                devices=[
                    stick(),
                    stick("mbr", layout="mbr", system="fat16"),
                    stick("gpt", layout="gpt"),
                    MTPPlayer("player", tracker_files(minutes(3))),
                    OmronPedometer("omron", invented_memory()),
                ],
            )
        ),
        Control(
            Case(
                "exfat",
                "an exFAT stick is one to udev",
                [Behave("works"), Plug("stick"), SeesDevice(file_system("exfat"))],
                devices=[Stick("stick", {}, system="exfat")],
            )
        ),
        Control(
            Case(
                "pulled",
                "a slow stick is pulled out while it is read",
                [Behave("works"), Plug("stick"), UnplugAfterReading("stick", 600_000)],
                devices=[stick(speed=MIB // 2)],
            )
        ),
        Control(
            Case(
                "restart",
                "a stick that is there when the guest restarts is seen after it",
                [StopDaemon(), Plug("stick"), Restart(), Journal(any_sync("AMBLESTICK"))],
                devices=[stick()],
                limit=400,
            )
        ),
        Control(stick_case("writes", "a sector that was written", "writes"), "was written to"),
        Control(pedometer_case("erases", "an erase command", "erases"), "told to erase"),
        Control(stick_case("crashes", "a crash", "crashes"), "ended or was restarted"),
        Control(stick_case("silent", "a device that is not read", "silent"), "no journal entry"),
        Control(
            stick_case("twice", "words said twice", "twice", SaysOnce(any_sync("AMBLESTICK"))),
            "2 times",
        ),
        Control(
            stick_case("total", "a wrong total", "works", Days({"2026-11-20": 1235})),
            "has 1234 steps, not 1235",
        ),
        Control(
            stick_case("reads", "a stick that is read", "works", ReadsAtMost("stick", MIB)),
            "bytes of stick were read",
        ),
    ]


def caught(control, faults):
    """What is wrong with what the harness found, in a sentence, or nothing."""
    if not control.fault:
        return "" if not faults else "this was sound, and it found faults"
    if any(re.search(control.fault, fault) for fault in faults):
        return ""
    return f"it was to find {control.fault!r}, and did not"
