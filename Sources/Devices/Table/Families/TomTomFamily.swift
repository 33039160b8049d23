extension DeviceFamily {
    /// TomTom's sports watches (USB.md §1.3).
    static let tomtom = DeviceFamily(
        page: "tomtom",
        name: "TomTom",
        rows: [
            DeviceRow(
                0x1390,
                .listed([0x7474, 0x7475, 0x7476, 0x7477]),
                vendor: "TomTom",
                product: "Runner/Spark",
                .vendorSpecific,
                .nothing(
                    "TomTom's own protocol is not read; "
                        + "export the walks as GPX with ttwatch and drop the files into the inbox"
                )
            )
        ]
    )
}
