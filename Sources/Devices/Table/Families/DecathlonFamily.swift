extension DeviceFamily {
    /// Decathlon's Geonaute, Kalenji and OnMove (USB.md §1.1 and §1.3).
    static let decathlon = DeviceFamily(
        page: "decathlon",
        name: "Decathlon",
        rows: [
            DeviceRow(
                0x283E,
                .listed([0x0007, 0x0009]),
                vendor: "Geonaute",
                product: nil,
                .storage,
                .files
            ),
            DeviceRow(
                0x283E,
                .listed([0x001E]),
                vendor: "Geonaute",
                product: "ONmove 220",
                .storage,
                .files
            ),
            DeviceRow(
                0x283E,
                .listed([0x001F]),
                vendor: "Geonaute",
                product: "ONmove 120",
                .storage,
                .files
            ),
            serial(0x0483, 0x5740),
            serial(0x067B, 0x2303),
            serial(0x10C4, 0xEA61),
        ]
    )

    private static func serial(_ vendorID: UInt16, _ productID: UInt16) -> DeviceRow {
        DeviceRow(
            vendorID,
            .listed([productID]),
            vendor: "Decathlon",
            product: "KeyMaze/Kalenji/Count 14+",
            .serial,
            .sharedChip(
                "its serial protocol is not read; "
                    + "export the walks with kalenji-gps-watch-reader and drop the files into the inbox"
            )
        )
    }
}
