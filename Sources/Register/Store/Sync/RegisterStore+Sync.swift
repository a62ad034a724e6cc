import Kernel
import Persistence
import Sync
package import Web

extension RegisterStore {
    static let horizonKey = "register tombstone horizon"
    /// Marks of older sessions are read on demand.
    static let syncedDays = 28
    /// A device that only reads is noted as seen at most this often.
    private static let seenInterval: Int64 = 60_000

    /// Operations up, verdicts and changes down, in one round trip. The verdicts are durable before anything is answered.
    package func sync(_ request: SyncRequest, by caller: Principal) async throws -> SyncAnswer {
        var pushed = Pushed()
        if !request.operations.isEmpty {
            pushed = try await database.write { [self] in try push(request, by: caller, in: $0) }
            if let latest = pushed.latest { observe(latest) }
        }
        var pulled = Pulled(page: nil, epoch: pushed.epoch, device: pushed.device)
        if request.limit > 0 || request.operations.isEmpty {
            pulled = try await database.read { [self] in try pull(request, by: caller, from: $0) }
        }
        if request.operations.isEmpty, isNews(pulled.device, request, caller) {
            pulled.device = try await database.write { [self] in try hear([], from: request, by: caller, in: $0) }
        }
        return SyncAnswer(
            version: request.version, user: caller.userID, epoch: pulled.epoch, serverTime: clock.now(),
            serverStamp: stamp(),
            verdicts: pushed.verdicts,
            receipts: pushed.receipts, page: pulled.page, cursor: request.cursor,
            heard: pulled.device?.heard ?? HeardOperations())
    }

    private struct Pushed: Sendable {
        var verdicts: [Verdict] = []
        var receipts: [SignedReceipt] = []
        var latest: Stamp?
        var epoch = ""
        var device: DeviceRecord?
    }

    private struct Pulled: Sendable {
        var page: Pull.Page?
        var epoch: String
        var device: DeviceRecord?
    }

    private func push(_ request: SyncRequest, by caller: Principal, in tx: any Transaction) throws -> Pushed {
        let epoch = try tx.epoch()
        // After a restore a device brings what was agreed before, and that comes before what waits: a device that does not
        // know of the restore yet is told of it first, and its operations are not heard.
        if let known = request.epoch, known != epoch {
            return Pushed(epoch: epoch, device: try hear([], from: request, by: caller, in: tx))
        }
        let readable = request.operations.compactMap { incoming in
            if case .operation(let operation) = incoming { operation } else { nil }
        }
        let applied = try apply(readable, by: caller, as: .device, in: tx)
        let device = try hear(applied.recorded, from: request, by: caller, in: tx)
        var verdicts = applied.verdicts.makeIterator()
        return Pushed(
            verdicts: request.operations.compactMap { incoming in
                switch incoming {
                case .operation: verdicts.next()
                case .malformed(let verdict): verdict
                }
            },
            receipts: try applied.receiptsFor.sorted().compactMap { try makeReceipt(for: $0, by: caller, in: tx) },
            latest: applied.latest, epoch: epoch, device: device)
    }

    /// Notes which operations of which device are in the history now.
    /// - Returns: the sending device.
    private func hear(
        _ operations: [Operation], from request: SyncRequest, by caller: Principal, in tx: any Transaction
    ) throws -> DeviceRecord? {
        let now = clock.now()
        let ids = Set(operations.map(\.device)).union([request.device]).sorted()
        var devices: [String: DeviceRecord] = [:]
        for row in try tx.fetchAll("SELECT \(DeviceRecord.columns) FROM device WHERE id IN \(list: ids)") {
            let device = try DeviceRecord(row)
            devices[device.id] = device
        }
        for id in ids {
            var device =
                devices[id] ?? DeviceRecord(id: id, userID: caller.userID, userName: caller.name, name: nil, at: now)
            for operation in operations where operation.device == id { device.heard.hear(operation.seq) }
            // A file of unsent work may be sent from another device; that says nothing about whose the first one is.
            if id == request.device {
                device.lastSeen = now
                device.userID = caller.userID
                device.userName = caller.name
                device.name = request.deviceName ?? device.name
            }
            try tx.execute(device.upsert)
            devices[id] = device
        }
        return devices[request.device]
    }

    private func isNews(_ device: DeviceRecord?, _ request: SyncRequest, _ caller: Principal) -> Bool {
        guard let device else { return true }
        return device.lastSeen.milliseconds + Self.seenInterval < clock.now().milliseconds
            || device.userID != caller.userID || (request.deviceName != nil && request.deviceName != device.name)
    }

    private func pull(
        _ request: SyncRequest, by caller: Principal, from reader: any Reader
    ) throws -> Pulled {
        let device = try reader.fetchOne("SELECT \(DeviceRecord.columns) FROM device WHERE id = \(request.device)")
            .map(DeviceRecord.init)
        guard request.limit > 0 else { return Pulled(page: nil, epoch: try reader.epoch(), device: device) }
        let today = try SchoolSettings.current(reader).today(at: clock.now())
        let context = PullContext(
            caller: caller, scope: try Scope.of(caller, reader), marksSince: today.adding(days: -Self.syncedDays))
        let page = try Pull(reader: reader, context: context, limit: request.limit, version: request.version)
            .page(after: request.cursor)
        return Pulled(page: page, epoch: page.cursor.epoch, device: device)
    }
}
