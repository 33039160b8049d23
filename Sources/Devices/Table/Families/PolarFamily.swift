extension DeviceFamily {
    /// Polar's watches and bands (USB.md §1.2 and §1.3).
    static let polar = DeviceFamily(
        page: "polar",
        name: "Polar",
        rows: [
            DeviceRow(
                0x0DA4,
                .listed([0x0014]),
                vendor: "Polar",
                product: "Grit X2 Pro",
                .mtp,
                .files
            ),
            DeviceRow(
                0x0DA4,
                .listed([0x0008]),
                vendor: "Polar",
                product: "Loop",
                .hid,
                .nothing(notRead)
            ),
            DeviceRow(
                0x0DA4,
                .listed([0x0003]),
                vendor: "Polar",
                product: "FlowLink",
                .hid,
                .nothing(notRead)
            ),
        ]
    )

    private static let notRead =
        "Polar's own protocol is not read; "
        + "let Polar FlowSync send the days, export them from Polar Flow and drop the file into the inbox"
}
