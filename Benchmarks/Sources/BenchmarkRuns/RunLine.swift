/// A run in one line, for whoever watches.
struct RunLine {
  let record: RunRecord

  init(_ record: RunRecord) { self.record = record }

  var text: String {
    var words = [record.dataset, record.solver]
    if let links = record.links { words.append("\(links) links") }
    if let cap = record.cap { words.append("cap \(Decimals.text(cap, 4))") }
    words.append(record.status.rawValue)
    if let seconds = record.seconds { words.append("\(Decimals.text(seconds, 2)) s") }
    if let objective = record.objective { words.append("cost \(Decimals.text(objective, 0))") }
    if let gap = record.provedGap { words.append("gap \(Decimals.text(gap * 100, 3)) %") }
    if let note = record.note { words.append("(\(note))") }
    return words.joined(separator: "  ")
  }
}

/// Numbers with a fixed number of decimals.
enum Decimals {
  static func text(_ value: Double, _ places: Int) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return "\(value)" }
    let scale = (0..<places).reduce(1.0) { power, _ in power * 10 }
    let whole = Int((value.magnitude * scale).rounded())
    let sign = value < 0 && whole > 0 ? "-" : ""
    if places == 0 { return "\(sign)\(whole)" }
    let digits = "\(whole)"
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }

  /// Seconds or ratios with about three digits that say something.
  static func short(_ value: Double) -> String {
    text(value, value.magnitude < 10 ? 2 : value.magnitude < 100 ? 1 : 0)
  }
}
