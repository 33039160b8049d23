// Any bytes as a configuration file: the reader must answer with a configuration or with mistakes
// that have a place and fit on a line. Built by hand from the package's folder:
//
//     mkdir -p .build-fuzz && cd .build-fuzz
//     flags=(-swift-version 6 -O -parse-as-library -package-name amble -I .
//         -enable-upcoming-feature InternalImportsByDefault -sanitize=fuzzer,address
//         -Xcc -fmodule-map-file=../Sources/CCrypto/module.modulemap)
//     clang++ -std=c++17 -O1 -fsanitize=fuzzer-no-link,address -I../Sources/CToml/include \
//         -c ../Sources/CToml/CToml.cpp -o CToml.o
//     for name in Model LinuxSystem; do
//         swiftc "${flags[@]}" -wmo -module-name $name -emit-module -c \
//             $(find ../Sources/$name -name '*.swift') -o $name.o
//     done
//     echo 'module CToml { header "../Sources/CToml/include/CToml.h" }' >CToml.modulemap
//     swiftc "${flags[@]}" -wmo -module-name ConfigurationFuzz -use-ld=lld \
//         -Xcc -fmodule-map-file=CToml.modulemap ../Sources/Daemon/Configuration/*.swift \
//         ../Tests/Fuzz/ConfigurationFuzz.swift *.o -lcrypto -lstdc++ -o configuration
//     ./configuration -max_len=2048 -max_total_time=60
import LinuxSystem

private let surroundings = ConfigurationSurroundings(
    folder: FilePath("/etc/amble"),
    home: FilePath("/home/kari"),
    state: FilePath("/var/lib/amble"),
    complaintAboutZone: { $0.contains("/") ? nil : "is no time zone" },
    isFile: { $0.bytes.count % 2 == 0 }
)

/// Called by libFuzzer with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let text = Array(UnsafeBufferPointer(start: start, count: count))
    switch Configuration.parse(text, in: surroundings) {
    case .success(let configuration):
        precondition((1...600).contains(configuration.goalMinutes))
        precondition(configuration.folders.allSatisfy { $0.path.isAbsolute })
        precondition(Set(configuration.folders.map(\.path)).count == configuration.folders.count)
    case .failure(let mistakes):
        precondition(!mistakes.all.isEmpty)
        for mistake in mistakes.all {
            precondition(mistake.line >= 0 && mistake.column >= 0)
            precondition(mistake.message.escapingControlCharacters == mistake.message)
        }
    }
    return 0
}
