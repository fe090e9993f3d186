import Foundation
import Glibc
import TextFiles

/// A process of its own for a run, and what is known of it at its end.
///
/// Written out, and not taken from Foundation or swift-subprocess: neither tells a child's processor time, which `wait4`
/// does, nor ends the child when its parent dies.
struct ChildProcess: ~Copyable {
  /// How a process ended.
  enum Exit: Equatable {
    /// It ended by itself, with this status.
    case status(Int32)
    /// A signal ended it.
    case signal(Int32)
  }

  /// What it took.
  struct Usage: Equatable {
    /// Seconds on a clock.
    var wallSeconds: Double
    /// Seconds of processors, the system's for it included.
    var processorSeconds: Double
    /// The most memory it held, in bytes, if it came to its end and is one that says so; see `WorkerProcess`. What
    /// `wait4` tells counts what the parent held when the child began.
    var peakMemoryBytes: Int64?
  }

  /// Why a process could not be started.
  struct Refusal: Error {
    /// In the words of the system.
    var reason: String
  }

  /// Where its standard streams go, and with that how near to its parent it is.
  enum Streams {
    /// Standard output to one file and standard error to another, at their ends. The child gets a process group of its own, so
    /// that Ctrl-C reaches its parent alone, who knows what to do.
    case files(output: String, log: String)
    /// Those of the parent, whose process group it shares, so that both are halted and continued together. What the parent
    /// ignores the child ignores.
    case inherited
  }

  /// Its number.
  let process: pid_t
  /// One end of a line whose other end the child alone holds: whoever of the two ends first, however it ends, the other
  /// one notices.
  private let lifeline: Int32
  private let start = ContinuousClock.now

  /// Starts `program` with `arguments`; what it says to standard error is added to `log`, the rest to `output`.
  init(
    program: String, arguments: [String], output: String = "/dev/null", log: String
  ) throws(Refusal) {
    try self.init(
      program: program, arguments: arguments, streams: .files(output: output, log: log))
  }

  /// Starts `program` with `arguments`.
  ///
  /// - Parameter others: variables of its environment beside those of the parent.
  init(
    program: String, arguments: [String], streams: Streams,
    environment others: [String: String] = [:]
  ) throws(Refusal) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw Refusal(reason: Self.text(of: errno))
    }
    defer { close(ends[1]) }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if case .files(let output, let log) = streams {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(
        &actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_APPEND, 0o644)
      posix_spawn_file_actions_addopen(
        &actions, STDERR_FILENO, log, O_WRONLY | O_CREAT | O_APPEND, 0o644)
    }
    posix_spawn_file_actions_adddup2(&actions, ends[1], WorkerProcess.lifeline)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Signals that the parent ignores would stay ignored in the child.
    var signals = sigset_t()
    sigfillset(&signals)
    for number in [SIGKILL, SIGSTOP] { sigdelset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // And those that its thread has blocked, as threads of Dispatch do, would stay blocked.
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    var flags = POSIX_SPAWN_SETSIGMASK
    if case .files = streams { flags |= POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF }
    posix_spawnattr_setflags(&attributes, Int16(flags))

    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let environment =
      ProcessInfo.processInfo.environment.merging(others) { mine, _ in mine }
      .map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + environment { free(text) } }
    var process = pid_t()
    let status = posix_spawnp(&process, program, &actions, &attributes, words, environment)
    guard status == 0 else {
      close(ends[0])
      throw Refusal(reason: "\(program) does not start: \(Self.text(of: status))")
    }
    self.process = process
    lifeline = ends[0]
  }

  /// Waits for the end, at most so long.
  ///
  /// - Returns: whether it has ended, or is about to.
  borrowing func hasEnded(within milliseconds: Int32) -> Bool {
    var descriptor = pollfd(fd: lifeline, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, milliseconds) == 1
  }

  /// The next byte that the child has sent; `nil` where none has come within this time, or where it has ended.
  borrowing func received(within milliseconds: Int32) -> UInt8? {
    guard hasEnded(within: milliseconds) else { return nil }
    var byte: UInt8 = 0
    return recv(lifeline, &byte, 1, Int32(MSG_DONTWAIT)) == 1 ? byte : nil
  }

  /// Whether the child has closed its end of the line, as it does when it ends.
  borrowing func isGone() -> Bool {
    guard hasEnded(within: 0) else { return false }
    var byte: UInt8 = 0
    return recv(lifeline, &byte, 1, Int32(MSG_DONTWAIT | MSG_PEEK)) <= 0
  }

  /// What bytes can be sent to the child by, from any thread.
  var line: Int32 { lifeline }

  /// Ends the process itself at once.
  borrowing func killAlone() {
    _ = Glibc.kill(process, SIGKILL)
  }

  /// Ends the process and all that it started, at once.
  borrowing func kill() {
    _ = Glibc.kill(-process, SIGKILL)
  }

  /// Waits for the end, and says how it was and what the process took.
  consuming func ending() -> (exit: Exit, usage: Usage) {
    var report: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64)
    while true {
      let count = read(lifeline, &buffer, buffer.count)
      if count > 0 { report += buffer[..<count] } else if count == 0 || errno != EINTR { break }
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    close(lifeline)
    let seconds = { (time: timeval) in Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    let taken = Usage(
      wallSeconds: start.duration(to: .now) / .seconds(1),
      processorSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peakMemoryBytes: Int64(String(decoding: report, as: UTF8.self)))
    // wait(2): the low seven bits are the signal, the next byte the status.
    let signal = status & 0x7F
    return (signal == 0 ? .status((status >> 8) & 0xFF) : .signal(signal), taken)
  }

  private static func text(of code: Int32) -> String { String(cString: strerror(code)) }
}
