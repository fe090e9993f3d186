import Foundation
import Testing

@testable import Report

@Suite struct RenderingTests {
  /// The same input gives the same page, whatever order dictionaries have.
  @Test(arguments: [ReportCase.frontierWithBaseline, .findingsBeside])
  func renderingIsRepeatable(_ example: ReportCase) throws {
    let again = try HTMLReport(example.input).render()
    #expect(again == (try example.page()))
  }

  /// A page fits a mail: eight points stay far under 3 MB.
  @Test(arguments: ReportCase.allCases)
  func pagesAreSmall(_ example: ReportCase) throws {
    #expect(try example.page().utf8.count < 2_000_000)
  }

  /// Writes the pages into the folder of `REPORT_PREVIEW`, to look at.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["REPORT_PREVIEW"] != nil))
  func preview() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["REPORT_PREVIEW"])
    for example in ReportCase.allCases {
      let path = "\(folder)/\(example.rawValue).html"
      try example.page().write(toFile: path, atomically: true, encoding: .utf8)
    }
  }
}
