import Foundation

/// Where progress and log go.
enum StandardError {
  /// Whether someone watches on a terminal.
  static let isTerminal = isatty(STDERR_FILENO) == 1

  /// Writes text as it stands.
  static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
