/// What a page's events tell of what it shows now.
final class PageRecord {
  private(set) var errors: [String] = []
  private var asked: [(loader: String, address: String)] = []
  private var loaded: Set<String> = []

  /// The addresses that a loading of the page asked for.
  func requests(of loader: String) -> [String] {
    asked.filter { $0.loader == loader }.map(\.address)
  }

  /// Whether a loading of the page has come to its end.
  func isLoaded(_ loader: String) -> Bool { loaded.contains(loader) }

  func take(_ event: DevToolsLine.Event) {
    switch event.name {
    case "Page.lifecycleEvent":
      if event.content["name"] as? String == "load",
        let loader = event.content["loaderId"] as? String
      {
        loaded.insert(loader)
      }
    case "Page.frameNavigated":
      // What went wrong with the page before is over, though word of it may come late.
      let frame = event.content["frame"] as? [String: Any]
      if frame?["parentId"] == nil { errors = [] }
    case "Network.requestWillBeSent":
      let request = event.content["request"] as? [String: Any]
      if let address = request?["url"] as? String {
        asked.append((event.content["loaderId"] as? String ?? "", address))
      }
    case "Runtime.exceptionThrown":
      let details = event.content["exceptionDetails"] as? [String: Any] ?? [:]
      errors.append(Self.words(of: details))
    case "Runtime.consoleAPICalled":
      guard let kind = event.content["type"] as? String, ["error", "assert"].contains(kind) else {
        return
      }
      let arguments = event.content["args"] as? [[String: Any]] ?? []
      errors.append(arguments.map(Self.words(ofValue:)).joined(separator: " "))
    case "Log.entryAdded":
      let entry = event.content["entry"] as? [String: Any]
      if entry?["level"] as? String == "error" { errors.append(entry?["text"] as? String ?? "") }
    default: break
    }
  }

  /// What an exception says.
  static func words(of exception: [String: Any]) -> String {
    let value = exception["exception"] as? [String: Any]
    return value?["description"] as? String ?? value.map(words(ofValue:))
      ?? exception["text"] as? String ?? ""
  }

  private static func words(ofValue value: [String: Any]) -> String {
    value["description"] as? String ?? value["value"].map { "\($0)" } ?? ""
  }
}
