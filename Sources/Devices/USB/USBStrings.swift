/// The strings of a device, each asked for once (USB 2.0 §9.6.7).
struct USBStrings {
    /// `GET_DESCRIPTOR` from the device.
    private static let getDescriptor: (type: UInt8, request: UInt8) = (0x80, 6)
    /// The type of string descriptors, in the high byte of `wValue`.
    private static let descriptorType: UInt16 = 3
    /// The longest descriptor: its length is one byte.
    private static let longest: UInt16 = 255

    private let handle: USBHandle
    private var known: [UInt8: String?] = [:]
    /// The first language of the device; nothing until it was asked for.
    private var language: UInt16?
    /// A device that once did not answer is asked for no more strings: names are not worth waiting.
    private var isMute = false

    init(_ handle: USBHandle) {
        self.handle = handle
    }

    /// The string of a number; nothing when the number is 0 or the device does not tell it.
    mutating func string(_ number: UInt8) -> String? {
        guard number != 0 else { return nil }
        if let string = known[number] { return string }
        let string = ask(number)
        known[number] = .some(string)
        return string
    }

    private mutating func ask(_ number: UInt8) -> String? {
        if language == nil {
            // Descriptor 0 lists the languages.
            guard let list = descriptor(0, language: 0), list.count >= 4 else { return nil }
            language = UInt16(list[2]) | UInt16(list[3]) << 8
        }
        guard let language, let bytes = descriptor(number, language: language) else { return nil }
        return Self.text(bytes)
    }

    private mutating func descriptor(_ number: UInt8, language: UInt16) -> [UInt8]? {
        guard !isMute else { return nil }
        let request = USBControlRequest(
            type: Self.getDescriptor.type,
            request: Self.getDescriptor.request,
            value: Self.descriptorType << 8 | UInt16(number),
            index: language
        )
        do throws(DeviceError) {
            return try handle.control(
                request,
                length: Self.longest,
                timeoutMilliseconds: USBHandle.descriptorMilliseconds
            )
        } catch {
            if case .damaged = error { return nil }
            isMute = true
            return nil
        }
    }

    /// The text of a string descriptor, which is UTF-16, without control characters.
    ///
    /// Nothing when it is no string descriptor, or an empty one.
    static func text(_ descriptor: [UInt8]) -> String? {
        guard descriptor.count >= 2, descriptor[1] == UInt8(descriptorType) else { return nil }
        let end = min(Int(descriptor[0]), descriptor.count)
        var units: [UInt16] = []
        var index = 2
        while index + 1 < end {
            units.append(UInt16(descriptor[index]) | UInt16(descriptor[index + 1]) << 8)
            index += 2
        }
        let scalars = String(decoding: units, as: UTF16.self).unicodeScalars
            .filter { $0.properties.generalCategory != .control }
        return scalars.isEmpty ? nil : String(String.UnicodeScalarView(scalars))
    }
}
