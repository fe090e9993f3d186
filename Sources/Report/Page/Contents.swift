import FigureDrawing

/// The list of the page's parts.
struct Contents {
  let parts: ReportParts
  /// The plan that the page opens with; `nil` where there is none.
  let shown: PlanView?

  /// A link to each part, in the order of the page.
  var links: [PageView.Link] {
    var links: [PageView.Link] = []
    if parts.frontierFigure != nil {
      links.append(PageView.Link(id: "frontier", title: "The frontier"))
    }
    links += shown?.links ?? []
    links += parts.sections.map { PageView.Link(id: $0.id, title: $0.title) }
    if !parts.summary.certificate.isEmpty {
      links.append(PageView.Link(id: "certificate", title: "What is proven"))
    }
    return links + [PageView.Link(id: "assumptions", title: "Assumptions and sources")]
  }
}
