import FigureDrawing
import Findings
import Foundation
import Sensitivity
import Wording

/// What a study of flips found, in words.
struct FlipWords {
  let index: ReportIndex
  let study: FlipRecord.Study

  init(_ index: ReportIndex, _ study: FlipRecord.Study) {
    self.index = index
    self.study = study
  }

  /// The turn nearest to today's value, of those that are proved where there are any; the first where today's is not known.
  var nearestTurn: FlipRecord.Turn? {
    let proved = study.turns.filter(\.isProved)
    let turns = proved.isEmpty ? study.turns : proved
    guard let current = study.parameter.current else { return turns.first }
    return turns.min { abs($0.value - current) < abs($1.value - current) }
  }

  /// The finding, as a sentence without its full stop.
  var title: String {
    guard let turn = nearestTurn else {
      return
        "The best sites stay the same while \(study.parameter.name) goes from \(value(study.parameter.low)) to \(value(study.parameter.high))"
    }
    if !turn.isProved {
      let gap = NumberFormat.percent(study.gap, places: 2, rounding: .up)
      return
        "Along \(study.parameter.name) other sites win at best by less than \(gap) of the cost, which is not certain"
    }
    return "\(change(turn)) once \(study.parameter.name) passes \(value(turn.value))"
  }

  /// What the figure shows: how much the least cost moves, and how often other sites become the best.
  var figureTitle: String {
    let costs = study.costs.map(\.cost)
    guard let least = costs.min(), let most = costs.max() else { return title }
    let turns =
      study.turns.isEmpty
      ? "and the best sites stay the same"
      : "and the best sites change \(study.turns.count == 1 ? "once" : "\(NumberFormat.word(study.turns.count)) times")"
    return "The least cost moves by \(index.money(most - least)), \(turns)"
  }

  /// `Monterrey replaces Shenzhen`.
  func change(_ turn: FlipRecord.Turn) -> String {
    let opened = facilities(turn.opens)
    let closed = facilities(turn.closes)
    let new = opened.filter { !closed.contains($0) }
    let gone = closed.filter { !opened.contains($0) }
    switch (new.isEmpty, gone.isEmpty) {
    case (false, false):
      return plural(
        new.count, one: "\(names(new)) replaces \(names(gone))",
        many: "\(names(new)) replace \(names(gone))")
    case (false, true):
      return plural(new.count, one: "\(names(new)) opens", many: "\(names(new)) open")
    case (true, false):
      return plural(gone.count, one: "\(names(gone)) closes", many: "\(names(gone)) close")
    case (true, true):
      return plural(
        opened.count, one: "\(names(opened)) is open in other years",
        many: "\(names(opened)) are open in other years")
    }
  }

  /// Facilities that are open longer, then those that are open for fewer periods: `+ Leipzig; − Shenzhen`.
  func marks(_ turn: FlipRecord.Turn) -> String {
    [("+", turn.opens), ("−", turn.closes)].filter { !$0.1.isEmpty }.map { sign, sites in
      facilities(sites).map { facility in
        let periods = sites.filter { $0.facility == facility }.map(\.period)
        let when =
          periods.count < index.periods.count ? " (\(periods.joined(separator: ", ")))" : ""
        return "\(sign)\u{A0}\(index.name(ofNode: facility))\(when)"
      }.joined(separator: ", ")
    }.joined(separator: "; ")
  }

  /// A value of the parameter, with what it means.
  func value(_ value: Double) -> String {
    let number = self.number(value)
    return switch study.parameter.operation {
    case "*=": "\(number) times today’s"
    case "+=": value < 0 ? "\(number) on today’s" : "+\(number) on today’s"
    default: number
    }
  }

  /// A value of the parameter alone.
  func number(_ value: Double) -> String {
    study.parameter.expression.hasPrefix("scenarios") && study.parameter.operation == "="
      ? NumberFormat.given(NumberFormat.significant(value, digits: 3)) : Self.short(value)
  }

  /// Four significant digits, without zeros at the end.
  private static func short(_ value: Double) -> String {
    let rounded = NumberFormat.significant(value, digits: 4)
    guard abs(rounded) < 10_000 else { return NumberFormat.compact(value) }
    return NumberFormat.shortest(rounded, most: 6)
  }

  /// What is proved over the range.
  var proof: String {
    if let reason = study.stopReason {
      let proved = study.proved.map { "\(number($0.from)) to \(number($0.to))" }
      return proved.isEmpty
        ? "The search was stopped (\(reason)) before anything was proved."
        : "The search was stopped (\(reason)); within \(NumberFormat.percent(study.gap, places: 2, rounding: .up)) of the least cost it is proved for \(proved.joined(separator: ", "))."
    }
    if study.pieces.allSatisfy(\.isProved), study.turns.allSatisfy(\.isProved) {
      return study.turns.isEmpty
        ? "It is proved that no other choice of sites is cheaper anywhere in the range."
        : """
        It is proved that no other choice of sites is cheaper anywhere in the range, except perhaps inside the narrow intervals \
        around the values where the best sites change.
        """
    }
    let excess = study.pieces.map(\.excess).max() ?? 0
    return
      "No other choice of sites is cheaper by more than \(NumberFormat.percent(excess, places: 3, rounding: .up)) anywhere in the range: within that, more turns may hide."
  }

  private func facilities(_ sites: [FlipRecord.Site]) -> [String] {
    var facilities: [String] = []
    for site in sites where !facilities.contains(site.facility) { facilities.append(site.facility) }
    return facilities
  }

  private func names(_ facilities: [String]) -> String {
    let names = facilities.map { index.name(ofNode: $0) }
    switch names.count {
    case ...2: return names.listed()
    default: return "\(names[0]) and \(names.count - 1) more sites"
    }
  }
}
