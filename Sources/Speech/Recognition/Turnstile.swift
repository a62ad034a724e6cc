/// Lets one task in at a time, in the order of their coming.
actor Turnstile {
    private var isTaken = false
    private var waiting: [(ticket: Int, admit: CheckedContinuation<Bool, Never>)] = []
    private var tickets = 0

    /// - Throws: `CancellationError` when the task was cancelled while it waited; then there is nothing to leave.
    func enter() async throws {
        guard isTaken else {
            isTaken = true
            return
        }
        tickets += 1
        let ticket = tickets
        let isAdmitted = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if Task.isCancelled {
                    continuation.resume(returning: false)
                } else {
                    waiting.append((ticket, continuation))
                }
            }
        } onCancel: {
            Task { await self.giveUp(ticket) }
        }
        guard isAdmitted else { throw CancellationError() }
    }

    func leave() {
        if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().admit.resume(returning: true) }
    }

    private func giveUp(_ ticket: Int) {
        guard let place = waiting.firstIndex(where: { $0.ticket == ticket }) else { return }
        waiting.remove(at: place).admit.resume(returning: false)
    }
}
