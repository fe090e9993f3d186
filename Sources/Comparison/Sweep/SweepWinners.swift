import RunStore
import TextFiles
import Wording

/// Where in a sweep one footprint is clearly the best, and where two or more are too close to call.
struct SweepWinners {
  private let plans: [RunFacts]

  init(_ members: [RunFacts]) { plans = members.filter { $0.plan != nil } }

  private func runs(_ isMeant: (FootprintVerdict) -> Bool) -> [RunFacts] {
    plans.filter { $0.verdict.map(isMeant) ?? false }
  }

  private var clear: [RunFacts] { runs(\.isClear) }
  private var close: [RunFacts] { runs { $0.nearest != nil } }
  private var untested: [RunFacts] { runs { $0 == .untested } }

  /// How many different footprints are clearly the best somewhere.
  private var winners: Int { Set(clear.compactMap(\.footprint)).count }

  private static func of(_ count: Int, _ all: Int) -> String {
    count == all ? "all \(all)" : "\(count) of \(all)"
  }

  /// The finding, for a figure's title.
  var title: String {
    if untested.count == plans.count { return "The footprint of the best plan found in each run" }
    if clear.isEmpty { return "No footprint is clearly the best anywhere" }
    let head = NumberFormat.count(
      winners, "footprint is clearly the best somewhere",
      "footprints are clearly the best somewhere",
      inWords: true
    ).capitalizedFirst
    return close.isEmpty
      ? head : "\(head); \(Self.of(close.count, plans.count)) runs are too close to call"
  }

  /// The finding as a part of a sentence.
  var clause: String { title.prefix(1).lowercased() + title.dropFirst() }

  /// The same in full; `nil` without a plan.
  var sentence: String? {
    if plans.isEmpty { return nil }
    var sentences: [String] = []
    if !clear.isEmpty {
      let place = plans.count == 1 ? "the run" : "\(Self.of(clear.count, plans.count)) runs"
      let which = winners == 1 ? "the same one each time" : "\(winners) different ones"
      sentences.append(
        "In \(place) one footprint is clearly the best\(clear.count > 1 ? " (\(which))" : "").")
    }
    if !close.isEmpty {
      let widest = close.compactMap { $0.plan?.gap }.max() ?? 0
      sentences.append(
        """
        In \(Self.of(close.count, plans.count)) \(plans.count == 1 ? "run" : "runs") two or more footprints cost the same to within \
        the gap of the solve, at most \(NumberFormat.percent(widest, places: 2, rounding: .up)): too close to call. A smaller --gap \
        tells more of them apart.
        """)
    }
    if !untested.isEmpty {
      let widest = untested.compactMap { $0.plan?.gap }.max()
      let proved =
        widest.map {
          "costs are proved to within \(NumberFormat.percent($0, places: 2, rounding: .up))"
        } ?? "costs have no proven bound"
      sentences.append(
        """
        In \(Self.of(untested.count, plans.count)) \(plans.count == 1 ? "run" : "runs") \(proved), and the footprints of other runs \
        were not tried: one of them may be better.
        """)
    }
    return sentences.joined(separator: " ")
  }

  /// How many answers come of other runs; `nil` where none does.
  var exchange: String? {
    let count = plans.count { $0.isAdopted }
    if count == 0 { return nil }
    return """
      Every design found was tried in every run. In \(Self.of(count, plans.count)) the best one had been found in another run.
      """
  }
}
