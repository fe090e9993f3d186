import Foundation
import Synchronization

/// Watches how much memory the process takes, and tells when its limit is near: an allocation that fails ends a process of
/// Swift on the spot, with all that it has found.
public enum MemoryWatch {
  /// A limit, and how near to it the process is.
  struct Limit {
    /// Bytes.
    var most: Int64
    /// What counts against it, bytes.
    var used: () -> Int64?
  }

  private static let hasBegun = Atomic<Bool>(false)
  private static let pauseMicroseconds: UInt32 = 50_000
  /// What makes a plan of the best that was found, and writes it, needs some memory too.
  private static let share = 0.8

  /// Begins to watch, once for the process, where there is a limit at all.
  ///
  /// - Parameter isNear: called once, on another thread, when the process has four fifths of what it may have.
  public static func begin(_ isNear: @escaping @Sendable () -> Void) {
    guard !hasBegun.exchange(true, ordering: .relaxed), !limits().isEmpty else { return }
    Thread.detachNewThread {
      let limits = limits()
      while true {
        if limits.contains(where: { isNearly($0) }) { return isNear() }
        usleep(pauseMicroseconds)
      }
    }
  }

  /// Whether this process may have so much memory and no more.
  public static var isLimited: Bool { !limits().isEmpty }

  static func isNearly(_ limit: Limit) -> Bool {
    guard let used = limit.used() else { return false }
    return Double(used) > share * Double(limit.most)
  }

  /// The limits of this process: its address space (`ulimit -v`), its data (`ulimit -d`), and the memory of its control group,
  /// as containers, systemd and Slurm set it.
  static func limits() -> [Limit] {
    var limits: [Limit] = []
    for (resource, place) in [(RLIMIT_AS, 0), (RLIMIT_DATA, 5)] {
      var space = rlimit()
      if getrlimit(__rlimit_resource_t(resource.rawValue), &space) == 0, space.rlim_cur != .max,
        space.rlim_cur < UInt(Int64.max)
      {
        limits.append(Limit(most: Int64(space.rlim_cur)) { pages(place: place) })
      }
    }
    if let most = groupLimit() { limits.append(Limit(most: most) { pages(place: 1) }) }
    return limits
  }

  /// See proc(5), statm: the address space first, then what is resident, and at place 5 the data.
  private static func pages(place: Int) -> Int64? {
    let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
    guard let fields = text?.split(separator: " "), fields.count > place else { return nil }
    return Int64(fields[place]).map { $0 * Int64(sysconf(Int32(_SC_PAGESIZE))) }
  }

  /// The least limit of the control groups (version 2) that the process is in; `nil` where there is none.
  private static func groupLimit() -> Int64? {
    let groups = (try? String(contentsOfFile: "/proc/self/cgroup", encoding: .utf8)) ?? ""
    guard let line = groups.split(separator: "\n").first(where: { $0.hasPrefix("0::") }) else {
      return nil
    }
    var path = String(line.dropFirst(3))
    var least: Int64?
    while true {
      let file = "/sys/fs/cgroup" + (path == "/" ? "" : path) + "/memory.max"
      let text = try? String(contentsOfFile: file, encoding: .utf8)
      if let most = text.flatMap({ Int64($0.trimmingCharacters(in: .whitespacesAndNewlines)) }) {
        least = min(least ?? most, most)
      }
      if path == "/" || path.isEmpty { return least }
      path = path.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
      if path.isEmpty { path = "/" }
    }
  }
}
