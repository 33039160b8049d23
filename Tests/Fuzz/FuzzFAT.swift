// Any bytes as a disk: nothing traps, every walk ends, cutting the reads changes nothing, and no name
// can leave its folder. Tests/Fuzz/run.sh builds and runs it.
import Devices
import Glibc

/// Called by libFuzzer once, before it reads the corpus, the folder that its first argument names:
/// puts a small disk of each kind there.
@_cdecl("LLVMFuzzerInitialize")
public func fuzzInitialize(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>>>
) -> CInt {
    guard count.pointee > 1 else { return 0 }
    let folder = String(cString: arguments.pointee[1])
    for (index, seed) in seeds().enumerated() {
        guard let file = fopen("\(folder)/seed-\(index)", "w") else { continue }
        fwrite(seed, 1, seed.count, file)
        fclose(file)
    }
    return 0
}

/// Small disks; clusters that do not fit are left out, which the reader takes.
private func seeds() -> [[UInt8]] {
    let long = FATItem.folder("A long name", [.file("walk of today.csv", pattern(700))])
    let items = [long, .file("B.FIT", pattern(1500)).with { $0.isFragmented = true }, .file("C")]
    let narrow = FATImage(.fat12, clusterCount: 40, rootEntries: 16, items)
    let wide = FATImage(.fat32, clusterCount: 40, items)
    let middle = FATImage(.fat16, rootEntries: 16, items)
    let table = DiskImage.table([
        DiskImage.entry(type: 1, first: 4, sectors: 50),
        DiskImage.entry(type: 5, first: 54, sectors: 60),
    ])
    let logical = DiskImage.table([DiskImage.entry(type: 12, first: 2, sectors: 50)])
    let gap = [UInt8](repeating: 0, count: 512)
    let disk = table + gap + gap + gap + pad(narrow.bytes(), to: 50 * 512) + logical + gap
    return [
        narrow.bytes(), wide.bytes(), middle.blocks().bytes(count: middle.dataStart + 16 * 512),
        disk + wide.bytes(),
        DiskImage.gpt(narrow.bytes(), []).bytes(count: 64 * 512) + narrow.bytes(),
    ]
}

private func pad(_ bytes: [UInt8], to count: Int) -> [UInt8] {
    Array(bytes.prefix(count)) + [UInt8](repeating: 0, count: max(0, count - bytes.count))
}

/// Reads an input as a disk.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFAT(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let whole = walk(MemoryBlocks(bytes))
    let cut = walk(ShortBlocks(bytes, readLimit: 1 + count % 700))
    precondition(whole == cut, "the size of the reads shows")
    return 0
}

/// What a walk over everything found.
private struct Found: Equatable {
    var paths: [[String]] = []
    var sizes: [Int] = []
    var troubles: [DeviceError] = []
}

private func walk(_ source: any BlockSource) -> Found {
    var found = Found()
    do throws(DeviceError) {
        let findings = try VolumeFinder.find(in: source)
        found.troubles = findings.troubles
        precondition(!findings.volumes.isEmpty || !findings.troubles.isEmpty, "no answer")
        // Partitions may all be the same one; a few are enough to see.
        for volume in findings.volumes.prefix(4) {
            let tree = FATTree(volume)
            _ = volume.volumeSerial
            _ = try? tree.label()
            let before = found.paths.count
            walk(tree, tree.root, into: &found)
            let entries = found.paths.count - before
            precondition(entries <= source.byteCount / 32, "more entries than fit on the disk")
        }
    } catch {
        found.troubles.append(error)
    }
    return found
}

private func walk(_ tree: FATTree, _ folder: TreeEntry, into found: inout Found) {
    do throws(DeviceError) {
        for entry in try tree.entries(of: folder) {
            precondition(!entry.name.isEmpty && entry.name != "." && entry.name != "..")
            precondition(!entry.name.unicodeScalars.contains { $0.value < 0x20 || $0 == "/" })
            precondition(entry.size >= 0 && entry.size <= UInt32.max)
            found.paths.append(entry.path)
            if entry.kind == .folder {
                walk(tree, entry, into: &found)
            } else if found.paths.count < 64 {
                // What comes before damage depends on how much is asked for; whether it comes, not.
                let content = try? tree.content(of: entry, chunk: 512, limit: 8192)
                found.sizes.append(content?.count ?? -1)
            }
        }
    } catch {
        found.troubles.append(error)
    }
}

/// Bytes in memory that come a few at a time.
private final class ShortBlocks: BlockSource {
    private let blocks: MemoryBlocks
    private let readLimit: Int

    init(_ bytes: [UInt8], readLimit: Int) {
        blocks = MemoryBlocks(bytes)
        self.readLimit = readLimit
    }

    var byteCount: Int64 { blocks.byteCount }

    func read(
        at offset: Int64,
        into buffer: UnsafeMutableRawBufferPointer
    ) throws(DeviceError) -> Int {
        let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(readLimit, buffer.count)])
        return try blocks.read(at: offset, into: part)
    }
}
