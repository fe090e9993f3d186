import Foundation
import TextFiles
import Wording

/// Where results go.
enum StandardOutput {
  nonisolated(unsafe) private static var hasFailed = false

  /// Writes text as it stands. That it cannot be written is told at once and is a failure in the end, see ``finish()``: files
  /// are written all the same.
  ///
  /// Whoever reads may have seen enough, as `head` has: that is no failure.
  static func write(_ text: String) {
    if hasFailed { return }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        return
      } else if errno != EINTR {
        hasFailed = true
        let reason = String(cString: strerror(errno))
        StandardError.write("error: cannot write to standard output (\(reason))\n")
        return
      }
    }
  }

  /// Prints a result and ends its line. A name in it cannot act on the terminal.
  static func tell(_ text: String, terminator: String = "\n") {
    write(text.inertForTerminal + terminator)
  }

  /// Prints a result for a reader, its lines no wider than the terminal, or as JSON where that is asked for.
  static func tell(_ text: @autoclosure () -> String, orJSON json: String?) {
    tell(json ?? Text.folded(text(), width: width))
  }

  /// How wide the terminal is, in characters; elsewhere as wide as texts are by themselves.
  private static var width: Int {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
      size.ws_col > 0
    else { return Text.width }
    return max(leastWidth, Int(size.ws_col))
  }

  /// In less room nothing can be read.
  private static let leastWidth = 40

  /// Ends the process with status 1 where something could not be written.
  static func finish() {
    if hasFailed { exit(EXIT_FAILURE) }
  }
}
