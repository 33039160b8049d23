import FolderWatch
import Ingest
import LinuxSystem
import Sessions
import TestSupport
import Testing

@testable import Daemon

struct HouseholdWorkingTests {
    private static let nested = """
        [[folder]]
        path = "inbox/anna"
        person = "anna"
        source = "watch"
        after = "move"
        [[folder]]
        path = "flat"
        recursive = false
        [source.watch]
        rank = -3
        """

    @Test func `folders are watched with their place as tag, and what was tidied is not`() throws {
        let home = try ServiceHome(Self.nested)
        let watched = try home.household().watchedFolders
        #expect(watched.map(\.tag) == [0, 1, 2])
        let anna = home.inbox.appending("anna")
        #expect(watched.map(\.path) == [home.inbox, anna, home.folder.appending("flat")])
        #expect(watched.map(\.isRecursive) == [true, true, false])
        #expect(watched[0].excluded == [home.state])
        let tidied = [home.state, anna.appending("taken"), anna.appending("refused")]
        #expect(watched[1].excluded == Set(tidied))
    }

    @Test func `a settled file bears what is said about its folder`() throws {
        let home = try ServiceHome(Self.nested)
        let household = try home.household()
        let incoming = try #require(
            household.incoming(settled(home.inbox.appending("anna/x/a.csv")), isFinal: true)
        )
        #expect(incoming.person == "anna" && incoming.sourceLabel == "watch")
        #expect(incoming.size == 5 && incoming.unchangedMilliseconds == 7 && incoming.isFinal)
        let mine = try #require(
            household.incoming(settled(home.inbox.appending("a.csv")), isFinal: false)
        )
        #expect(mine.person == "me" && mine.sourceLabel == nil && !mine.isFinal)
        let flat = home.folder.appending("flat")
        #expect(household.incoming(settled(flat.appending("a.csv")), isFinal: true) != nil)
        #expect(household.incoming(settled(flat.appending("b/a.csv")), isFinal: true) == nil)
    }

    @Test func `ranks of the configuration reach the derivation`() throws {
        #expect(try ServiceHome(Self.nested).household().sessionSettings.ranks == ["watch": -3])
    }

    @Test func `the lock is held by one, and the next one hears by whom`() throws {
        let home = try ServiceHome()
        let household = try home.household()
        try household.makeFolders()
        let lock = try household.takeLock()
        withExtendedLifetime(lock) {
            do throws(Failure) {
                _ = try household.takeLock()
                Issue.record("the lock was taken twice")
            } catch {
                #expect(error.code == .tryAgain)
                #expect(error.description.contains("process \(ThisProcess.number) works in"))
            }
        }
    }

    @Test func `a lock that was let go can be taken again`() throws {
        let home = try ServiceHome()
        let household = try home.household()
        try household.makeFolders()
        for _ in 0..<3 { _ = try household.takeLock() }
    }

    @Test func `a lock in a folder that is not there fails with its reason`() throws {
        let household = try ServiceHome().household()
        #expect(throws: Failure.self) { try household.takeLock() }
    }

    private func settled(_ path: FilePath) -> SettledFile {
        SettledFile(
            path: path,
            size: 5,
            modifiedMilliseconds: 0,
            unchangedMilliseconds: 7,
            tag: 0
        )
    }
}
