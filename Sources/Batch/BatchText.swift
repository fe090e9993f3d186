import Foundation
import RunStore
import SupplyPlan
import TextFiles

extension RunRequest.Key {
  /// The run in a line: dataset, variant, command and options.
  var words: String {
    ([dataset, variant.isEmpty ? "(as its files are)" : variant, command] + options)
      .joined(separator: " ")
  }
}

extension BatchForecast {
  /// What would be done, in lines for a reader.
  public var text: String {
    var lines = due.map {
      "\($0.reason.rawValue.padding(toLength: 8, withPad: " ", startingAt: 0)) \($0.key.words)"
    }
    var counts = ["\(due.count) to solve"]
    if known > 0 { counts.append("\(known) in the store") }
    if takenByOthers > 0 { counts.append("\(takenByOthers) being solved by another batch") }
    let time =
      switch (due.isEmpty, seconds) {
      case (true, _): ""
      case (false, let seconds?):
        "; about \(BatchLine.duration(seconds)), "
          + (width.map { "\($0) at a time" }
            ?? "shared by the runs that the cluster solves at a time")
          + ", estimated from times in the store"
      case (false, nil): "; the store has no times to estimate from"
      }
    lines.append(counts.joined(separator: ", ") + time)
    return lines.joined(separator: "\n")
  }

  /// What would be done, as JSON.
  public var json: String {
    struct Shown: Encodable {
      var due: [ShownRun]
      var known: Int
      var taken_by_others: Int
      var seconds: Double?
    }
    return prettyJSON(
      Shown(
        due: due.map { ShownRun($0.key, reason: $0.reason.rawValue) }, known: known,
        taken_by_others: takenByOthers, seconds: seconds))
  }
}

extension BatchResult {
  /// What was done, in lines for a reader.
  ///
  /// - Parameter again: the command that goes on where the batch was stopped.
  public func text(again: String) -> String {
    var lines = failures.map {
      "\($0.status.rawValue): \($0.key.words)\($0.reason.isEmpty ? "" : ": \($0.reason)")"
    }
    var counts = RunStatus.allCases.compactMap { status in
      tally.ended[status].map { "\($0) \(status.rawValue)" }
    }
    if counts.isEmpty { counts = ["nothing solved"] }
    if tally.known > 0 { counts.append("\(tally.known) already in the store") }
    if tally.takenByOthers > 0 {
      counts.append("\(tally.takenByOthers) solved by another batch")
    }
    lines.append(
      counts.joined(separator: ", ") + String(format: "; %.1f s", tally.seconds))
    if wasStopped { lines.append("stopped with \(tally.left) left; to go on: \(again)") }
    return lines.joined(separator: "\n")
  }

  /// What was done, as JSON.
  ///
  /// - Parameter exchange: what the exchange of designs has come to; `nil` where there was none.
  public func json(exchange: (some Encodable)?) -> String {
    prettyJSON(
      ShownResult(
        ended: Dictionary(
          tally.ended.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first }),
        known: tally.known, taken_by_others: tally.takenByOthers, left: tally.left,
        stopped: wasStopped, seconds: tally.seconds, exchange: exchange,
        failures: failures.map { ShownRun($0.key, status: $0.status.rawValue, reason: $0.reason) }))
  }
}

private struct ShownResult<Exchange: Encodable>: Encodable {
  var ended: [String: Int]
  var known: Int
  var taken_by_others: Int
  var left: Int
  var stopped: Bool
  var seconds: Double
  var exchange: Exchange?
  var failures: [ShownRun]
}

private struct ShownRun: Encodable {
  var dataset: String
  var variant: String
  var command: String
  var options: [String]
  var status: String?
  var reason: String

  init(_ key: RunRequest.Key, status: String? = nil, reason: String) {
    dataset = key.dataset
    variant = key.variant
    command = key.command
    options = key.options
    self.status = status
    self.reason = reason
  }
}
