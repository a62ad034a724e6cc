import HTTPTypes
import Kernel
package import NIOCore
import NIOHTTP1

/// Helps clients that type `?q=ü` into an address as it is, and answers in words what is no HTTP at all. The decoder refuses
/// every byte beyond ASCII in a request line, and Hummingbird answers what the decoder refuses with an empty body; so one
/// handler stands before the decoder and one behind it.
package final class PlainAddresses: ChannelInboundHandler, RemovableChannelHandler {
    package typealias InboundIn = NIOAny

    package init() {}

    package func handlerAdded(context: ChannelHandlerContext) {
        do {
            let pipeline = context.pipeline.syncOperations
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            let line = RequestLine()
            try pipeline.addHandler(line, position: .before(decoder))
            try pipeline.addHandler(RefusedRequest(line), position: .after(decoder))
        } catch {
            context.fireErrorCaught(error)
        }
    }
}

/// Writes UTF-8 in the first line of a request as escapes (RFC 3986 §2.5). It looks only where a request begins: bodies and
/// headers pass as they are, and so do bytes that are no UTF-8.
final class RequestLine: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private var isBeforeLineEnd = true

    /// The next bytes begin a request.
    func requestEnded() { isBeforeLineEnd = true }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard isBeforeLineEnd else { return context.fireChannelRead(data) }
        let bytes = unwrapInboundIn(data).readableBytesView
        let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
        isBeforeLineEnd = end == bytes.endIndex
        let line = bytes[bytes.startIndex..<end]
        guard line.contains(where: { $0 >= 0x80 }), String(validating: line, as: UTF8.self) != nil else {
            return context.fireChannelRead(data)
        }
        var escaped = context.channel.allocator.buffer(capacity: bytes.count + 64)
        for byte in line {
            if byte >= 0x80 {
                escaped.writeBytes([UInt8(ascii: "%"), Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]])
            } else {
                escaped.writeInteger(byte)
            }
        }
        escaped.writeBytes(bytes[end...])
        context.fireChannelRead(wrapInboundOut(escaped))
    }

    private static let digits = Array("0123456789ABCDEF".utf8)
}

/// Gives the refusal of the decoder a problem document.
final class RefusedRequest: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let line: RequestLine
    private var isRefused = false

    init(_ line: RequestLine) { self.line = line }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .end = unwrapInboundIn(data) { line.requestEnded() }
        context.fireChannelRead(data)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        isRefused = isRefused || error is HTTPParserError
        context.fireErrorCaught(error)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard isRefused, case .head(var head) = unwrapOutboundIn(data), head.status == .badRequest,
            head.headers["Content-Length"] == ["0"]
        else { return context.write(data, promise: promise) }
        let bytes = Problem(WebError.unreadableRequest).document(requestID: Identifier.v7()).canonicalBytes
        head.headers.replaceOrAdd(name: "Content-Type", value: Problem.mediaType)
        head.headers.replaceOrAdd(name: "Content-Length", value: String(bytes.count))
        for (name, value) in SecurityHeaders.fields { head.headers.replaceOrAdd(name: name.rawName, value: value) }
        context.write(wrapOutboundOut(.head(head)), promise: promise)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes)))), promise: nil)
    }
}
