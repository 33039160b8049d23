import LinuxSystem

/// One line of `mountinfo`: `36 35 8:17 / /media/x rw shared:1 - vfat /dev/sdb1 rw` (proc(5)).
enum MountLine {
    /// Reads a line; nothing when it makes no sense.
    static func mount(_ line: ArraySlice<UInt8>) -> MountTable.Mount? {
        let fields = line.split(
            separator: UInt8(ascii: " "),
            omittingEmptySubsequences: false
        )
        // Six fields, any number of optional ones, a lone `-`, and three more. An empty source is
        // an empty field.
        guard fields.count >= 10,
            let mark = fields[6...].firstIndex(where: { $0.elementsEqual([UInt8(ascii: "-")]) }),
            mark + 2 < fields.count,
            let device = DeviceNumber(String(decoding: fields[2], as: UTF8.self))
        else { return nil }
        let folder = FilePath(bytes: unescaped(fields[4]))
        guard folder.isAbsolute else { return nil }
        return MountTable.Mount(
            device: device,
            root: FilePath(bytes: unescaped(fields[3])),
            folder: folder,
            type: String(decoding: unescaped(fields[mark + 1]), as: UTF8.self),
            source: FilePath(bytes: unescaped(fields[mark + 2]))
        )
    }

    /// Turns `\040` back into a space; so the kernel writes space, tab, line end, backslash and `#`.
    static func unescaped(_ field: ArraySlice<UInt8>) -> [UInt8] {
        let bytes = Array(field)
        guard bytes.contains(UInt8(ascii: "\\")) else { return bytes }
        var result: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "\\"), let value = octal(bytes.dropFirst(place + 1)) {
                result.append(value)
                place += 4
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        return result
    }

    private static func octal(_ bytes: ArraySlice<UInt8>) -> UInt8? {
        let digits = bytes.prefix(3)
        guard digits.count == 3, digits.allSatisfy({ (0x30...0x37).contains($0) }) else {
            return nil
        }
        return UInt8(exactly: digits.reduce(0) { $0 * 8 + Int($1 & 7) })
    }
}
