package import Kernel

/// Writes down what no store sees: who was refused, and what left as a file. `Web` asks, `Operations` answers.
package protocol AccessRecorder: Sendable {
    /// Somebody signed in asked for what they may not have.
    func refused(_ requester: Requester, because code: String) async

    /// A file is about to be sent. When this throws it is not.
    func exported(_ requester: Requester) async throws
}
