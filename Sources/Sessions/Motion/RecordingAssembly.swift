import Model

/// Makes recordings out of segments, so that neither repeating nor cutting files changes anything
/// (SESSIONS.md §8.8.1, §8.10; invariant I1).
///
/// A fix counts once, in the segment that begins first. What is left of another segment continues
/// the recording that has the fix before it; and the first segment of a file continues a recording
/// that ended with its file at most a minute earlier. Other segments are recordings by themselves,
/// those that overlap too.
struct RecordingAssembly {
    private var recordings: [Recording] = []
    /// Recordings that end with a file, not long before the segment in hand; one a file at most.
    private var openEnds: [(recording: Int, time: Int64, file: Int32)] = []
    /// Starts of segments that are not the first of their file.
    private var innerStarts: Set<Fix.Key> = []
    /// Ends of segments that are not the last of their file.
    private var innerEnds: Set<Fix.Key> = []
    /// Where the fixes of the cluster in hand are, when more than one segment is in it.
    private var seen: [Fix.Key: (recording: Int, index: Int)] = [:]

    /// The recordings of one source, by their first fix.
    static func recordings(
        of tracks: [Observed<TrackPiece>],
        plausibility: Plausibility
    ) -> [Recording] {
        let segments = TrackSegment.segments(of: tracks, plausibility: plausibility)
            .sorted(by: TrackSegment.isEarlier)
        var assembly = RecordingAssembly()
        assembly.noteInnerEdges(segments)
        var start = 0
        while start < segments.count {
            let end = endOfCluster(segments, from: start)
            assembly.add(cluster: segments[start..<end])
            start = end
        }
        for index in assembly.recordings.indices {
            assembly.recordings[index].forgetZeroElevations()
        }
        return assembly.recordings.sorted { isEarlier($0, $1) }
    }

    /// The segments from `start` on that overlap in time, directly or through others.
    private static func endOfCluster(_ segments: [TrackSegment], from start: Int) -> Int {
        var latest = segments[start].end
        var end = start + 1
        while end < segments.count, segments[end].start <= latest {
            latest = max(latest, segments[end].end)
            end += 1
        }
        return end
    }

    /// Orders by the first fix; fixes are in one recording only, so there are no ties.
    private static func isEarlier(_ left: Recording, _ right: Recording) -> Bool {
        guard let mine = left.fixes.first, let other = right.fixes.first else { return false }
        return mine.precedes(other)
    }

    private mutating func noteInnerEdges(_ segments: [TrackSegment]) {
        var bounds: [Int32: (start: Int64, end: Int64)] = [:]
        for segment in segments {
            let known = bounds[segment.file] ?? (segment.start, segment.end)
            bounds[segment.file] = (min(known.start, segment.start), max(known.end, segment.end))
        }
        for segment in segments {
            guard let bound = bounds[segment.file], let first = segment.fixes.first,
                let last = segment.fixes.last
            else { continue }
            if first.time > bound.start { innerStarts.insert(first.key) }
            if last.time < bound.end { innerEnds.insert(last.key) }
        }
    }

    private mutating func add(cluster: ArraySlice<TrackSegment>) {
        if cluster.count == 1, let segment = cluster.first {
            place(segment.fixes[...], of: segment, after: nil)
            return
        }
        seen.removeAll(keepingCapacity: true)
        for segment in cluster { addNew(of: segment) }
    }

    /// Adds what no other segment of the cluster has brought.
    private mutating func addNew(of segment: TrackSegment) {
        var start = 0
        var predecessor: Fix.Key?
        for (index, fix) in segment.fixes.enumerated() {
            guard let twin = seen[fix.key] else { continue }
            recordings[twin.recording].raiseElevation(at: twin.index, to: fix.elevation)
            placeShared(segment.fixes[start..<index], of: segment, after: predecessor)
            predecessor = fix.key
            start = index + 1
        }
        placeShared(segment.fixes[start...], of: segment, after: predecessor)
    }

    /// Puts fixes where they belong, and notes where, for the other segments of the cluster.
    private mutating func placeShared(
        _ fixes: ArraySlice<Fix>,
        of segment: TrackSegment,
        after predecessor: Fix.Key?
    ) {
        guard let spot = place(fixes, of: segment, after: predecessor) else { return }
        for (index, fix) in fixes.enumerated() {
            seen[fix.key] = (spot.recording, spot.index + index)
        }
    }

    /// Puts fixes that follow each other where they belong, and says where the first of them is.
    @discardableResult
    private mutating func place(
        _ fixes: ArraySlice<Fix>,
        of segment: TrackSegment,
        after predecessor: Fix.Key?
    ) -> (recording: Int, index: Int)? {
        guard let first = fixes.first, let last = fixes.last else { return nil }
        let target = continued(by: first, after: predecessor) ?? recordings.count
        if target == recordings.count { recordings.append(Recording()) }
        let offset = recordings[target].fixes.count
        let isEnd = last.time == segment.end
        recordings[target].append(
            fixes,
            from: segment.file,
            endsBroken: isEnd && segment.endsBroken
        )
        openEnds.removeAll { $0.recording == target }
        if isEnd, !innerEnds.contains(last.key),
            !openEnds.contains(where: { $0.file == segment.file })
        {
            openEnds.append((target, last.time, segment.file))
        }
        return (target, offset)
    }

    /// The recording that a fix continues.
    private mutating func continued(by first: Fix, after predecessor: Fix.Key?) -> Int? {
        if let predecessor {
            guard let place = seen[predecessor],
                place.index == recordings[place.recording].fixes.count - 1
            else { return nil }
            return place.recording
        }
        openEnds.removeAll { $0.time < first.time - MotionThresholds.longestStep }
        guard !innerStarts.contains(first.key) else { return nil }
        return openEnds.filter { $0.time < first.time }.max { $0.time < $1.time }?.recording
    }
}
