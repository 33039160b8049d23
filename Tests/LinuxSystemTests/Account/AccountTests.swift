import Glibc
@testable import LinuxSystem
import Testing

struct AccountTests {
    @Test func `a variable has a value, an empty one or none`() {
        setenv("AMBLE_TEST_FULL", "a b", 1)
        setenv("AMBLE_TEST_EMPTY", "", 1)
        #expect(Environment.value("AMBLE_TEST_FULL") == "a b")
        #expect(Environment.value("AMBLE_TEST_EMPTY") == "")
        #expect(Environment.value("AMBLE_TEST_NONE") == nil)
        #expect(Environment.path("AMBLE_TEST_FULL") == FilePath("a b"))
        #expect(Environment.path("AMBLE_TEST_EMPTY") == nil)
    }

    @Test func `the user has a home`() throws {
        #expect(UserAccount.home.isAbsolute)
        let database = try #require(UserAccount.homeInDatabase(0))
        #expect(database == FilePath("/root"))
        #expect(UserAccount.homeInDatabase(4_000_000_001) == nil)
    }

    @Test func `a leading tilde is the home, and only that`() {
        #expect(UserAccount.expandingHome("~") == UserAccount.home)
        #expect(UserAccount.expandingHome("~/Walks") == UserAccount.home.appending("Walks"))
        #expect(UserAccount.expandingHome("~anna/x") == FilePath("~anna/x"))
        #expect(UserAccount.expandingHome("/a/~") == FilePath("/a/~"))
    }
}
