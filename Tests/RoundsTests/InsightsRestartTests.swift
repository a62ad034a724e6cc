import Foundation
import FoundationNetworking
import Kernel
import TestSupport
import Testing

/// What was acknowledged is there after the process was killed.
@Suite(.serialized) struct InsightsRestartTests {
    private static func call(
        _ server: RunningServer, _ method: String, _ path: String, _ body: [UInt8]? = nil
    ) async throws -> (status: Int, json: JSONValue) {
        let address = server.url.absoluteString + "/api/v1/insights/" + path
        var request = URLRequest(url: try #require(URL(string: address)))
        request.httpMethod = method
        request.httpBody = body.map { Data($0) }
        request.setValue("application/octet-stream", forHTTPHeaderField: "Content-Type")
        let (data, response) = try await URLSession.shared.data(for: request)
        return (
            (response as? HTTPURLResponse)?.statusCode ?? 0, try JSONParser.value(String(decoding: data, as: UTF8.self))
        )
    }

    @Test("An acknowledged import of several parts survives kill -9, figures and bytes alike")
    func killed() async throws {
        var export = InsightsExport()
        let padding = String(repeating: "Anatomy of the hand ", count: 40)
        for student in 1...60 {
            for day in 10...30 {
                for hour in 10...14 {
                    export.add(
                        "36200\(100 + student)", "2025-10-\(day) \(hour):00", (student + day + hour) % 3 > 0, padding)
                }
            }
        }
        let bytes = export.bytes
        #expect(bytes.count > 5 << 20)
        try await withTemporaryFolder { folder in
            let arguments = ["--data-dir", folder.path, "--port", "0"]
            let before = try await RunningServer.with(arguments) { server in
                let answer = try await Self.call(server, "POST", "imports?name=a501.csv", bytes)
                #expect(answer.status == 201 && answer.json["accounting"]?["kept"] == 6_300)
                let view = try await Self.call(server, "GET", "summary?module=501")
                _ = server.stop(with: SIGKILL)
                return view.json
            }
            try await RunningServer.with(arguments) { server in
                let view = try await Self.call(server, "GET", "summary?module=501")
                #expect(view.status == 200 && view.json == before)
                let again = try await Self.call(server, "POST", "imports?name=a501.csv", bytes)
                #expect(again.status == 200 && again.json["state"] == "same")
            }
        }
    }
}
