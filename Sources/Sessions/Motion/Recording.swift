/// One `trkseg`, or several that files cut one into, put together again.
struct Recording {
    /// At least one, at rising times.
    private(set) var fixes: [Fix] = []
    /// Where they came from, in the order of time.
    private(set) var places: [TrackPlace] = []
    /// Whether it was interrupted on purpose after its last fix.
    private var endsBroken = false

    /// Adds fixes that are later than all it has.
    mutating func append(_ more: some Collection<Fix>, from file: Int32, endsBroken: Bool) {
        guard let first = more.first else { return }
        let seam = fixes.count
        fixes += more
        if self.endsBroken { fixes[seam].opensChunk = true }
        self.endsBroken = endsBroken
        let last = fixes[fixes.count - 1].line
        places.append(TrackPlace(file: file, firstLine: first.line, lastLine: last))
    }

    /// Takes the height that another file gives for a fix; the larger holds (SESSIONS.md §8.1).
    mutating func raiseElevation(at index: Int, to elevation: Int32?) {
        guard let elevation else { return }
        fixes[index].elevation = max(elevation, fixes[index].elevation ?? elevation)
    }

    /// Forgets heights that are all zero: such a device knows none (SESSIONS.md §8.8.7).
    mutating func forgetZeroElevations() {
        guard fixes.allSatisfy({ ($0.elevation ?? 0) == 0 }) else { return }
        for index in fixes.indices { fixes[index].elevation = nil }
    }

    /// The fixes between interruptions and silences of more than a minute.
    var chunks: [ArraySlice<Fix>] {
        var chunks: [ArraySlice<Fix>] = []
        var start = 0
        for index in fixes.indices.dropFirst() {
            let silence = fixes[index].time - fixes[index - 1].time
            guard fixes[index].opensChunk || silence > MotionThresholds.longestStep else {
                continue
            }
            chunks.append(fixes[start..<index])
            start = index
        }
        if start < fixes.count { chunks.append(fixes[start...]) }
        return chunks
    }
}

/// Points of one file.
struct TrackPlace: Equatable {
    /// The file, as an index into `Observations.files`.
    var file: Int32
    /// The line of the first point.
    var firstLine: Int32
    /// The line of the last point.
    var lastLine: Int32
}
