import Model

/// The readings of one source and UTC day of one file, packed.
struct PackedDay: Sendable {
    /// The source's index in the file.
    let source: SourceIndex
    /// The UTC day that holds every start.
    let day: CivilDay
    /// The first instant that a reading touches.
    var first: Instant
    /// The last one.
    var last: Instant
    /// The greatest end.
    var end: Instant
    /// How many different keys there are.
    var keys: Int
    /// The readings, as their kind packs them.
    var body: [UInt8]
}

/// Takes the readings of one kind in any order and packs them by source and UTC day.
///
/// Readings wait unpacked until there are `capacity` of them; so in a file in the order of time a
/// day is packed once. A shuffled file makes a small piece of each day each time, which cost far
/// more than what is in them: they are joined whenever those not yet joined hold as many readings as
/// the others, so that no reading is joined more often than the file can be doubled.
struct DayCollector<Reading: DayReading> {
    /// How many readings wait unpacked: 2 MiB of step readings.
    static var capacity: Int { 65_536 }
    /// So many pieces are never too many: twenty years of days in order.
    private static var fewPieces: Int { 8192 }

    private var waiting: [[Reading]] = []
    private var waitingCount = 0
    private var pieces: [PackedDay] = []
    /// The readings in pieces that were joined, and in those that came since.
    private var joinedReadings = 0
    private var looseReadings = 0
    private var writer = PackedWriter()

    /// Takes readings of any sources.
    mutating func take(_ readings: [Reading]) {
        var start = readings.startIndex
        while start < readings.endIndex {
            let source = readings[start].owner
            let room = Self.capacity - waitingCount
            var end = start + 1
            while end < readings.endIndex, end - start < room, readings[end].owner == source {
                end += 1
            }
            while waiting.count <= Int(source) { waiting.append([]) }
            waiting[Int(source)].append(contentsOf: readings[start..<end])
            waitingCount += end - start
            start = end
            if waitingCount >= Self.capacity { packWaiting() }
        }
        if pieces.count > Self.fewPieces, looseReadings >= joinedReadings { joinPieces() }
    }

    /// Packs everything and joins what belongs to one day.
    ///
    /// - Returns: one entry a source and day, in that order; the collector is empty afterwards.
    mutating func finish() -> [PackedDay] {
        packWaiting()
        waiting = []
        joinPieces()
        defer { pieces = [] }
        return pieces
    }

    /// Joins the pieces of each day in place, and lets go of each as it is joined.
    private mutating func joinPieces() {
        pieces.sort { ($0.source, $0.day) < ($1.source, $1.day) }
        var start = 0
        var written = 0
        while start < pieces.count {
            let (source, day) = (pieces[start].source, pieces[start].day)
            var end = start + 1
            while end < pieces.count, pieces[end].source == source, pieces[end].day == day {
                end += 1
            }
            let whole = end - start == 1 ? pieces[start] : joined(start..<end)
            for index in start..<end { pieces[index].body = [] }
            pieces[written] = whole
            written += 1
            start = end
        }
        pieces.removeSubrange(written...)
        joinedReadings += looseReadings
        looseReadings = 0
    }

    private mutating func packWaiting() {
        looseReadings += waitingCount
        for source in waiting.indices where !waiting[source].isEmpty {
            pack(Self.ordered(waiting[source]))
            waiting[source].removeAll(keepingCapacity: waiting.count == 1)
        }
        waitingCount = 0
    }

    /// Sorts when it must and leaves repetitions out.
    private static func ordered(_ readings: [Reading]) -> [Reading] {
        var isInOrder = true
        for index in readings.indices.dropFirst()
        where !readings[index - 1].keyPrecedes(readings[index]) {
            isInOrder = false
            break
        }
        return isInOrder ? readings : Containment.distinct(readings.sorted { $0.precedes($1) })
    }

    /// Cuts ordered readings of one source at the UTC midnights.
    private mutating func pack(_ readings: [Reading]) {
        var start = readings.startIndex
        while start < readings.endIndex {
            let day = Instant(milliseconds: readings[start].opening).utcDay
            let midnight = day.advanced(by: 1).firstMillisecond
            var end = start + 1
            while end < readings.endIndex, readings[end].opening < midnight { end += 1 }
            pieces.append(packed(readings[start..<end], day: day))
            start = end
        }
    }

    private mutating func packed(_ readings: ArraySlice<Reading>, day: CivilDay) -> PackedDay {
        writer.removeAll()
        Reading.pack(readings, day: day, into: &writer)
        let head = readings[readings.startIndex]
        var least = head.least
        var greatest = head.greatest
        var end = head.closing
        var keys = 1
        for index in readings.indices.dropFirst() {
            let reading = readings[index]
            least = min(least, reading.least)
            greatest = max(greatest, reading.greatest)
            end = max(end, reading.closing)
            if !reading.hasKey(of: readings[index - 1]) { keys += 1 }
        }
        return PackedDay(
            source: head.owner,
            day: day,
            first: Instant(milliseconds: least),
            last: Instant(milliseconds: greatest),
            end: Instant(milliseconds: end),
            keys: keys,
            // A copy of just its length: an array of the writer's bytes would keep its room too.
            body: writer.bytes.withUnsafeBufferPointer { Array($0) }
        )
    }

    private mutating func joined(_ parts: Range<Int>) -> PackedDay {
        var all: [Reading] = []
        let day = pieces[parts.lowerBound].day
        for index in parts {
            let part = pieces[index]
            // These bytes never left memory; that they unpack is a promise of this module.
            guard let some = try? Reading.unpack(part.body, day: day, source: part.source)
            else { preconditionFailure("what was packed a moment ago does not unpack") }
            all += some
        }
        all.sort { $0.precedes($1) }
        return packed(Containment.distinct(all)[...], day: day)
    }
}
