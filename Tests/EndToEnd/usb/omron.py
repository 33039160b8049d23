"""An Omron HJ-720IT pedometer by what it says on the wire (USB.md §2); how the reports travel is
usbredir.py's business. Its days are invented."""

from dataclasses import dataclass, field

DEVICE_DESCRIPTOR = bytes.fromhex("120110010000000890052800010201030001")
CONFIGURATION_DESCRIPTOR = bytes.fromhex(
    "090229000101008032"
    "090400000203000000"
    "092110010001221f00"
    "0705810308000a"
    "0705020308000a"
)
HID_DESCRIPTOR = CONFIGURATION_DESCRIPTOR[18:27]
REPORT_DESCRIPTOR = bytes.fromhex("0600ff0901a1010902150026ff007508950881820903918209049502b182c0")
STRINGS = {1: "OMRON HEALTHCARE CO.,LTD", 3: "HHX-CABLE-USB1"}
VENDOR, PRODUCT, VERSION = 0x0590, 0x0028, 0x0201

# Letters, arguments and check byte of each command.
COMMAND_LENGTHS = {b"VER": 5, b"SRL": 5, b"PRF": 5, b"CNT": 5, b"CTD": 5, b"END": 5, b"GTD": 8}
ERASE = b"CTD"
PEDOMETER_MODE = bytes([1, 2])
WORN = 0x4000


def check_byte(data):
    """The exclusive or of all bytes."""
    value = 0
    for byte in data:
        value ^= byte
    return bytes([value])


def digits(number, count):
    """A number in so many decimal digits, each a nibble."""
    return f"{number:0{count}d}"[-count:]


@dataclass
class Memory:
    """What a pedometer has counted. `days[0]` is today; a day is {hour: (steps, aerobic steps)}."""

    serial: str
    days: list
    model: str = "HJ-720IT202"
    weight: int = 1470
    stride: int = 320

    def totals(self):
        """The steps of each day, today first."""
        return [sum(steps for steps, _ in day.values()) for day in self.days]

    def body(self, command):
        """The body of the answer to a command, or nothing when the unit would refuse it."""
        letters, arguments = command[:3], command[3:-1]
        if check_byte(arguments) != command[-1:]:
            return None
        count = len(self.days)
        if letters == b"VER":
            return b"\0" + self.model.encode()
        if letters == b"SRL":
            return bytes([0, len(self.serial)]) + self.serial.encode()
        if letters == b"PRF":
            profile = "005533" + digits(self.weight, 4) + "0000" + digits(self.stride, 4) + "0000"
            return bytes.fromhex(profile)
        if letters == b"CNT":
            return bytes([0, 0, count, 0, count])
        if letters == b"GTD" and arguments[2] < count:
            return self._page(arguments[2], arguments[3])
        return None

    def _page(self, index, page):
        if 1 <= page <= 3:
            body = bytes([0, 0x20])
            for hour in range(8 * page - 8, 8 * page):
                steps, aerobic = self.days[index].get(hour, (0, 0))
                worn = WORN if steps else 0
                body += (steps | worn).to_bytes(2, "big") + aerobic.to_bytes(2, "big")
            return body
        if page == 4:
            return bytes([0, 0x14]) + self._totals(index)
        return None

    def _totals(self, index):
        steps = self.totals()[index]
        aerobic = sum(value for _, value in self.days[index].values())
        text = digits(steps, 5) + digits(aerobic, 5) + digits(aerobic // 120, 4)
        text += digits(steps // 25, 5) + digits(steps // 20, 5) + digits(steps // 400, 4)
        sequence = len(self.days) - index
        text += f"80{sequence:02x}" + digits(self.weight, 4) + digits(self.stride, 4)
        return bytes.fromhex(text)


@dataclass
class Pedometer:
    """The unit: reports of eight bytes in and out, of which the first counts the valid ones."""

    memory: Memory
    # The data report, counted from 1, of which one bit arrives wrong.
    garbled_report: int = 0
    commands: list = field(default_factory=list)
    garbled: int = 0
    _received: bytes = b""
    _waiting: list = field(default_factory=list)
    _zeros: int = 0
    _sent: int = 0

    def erase_commands(self):
        """The commands received that would have erased the memory of a real unit."""
        return [command for command in self.commands if command.startswith(ERASE)]

    def reset(self):
        """The cable was plugged or reset: what was under way is forgotten."""
        self._received, self._waiting, self._zeros = b"", [], 0

    def set_feature(self, data):
        """SET_REPORT(feature): choosing the pedometer is answered by one empty report."""
        self.reset()
        if data == PEDOMETER_MODE:
            self._waiting = [bytes(8)]

    def take(self, report):
        """A report from the computer."""
        self._received += report[1 : 1 + min(report[0], 7)]
        while self._received:
            if self._received[0] == 0:
                self._take_zero()
                continue
            if len(self._received) < 3:
                return
            length = COMMAND_LENGTHS.get(self._received[:3])
            if length is None:
                self._received = b""
                self._say(b"NO")
                return
            if len(self._received) < length:
                return
            command, self._received = self._received[:length], self._received[length:]
            self._answer(command)

    def give(self):
        """The next report for the computer, or nothing."""
        if not self._waiting:
            return None
        report = self._waiting.pop(0)
        if report[0]:
            self._sent += 1
            if self._sent == self.garbled_report:
                self.garbled += 1
                report = report[:3] + bytes([report[3] ^ 0x40]) + report[4:]
        return report

    def _take_zero(self):
        """Twelve zero bytes clear the line."""
        self._received = self._received[1:]
        self._zeros += 1
        if self._zeros == 12:
            self._zeros = 0
            self._say(b"OK")

    def _answer(self, command):
        self.commands.append(command)
        if command[:3] in (b"END", ERASE):
            self._say(b"OK")
            return
        body = self.memory.body(command)
        self._say(b"NO" if body is None else b"OK" + body + check_byte(body))

    def _say(self, answer):
        for start in range(0, len(answer), 7):
            part = answer[start : start + 7]
            self._waiting.append(bytes([len(part)]) + part.ljust(7, b"\0"))
