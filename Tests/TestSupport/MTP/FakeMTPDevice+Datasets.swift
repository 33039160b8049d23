extension FakeMTPDevice {
    /// The data phase of an operation; nothing when there is no such object.
    func data(for code: UInt16, _ parameters: [UInt32]) -> [UInt8]? {
        var bytes = MTPBytes()
        switch code {
        case 0x1001: return deviceInfo
        case 0x1004: bytes.add(list: storages)
        case 0x1007:
            let storage = parameters[0]
            let isKnown = storages.contains(storage)
            let parent = parameters[2]
            // Without a parent all objects are meant (PIMA 15740:2000 §10.5.7).
            let inside = objects.filter { parent == 0 || $0.parent == parent }.map(\.handle)
            bytes.add(list: isKnown ? lyingLists[parent] ?? inside : [])
        case 0x1008:
            return object(parameters[0])?.dataset(storage: storages.first ?? 0)
        case 0x1009: return object(parameters[0])?.content
        default:
            guard let content = object(parameters[0])?.content else { return nil }
            let start = min(Int(parameters[1]), content.count)
            let count = min(Int(parameters[2]), content.count - start, faults.mostPartBytes)
            return Array(content[start..<start + count])
        }
        return bytes.all
    }

    private func object(_ handle: UInt32) -> FakeMTPObject? {
        objects.first { $0.handle == handle }
    }

    private var deviceInfo: [UInt8] {
        var bytes = MTPBytes()
        bytes.add(UInt16(100))
        bytes.add(UInt32(6))
        bytes.add(UInt16(100))
        bytes.add("microsoft.com: 1.0")
        bytes.add(UInt16(0))
        let operations: [UInt16] = [0x1001, 0x1002, 0x1003, 0x1004, 0x1007, 0x1008, 0x1009]
        bytes.add(list: operations + (offersParts ? [0x101B] : []))
        bytes.add(list: [UInt16(0x4002)])
        bytes.add(list: [UInt16]())
        bytes.add(list: [UInt16]())
        bytes.add(list: [UInt16(0x3000), 0x3001])
        bytes.add("Invented")
        bytes.add("Walker 7")
        bytes.add("12.34")
        bytes.add("0000c0ffee01")
        return bytes.all
    }
}
