"""The cases, as data: what is plugged in, what is done, what must be seen."""

from dataclasses import dataclass, field
from functools import lru_cache

import inputs
import omron
from devices import MIB, MTPPlayer, OmronPedometer, Stick
from expectations import (
    EXFAT,
    TOLD,
    UNMOUNTED,
    any_sync,
    nothing_new,
    of,
    pulled_early,
    read,
    synced,
)
from steps import (
    Days,
    Devices,
    Drop,
    FileCount,
    Files,
    Forget,
    Guest,
    Journal,
    NotSaid,
    Plug,
    Ratio,
    ReadsAtMost,
    Reload,
    Restart,
    SaysOnce,
    SeesDevice,
    Stamp,
    StartDaemon,
    StopDaemon,
    UnitIsUnderstood,
    Unplug,
    UnplugAfterReading,
)

# Where a tracker keeps what it wrote down (USB.md §1.1); read from sticks and over MTP alike.
FOLDER = "GARMIN/Activity"


@dataclass
class Case:
    """A case: the devices are made anew for it, the daemon starts with an empty state."""

    name: str
    tells: str
    steps: list
    devices: list = field(default_factory=list)
    # Files that the guest is given, to be dropped into folders: {name: bytes}.
    drops: dict = field(default_factory=dict)
    # Seconds; against what hangs, generous for a machine that has other things to do.
    limit: float = 240
    # Part of the quick subset.
    quick: bool = False
    # Whether the daemon runs before the first step.
    started: bool = True
    # A guest of its own, started from nothing.
    alone: bool = False


@lru_cache
def minutes(days, until=1, seed=1):
    return inputs.Minutes(days, until, seed)


def month():
    """A month of minutes, about a megabyte."""
    return minutes(30)


def tracker_files(data=None):
    return {f"{FOLDER}/steps.csv": (data or month()).csv}


def invented_memory():
    """A week of an invented pedometer; today has only hours that are over by the guest's clock."""
    days = [{7: (1200 + ago, 900), 8: (300, 0), 9: (55, 0)} for ago in range(7)]
    for ago, day in enumerate(days[1:], start=1):
        day[18] = (2500 - ago, 2000)
    return omron.Memory(serial="AMB7200000042", days=days)


def memory_totals():
    return {inputs.day(ago): steps for ago, steps in enumerate(invented_memory().totals())}


def file_system(kind="vfat"):
    """What udev says of a file system that is ready."""
    return {"SUBSYSTEM": "block", "ID_BUS": "usb", "ID_FS_TYPE": kind}


def partitioned(layout, system):
    serial = f"AMBLE{layout.upper()}"
    return Case(
        name=layout,
        tells=f"a stick with a table of partitions ({layout.upper()}, {system}) is read",
        devices=[Stick(layout, tracker_files(), system=system, layout=layout)],
        steps=[
            Plug(layout),
            Journal(synced(serial, files=1)),
            Days(month().totals),
            Devices(serial, "files"),
            Unplug(layout),
        ],
    )


