package import Kernel
import Synchronization

/// Looks at the parts of the program when it is asked, all at once and none for longer than its time, and remembers
/// what was wrong with each the last time.
package final class HealthMonitor: Sendable {
    private let parts: [any HealthPart]
    private let patience: Duration
    private let clock: WallClock
    private let errors = Mutex<[String: PartHealth.LastError]>([:])

    package init(parts: [any HealthPart], patience: Duration = .seconds(3), clock: WallClock = .system) {
        self.parts = parts
        self.patience = patience
        self.clock = clock
    }

    /// - Parameter names: parts to look at; nil for all
    /// - Returns: in the order in which they were given
    package func look(at names: Set<String>? = nil) async -> [PartHealth] {
        await withTaskGroup(of: (Int, PartHealth).self) { group in
            for (index, part) in parts.enumerated() where names?.contains(part.name) ?? true {
                group.addTask { (index, await self.look(at: part)) }
            }
            var found: [(Int, PartHealth)] = []
            for await result in group { found.append(result) }
            return found.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func look(at part: any HealthPart) async -> PartHealth {
        let begun = ContinuousClock.now
        let finding: PartFinding
        do {
            finding = try await Deadline.within(patience) { try await part.look() }
        } catch {
            finding = PartFinding(.down, error: (error as? any Failure)?.code ?? "internal_error")
        }
        let time = (ContinuousClock.now - begun) / .milliseconds(1)
        let now = clock.now()
        let last = errors.withLock { errors in
            if let code = finding.error { errors[part.name] = .init(code: code, at: now) }
            return errors[part.name]
        }
        return PartHealth(
            name: part.name, isRequired: part.isRequired, status: finding.status,
            milliseconds: (time * 100).rounded() / 100, lastError: last, details: finding.details)
    }
}
