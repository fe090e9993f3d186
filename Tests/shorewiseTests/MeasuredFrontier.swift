import Foundation
import SupplyPlan
import Testing

/// The part of a dataset's README that a frontier gives: its table, between two marks, of which the first says the command.
///
/// ```
/// <!-- measured: shorewise frontier datasets/first-steps --tolerance 0.05 -->
/// …
/// <!-- end of measured -->
/// ```
struct MeasuredFrontier {
  /// The command's words without the program.
  let words: [String]
  /// The lines between the marks.
  let text: String

  private static let end = "<!-- end of measured -->"

  /// The part of a README.
  init(readme: String) throws {
    let match = try #require(readme.firstMatch(of: /<!-- measured: (shorewise [^>]*) -->\n/))
    words = match.output.1.split(separator: " ").dropFirst().map(String.init)
    let rest = readme[match.range.upperBound...]
    text = String(rest[..<(try #require(rest.range(of: Self.end)).lowerBound)])
  }

  /// A README with another text between the marks.
  static func readme(_ readme: String, with text: String) throws -> String {
    let old = try MeasuredFrontier(readme: readme).text
    return readme.replacingOccurrences(of: old + end, with: text + end)
  }

  /// A row of the table: a plan, or a network that the plans are compared with.
  struct Row: Equatable {
    let name: String
    /// Millions.
    let cost: Double
    /// A share of a year's sales.
    let risk: Double
  }

  /// The rows of the table.
  var rows: [Row] {
    text.split(separator: "\n").dropFirst(3).compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count > 5, let cost = Double(cells[1].replacingOccurrences(of: ",", with: "")),
        let risk = Double(cells[5].replacingOccurrences(of: " %", with: ""))
      else { return nil }
      return Row(name: cells[0], cost: cost, risk: risk / 100)
    }
  }
}

/// A frontier in its folder, as a README shows it.
struct FreshFrontier {
  let record: FrontierRecord
  /// The plans of its points, and before them the networks that they are compared with, by name.
  let plans: [(name: String, plan: Plan)]
  private let currency: String

  /// - Parameter folder: what `frontier -o` wrote.
  init(_ folder: String) throws {
    record = try FrontierRecord.read(from: folder)
    let document = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: folder + "/frontier.json")))
    let places = try #require(document as? [String: Any])
    var plans: [(name: String, plan: Plan)] = []
    for (key, name) in [("baseline", "current network"), ("expanded", "current sites, expanded")] {
      guard let file = places[key] as? String else { continue }
      plans.append((name, try Plan.readDocument(at: "\(folder)/\(file)")))
    }
    for (number, point) in record.points.enumerated() {
      plans.append(("\(number + 1)", try Plan.readDocument(at: "\(folder)/\(point.plan)")))
    }
    self.plans = plans
    let settings = try String(contentsOfFile: folder + "/inputs/plan.yaml", encoding: .utf8)
    currency = settings.firstMatch(of: /currency: *([A-Z]{3})/).map { String($0.output.1) } ?? "USD"
  }

  private var measure: String {
    switch record.measure {
    case "cvar": "CVaR \(Self.text((record.level ?? 0) * 100, 0)) %"
    case "worst": "worst event"
    default: record.measure
    }
  }

  /// The text between the marks.
  ///
  /// - Parameter words: the command.
  func text(_ words: [String]) -> String {
    let least = record.points.first?.cost ?? 0
    let places = least < 1e6 ? 6 : least < 1e9 ? 3 : 1
    var lines = [
      """
      `shorewise \(words.joined(separator: " "))` leaves \(Self.text(record.uncertainty * 100, 1)) % of the range unproven \
      (\(Self.text(record.tolerance * 100, 0)) % allowed)\(record.stopReason.map { "; it stopped with \($0)" } ?? "").
      """, "",
      """
      | plan | cost, million \(currency) | spend | sales not made | over the cheapest | sales at risk (\(measure)) | gap | \
      made, last period |
      """, "|---|--:|--:|--:|--:|--:|--:|---|",
    ]
    for (name, plan) in plans {
      let cost = plan.cost ?? 0
      let isPoint = Int(name) != nil
      lines.append(
        """
        | \(name) | \(Self.text(cost / 1e6, places)) | \(Self.text((cost - plan.costs.shortage) / 1e6, places)) \
        | \(Self.text(plan.costs.shortage / 1e6, places)) | \(Self.text((cost / least - 1) * 100, 1)) % \
        | \(Self.text((plan.risk.salesAtRisk ?? 0) * 100, 2)) % | \(isPoint ? gap(name) : "–") | \(Self.made(plan)) |
        """)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func gap(_ name: String) -> String {
    let point = record.points[(Int(name) ?? 1) - 1]
    // Rounded up, but for what is rounding itself.
    return Self.text((point.gap * 1e4 - 1e-3).rounded(.up) / 100, 2) + " %"
  }

  private static func made(_ plan: Plan) -> String {
    guard let last = plan.mix.last?.period else { return "nothing" }
    let rows = plan.mix.filter { $0.period == last }
    return PlacementClass.allCases.compactMap { placement in
      let share = rows.filter { $0.class == placement }.reduce(0) { $0 + $1.valueShare }
      return share > 0.005 ? "\(placement.rawValue) \(text(share * 100, 0)) %" : nil
    }.joined(separator: ", ")
  }

  /// A number with thousands told apart.
  private static func text(_ value: Double, _ places: Int) -> String {
    let digits = String(format: "%.\(places)f", value)
    let (whole, rest) = (digits.prefix { $0 != "." }, digits.drop { $0 != "." })
    var grouped = ""
    for (place, digit) in whole.reversed().enumerated() {
      if place > 0, place % 3 == 0, digit != "-" { grouped.append(",") }
      grouped.append(digit)
    }
    return String(grouped.reversed()) + rest
  }

  /// What a table says that this frontier denies; searches may end elsewhere on another machine, as far as their tolerance goes.
  ///
  /// The least cost and the networks that plans are compared with are proved to the gap, so they must be the same to it. Every other
  /// row must lie in the band: no cheaper than what is proved of its risk, and no dearer than the next plan found.
  func denials(of rows: [MeasuredFrontier.Row]) -> [String] {
    var denials: [String] = []
    for (name, plan) in plans where Int(name) == nil || name == "1" {
      guard let row = rows.first(where: { $0.name == name }) else {
        denials.append("\(name) is missing")
        continue
      }
      let (cost, risk) = (plan.cost ?? 0, plan.risk.salesAtRisk ?? 0)
      // The current network has but one cost; others are proved to their gap.
      let isExact = name == "current network"
      let gap = isExact ? 1e-4 : max(plan.gap ?? 0, 1e-4)
      if abs(row.cost * 1e6 - cost) > gap * cost {
        denials.append("\(name) costs \(cost / 1e6), not \(row.cost)")
      }
      if isExact, abs(row.risk - risk) > 1e-4 {
        denials.append("\(name) has \(risk) at risk, not \(row.risk)")
      }
    }
    let points = rows.filter { Int($0.name) != nil }
    if points.isEmpty { denials.append("no plan is told") }
    let costs = record.points.map(\.cost)
    let slack = zip(costs, costs.dropFirst()).map { $1 - $0 }.max() ?? 0
    for row in points {
      let cost = row.cost * 1e6
      // Half of the last digit that is shown.
      let (rounding, risk) = (1e-4 * cost, row.risk + 5e-5)
      if let bound = record.bounds.filter({ $0.cap >= risk }).map(\.bound).max(),
        cost < bound - rounding
      {
        denials.append("plan \(row.name) costs less than what is proved, \(bound / 1e6)")
      }
      if let safer = record.points.first(where: { $0.salesAtRisk <= risk }),
        cost > safer.cost + slack + rounding
      {
        denials.append("plan \(row.name) is beaten by one of \(safer.cost / 1e6)")
      }
    }
    return denials
  }
}
