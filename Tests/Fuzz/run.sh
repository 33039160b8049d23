#!/bin/bash
# Builds the fuzz targets into .build-fuzz and runs each for so many seconds (default 60):
#
#     Tests/Fuzz/run.sh [SECONDS] [TARGET…]
#
# A target that finds something leaves the input as .build-fuzz/<target>-crash-… and fails the run.
# What was learnt stays in .build-fuzz/corpus-<target> for the next run.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
shift || true
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
    targets=()
    for file in Tests/Fuzz/Fuzz*.swift; do
        name=$(basename "$file" .swift)
        [ "$name" = FuzzSink ] || targets+=("${name#Fuzz}")
    done
fi
out=.build-fuzz
mkdir -p "$out"
echo "module CToml { header \"$PWD/Sources/CToml/include/CToml.h\" }" >"$out/CToml.modulemap"

flags=(-swift-version 6 -O -enable-testing -parse-as-library -package-name amble
    -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault
    -enable-upcoming-feature MemberImportVisibility -sanitize=fuzzer,address -I "$out"
    -Xcc "-fmodule-map-file=$PWD/Sources/CExpat/module.modulemap"
    -Xcc "-fmodule-map-file=$PWD/Sources/CZlib/module.modulemap"
    -Xcc "-fmodule-map-file=$PWD/Sources/CCrypto/module.modulemap"
    -Xcc "-fmodule-map-file=$PWD/Sources/CMalloc/module.modulemap"
    -Xcc "-fmodule-map-file=$PWD/Sources/CUSB/module.modulemap"
    -Xcc "-fmodule-map-file=$PWD/Sources/CUdev/module.modulemap"
    -Xcc "-I$(pkg-config --variable=includedir libusb-1.0)/libusb-1.0"
    -Xcc "-fmodule-map-file=$PWD/$out/CToml.modulemap")

# module NAME SOURCES…: compiles a module of the package into one object.
module() {
    local name=$1
    shift
    swiftc "${flags[@]}" -wmo -module-name "$name" -emit-module \
        -emit-module-path "$out/$name.swiftmodule" -c "$@" -o "$out/$name.o"
}

# link TARGET OBJECTS…: makes a program out of a target and what it needs.
link() {
    local target=$1
    shift
    swiftc "${flags[@]}" -wmo -module-name "Fuzz$target" -use-ld=lld "$@" -o "$out/$target"
}

# The configuration is read by C++ below and Swift above, so its target is put together by hand.
link_configuration() {
    clang++ -std=c++17 -O1 -fsanitize=fuzzer-no-link,address -ISources/CToml/include \
        -c Sources/CToml/CToml.cpp -o "$out/CToml.o"
    mapfile -t system < <(find Sources/LinuxSystem -name '*.swift' | sort)
    module LinuxSystem "${system[@]}"
    mapfile -t scoring < <(find Sources/Scoring -name '*.swift' | sort)
    module Scoring "${scoring[@]}"
    link Configuration Sources/Daemon/Configuration/*.swift Tests/Fuzz/FuzzConfiguration.swift \
        "$out/Model.o" "$out/Scoring.o" "$out/LinuxSystem.o" "$out/CToml.o" -lcrypto -lstdc++
}

# Of the devices only what reads disks: the rest needs libraries that no fuzzer can feed.
link_fat() {
    mapfile -t system < <(find Sources/LinuxSystem -name '*.swift' | sort)
    module LinuxSystem "${system[@]}"
    mapfile -t disks < <(find Sources/Devices/{Blocks,FAT,Tree} -name '*.swift' | sort)
    module Devices Sources/Devices/DeviceError.swift "${disks[@]}"
    link FAT Tests/Fuzz/FuzzFAT.swift Tests/DevicesTests/Support/{FAT,Disk,Sparse}*.swift \
        "$out/Model.o" "$out/LinuxSystem.o" "$out/Devices.o" -lcrypto
}

# Devices need the system below them and the libraries of USB.
link_devices() {
    mapfile -t system < <(find Sources/LinuxSystem -name '*.swift' | sort)
    module LinuxSystem "${system[@]}"
    mapfile -t devices < <(find Sources/Devices -name '*.swift' | sort)
    module Devices "${devices[@]}"
    link "$1" "Tests/Fuzz/Fuzz$1.swift" "$out/Model.o" "$out/LinuxSystem.o" "$out/Devices.o" \
        -lcrypto -lusb-1.0 -ludev
}

# What devices are read with is compiled into its target as far as it needs no library of the system.
link_mtp() {
    mapfile -t system < <(find Sources/LinuxSystem -name '*.swift' | sort)
    module LinuxSystem "${system[@]}"
    link MTP Sources/Devices/MTP/*.swift Sources/Devices/Tree/ReadOnlyTree.swift \
        Sources/Devices/Tree/TreeEntry.swift Sources/Devices/USB/USBConnection.swift \
        Sources/Devices/DeviceError.swift Tests/Fuzz/FuzzMTP.swift \
        "$out/Model.o" "$out/LinuxSystem.o" -lcrypto
}

mapfile -t model < <(find Sources/Model -name '*.swift' | sort)
mapfile -t formats < <(find Sources/Formats -name '*.swift' | sort)
module Model "${model[@]}"
# Devices know nothing of formats.
[ "${targets[*]}" = Omron ] || module Formats "${formats[@]}"

status=0
for target in "${targets[@]}"; do
    if [ "$target" = Configuration ]; then
        link_configuration
    elif [ "$target" = FAT ]; then
        link_fat
    elif [ "$target" = Archive ]; then
        link Archive Tests/Fuzz/FuzzArchive.swift Tests/TestSupport/ArchiveWriter.swift \
            "$out/Model.o" "$out/Formats.o" -lexpat -lz
    elif [ "$target" = Omron ]; then
        link_devices "$target"
    elif [ "$target" = MTP ]; then
        link_mtp
    else
        link "$target" "Tests/Fuzz/Fuzz$target.swift" Tests/Fuzz/FuzzSink.swift \
            "$out/Model.o" "$out/Formats.o" -lexpat -lz
    fi
    corpus=$out/corpus-$target
    mkdir -p "$corpus"
    if [ -d Samples ]; then
        find Samples -type f -size -64k -print0 | while IFS= read -r -d '' sample; do
            cp "$sample" "$corpus/sample-$(sha1sum <"$sample" | cut -c1-40)"
        done
    fi
    echo "fuzzing $target for $seconds s"
    SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 "$out/$target" "$corpus" \
        -dict=Tests/Fuzz/words.txt -max_len=65536 -timeout=10 -rss_limit_mb=1024 \
        -max_total_time="$seconds" -artifact_prefix="$out/$target-" -print_final_stats=1 \
        >"$out/$target.log" 2>&1 || {
        status=1
        echo "$target found something:"
        grep -E "Fatal error|ERROR|SUMMARY|Test unit written" "$out/$target.log" || true
    }
    grep -E "number_of_executed_units|average_exec_per_sec" "$out/$target.log" || true
done
exit $status
