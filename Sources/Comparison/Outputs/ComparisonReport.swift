public import FigureDrawing
import Findings
import Report
import RunStore
import Sensitivity
import SupplyData
import TextFiles
import Wording

/// A report of several results side by side: of output folders, of stores, or of both, as one HTML file that asks for nothing else.
///
/// ```swift
/// let report = ComparisonReport(outputs: [before, after])
/// try report.render().write(toFile: "comparison.html", atomically: true, encoding: .utf8)
/// ```
public struct ComparisonReport: Sendable {
  /// Output folders; none or one beside stores, else two or more.
  public var outputs: [ComparedOutput]
  /// Stores of runs.
  public var stores: [ComparedStore]
  /// Regrets over several futures.
  public var regrets: [ComparedRegret]
  /// How the house wants it to look.
  public var style: ReportStyle

  /// Creates a report.
  public init(
    outputs: [ComparedOutput] = [], stores: [ComparedStore] = [], regrets: [ComparedRegret] = [],
    style: ReportStyle = ReportStyle()
  ) {
    self.outputs = outputs
    self.stores = stores
    self.regrets = regrets
    self.style = style
  }

  /// The page.
  ///
  /// - Throws: `Faults` where the results cannot be compared or a store cannot be read; an error of the template, which is a
  ///   defect.
  public func render() throws -> String {
    try document().page(style: style)
  }

  /// What is said and shown.
  func document() throws(Faults) -> Document {
    var parts: [Document] = []
    if !outputs.isEmpty { parts.append(try OutputComparison(outputs).document) }
    var runs: [(name: String, runs: [RunFacts])] = []
    for store in stores {
      let selection = RunSelection(
        store: store.store.path, runs: try store.store.runs(), choice: ComparisonChoice())
      let overview = try RunsOverview(try selection.groups(), sweep: nil, in: store.store)
      runs.append((store.name, overview.groups.flatMap(\.runs)))
      parts.append(overview.document)
    }
    var document = Self.joined(
      parts, names: (outputs.isEmpty ? [] : ["outputs"]) + stores.map(\.name))
    if stores.count > 1, let common = try StoresSection(stores: runs).section() {
      document.sections.insert(common, at: 0)
    }
    document.sections += regrets.compactMap { regret in
      RegretSection(
        dataset: regret.dataset, record: regret.record,
        source: regret.isOfStore ? nil : "\(regret.name)/\(RegretRecord.file)"
      ).section.map { section in
        Section(
          title: section.title, sentences: section.sentences,
          blocks: section.figures.map { .figure($0, isInText: true) })
      }
    }
    return document
  }

  /// One document of several; each part's title says whose it is.
  private static func joined(_ parts: [Document], names: [String]) -> Document {
    guard let first = parts.first else {
      return Document(
        title: "Regrets", question: "Which plan has the smallest regret?",
        finding: "How much more each plan costs than the best, future by future")
    }
    if parts.count == 1 { return first }
    var titles: [String] = []
    for title in parts.map(\.title) where !titles.contains(title) { titles.append(title) }
    var document = Document(
      title: titles.joined(separator: " · "),
      question: "What do \(names.listed()) say, side by side?",
      finding: zip(names, parts).map { "\($0): \($1.finding)" }.joined(separator: "; "))
    for (name, part) in zip(names, parts) {
      document.opening += part.opening
      document.sections += part.sections.map { section in
        var section = section
        section.title = "\(name) · \(section.title)"
        return section
      }
      for definition in part.definitions
      where !document.definitions.contains(where: { $0 == definition }) {
        document.definitions.append(definition)
      }
    }
    return document
  }
}
