import FigureDrawing

/// The report of the plan that it opens with as a list of parts, for forms without a choice: drawings, Markdown, tables.
struct ReportOutline {
  /// A part: what it found, in a title, sentences and figures.
  struct Part {
    let title: String
    let sentences: [String]
    let figures: [Figure]
    /// Whether the subjects of the plan begin here.
    var isFirstOfPlan = false
  }

  let report: ReportParts
  /// The plan that the report opens with; `nil` where there is none.
  let plan: PlanPage?
  /// The frontier, the subjects of the plan, and the analyses, in the order of the page.
  let parts: [Part]

  /// - Throws: ``ReportError`` where the parts of the input do not belong together; `Faults` of a dataset that contradicts itself.
  init(_ input: ReportInput) throws {
    try input.validate()
    report = try ReportParts(input)
    plan = report.plans.indices.contains(input.chosen) ? report.plans[input.chosen] : nil
    var parts: [Part] = []
    if let frontier = report.frontierFigure {
      parts.append(
        Part(title: "The frontier", sentences: report.summary.starts, figures: [frontier]))
    }
    if let plan {
      parts += plan.groups().enumerated().map { index, group in
        Part(
          title: group.title, sentences: group.sentences, figures: plan.figures(of: group),
          isFirstOfPlan: index == 0)
      }
    }
    parts += report.sections.map {
      Part(title: $0.title, sentences: $0.sentences, figures: $0.figures)
    }
    self.parts = parts
  }

  /// Names for the files of all figures, in their order: what each shows, and a number from the second of its kind on.
  var figureNames: [String] {
    var counts: [String: Int] = [:]
    return parts.flatMap(\.figures).map { figure in
      counts[figure.kind, default: 0] += 1
      let count = counts[figure.kind] ?? 1
      return figure.kind + (count > 1 ? "-\(count)" : "")
    }
  }
}
