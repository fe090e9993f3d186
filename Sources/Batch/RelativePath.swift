import Foundation

/// Paths as the store has them: relative to its folder, so that a project can be moved as a whole.
enum RelativePath {
  /// The folder that a file lies in, or is to lie in.
  static func folder(of file: String) -> String {
    absolute(file).deletingLastPathComponent().path
  }

  /// The way from the folder `base` to `path`.
  static func path(of path: String, from base: String) -> String {
    let target = absolute(path).pathComponents
    let start = absolute(base).pathComponents
    let shared = zip(target, start).prefix { $0 == $1 }.count
    let steps =
      [String](repeating: "..", count: start.count - shared) + target.dropFirst(shared)
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }

  /// The path with links followed, and without `.` and `..`.
  static func absolute(_ path: String) -> URL {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath()
  }
}
