import Devices
import LinuxSystem
import TestSupport
import Testing

@Suite("Block nodes")
struct BlockNodeTests {
    @Test("An image file is read like a disk, through a link too")
    func imageFile() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("stick.img")
            let image = FATImage(.fat12, [.file("F", pattern(3000))])
            try write(image.bytes(), to: path)
            makeLink(folder.appending("link"), to: "stick.img")
            for name in ["stick.img", "link"] {
                let node = try BlockNode(folder.appending(name))
                #expect(node.byteCount == image.byteCount)
                let tree = FATTree(try FATVolume(node))
                #expect(try tree.content("F") == pattern(3000))
                try tree.checkPresence()
            }
        }
    }

    @Test("Reading ends at the length")
    func ends() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("x")
            try write(pattern(1000), to: path)
            let node = try BlockNode(path)
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 600, alignment: 1)
            defer { buffer.deallocate() }
            #expect(try node.read(at: 700, into: buffer) == 300)
            #expect(Array(buffer[..<300]) == Array(pattern(1000)[700...]))
            for offset in [1000, Int64.max, -1, Int64.min] {
                #expect(try node.read(at: offset, into: buffer) == 0)
            }
        }
    }

    @Test("A node that was removed, replaced or cut is gone, though its bytes can still be read")
    func presence() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending("x")
            try write(pattern(1000), to: path)
            let removed = try BlockNode(path)
            let other = folder.appending("y")
            try write(pattern(1000), to: other)
            try File.rename(other, to: path)
            #expect(throws: DeviceError.gone) { try removed.checkPresence() }
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 10, alignment: 1)
            defer { buffer.deallocate() }
            #expect(try removed.read(at: 0, into: buffer) == 10)

            let cut = try BlockNode(path)
            try cut.checkPresence()
            try FileDescriptor.open(path, [.write]).truncate(to: 10)
            #expect(throws: DeviceError.gone) { try cut.checkPresence() }

            try File.unlink(path)
            #expect(throws: DeviceError.gone) { try cut.checkPresence() }
            #expect(throws: DeviceError.gone) { try BlockNode(path) }
        }
    }

    @Test("What is no disk says what to name instead")
    func noDisk() throws {
        try withTemporaryFolder { folder in
            let words = "but no disk; name the node of a disk, such as /dev/sdb1"
            #expect(throws: DeviceError.unsupported("\(folder.shown) is a folder, \(words)")) {
                try BlockNode(folder)
            }
            #expect(throws: DeviceError.unsupported("/dev/null is a device, \(words)")) {
                try BlockNode(FilePath("/dev/null"))
            }
        }
    }

    @Test("A window on a disk shows its own bytes and no others")
    func window() throws {
        let disk = MemoryBlocks(pattern(1000))
        let window = PartitionBlocks(of: disk, start: 200, byteCount: 300)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 500, alignment: 1)
        defer { buffer.deallocate() }
        #expect(try window.read(at: 100, into: buffer) == 200)
        #expect(Array(buffer[..<200]) == Array(pattern(1000)[300..<500]))
        #expect(try window.read(at: 300, into: buffer) == 0)
        #expect(try window.read(at: -1, into: buffer) == 0)
        try window.checkPresence()
        #expect(PartitionBlocks(of: disk, start: 900, byteCount: .max).byteCount == 100)
        #expect(PartitionBlocks(of: disk, start: .max, byteCount: 5).byteCount == 0)
        #expect(PartitionBlocks(of: disk, start: -5, byteCount: -5).byteCount == 0)
    }

    private func write(_ bytes: [UInt8], to path: FilePath) throws {
        try FileDescriptor.open(path, [.write, .create, .truncate]).writeAll(bytes)
    }
}
