import TestSupport
import Testing

@testable import Devices

@Suite("Reading an HJ-720IT")
struct OmronPedometerTests {
    private static let days: [OmronModel.Day] = [
        OmronModel.Day([7: 47, 8: 190, 23: 16_383], sequence: 0, aerobic: 40, minutes: 3),
        OmronModel.Day([:], sequence: 255),
        OmronModel.Day([0: 27, 12: 1], sequence: 254),
    ]

    private func read(
        _ fake: FakeOmron,
        progress: (Int, Int) -> Void = { _, _ in },
        isStopped: @escaping () -> Bool = { false }
    ) throws(DeviceError) -> PedometerMemory {
        try OmronPedometer.read(
            fake,
            timing: OmronTiming(),
            progress: progress,
            isStopped: isStopped
        )
    }

    private func memory(_ days: [OmronModel.Day]) -> PedometerMemory {
        PedometerMemory(
            model: "HJ-720IT",
            serial: "HJ7208Y000001",
            days: days.enumerated().map { index, day in
                PedometerMemory.Day(
                    daysAgo: index,
                    sequence: day.sequence,
                    hours: day.hours.map {
                        PedometerMemory.Hour(
                            steps: $0.steps,
                            aerobicSteps: $0.aerobic,
                            isWorn: $0.isWorn,
                            hasEvent: false
                        )
                    },
                    steps: day.steps,
                    aerobicMinutes: day.minutes
                )
            }
        )
    }

    private func error(_ fake: FakeOmron) -> DeviceError? {
        do throws(DeviceError) {
            _ = try read(fake)
            return nil
        } catch {
            return error
        }
    }

    @Test("Everything that it keeps is read, and it is asked for nothing else")
    func whole() throws {
        let fake = FakeOmron(OmronModel(Self.days))
        var progress: [[Int]] = []
        #expect(try read(fake, progress: { progress.append([$0, $1]) }) == memory(Self.days))
        #expect(progress == [[1, 3], [2, 3], [3, 3]])
        let pages = [String](repeating: "GTD", count: 12)
        #expect(fake.model.commands == ["VER", "SRL", "CNT"] + pages + ["END"])
        #expect(fake.model.received.prefix(12) == [UInt8](repeating: 0, count: 12)[...])
        #expect(fake.model.modes == 1)
    }

    @Test("It may keep no day or all that it can", arguments: [0, 1, 41, 42])
    func counts(count: Int) throws {
        let days = (0..<count).map { OmronModel.Day([8: $0], sequence: UInt8(100 - $0)) }
        #expect(try read(FakeOmron(OmronModel(days))) == memory(days))
    }

    @Test("One flipped bit or lost report anywhere changes nothing", arguments: 1...40)
    func passing(report: Int) throws {
        let bit = report * 29 % 64
        for fault in [OmronModel.Fault.flip(report: report, bit: bit), .lose(report: report)] {
            let fake = FakeOmron(OmronModel(Self.days, faults: [fault]))
            #expect(try read(fake) == memory(Self.days), "\(fault)")
            #expect(fake.model.commands.last == "END")
        }
    }

    @Test("A command that is refused is asked again, but not for ever")
    func refusals() throws {
        let fake = FakeOmron(OmronModel(Self.days, faults: [.refuse(commands: 7)]))
        #expect(try read(fake) == memory(Self.days))
        #expect(fake.model.modes == 3)
        let stubborn = FakeOmron(OmronModel(Self.days, faults: [.refuse(commands: 1000)]))
        #expect(error(stubborn) == .damaged("the pedometer refuses to tell its model"))
        #expect(stubborn.model.commands.filter { $0 == "VER" }.count == 12)
        #expect(stubborn.model.commands.last == "END")
        #expect(stubborn.model.modes == 4)
    }

    @Test("A mute device ends with a time-out", arguments: [0, 1, 2, 9, 25])
    func mute(after: Int) {
        let fake = FakeOmron(OmronModel(Self.days, faults: [.mute(after: after)]))
        guard case .timedOut = error(fake) else {
            Issue.record("no time-out")
            return
        }
        #expect(fake.calls < 200)
    }

    @Test("A plug that is pulled ends it at once", arguments: [0, 1, 2, 9, 25, 50])
    func unplugged(after: Int) {
        let fake = FakeOmron(OmronModel(Self.days, faults: [.unplug(after: after)]))
        #expect(error(fake) == .gone)
        #expect(fake.calls < 200)
    }

