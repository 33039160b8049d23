/// Tells which interfaces of USB devices speak MTP.
///
/// By class and name and never by a list of products, since the mode of one product changes with
/// its settings and software (USB.md §1.2).
package enum MTPInterface {
    /// Whether an interface with these descriptor fields speaks MTP.
    ///
    /// - Parameters:
    ///   - interfaceClass: `bInterfaceClass`; 6 is Still Image, 255 the maker's own.
    ///   - subclass: `bInterfaceSubClass`; 1 with class 6.
    ///   - interfaceProtocol: `bInterfaceProtocol`; 1 (PIMA 15740) with class 6.
    ///   - name: the string that `iInterface` names, nothing without one. `MTP` counts as a word of
    ///     it, since other names may have these letters inside.
    /// - Returns: whether it does.
    package static func matches(
        class interfaceClass: UInt8,
        subclass: UInt8,
        protocol interfaceProtocol: UInt8,
        name: String?
    ) -> Bool {
        if interfaceClass == 6 { return subclass == 1 && interfaceProtocol == 1 }
        let words = (name ?? "").split { !$0.isLetter && !$0.isNumber }
        return interfaceClass == 255 && words.contains("MTP")
    }
}
