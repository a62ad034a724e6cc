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
        remoteAddress = source.channel.remoteAddress?.ipAddress ?? "local"
    }
}
