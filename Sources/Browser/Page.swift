package import Foundation

/// A page of a ``Browser``: what it shows, what it asked for, and what went wrong in it.
public final class Page {
  let line: DevToolsLine
  let session: String
  private let target: String
  let patience: Duration
  private let record = PageRecord()
  /// Which loading of a page is shown.
  private var loader = ""

  init(
    _ line: DevToolsLine, target: String, session: String, size: ViewSize, patience: Duration
  ) throws(BrowserError) {
    self.line = line
    self.target = target
    self.session = session
    self.patience = patience
    line.listen(to: session) { [record] in record.take($0) }
    for domain in ["Page", "Runtime", "Log", "Network"] { try command("\(domain).enable") }
    try command("Page.setLifecycleEventsEnabled", ["enabled": true])
    // The focus is where the page says, also while another page is in front.
    try command("Emulation.setFocusEmulationEnabled", ["enabled": true])
    try resize(size)
    try emulate(Medium())
  }

  deinit {
    line.forget(session)
    // A browser that has ended has closed its pages.
    _ = try? line.send("Target.closeTarget", ["targetId": target])
  }

  /// What went wrong in the page since it was opened: errors on the console, exceptions, refused requests.
  public var errors: [String] { record.errors }

  /// The addresses that the page asked for since it was opened, its own first.
  public var requests: [String] { record.requests(of: loader) }

  /// Opens a file, and waits until it is loaded.
  ///
  /// - Parameters:
  ///   - path: the file's path.
  ///   - fragment: the part of the page that its address names.
  /// - Throws: ``BrowserError``.
  public func open(file path: String, fragment: String? = nil) throws(BrowserError) {
    var address = URL(fileURLWithPath: path).absoluteString
    if let fragment { address += "#\(fragment)" }
    try open(address)
  }

  /// Opens an address, and waits until it is loaded.
  ///
  /// - Throws: ``BrowserError``.
  public func open(_ address: String) throws(BrowserError) {
    let answer = try command("Page.navigate", ["url": address])
    // Within the page that is shown already nothing is loaded.
    if let loader = answer["loaderId"] as? String {
      self.loader = loader
      try line.wait(for: "loading the page", patience: patience) { record.isLoaded(loader) }
    }
    if let reason = answer["errorText"] as? String {
      throw .notOpened(page: address, reason: reason)
    }
  }

  /// Shows a text as a page, which needs no file that the browser can read.
  ///
  /// - Throws: ``BrowserError``.
  public func show(_ html: String) throws(BrowserError) {
    try open("about:blank")
    let tree = try command("Page.getFrameTree")["frameTree"] as? [String: Any]
    guard let frame = (tree?["frame"] as? [String: Any])?["id"] as? String else {
      throw .notOpened(page: "the page", reason: "it has no frame")
    }
    try command("Page.setDocumentContent", ["frameId": frame, "html": html])
  }

  /// Changes the size of what is seen.
  ///
  /// - Throws: ``BrowserError``.
  public func resize(_ size: ViewSize) throws(BrowserError) {
    try command(
      "Emulation.setDeviceMetricsOverride",
      [
        "width": size.width, "height": size.height, "deviceScaleFactor": size.scale,
        "mobile": size.isPhone,
      ])
  }

  /// Changes what the page is told about where it is shown. Nothing in it moves by itself.
  ///
  /// - Throws: ``BrowserError``.
  public func emulate(_ medium: Medium) throws(BrowserError) {
    try command(
      "Emulation.setEmulatedMedia",
      [
        // Without a name it is the screen's until the page is printed.
        "media": medium.isPaper ? "print" : "",
        "features": [
          ["name": "prefers-color-scheme", "value": medium.colours.rawValue],
          ["name": "prefers-reduced-motion", "value": "reduce"],
        ],
      ])
  }

  /// The value of a script's expression, which may be a promise.
  ///
  /// - Throws: ``BrowserError/script(reason:)`` where it fails or its value is no `Value`, and others.
  public func value<Value: Decodable>(
    of script: String, as type: Value.Type = Value.self
  ) throws(BrowserError) -> Value {
    let text = try evaluate(
      "(async () => JSON.stringify((await (\(script))) ?? null))()")
    do {
      return try JSONDecoder().decode(type, from: Data((text as? String ?? "null").utf8))
    } catch {
      throw .script(reason: "its value is no \(type): \((text as? String ?? "").prefix(200))")
    }
  }

  /// Runs statements.
  ///
  /// - Throws: ``BrowserError/script(reason:)`` where they fail, and others.
  public func run(_ script: String) throws(BrowserError) {
    _ = try evaluate("(async () => { \(script) })()")
  }

  /// Sends a command of the protocol, and returns its answer.
  ///
  /// - Throws: ``BrowserError``.
  @discardableResult
  package func command(
    _ name: String, _ content: [String: Any] = [:]
  ) throws(BrowserError) -> [String: Any] {
    try line.command(name, content, session: session, patience: patience)
  }

  /// The bytes that an answer to a command holds.
  ///
  /// - Throws: ``BrowserError/refused(command:reason:)`` where it holds none.
  package static func bytes(
    _ answer: [String: Any], of command: String
  ) throws(BrowserError) -> Data {
    guard let text = answer["data"] as? String, let data = Data(base64Encoded: text) else {
      throw .refused(command: command, reason: "its answer holds no data")
    }
    return data
  }

  private func evaluate(_ expression: String) throws(BrowserError) -> Any? {
    let answer = try command(
      "Runtime.evaluate",
      [
        "expression": expression, "awaitPromise": true, "returnByValue": true, "userGesture": true,
      ])
    if let exception = answer["exceptionDetails"] as? [String: Any] {
      throw .script(reason: PageRecord.words(of: exception))
    }
    return (answer["result"] as? [String: Any])?["value"]
  }
}
