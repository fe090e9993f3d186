import Browser
import Foundation
import Testing

/// Whether the tests that need a browser run: where none is installed they are skipped, unless they are required.
enum InstalledChromium {
  static let isThere = (try? Chromium.find()) != nil || isRequired
  static let absence: Comment =
    "no Chromium is installed: sudo apt-get install chromium"

  private static var isRequired: Bool {
    ProcessInfo.processInfo.environment["SHOREWISE_BROWSER_TESTS"] == "required"
  }
}
