import FigureDrawing
import Findings
import SupplyPlan
import Wording

extension PlanPair {
  /// The facilities and modules that differ.
  var network: Section? {
    guard first.plan != nil, second.plan != nil else { return nil }
    var section = Section(title: networkTitle)
    let differing = Set(periods.flatMap { opened(in: $0).onlyFirst + opened(in: $0).onlySecond })
    if let last = periods.last {
      let (without, with) = opened(in: last)
      let parts = [
        with.isEmpty ? nil : "adds \(with.listed())",
        without.isEmpty ? nil : "leaves out \(without.listed())",
      ].compactMap { $0 }
      section.sentences.append(
        parts.isEmpty
          ? "In \(last) both have the same facilities open."
          : "In \(last), compared with \(words.first), \(words.second) \(parts.joined(separator: " and "))."
      )
    }
    if !differing.isEmpty {
      section.blocks.append(
        .table(
          title: "Facilities open in only one of the two",
          Table(
            ["Facility"] + periods, names: periods.count + 1,
            words: differing.sorted().map { facility in
              [facility] + periods.map { standing(of: facility, in: $0) }
            }),
          note: "Facilities open and close at the start of a period."))
    }
    if !modules.isEmpty {
      section.blocks.append(
        .table(
          title: "Modules in place",
          Table(
            [.text("Facility"), .text("Module"), .text("Period")]
              + [names.first, names.second].map { .whole($0) },
            rows: modules.map {
              [
                .text($0.facility), .text($0.module), .text($0.period), .whole($0.first),
                .whole($0.second),
              ]
            }),
          note: ""))
    }
    return section
  }

  /// How many facilities and modules differ.
  private var networkTitle: String {
    let sites = Set(periods.flatMap { opened(in: $0).onlyFirst + opened(in: $0).onlySecond }).count
    if sites > 0 {
      return "They differ in \(NumberFormat.count(sites, "facility", "facilities", inWords: true))"
    }
    return modules.isEmpty
      ? "Both have the same facilities and modules" : "Same facilities, different modules"
  }

  private func standing(of facility: String, in period: String) -> String {
    let sites = [(names.first, first), (names.second, second)].compactMap { name, facts in
      facts.sites[period]?[facility].map { (name, $0) }
    }
    let open = sites.filter(\.1.isOpen)
    if open.isEmpty {
      let closing = sites.filter(\.1.closes).map { "\($0.0) closes" }
      return closing.isEmpty ? "closed" : "closed, \(closing.joined(separator: ", "))"
    }
    let opening = open.filter(\.1.opens).map(\.0)
    if open.count == 1 {
      return opening.isEmpty ? "only \(open[0].0)" : "only \(open[0].0), opens"
    }
    return opening.isEmpty ? "both" : "both, \(opening.listed()) opens"
  }

  /// The placement whose share differs most in the last period.
  private var mixTitle: String {
    guard let (before, after) = first.lastMix.flatMap({ mix in second.lastMix.map { (mix, $0) } }),
      let widest = PlacementClass.allCases.max(by: {
        abs(after[$0] - before[$0]) < abs(after[$1] - before[$1])
      }), abs(after[widest] - before[widest]) > 0.0005
    else { return "Both make their goods in the same places" }
    return """
      \(words.second) makes \(NumberFormat.percent(after[widest])) \(widest.word), \(words.first) \
      \(NumberFormat.percent(before[widest]))
      """
  }

  /// Where goods are made.
  var placements: Section? {
    guard first.plan != nil, second.plan != nil else { return nil }
    let bars = periods.flatMap { period in
      [(names.first, first), (names.second, second)].map { name, facts in
        MixBars.Bar(
          facts, label: periods.count > 1 ? "\(period) · \(name)" : name, period: period)
      }
    }
    return Section(
      title: mixTitle,
      blocks: [
        .figure(
          MixBars(
            bars: bars, title: "Where the goods that customers receive are made", heading: "Plan"
          ).figure(), isInText: true)
      ])
  }
}
