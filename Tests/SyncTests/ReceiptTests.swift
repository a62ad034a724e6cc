import Sync
import Testing

struct ReceiptTests {
    struct Case: Decodable, CustomTestStringConvertible {
        struct Mark: Decodable {
            let student: String
            let versions: Versions
        }

        let name: String
        let session: String
        let marks: [Mark]
        let text: String
        let count: Int
        let hash: String
        var testDescription: String { name }
    }

    @Test(arguments: try Vectors.load("sync/receipt.json", as: [Case].self)) func vouches(_ expected: Case) {
        let marks = expected.marks.map { Receipt.Mark(student: $0.student, versions: $0.versions) }
        #expect(Receipt.canonicalText(session: expected.session, marks: marks) == expected.text)
        let receipt = Receipt(session: expected.session, marks: marks.reversed())
        #expect(receipt.count == expected.count)
        #expect(receipt.hash == expected.hash)
    }
}
