import Dispatch
public import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that is run to its end, with what it took.
public struct ChildProcess: Sendable {
  /// What a run gave.
  public struct Outcome: Sendable {
    /// The exit status; 128 and the signal where one ended it.
    public var status: Int32
    /// Wall seconds from start to end.
    public var seconds: Double
    /// Processor seconds of it and of the children that it has waited for.
    public var processorSeconds: Double
    /// The most memory that it, or one of those children, held, KiB.
    public var peakKiB: Int
    /// What it printed.
    public var output: String
    /// What it printed on standard error.
    public var error: String
    /// Whether it was ended because it ran for too long.
    public var wasEnded: Bool
  }

  /// What keeps a program from being run.
  public struct Fault: Error, CustomStringConvertible {
    /// What is wrong.
    public let description: String
  }

  /// The program: a path, or a name to be looked for.
  public var program: String
  /// Its arguments.
  public var arguments: [String]

  /// Creates a program and its arguments.
  public init(_ program: String, _ arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  /// Runs it, with its output in files of `folder`.
  ///
  /// - Parameters:
  ///   - longest: seconds after which it is ended, its own children with it.
  ///   - folder: a folder that exists.
  /// - Throws: a ``Fault`` if it cannot be started.
  public func run(longest: Double, in folder: URL) throws -> Outcome {
    let output = folder.appendingPathComponent("output")
    let error = folder.appendingPathComponent("error")
    let start = ContinuousClock.now
    let process = try spawn(output: output.path, error: error.path)
    let ended = Ended()
    // A group of its own, so that a solver that the program has started ends with it.
    let end = DispatchWorkItem {
      ended.mark()
      kill(-process, SIGKILL)
    }
    DispatchQueue.global().asyncAfter(deadline: .now() + longest, execute: end)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) == -1, errno == EINTR {}
    end.cancel()
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    // The low bits hold the signal, the next ones the status.
    let signal = status & 0x7f
    return Outcome(
      status: signal == 0 ? status >> 8 & 0xff : 128 + signal, seconds: seconds,
      processorSeconds: Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime),
      peakKiB: Int(usage.ru_maxrss), output: Self.text(output), error: Self.text(error),
      wasEnded: ended.isMarked)
  }

  private func spawn(output: String, error: String) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, error, flags, 0o644)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let fault = posix_spawnp(&process, program, &actions, &attributes, words, environ)
    guard fault == 0 else {
      throw Fault(description: "\(program) cannot be run: \(String(cString: strerror(fault)))")
    }
    return process
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }

  private static func text(_ file: URL) -> String {
    (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

/// Whether a process was ended from outside.
private final class Ended: @unchecked Sendable {
  private let lock = NSLock()
  private var marked = false

  func mark() { lock.withLock { marked = true } }

  var isMarked: Bool { lock.withLock { marked } }
}
