"""Runs the cases and prints what became of them; `run` is the door."""

import argparse
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path

import controls
import guest
import payload
from cases import all_cases
from channel import Trouble
from steps import STATE, UNIT, Failure, StartDaemon, entries, unit_faults

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[2]


class TooLate(Failure):
    """The case's time is up."""


class Run:
    """One case at work in a guest: what its steps look at and change."""

    def __init__(self, case, machine, folder):
        self.case = case
        self.guest = machine
        self.folder = folder
        self.devices = {device.name: device for device in case.devices}
        self.attached = []
        self.stamps = {}
        self.deadline = time.monotonic() + case.limit
        self.mark = self.begin = len(machine.journal())
        self.event_mark = len(machine.device_events())

    def fresh_state(self):
        """The daemon with an empty state, as the case wants it: running or not."""
        self.guest.must(
            f"systemctl stop {UNIT}; systemctl reset-failed {UNIT}; rm -rf {STATE}"
        )
        if self.case.started:
            StartDaemon().perform(self)

    def attach(self, name):
        self.devices[name].attach(self.guest.qmp)
        self.attached.append(name)

    def detach(self, name):
        self.attached.remove(name)
        self.devices[name].detach(self.guest.qmp)

    def perform(self):
        """Does all steps; gives back what is wrong, in sentences."""
        faults = []
        try:
            for device in self.case.devices:
                device.make(self.folder)
            self.fresh_state()
            self.begin = self.mark = len(self.guest.journal())
            self._steps()
        except Failure as failure:
            faults.append(str(failure))
        faults += self._end()
        return faults

    def _steps(self):
        for step in self.case.steps:
            say(f"      {step.perform(self)}")
            if time.monotonic() > self.deadline:
                raise TooLate(f"took longer than its {self.case.limit} s")

    def _end(self):
        """What must hold after every case: the unit is sound, the devices are as they were."""
        for name in list(self.attached):
            self.detach(name)
        faults = unit_faults(self)
        if self.case.started and self.guest.run(f"systemctl is-active -q {UNIT}")[0] != 0:
            faults.append("the unit does not run at the end")
        self.guest.run(f"systemctl stop {UNIT}")
        faults += [fault for fault in unit_faults(self) if fault not in faults]
        for device in self.case.devices:
            faults += device.faults()
            device.close()
        return faults


def say(text):
    print(text, flush=True)


def find_faults(case, machine, folder):
    """Runs one case and prints what was seen; gives back the run, its faults and seconds."""
    say(f"  ▸ {case.name}: {case.tells}")
    place = folder / case.name
    place.mkdir()
    begin = time.monotonic()
    run = Run(case, machine, place)
    faults = run.perform()
    took = time.monotonic() - begin
    for fault in faults:
        say(f"      ✗ {fault}")
    shutil.rmtree(place)
    return run, faults, took


def run_case(case, machine, folder):
    """Runs one case and prints its verdict; gives back whether it passed."""
    run, faults, took = find_faults(case, machine, folder)
    if faults:
        say("      the unit's journal:")
        for entry in entries(run, since=run.begin)[-30:]:
            say(f"        [{entry['at']:9.3f}] {entry['text']}")
    say(f"{'FAIL' if faults else 'PASS'}  {case.name}  {took:.1f} s")
    return not faults


def run_controls(names, folder):
    """Runs the harness's own cases, or those named; gives back {name: caught}."""
    folder.mkdir()
    made = payload.Payload(folder / "payload")
    payload.add_probe(made, HERE / "probe")
    made.close()
    passed = {}
    with guest.Guest(made.path, folder) as machine:
        payload.install(machine)
        for control in controls.all_controls():
            if names and control.case.name not in names:
                continue
            _, faults, took = find_faults(control.case, machine, folder)
            wrong = controls.caught(control, faults)
            passed[control.case.name] = not wrong
            word = "FAIL" if wrong else "PASS"
            say(f"{word}  {control.case.name}  {took:.1f} s  {wrong}".rstrip())
    return passed


def make_payload(cases, folder, repository, programs):
    place = folder / "payload"
    made = payload.Payload(place)
    payload.add_amble(made, repository, programs)
    for case in cases:
        for name, data in case.drops.items():
            made.add(f"{payload.DROPS}/{name}", data)
    made.close()
    return place


def run_together(cases, folder, programs):
    """Runs cases in one guest; gives back {name: passed}. One that brings the guest into trouble
    has failed, and those that are left are for another guest."""
    folder.mkdir()
    place = make_payload(cases, folder, REPOSITORY, programs)
    begin = time.monotonic()
    passed = {}
    with guest.Guest(place, folder) as machine:
        payload.install(machine)
        say(f"  the guest is up and Amble installed after {time.monotonic() - begin:.1f} s")
        for case in cases:
            try:
                passed[case.name] = run_case(case, machine, folder)
            except Trouble as trouble:
                say(f"FAIL  {case.name}: the guest or a tool gave trouble: {trouble}")
                passed[case.name] = False
                break
    return passed


def run_all(cases, folder, programs):
    """Runs the cases in as few guests as can be."""
    passed = {}
    while waiting := [case for case in cases if case.name not in passed]:
        shared = [case for case in waiting if not case.alone] or waiting[:1]
        passed |= run_together(shared, folder / f"guest{len(passed)}", programs)
    return passed


def arguments(names):
    parser = argparse.ArgumentParser(prog="run")
    parser.add_argument("cases", nargs="*", metavar="CASE", help="all when none is named")
    parser.add_argument("--quick", action="store_true", help="the cases that cost seconds")
    parser.add_argument("--list", action="store_true", help="names the cases")
    parser.add_argument("--controls", action="store_true", help="proves that the harness catches")
    given = parser.parse_args()
    if given.controls:
        names = [control.case.name for control in controls.all_controls()]
    if unknown := set(given.cases) - set(names):
        parser.exit(64, f"There is no case {', '.join(sorted(unknown))}; run --list shows them.\n")
    return given


def verdict(passed, begin):
    """Prints the sum; gives back the exit status."""
    failed = [name for name, good in passed.items() if not good]
    took = time.monotonic() - begin
    say(f"{len(passed) - len(failed)} of {len(passed)} cases passed in {took:.0f} s")
    if failed:
        say(f"failed: {', '.join(failed)}")
    return 1 if failed else 0


def main():
    cases = all_cases()
    given = arguments([case.name for case in cases])
    if given.list:
        for case in cases:
            say(f"{case.name:10} {'quick' if case.quick else '     '}  {case.tells}")
        return 0
    if given.cases and not given.controls:
        cases = [case for case in cases if case.name in given.cases]
    elif given.quick:
        cases = [case for case in cases if case.quick]
    programs = Path(os.environ.get("AMBLE_PROGRAMS") or REPOSITORY / ".build/release")
    begin = time.monotonic()
    if not guest.is_frozen() and os.access(guest.cache(), os.W_OK):
        say("  freezing an idle guest, once …")
        guest.freeze()
    with tempfile.TemporaryDirectory(prefix="amble-usb.") as name:
        folder = Path(name)
        if given.controls:
            return verdict(run_controls(given.cases, folder / "controls"), begin)
        return verdict(run_all(cases, folder, programs), begin)


if __name__ == "__main__":
    # So that a run that is ended takes its guest with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))
    try:
        sys.exit(main())
    except Trouble as trouble:
        say(f"The guest or a tool gave trouble: {trouble}")
        sys.exit(2)
    except OSError:
        traceback.print_exc()
        sys.exit(2)
