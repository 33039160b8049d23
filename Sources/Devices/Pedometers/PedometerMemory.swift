/// What a pedometer that keeps hours and days had in its memory when it was read.
package struct PedometerMemory: Hashable, Sendable {
    /// An hour of a day.
    package struct Hour: Hashable, Sendable {
        /// Steps, 0–16 383.
        package let steps: Int
        /// Those of them that the device calls aerobic, 0–16 383.
        package let aerobicSteps: Int
        /// Whether the device says that it was worn or used in this hour.
        package let isWorn: Bool
        /// Whether a person pressed the event button in this hour.
        package let hasEvent: Bool

        /// Describes an hour.
        package init(steps: Int, aerobicSteps: Int, isWorn: Bool, hasEvent: Bool) {
            self.steps = steps
            self.aerobicSteps = aerobicSteps
            self.isWorn = isWorn
            self.hasEvent = hasEvent
        }
    }

    /// A day as the device counts days.
    package struct Day: Hashable, Sendable {
        /// How many days before today it lies by the device's clock; day 0 is not over yet.
        package let daysAgo: Int
        /// The device's own number of the day, 0–255, which rises by one a day and starts again.
        package let sequence: UInt8
        /// 24 hours from midnight of the device's clock.
        package let hours: [Hour]
        /// The steps of the day by its own total.
        package let steps: Int
        /// Minutes of aerobic walking, by the device.
        package let aerobicMinutes: Int

        /// Describes a day.
        package init(
            daysAgo: Int,
            sequence: UInt8,
            hours: [Hour],
            steps: Int,
            aerobicMinutes: Int
        ) {
            self.daysAgo = daysAgo
            self.sequence = sequence
            self.hours = hours
            self.steps = steps
            self.aerobicMinutes = aerobicMinutes
        }
    }

    /// The maker's name of the device, such as `HJ-720IT`.
    package let model: String
    /// The serial number that the device itself tells.
    package let serial: String
    /// The days, today first.
    package let days: [Day]

    /// Describes a memory.
    package init(model: String, serial: String, days: [Day]) {
        self.model = model
        self.serial = serial
        self.days = days
    }
}
