import Glibc
import LinuxSystem
import TestSupport
import Testing

@testable import Devices

extension EmulationTests {
    @Suite("Transfers of libusb")
    struct LibUSBEmulationTests {
        private static let input = USBEndpoint(address: 0x81, kind: .bulk, packetSize: 512)
        private static let output = USBEndpoint(address: 0x02, kind: .bulk, packetSize: 512)

        private func connect(_ usb: EmulatedUSB) throws(DeviceError) -> any USBConnection {
            let device = try USBDevice.open(usb.address)
            guard let interface = device.interfaces.first else { throw .damaged("no interface") }
            return try device.claim(interface)
        }

        private func error(_ body: () throws(DeviceError) -> Void) -> DeviceError? {
            do throws(DeviceError) {
                try body()
                return nil
            } catch {
                return error
            }
        }

        @Test("Alternate settings, names and endpoints are told in the device's order")
        func interfaces() throws {
            let usb = try EmulatedUSB(EmulatedEcho(), descriptors: EmulatedEcho.descriptors)
            let device = try USBDevice.open(usb.address)
            #expect(device.interfaces.map(\.alternateSetting) == [0, 1])
            #expect(device.interfaces.map(\.classCode) == [6, 255])
            #expect(device.interfaces.map(\.subclass) == [1, 2])
            #expect(device.interfaces.map(\.protocolCode) == [1, 3])
            #expect(device.interfaces.map(\.name) == ["MTP", nil])
            #expect(device.interfaces[0].endpoints == [Self.input, Self.output])
            // The isochronous endpoint of the second setting is none that a tracker is read through.
            #expect(device.interfaces[1].endpoints.map(\.address) == [0x83])
            #expect(device.interfaces[1].endpoints.map(\.kind) == [.interrupt])
            #expect(device.serial == "MTP")
        }

        @Test("Bytes of any number go out and come back, packets of no length too")
        func bulk() throws {
            let usb = try EmulatedUSB(EmulatedEcho(), descriptors: EmulatedEcho.descriptors)
            let connection = try connect(usb)
            for count in [0, 1, 511, 512, 513, 16_384, 100_000] {
                let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
                try connection.write(bytes, to: Self.output, timeoutMilliseconds: 5000)
                let back = try connection.read(
                    endpoint: Self.input,
                    length: 102_400,
                    timeoutMilliseconds: 5000
                )
                #expect(back == bytes, "\(count) bytes")
            }
        }

        @Test("Control requests carry data, and a refused one is no end")
        func control() throws {
            let echo = EmulatedEcho()
            let usb = try EmulatedUSB(echo, descriptors: EmulatedEcho.descriptors)
            let connection = try connect(usb)
            let known = USBControlRequest(type: 0x21, request: 0x66, value: 3, index: 0)
            try connection.control(known, sending: [1, 2, 3], timeoutMilliseconds: 1000)
            try connection.control(known, sending: [], timeoutMilliseconds: 1000)
            #expect(echo.controls == [[1, 2, 3], []])
            let unknown = USBControlRequest(type: 0x21, request: 0x67, value: 0, index: 0)
            let refusal = error { () throws(DeviceError) in
                try connection.control(unknown, sending: [1], timeoutMilliseconds: 1000)
            }
            #expect(
                refusal
                    == .damaged("control request 103 of the device refused what was asked of it")
            )
            try connection.control(known, sending: [4], timeoutMilliseconds: 1000)
        }

        @Test("Each way in which a transfer fails has its own error")
        func failures() throws {
            let cases: [(EmulatedReply, DeviceError)] = [
                (.stall, .damaged("endpoint 0x81 of the device refused what was asked of it")),
                (.overflow, .damaged("endpoint 0x81 sent more than was asked for")),
                (
                    .garbled,
                    .damaged(
                        "a transfer on endpoint 0x81 broke off; its plug or cable may be loose"
                    )
                ),
                (.silent, .timedOut("endpoint 0x81 of the device did not answer in time")),
                (.gone, .gone),
            ]
            for (reply, expected) in cases {
                let echo = EmulatedEcho()
                let usb = try EmulatedUSB(echo, descriptors: EmulatedEcho.descriptors)
                let connection = try connect(usb)
                echo.failure = reply
                let found = error { () throws(DeviceError) in
                    _ = try connection.read(
                        endpoint: Self.input,
                        length: 512,
                        timeoutMilliseconds: 100
                    )
                }
                #expect(found == expected, "\(reply)")
                guard reply == .stall else { continue }
                try connection.clearHalt(Self.input)
                #expect(usb.events.last == "clear 0x81")
            }
        }

        @Test("Where the kernel cannot take its driver away, a plain claim does")
        func plainClaim() throws {
            let usb = try EmulatedUSB(
                EmulatedEcho(detachRefusal: EPERM),
                descriptors: EmulatedEcho.descriptors
            )
            let connection = try connect(usb)
            try connection.write([1], to: Self.output, timeoutMilliseconds: 1000)
            #expect(usb.events == ["claim 0"])
        }

        @Test("Nothing stays open behind a reading, whole or broken off")
        func descriptors() throws {
            let echo = EmulatedEcho()
            let usb = try EmulatedUSB(echo, descriptors: EmulatedEcho.descriptors)
            func readOnce(_ failure: EmulatedReply?) throws {
                echo.failure = failure
                let connection = try connect(usb)
                _ = try? connection.read(
                    endpoint: Self.input,
                    length: 512,
                    timeoutMilliseconds: 10
                )
            }
            try readOnce(nil)
            let before = try openFiles()
            for _ in 0..<5 {
                for failure: EmulatedReply in [.silent, .stall, .garbled] { try readOnce(failure) }
                _ = error { () throws(DeviceError) in
                    _ = try USBDevice.open(USBDeviceAddress(bus: 1, device: 9))
                }
            }
            #expect(eventually { (try? openFiles()) == before })
        }

        /// What is open, by what it is, but for sockets and the events of glib: umockdev itself leaves
        /// some of those behind for every node that it opens.
        private func openFiles() throws -> [String] {
            let folder = FilePath("/proc/self/fd")
            return try Folder.entries(folder)
                .compactMap { try? File.linkTarget(folder.appending($0.name)).shown }
                .filter { !$0.hasPrefix("socket:") && $0 != "anon_inode:[eventfd]" }.sorted()
        }

        @Test(
            "Another alternate setting than the first is chosen behind the claim"
        )
        func alternateSetting() throws {
            let usb = try EmulatedUSB(EmulatedEcho(), descriptors: EmulatedEcho.descriptors)
            let device = try USBDevice.open(usb.address)
            let connection = try device.claim(device.interfaces[1])
            #expect(usb.events == ["claim 0", "set 0"])
            _ = connection
        }

        @Test("A node that this user may not open is told by its path", .enabled(if: getuid() != 0))
        func notPermitted() throws {
            let usb = try EmulatedUSB(EmulatedEcho(), descriptors: EmulatedEcho.descriptors)
            chmod(usb.address.node.shown, 0)
            let found = error { () throws(DeviceError) in _ = try connect(usb) }
            #expect(found == .notPermitted(FilePath("/dev/bus/usb/001/004")))
        }
    }
}
