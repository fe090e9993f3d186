import FigureDrawing

/// The figures of a report as files of their own: the frontier, those of the plan that the report opens with, and those of
/// its analyses.
///
///     for figure in try ReportFigures(input).files() { print(figure.name, figure.svg.utf8.count) }
public struct ReportFigures: Sendable {
  /// A figure.
  public struct File: Sendable {
    /// Its name, with `.svg`: what it shows, and a number where several show the like.
    public let name: String
    /// What it holds.
    public let svg: String
  }

  private let input: ReportInput

  /// The figures of the report of `input`.
  public init(_ input: ReportInput) {
    self.input = input
  }

  /// The files, in the order of the report.
  ///
  /// - Throws: ``ReportError`` where the parts of the input do not belong together.
  public func files() throws -> [File] {
    try input.validate()
    let parts = try ReportParts(input)
    let plan = parts.plans.indices.contains(input.chosen) ? parts.plans[input.chosen].figures : []
    let figures =
      ([parts.frontierFigure].compactMap(\.self) + plan + parts.sections.flatMap(\.figures))
      .map { FigureView($0, suffix: "") }
    let standalone = StandaloneFigures(
      styles: HTMLReport.styles(input.style), definitions: HTMLReport.definitions(parts.views))
    var counts: [String: Int] = [:]
    return figures.compactMap { figure in
      guard let svg = standalone.svg(of: figure) else { return nil }
      counts[figure.kind, default: 0] += 1
      let count = counts[figure.kind] ?? 1
      return File(name: figure.kind + (count > 1 ? "-\(count)" : "") + ".svg", svg: svg)
    }
  }
}
