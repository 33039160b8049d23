import Model
import Testing

@testable import Store

struct Migration3Tests {
    @Test func `what was known of files stays, and there are no devices yet`() throws {
        try withConnection { connection in
            try Schema.migrate(connection, with: [Migration1.statements, Migration2.statements])
            let ledger = Ledger(connection: connection)
            let content = try ledger.noteContent(file(1), sha256: sha(1))
            try ledger.noteSighting(file(1), content: content)
            try Schema.migrate(connection)
            #expect(try Schema.version(of: connection) == 3)
            #expect(try ledger.files(person: "me").map(\.outcome) == [.taken])
            #expect(try DeviceTable(connection: connection).devices() == [])
        }
    }

    @Test func `the first two migrations are what they were`() {
        #expect(Schema.migrations.count == 3)
        #expect(Schema.migrations[0] == Migration1.statements)
        #expect(Schema.migrations[1] == Migration2.statements)
    }

    @Test func `a device needs a name, and its days are of one byte`() throws {
        try withConnection { connection in
            try Schema.migrate(connection)
            let insert = "INSERT INTO device (id, serial, first_seen, last_seen, state) VALUES"
            try connection.run("\(insert) (1, 'E5F1', 0, 0, 'read')")
            for wrong in ["(2, '', 0, 0, 'read')", "(2, 'E5F1', 0, 0, 'read')"] {
                #expect(throws: StoreProblem.self) { try connection.run("\(insert) \(wrong)") }
            }
            try connection.run("INSERT INTO device_day VALUES (1, 255, 20000)")
            #expect(throws: StoreProblem.self) {
                try connection.run("INSERT INTO device_day VALUES (1, 256, 20000)")
            }
        }
    }
}
