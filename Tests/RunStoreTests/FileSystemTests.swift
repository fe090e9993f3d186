import Testing

@testable import RunStore

@Suite struct FileSystemTests {
  private static let mounts = """
    /dev/vda / ext4 rw 0 0
    server:/home /home nfs4 rw 0 0
    tmpfs /home/scratch tmpfs rw 0 0
    server:/more /mnt/two\\040words lustre rw 0 0
    proc /proc proc rw 0 0
    """

  @Test(arguments: [
    ("/work/runs.sqlite", "ext4"), ("/home/a/runs.sqlite", "nfs4"), ("/homes/runs.sqlite", "ext4"),
    ("/home/scratch/runs.sqlite", "tmpfs"), ("/mnt/two words/runs.sqlite", "lustre"),
  ])
  func `the file system is that of the longest place`(_ path: String, _ kind: String) {
    #expect(FileSystem.kind(of: path, mounts: Self.mounts) == kind)
  }

  @Test func `nothing is known without a list`() {
    #expect(FileSystem.kind(of: "/a", mounts: "").isEmpty)
  }
}
