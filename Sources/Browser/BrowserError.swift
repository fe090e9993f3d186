/// Why a page could not be shown, asked or printed: cause and cure.
public enum BrowserError: Error, Equatable, CustomStringConvertible {
  /// No Chromium is installed where programs are looked for.
  case notInstalled
  /// The environment variable names no program.
  case noProgram(path: String)
  /// The process did not start, in the words of the system.
  case notStarted(reason: String)
  /// It ended by itself; the last lines of what it said.
  case ended(log: String)
  /// Something took longer than it may.
  case late(what: String, seconds: Double)
  /// It refused a command, in its own words.
  case refused(command: String, reason: String)
  /// A script in the page failed.
  case script(reason: String)
  /// The page could not be opened.
  case notOpened(page: String, reason: String)

  /// Cause and cure.
  public var description: String {
    switch self {
    case .notInstalled:
      """
      No Chromium was found (\(Chromium.names.joined(separator: ", "))). \
      Install one: \(Chromium.installation). Or name it in \(Chromium.variable).
      """
    case .noProgram(let path):
      """
      \(Chromium.variable) is '\(path)', which is no program. Name a Chromium's path there, or unset it and \
      install one: \(Chromium.installation).
      """
    case .notStarted(let reason):
      "Chromium did not start: \(reason)."
    case .ended(let log):
      """
      Chromium ended before it was done. \
      \(log.isEmpty ? "It said nothing." : "The last it said: \(log)")
      """
    case .late(let what, let seconds):
      "Chromium took more than \(Int(seconds)) s for this: \(what). Try again when the machine is idle."
    case .refused(let command, let reason):
      "Chromium refused \(command): \(reason)."
    case .script(let reason):
      "A script failed in the page: \(reason)"
    case .notOpened(let page, let reason):
      "Chromium cannot open \(page): \(reason)."
    }
  }
}
