import Foundation

/// What Linux says of a process in `/proc`.
enum ProcessStatus {
  /// The fields of `/proc/PID/stat` from the third on: the state, and numbers; see proc(5). `nil` where there is no
  /// such process, or it has ended and only waits to be noticed.
  static func fields(of process: Int32) -> [String]? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      // The second field is the program's name in parentheses, and may hold both blanks and parentheses.
      let end = text.lastIndex(of: ")")
    else { return nil }
    let fields = text[text.index(after: end)...].split(separator: " ").map(String.init)
    return fields.first == "Z" ? nil : fields
  }

  /// Processor seconds that a process has used.
  static func processorSeconds(of process: Int32) -> Double? {
    guard let fields = fields(of: process), fields.count > 12,
      let user = Double(fields[11]), let system = Double(fields[12])
    else { return nil }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// The most bytes of memory that this process has held.
  static func peakResidentBytes() -> Int64? {
    guard let text = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
    else { return nil }
    // `VmHWM:     1234 kB`
    return line.split(separator: " ").dropFirst().first.flatMap { Int64($0) }.map { $0 * 1024 }
  }

  /// Bytes of memory that a process holds now.
  static func residentBytes(of process: Int32) -> Int64? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8),
      let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int64($0) })
    else { return nil }
    return pages * Int64(sysconf(Int32(_SC_PAGESIZE)))
  }
}
