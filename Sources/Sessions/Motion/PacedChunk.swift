/// What each second of a chunk was spent on (SESSIONS.md §8.8.3–4).
struct PacedChunk {
    /// The whole seconds of the chunk.
    let range: Range<Int64>
    /// One entry a second of the range.
    private(set) var seconds: [PacedSecond] = []
    /// The speeds over 15 s of the walking seconds, in millimetres a second, in no order.
    private(set) var walkingSpeeds: [UInt16] = []

    /// Looks at each second from its middle, some seconds to both sides, not beyond the ends.
    init(_ chunk: Chunk) {
        range = chunk.seconds
        var narrow = SpeedWindow(reach: MotionThresholds.narrowReach)
        var wide = SpeedWindow(reach: MotionThresholds.wideReach)
        var speeds: [UInt16] = []
        var slowRun = 0
        seconds.reserveCapacity(range.count)
        speeds.reserveCapacity(range.count)
        for second in range {
            let speed = narrow.speed(around: second * 1000 + 500, on: chunk)
            seconds.append(Self.moving(at: wide.speed(around: second * 1000 + 500, on: chunk)))
            speeds.append(UInt16(min(speed * 1000, 65_000).rounded()))
            if speed < MotionThresholds.stopSpeed {
                slowRun += 1
            } else {
                markStop(ofLast: slowRun, before: seconds.count - 1)
                slowRun = 0
            }
        }
        markStop(ofLast: slowRun, before: seconds.count)
        walkingSpeeds = zip(seconds, speeds).filter { $0.0.pace == .walk }.map(\.1)
    }

    /// How a second is spent when the walker does not stand.
    private static func moving(at wideSpeed: Double) -> PacedSecond {
        let isFast = wideSpeed > MotionThresholds.vehicleSpeed
        if wideSpeed < MotionThresholds.runSpeed {
            return PacedSecond(pace: .walk, isFast: isFast)
        }
        let isRun = wideSpeed < MotionThresholds.vehicleSpeed
        return PacedSecond(pace: isRun ? .run : .vehicle, isFast: isFast)
    }

    /// Turns slow seconds into a stop when they are enough for one.
    private mutating func markStop(ofLast count: Int, before end: Int) {
        guard count >= MotionThresholds.shortestStop else { return }
        for index in end - count..<end {
            seconds[index] = PacedSecond(pace: .stop, isFast: seconds[index].isFast)
        }
    }

    /// How many of some seconds were walked.
    func walked(in span: Range<Int64>) -> Int {
        let span = span.clamped(to: range)
        let first = Int(span.lowerBound - range.lowerBound)
        return seconds[first..<first + span.count].count { $0.pace == .walk }
    }
}

/// The speed between the two ends of a window that moves forward along a chunk.
private struct SpeedWindow {
    private let reach: Int64
    private var back = PositionCursor()
    private var front = PositionCursor()

    init(reach: Int64) {
        self.reach = reach
    }

    /// Metres a second between the places at the ends of the window around a time.
    mutating func speed(around middle: Int64, on chunk: Chunk) -> Double {
        let from = max(middle - reach, chunk.start)
        let to = min(middle + reach, chunk.end)
        guard from < to else { return 0 }
        let start = back.position(at: from, on: chunk)
        return start.chord(to: front.position(at: to, on: chunk)) * 1000 / Double(to - from)
    }
}
