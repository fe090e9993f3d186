/// A Chromium that nobody sees, driven by the DevTools protocol.
///
/// It has a profile of its own, goes to no network, and ends with this value or with this process, whichever is first.
/// Use it from one thread.
///
///     let browser = try Browser()
///     let page = try browser.page()
///     try page.open(file: "report.html")
///     let pdf = try page.pdf(PrintOptions(paper: .a4))
public final class Browser {
  let process: BrowserProcess
  private let line: DevToolsLine
  /// The longest that it may take for any one thing.
  public let patience: Duration

  /// Starts the Chromium that is installed.
  ///
  /// - Parameters:
  ///   - program: the program; `nil` looks for it.
  ///   - patience: the longest that it may take for any one thing.
  /// - Throws: ``BrowserError``.
  public init(_ program: Chromium? = nil, patience: Duration = .seconds(60)) throws(BrowserError) {
    let found: Chromium
    if let program { found = program } else { found = try Chromium.find() }
    process = try BrowserProcess(found)
    line = DevToolsLine(process)
    self.patience = patience
    try line.command("Browser.getVersion", patience: patience)
  }

  deinit { close() }

  /// A new page, blank.
  ///
  /// - Throws: ``BrowserError``.
  public func page(_ size: ViewSize = .desktop) throws(BrowserError) -> Page {
    let target = try line.command(
      "Target.createTarget", ["url": "about:blank"], patience: patience)
    guard let id = target["targetId"] as? String else {
      throw .refused(command: "Target.createTarget", reason: "it made no page")
    }
    let attached = try line.command(
      "Target.attachToTarget", ["targetId": id, "flatten": true], patience: patience)
    guard let session = attached["sessionId"] as? String else {
      throw .refused(command: "Target.attachToTarget", reason: "it gave no session")
    }
    return try Page(line, target: id, session: session, size: size, patience: patience)
  }

  /// Ends it.
  public func close() {
    // If it is gone already there is nothing to ask.
    let isAsked = (try? line.send("Browser.close")) != nil
    process.end(patience: isAsked ? .seconds(2) : .zero)
  }
}
