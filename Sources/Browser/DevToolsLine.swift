import Foundation
import Glibc

/// The DevTools protocol over a line: a JSON object a message, each ended by a zero byte.
///
/// One thread asks and waits. What comes in between are events, which go to whoever listens to the session.
/// See https://chromedevtools.github.io/devtools-protocol/.
final class DevToolsLine {
  /// An event of a page.
  struct Event {
    let name: String
    let content: [String: Any]
  }

  private let process: BrowserProcess
  private var lastCommand = 0
  /// What has come in and is no whole message yet.
  private var partial: [UInt8] = []
  /// The number of the command whose answer is waited for, and the answer once it is there.
  private var awaited = 0
  private var answer: [String: Any]?
  private var listeners: [String: (Event) -> Void] = [:]

  init(_ process: BrowserProcess) { self.process = process }

  /// Sends the events of `session` to `listener`.
  func listen(to session: String, _ listener: @escaping (Event) -> Void) {
    listeners[session] = listener
  }

  /// Stops sending the events of `session`.
  func forget(_ session: String) { listeners[session] = nil }

  /// Sends a command and waits for its answer.
  @discardableResult
  func command(
    _ name: String, _ content: [String: Any] = [:], session: String? = nil, patience: Duration
  ) throws(BrowserError) -> [String: Any] {
    let number = try send(name, content, session: session)
    awaited = number
    try wait(for: name, patience: patience) { self.answer != nil }
    defer { answer = nil }
    if let error = answer?["error"] as? [String: Any] {
      throw .refused(command: name, reason: error["message"] as? String ?? "no reason given")
    }
    return answer?["result"] as? [String: Any] ?? [:]
  }

  /// Sends a command whose answer nobody waits for, and returns its number.
  @discardableResult
  func send(
    _ name: String, _ content: [String: Any] = [:], session: String? = nil
  ) throws(BrowserError) -> Int {
    lastCommand += 1
    var message: [String: Any] = ["id": lastCommand, "method": name, "params": content]
    message["sessionId"] = session
    guard let data = try? JSONSerialization.data(withJSONObject: message) else {
      throw .refused(command: name, reason: "its parameters are no JSON")
    }
    let bytes = [UInt8](data) + [0]
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(process.line, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count > 0 { sent += count } else if errno != EINTR { throw .ended(log: process.log) }
    }
    return lastCommand
  }

  /// Takes messages in until `isDone`.
  func wait(
    for what: String, patience: Duration, until isDone: () -> Bool
  ) throws(BrowserError) {
    let deadline = ContinuousClock.now + patience
    while !isDone() {
      if let message = nextMessage() {
        tell(message)
        continue
      }
      let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
      guard left > 0 else { throw .late(what: what, seconds: patience / .seconds(1)) }
      try read(within: Int32(min(left, 60_000).rounded(.up)))
    }
  }

  private func tell(_ message: [String: Any]) {
    if let number = message["id"] as? Int, number == awaited { answer = message }
    guard let session = message["sessionId"] as? String, let name = message["method"] as? String
    else { return }
    listeners[session]?(Event(name: name, content: message["params"] as? [String: Any] ?? [:]))
  }

  private var searched = 0

  private func nextMessage() -> [String: Any]? {
    while let end = partial[searched...].firstIndex(of: 0) {
      let message = try? JSONSerialization.jsonObject(with: Data(partial[..<end]))
      partial.removeSubrange(...end)
      searched = 0
      if let message = message as? [String: Any] { return message }
    }
    searched = partial.count
    return nil
  }

  private func read(within milliseconds: Int32) throws(BrowserError) {
    var descriptor = pollfd(fd: process.line, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    let count = Glibc.read(process.line, &buffer, buffer.count)
    if count > 0 {
      partial += buffer[..<count]
    } else if count == 0 || errno != EINTR {
      throw .ended(log: process.log)
    }
  }
}
