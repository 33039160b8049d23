"""What the daemon is expected to write into the journal: the one place that knows its words.

Each is a regular expression that is searched for in one entry of the unit's journal."""

import re

DATE = r"\d{4}-\d{2}-\d{2}"
DAYS = rf"days? {DATE}( to {DATE})? changed"
# What the unit says of a device that was read to its end.
SYNCED = "synced, safe to unplug"


def of(serial, words):
    """Something said of a device, which stands before it with its serial number."""
    return rf"\({re.escape(serial)}\): {words}"


def any_sync(serial):
    """The device was read to its end, whatever was on it."""
    return of(serial, SYNCED)


def synced(serial, files):
    """The device was read to its end, with so many files that are new."""
    return of(serial, rf"{SYNCED}: {files} new files?\b.*{DAYS}")


def read(serial):
    """The same for a pedometer, which keeps no files."""
    return of(serial, rf"{SYNCED}: .*{DAYS}")


def nothing_new(serial):
    """The device was read, and everything was known."""
    return of(serial, rf"{SYNCED}: (0 new files, )?(no day changed|nothing new)")


def pulled_early(serial):
    """The plug was pulled while the device was read."""
    return of(serial, r"(.*not read to its end|.*(unplugged|went away|pulled out))")


# The daemon is ready: every watched folder is listed and armed.
READY = r"^Watching\b"
# One sentence about a stick that is not read.
EXFAT = r"exFAT"
# One sentence about a stick that somebody must mount.
UNMOUNTED = r"ext4: mount it"
# Everything that was read is told: the last word after a year of data.
TOLD = r"Older days were told in the summary log"
# Words that no run may leave in the unit's journal.
BAD = r"(?i)fatal error|crash|assertion|segmentation|core-dump|watchdog timeout|Failed with result"
