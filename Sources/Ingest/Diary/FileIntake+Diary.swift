import Formats
import LinuxSystem
import Model
import Store

extension FileIntake {
    /// Whether a known content needs no second look.
    ///
    /// A diary is done when this very path says what it says with this content already, and no line
    /// of it waits for its time any more: of one path's contents the last one holds, also when it
    /// was there before (PLAN.md §3).
    func isDone(_ incoming: IncomingFile, _ known: SeenFile) throws -> Bool {
        guard known.dialect == DiaryLayout.dialect, let sha256 = known.sha256 else { return true }
        // Nothing of it was understood, and nothing will be.
        if known.outcome == .refused, known.readings == 0 { return true }
        return try store.standsInDiary(
            incoming.path.bytes,
            sha256: sha256,
            person: incoming.person,
            now: surroundings.now
        )
    }

    /// What became of a diary whose content was taken before under another path: it is known, and
    /// its problems were told.
    static func asCopy(
        _ result: IntakeResult,
        of known: SeenFile,
        at incoming: IncomingFile
    ) -> IntakeResult {
        guard case .recorded(let record) = result, known.path != incoming.path.bytes,
            record.file.outcome != .refused
        else { return result }
        var file = record.file
        file.outcome = .known
        return .recorded(
            IntakeRecord(
                file: file,
                changedDays: record.changedDays,
                isNew: false,
                marked: record.marked
            )
        )
    }
}
