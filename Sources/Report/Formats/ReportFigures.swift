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
    let outline = try ReportOutline(input)
    let standalone = StandaloneFigures(
      styles: .report(input.style),
      definitions: HTMLReport.definitions(outline.report.views))
    return zip(outline.figureNames, outline.sections.flatMap(\.figures)).map { name, figure in
      File(name: name + ".svg", svg: standalone.svg(of: figure))
    }
  }
}
