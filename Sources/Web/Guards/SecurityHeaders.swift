import HTTPTypes

/// Sent with every response.
enum SecurityHeaders {
    static let fields: [(name: HTTPField.Name, value: String)] = [
        (
            HTTPField.Name("Content-Security-Policy")!,
            """
            default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'none'; \
            base-uri 'none'; frame-ancestors 'none'; connect-src 'self'; worker-src 'self'; form-action 'self'
            """
        ),
        (HTTPField.Name("X-Content-Type-Options")!, "nosniff"),
        (HTTPField.Name("Referrer-Policy")!, "same-origin"),
        (
            HTTPField.Name("Permissions-Policy")!,
            "camera=(), geolocation=(), microphone=(self), payment=(), usb=(), serial=(), browsing-topics=()"
        ),
        (HTTPField.Name("Cross-Origin-Opener-Policy")!, "same-origin"),
        (HTTPField.Name("Cross-Origin-Resource-Policy")!, "same-origin"),
    ]
}
