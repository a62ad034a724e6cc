import Foundation
import Kernel
import Persistence
import Testing
import TestSupport

@Suite struct VaultTests {
    private static let note = Array("Pt Harborview walked 150 ft with min A.".utf8)

    @Test("What was sealed opens in its own place, and says nothing to anybody else")
    func roundTrip() throws {
        let vault = Vault(keys: [.make()])
        let record = try vault.seal(Self.note, in: "note/1")
        #expect(try vault.open(record, in: "note/1") == Self.note)
        #expect(Data(record).range(of: Data("Harborview".utf8)) == nil)
        #expect(try vault.seal(Self.note, in: "note/1") != record)
        #expect(throws: VaultError.damaged) { try vault.open(record, in: "note/2") }
        #expect(throws: VaultError.unknownKey) { try Vault(keys: [.make()]).open(record, in: "note/1") }
    }

    @Test("No byte of a record can be changed or left out")
    func tampering() throws {
        let vault = Vault(keys: [.make()])
        let record = try vault.seal(Self.note, in: "note/1")
        for position in record.indices {
            var changed = record
            changed[position] ^= 1
            #expect(throws: VaultError.self) { try vault.open(changed, in: "note/1") }
        }
        for length in [0, 1, 8, 9, 36, 37, record.count - 1] {
            #expect(throws: VaultError.damaged) { try vault.open(Array(record.prefix(length)), in: "note/1") }
        }
    }

    @Test("An empty text is sealed too")
    func empty() throws {
        let vault = Vault(keys: [.make()])
        #expect(try vault.text(vault.seal("", in: "a"), in: "a") == "")
    }

    @Test("After a rotation the new key seals and the old one still opens")
    func rotation() throws {
        let (old, new) = (VaultKey.make(), VaultKey.make())
        let record = try Vault(keys: [old]).seal(Self.note, in: "note/1")
        let rotated = Vault(keys: [new, old])
        #expect(try rotated.open(record, in: "note/1") == Self.note)
        #expect(try Vault(keys: [new]).open(rotated.seal(Self.note, in: "x"), in: "x") == Self.note)
    }

    @Test("The key file is its owner's alone, outlives a restart, and is never replaced when it is spoilt")
    func keyFile() async throws {
        try await withTemporaryFolder { folder in
            let secrets = folder.appending(path: "secrets")
            let record = try Vault(folder: secrets).seal(Self.note, in: "note/1")
            #expect(try Vault(folder: secrets).open(record, in: "note/1") == Self.note)
            let file = secrets.appending(path: "vault.key")
            let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            for spoilt in ["", "nonsense\n", "0011 AAAA\n"] {
                try Data(spoilt.utf8).write(to: file)
                #expect(throws: VaultError.unusableKeyFile("vault.key")) { try Vault(folder: secrets) }
                #expect(try String(contentsOf: file, encoding: .utf8) == spoilt)
            }
        }
    }
}
