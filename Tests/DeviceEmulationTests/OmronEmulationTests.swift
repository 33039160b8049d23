import TestSupport
import Testing

@testable import Devices

extension EmulationTests {
    @Suite("An HJ-720IT through libusb")
    struct OmronEmulationTests {
        private static let days = [
            OmronModel.Day([7: 47, 8: 190], sequence: 0, aerobic: 40, minutes: 3),
            OmronModel.Day([:], sequence: 255),
            OmronModel.Day([0: 27, 12: 1, 23: 16_383], sequence: 254),
        ]

        private func emulated(
            _ faults: [OmronModel.Fault] = [],
            isHeld: Bool = false
        ) throws -> EmulatedUSB {
            try EmulatedUSB(
                EmulatedOmron(OmronModel(Self.days, faults: faults), isHeld: isHeld),
                descriptors: EmulatedOmron.descriptors
            )
        }

        /// Reads with short pauses, since those of the real device would be waited for in earnest.
        private func read(_ address: USBDeviceAddress) throws(DeviceError) -> PedometerMemory {
            let device = try USBDevice.open(address)
            let connection = try device.claim(device.interfaces[0])
            let timing = OmronTiming(
                reportMilliseconds: 300,
                settleMilliseconds: 20,
                farewellMilliseconds: 50
            )
            return try OmronPedometer.read(
                connection,
                timing: timing,
                progress: { _, _ in },
                isStopped: { false }
            )
        }

        private func error(_ usb: EmulatedUSB) -> DeviceError? {
            do throws(DeviceError) {
                _ = try read(usb.address)
                return nil
            } catch {
                return error
            }
        }

        private func expectWhole(_ memory: PedometerMemory) {
            #expect(memory.model == "HJ-720IT")
            #expect(memory.serial == "HJ7208Y000001")
            #expect(memory.days.map(\.sequence) == [0, 255, 254])
            #expect(memory.days.map(\.steps) == [237, 0, 16_411])
            #expect(memory.days[0].hours[8].steps == 190)
            #expect(memory.days[0].hours[8].aerobicSteps == 40)
            #expect(memory.days[0].hours[8].isWorn)
            #expect(memory.days[2].hours[23].steps == 16_383)
        }

        @Test("Its descriptors and strings are told as they are")
        func descriptors() throws {
            let usb = try emulated()
            let device = try USBDevice.open(usb.address)
            #expect(device.manufacturer == "OMRON HEALTHCARE CO.,LTD")
            #expect(device.product == "HHX-CABLE-USB1")
            #expect(device.serial == nil)
            #expect(
                device.interfaces == [
                    USBInterface(
                        number: 0,
                        alternateSetting: 0,
                        classCode: 3,
                        subclass: 0,
                        protocolCode: 0,
                        name: nil,
                        endpoints: [
                            USBEndpoint(address: 0x81, kind: .interrupt, packetSize: 8),
                            USBEndpoint(address: 0x02, kind: .interrupt, packetSize: 8),
                        ]
                    )
                ]
            )
        }

        @Test("A whole session is read, and the interface goes back to the kernel")
        func whole() throws {
            let usb = try emulated()
            expectWhole(try read(usb.address))
            #expect(usb.events == ["claim 0", "release 0", "attach 0"])
            // And once more: nothing of the first reading is in the way.
            expectWhole(try OmronPedometer.read(at: usb.address))
        }

        @Test("Flipped bits and lost reports are asked for again", arguments: [2, 6, 9, 20])
        func garbled(report: Int) throws {
            let usb = try emulated([.flip(report: report, bit: 13), .lose(report: report + 8)])
            expectWhole(try read(usb.address))
        }

        @Test("A device that never answers ends with a time-out, and gives the interface back")
        func mute() throws {
            let usb = try emulated([.mute(after: 0)])
            guard case .timedOut = error(usb) else {
                Issue.record("no time-out")
                return
            }
            #expect(usb.events == ["claim 0", "release 0", "attach 0"])
        }

        @Test("A plug that is pulled in mid-session ends it as gone", arguments: [0, 3, 12])
        func unplugged(after: Int) throws {
            #expect(error(try emulated([.unplug(after: after)])) == .gone)
        }

        @Test("An interface that another program holds is busy")
        func busy() throws {
            #expect(error(try emulated(isHeld: true)) == .busy(holder: nil))
        }

        @Test("Where no device hangs there is none")
        func nothing() throws {
            let usb = try emulated()
            _ = usb
            do throws(DeviceError) {
                _ = try USBDevice.open(USBDeviceAddress(bus: 1, device: 5))
                Issue.record("opened")
            } catch {
                #expect(error == .gone)
            }
        }
    }
}
