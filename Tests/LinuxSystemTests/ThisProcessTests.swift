import LinuxSystem
import Testing

struct ThisProcessTests {
    @Test func `a relative path starts from the folder of the process`() {
        #expect(FilePath("a/b").absolute == ThisProcess.folder.appending("a/b"))
        #expect(FilePath("/a/b").absolute == FilePath("/a/b"))
        #expect(ThisProcess.folder.isAbsolute)
    }

    @Test func `there is a process and it has a core`() {
        #expect(ThisProcess.number > 1)
        #expect(ThisProcess.cores >= 1)
    }
}
