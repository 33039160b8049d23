import Model
import Scoring

/// The member `plan` of a day (COMMANDS.md §5).
enum PlanJSON {
    /// In mode `none` only the mode; without data no minutes, no per cent and no marks.
    static func object(_ plan: PlanDay, hasData: Bool) -> JSONText {
        guard plan.mode != .none else { return .object(mode(plan)) }
        return .object(mode(plan), level(plan, hasData: hasData), outcome(plan, hasData: hasData))
    }

    private static func mode(_ plan: PlanDay) -> JSONText.Members {
        ["mode": .string(plan.mode.rawValue)]
    }

    private static func level(_ plan: PlanDay, hasData: Bool) -> JSONText.Members {
        [
            "pace": plan.pace.map { .string($0.rawValue) },
            "level": plan.level.map { .string($0) },
            "dayOfLevel": plan.dayOfLevel.map { .number($0) },
            "targets": .array(plan.targets.map { target($0, hasData: hasData) }),
        ]
    }

    private static func outcome(_ plan: PlanDay, hasData: Bool) -> JSONText.Members {
        [
            "result": plan.result.map { .string($0.rawValue) },
            "planMinutes": hasData ? plan.time.map(minutes) : nil,
            "percent": hasData ? plan.percent.map { .number($0) } : nil,
            "heldUntil": plan.heldUntil.map { .string($0.description) },
            "flags": plan.flags.isEmpty ? nil : .array(plan.flags.map { .string($0) }),
            "metDays7": plan.metDays7.map { .number($0) },
            "baseline": plan.baseline.map { .number($0) },
        ]
    }

    private static func target(_ target: PlanTarget, hasData: Bool) -> JSONText {
        let mark = hasData && !target.isOptional ? target.isMet : nil
        return .object([
            "minutes": .number(target.minutes),
            "upTo": target.upTo.map { .number($0) },
            "optional": target.isOptional ? .yes : nil,
            "met": mark.map { $0 ? .yes : .no },
        ])
    }

    /// Whole minutes bear no decimal here, as COMMANDS.md §5 shows it.
    private static func minutes(_ time: Milliseconds) -> JSONText {
        let tenths = time.tenthsOfMinute
        return tenths.isMultiple(of: 10) ? .number(tenths / 10) : .tenths(tenths)
    }
}
