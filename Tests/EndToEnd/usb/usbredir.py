"""A pedometer on a socket, spoken to by QEMU's `usb-redir` in the usbredir protocol; to the guest's
kernel it is a HID device on the bus."""

import socket
import struct
import threading

import omron

# Packets of the protocol (usbredirproto.h).
HELLO, CONNECT, RESET, INTERFACE_INFO, ENDPOINT_INFO = 0, 1, 3, 4, 5
SET_CONFIGURATION, GET_CONFIGURATION, CONFIGURATION_STATUS = 6, 7, 8
SET_ALTERNATE, GET_ALTERNATE, ALTERNATE_STATUS = 9, 10, 11
START_INTERRUPT, STOP_INTERRUPT, INTERRUPT_STATUS = 15, 16, 17
CONTROL, INTERRUPT = 100, 103

# Version in connect, packet sizes, 64-bit ids, 32-bit lengths: the last three are what QEMU's xHCI
# insists on.
CAPABILITIES = 1 << 1 | 1 << 4 | 1 << 5 | 1 << 6
STALL = 4
ENDPOINT_IN = 0x81
UNUSED, CONTROL_TYPE, INTERRUPT_TYPE = 255, 0, 3


class PedometerServer:
    """Listens on a socket and is the pedometer for whoever connects, one after the other."""

    def __init__(self, path, pedometer):
        self.pedometer = pedometer
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.bind(str(path))
        self.socket.listen(1)
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self):
        self.socket.close()

    def _serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            with connection:
                try:
                    Conversation(connection, self.pedometer).run()
                except OSError:
                    pass  # unplugged


class Conversation:
    """One time that the pedometer is plugged in."""

    def __init__(self, connection, pedometer):
        self.connection = connection
        self.pedometer = pedometer
        self.greeted = False
        self.listening = False
        self.configuration = 1
        self.reports = 0
        pedometer.reset()

    def run(self):
        version = b"Amble's pedometer".ljust(64, b"\0")
        self._send(HELLO, 0, version + struct.pack("<I", CAPABILITIES))
        while True:
            layout = "<IIQ" if self.greeted else "<III"
            header = self._receive(struct.calcsize(layout))
            if header is None:
                return
            kind, length, identity = struct.unpack(layout, header)
            body = self._receive(length)
            if body is None:
                return
            self._handle(kind, identity, body)
            self._flush()

    def _receive(self, length):
        data = b""
        while len(data) < length:
            part = self.connection.recv(length - len(data))
            if not part:
                return None
            data += part
        return data

    def _send(self, kind, identity, body):
        layout = "<III" if kind == HELLO else "<IIQ"
        self.connection.sendall(struct.pack(layout, kind, len(body), identity) + body)

    def _handle(self, kind, identity, body):
        if kind == HELLO:
            self.greeted = True
            self._introduce()
        elif kind == RESET:
            self.pedometer.reset()
        elif kind in (SET_CONFIGURATION, GET_CONFIGURATION):
            if kind == SET_CONFIGURATION:
                self.configuration = body[0]
            self._send(CONFIGURATION_STATUS, identity, bytes([0, self.configuration]))
        elif kind in (SET_ALTERNATE, GET_ALTERNATE):
            chosen = body[1] if kind == SET_ALTERNATE else 0
            self._send(ALTERNATE_STATUS, identity, bytes([0, body[0], chosen]))
        elif kind in (START_INTERRUPT, STOP_INTERRUPT):
            self.listening = kind == START_INTERRUPT
            self._send(INTERRUPT_STATUS, identity, bytes([0, body[0]]))
        elif kind == CONTROL:
            self._control(identity, body)
        elif kind == INTERRUPT:
            endpoint, _, length = struct.unpack_from("<BBH", body)
            self.pedometer.take(body[4 : 4 + length].ljust(8, b"\0"))
            self._send(INTERRUPT, identity, struct.pack("<BBH", endpoint, 0, length))

    def _introduce(self):
        # 32 slots: endpoints out 0-15, then in 0-15.
        slots = {0: CONTROL_TYPE, 16: CONTROL_TYPE, 2: INTERRUPT_TYPE, 17: INTERRUPT_TYPE}
        types = bytes(slots.get(slot, UNUSED) for slot in range(32))
        intervals = bytes(10 if slots.get(slot) == INTERRUPT_TYPE else 0 for slot in range(32))
        sizes = struct.pack("<32H", *(8 if slot in slots else 0 for slot in range(32)))
        self._send(ENDPOINT_INFO, 0, types + intervals + bytes(32) + sizes)
        hid = bytes([3]) + bytes(31)
        self._send(INTERFACE_INFO, 0, struct.pack("<I", 1) + bytes(32) + hid + bytes(64))
        full_speed = 1
        identity = (omron.VENDOR, omron.PRODUCT, omron.VERSION)
        self._send(CONNECT, 0, struct.pack("<BBBBHHH", full_speed, 0, 0, 0, *identity))

    def _control(self, identity, body):
        endpoint, request, kind, _, value, index, length = struct.unpack_from("<BBBBHHH", body)
        answer = self._control_answer(kind, request, value, body[10:])
        status = STALL if answer is None else 0
        answer = (answer or b"")[:length]
        if not kind & 0x80:
            given = 0 if status else length
        else:
            given = len(answer)
        head = struct.pack("<BBBBHHH", endpoint, request, kind, status, value, index, given)
        self._send(CONTROL, identity, head + answer)

    def _control_answer(self, kind, request, value, data):
        """The data of a control transfer, empty where there is none, nothing to stall."""
        if (kind, request) == (0x80, 0x06):
            return self._descriptor(value >> 8, value & 0xFF)
        if (kind, request) == (0x81, 0x06):
            return {0x21: omron.HID_DESCRIPTOR, 0x22: omron.REPORT_DESCRIPTOR}.get(value >> 8)
        if (kind, request) == (0x80, 0x00):
            return b"\0\0"
        if (kind, request) == (0x21, 0x09) and value >> 8 == 3:
            self.pedometer.set_feature(data)
            return b""
        if (kind, request) == (0x21, 0x0A) or (kind <= 0x02 and request in (1, 3)):
            return b""
        return None

    @staticmethod
    def _descriptor(kind, index):
        if kind == 1:
            return omron.DEVICE_DESCRIPTOR
        if kind == 2:
            return omron.CONFIGURATION_DESCRIPTOR
        if kind == 3:
            text = b"\x09\x04" if index == 0 else omron.STRINGS.get(index, "").encode("utf-16-le")
            return bytes([len(text) + 2, 3]) + text if text else None
        return None

    def _flush(self):
        """Gives the computer what waits for it."""
        while self.listening and (report := self.pedometer.give()) is not None:
            self.reports += 1
            head = struct.pack("<BBH", ENDPOINT_IN, 0, len(report))
            self._send(INTERRUPT, self.reports, head + report)
