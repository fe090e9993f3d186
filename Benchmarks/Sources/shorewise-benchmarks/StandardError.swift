import Foundation

/// Text for whoever watches, apart from the results.
enum StandardError {
  static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
