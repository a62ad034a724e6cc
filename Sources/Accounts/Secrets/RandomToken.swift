import Foundation
import Kernel

/// Secrets from the system's generator.
enum RandomToken {
    static func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    static func hex(bytes count: Int) -> String {
        Hex.text(bytes(count))
    }

    /// 256 random bits as 43 characters that need no quoting in a cookie or a header.
    static func base64url() -> String {
        Data(bytes(32)).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
            "=", with: "")
    }
}
