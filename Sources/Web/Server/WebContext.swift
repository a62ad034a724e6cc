package import Hummingbird
import Kernel

/// What Hummingbird carries through one request.
package struct WebContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    let requestID: String
    let remoteAddress: String

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        requestID = Identifier.v7()
        // no address: a test without a socket, or a Unix socket; the other end is this computer
        remoteAddress = source.channel.remoteAddress?.ipAddress ?? "127.0.0.1"
    }
}
