import Model
import Testing

@testable import Summary

@Suite struct DeviceJSONTests {
    private func line(_ device: DeviceRow) -> String {
        DeviceJSON.line(device, home: Example.home)
    }

    @Test func `a device that is plugged in and read says all that is known`() {
        let device = DeviceRow(
            vendor: "GARMIN",
            product: "eTrex 30",
            serial: "0000E5F1A2B3",
            how: "files",
            isPresent: true,
            state: .read,
            lastSync: Example.at("06:02:03.530")
        )
        #expect(
            line(device)
                == #"{"vendor":"GARMIN","product":"eTrex 30","serial":"0000E5F1A2B3","#
                + #""how":"files","state":"read","present":true,"#
                + #""lastSync":"2026-11-21T07:02:03.530+01:00"}"#
        )
    }

    @Test func `what is not known is absent`() {
        #expect(
            line(DeviceRow(isPresent: false, state: .waiting)) == #"{"state":"waiting"}"#
        )
    }

    @Test func `what is wrong is said, and nothing breaks the line`() {
        let device = DeviceRow(
            product: "a\"\n\u{1B}[2J",
            isPresent: true,
            state: .busy,
            message: "gvfs holds it",
            advice: "unmount it"
        )
        #expect(
            line(device)
                == #"{"product":"a\"\n\u001b[2J","state":"busy","present":true,"#
                + #""message":"gvfs holds it","advice":"unmount it"}"#
        )
    }

    @Test func `every state is a word of its own`() {
        let lines = DeviceState.allCases.map { line(DeviceRow(isPresent: false, state: $0)) }
        #expect(
            lines
                == [
                    "waiting", "reading", "read", "partly", "busy", "forbidden", "unsupported",
                    "failed",
                ].map { "{\"state\":\"\($0)\"}" }
        )
    }
}
