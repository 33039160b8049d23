import LinuxSystem
import Testing

@testable import Daemon

struct HouseholdFolderTests {
    private let inbox = FilePath("/home/kari/Walks")

    private func folder(
        _ path: String,
        isRecursive: Bool = true,
        person: String = "me"
    ) -> Configuration.Folder {
        Configuration.Folder(path: FilePath(path), isRecursive: isRecursive, person: person)
    }

    @Test func `the inbox is watched whatever is configured`() {
        let folders = HouseholdFolder.all(inbox: inbox, configured: [folder("/data")])
        #expect(folders.map(\.path.shown) == ["/home/kari/Walks", "/data"])
        #expect(folders[0].isRecursive)
        #expect(folders[0].after == .keep)
        #expect(folders[0].person == "me")
        #expect(folders[0].source == nil)
    }

    @Test func `an inbox that is configured comes once, with its tags`() {
        let setting = folder("/home/kari/Walks", isRecursive: false, person: "kari")
        let folders = HouseholdFolder.all(inbox: inbox, configured: [folder("/data"), setting])
        #expect(folders.map(\.path.shown) == ["/data", "/home/kari/Walks"])
        #expect(folders[1].person == "kari")
        #expect(folders[1].isRecursive == false)
    }

    @Test func `a folder holds the files in it`() {
        let deep = HouseholdFolder(folder("/data"))
        #expect(deep.holds(FilePath("/data/a.csv")))
        #expect(deep.holds(FilePath("/data/2026/a.csv")))
        #expect(!deep.holds(FilePath("/data2/a.csv")))
        #expect(!deep.holds(FilePath("/data")))
        let flat = HouseholdFolder(folder("/data", isRecursive: false))
        #expect(flat.holds(FilePath("/data/a.csv")))
        #expect(!flat.holds(FilePath("/data/2026/a.csv")))
    }
}
