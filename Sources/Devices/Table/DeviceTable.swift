/// The trackers that Amble knows by their USB numbers.
///
/// It gives names, and says of what cannot be read why. It never decides whether something is a
/// stick or speaks MTP: that the interfaces tell, since new numbers come every year.
package struct DeviceTable: Hashable, Sendable {
    /// What a device was found to be.
    package struct Match: Hashable, Sendable {
        /// The family, with its page.
        package let family: DeviceFamily
        /// The row.
        package let row: DeviceRow
    }

    /// All families, in the order of the index of pages.
    package let families: [DeviceFamily]

    private let named: [UInt32: Match]
    private let others: [UInt16: Match]

    /// The table that Amble comes with.
    package static let known = DeviceTable(families: [
        .garmin, .omron, .polar, .suunto, .tomtom, .fitbit, .decathlon, .nike, .timex, .crivit,
        .ant,
    ])

    /// Makes a table; of two rows for the same numbers the first holds.
    package init(families: [DeviceFamily]) {
        self.families = families
        var named: [UInt32: Match] = [:]
        var others: [UInt16: Match] = [:]
        for family in families {
            for row in family.rows {
                let match = Match(family: family, row: row)
                switch row.products {
                case .others:
                    others[row.vendorID] = others[row.vendorID] ?? match
                case .listed(let products):
                    for product in products {
                        let key = DeviceTable.key(row.vendorID, product)
                        named[key] = named[key] ?? match
                    }
                }
            }
        }
        self.named = named
        self.others = others
    }

    /// What is known of a device with these numbers.
    package func match(vendorID: UInt16, productID: UInt16) -> Match? {
        named[DeviceTable.key(vendorID, productID)] ?? others[vendorID]
    }

    private static func key(_ vendorID: UInt16, _ productID: UInt16) -> UInt32 {
        UInt32(vendorID) << 16 | UInt32(productID)
    }
}
