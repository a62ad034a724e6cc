import Foundation
import Kernel
import Rounds
import TestSupport
import Testing

@Suite struct SurroundingsTests {
    @Test(arguments: [0, 1_700_000_000_000])
    func aClockOfLongAgo(milliseconds: Int64) async throws {
        try await withTemporaryFolder { folder in
            var surroundings = Surroundings.of(folder)
            surroundings.now = Instant(milliseconds: milliseconds)
            #expect(surroundings.obstacle == .clock)
        }
    }

    @Test(
        arguments: [
            ("/data/rounds", "ext4"), ("/srv/rounds", "nfs4"), ("/srv2", "ext4"), ("/srv/local/x", "xfs"),
            ("/mnt/a b/x", "cifs"),
        ])
    func theFileSystemIsThatOfTheNearestMount(path: String, type: String) async throws {
        let mounts = """
            /dev/sda1 / ext3 rw 0 0
            /dev/sda1 / ext4 rw 0 0
            filer:/srv /srv nfs4 rw 0 0
            /dev/sdb1 /srv/local xfs rw 0 0
            //filer/a /mnt/a\\040b cifs rw 0 0
            """
        #expect(Surroundings.fileSystem(of: path, mounts: mounts) == type)
        try await withTemporaryFolder { folder in
            var surroundings = Surroundings.of(folder)
            surroundings.fileSystem = type
            #expect(surroundings.obstacle == (["nfs4", "cifs"].contains(type) ? .network(type) : nil))
        }
    }

    @Test func anotherOwnerAndAFullDisk() async throws {
        try await withTemporaryFolder { folder in
            let here = Surroundings.of(folder)
            #expect(here.obstacle == nil && here.owner == here.user)
            var (others, full, root) = (here, here, here)
            others.user = 1000
            others.owner = 1001
            #expect(others.obstacle == .owner)
            root.user = 0
            root.owner = 1001
            #expect(root.obstacle == nil)
            full.freeBytes = 1 << 20
            #expect(full.obstacle == .full)
            #expect(StartError.obstacle(.full, path: folder.path).sentence.contains(folder.path))
        }
    }
}
