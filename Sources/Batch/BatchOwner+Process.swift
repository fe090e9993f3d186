import Foundation
public import RunStore

extension BatchOwner {
  /// How long an owner on another machine may be silent before it counts as dead: twelve missed beats.
  static let longestSilenceSeconds = 120.0

  /// This process.
  public static var current: BatchOwner {
    let process = ProcessInfo.processInfo.processIdentifier
    return BatchOwner(
      host: hostName, process: process, processStart: start(of: process) ?? "unknown")
  }

  /// The name of this machine.
  public static var hostName: String { ProcessInfo.processInfo.hostName }

  /// Whether the process is still there. On another machine it cannot be asked, so its last beat tells.
  func isAlive(heartbeat: String, now: Date = Date()) -> Bool {
    if host == Self.hostName { return Self.start(of: process) == processStart }
    return heartbeat > storeTime(now - Self.longestSilenceSeconds)
  }

  /// When a process began, as ticks since the machine's start and the name of that start; `nil` where there is none.
  ///
  /// The number of a process alone could belong to a later one.
  private static func start(of process: Int32) -> String? {
    guard let fields = ProcessStatus.fields(of: process), fields.count > 19 else { return nil }
    let boot =
      (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)) ?? ""
    return fields[19] + "@" + boot.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