def all_cases():
    """All of them, in the order that they run in. The first is a stick, so that the daemon has
    started in a kernel that has never seen a disk on USB."""
    year = minutes(365)
    year_files = tracker_files(year)
    return [
        Case(
            name="stick",
            tells="a stick is plugged in while the daemon runs, and read",
            quick=True,
            devices=[Stick("hot", tracker_files())],
            steps=[
                Plug("hot"),
                SeesDevice(file_system()),
                Journal(synced("AMBLEHOT", files=1)),
                Days(month().totals),
                FileCount(1),
                Devices("AMBLEHOT", "files"),
                Unplug("hot"),
                Days(month().totals),
            ],
        ),
        Case(
            name="unit",
            tells="systemd understands the unit, and reloads the daemon",
            quick=True,
            steps=[UnitIsUnderstood(), Reload()],
        ),
        Case(
            name="folder",
            tells="a file dropped into the inbox is read under the unit",
            quick=True,
            drops={"month.csv": month().csv},
            steps=[
                Drop("month.csv"),
                Journal(TOLD),
                Days(month().totals),
                Files({"month.csv": "taken"}),
            ],
        ),
        Case(
            name="again",
            tells="a stick unplugged after the sync and plugged in again is not read again",
            devices=[Stick("again", tracker_files(minutes(90)))],
            steps=[
                Plug("again"),
                Journal(synced("AMBLEAGAIN", files=1)),
                Unplug("again"),
                Plug("again"),
                Journal(nothing_new("AMBLEAGAIN")),
                ReadsAtMost("again", 3 * MIB // 2),
                Days(minutes(90).totals),
                FileCount(1),
                Unplug("again"),
            ],
        ),
        Case(
            name="yank",
            tells="a stick pulled out in mid-file leaves nothing half, and is read later",
            limit=400,
            devices=[Stick("yank", year_files, speed=4 * MIB)],
            steps=[
                Plug("yank"),
                UnplugAfterReading("yank", 5 * MIB),
                Journal(pulled_early("AMBLEYANK")),
                NotSaid(any_sync("AMBLEYANK")),
                FileCount(0),
                Plug("yank"),
                Journal(synced("AMBLEYANK", files=1), within=150),
                Days(year.totals),
                Unplug("yank"),
            ],
        ),
        partitioned("mbr", "fat16"),
        partitioned("gpt", "fat32"),
        Case(
            name="cold",
            tells="a stick that was there before the daemon is read when it starts",
            started=False,
            devices=[Stick("cold", tracker_files())],
            steps=[
                Plug("cold"),
                SeesDevice(file_system()),
                StartDaemon(),
                Journal(synced("AMBLECOLD", files=1)),
                Days(month().totals),
                Unplug("cold"),
            ],
        ),
        Case(
            name="exfat",
            tells="a stick with exFAT is named in one sentence and left alone",
            devices=[Stick("exfat", {}, system="exfat")],
            steps=[
                Plug("exfat"),
                Journal(EXFAT),
                SaysOnce(EXFAT),
                Unplug("exfat"),
            ],
        ),
        Case(
            name="mounted",
            tells="a stick of another file system is read once somebody has mounted it",
            devices=[Stick("other", tracker_files(), system="ext4", label="OTHER")],
            steps=[
                Plug("other"),
                Journal(of("AMBLEOTHER", UNMOUNTED)),
                Guest("mount -o ro,noload /dev/disk/by-label/OTHER /mnt"),
                Journal(synced("AMBLEOTHER", files=1)),
                Days(month().totals),
                Devices("AMBLEOTHER", "files"),
                Unplug("other"),
                # A mount whose stick is gone shows an empty folder; nothing may follow from that.
                Days(month().totals),
                Guest("umount --lazy /mnt"),
                Plug("other"),
                Journal(of("AMBLEOTHER", UNMOUNTED)),
                Guest("mount -o ro,noload /dev/disk/by-label/OTHER /mnt"),
                Journal(nothing_new("AMBLEOTHER")),
                Guest("umount /mnt"),
                Unplug("other"),
            ],
        ),
        Case(
            name="mtp",
            tells="a tracker that speaks MTP is read",
            quick=True,
            devices=[MTPPlayer("player", tracker_files())],
            steps=[
                Plug("player"),
                Journal(synced("AMBLEPLAYER", files=1)),
                Days(month().totals),
                Devices("AMBLEPLAYER", "mtp"),
                Unplug("player"),
                Plug("player"),
                Journal(nothing_new("AMBLEPLAYER")),
                Unplug("player"),
            ],
        ),
        Case(
            name="omron",
            tells="an Omron pedometer is read, its hours become days, its memory stays",
            quick=True,
            devices=[OmronPedometer("omron", invented_memory())],
            steps=[
                Plug("omron"),
                Journal(read("AMB7200000042")),
                Days(memory_totals()),
                Devices("AMB7200000042", "omron"),
                Unplug("omron"),
                Plug("omron"),
                Journal(nothing_new("AMB7200000042")),
                Days(memory_totals()),
                Unplug("omron"),
            ],
        ),
        Case(
            name="garbled",
            tells="a garbled packet of the pedometer is asked for again and harms nothing",
            devices=[OmronPedometer("garbled", invented_memory(), garbled_report=20)],
            steps=[
                Plug("garbled"),
                Journal(read("AMB7200000042")),
                Days(memory_totals()),
                Unplug("garbled"),
            ],
        ),
        Case(
            name="together",
            tells="a stick, an MTP tracker and a pedometer at the same time are all read",
            devices=[
                Stick("stick", tracker_files(minutes(10, until=21))),
                MTPPlayer("player", tracker_files(minutes(10, until=11))),
                OmronPedometer("omron", invented_memory()),
            ],
            steps=[
                Plug("omron", "player", "stick"),
                Journal(any_sync("AMB7200000042")),
                Journal(any_sync("AMBLEPLAYER")),
                Journal(any_sync("AMBLESTICK")),
                Days(minutes(10, until=21).totals),
                Days(minutes(10, until=11).totals),
                Days(memory_totals()),
                Devices("AMBLESTICK", "files"),
                Devices("AMBLEPLAYER", "mtp"),
                Devices("AMB7200000042", "omron"),
                Unplug("player"),
                Unplug("stick"),
                Unplug("omron"),
            ],
        ),
        Case(
            name="year",
            tells="a year of minutes on a stick takes at most 1.5 times as long as from a folder",
            limit=400,
            devices=[Stick("year", year_files)],
            drops={"year.csv": year.csv},
            steps=[
                Drop("year.csv"),
                Stamp("told of the folder", pattern=TOLD),
                Days(year.totals),
                Forget(),
                Plug("year"),
                Stamp("ready", properties=file_system()),
                Stamp("told of the stick", pattern=TOLD),
                Journal(synced("AMBLEYEAR", files=1)),
                Days(year.totals),
                Ratio(("ready", "told of the stick"), ("drop", "told of the folder"), limit=1.5),
                Unplug("year"),
            ],
        ),
        Case(
            name="boot",
            tells="a stick that is there when the computer starts is read by the enabled unit",
            alone=True,
            limit=400,
            devices=[Stick("boot", tracker_files())],
            steps=[
                StopDaemon(),
                Plug("boot"),
                Restart(),
                Journal(synced("AMBLEBOOT", files=1)),
                Days(month().totals),
                Unplug("boot"),
            ],
        ),
    ]
