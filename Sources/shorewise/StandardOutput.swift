import SupplyData

/// Where results go.
enum StandardOutput {
  /// Prints a result and ends its line. A name in it cannot act on the terminal.
  static func tell(_ text: String, terminator: String = "\n") {
    print(text.inertForTerminal, terminator: terminator)
  }
}
