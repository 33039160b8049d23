extension DeviceFamily {
    /// Garmin's watches, bike computers and hand-helds: sticks or MTP (USB.md §1.1 and §1.2).
    static let garmin = DeviceFamily(
        page: "garmin",
        name: "Garmin",
        rows: [
            DeviceRow(
                0x091E,
                .listed([0x0003]),
                vendor: "Garmin",
                product: "GPS in Garmin's own USB mode",
                .vendorSpecific,
                .starting(orElse: ownMode)
            )
        ]
            + models.map { product, numbers in
                DeviceRow(
                    0x091E,
                    .listed(numbers),
                    vendor: "Garmin",
                    product: product,
                    .storageOrMTP,
                    .files
                )
            } + [
                DeviceRow(
                    0x091E,
                    .others,
                    vendor: "Garmin",
                    product: nil,
                    .storageOrMTP,
                    .starting(orElse: ownMode)
                )
            ]
    )

    private static let ownMode =
        "it talks Garmin's own protocol, which is not read; "
        + "set the USB mode in its menu to MTP or mass storage and plug it in again"

    /// Names only: usb.ids 2025.07.26, and libmtp's music-players.h.
    private static let models: [(String, [UInt16])] = [
        ("eTrex Cx", [0x21A5]),
        ("eTrex Vista HCx", [0x22B6]),
        ("eTrex 10", [0x2518]),
        ("eTrex 30", [0x2519]),
        ("eTrex Solar", [0x506A]),
        ("GPSMAP 62/78", [0x2459]),
        ("GPSMAP 62sc", [0x253C]),
        ("Edge 605/705", [0x2271]),
        ("Edge 800", [0x2491, 0x2535]),
        ("Edge 200", [0x2613]),
        ("Edge 540", [0x4FDD]),
        ("Edge 840", [0x4FDE]),
        ("Edge 1040", [0x4F03]),
        ("Edge 1050", [0x5158]),
        ("Edge Explore 2", [0x5049]),
        ("Oregon", [0x2380, 0x231B]),
        ("Colorado", [0x2295]),
        ("fenix 3", [0x2802]),
        ("fenix 5 Plus", [0x4B54]),
        ("fenix 6", [0x4CD8, 0x4CDA, 0x4CDB]),
        ("fenix 7", [0x4F41, 0x4F42, 0x4F43]),
        ("fenix 7 Pro", [0x5116, 0x5117]),
        ("fenix 8", [0x51B5, 0x51B6, 0x51B8]),
        ("Epix", [0x4F67, 0x50D8, 0x50D9, 0x50DA]),
        ("Forerunner 735XT", [0x086E]),
        ("Forerunner 235", [0x097F]),
        ("Forerunner 245 Music", [0x4C05]),
        ("Forerunner 255", [0x4F98]),
        ("Forerunner 255 Music", [0x4F96]),
        ("Forerunner 255S", [0x4F99]),
        ("Forerunner 265", [0x50A1]),
        ("Forerunner 265S", [0x50A2]),
        ("Forerunner 570", [0x51DE]),
        ("Forerunner 645 Music", [0x4B48]),
        ("Forerunner 745", [0x4E05]),
        ("Forerunner 945", [0x4C29]),
        ("Forerunner 945 LTE", [0x4E44]),
        ("Forerunner 955", [0x4FB8]),
        ("Forerunner 965", [0x50DB]),
        ("Forerunner 970", [0x51D5]),
        ("Venu", [0x4C9A]),
        ("Venu 2", [0x4E77, 0x4E78]),
        ("Venu 3S", [0x50A5]),
        ("Venu 4", [0x5223, 0x5224]),
        ("Venu X1", [0x51FB]),
        ("vivoactive 3", [0x4BAC]),
        ("vivoactive 4", [0x4C98, 0x4C99]),
        ("vivoactive 6", [0x5211]),
        ("Instinct 3", [0x5297]),
    ]
}
