/// What a `workoutActivityType` of Apple Health is to somebody who counts walks.
///
/// The words are those of Apple's documentation of HKWorkoutActivityType.
enum AppleWorkoutType {
    /// Walking or hiking.
    case walk
    /// A sport that is no walk.
    case other
    /// A word that is not known, which may be anything.
    case unknown

    private static let prefix = "HKWorkoutActivityType"

    /// Looks a word up.
    init(_ word: String) {
        guard word.hasPrefix(Self.prefix) else {
            self = .unknown
            return
        }
        let name = String(word.dropFirst(Self.prefix.count))
        if name == "Walking" || name == "Hiking" {
            self = .walk
        } else {
            self = Self.others.contains(name) ? .other : .unknown
        }
    }

    private static let others: Set<String> = [
        "AmericanFootball", "Archery", "AustralianFootball", "Badminton", "Barre", "Baseball",
        "Basketball", "Bowling", "Boxing", "CardioDance", "Climbing", "Cooldown", "CoreTraining",
        "Cricket", "CrossCountrySkiing", "CrossTraining", "Curling", "Cycling", "Dance",
        "DanceInspiredTraining", "DiscSports", "DownhillSkiing", "Elliptical", "EquestrianSports",
        "Fencing", "Fishing", "FitnessGaming", "Flexibility", "FunctionalStrengthTraining", "Golf",
        "Gymnastics", "HandCycling", "Handball", "HighIntensityIntervalTraining", "Hockey",
        "Hunting", "JumpRope", "Kickboxing", "Lacrosse", "MartialArts", "MindAndBody",
        "MixedCardio", "MixedMetabolicCardioTraining", "Other", "PaddleSports", "Pickleball",
        "Pilates", "Play", "PreparationAndRecovery", "Racquetball", "Rowing", "Rugby", "Running",
        "Sailing", "SkatingSports", "SnowSports", "Snowboarding", "Soccer", "SocialDance",
        "Softball", "Squash", "StairClimbing", "Stairs", "StepTraining", "SurfingSports",
        "SwimBikeRun", "Swimming", "TableTennis", "TaiChi", "Tennis", "TrackAndField",
        "TraditionalStrengthTraining", "Transition", "UnderwaterDiving", "Volleyball",
        "WaterFitness", "WaterPolo", "WaterSports", "WheelchairRunPace", "WheelchairWalkPace",
        "Wrestling", "Yoga",
    ]
}
