import Model

/// One recording with the pace of its seconds.
struct PacedRecording {
    /// Its chunks, in the order of time.
    private(set) var chunks: [PacedPath] = []
    /// What lies between them.
    private(set) var silences: [Silence] = []
    /// What people see of it.
    let summary: RecordedTrack

    /// Judges the seconds of a recording, and credits its silences at the median speed of its
    /// walking seconds.
    init(_ recording: Recording) {
        var speeds: [UInt16] = []
        let pieces = recording.chunks
        for fixes in pieces {
            let chunk = Chunk(fixes)
            let paced = PacedChunk(chunk)
            speeds += paced.walkingSpeeds
            chunks.append(PacedPath(start: chunk.start, paced: paced, path: ThinnedPath(chunk)))
        }
        let usual = chunks.count > 1 ? Self.median(speeds) : nil
        silences = zip(pieces, pieces.dropFirst()).compactMap { left, right in
            guard let from = left.last, let to = right.first else { return nil }
            return Silence(
                from: from,
                to: to,
                usualSpeed: usual ?? MotionThresholds.usualSpeed
            )
        }
        summary = Self.summary(of: recording, chunks: chunks, silences: silences)
    }

    /// The middle value, of two the mean rounded up; nothing when there is none.
    private static func median(_ values: [UInt16]) -> Int64? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
        return (Int64(low) + Int64(high) + 1) / 2
    }

    private static func summary(
        of recording: Recording,
        chunks: [PacedPath],
        silences: [Silence]
    ) -> RecordedTrack {
        var counts = [0, 0, 0, 0]
        for second in chunks.lazy.flatMap(\.paced.seconds) {
            counts[Int(second.pace.rawValue)] += 1
        }
        func time(_ pace: Pace) -> Milliseconds {
            Milliseconds(Int64(counts[Int(pace.rawValue)]) * 1000)
        }
        let credited = silences.reduce(Int64(0)) { $0 + $1.credit.count }
        let silent = silences.reduce(Int64(0)) { $0 + Int64($1.seconds.count) * 1000 }
        let first = recording.places.first ?? TrackPlace(file: 0, firstLine: 0, lastLine: 0)
        return RecordedTrack(
            start: Instant(milliseconds: recording.fixes.first?.time ?? 0),
            end: Instant(milliseconds: recording.fixes.last?.time ?? 0),
            walking: time(.walk) + Milliseconds(credited),
            stopped: time(.stop),
            running: time(.run),
            vehicle: time(.vehicle),
            file: first.file,
            firstLine: first.firstLine,
            lastLine: first.lastLine,
            credited: Milliseconds(credited),
            uncovered: Milliseconds(silent - credited),
            places: recording.places
        )
    }
}

/// The seconds of a chunk and the way it took.
struct PacedPath {
    /// Milliseconds of the first fix.
    let start: Int64
    /// Pace by second.
    let paced: PacedChunk
    /// The way.
    let path: ThinnedPath
}
