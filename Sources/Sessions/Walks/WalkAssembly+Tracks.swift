import Model

// What recorded tracks add to walks, and the tracks that are no walk.
extension WalkAssembly {
    /// Attaches the figures of the best-ranked track that was walked on during the walk.
    func attachFigures(to walk: inout Walk) {
        guard !evidence.isTracked.isEmpty else { return }
        let span = walk.start.milliseconds..<walk.end.milliseconds
        let minutes = window.indices(touching: span)
        let lane = evidence.lanes.first { lane in
            lane.channel == .track && minutes.contains { lane[$0] > 0 }
        }
        guard let lane, let motion = prepared.motions.first(where: { $0.source == lane.source })
        else { return }
        walk.take(motion.motion.figures(in: walk.start..<walk.end))
    }

    /// The recordings of the window none of whose walking minutes is part of a walk.
    func tracks(besides walks: [DerivedWalk]) -> [Walk] {
        guard !prepared.motions.isEmpty else { return [] }
        var isWalked = [Bool](repeating: false, count: window.count)
        for credit in walks.flatMap(\.credits) { isWalked[credit.index] = true }
        for walk in walks where walk.walk.running.count > 0 {
            for index in walk.minutes { isWalked[index] = true }
        }
        let tracks = prepared.motions.flatMap { source, motion in
            motion.recordings.filter { recording in
                window.span.contains(recording.start.milliseconds)
                    && !isPartOfWalk(recording, motion: motion, isWalked: isWalked)
            }.map { track($0, source: source, motion: motion) }
        }
        return tracks.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    }

    private func isPartOfWalk(
        _ recording: RecordedTrack,
        motion: SourceMotion,
        isWalked: [Bool]
    ) -> Bool {
        let span = recording.start.milliseconds..<recording.end.milliseconds
        let indices = window.indices(touching: span)
        let first = motion.minutes.firstPlace {
            $0.minute >= window.firstMinute + Int64(indices.lowerBound)
        }
        return motion.minutes[first...].prefix {
            $0.minute < window.firstMinute + Int64(indices.upperBound)
        }.contains { $0.walking > 0 && isWalked[Int($0.minute - window.firstMinute)] }
    }

    private func track(_ recording: RecordedTrack, source: Int, motion: SourceMotion) -> Walk {
        var walk = Walk(
            start: recording.start,
            end: recording.end,
            active: recording.walking,
            pause: recording.stopped,
            kind: .track,
            sources: [prepared.sources.all[source].name]
        )
        walk.take(motion.figures(in: recording.start..<recording.end))
        return walk
    }
}

extension Walk {
    /// Takes over what a track knows.
    fileprivate mutating func take(_ figures: TrackFigures) {
        distance = figures.distance
        climb = figures.climb
        descent = figures.descent
        isHilly = figures.isHilly
        isPoorTrack = figures.isPoorTrack
    }
}