    @Test("A count that cannot be is no reason to read for hours", arguments: [43, 255, 65_535])
    func lyingCount(count: Int) {
        let fake = FakeOmron(OmronModel(Self.days, faults: [.count(count)]))
        #expect(
            error(fake) == .damaged("the answer to the number of its days holds what cannot be")
        )
        #expect(!fake.model.commands.contains("GTD"))
    }

    @Test("Days that it counts and does not have are told by their page")
    func missingDays() {
        let fake = FakeOmron(OmronModel(Self.days, faults: [.count(5)]))
        #expect(error(fake) == .damaged("the pedometer refuses to tell page 1 of day 3"))
    }

    @Test("Another device with the same plug is told by its name")
    func otherModel() {
        let fake = FakeOmron(OmronModel(faults: [.version("HEM-790IT  ")]))
        guard case .unsupported(let sentence) = error(fake) else {
            Issue.record("taken")
            return
        }
        #expect(sentence.hasPrefix("it calls itself HEM-790IT;"))
        #expect(fake.model.commands == ["VER", "END"])
    }

    @Test("A day whose hours are not its total is read again")
    func totals() throws {
        let once = FakeOmron(OmronModel(Self.days, faults: [.total(day: 0, times: 1)]))
        #expect(try read(once) == memory(Self.days))
        #expect(once.model.commands.filter { $0 == "GTD" }.count == 16)
        // When it stays so, both are there for the document to show.
        let always = FakeOmron(OmronModel(Self.days, faults: [.total(day: 0, times: 1000)]))
        let read = try read(always)
        #expect(read.days[0].steps == 47 + 190 + 16_383 + 1)
        #expect(read.days[0].hours.reduce(0) { $0 + $1.steps } == 47 + 190 + 16_383)
        #expect(always.model.commands.filter { $0 == "GTD" }.count == 20)
    }

    @Test("A digit that is none is told with its day and page")
    func digits() {
        let fake = FakeOmron(OmronModel(Self.days, faults: [.digit(day: 2)]))
        #expect(error(fake) == .damaged("the answer to page 4 of day 2 holds what cannot be"))
    }

    @Test("A reading stops when it is asked to, and says goodbye all the same")
    func stopped() {
        for limit in [0, 1, 5, 20, 60] {
            let fake = FakeOmron(OmronModel(Self.days))
            var asked = 0
            var found: DeviceError?
            do throws(DeviceError) {
                _ = try read(
                    fake,
                    isStopped: {
                        asked += 1
                        return asked > limit
                    }
                )
            } catch {
                found = error
            }
            #expect(found == .stopped)
            #expect(fake.model.received.suffix(5) == OmronCommand.end.message[...])
        }
    }

    @Test("Whatever the device does, it is told nothing but the five commands")
    func onlyKnownCommands() {
        for seed: UInt64 in 1...200 {
            var generator = SeededGenerator(seed: seed)
            let faults = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                OmronModel.Fault.flip(
                    report: Int.random(in: 1...120, using: &generator),
                    bit: Int.random(in: 0..<64, using: &generator)
                )
            }
            let fake = FakeOmron(OmronModel(Self.days, faults: faults))
            _ = error(fake)
            #expect(fake.model.strangers.isEmpty)
            #expect(Set(fake.model.commands).isSubset(of: ["VER", "SRL", "CNT", "GTD", "END"]))
        }
    }

    @Test("Any damage ends in the truth or in an error, soon")
    func mutations() {
        for seed: UInt64 in 1...1000 {
            var generator = SeededGenerator(seed: seed)
            // Two wrong bits in one column of an answer may leave its XOR as it was, which nobody can
            // see; so each fault has a column of its own.
            let columns = (0..<8).shuffled(using: &generator)
            let faults = columns.prefix(Int.random(in: 1...6, using: &generator)).map {
                column -> OmronModel.Fault in
                let report = Int.random(in: 1...100, using: &generator)
                return switch Int.random(in: 0..<8, using: &generator) {
                case 0: .lose(report: report)
                case 1: .mute(after: report)
                case 2: .unplug(after: report)
                case 3: .refuse(commands: report % 20)
                default:
                    .flip(
                        report: report,
                        bit: Int.random(in: 0..<8, using: &generator) * 8 + column
                    )
                }
            }
            let fake = FakeOmron(OmronModel(Self.days, faults: faults))
            do throws(DeviceError) {
                #expect(try read(fake) == memory(Self.days), "seed \(seed): \(faults)")
            } catch {
                #expect(error != .stopped)
            }
            #expect(fake.calls < 2000, "seed \(seed)")
        }
    }
}
