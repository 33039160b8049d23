import TestSupport
import Testing

@testable import Devices

extension EmulationTests {
    @Suite("A watch with MTP through libusb")
    struct MTPEmulationTests {
        /// Files of no bytes, and of whole packets with and without their header.
        private static let files = [
            "a.gpx": 1500, "empty.gpx": 0, "packets.gpx": 2 * 512 - 12, "whole.gpx": 1024,
        ]

        private func emulated(
            _ faults: FakeMTPFaults = FakeMTPFaults(),
            largeBytes: Int = 100_000
        ) throws -> Watch {
            let model = FakeMTPDevice()
            model.objects = [.folder(1, "GARMIN"), .folder(2, in: 1, "GPX"), .folder(3, "Music")]
            for (index, file) in Self.files.sorted(by: { $0.key < $1.key }).enumerated() {
                model.objects.append(
                    .file(UInt32(10 + index), in: 2, file.key, bytes: file.value)
                )
            }
            model.objects.append(.file(20, in: 2, "large.gpx", bytes: largeBytes))
            model.faults = faults
            let device = EmulatedMTP(model)
            let usb = try EmulatedUSB(device, descriptors: EmulatedMTP.descriptors)
            return Watch(usb: usb, device: device)
        }

        private struct Watch {
            let usb: EmulatedUSB
            let device: EmulatedMTP

            var model: FakeMTPDevice { device.model }

            /// Opens the tree with short times, since those of real devices would pass in earnest.
            func open() throws(DeviceError) -> MTPTree {
                let device = try USBDevice.open(usb.address)
                let interface = device.interfaces.first {
                    MTPInterface.matches(
                        class: $0.classCode,
                        subclass: $0.subclass,
                        protocol: $0.protocolCode,
                        name: $0.name
                    )
                }
                guard let interface, let endpoints = MTPEndpoints(of: interface.endpoints) else {
                    throw .damaged("no interface")
                }
                var timing = MTPTiming()
                timing.firstMilliseconds = 300
                timing.usualMilliseconds = 300
                timing.briefMilliseconds = 100
                timing.drainMilliseconds = 30
                return try MTPTree.open(
                    try device.claim(interface),
                    endpoints: endpoints,
                    interfaceNumber: interface.number,
                    timing: timing,
                    isStopped: { false }
                )
            }

            /// Finds and reads all files; by name.
            func read() throws(DeviceError) -> [String: [UInt8]] {
                let tree = try open()
                defer { tree.close() }
                let found = try TreeSearch.run(tree, shape: .storages, rule: .phone, serial: "1")
                var contents: [String: [UInt8]] = [:]
                for file in found.files { contents[file.entry.name] = try content(of: file, tree) }
                return contents
            }

            private func content(
                of file: SearchResult.File,
                _ tree: MTPTree
            ) throws(DeviceError) -> [UInt8] {
                var bytes: [UInt8] = []
                let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)
                defer { buffer.deallocate() }
                while true {
                    let count = try tree.read(file.entry, at: Int64(bytes.count), into: buffer)
                    guard count > 0 else { return bytes }
                    bytes += buffer[..<count]
                }
            }

            /// Whether all files read as they are.
            func readsWhole() throws -> Bool {
                let files = model.objects.filter { $0.content != nil }
                return try read() == Dictionary(files.map { ($0.name, $0.content) }) { $1 }
            }

            func error() -> DeviceError? {
                do throws(DeviceError) {
                    _ = try read()
                    return nil
                } catch {
                    return error
                }
            }
        }

        private static let givenBack = ["claim 0", "release 0", "attach 0"]

        @Test("All is listed and read, and the interface goes back to the kernel")
        func whole() throws {
            let watch = try emulated(largeBytes: 2_500_000)
            #expect(try watch.readsWhole())
            #expect(watch.usb.events == Self.givenBack)
            #expect(watch.model.commands.last == 0x1003)
            #expect(watch.model.requests == [])
            // A file of 2.5 MB comes in three parts of 1 MiB at most; the music is left alone.
            #expect(watch.model.count(of: 0x101B) == 3 + 3)
            // And once more: nothing of the first reading is in the way.
            #expect(try watch.readsWhole())
        }

        @Test("Data that end with whole packets are the same data, with an empty packet or without")
        func emptyPackets() throws {
            var faults = FakeMTPFaults()
            faults.omitsEmptyPackets = true
            faults.splitsHeaders = true
            let watch = try emulated(faults)
            #expect(try watch.readsWhole())
            #expect(watch.model.requests == [])
        }

        @Test("An interface that another program holds is busy, and is read when it is free")
        func busy() throws {
            let watch = try emulated()
            watch.device.isHeld = true
            #expect(watch.error() == .busy(holder: nil))
            #expect(watch.model.commands == [])
            watch.device.isHeld = false
            #expect(try watch.readsWhole())
        }

        @Test(
            "A device that falls silent ends with a time-out, and gives the interface back",
            arguments: [0x1001, 0x1007, 0x101B]
        )
        func silent(operation: UInt16) throws {
            var faults = FakeMTPFaults()
            faults.silences = [operation: .max]
            let watch = try emulated(faults)
            guard case .timedOut = watch.error() else {
                Issue.record("no time-out")
                return
            }
            #expect(watch.usb.events.filter { !$0.hasPrefix("clear") } == Self.givenBack)
        }

        @Test(
            "A device that hiccups once is read all the same",
            arguments: [0x1004, 0x1008, 0x101B]
        )
        func hiccup(operation: UInt16) throws {
            var faults = FakeMTPFaults()
            faults.silences = [operation: 1]
            #expect(try emulated(faults).readsWhole())
            faults.silences = [:]
            faults.stalls = [operation: 1]
            let watch = try emulated(faults)
            #expect(try watch.readsWhole())
            #expect(watch.model.clearedHalts == [0x81, 0x01])
            #expect(watch.usb.events.contains("clear 0x81"))
        }

        @Test(
            "A plug that is pulled in mid-transfer ends it as gone",
            arguments: [0, 1, 9, 50, 200]
        )
        func unplugged(packets: Int) throws {
            var faults = FakeMTPFaults()
            faults.packetsUntilGone = packets
            #expect(try emulated(faults).error() == .gone)
        }

        @Test("A garbled container is asked for again", arguments: [0, 4, 6, 8])
        func garbled(place: Int) throws {
            var faults = FakeMTPFaults()
            var isDone = false
            faults.garble = { bytes in
                // Once: length, kind, code or transaction of the data of a listing.
                guard !isDone, bytes[4] == 2, bytes[6] == 0x07, bytes[7] == 0x10 else { return }
                isDone = true
                bytes[place] ^= 0x55
            }
            let watch = try emulated(faults)
            #expect(try watch.readsWhole())
            #expect(isDone)
        }

        @Test("A device that garbles for ever is damaged, and gives the interface back")
        func garbledForEver() throws {
            var faults = FakeMTPFaults()
            faults.garble = { bytes in if bytes[4] == 2 { bytes[4] = 9 } }
            let watch = try emulated(faults)
            #expect(
                watch.error() == .damaged("a container is of kind 9, there are only 1 to 4")
            )
            #expect(watch.usb.events.filter { !$0.hasPrefix("clear") } == Self.givenBack)
        }
    }
}
