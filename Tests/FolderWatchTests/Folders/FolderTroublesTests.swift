@testable import FolderWatch
import Glibc
import LinuxSystem
import Testing

struct FolderTroublesTests {
    private final class Notes {
        var all: [FolderTrouble] = []
    }

    private let notes = Notes()
    private var troubles: FolderTroubles
    private let folder = FilePath("/w")
    private let error = SystemError(code: EACCES, call: "list", path: FilePath("/w"))

    init() {
        let notes = notes
        troubles = FolderTroubles { notes.all.append($0) }
    }

    @Test mutating func `a trouble is told once, and again when it came back`() {
        troubles.tell(.missing(folder))
        troubles.tell(.missing(folder))
        #expect(notes.all == [.missing(folder)])
        troubles.folderIsThere(folder)
        troubles.tell(.missing(folder))
        #expect(notes.all.count == 2)
    }

    @Test mutating func `the limit is told for one folder of all`() {
        troubles.tellLimit(at: folder)
        troubles.tellLimit(at: FilePath("/v"))
        #expect(notes.all == [.watchLimit(folder)])
    }

    @Test mutating func `an unreadable folder is told once, however that shows`() {
        troubles.tellUnreadable(folder, error)
        troubles.tellUnreadable(folder, SystemError(code: EACCES, call: "open", path: folder))
        #expect(notes.all == [.unreadable(error)])
        #expect(troubles.isUnreadable(folder))
        troubles.folderWasRead(folder)
        #expect(!troubles.isUnreadable(folder))
        troubles.tellUnreadable(folder, error)
        #expect(notes.all.count == 2)
    }

    @Test mutating func `a folder that is gone takes its troubles with it`() {
        let inner = folder.appending("a")
        troubles.tellUnreadable(inner, error)
        troubles.forget(folder)
        #expect(!troubles.isUnreadable(inner))
    }

    @Test func `each trouble is a sentence that says what comes of it`() {
        let all: [FolderTrouble] = [
            .missing(folder), .notAFolder(folder), .unreadable(error), .watchLimit(folder),
            .noEvents(folder), .cannotListen(error), .cannotLook(error),
        ]
        for trouble in all {
            #expect(trouble.description.contains("/w"))
            #expect(!trouble.description.contains("\n"))
        }
        #expect(
            FolderTrouble.unreadable(error).description
                == "cannot list /w: Permission denied; it is tried again every few minutes"
        )
    }
}
