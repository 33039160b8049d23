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
    -Xcc "-fmodule-map-file=$PWD/Sources/CEpoll/module.modulemap"
    -Xcc "-I$(pkg-config --variable=includedir libusb-1.0)/libusb-1.0"
    -Xcc "-fmodule-map-file=$PWD/$out/CToml.modulemap")

# module NAME…: compiles modules of the package into one object each, once.
declare -A modules=()
module() {
    local name sources
    for name in "$@"; do
        [ -z "${modules[$name]:-}" ] || continue
        mapfile -t sources < <(find "Sources/$name" -name '*.swift' | sort)
        swiftc "${flags[@]}" -wmo -module-name "$name" -emit-module \
            -emit-module-path "$out/$name.swiftmodule" -c "${sources[@]}" -o "$out/$name.o"
        modules[$name]=built
    done
}

# link TARGET SOURCES, OBJECTS AND LIBRARIES…: makes a program out of a target and what it needs.
link() {
    local target=$1
    shift
    swiftc "${flags[@]}" -wmo -module-name "Fuzz$target" -use-ld=lld \
        "Tests/Fuzz/Fuzz$target.swift" "$@" -o "$out/$target"
}

# The configuration is read by C++ below and Swift above, so its target is put together by hand.
link_configuration() {
    clang++ -std=c++17 -O1 -fsanitize=fuzzer-no-link,address -ISources/CToml/include \
        -c Sources/CToml/CToml.cpp -o "$out/CToml.o"
    module Model LinuxSystem Scoring
    link Configuration Sources/Daemon/Configuration/*.swift \
        "$out/Model.o" "$out/Scoring.o" "$out/LinuxSystem.o" "$out/CToml.o" -lcrypto -lstdc++
}

# link_devices TARGET SOURCES…: a target that feeds devices, which know nothing of formats.
link_devices() {
    module Model LinuxSystem Devices
    link "$@" "$out/Model.o" "$out/LinuxSystem.o" "$out/Devices.o" -lcrypto -lusb-1.0 -ludev
}

link_formats() {
    module Model Formats
    link "$1" Tests/Fuzz/FuzzSink.swift "$out/Model.o" "$out/Formats.o" -lexpat -lz
}

status=0
for target in "${targets[@]}"; do
    case $target in
        Configuration) link_configuration ;;
        # Its seeds are small disks, which the tests know how to make.
        FAT) link_devices FAT Tests/DevicesTests/Support/{FAT,Disk,Sparse}*.swift ;;
        MTP | Omron) link_devices "$target" ;;
        *) link_formats "$target" ;;
    esac
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
