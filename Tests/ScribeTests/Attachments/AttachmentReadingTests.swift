import Jobs
import Kernel
import Language
import Logging
import Persistence
import TestSupport
import Testing
import Web

@testable import Scribe

/// Attachments become text, page by page, and are found and quoted by it.
@Suite struct AttachmentReadingTests {
    private func attach(
        _ bytes: [UInt8], name: String, in session: SessionInfo, _ rounds: SampleRounds
    ) async throws -> Scribe.Attachment {
        try await rounds.store.attach(
            media: try await rounds.keep(bytes), name: name, session: session.id, by: .grey, identity: name)
    }

    private func work(_ rounds: SampleRounds) async throws {
        let worker = JobWorker(
            store: rounds.store.jobs, handlers: [ReadAttachment(store: rounds.store)],
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try await worker.workOff()
    }

    private func found(_ words: String, _ rounds: SampleRounds) async throws -> [String] {
        try await rounds.store.database.read { reader in
            try ScribeIndex.texts.search(TextQuery(words), reader).hits.map(\.key)
        }
    }

    @Test(arguments: TestEngine.available)
    func textIsKeptFoundAndQuotedByPage(engine: TestEngine) async throws {
        try await SampleRounds.with(engine) { rounds in
            let session = try await SampleContents.session(rounds)
            let topics = (1...60).map { "Topic number \($0) is the mitral valve. It closes in systole." }
            let attachment = try await attach(MadeAttachment.sheets(topics), name: "plan.xlsx", in: session, rounds)
            #expect(attachment.kind == "xlsx" && attachment.state == .reading)
            try await work(rounds)
            let card = try await rounds.store.attachment(attachment.id, for: .grey)
            #expect(card.state == .ready && card.attachment.pages == 60 && card.reason == nil)
            let pages = try await rounds.store.pages(of: attachment, from: 31, limit: 2)
            #expect(pages.map(\.number) == [31, 32])
            #expect(pages.map(\.title) == ["Week 31", "Week 32"])
            #expect(pages[0].text == "Topic\n" + topics[30])
            #expect(try await found("\"topic number 42\"", rounds) == ["page:\(attachment.id):42"])
            #expect(try await found("\"week 7\"", rounds) == ["page:\(attachment.id):7"], "by a sheet's name")

            let passages = try await rounds.store.attachmentPassages(session: session)
            #expect(passages.count == 60)
            #expect(
                passages[6].page == 7 && passages[6].source.id == attachment.id
                    && passages[6].source.title == "plan.xlsx")
            #expect(passages[6].text.hasSuffix("It closes in systole."))
        }
    }

