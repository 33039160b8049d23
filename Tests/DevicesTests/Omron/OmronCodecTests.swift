import Testing

@testable import Devices

@Suite("Reports, commands and answers of an HJ-720IT")
struct OmronCodecTests {
    @Test("A report carries at most seven bytes behind their number")
    func report() {
        #expect(OmronReport([3, 1, 2, 3, 9, 9, 9, 9])?.bytes == [1, 2, 3])
        #expect(OmronReport([0, 9, 9, 9, 9, 9, 9, 9])?.bytes == [])
        #expect(OmronReport([7, 1, 2, 3, 4, 5, 6, 7])?.bytes == [1, 2, 3, 4, 5, 6, 7])
        #expect(OmronReport([8, 1, 2, 3, 4, 5, 6, 7]) == nil)
        #expect(OmronReport([0xFF, 1, 2, 3, 4, 5, 6, 7]) == nil)
        #expect(OmronReport([2, 1, 2]) == nil)
        #expect(OmronReport([]) == nil)
    }

    @Test("Twelve bytes travel as seven and five")
    func reports() {
        let packets = OmronReport.reports(of: Array(1...12)).map(\.packet)
        #expect(packets == [[7, 1, 2, 3, 4, 5, 6, 7], [5, 8, 9, 10, 11, 12, 0, 0]])
        #expect(OmronReport.reports(of: []).isEmpty)
    }

    @Test("Commands are letters, arguments and the XOR of the arguments")
    func commands() {
        #expect(OmronCommand.version.message == Array("VER00".utf8))
        #expect(OmronCommand.serial.message == Array("SRL00".utf8))
        #expect(OmronCommand.count.message == Array("CNT00".utf8))
        #expect(OmronCommand.end.message == [0x45, 0x4E, 0x44, 0xFF, 0xFF])
        #expect(
            OmronCommand.page(day: 5, page: 3).message == [0x47, 0x54, 0x44, 0, 0, 5, 3, 5 ^ 3]
        )
    }

    private func state(_ command: OmronCommand, _ packets: [UInt8]...) -> OmronAnswer.State {
        var answer = OmronAnswer(to: command)
        var state = OmronAnswer.State.incomplete
        for packet in packets {
            guard case .incomplete = state, let report = OmronReport(packet) else { break }
            state = answer.take(report)
        }
        return state
    }

    @Test("An answer is its body without OK and check byte")
    func answer() {
        // 00 ^ 00 ^ 0a ^ 00 ^ 0a = 0.
        #expect(
            state(.count, [7, 0x4F, 0x4B, 0, 0, 0x0A, 0, 0x0A], [1, 0, 9, 9, 9, 9, 9, 9])
                == .body([0, 0, 0x0A, 0, 0x0A])
        )
        #expect(state(.end, [2, 0x4F, 0x4B, 9, 9, 9, 9, 9]) == .body([]))
        #expect(state(.serial, [6, 0x4F, 0x4B, 0, 1, 0x41, 0x40, 9]) == .body([0, 1, 0x41]))
    }

    @Test("OK and NO may be parted by reports, empty ones between")
    func parted() {
        let empty: [UInt8] = [0, 9, 9, 9, 9, 9, 9, 9]
        #expect(
            state(.end, empty, [1, 0x4F, 9, 9, 9, 9, 9, 9], empty, [1, 0x4B, 9, 9, 9, 9, 9, 9])
                == .body([])
        )
        #expect(
            state(.count, [1, 0x4E, 9, 9, 9, 9, 9, 9], [1, 0x4F, 9, 9, 9, 9, 9, 9]) == .refusal
        )
    }

    @Test("What is neither OK nor NO, too long or wrongly checked is broken")
    func broken() {
        let broken: [OmronAnswer.State] = [
            state(.count, [1, 0x58, 9, 9, 9, 9, 9, 9]),
            state(.count, [2, 0x4F, 0x4F, 9, 9, 9, 9, 9]),
            state(.count, [3, 0x4E, 0x4F, 1, 9, 9, 9, 9]),
            state(.end, [3, 0x4F, 0x4B, 0, 9, 9, 9, 9]),
            state(.count, [7, 0x4F, 0x4B, 0, 0, 0x0A, 0, 0x0A], [1, 1, 9, 9, 9, 9, 9, 9]),
            state(.count, [7, 0x4F, 0x4B, 0, 0, 0x0A, 0, 0x0A], [2, 0, 0, 9, 9, 9, 9, 9]),
            state(.page(day: 0, page: 1), [4, 0x4F, 0x4B, 0, 0xFF, 9, 9, 9]),
            state(.page(day: 0, page: 4), [4, 0x4F, 0x4B, 0, 0x20, 9, 9, 9]),
        ]
        for state in broken {
            guard case .broken(let how) = state else {
                Issue.record("taken: \(state)")
                continue
            }
            #expect(!how.isEmpty)
        }
    }
}

@Suite("Pages of an HJ-720IT")
struct OmronDayPagesTests {
    @Test("An hour is two words: steps with worn, aerobic steps with event")
    func hours() throws {
        var body: [UInt8] = [0, 0x20]
        // 0x46D3: worn, 1747 steps; 0x0686: 1670 aerobic.
        body += [0x46, 0xD3, 0x06, 0x86]
        // Neither worn nor steps; an event.
        body += [0x00, 0x00, 0x40, 0x00]
        // All 14 bits, and bit 15, which means nothing.
        body += [0xBF, 0xFF, 0x3F, 0xFF]
        body += [UInt8](repeating: 0, count: 20)
        let hours = try #require(OmronDayPages.hours(body))
        #expect(hours.count == 8)
        #expect(
            hours[0]
                == PedometerMemory.Hour(
                    steps: 1747,
                    aerobicSteps: 1670,
                    isWorn: true,
                    hasEvent: false
                )
        )
        #expect(hours[1].hasEvent)
        #expect(!hours[1].isWorn)
        #expect(hours[2].steps == 16_383)
        #expect(hours[2].aerobicSteps == 16_383)
        #expect(!hours[2].isWorn)
    }

    @Test("A day is decimal digits, then its number")
    func summary() throws {
        // 03268 02898 0020 00124 00165 0075, flag, 0x2A, weight 147.0, stride 32.0.
        let body: [UInt8] = [
            0, 0x14, 0x03, 0x26, 0x80, 0x28, 0x98, 0x00, 0x20, 0x00, 0x12, 0x40, 0x01, 0x65, 0x00,
            0x75, 0x80, 0x2A, 0x14, 0x70, 0x03, 0x20,
        ]
        let summary = try #require(OmronDayPages.summary(body))
        #expect(summary.steps == 3268)
        #expect(summary.aerobicSteps == 2898)
        #expect(summary.aerobicMinutes == 20)
        #expect(summary.sequence == 0x2A)
        for index in [2, 7, 15, 18, 21] {
            for digit: UInt8 in [0x0A, 0xA0] {
                var wrong = body
                wrong[index] = digit
                #expect(OmronDayPages.summary(wrong) == nil, "byte \(index)")
            }
        }
    }

    @Test("Pages of another length or kind are none")
    func strangers() {
        #expect(OmronDayPages.hours([]) == nil)
        #expect(OmronDayPages.hours([UInt8](repeating: 0, count: 34)) == nil)
        #expect(OmronDayPages.hours([0, 0x20] + [UInt8](repeating: 0, count: 31)) == nil)
        #expect(OmronDayPages.summary([0, 0x14]) == nil)
        #expect(OmronDayPages.summary([1, 0x14] + [UInt8](repeating: 0, count: 20)) == nil)
    }
}
