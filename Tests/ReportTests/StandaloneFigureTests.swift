import Foundation
import Testing

@testable import Report

/// The figures of a report as files.
@Suite struct StandaloneFigureTests {
  @Test(arguments: [
    ReportCase.findingsBeside, .findingsAlone, .hostileNames, .planAlone, .emptyFrontier, .noDemand,
  ])
  func `every figure in the plainest SVG`(_ example: ReportCase) throws {
    let page = Markup.pieces(try example.page(), from: "<figure", to: "</figure>")
    let files = try ReportFigures(example.input).files()
    #expect(files.count == page.count)
    #expect(Set(files.map(\.name)).count == files.count)
    for file in files {
      #expect(file.name.wholeMatch(of: /[a-z-]+(-\d+)?\.svg/) != nil)
      #expect(Markup.fault(file.svg) == nil, "\(file.name)")
      let tags = Self.withoutTexts(file.svg)
      let found = Self.elsewhere.filter { tags.contains($0) }
      #expect(found == [], "\(file.name)")
    }
  }

  /// What other programs than browsers may not know.
  private static let elsewhere = [
    "var(", " class=", " style=", "<style", "<use", "<a ", "<script", "<svg x=", "href", " aria-",
    " data-",
    "px", "currentColor", "paint-order",
  ]

  /// The figures are those of the plan that is asked for.
  @Test func `of another plan`() throws {
    var input = ReportCase.frontierWithBaseline.input
    let knee = try ReportFigures(input).files()
    input.opening = 0
    let first = try ReportFigures(input).files()
    #expect(first.map(\.name) == knee.map(\.name))
    // The plans of the fixture have no flows in scenarios, so that their customers all lose alike.
    let same = zip(first, knee).filter { $0.svg == $1.svg }.map(\.0.name)
    #expect(same == ["customers.svg"])
    #expect(first.contains { $0.svg.contains("Plan\u{A0}1") })
  }

  /// The markup without what stands between its tags, which files may fill with anything.
  private static func withoutTexts(_ svg: String) -> String {
    svg.split(separator: "<").map { "<" + ($0.split(separator: ">").first ?? "") + ">" }.joined()
  }
}
