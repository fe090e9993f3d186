import Foundation
import TextFiles

/// Where progress and log go.
enum StandardError {
  /// Whether someone watches on a terminal.
  static let isTerminal = isatty(STDERR_FILENO) == 1

  /// Tells something in lines of their own. A name in it cannot act on the terminal.
  static func tell(_ text: String) { write(text.inertForTerminal + "\n") }

  /// Writes text as it stands.
  static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
