import FigureDrawing

/// The report of the plan that it opens with as a list of sections, for forms without a choice: drawings, Markdown, tables.
struct ReportOutline {
  let report: ReportParts
  /// The plan that the report opens with; `nil` where there is none.
  let plan: PlanPage?
  /// The frontier, the subjects of the plan, and the analyses, in the order of the page.
  let sections: [Section]
  /// The place among them of the first subject of the plan; `nil` where there is none.
  let firstOfPlan: Int?

  /// - Throws: ``ReportError`` where the parts of the input do not belong together; `Faults` of a dataset that contradicts itself.
  init(_ input: ReportInput) throws {
    try input.validate()
    report = try ReportParts(input)
    plan = report.plans.indices.contains(input.chosen) ? report.plans[input.chosen] : nil
    let starts = report.summary.starts + (report.choices?.sentences ?? [])
    let head = [report.frontierFigure].compactMap(\.self).map {
      Section(title: "The frontier", sentences: starts, figures: [$0])
    }
    let subjects = plan.map { plan in
      plan.sections().map {
        Section(title: $0.title, sentences: $0.sentences, figures: plan.figures(of: $0))
      }
    }
    firstOfPlan = subjects?.isEmpty ?? true ? nil : head.count
    sections = head + (subjects ?? []) + report.sections
  }

  /// Names for the files of all figures, in their order: what each shows, and a number from the second of its kind on.
  var figureNames: [String] {
    var counts: [String: Int] = [:]
    return sections.flatMap(\.figures).map { figure in
      counts[figure.kind, default: 0] += 1
      let count = counts[figure.kind] ?? 1
      return figure.kind + (count > 1 ? "-\(count)" : "")
    }
  }
}
