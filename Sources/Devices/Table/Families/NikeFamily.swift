extension DeviceFamily {
    /// Nike's band (USB.md §1.3).
    static let nike = DeviceFamily(
        page: "nike",
        name: "Nike",
        rows: [
            DeviceRow(
                0x11AC,
                .listed([0x6565]),
                vendor: "Nike",
                product: "FuelBand",
                .hid,
                .nothing(
                    "Nike's own protocol is not read and its service has ended; "
                        + "type its steps into a CSV file and drop that into the inbox"
                )
            )
        ]
    )
}
