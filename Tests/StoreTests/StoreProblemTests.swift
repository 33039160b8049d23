import CSQLite
import Glibc
import Testing

@testable import Store

struct StoreProblemTests {
    private struct Code: Sendable {
        let code: Int32
        let errno: Int32
        let kind: StoreProblem.Kind
    }

    private static let codes: [Code] = [
        Code(code: SQLITE_FULL, errno: 0, kind: .diskFull),
        Code(code: SQLITE_IOERR | (3 << 8), errno: ENOSPC, kind: .diskFull),
        Code(code: SQLITE_IOERR | (3 << 8), errno: EDQUOT, kind: .diskFull),
        Code(code: SQLITE_IOERR | (3 << 8), errno: EFBIG, kind: .diskFull),
        Code(code: SQLITE_IOERR | (1 << 8), errno: EIO, kind: .failed),
        Code(code: SQLITE_CANTOPEN, errno: ENOSPC, kind: .diskFull),
        Code(code: SQLITE_CANTOPEN, errno: EACCES, kind: .permission),
        Code(code: SQLITE_READONLY, errno: 0, kind: .permission),
        Code(code: SQLITE_BUSY | (2 << 8), errno: 0, kind: .busy),
        Code(code: SQLITE_LOCKED, errno: 0, kind: .busy),
        Code(code: SQLITE_CORRUPT, errno: 0, kind: .damaged),
        Code(code: SQLITE_NOTADB, errno: 0, kind: .damaged),
        Code(code: SQLITE_CONSTRAINT, errno: 0, kind: .failed),
    ]

    @Test(arguments: codes)
    private func `a result code becomes the kind that decides what is done`(code: Code) {
        #expect(StoreProblem.kind(code: code.code, errno: code.errno) == code.kind)
    }

    @Test func `each kind is one sentence that names the database, the cause and what now`() {
        let kinds: [StoreProblem.Kind] = [
            .diskFull, .busy, .damaged, .permission, .otherVersion, .failed,
        ]
        for kind in kinds {
            let problem = StoreProblem(kind, path: "/state/amble.db", detail: "because of this")
            #expect(problem.description.contains("/state/amble.db"))
            #expect(problem.description.contains("because of this"))
            #expect(!problem.description.contains("\n"))
        }
        let missing = StoreProblem(.missing, path: "/state/amble.db", detail: "")
        #expect(missing.isMissing)
        #expect(missing.description.contains("import a file first"))
    }

    @Test func `the questions about a problem answer for one kind only`() {
        let kinds: [StoreProblem.Kind] = [.diskFull, .busy, .damaged, .permission, .missing]
        for kind in kinds {
            let problem = StoreProblem(kind, path: "", detail: "")
            let answers = [
                problem.isDiskFull, problem.isBusy, problem.isDamaged, problem.isPermission,
                problem.isMissing,
            ]
            #expect(answers.filter(\.self).count == 1)
        }
    }
}
