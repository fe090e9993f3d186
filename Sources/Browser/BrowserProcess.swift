import Foundation
import Glibc

/// The process of a Chromium with a profile of its own, and the line that commands go over.
///
/// Chromium ends when the line does, so it never outlives this process, however this one ends; the shell around it
/// then removes the profile. While this process lives, ``BrowserProcess`` ends it.
final class BrowserProcess {
  /// One end of the line: commands go in, answers and events come out; -1 once it is over.
  private(set) var line: Int32
  /// Its number, and that of its group.
  let process: pid_t
  /// The profile.
  let folder: URL
  /// What it says to standard error: a file without a name, which can be read to the last.
  private let words: FileHandle
  private var isOver = false

  /// Starts `program` with a new profile.
  init(_ program: Chromium) throws(BrowserError) {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("shorewise-browser-\(UUID().uuidString)")
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .notStarted(reason: "no folder for its profile can be made in \(folder.path)")
    }
    do throws(BrowserError) {
      words = try Self.file(in: folder)
      (process, line) = try Self.start(program, folder: folder, words: words.fileDescriptor)
    } catch {
      Self.remove(folder)
      throw error
    }
  }

  deinit { end() }

  /// Waits, at most so long, for an end that was asked for; then ends the process and all that it started, and
  /// removes the profile.
  func end(patience: Duration = .zero) {
    guard !isOver else { return }
    isOver = true
    let deadline = ContinuousClock.now + patience
    var hasEnded = waitpid(process, nil, WNOHANG) == process
    while !hasEnded, .now < deadline {
      usleep(5000)
      hasEnded = waitpid(process, nil, WNOHANG) == process
    }
    // Also of one that has ended: its own children may be a moment behind.
    kill(-process, SIGKILL)
    while !hasEnded, waitpid(process, nil, 0) < 0, errno == EINTR {}
    close(line)
    // The number may soon be that of another file.
    line = -1
    Self.remove(folder)
  }

  /// The last lines of what it said to standard error.
  var log: String {
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let start = max(0, lseek(words.fileDescriptor, 0, SEEK_END) - bytes.count)
    let count = pread(words.fileDescriptor, &bytes, bytes.count, start)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
      .split(separator: "\n").suffix(3).joined(separator: " / ")
  }

  private static func file(in folder: URL) throws(BrowserError) -> FileHandle {
    let path = folder.appendingPathComponent("log").path
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .notStarted(reason: reason(errno)) }
    unlink(path)
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  private static func remove(_ folder: URL) {
    // What cannot be removed lies in the folder of temporary files, which the system clears.
    try? FileManager.default.removeItem(at: folder)
  }

  private static func start(
    _ program: Chromium, folder: URL, words log: Int32
  ) throws(BrowserError) -> (process: pid_t, line: Int32) {
    // Sockets, not pipes: writing to a browser that has ended must be an error, not a signal.
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .notStarted(reason: reason(errno)) }
    // Away from 3 and 4, which the child's copies take.
    let theirs = fcntl(ends[1], F_DUPFD_CLOEXEC, 10)
    close(ends[1])
    defer { close(theirs) }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, log, STDERR_FILENO)
    posix_spawn_file_actions_adddup2(&actions, theirs, 3)
    posix_spawn_file_actions_adddup2(&actions, theirs, 4)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own: it can be ended as a whole, and Ctrl-C reaches its parent alone.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))

    let shell = """
      folder=$1; shift; "$@"; rm -rf -- "$folder" || { sleep 1; rm -rf -- "$folder"; }
      """
    let options = Chromium.options(
      profile: folder.appendingPathComponent("profile").path, isRoot: geteuid() == 0)
    let words =
      (["/bin/sh", "-c", shell, "sh", folder.path, program.path] + options).map { strdup($0) }
      + [nil]
    let environment =
      ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + environment { free(text) } }
    var process = pid_t()
    let status = posix_spawn(&process, "/bin/sh", &actions, &attributes, words, environment)
    guard status == 0 else {
      close(ends[0])
      throw .notStarted(reason: reason(status))
    }
    return (process, ends[0])
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
