import Foundation

/// What kind of file system a file lies on.
struct FileSystem {
  /// Those that one machine alone has, `overlay` being that of containers.
  private static let local: Set<String> = [
    "ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "tmpfs", "overlay",
  ]

  /// Whether one machine alone has it, as far as is known.
  let isLocal: Bool

  /// - Parameter path: a file that may be made yet.
  init(of path: String) {
    let mounts = (try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8)) ?? ""
    isLocal = Self.local.contains(Self.kind(of: path, mounts: mounts))
  }

  /// The kind of the file system whose place is the longest beginning of the path; of two at one place the later one.
  ///
  /// - Parameter mounts: lines of device, place, kind and more, see fstab(5); a blank in a place is `\\040`.
  static func kind(of path: String, mounts: String) -> String {
    let path = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
    var found = (length: 0, kind: "")
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 2 else { continue }
      let place = fields[1].replacingOccurrences(of: "\\040", with: " ")
      let beginning = place.hasSuffix("/") ? place : place + "/"
      if path.hasPrefix(beginning), beginning.count >= found.length {
        found = (beginning.count, String(fields[2]))
      }
    }
    return found.kind
  }
}
