import FigureDrawing
import Findings
import Resilience
import SupplyPlan
import Wording

extension StressRecord.Result {
  /// The share of a year's sales that is lost, or what it is at least or at most.
  var lostText: String { Self.stated(NumberFormat.percent(salesLost), bounds?.salesLost) }

  /// Weeks without a loss, or what they are at least or at most.
  var survivedText: String {
    Self.stated(
      weeksToSurvive.map { NumberFormat.decimal($0, places: 1) } ?? "any",
      bounds?.weeksToSurvive)
  }

  /// Both in a table, each with the side of its bound behind it.
  var cells: [Table.Cell] {
    [
      .shown(.number(salesLost), as: lostText), .init(bounds?.salesLost?.rawValue),
      .shown(.init(weeksToSurvive), as: survivedText), .init(bounds?.weeksToSurvive?.rawValue),
    ]
  }

  private static func stated(_ text: String, _ side: StressRecord.Side?) -> String {
    switch side {
    case .atLeast: "at least \(text)"
    case .atMost: "at most \(text)"
    case nil: text
    }
  }
}

/// The cells of a stress test that have no answer, in words: which, why, and what to do.
struct OpenCellWords {
  private let record: StressRecord
  private let cells: [StressRecord.OpenCell]

  /// - Parameter networks: whose cells; `nil` for those of all.
  init(_ record: StressRecord, of networks: Set<String>? = nil) {
    self.record = record
    cells = record.openCells.filter { networks?.contains($0.network) ?? true }
  }

  /// In a sentence or two; `nil` where all have their answer.
  var text: String? {
    guard !cells.isEmpty else { return nil }
    let named = groups.prefix(Self.mostNames)
    let names = named.map { group in
      "\(network(group[0].network)) without \(name(group[0].target))"
        + " (\(group.map(\.period).joined(separator: ", ")))"
    }
    let more = cells.count - named.joined().count
    let list =
      names.joined(separator: "; ")
      + (more > 0 ? "; and \(NumberFormat.quantity(Double(more))) more" : "")
    let count = NumberFormat.count(cells.count, "answer is missing", "answers are missing")
    return (["In the stress test \(count): \(list)."] + causes).joined(separator: " ")
  }

  /// Those that follow one another and differ in nothing but the period.
  private var groups: [[StressRecord.OpenCell]] {
    var groups: [[StressRecord.OpenCell]] = []
    for cell in cells {
      if let last = groups.last?.last, last.network == cell.network, last.target == cell.target {
        groups[groups.count - 1].append(cell)
      } else {
        groups.append([cell])
      }
    }
    return groups
  }

  private var causes: [String] {
    let reasons = Set(cells.map(\.reason)).subtracting([StressRecord.OpenCell.onlyBounds])
    let stops = reasons.sorted().map { reason in
      """
      The test ended before these were tested (\(reason)). Run shorewise stress on this folder, \
      with -o and the folder’s name, and make the report again.
      """
    }
    return cells.contains { $0.reason == StressRecord.OpenCell.onlyBounds }
      ? stops + ["Where only bounds are known, figures say at least or at most."] : stops
  }

  private func name(_ target: String) -> String {
    record.targets.first { $0.target == target }?.name ?? target
  }

  /// What the report calls a network of the record.
  private func network(_ name: String) -> String {
    if name == record.networks.first?.name { return "the current network" }
    let parts = name.split(separator: " ")
    if name == StressRecord.Network.name(of: .expanded) { return "the expanded network" }
    guard parts.count == 2, let number = Int(parts[1]) else { return "this plan" }
    return "Plan\u{A0}\(number)"
  }

  private static let mostNames = 4
}
