package import Kernel
import Sync

/// What a device is told: verdicts, changes, and where it stands.
package struct SyncAnswer: Sendable {
    /// Version of the protocol: the one that was asked.
    let version: Int64
    /// Who is signed in, so that a device does not take another person's records for its user's.
    package let user: String
    package let epoch: String
    package let serverTime: Instant
    let serverStamp: Stamp
    package let verdicts: [Verdict]
    package let receipts: [SignedReceipt]
    let page: Pull.Page?
    /// The cursor that came, handed back when nothing was pulled.
    let cursor: String?
    package let heard: HeardOperations

    package var nextCursor: String? { page?.cursor.text ?? cursor }
    package var isReset: Bool { page?.reset ?? false }
    package var total: Int64? { page?.total }
    package var hasMore: Bool { page?.more ?? false }
    /// There is a newer version than the one the device speaks.
    package var advisesUpdate: Bool { version < SyncRequest.protocols.upperBound }
    /// The records of an answer in protocol 1, for tests and for devices that live in this process.
    package var records: [JSONValue] {
        get throws { try page.map { try JSONParser.value($0.records).array ?? [] } ?? [] }
    }

    package var json: [UInt8] {
        var json = JSONWriter()
        json.object {
            $0.member("protocol", version)
            $0.member("minimumProtocol", SyncRequest.protocols.lowerBound)
            $0.member("update", advisesUpdate)
            $0.member("user", user)
            $0.member("epoch", epoch)
            $0.member("serverTime", serverTime.rfc3339)
            $0.member("serverStamp", serverStamp.text)
            $0.member("verdicts", objects: { json in for verdict in verdicts { json.verdict(verdict) } })
            $0.member("reset", isReset)
            $0.member("records", with: { $0.raw(page?.records ?? Array("[]".utf8)) })
            if version >= 2 {
                $0.member("texts", with: { $0.array { for text in page?.texts ?? [] { $0.value(text) } } })
            }
            $0.member("total", page?.total)
            $0.member("cursor", nextCursor)
            $0.member("more", hasMore)
            $0.member(
                "device",
                with: { json in
                    json.object {
                        $0.member("heard", heard.heard)
                        $0.member("gaps", raw: heard.storedGaps)
                    }
                })
            $0.member("receipts", objects: { json in for receipt in receipts { json.receipt(receipt) } })
        }
        return json.bytes
    }
}

extension JSONWriter {
    mutating func verdict(_ verdict: Verdict) {
        object { $0.verdictMembers(verdict) }
    }

    mutating func verdictMembers(_ verdict: Verdict) {
        member("id", verdict.id)
        member("verdict", verdict.kind.rawValue)
        member("original", verdict.original?.rawValue)
        member("code", verdict.code)
        member("message", verdict.message)
        member("flags", raw: MarkFlag.stored(verdict.flags))
        member("dispute", verdict.dispute)
    }

    mutating func receipt(_ receipt: SignedReceipt) {
        object {
            $0.member("id", receipt.id)
            $0.member("session", receipt.session)
            $0.member("count", Int64(receipt.count))
            $0.member("hash", receipt.hash)
            $0.member("signature", receipt.signature)
            $0.member("at", receipt.at.rfc3339)
        }
    }
}
