import FigureDrawing
import Findings
import SupplyData
import Wording

/// Which sites open in which output.
struct SiteSection {
  /// A site in every output.
  struct Row {
    let name: String
    /// For each output and period whether it is open; `nil` where the output has no plan, or its dataset no such site.
    let open: [[Bool]?]

    /// Whether the outputs that have it agree.
    var isAgreed: Bool {
      open.count == open.compactMap(\.self).count && Set(open.compactMap(\.self)).count <= 1
    }
    /// Whether it is open at some time in some output.
    var isEverOpen: Bool { open.contains { $0?.contains(true) ?? false } }
  }

  let comparison: OutputComparison

  /// The section; `nil` where no output has a plan.
  var section: Section? {
    guard comparison.facts.contains(where: { $0.plan != nil }) else { return nil }
    let rows = rows
    let differing = rows.filter { !$0.isAgreed }
    var section = Section(title: title(rows, differing))
    let agreed = rows.filter(\.isAgreed)
    if !agreed.isEmpty, !differing.isEmpty {
      let named = agreed.prefix(Self.mostNamed).map(\.name).joined(separator: "; ")
      section.sentences = [
        agreed.count > Self.mostNamed
          ? "The same in all: \(named); and \(agreed.count - Self.mostNamed) more."
          : "The same in all: \(named)."
      ]
    }
    let table = table(differing + agreed)
    if differing.isEmpty {
      section.blocks = [.table(title: "Sites", table, note: "")]
    } else {
      section.blocks = [
        .figure(
          SiteMatrix(
            rows: Array(differing.prefix(SiteMatrix.most)), left: differing.count - SiteMatrix.most,
            names: comparison.names, table: table
          ).figure(), isInText: true)
      ]
    }
    return section
  }

  /// The most sites told by name in a sentence.
  private static let mostNamed = 12

  private func title(_ rows: [Row], _ differing: [Row]) -> String {
    if differing.isEmpty { return "All open the same sites at the same time" }
    let all = NumberFormat.count(rows.count, "site", "sites", inWords: true)
    return differing.count == rows.count
      ? "They differ in all \(all) that any of them has open"
      : "They differ in \(NumberFormat.whole(Double(differing.count))) of \(all)"
  }

  /// The sites that some output has open, in the order of the datasets.
  private var rows: [Row] {
    var names: [(id: String, name: String)] = []
    var known: Set<String> = []
    for facility in comparison.outputs.flatMap(\.dataset.facilities)
    where known.insert(facility.id).inserted {
      names.append((facility.id, facility.name))
    }
    return names.map { id, name in
      Row(
        name: name,
        open: zip(comparison.outputs, comparison.facts).map { output, facts in
          guard facts.plan != nil, output.dataset.facilities.contains(where: { $0.id == id }) else {
            return nil
          }
          return facts.periods.map { facts.sites[$0]?[id]?.isOpen ?? false }
        })
    }.filter(\.isEverOpen)
  }

  private func table(_ rows: [Row]) -> Table {
    Table(
      ["Site"] + comparison.names, names: comparison.names.count + 1,
      words: rows.map { row in
        [row.name]
          + row.open.enumerated().map { index, open in
            Self.words(open, periods: comparison.facts[index].periods)
          }
      })
  }

  /// When a site is open, in words.
  static func words(_ open: [Bool]?, periods: [String]) -> String {
    guard let open else { return "–" }
    if !open.contains(false) { return "open" }
    if !open.contains(true) { return "closed" }
    let named = zip(periods, open).filter(\.1).map(\.0).joined(separator: ", ")
    return "open in \(named)"
  }
}
