import Foundation

/// The program that shows pages: an installed Chromium or Chrome.
public struct Chromium: Sendable {
  /// The path of the program.
  public let path: String

  /// Its usual names, the best first.
  static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
  ]
  /// The environment variable that names another one.
  static let variable = "SHOREWISE_CHROMIUM"
  /// How to get one on Debian.
  static let installation = "sudo apt-get install chromium"

  /// The program that the environment names, else the first of the usual names in the folders of `PATH`.
  ///
  /// - Throws: ``BrowserError/notInstalled`` or ``BrowserError/noProgram(path:)``.
  public static func find() throws(BrowserError) -> Chromium {
    try find(environment: ProcessInfo.processInfo.environment)
  }

  static func find(environment: [String: String]) throws(BrowserError) -> Chromium {
    if let path = environment[variable], !path.isEmpty {
      guard isProgram(path) else { throw .noProgram(path: path) }
      return Chromium(path: path)
    }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    for name in names {
      for folder in folders where isProgram("\(folder)/\(name)") {
        return Chromium(path: "\(folder)/\(name)")
      }
    }
    throw .notInstalled
  }

  private static func isProgram(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue && FileManager.default.isExecutableFile(atPath: path)
  }

  /// The options for a browser that nobody sees, that asks nobody for anything, and that draws alike everywhere.
  static func options(profile: String, isRoot: Bool) -> [String] {
    var options = [
      "--headless", "--remote-debugging-pipe", "--user-data-dir=\(profile)",
      // Nothing goes out: no name has an address, not even as a number.
      "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--disable-domain-reliability",
      "--disable-client-side-phishing-detection", "--no-pings", "--disable-extensions",
      "--no-first-run", "--no-default-browser-check", "--disable-default-apps",
      "--disable-crash-reporter", "--disable-breakpad", "--noerrdialogs",
      "--password-store=basic", "--use-mock-keychain", "--mute-audio",
      // Small shared memory, as containers have it, must not end a large page.
      "--disable-dev-shm-usage", "--disable-gpu",
      // A page that no other one hides, and one that is hidden, are drawn alike.
      "--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding",
      "--disable-background-timer-throttling",
      // Drawn for no screen in particular.
      "--force-color-profile=srgb", "--font-render-hinting=none", "--disable-lcd-text",
      "--hide-scrollbars", "--lang=en-US",
    ]
    // The sandbox cannot start as root, and root is who runs in a container.
    if isRoot { options.append("--no-sandbox") }
    return options + ["about:blank"]
  }
}
