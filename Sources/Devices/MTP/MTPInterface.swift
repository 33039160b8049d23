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

    /// An interface to try, with its endpoints.
    package struct Candidate: Hashable, Sendable {
        /// The interface.
        package let interface: USBInterface
        /// Its endpoints.
        package let endpoints: MTPEndpoints
    }

    /// The interfaces that MTP may be spoken through, of a device that is known to speak it.
    ///
    /// Those that say so; and where none does, since udev's rules know devices whose interface has no
    /// name, the maker's own ones that are laid out as the still image class is: a bulk pair and an
    /// interrupt endpoint. Those of Android's debugger (subclass 66) never are.
    package static func candidates(among interfaces: [USBInterface]) -> [Candidate] {
        let all = interfaces.compactMap { interface in
            MTPEndpoints(of: interface.endpoints).map {
                Candidate(interface: interface, endpoints: $0)
            }
        }
        let named = all.filter { matches($0.interface) }
        guard named.isEmpty else { return named }
        return all.filter { candidate in
            candidate.interface.classCode == 255 && candidate.interface.subclass != 66
                && candidate.endpoints.events != nil
        }
    }

    private static func matches(_ interface: USBInterface) -> Bool {
        matches(
            class: interface.classCode,
            subclass: interface.subclass,
            protocol: interface.protocolCode,
            name: interface.name
        )
    }
}
