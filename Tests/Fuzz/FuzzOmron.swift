// Any bytes as what an HJ-720IT sends: nothing traps, the reading ends soon, and what it returns keeps
// the promises of a memory.
@testable import Devices

/// A device that sends the bytes of an input, eight at a time, whatever it is asked.
///
/// A report that begins with 0xFE is a pause and one that begins with 0xFF a pulled plug. Behind the
/// last one there is silence.
private final class RubbishConnection: USBConnection {
    private var rest: ArraySlice<UInt8>
    private(set) var calls = 0

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    func control(
        _ request: USBControlRequest,
        sending data: [UInt8],
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) {
        calls += 1
    }

    func read(
        endpoint: USBEndpoint,
        length: Int,
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) -> [UInt8] {
        calls += 1
        let report = Array(rest.prefix(length))
        rest = rest.dropFirst(length)
        switch report.first {
        case nil, 0xFE: throw .timedOut("silence")
        case 0xFF: throw .gone
        default: return report
        }
    }

    func write(
        _ bytes: [UInt8],
        to endpoint: USBEndpoint,
        timeoutMilliseconds: UInt32
    ) throws(DeviceError) {
        calls += 1
    }

    func clearHalt(_ endpoint: USBEndpoint) throws(DeviceError) {
        calls += 1
    }
}

/// Reads an input as the answers of a pedometer, and each of its parts by itself.
///
/// An input whose first byte is odd is one body without framing, so that the pages behind the check
/// byte are reached as well.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOmron(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: data, count: count)
    guard let first = bytes.first else { return 0 }
    let input = Array(bytes.dropFirst())
    if first & 1 == 1 {
        check(OmronDayPages.hours(input))
        if let summary = OmronDayPages.summary(input) {
            precondition((0...99_999).contains(summary.steps), "more steps than five digits hold")
        }
        _ = USBStrings.text(input)
        return 0
    }
    let connection = RubbishConnection(input[...])
    do throws(DeviceError) {
        let memory = try OmronPedometer.read(connection)
        precondition(memory.days.count <= OmronPedometer.mostDays, "more days than it can keep")
        for day in memory.days { check(day.hours) }
    } catch {
        precondition(error != .stopped, "nobody stopped it")
    }
    precondition(connection.calls < 20_000 + 2 * count, "it does not end")
    return 0
}

private func check(_ hours: [PedometerMemory.Hour]?) {
    guard let hours else { return }
    precondition(hours.count % 8 == 0, "a page is eight hours")
    for hour in hours {
        precondition((0...16_383).contains(hour.steps), "more than 14 bits")
        precondition((0...16_383).contains(hour.aerobicSteps), "more than 14 bits")
    }
}
