import Foundation
import Glibc
import Synchronization

/// An HTTP server on 127.0.0.1 that answers what the test says, one connection after the other, on a thread of its own.
package final class ScriptedServer: Sendable {
    package struct Received: Sendable {
        package let path: String
        /// Names in lower case.
        package let headers: [String: String]
        package let body: String
    }

    package struct Response: Sendable {
        package var status = 200
        package var headers: [String: String] = [:]
        package var body: String
        /// Nothing is answered; the connection stays open until the server closes.
        package var isSilent = false

        package init(_ body: String) { self.body = body }

        package init(_ status: Int, headers: [String: String] = [:], _ body: String = "") {
            (self.status, self.headers, self.body) = (status, headers, body)
        }

        package static var silence: Response {
            var response = Response("")
            response.isSilent = true
            return response
        }
    }

    private let listener: Int32
    private let requests = Mutex<[Received]>([])
    private let held = Mutex<[Int32]>([])
    package let port: UInt16

    package var received: [Received] { requests.withLock { $0 } }
    package var url: String { "http://127.0.0.1:\(port)/v1" }

    /// - Parameter answer: gets the request and its number, from 1
    package init(_ answer: @escaping @Sendable (Received, Int) -> Response) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = listener
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && listen(descriptor, 16) == 0
                    && getsockname(descriptor, address, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [self] in serve(answer) }
    }

    package func close() {
        shutdown(listener, Int32(SHUT_RDWR))
        Glibc.close(listener)
        held.withLock { for connection in $0 { Glibc.close(connection) } }
    }

    private func serve(_ answer: @Sendable (Received, Int) -> Response) {
        while true {
            let connection = accept(listener, nil, nil)
            guard connection >= 0 else { return }
            guard let request = Self.read(connection) else {
                Glibc.close(connection)
                continue
            }
            let number = requests.withLock { list in
                list.append(request)
                return list.count
            }
            let response = answer(request, number)
            if response.isSilent {
                held.withLock { $0.append(connection) }
                continue
            }
            Self.write(response, to: connection)
            Glibc.close(connection)
        }
    }

    private static func read(_ connection: Int32) -> Received? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
            let text = String(decoding: bytes, as: UTF8.self)
            guard let end = text.range(of: "\r\n\r\n") else { continue }
            let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
            var headers: [String: String] = [:]
            for line in lines.dropFirst() {
                let parts = line.split(separator: ":", maxSplits: 1)
                if parts.count == 2 {
                    headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
                }
            }
            let body = text[end.upperBound...]
            guard body.utf8.count >= Int(headers["content-length"] ?? "0") ?? 0 else { continue }
            let path = lines[0].split(separator: " ")[1]
            return Received(path: String(path), headers: headers, body: String(body))
        }
    }

    private static func write(_ response: Response, to connection: Int32) {
        var head = "HTTP/1.1 \(response.status) Scripted\r\nContent-Type: application/json\r\nConnection: close\r\n"
        for (name, value) in response.headers { head += "\(name): \(value)\r\n" }
        let bytes = Array((head + "Content-Length: \(response.body.utf8.count)\r\n\r\n" + response.body).utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }
}

package func withScriptedServer(
    _ answer: @escaping @Sendable (ScriptedServer.Received, Int) -> ScriptedServer.Response,
    _ body: (ScriptedServer) async throws -> Void
) async throws {
    let server = try ScriptedServer(answer)
    defer { server.close() }
    try await body(server)
}
