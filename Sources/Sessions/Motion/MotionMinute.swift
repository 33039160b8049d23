/// One UTC minute as a track saw it; the parts sum up to at most 60 000 ms.
struct MotionMinute: Equatable {
    /// Whole minutes since the epoch.
    var minute: Int64
    /// Walking, gap credit included.
    var walking: Int32 = 0
    /// At the speed of running; says nothing of a session unless steps witness it.
    var running: Int32 = 0
    /// Standing still.
    var stopped: Int32 = 0
    /// In a vehicle.
    var vehicle: Int32 = 0
    /// Milliseconds with v60 above 4.2 m/s; 30 000 or more suppress steps (§8.6.7).
    var fast: Int32 = 0
    /// The part of `walking` that was credited over a silence of 60–300 s.
    var credited: Int32 = 0

    /// Adds one second of a track.
    mutating func add(_ second: PacedSecond) {
        switch second.pace {
        case .walk: walking += 1000
        case .run: running += 1000
        case .vehicle: vehicle += 1000
        case .stop: stopped += 1000
        }
        if second.isFast { fast += 1000 }
    }

    /// Adds walking that no point shows.
    mutating func add(credit: Int32) {
        walking += credit
        credited += credit
    }
}