    @Test(arguments: TestEngine.available)
    func whatCannotBeReadSaysWhyAndBlocksNothing(engine: TestEngine) async throws {
        try await SampleRounds.with(engine) { rounds in
            let session = try await SampleContents.session(rounds)
            let random = (0..<4_000).map { UInt8(truncatingIfNeeded: ($0 &* $0) >> 3) }
            let files: [(String, [UInt8])] = [
                ("locked.docx", MadeAttachment.locked), ("broken.pptx", MadeAttachment.broken), ("x.bin", random),
                ("blank.txt", Array("  \n\n ".utf8)), ("notes.md", Array("# Valves\n\u{0}\u{1}".utf8)),
                ("good.txt", Array("The mitral valve has two cusps.".utf8)),
            ]
            for (name, bytes) in files {
                _ = try await attach(bytes, name: name, in: session, rounds)
                rounds.clock.move(seconds: 1)
            }
            try await work(rounds)
            let cards = try await rounds.store.attachments(of: session)
            #expect(cards.map(\.attachment.name) == files.map(\.0))
            #expect(cards.map(\.state) == [.failed, .failed, .failed, .noText, .failed, .ready])
            #expect(
                cards.map(\.reasonCode) == [
                    "encrypted", "damaged", "unsupported_document", "no_text", "unsupported_document", nil,
                ])
            #expect(cards.map { $0.reason?.isEmpty }[0..<5] == [false, false, false, false, false])
            #expect(cards.map(\.attachment.kind) == ["other", "other", "other", "text", "other", "text"])
            #expect(try await found("cusps", rounds).count == 1)
            let jobs = try await rounds.store.jobs.list()
            #expect(jobs.filter { $0.state == .failed }.count == 4 && jobs.filter { $0.state == .succeeded }.count == 2)
            #expect(jobs.allSatisfy { !($0.message ?? "").contains("mitral") })
        }
    }

    @Test(arguments: TestEngine.available)
    func readingTwiceGivesTheSamePages(engine: TestEngine) async throws {
        try await SampleRounds.with(engine) { rounds in
            let session = try await SampleContents.session(rounds)
            let bytes = MadeAttachment.sheets(["mitral", "aortic"])
            let first = try await attach(bytes, name: "a.xlsx", in: session, rounds)
            let again = try await attach(bytes, name: "a.xlsx", in: session, rounds)
            #expect(first.id == again.id)
            try await work(rounds)
            try await rounds.store.jobs.enqueue(kind: ReadAttachment.kind, subject: first.id)
            try await work(rounds)
            #expect(try await rounds.count("scribe_page") == 2)
            #expect(try await found("aortic", rounds) == ["page:\(first.id):2"])
            #expect(try await rounds.store.attachments(of: session).count == 1)
        }
    }

    @Test(arguments: TestEngine.available)
    func whatIsDeletedIsNotFoundUntilItComesBack(engine: TestEngine) async throws {
        try await SampleRounds.with(engine) { rounds in
            let session = try await SampleContents.session(rounds)
            let bytes = Array("The mitral valve.".utf8)
            let attachment = try await attach(bytes, name: "a.txt", in: session, rounds)
            let unread = try await attach(bytes, name: "b.txt", in: session, rounds)
            try await rounds.store.delete(unread, by: .grey)
            try await work(rounds)
            #expect(try await rounds.count("scribe_page") == 1, "its job ended with it")
            try await rounds.store.delete(attachment, by: .grey)
            #expect(try await found("mitral", rounds).isEmpty)
            #expect(try await rounds.store.attachments(of: session).isEmpty)
            #expect(try await rounds.store.attachmentPassages(session: session).isEmpty)
            await #expect(throws: AttachmentError.unknownAttachment) {
                try await rounds.store.attachment(attachment.id, for: .grey)
            }
            try await rounds.store.restore(attachment)
            try await rounds.store.restore(unread)
            #expect(try await found("mitral", rounds).count == 1, "at once")
            try await work(rounds)
            #expect(try await found("mitral", rounds).count == 2, "and what was not read yet is read")

            try await rounds.store.delete(attachment, by: .grey)
            rounds.clock.move(days: 8)
            await #expect(throws: ScribeError.nothingToRestore) { try await rounds.store.restore(attachment) }
            try await rounds.store.purgeAttachment(attachment.id, because: .expired, now: rounds.clock.now)
            #expect(try rounds.files().count == 1, "the other one has the same bytes")
            try await rounds.store.purgeAttachment(unread.id, because: .expired, now: rounds.clock.now)
            #expect(try rounds.files().isEmpty)
            #expect(try await rounds.count("scribe_page") == 0)
            #expect(try await rounds.count("scribe_attachment") == 0)
        }
    }

    @Test func aSessionsContentsTakeItsFilesAlongAndBringThemBack() async throws {
        try await SampleRounds.with { rounds in
            let session = try await SampleContents.session(rounds)
            _ = try await attach(Array("The mitral valve.".utf8), name: "a.txt", in: session, rounds)
            try await work(rounds)
            #expect(try await rounds.store.contents(of: session).first { $0.name == "attachments" }?.count == 1)
            try await rounds.store.deleteContents(of: session, by: .grey)
            #expect(try await found("mitral", rounds).isEmpty)
            try await rounds.store.restoreContents(of: session)
            #expect(try await found("mitral", rounds).count == 1)
        }
    }

    /// A job that went without a word (its worker killed the program each time) leaves no file that is read for ever.
    @Test func aJobThatFailedForGoodIsTold() async throws {
        try await SampleRounds.with { rounds in
            let session = try await SampleContents.session(rounds)
            let attachment = try await attach(Array("x".utf8), name: "a.txt", in: session, rounds)
            let job = try await rounds.store.jobs.jobs(subject: attachment.id)[0]
            try await rounds.store.jobs.cancel(job.id)
            let card = try await rounds.store.attachment(attachment.id, for: .grey)
            #expect(card.state == .failed && card.reasonCode == "interrupted")
            try await rounds.store.database.write { tx in
                try ReadAttachment(store: rounds.store).failed(job, in: tx)
            }
            #expect(try await rounds.store.attachment(attachment.id, for: .grey).attachment.state == .failed)
        }
    }
}
