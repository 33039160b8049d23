/// The parameters of motion (SESSIONS.md §8.2, where each value has its source).
enum MotionThresholds {
    /// Below this speed over 15 s a walker stands, in metres a second.
    static let stopSpeed = 0.5
    /// Shorter stops are part of the walk, in seconds.
    static let shortestStop = 15
    /// Half the window of the narrow speed, in milliseconds.
    static let narrowReach: Int64 = 7_500
    /// Half the window of the wide speed, in milliseconds.
    static let wideReach: Int64 = 30_000
    /// From this speed on walking turns into running, in metres a second.
    static let runSpeed = 2.1
    /// From this speed on nobody runs, in metres a second (15 km/h).
    static let vehicleSpeed = 4.2
    /// A longer silence between points ends a chunk, in milliseconds.
    static let longestStep: Int64 = 60_000
    /// A longer silence gets no credit, in milliseconds.
    static let longestCredit: Int64 = 300_000
    /// The speed of walking when a track shows none, in millimetres a second.
    static let usualSpeed: Int64 = 1_200
    /// A spike is reached and left faster than this, in metres a second.
    static let spikeSpeed = 4.0
    /// The way past a spike is slower than this, in metres a second.
    static let calmSpeed = 2.5
    /// Points nearer to the last kept one tell noise from way no longer, in metres.
    static let thinning = 10.0
}
