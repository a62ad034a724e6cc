import Kernel
import Persistence
import Web

extension RegisterStore {
    /// Stores the evidence of an absence notice, replacing an earlier one: the student's own until it is decided, anybody's
    /// by those who ask on behalf of others.
    func store(_ evidence: Evidence, forException id: String, by caller: Principal) async throws -> (Row, Bool) {
        try await database.write { [self] tx in
            let (row, _) = try visibleException(id, caller, tx)
            let notice = try NoticeRecord(row)
            if caller.role.reach(.requestAbsence) != .everybody, notice.state == .approved || notice.state == .declined
            {
                throw RegisterError.noticeDecided
            }
            try tx.execute(
                """
                UPDATE absence_notice SET evidence_name = \(evidence.name), evidence_size = \(evidence.bytes.count),
                    evidence_type = \(evidence.format.rawValue), evidence_bytes = \(evidence.bytes),
                    change = \(try tx.nextChange())
                WHERE id = \(id)
                """)
            return try visibleException(id, caller, tx)
        }
    }

    /// - Throws: `RegisterError.noEvidence`, also for those who are shown no reasons
    func evidence(ofException id: String, _ caller: Principal) async throws -> Evidence {
        try await database.read { [self] reader in
            let (_, showsReasons) = try visibleException(id, caller, reader)
            let row = try reader.fetchOne("SELECT evidence_name, evidence_bytes FROM absence_notice WHERE id = \(id)")
            guard showsReasons, let name = row?[0].text, let bytes = row?[1].blob else {
                throw RegisterError.noEvidence
            }
            return try Evidence(name: name, bytes: bytes)
        }
    }
}
